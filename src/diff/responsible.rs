//! Which clauses a change of decisions comes from, and whether readers can see it.

use std::collections::BTreeSet;

use super::comparison::Comparison;
use super::decisions::{Class, Statement};
use super::shown::Responsible;
use super::vocabulary::Side;
use crate::norm::NormId;
use crate::policy::Policy;

impl Comparison<'_> {
    /// The clauses that a change of decisions comes from: what decides now and did not stand there before; where nothing does,
    /// what decided before and does not stand there now. The same where something is refused now that an exception permitted
    /// which readers see gone.
    #[must_use]
    pub fn responsible(&self, statement: &Statement) -> BTreeSet<Responsible> {
        let of = |side, policy: &Policy, norms: &[NormId]| -> BTreeSet<Responsible> {
            let changed = norms.iter().filter(|id| !self.lasting.is_kept(side, **id));
            let changed = changed.filter_map(|id| policy.norms.get(id.0 as usize));
            changed.map(|norm| (side, norm.provenance.clause)).collect()
        };
        let now = of(Side::New, self.new, &statement.decided_after);
        let before = || of(Side::Old, self.old, &statement.decided_before);
        if now.is_empty() {
            return before();
        }
        // What is refused now because an exception went with its words, the refusal losing nothing but the name of it.
        if statement.class == Class::Narrower && !now.iter().any(|clause| self.shown.is_reworded(*clause)) {
            let mut gone = before();
            gone.retain(|clause| self.shown.is_reworded(*clause));
            if !gone.is_empty() {
                return gone;
            }
        }
        now
    }

    /// Whether readers can see a change of decisions: the wording of a clause that is responsible for it changed as well; where
    /// only words changed, they stand in wording that changed.
    #[must_use]
    pub fn is_visible(&self, statement: &Statement) -> bool {
        let responsible = self.responsible(statement);
        match responsible.is_empty() {
            true => self.moved.are_shown(&statement.requests),
            false => responsible.iter().any(|clause| self.shown.is_reworded(*clause)),
        }
    }
}
