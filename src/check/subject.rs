//! The policy under check, with what several checks ask of it.

use std::collections::BTreeMap;

use crate::document::ClauseId;
use crate::norm::{Act, ActSet, Norm, NormId};
use crate::policy::Policy;
use crate::span::Span;
use crate::vocabulary::{ConceptId, Graph, LeafSet};

/// The policy, and what it says as a whole.
#[derive(Debug)]
pub(super) struct Subject<'p> {
    pub(super) policy: &'p Policy,
    /// The norms of each clause that states some, in the order of the document.
    pub(super) clauses: BTreeMap<ClauseId, Vec<NormId>>,
    /// For each norm whether there is no request to which it applies.
    pub(super) inert: Vec<bool>,
}

impl<'p> Subject<'p> {
    pub(super) fn new(policy: &'p Policy) -> Self {
        let mut clauses: BTreeMap<ClauseId, Vec<NormId>> = BTreeMap::new();
        for (index, norm) in policy.norms.iter().enumerate() {
            let id = NormId(index as u32);
            clauses.entry(norm.provenance.clause).or_default().push(id);
        }
        Self {
            policy,
            clauses,
            inert: policy.norms.iter().map(applies_never).collect(),
        }
    }

    pub(super) fn norm(&self, id: NormId) -> &'p Norm {
        &self.policy.norms[id.0 as usize]
    }

    pub(super) fn is_inert(&self, id: NormId) -> bool {
        self.inert[id.0 as usize]
    }

    pub(super) fn clause_of(&self, id: NormId) -> ClauseId {
        self.norm(id).provenance.clause
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = NormId> + use<> {
        (0..self.policy.norms.len() as u32).map(NormId)
    }

    /// The permits of some acts that can apply, in order.
    pub(super) fn permits(&self, acts: ActSet) -> impl Iterator<Item = (NormId, &'p Norm)> + '_ {
        self.ids()
            .filter(|id| !self.is_inert(*id))
            .map(|id| (id, self.norm(id)))
            .filter(move |(_, norm)| !norm.effect.refuses() && !norm.acts.intersection(acts).is_empty())
    }

    /// The same without what prohibitions permit as exceptions: what the policy says may be done in its own right.
    pub(super) fn main_permits(&self, acts: ActSet) -> impl Iterator<Item = (NormId, &'p Norm)> + '_ {
        self.permits(acts).filter(|(_, norm)| !norm.exception)
    }

    pub(super) fn data(&self) -> &'p Graph {
        &self.policy.vocabulary.data
    }

    pub(super) fn parties(&self) -> &'p Graph {
        &self.policy.vocabulary.parties
    }

    pub(super) fn purposes(&self) -> &'p Graph {
        &self.policy.vocabulary.purposes
    }

    /// Whether ways of collection are declared.
    pub(super) fn has_routes(&self) -> bool {
        !self.policy.vocabulary.routes.is_empty()
    }

    /// Where a norm is stated.
    pub(super) fn span(&self, id: NormId) -> Span {
        self.norm(id).provenance.span
    }

    /// The data with what a linking may bring under it: a linked leaf counts as その他 of what it is linked to.
    pub(super) fn with_linked(&self, data: &LeafSet) -> LeafSet {
        let graph = self.data();
        let mut reached = data.clone();
        loop {
            let linked = self.policy.vocabulary.linkings.iter();
            let brought = linked.filter(|linking| graph.own_leaf(linking.to).intersects(&reached));
            let wider = LeafSet::union_all(brought.map(|linking| graph.leaves_of(linking.from)).chain([&reached]));
            if wider == reached {
                return reached;
            }
            reached = wider;
        }
    }

    /// What a norm names in a dimension, without the top element.
    pub(super) fn named(named: &[ConceptId]) -> impl Iterator<Item = ConceptId> + '_ {
        named.iter().copied().filter(|id| *id != ConceptId::TOP)
    }
}

/// Whether nothing is left of a norm's sets, or its conditions cannot be met: what it requires is what lifts it.
fn applies_never(norm: &Norm) -> bool {
    norm.acts.is_empty()
        || norm.data.leaves.is_empty()
        || norm.parties.leaves.is_empty()
        || norm.purposes.leaves.is_empty()
        || norm.routes.as_ref().is_some_and(Vec::is_empty)
        || !can_be_met(norm)
}

/// Whether some conditions make the norm apply: each 場合 has one that no 但し names.
pub(super) fn can_be_met(norm: &Norm) -> bool {
    let lifted = &norm.unless.conditions.leaves;
    norm.requires.iter().all(|any| !any.leaves.is_subset(lifted))
}

/// Some acts as a set.
pub(super) fn acts(acts: &[Act]) -> ActSet {
    acts.iter().copied().collect()
}
