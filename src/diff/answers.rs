//! What somebody answers for, leaf by leaf.

use crate::vocabulary::LeafSet;

/// What becomes wider, and what somebody answers for, leaf by leaf of the dimensions that can be named.
#[derive(Debug)]
pub(super) struct Answers {
    /// Whatever some widening is about.
    pub(super) wider: [LeafSet; 3],
    /// Per new acknowledgement, in their order: the leaves it answers for by a word, or by the clause that declares them.
    pub(super) answered: Vec<[LeafSet; 3]>,
}
