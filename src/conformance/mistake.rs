//! What a program that enforces a policy may get wrong: each a policy in which one thing that decides is dropped.

use crate::norm::{Effect, Norm, Processing, Rank};
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, LeafSet, Linking};

/// The norm with one thing dropped, for each thing that there is to drop.
pub(super) fn of_norm(policy: &Policy, norm: &Norm) -> Vec<Norm> {
    let vocabulary = &policy.vocabulary;
    let all = |leaves: usize| LeafSet::range(0, leaves as u32);
    let mut wrong = Vec::new();
    let mut add = |change: &dyn Fn(&mut Norm)| {
        let mut changed = norm.clone();
        change(&mut changed);
        if changed != *norm {
            wrong.push(changed);
        }
    };
    // The norm itself: it covers nothing any more.
    add(&|norm| norm.data.leaves = LeafSet::empty());
    add(&|norm| norm.data.leaves = all(vocabulary.data.leaf_count()));
    add(&|norm| norm.parties.leaves = all(vocabulary.parties.leaf_count()));
    add(&|norm| norm.purposes.leaves = all(vocabulary.purposes.leaf_count()));
    add(&|norm| norm.routes = None);
    add(&|norm| norm.rank = Rank::Ordinary);
    add(&|norm| {
        norm.processing = match norm.effect {
            Effect::Permit => Processing::Raw,
            Effect::Forbid | Effect::Limit => Processing::Aggregate,
        };
    });
    add(&|norm| {
        norm.data.except.clear();
        norm.transform = None;
    });
    for index in 0..norm.requires.len() {
        add(&|norm| drop(norm.requires.remove(index)));
    }
    add(&|norm| norm.unless.conditions.leaves = LeafSet::empty());
    for index in 0..norm.unless.clauses.len() {
        add(&|norm| {
            norm.unless.clauses.remove(index);
        });
    }
    for index in 0..norm.priority_over.len() {
        add(&|norm| {
            norm.priority_over.remove(index);
        });
    }
    wrong
}

/// The linking gone, and with each of its conditions dropped.
pub(super) fn of_linking(linking: &Linking) -> Vec<Linking> {
    let gone = Linking {
        to: ConceptId::TOP,
        ..linking.clone()
    };
    let fewer = (0..linking.when.len()).map(|index| {
        let mut linking = linking.clone();
        linking.when.remove(index);
        linking
    });
    [gone].into_iter().chain(fewer).collect()
}
