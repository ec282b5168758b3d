//! Which clauses a change of decisions comes from, and whether readers can see it.

use std::collections::BTreeSet;

use super::comparison::Comparison;
use super::decisions::Statement;
use super::vocabulary::Side;
use crate::document::ClauseId;
use crate::norm::NormId;
use crate::policy::Policy;

/// A clause on the side where it stands.
pub(super) type Responsible = (Side, ClauseId);

impl Comparison<'_> {
    /// The clauses that a change of decisions comes from: what decides now and did not stand there before; where nothing does,
    /// what decided before and does not stand there now.
    #[must_use]
    pub fn responsible(&self, statement: &Statement) -> BTreeSet<Responsible> {
        let of = |side, policy: &Policy, norms: &[NormId]| -> BTreeSet<Responsible> {
            let changed = norms.iter().filter(|id| !self.lasting.is_kept(side, **id));
            let changed = changed.filter_map(|id| policy.norms.get(id.0 as usize));
            changed.map(|norm| (side, norm.provenance.clause)).collect()
        };
        let now = of(Side::New, self.new, &statement.decided_after);
        if !now.is_empty() {
            return now;
        }
        of(Side::Old, self.old, &statement.decided_before)
    }

    /// Whether readers can see a change of decisions: the wording of a clause that is responsible for it changed as well; where
    /// only words changed, they stand in wording that changed.
    #[must_use]
    pub fn is_visible(&self, statement: &Statement) -> bool {
        let responsible = self.responsible(statement);
        match responsible.is_empty() {
            true => self.moved.are_shown(&statement.requests),
            false => responsible.iter().any(|clause| self.reworded.contains(clause)),
        }
    }
}
