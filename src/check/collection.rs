//! H0509 and H0510: what is handled is collected, and what is collected is handled (data minimisation; Eddy: over-collection).

use std::collections::BTreeMap;

use super::page;
use super::sentences::collection as say;
use super::subject::{Subject, acts};
use super::words;
use crate::diagnostic::{Code, Diagnostic};
use crate::norm::{Act, ActSet, NormId};
use crate::region::Witness;
use crate::text::sentence::Name;
use crate::vocabulary::{ConceptId, LeafSet};

/// How many clauses are marked.
const MARKED: usize = 5;

/// One finding for each data category on one side only. Silent where the policy states no collection.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some((collecting, _)) = subject.main_permits(ActSet::single(Act::Collect)).next() else {
        return Vec::new();
    };
    let mut diagnostics = never_collected(subject, collecting);
    diagnostics.extend(never_used(subject));
    diagnostics
}

/// The acts by which data comes in.
fn incoming() -> ActSet {
    acts(&[Act::Collect, Act::Receive, Act::AcceptEntrustment])
}

/// The acts that make something of data.
fn handling() -> ActSet {
    acts(&[
        Act::Use,
        Act::Provide,
        Act::Entrust,
        Act::Share,
        Act::Transmit,
        Act::TransferAbroad,
        Act::Publish,
    ])
}

/// What comes in, with what counts as it by a linking and what is made of it by 一般化. What is collected as an exception alone
/// is (「本人の同意なく取得しません」).
fn collected(subject: &Subject<'_>) -> LeafSet {
    let sets: Vec<&LeafSet> = subject.permits(incoming()).map(|(_, norm)| &norm.data.leaves).collect();
    let graph = subject.data();
    let mut had = LeafSet::union_all(sets);
    let transforms = || subject.policy.norms.iter().filter_map(|norm| norm.transform.as_ref());
    loop {
        let mut wider = subject.with_linked(&had);
        for (from, to) in transforms().flat_map(|transform| &transform.generalise) {
            if graph.leaves_of(*from).intersects(&wider) {
                wider = wider.union(graph.leaves_of(*to));
            }
        }
        if wider == had {
            return had;
        }
        had = wider;
    }
}

/// The concepts that permits of some acts name and of which nothing lies in a set, with the norms that name them.
fn named_outside(subject: &Subject<'_>, acts: ActSet, set: &LeafSet) -> BTreeMap<ConceptId, Vec<NormId>> {
    let graph = subject.data();
    let mut found: BTreeMap<ConceptId, Vec<NormId>> = BTreeMap::new();
    for (id, norm) in subject.main_permits(acts) {
        for concept in Subject::named(&norm.data.named) {
            let named = graph.leaves_of(concept);
            // What the clause itself takes out is not handled by it.
            if named.intersects(&norm.data.leaves) && !named.intersects(set) {
                found.entry(concept).or_default().push(id);
            }
        }
    }
    found
}

fn never_collected(subject: &Subject<'_>, collecting: NormId) -> Vec<Diagnostic> {
    let handled = handling().with(Act::Retain);
    let found = named_outside(subject, handled, &collected(subject));
    let found: BTreeMap<ConceptId, Vec<NormId>> = (found.into_iter())
        .filter(|(concept, _)| !page::is_made(subject.data(), *concept))
        .collect();
    let told = |(concept, norms): (&ConceptId, &Vec<NormId>)| {
        let name = Name(words::name(subject.data(), *concept).to_owned());
        let first = norms[0];
        let clause = subject.cited(first);
        let leaves = subject
            .data()
            .leaves_of(*concept)
            .intersection(&subject.norm(first).data.leaves);
        let witness = Witness {
            data: leaves.first().unwrap_or_default(),
            ..Witness::under(subject.norm(first))
        };
        let request = witness.told(subject, &[subject.norm(first)]);
        let mut diagnostic = Diagnostic::new(Code::H0509, say::never_collected(&name));
        for id in norms.iter().take(MARKED) {
            let act = words::act_of(subject.policy, *id);
            diagnostic = diagnostic.label(subject.span(*id), say::handled_by(&subject.cited(*id), &act));
        }
        diagnostic
            .label(subject.span(collecting), say::collection())
            .note(say::handled_for_example(&request, &clause, &name))
            .help(say::collect_it(&name))
    };
    found.iter().map(told).collect()
}

/// Silent where no use is stated: then the policy does not say what anything is collected for.
fn never_used(subject: &Subject<'_>) -> Vec<Diagnostic> {
    if subject.main_permits(ActSet::single(Act::Use)).next().is_none() {
        return Vec::new();
    }
    let sets: Vec<&LeafSet> = subject
        .main_permits(handling())
        .map(|(_, norm)| &norm.data.leaves)
        .collect();
    let used = LeafSet::union_all(sets);
    let found = named_outside(subject, ActSet::single(Act::Collect), &used);
    let told = |(concept, norms): (&ConceptId, &Vec<NormId>)| {
        let name = Name(words::name(subject.data(), *concept).to_owned());
        Diagnostic::new(Code::H0510, say::never_used(&name))
            .label(subject.span(norms[0]), say::collected_by(&subject.cited(norms[0])))
            .note(say::minimisation())
            .help(say::use_it(&name))
    };
    found.iter().map(told).collect()
}
