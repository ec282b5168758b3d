//! H0506, H0507: riders that reach nothing, and limits that together leave nothing (Catala: overlapping exceptions).

use std::collections::BTreeSet;

use super::relation;
use super::search::Search;
use super::sentences::riders as say;
use super::subject::Subject;
use super::words;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::ClauseId;
use crate::norm::{Effect, NormId, Processing, Rank};
use crate::region::{PURPOSES, Region};
use crate::text::sentence::{Items, Name, Purposes};
use crate::vocabulary::{ConceptId, LeafSet};

/// The riders that no base clause ever meets. None where there are no base clauses: then the policy says too little.
pub(super) fn idle(subject: &Subject<'_>, search: &Search) -> BTreeSet<ClauseId> {
    if base(subject).next().is_none() {
        return BTreeSet::new();
    }
    let is_idle = |norms: &Vec<NormId>| {
        let mut riders = norms.iter().filter(|id| is_live_rider(subject, **id)).peekable();
        riders.peek().is_some() && riders.all(|id| !base(subject).any(|permit| meets(subject, search, *id, permit)))
    };
    (subject.clauses.iter())
        .filter(|(_, norms)| is_idle(norms))
        .map(|(clause, _)| *clause)
        .collect()
}

/// What the policy permits but for its riders.
fn base(subject: &Subject<'_>) -> impl Iterator<Item = NormId> {
    subject
        .ids()
        .filter(|id| !subject.is_inert(*id) && !subject.norm(*id).effect.refuses())
        .filter(|id| subject.norm(*id).rank == Rank::Ordinary)
}

fn is_live_rider(subject: &Subject<'_>, id: NormId) -> bool {
    let norm = subject.norm(id);
    norm.rank == Rank::Rider && norm.effect.refuses() && !subject.is_inert(id)
}

/// What a rider speaks of. A limit speaks of the purposes that it leaves as well.
fn speaks_of(subject: &Subject<'_>, search: &Search, id: NormId) -> Option<Region> {
    let region = search.region(id)?;
    Some(match subject.norm(id).effect {
        Effect::Limit => region.with(PURPOSES, subject.purposes().leaves_of(ConceptId::TOP).clone()),
        _ => region.clone(),
    })
}

fn meets(subject: &Subject<'_>, search: &Search, rider: NormId, permit: NormId) -> bool {
    subject.norm(permit).processing.strength() <= subject.norm(rider).processing.strength()
        && speaks_of_both(subject, search, rider, permit)
}

/// Whether a rider and a permit speak of the same, however far the data is processed.
fn speaks_of_both(subject: &Subject<'_>, search: &Search, rider: NormId, permit: NormId) -> bool {
    relation::can_meet(subject.norm(rider), subject.norm(permit))
        && speaks_of(subject, search, rider)
            .zip(search.region(permit))
            .is_some_and(|(rider, permit)| rider.intersects(permit))
}

/// One finding for each rider that reaches nothing.
pub(super) fn report_idle(subject: &Subject<'_>, search: &Search, idle: &BTreeSet<ClauseId>) -> Vec<Diagnostic> {
    idle.iter()
        .map(|clause| told(subject, search, subject.clauses[clause][0]))
        .collect()
}

fn told(subject: &Subject<'_>, search: &Search, id: NormId) -> Diagnostic {
    let norm = subject.norm(id);
    let clause = subject.cited(id);
    let target = Items(words::quoted(&words::names(subject.data(), &norm.data.named)));
    let permitted: Vec<&LeafSet> = (subject.policy.norms.iter())
        .filter(|norm| !norm.effect.refuses())
        .map(|norm| &norm.data.leaves)
        .collect();
    let by_data = !LeafSet::union_all(permitted).intersects(&subject.with_linked(&norm.data.leaves));
    let (label, help) = match (by_data, processed_enough(subject, search, id)) {
        (true, _) => (say::not_handled(&target), say::check_the_target()),
        (false, Some(state)) => (
            say::only_processed(&state),
            say::forbid_the_processed(&norm.processing, &state, &Name(state.word().to_owned())),
        ),
        (false, None) => (say::not_permitted_elsewhere(), say::check_the_case()),
    };
    Diagnostic::new(Code::H0506, say::idle(&clause))
        .label(subject.span(id), label)
        .help(help)
}

/// What data must be processed to before the rider's target may be handled, where the rider would meet it but for that.
fn processed_enough(subject: &Subject<'_>, search: &Search, rider: NormId) -> Option<Processing> {
    base(subject)
        .find(|permit| speaks_of_both(subject, search, rider, *permit))
        .map(|permit| subject.norm(permit).processing)
}

/// The pairs of limits of two clauses that apply together and leave no purpose, one for each pair of clauses.
pub(super) fn exclusive(subject: &Subject<'_>, search: &Search) -> Vec<[NormId; 2]> {
    let limits: Vec<NormId> = subject
        .ids()
        .filter(|id| is_live_rider(subject, *id) && subject.norm(*id).effect == Effect::Limit)
        .collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (at, one) in limits.iter().enumerate() {
        for other in &limits[at + 1..] {
            let clauses = (subject.clause_of(*one), subject.clause_of(*other));
            if clauses.0 != clauses.1 && exclude(subject, search, *one, *other) && seen.insert(clauses) {
                found.push([*one, *other]);
            }
        }
    }
    found
}

/// One finding for each pair of limits that leaves nothing.
pub(super) fn report_exclusive(subject: &Subject<'_>, search: &Search, pairs: &[[NormId; 2]]) -> Vec<Diagnostic> {
    let told = |[one, other]: &[NormId; 2]| told_exclusive(subject, search, *one, *other);
    pairs.iter().map(told).collect()
}

fn allowed(subject: &Subject<'_>, id: NormId) -> LeafSet {
    subject.purposes().leaves_of_all(&subject.norm(id).purposes.except)
}

fn common(subject: &Subject<'_>, search: &Search, one: NormId, other: NormId) -> Option<Region> {
    let both = speaks_of(subject, search, one)?.intersection(&speaks_of(subject, search, other)?);
    (!both.is_empty()).then_some(both)
}

fn exclude(subject: &Subject<'_>, search: &Search, one: NormId, other: NormId) -> bool {
    relation::can_meet(subject.norm(one), subject.norm(other))
        && !allowed(subject, one).intersects(&allowed(subject, other))
        && common(subject, search, one, other).is_some()
}

fn told_exclusive(subject: &Subject<'_>, search: &Search, one: NormId, other: NormId) -> Diagnostic {
    let (first, second) = (subject.cited(one), subject.cited(other));
    let leaf = common(subject, search, one, other).and_then(|region| region.data().first());
    let data = leaf.map(|leaf| words::leaf(subject.data(), leaf)).unwrap_or_default();
    let data = Name(data);
    let purposes = |id: NormId| {
        Purposes(words::quoted(&words::names(
            subject.purposes(),
            &subject.norm(id).purposes.except,
        )))
    };
    let (of_first, of_second) = (purposes(one), purposes(other));
    Diagnostic::new(Code::H0507, say::exclusive(&first, &second))
        .label(subject.span(other), say::limited_to(&of_second))
        .label(subject.span(one), say::limited_to(&of_first))
        .note(say::each_forbids(&data))
        .help(say::give_them_a_common_one())
}
