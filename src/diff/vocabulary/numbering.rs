//! The order of the joint leaves.
//!
//! It does not depend on which revision is the old one, so that what is gathered from leaves in their order is the same
//! for `diff(A, B)` and `diff(B, A)`.

use std::collections::BTreeMap;

use super::{JointLeaf, Side};
use crate::vocabulary::{ConceptId, Graph, Leaf, Place};

/// The joint leaves of two graphs whose concepts were matched.
pub(super) fn leaves(old: &Graph, new: &Graph, new_of_old: &[Option<ConceptId>]) -> Vec<JointLeaf> {
    // A revision that declares nothing here tells nothing apart: its one leaf is every leaf of the other.
    match (old.is_empty(), new.is_empty()) {
        (true, true) => return vec![of(Some(0), Some(0))],
        (true, false) => {
            return (0..new.leaf_count() as u32)
                .map(|leaf| of(Some(0), Some(leaf)))
                .collect();
        }
        (false, true) => {
            return (0..old.leaf_count() as u32)
                .map(|leaf| of(Some(leaf), Some(0)))
                .collect();
        }
        (false, false) => {}
    }
    let mut new_leaf: Vec<Option<u32>> = vec![None; old.leaf_count()];
    let mut old_leaf: Vec<Option<u32>> = vec![None; new.leaf_count()];
    // The rest of the top element is one leaf of both, where both have it. A party in another country is not what it was.
    let there: BTreeMap<(ConceptId, Place), u32> =
        spots(new).map(|(leaf, word, place)| ((word, place), leaf)).collect();
    for (before, word, place) in spots(old) {
        let same = new_of_old[word.index()].and_then(|same| there.get(&(same, place)).copied());
        if let Some(after) = same {
            new_leaf[before as usize] = Some(after);
            old_leaf[after as usize] = Some(before);
        }
    }
    match names(old) <= names(new) {
        true => merge(&new_leaf, &old_leaf, Side::Old),
        false => merge(&old_leaf, &new_leaf, Side::New),
    }
}

/// The leaves, each with the word that it belongs to, and where that is.
fn spots(graph: &Graph) -> impl Iterator<Item = (u32, ConceptId, Place)> + '_ {
    (0..graph.leaf_count() as u32).map(|leaf| (leaf, word(graph, leaf), graph.place(leaf)))
}

/// The word that a leaf belongs to: of the place of a party, the party.
pub(super) fn word(graph: &Graph, leaf: u32) -> ConceptId {
    let concept = graph.leaf_concept(leaf);
    graph.party_of(concept).unwrap_or(concept)
}

/// The leaves of the first revision in their order; what only the second knows comes after what it stands behind there.
fn merge(second_of_first: &[Option<u32>], first_of_second: &[Option<u32>], first: Side) -> Vec<JointLeaf> {
    let leaf = |one: Option<u32>, two: Option<u32>| match first {
        Side::Old => of(one, two),
        Side::New => of(two, one),
    };
    let mut behind: Vec<Vec<u32>> = vec![Vec::new(); second_of_first.len() + 1];
    let mut after = 0;
    for (second, first) in (0u32..).zip(first_of_second) {
        match first {
            Some(first) => after = *first as usize + 1,
            None => behind[after].push(second),
        }
    }
    let alone = |after: usize| behind[after].iter().map(move |second| leaf(None, Some(*second)));
    let mut leaves: Vec<JointLeaf> = alone(0).collect();
    for (first, second) in (0u32..).zip(second_of_first) {
        leaves.push(leaf(Some(first), *second));
        leaves.extend(alone(first as usize + 1));
    }
    leaves
}

fn of(old: Option<u32>, new: Option<u32>) -> JointLeaf {
    JointLeaf { old, new }
}

/// The names of the leaves in their order, and where they are: what tells the two revisions apart whichever is the old one.
fn names(graph: &Graph) -> Vec<(&str, bool, Place)> {
    (0..graph.leaf_count() as u32)
        .map(|leaf| match graph.leaf(leaf) {
            Leaf::Concept(id) => (graph.get(id).name.as_str(), false, graph.place(leaf)),
            Leaf::Rest(id) => (graph.get(id).name.as_str(), true, graph.place(leaf)),
        })
        .collect()
}
