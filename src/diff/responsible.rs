//! Which clauses a change of decisions comes from, and whether readers can see it.

use std::collections::BTreeSet;

use super::comparison::Comparison;
use super::decisions::{Class, Statement};
use super::lasting::collects;
use super::shown::Responsible;
use super::vocabulary::Side;
use crate::norm::{Norm, NormId};
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
            let before = before();
            return match before.is_empty() {
                true => self.collecting(statement),
                false => before,
            };
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

    /// Where what decides speaks of whatever is collected: the clauses that say otherwise what that is, of the new revision, or of
    /// the old one where it says so no more.
    fn collecting(&self, statement: &Statement) -> BTreeSet<Responsible> {
        let deciding = [
            (Side::New, self.new, &statement.decided_after),
            (Side::Old, self.old, &statement.decided_before),
        ];
        let found = deciding.into_iter().map(|(side, policy, norms)| {
            let mut norms = norms.iter();
            if !norms.any(|norm| self.lasting.is_about_collected(side, *norm)) {
                return BTreeSet::new();
            }
            let joint = &self.vocabulary.data;
            let changed = (0u32..).zip(&policy.norms).filter(|(id, norm)| {
                collects(norm)
                    && !self.lasting.is_kept(side, NormId(*id))
                    && joint
                        .joint_set(side, &norm.data.leaves)
                        .intersects(&statement.requests.data)
            });
            let changed: Vec<&Norm> = changed.map(|(_, norm)| norm).collect();
            // The first that says all of it says why.
            let whole = changed.iter().find(|norm| {
                let leaves = joint.joint_set(side, &norm.data.leaves);
                statement.requests.data.is_subset(&leaves)
            });
            let told = whole.map_or_else(|| changed.clone(), |norm| vec![*norm]);
            told.into_iter().map(|norm| (side, norm.provenance.clause)).collect()
        });
        found
            .into_iter()
            .find(|found: &BTreeSet<_>| !found.is_empty())
            .unwrap_or_default()
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
