//! With whom an act is thinkable: what an example of a change is taken from.

use std::collections::BTreeMap;

use super::Teller;
use super::boxes::Product;
use crate::diff::vocabulary::Side;
use crate::norm::Act;
use crate::region::PARTIES;
use crate::vocabulary::LeafSet;

/// Per act: the parties, in joint leaves, with whom one of the revisions permits it by name or by a wider one.
#[derive(Debug)]
pub(super) struct Actors(BTreeMap<Act, LeafSet>);

impl Actors {
    /// Those of two revisions: of an act that the operator does alone, the operator.
    pub(super) fn of(words: Teller<'_>) -> Self {
        let joint = &words.vocabulary.parties;
        let mut found: BTreeMap<Act, LeafSet> = BTreeMap::new();
        for (side, policy) in [(Side::Old, words.old), (Side::New, words.new)] {
            let operator = policy.metadata.operator.as_ref();
            let own =
                operator.map(|operator| joint.joint_set(side, policy.vocabulary.parties.leaves_of(operator.party)));
            let mut add = |act: Act, leaves: &LeafSet| {
                let known = found.entry(act).or_insert_with(LeafSet::empty);
                *known = known.union(leaves);
            };
            for norm in policy.norms.iter().filter(|norm| !norm.effect.refuses()) {
                let leaves = joint.joint_set(side, &norm.parties.leaves);
                for act in norm.acts.iter().filter(|act| act.has_other_party()) {
                    // Nobody provides to himself.
                    let others = own
                        .as_ref()
                        .map_or_else(|| leaves.clone(), |own| leaves.difference(own));
                    add(act, &others);
                }
            }
            for act in Act::ALL.iter().filter(|act| !act.has_other_party()) {
                add(*act, &own.clone().unwrap_or_else(LeafSet::empty));
            }
        }
        Self(found)
    }

    /// The first request of a product, of those that are thinkable if there are some, and whether there are none.
    pub(super) fn first(&self, product: &Product) -> (bool, Vec<u32>) {
        let thinkable = product.acts().iter().find_map(|act| {
            let parties = self.0.get(&act)?;
            product.narrowed(act, PARTIES, parties)
        });
        match thinkable {
            Some(part) => (false, part.first()),
            None => (true, product.first()),
        }
    }
}
