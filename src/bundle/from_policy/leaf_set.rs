//! The sets of leaves as they stand in the document: each once, in the order of its first use.

use super::{Writer, map};
use crate::bundle::v1;
use crate::vocabulary::{Dimension, LeafSet};

impl Writer<'_> {
    /// How a set is referred to.
    ///
    /// INVARIANT: every set that a part refers to was gathered.
    pub(super) fn set(&self, dimension: Dimension, set: &LeafSet) -> v1::SetRef {
        match self.sets.dimensions[dimension as usize].numbers.get(set) {
            Some(number) => v1::SetRef::Numbered(*number),
            None => v1::SetRef::All(v1::Everything::Everything),
        }
    }
}

pub(in crate::bundle) fn leaf_sets(writer: &Writer<'_>) -> v1::LeafSets {
    let of = |dimension| {
        map(&writer.sets.dimensions[dimension as usize].sets, |set| {
            leaf_set(writer, dimension, set)
        })
    };
    v1::LeafSets {
        data_categories: of(Dimension::Data),
        parties: of(Dimension::Party),
        purposes: of(Dimension::Purpose),
        conditions: of(Dimension::Condition),
    }
}

fn leaf_set(writer: &Writer<'_>, dimension: Dimension, set: &LeafSet) -> v1::LeafSet {
    let count = writer.policy.vocabulary.graph(dimension).leaf_count();
    if set.len() <= count - set.len() {
        return v1::LeafSet::Leaves(writer.leaves(dimension, set));
    }
    let others = LeafSet::range(0, count as u32).difference(set);
    v1::LeafSet::AllBut(v1::AllBut {
        all_but: writer.leaves(dimension, &others),
    })
}
