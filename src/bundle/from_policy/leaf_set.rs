//! The sets of leaves as they stand in the document: each once, in the order of its first use.

use std::collections::HashMap;

use super::{Writer, map};
use crate::bundle::v1;
use crate::norm::{AnyOf, Norm, Scope};
use crate::policy::Policy;
use crate::vocabulary::{Dimension, Graph, LeafSet};

/// The numbers of the sets that a policy refers to.
#[derive(Default)]
pub(super) struct Sets {
    dimensions: [Numbered; 4],
}

#[derive(Default)]
struct Numbered {
    numbers: HashMap<LeafSet, u32>,
    sets: Vec<LeafSet>,
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
