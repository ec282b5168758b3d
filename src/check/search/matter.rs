//! Whether clauses matter: whether some request has another verdict without their norms.

use std::ops::ControlFlow;

use super::{Found, Search, rule};
use crate::norm::NormId;
use crate::region::{Cell, CutOff, Judgement, Region, RuleId, Visitor, When};

impl Search {
    /// Per clause: whether some request has another verdict without its norms.
    pub(in crate::check) fn matter(&self, clauses: &[&[NormId]]) -> Vec<Found<()>> {
        let norms = clauses.iter().enumerate().flat_map(|(clause, norms)| {
            let norms = norms.iter();
            norms.map(move |norm| (*norm, (clause, rule(*norm))))
        });
        let mut found = vec![Found::No; clauses.len()];
        for (region, mut open) in self.by_region(norms) {
            open.retain(|(clause, _)| found[*clause] != Found::Yes(()));
            if open.is_empty() {
                continue;
            }
            let mut visitor = Mattering {
                search: self,
                clauses,
                open,
                found: &mut found,
            };
            let norms = self.speaking_of(region);
            match self.spend(norms.len()) {
                true => {
                    let _ = self.space.walk(region, &norms, &mut visitor);
                }
                false => visitor.give_up(),
            }
        }
        found
    }
}

/// Looks whether clauses matter that have norms about the same requests.
struct Mattering<'s, 'f> {
    search: &'s Search,
    clauses: &'s [&'s [NormId]],
    /// Clauses of which it is not known, each with a norm of it.
    open: Vec<(usize, RuleId)>,
    found: &'f mut Vec<Found<()>>,
}

impl Mattering<'_, '_> {
    /// What is still open stays so.
    fn give_up(&mut self) {
        for (clause, _) in self.open.drain(..) {
            self.found[clause] = Found::Unknown;
        }
    }
}

impl Visitor for Mattering<'_, '_> {
    fn enter(&mut self, _region: &Region, members: &[RuleId]) -> bool {
        if self.open.is_empty() {
            return false;
        }
        if !self.search.spend(members.len()) {
            self.give_up();
        }
        self.open.iter().any(|(_, id)| members.binary_search(id).is_ok())
    }

    fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
        for strengths in cell.strengths() {
            let judgement = match cell.judge(strengths) {
                Ok(judgement) => judgement,
                Err(CutOff) => {
                    self.give_up();
                    break;
                }
            };
            let open = std::mem::take(&mut self.open);
            for (clause, norm) in open {
                if self.found[clause] == Found::Yes(()) {
                    continue;
                }
                if !self.search.spend(cell.members.len()) {
                    self.found[clause] = Found::Unknown;
                    continue;
                }
                match makes_a_difference(cell, &judgement, norm, self.clauses[clause]) {
                    Ok(true) => {
                        self.found[clause] = Found::Yes(());
                        continue;
                    }
                    Ok(false) => {}
                    Err(CutOff) => self.found[clause] = Found::Unknown,
                }
                self.open.push((clause, norm));
            }
        }
        match self.open.is_empty() {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    }
}

/// Whether somewhere in a cell, where a norm of a clause applies, the verdict is another without the clause.
fn makes_a_difference(cell: &Cell<'_>, judgement: &Judgement, norm: RuleId, clause: &[NormId]) -> Result<bool, CutOff> {
    if judgement.has_twins(0, clause) || judgement.is_idle(cell, 0, clause)? {
        return Ok(false);
    }
    // Mostly it is seen where the norm decides and no more is asserted than that takes.
    let decides = judgement.decides(cell, judgement.side(0), norm)?;
    let places = [decides, judgement.applies(norm)];
    for fewest in places.iter().filter_map(When::fewest) {
        let with = judgement.at(cell, 0, &fewest, |_| true).verdict;
        let without = judgement.at(cell, 0, &fewest, |norm| !clause.contains(&norm)).verdict;
        if with != without {
            return Ok(true);
        }
    }
    let without = judgement.without(cell, 0, |norm| clause.contains(&norm))?;
    Ok(!judgement.side(0).differs_from(&without)?.is_never())
}
