//! Where the leaves of a policy stand in a numbering that several policies share.

use crate::norm::Scope;
use crate::policy::Policy;
use crate::vocabulary::{Dimension, Graph, LeafSet};

/// Where the leaves of a policy stand in the numbering of the space: leaf n of a dimension is `maps.data[n]` and so on. No
/// two leaves of one policy stand in one place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct LeafMaps {
    pub(crate) data: Vec<u32>,
    pub(crate) parties: Vec<u32>,
    pub(crate) purposes: Vec<u32>,
    pub(crate) conditions: Vec<u32>,
    pub(crate) routes: Vec<u32>,
    /// Further places of a leaf (dimension, leaf, place): where the policy stands for what it does not tell apart.
    pub(crate) also: Vec<(Dimension, u32, u32)>,
    /// Every leaf stands in its own place.
    in_place: bool,
}

impl LeafMaps {
    /// Every leaf in its own place.
    pub(crate) fn identity(policy: &Policy) -> Self {
        let vocabulary = &policy.vocabulary;
        let leaves = |dimension| (0..vocabulary.graph(dimension).leaf_count() as u32).collect();
        Self {
            data: leaves(Dimension::Data),
            parties: leaves(Dimension::Party),
            purposes: leaves(Dimension::Purpose),
            conditions: leaves(Dimension::Condition),
            routes: (0..vocabulary.routes.len() as u32).collect(),
            in_place: true,
            ..Self::default()
        }
    }

    /// The leaves of each dimension, and the routes, where they stand.
    pub(crate) fn new([data, parties, purposes, conditions]: [Vec<u32>; 4], routes: Vec<u32>) -> Self {
        Self {
            data,
            parties,
            purposes,
            conditions,
            routes,
            ..Self::default()
        }
    }

    /// A set of leaves of the policy, by the places where they stand.
    pub(super) fn numbered(&self, dimension: Dimension, leaves: &LeafSet) -> LeafSet {
        if self.in_place && self.also.is_empty() {
            return leaves.clone();
        }
        let places = leaves.mapped(self.of(dimension));
        let further = self.also.iter();
        let further = further.filter(|(of, leaf, _)| *of == dimension && leaves.contains(*leaf));
        let further: LeafSet = further.map(|(_, _, place)| *place).collect();
        match further.is_empty() {
            true => places,
            false => places.union(&further),
        }
    }

    /// The leaves of a scope, by the places where they stand. What stands for several leaves is not in it when one of them is
    /// excepted.
    pub(super) fn scope(&self, graph: &Graph, scope: &Scope) -> LeafSet {
        let dimension = graph.dimension();
        let places = self.numbered(dimension, &scope.leaves);
        if self.also.is_empty() || scope.except.is_empty() {
            return places;
        }
        let except = graph.leaves_of_all(&scope.except);
        let also = self.also.iter();
        let excepted = also.filter(|(of, leaf, _)| *of == dimension && except.contains(*leaf));
        places.difference(&excepted.map(|(_, _, place)| *place).collect())
    }

    pub(super) fn of(&self, dimension: Dimension) -> &[u32] {
        match dimension {
            Dimension::Data => &self.data,
            Dimension::Party => &self.parties,
            Dimension::Purpose => &self.purposes,
            Dimension::Condition => &self.conditions,
        }
    }
}
