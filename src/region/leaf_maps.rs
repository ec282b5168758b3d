//! Where the leaves of a policy stand in a numbering that several policies share.

use crate::norm::{Norm, Scope};
use crate::policy::Policy;
use crate::vocabulary::{Dimension, Graph, LeafSet, excepted_by_article_27};

/// Where the leaves of a policy stand in the numbering of the space: leaf n of a dimension is `maps.data[n]` and so on. No
/// two leaves of one policy stand in one place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct LeafMaps {
    pub(crate) data: Vec<u32>,
    pub(crate) parties: Vec<u32>,
    pub(crate) purposes: Vec<u32>,
    pub(crate) conditions: Vec<u32>,
    pub(crate) routes: Vec<u32>,
    /// Further places of leaves: where the policy stands for what it does not tell apart.
    pub(crate) also: Vec<Also>,
    /// Every leaf stands in its own place.
    in_place: bool,
}

/// A further place of a leaf: a word that the policy does not know, and that a wider one of it contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Also {
    /// The dimension of the leaf.
    pub(crate) dimension: Dimension,
    /// The leaf.
    pub(crate) leaf: u32,
    /// The place.
    pub(crate) place: u32,
    /// What of the policy speaks of it.
    pub(crate) by: Wider,
}

/// What a policy says of a word that it does not know, where it speaks of a wider one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wider {
    /// Whatever it says.
    All,
    /// What it refuses: it knows a smaller part of the word and permits no more than that.
    Refusals,
    /// What it refuses, and what it permits with a clause on transfers abroad or in a case that article 27(1) excepts: otherwise
    /// somebody abroad is not meant by a general name.
    Abroad,
}

impl Wider {
    fn is_said_by(self, policy: &Policy, norm: &Norm) -> bool {
        norm.effect.refuses()
            || match self {
                Self::All => true,
                Self::Refusals => false,
                Self::Abroad => reaches_abroad(policy, norm) || is_excepted(policy, norm),
            }
    }
}

/// Whether a clause on transfers abroad lets a norm reach parties abroad by a general name.
fn reaches_abroad(policy: &Policy, norm: &Norm) -> bool {
    let around = policy.document.path(norm.provenance.clause);
    let mut transfers = policy.transfers_abroad.iter();
    transfers.any(|transfer| transfer.covers.iter().any(|clause| around.contains(clause)))
}

/// Whether a case of it is one that article 27(1) excepts and no other, which article 28 leaves to it. 同意 beside 法令 is a case of
/// consent too, and reaches nobody abroad by a general name.
fn is_excepted(policy: &Policy, norm: &Norm) -> bool {
    let excepted = excepted_by_article_27(&policy.vocabulary.conditions);
    let mut asked = norm.requires.iter().map(|any| &any.leaves);
    asked.any(|leaves| !leaves.is_empty() && leaves.is_subset(&excepted))
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
        self.places(dimension, leaves, |by| by == Wider::All)
    }

    /// The same, with the further places of leaves of which what counts says something.
    fn places(&self, dimension: Dimension, leaves: &LeafSet, counts: impl Fn(Wider) -> bool) -> LeafSet {
        if self.in_place && self.also.is_empty() {
            return leaves.clone();
        }
        let places = leaves.mapped(self.of(dimension));
        let further = self.also.iter().filter(|one| one.dimension == dimension);
        let further = further.filter(|one| leaves.contains(one.leaf) && counts(one.by));
        let further: LeafSet = further.map(|one| one.place).collect();
        match further.is_empty() {
            true => places,
            false => places.union(&further),
        }
    }

    /// The leaves of a scope of a norm, by the places where they stand. What stands for several leaves is not in it when one of
    /// them is excepted.
    pub(super) fn scope(&self, policy: &Policy, norm: &Norm, graph: &Graph, scope: &Scope) -> LeafSet {
        let dimension = graph.dimension();
        let places = self.places(dimension, &scope.leaves, |by| by.is_said_by(policy, norm));
        if self.also.is_empty() || scope.except.is_empty() {
            return places;
        }
        let except = graph.leaves_of_all(&scope.except);
        let also = self.also.iter();
        let excepted = also.filter(|one| one.dimension == dimension && except.contains(one.leaf));
        places.difference(&excepted.map(|one| one.place).collect())
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
