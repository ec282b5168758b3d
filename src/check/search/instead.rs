//! Which norms decide in the place of a clause that decides nothing.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::{Search, rule};
use crate::norm::NormId;
use crate::region::{Cell, CutOff, Region, RuleId, Visitor, When, Witness};

impl Search {
    /// The norms that decide where norms of a clause apply, and one request of them each. Not all of them where there is much
    /// to look at.
    pub(in crate::check) fn deciding_instead(&self, clause: &[NormId]) -> Vec<(NormId, Witness)> {
        let mut visitor = Instead {
            search: self,
            clause,
            seen: BTreeSet::new(),
            found: Vec::new(),
        };
        for norm in clause {
            if let Some(region) = self.region(*norm)
                && self.left_for_reasons.get() > 0
            {
                let norms = self.speaking_of(region);
                if self.spend_of(&self.left_for_reasons, norms.len()) {
                    let _ = self.space.walk(region, &norms, &mut visitor);
                }
            }
        }
        visitor.found.sort_by_key(|(norm, _)| *norm);
        visitor.found
    }
}

struct Instead<'c> {
    search: &'c Search,
    clause: &'c [NormId],
    seen: BTreeSet<NormId>,
    found: Vec<(NormId, Witness)>,
}

impl Visitor for Instead<'_> {
    fn enter(&mut self, _region: &Region, members: &[RuleId]) -> bool {
        members.iter().any(|id| self.clause.contains(&id.norm))
            && self.search.spend_of(&self.search.left_for_reasons, members.len())
    }

    fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
        for strengths in cell.strengths() {
            // A reason that is too large to find is none.
            if self.look_at(cell, strengths).is_err() {
                return ControlFlow::Continue(());
            }
        }
        ControlFlow::Continue(())
    }
}

impl Instead<'_> {
    fn look_at(&mut self, cell: &Cell<'_>, strengths: (u8, u8)) -> Result<(), CutOff> {
        let judgement = cell.judge(strengths)?;
        let own = self.clause.iter().map(|norm| judgement.applies(rule(*norm)));
        let own = When::any(own)?;
        if own.is_never() {
            return Ok(());
        }
        let without = judgement.without(cell, 0, |norm| self.clause.contains(&norm))?;
        for norm in judgement.norms(0) {
            if !self.search.spend_of(&self.search.left_for_reasons, 1) {
                return Err(CutOff);
            }
            if self.seen.contains(&norm) || self.clause.contains(&norm) {
                continue;
            }
            let decides = judgement.decides(cell, &without, rule(norm))?.and(&own)?;
            if let Some(witness) = cell.witness(&judgement, &decides) {
                self.seen.insert(norm);
                self.found.push((norm, witness));
            }
        }
        Ok(())
    }
}
