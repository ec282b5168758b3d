//! Which norms a revision keeps: those of which the same clause states the same in the other, in the words that both know.

use std::collections::{BTreeMap, BTreeSet};

use super::pairing::Pairing;
use super::vocabulary::{JointVocabulary, Side};
use crate::document::ClauseId;
use crate::norm::{Act, AnyOf, Norm, NormId, Scope};
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, Dimension, Lapse, LeafSet};

/// Per revision and norm.
#[derive(Debug)]
pub(super) struct Lasting {
    /// Whether it is kept.
    kept: [Vec<bool>; 2],
    /// Whether it speaks of whatever the policy collects.
    about_collected: [Vec<bool>; 2],
}

impl Lasting {
    pub(super) fn of(old: &Policy, new: &Policy, pairing: &Pairing, vocabulary: &JointVocabulary) -> Self {
        let likeness = Likeness {
            pairing,
            policies: [old, new],
            vocabulary,
            collected: [collected(old), collected(new)],
        };
        let mut lasting = [vec![false; old.norms.len()], vec![false; new.norms.len()]];
        let mut before: BTreeMap<ClauseId, Vec<usize>> = BTreeMap::new();
        for (index, norm) in old.norms.iter().enumerate() {
            before.entry(norm.provenance.clause).or_default().push(index);
        }
        for (index, norm) in new.norms.iter().enumerate() {
            let clause = pairing.old_of(norm.provenance.clause);
            let of_clause = clause.and_then(|clause| before.get(&clause));
            for &other in of_clause.into_iter().flatten() {
                // Of each the first like it is enough.
                if lasting[0][other] && lasting[1][index] {
                    continue;
                }
                if likeness.are_same(&old.norms[other], norm) {
                    lasting[0][other] = true;
                    lasting[1][index] = true;
                }
            }
        }
        let about_collected = [(Side::Old, old), (Side::New, new)].map(|(side, policy)| {
            let norms = policy.norms.iter();
            norms.map(|norm| likeness.is_about_collected(side, norm)).collect()
        });
        Self {
            kept: lasting,
            about_collected,
        }
    }

    /// Whether a norm of a revision is kept in the other.
    pub(super) fn is_kept(&self, side: Side, norm: NormId) -> bool {
        self.kept[side.index()][norm.0 as usize]
    }

    /// Whether a norm speaks of whatever the policy collects: what that is, other clauses say.
    pub(super) fn is_about_collected(&self, side: Side, norm: NormId) -> bool {
        self.about_collected[side.index()][norm.0 as usize]
    }
}

/// Collecting, and receiving from others.
const COLLECTING: [Act; 2] = [Act::Collect, Act::Receive];

/// Whether a norm says what is collected.
pub(super) fn collects(norm: &Norm) -> bool {
    !norm.effect.refuses() && COLLECTING.into_iter().any(|act| norm.acts.contains(act))
}

/// What a policy says that it collects.
fn collected(policy: &Policy) -> BTreeSet<ConceptId> {
    let says_what = |norm: &&Norm| collects(norm) && !(norm.data.inferred && norm.routes.is_some());
    let named = policy.norms.iter().filter(says_what).flat_map(|norm| &norm.data.named);
    named.copied().collect()
}

/// What it takes to see that two norms say the same.
struct Likeness<'c> {
    pairing: &'c Pairing,
    policies: [&'c Policy; 2],
    vocabulary: &'c JointVocabulary,
    /// Per revision, what it says that it collects.
    collected: [BTreeSet<ConceptId>; 2],
}

impl Likeness<'_> {
    /// Whether a norm speaks of whatever its policy collects: a stated purpose, or a route for which no data is named.
    fn is_about_collected(&self, side: Side, norm: &Norm) -> bool {
        let collected = &self.collected[side.index()];
        let named = || norm.data.named.iter().copied().collect::<BTreeSet<_>>();
        let whatever = || named() == *collected || collected.is_empty() && norm.data.named == [ConceptId::TOP];
        norm.data.inferred && !norm.effect.refuses() && (!collects(norm) || norm.routes.is_some()) && whatever()
    }

    /// Whether two norms say the same in the words that both revisions know. What only the vocabulary changed under them is
    /// no change of theirs.
    fn are_same(&self, old: &Norm, new: &Norm) -> bool {
        let same = |dimension, before: &LeafSet, after: &LeafSet| {
            let joint = self.vocabulary.joint(dimension);
            let known = |side, set| joint.joint_set(side, set).intersection(joint.shared());
            known(Side::Old, before) == known(Side::New, after)
        };
        let named = |dimension, before: &[ConceptId], after: &[ConceptId]| {
            let joint = self.vocabulary.joint(dimension);
            let before: BTreeSet<_> = before.iter().map(|id| joint.counterpart(Side::Old, *id)).collect();
            before == after.iter().copied().map(Some).collect()
        };
        let scope = |dimension, before: &Scope, after: &Scope| {
            // What the stated purposes are about is what the policy collects: named there, not here.
            let elsewhere = dimension == Dimension::Data
                && self.is_about_collected(Side::Old, old)
                && self.is_about_collected(Side::New, new);
            (elsewhere || named(dimension, &before.named, &after.named))
                && named(dimension, &before.except, &after.except)
                && same(dimension, &before.leaves, &after.leaves)
        };
        let conditions = |before: &AnyOf, after: &AnyOf| same(Dimension::Condition, &before.leaves, &after.leaves);
        let clauses = |before: &[ClauseId], after: &[ClauseId]| {
            let before: BTreeSet<_> = before.iter().map(|clause| self.pairing.new_of(*clause)).collect();
            before == after.iter().copied().map(Some).collect()
        };
        let routes = |side, norm: &Norm| {
            let routes = norm.routes.as_ref();
            routes.map(|routes| self.vocabulary.routes.joint_set(side, routes))
        };
        // The end of another period, which one revision alone knows, is no word that was added.
        let ends = |policy: &Policy, norm: &Norm| -> BTreeSet<Lapse> {
            let ends = norm
                .period
                .iter()
                .flat_map(|period| period.ends.iter().chain(&period.at_least));
            ends.filter_map(|id| policy.vocabulary.conditions.get(*id).lapse.clone())
                .collect()
        };
        old.effect == new.effect
            && ends(self.policies[0], old) == ends(self.policies[1], new)
            && old.acts == new.acts
            && scope(Dimension::Data, &old.data, &new.data)
            && scope(Dimension::Party, &old.parties, &new.parties)
            && scope(Dimension::Purpose, &old.purposes, &new.purposes)
            && routes(Side::Old, old) == routes(Side::New, new)
            && old.processing == new.processing
            && old.requires.len() == new.requires.len()
            && old
                .requires
                .iter()
                .zip(&new.requires)
                .all(|(before, after)| conditions(before, after))
            && conditions(&old.unless.conditions, &new.unless.conditions)
            && clauses(&old.unless.clauses, &new.unless.clauses)
            && old.rank == new.rank
            && clauses(&old.priority_over, &new.priority_over)
    }
}
