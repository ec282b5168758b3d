//! What the names of concepts and routes refer to.

use std::collections::BTreeMap;

use super::name::Names;
use super::parts::{each, invalid};
use crate::bundle::error::{BundleError, Wanted};
use crate::bundle::from_policy::TOP;
use crate::bundle::v1;
use crate::vocabulary::{ConceptId, Dimension, Graph, Leaf, LeafSet};

/// What the names of the vocabulary refer to.
pub(super) struct ConceptNames<'a> {
    pub(super) dimensions: Vec<Names<'a>>,
    pub(super) routes: Names<'a>,
    /// For each dimension, the leaf that each concept is or has as its rest.
    pub(super) own_leaves: Vec<Vec<Option<u32>>>,
    /// For each dimension, what asks about the rest of each concept that has one.
    pub(super) rests: Vec<BTreeMap<ConceptId, ConceptId>>,
}

impl ConceptNames<'_> {
    /// The concept of this name; the top element's is `*`.
    pub(super) fn concept(&self, dimension: Dimension, name: &str) -> Result<ConceptId, BundleError> {
        if name == TOP {
            return Ok(ConceptId::TOP);
        }
        concept_id(&self.dimensions[dimension as usize], name)
    }

    /// What a request asks about.
    pub(super) fn asked(&self, dimension: Dimension, asked: &v1::Asked) -> Result<ConceptId, BundleError> {
        match asked {
            v1::Asked::Concept(name) => self.concept(dimension, name),
            v1::Asked::Rest(rest) => {
                let id = self.concept(dimension, &rest.rest_of)?;
                let found = self.rests[dimension as usize].get(&id).copied();
                found.ok_or_else(|| invalid("", &rest.rest_of, Wanted::RestLeaf))
            }
        }
    }

    /// The route of this name.
    pub(super) fn route(&self, name: &str) -> Result<u32, BundleError> {
        self.routes.find(name)
    }

    /// The leaves listed.
    pub(super) fn leaves(&self, graph: &Graph, leaves: &[v1::Leaf], step: &str) -> Result<LeafSet, BundleError> {
        let numbers = each(leaves, step, |leaf| self.leaf(graph, leaf))?;
        Ok(numbers.into_iter().collect())
    }

    fn leaf(&self, graph: &Graph, leaf: &v1::Leaf) -> Result<u32, BundleError> {
        let (name, wanted) = match leaf {
            v1::Leaf::Concept(name) => (name, Wanted::Leaf),
            v1::Leaf::Rest(rest) => (&rest.rest_of, Wanted::RestLeaf),
        };
        let id = self.concept(graph.dimension(), name)?;
        self.own_leaves[graph.dimension() as usize][id.index()]
            .filter(|own| match graph.leaf(*own) {
                Leaf::Concept(_) => wanted == Wanted::Leaf,
                Leaf::Rest(_) => wanted == Wanted::RestLeaf,
            })
            .ok_or_else(|| invalid("", name, wanted))
    }
}

/// Number 0 is the top element, so the first concept declared is 1.
pub(super) fn concept_id(names: &Names<'_>, name: &str) -> Result<ConceptId, BundleError> {
    names.find(name).map(|index| ConceptId(index + 1))
}

pub(super) fn own_leaves(graph: &Graph) -> Vec<Option<u32>> {
    let mut own = vec![None; graph.len() + 1];
    for leaf in 0..graph.leaf_count() as u32 {
        own[graph.leaf_concept(leaf).index()] = Some(leaf);
    }
    own
}
