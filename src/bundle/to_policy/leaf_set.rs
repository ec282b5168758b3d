//! The sets of leaves read back.
//!
//! A text of one set and many references to it describes more than it holds, so every reference is paid for.

use super::budget::Budget;
use super::concept_names::ConceptNames;
use super::parts::each;
use crate::bundle::error::{BundleError, NameKind, Within};
use crate::bundle::v1;
use crate::vocabulary::{Graph, LeafSet};

/// The sets of each graph, by number.
pub(super) struct Sets {
    dimensions: [Vec<LeafSet>; 4],
}

impl Sets {
    /// Reads the sets. `graphs` are in the order of [`Dimension`](crate::vocabulary::Dimension).
    pub(super) fn read(
        names: &ConceptNames<'_>,
        graphs: [&Graph; 4],
        sets: &v1::LeafSets,
    ) -> Result<Self, BundleError> {
        let lists = [
            (".data_categories", &sets.data_categories),
            (".parties", &sets.parties),
            (".purposes", &sets.purposes),
            (".conditions", &sets.conditions),
        ];
        let mut dimensions = [const { Vec::new() }; 4];
        for ((graph, (step, stated)), read) in graphs.into_iter().zip(lists).zip(&mut dimensions) {
            *read = each(stated, step, |set| leaf_set(names, graph, set))?;
        }
        Ok(Self { dimensions })
    }

    /// What a reference refers to. `step` is the member it stands in.
    pub(super) fn get(
        &self,
        budget: &Budget,
        graph: &Graph,
        reference: v1::SetRef,
        step: &str,
    ) -> Result<LeafSet, BundleError> {
        let number = match reference {
            v1::SetRef::All(_) => return Ok(all(graph)),
            v1::SetRef::Numbered(number) => number,
        };
        let set = self.dimensions[graph.dimension() as usize].get(number as usize);
        let set = set.ok_or_else(|| BundleError::UnresolvedName {
            path: step.to_owned(),
            kind: NameKind::LeafSet,
            name: number.to_string(),
        })?;
        budget.spend_on_set(set).within(|| step.to_owned())?;
        Ok(set.clone())
    }

    /// Makes sure that a reference refers to the set that follows from names.
    pub(super) fn expect(
        &self,
        budget: &Budget,
        graph: &Graph,
        reference: v1::SetRef,
        follows: &LeafSet,
        step: &str,
    ) -> Result<(), BundleError> {
        match self.get(budget, graph, reference, step)? == *follows {
            true => Ok(()),
            false => Err(BundleError::Inconsistent { path: step.to_owned() }),
        }
    }
}

fn leaf_set(names: &ConceptNames<'_>, graph: &Graph, set: &v1::LeafSet) -> Result<LeafSet, BundleError> {
    match set {
        v1::LeafSet::Leaves(leaves) => names.leaves(graph, leaves, ""),
        v1::LeafSet::AllBut(others) => Ok(all(graph).difference(&names.leaves(graph, &others.all_but, ".all_but")?)),
    }
}

fn all(graph: &Graph) -> LeafSet {
    LeafSet::range(0, graph.leaf_count() as u32)
}
