//! Requests as a product of sets, one a dimension.

use super::axis::DATA;
use crate::norm::ActSet;
use crate::vocabulary::LeafSet;

/// A product: every request whose act is one of these and whose leaf in each dimension lies in its set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Region {
    pub(crate) acts: ActSet,
    /// One set a dimension, in the order of the axes of the space. Where no policy declares a route there is one leaf, 0, that
    /// stands for whatever way the data came.
    pub(crate) sets: Vec<LeafSet>,
}

impl Region {
    /// The data.
    pub(crate) fn data(&self) -> &LeafSet {
        &self.sets[DATA]
    }

    /// The same requests with another set in one dimension.
    pub(crate) fn with(&self, axis: usize, set: LeafSet) -> Self {
        let mut region = self.clone();
        region.sets[axis] = set;
        region
    }

    /// What lies in both.
    pub(crate) fn intersection(&self, other: &Self) -> Self {
        let sets = self.sets.iter().zip(&other.sets);
        Self {
            acts: self.acts.intersection(other.acts),
            sets: sets.map(|(one, two)| one.intersection(two)).collect(),
        }
    }

    /// Whether something lies in both.
    pub(crate) fn intersects(&self, other: &Self) -> bool {
        let mut sets = self.sets.iter().zip(&other.sets);
        !self.acts.intersection(other.acts).is_empty() && sets.all(|(one, two)| one.intersects(two))
    }

    /// Whether nothing lies in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.acts.is_empty() || self.sets.iter().any(LeafSet::is_empty)
    }
}
