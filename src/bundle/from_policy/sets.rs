//! The sets of leaves of a policy, each once.

use std::collections::HashMap;

use crate::norm::{AnyOf, Norm, Scope};
use crate::policy::Policy;
use crate::vocabulary::{Dimension, Graph, LeafSet};

/// The numbers of the sets that a policy refers to.
#[derive(Default)]
pub(super) struct Sets {
    pub(super) dimensions: [Numbered; 4],
}

#[derive(Default)]
pub(super) struct Numbered {
    pub(super) numbers: HashMap<LeafSet, u32>,
    pub(super) sets: Vec<LeafSet>,
}

impl Sets {
    /// Gathers the sets in the order in which the document refers to them.
    pub(super) fn of(policy: &Policy) -> Self {
        let mut sets = Self::default();
        let vocabulary = &policy.vocabulary;
        for linking in &vocabulary.linkings {
            sets.add_conditions(policy, &linking.when);
        }
        for norm in &policy.norms {
            for (dimension, scope) in scopes(norm) {
                sets.add_withheld(policy, dimension, &withheld(policy, dimension, norm));
                sets.add(policy, dimension, &scope.leaves);
            }
            sets.add(policy, Dimension::Data, &norm.excepted_data(&vocabulary.data));
            sets.add_conditions(policy, &norm.requires);
            sets.add_conditions(policy, std::slice::from_ref(&norm.unless.conditions));
            if let Some(transform) = &norm.transform {
                sets.add(policy, Dimension::Data, &transform.removes(&vocabulary.data));
            }
        }
        sets
    }

    fn add_conditions(&mut self, policy: &Policy, choices: &[AnyOf]) {
        for choice in choices {
            self.add(policy, Dimension::Condition, &choice.leaves);
        }
    }

    /// What is withheld stands in the document only where something is.
    fn add_withheld(&mut self, policy: &Policy, dimension: Dimension, withheld: &LeafSet) {
        if !withheld.is_empty() {
            self.add(policy, dimension, withheld);
        }
    }

    fn add(&mut self, policy: &Policy, dimension: Dimension, set: &LeafSet) {
        let numbered = &mut self.dimensions[dimension as usize];
        if is_all(policy.vocabulary.graph(dimension), set) || numbered.numbers.contains_key(set) {
            return;
        }
        numbered.numbers.insert(set.clone(), numbered.sets.len() as u32);
        numbered.sets.push(set.clone());
    }
}

fn scopes(norm: &Norm) -> [(Dimension, &Scope); 3] {
    [
        (Dimension::Data, &norm.data),
        (Dimension::Party, &norm.parties),
        (Dimension::Purpose, &norm.purposes),
    ]
}

fn is_all(graph: &Graph, set: &LeafSet) -> bool {
    set.len() == graph.leaf_count()
}

/// What a norm's names stand for and its scope does not cover all the same.
pub(super) fn withheld(policy: &Policy, dimension: Dimension, norm: &Norm) -> LeafSet {
    let graph = policy.vocabulary.graph(dimension);
    let scope = match dimension {
        Dimension::Data => &norm.data,
        Dimension::Party => &norm.parties,
        Dimension::Purpose | Dimension::Condition => &norm.purposes,
    };
    let whole = match norm.transform.is_some() && dimension == Dimension::Data {
        // Processed, where there is a transform.
        true => named_data(norm, graph).covered_data(graph),
        false => named(scope, graph),
    };
    whole.difference(&scope.leaves)
}

/// The norm with all data that its names stand for, nothing withheld.
fn named_data(norm: &Norm, graph: &Graph) -> Norm {
    let mut norm = norm.clone();
    norm.data.leaves = named(&norm.data, graph);
    norm
}

fn named(scope: &Scope, graph: &Graph) -> LeafSet {
    let named = graph.leaves_of_all(&scope.named);
    named.difference(&graph.leaves_of_all(&scope.except))
}
