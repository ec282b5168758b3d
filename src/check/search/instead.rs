//! Which norms decide in the place of clauses that decide nothing.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::{Search, rule};
use crate::norm::NormId;
use crate::region::{Cell, CutOff, Judgement, Region, RuleId, Sample, Visitor, When};

/// Of one clause so many are found: no reader wants more.
const MOST: usize = 64;

/// Norms that decide, and one request of them each.
pub(in crate::check) type Deciding = Vec<(NormId, Sample)>;

impl Search {
    /// Per clause: the norms that decide where norms of it apply. Not all of them where there are many, or much to look at.
    pub(in crate::check) fn deciding_instead(&self, clauses: &[&[NormId]]) -> Vec<Deciding> {
        let norms = clauses.iter().enumerate().flat_map(|(clause, norms)| {
            let norms = norms.iter();
            norms.map(move |norm| (*norm, clause))
        });
        let mut found: Vec<Instead<'_>> = clauses.iter().map(|clause| Instead::new(clause)).collect();
        for (region, mut open) in self.by_region(norms) {
            open.dedup();
            if self.left_for_reasons.get() == 0 {
                break;
            }
            let norms = self.speaking_of(region);
            if self.spend_of(&self.left_for_reasons, norms.len()) {
                let mut visitor = Looking {
                    search: self,
                    open,
                    found: &mut found,
                };
                let _ = self.space.walk(region, &norms, &mut visitor);
            }
        }
        let sorted = found.into_iter().map(|mut one| {
            one.found.sort_by_key(|(norm, _)| *norm);
            one.found
        });
        sorted.collect()
    }
}

/// What is found of one clause.
struct Instead<'c> {
    clause: &'c [NormId],
    seen: BTreeSet<NormId>,
    found: Deciding,
}

/// Looks for what decides in the place of some clauses.
struct Looking<'s, 'f, 'c> {
    search: &'s Search,
    open: Vec<usize>,
    found: &'f mut Vec<Instead<'c>>,
}

impl Visitor for Looking<'_, '_, '_> {
    fn enter(&mut self, _region: &Region, members: &[RuleId]) -> bool {
        let is_member = |norm: &NormId| members.binary_search(&rule(*norm)).is_ok();
        let wanted = |clause: &usize| self.found[*clause].clause.iter().any(is_member);
        self.open.iter().any(wanted) && self.search.spend_of(&self.search.left_for_reasons, members.len())
    }

    fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
        for strengths in cell.strengths() {
            // A reason that is too large to find is none.
            let Ok(judgement) = cell.judge(strengths) else { continue };
            let found = &mut *self.found;
            let search = self.search;
            self.open.retain(|clause| {
                let one = &mut found[*clause];
                let _ = one.look_at(search, cell, &judgement);
                one.found.len() < MOST
            });
        }
        match self.open.is_empty() {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    }
}

impl<'c> Instead<'c> {
    fn new(clause: &'c [NormId]) -> Self {
        Self {
            clause,
            seen: BTreeSet::new(),
            found: Vec::new(),
        }
    }

    fn look_at(&mut self, search: &Search, cell: &Cell<'_>, judgement: &Judgement) -> Result<(), CutOff> {
        let own = self.clause.iter().map(|norm| judgement.applies(rule(*norm)));
        let own = When::any(own)?;
        if own.is_never() {
            return Ok(());
        }
        let settled;
        let without = match judgement.is_idle(cell, 0, self.clause)? {
            true => judgement.side(0),
            false => {
                settled = judgement.without(cell, 0, |norm| self.clause.contains(&norm))?;
                &settled
            }
        };
        for norm in judgement.norms(0) {
            if self.found.len() >= MOST {
                break;
            }
            if !search.spend_of(&search.left_for_reasons, 1) {
                return Err(CutOff);
            }
            if self.seen.contains(&norm) || self.clause.contains(&norm) {
                continue;
            }
            let decides = judgement.decides(cell, without, rule(norm))?.and(&own)?;
            if let Some(sample) = cell.sample(judgement, &decides) {
                self.seen.insert(norm);
                self.found.push((norm, sample));
            }
        }
        Ok(())
    }
}
