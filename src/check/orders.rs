//! H0523 and H0524: a 但し or 優先 that names a clause, and orders nothing by it: each of two clauses gives way to the other, or the
//! clause named speaks of nothing that this one does.

use std::collections::{BTreeMap, BTreeSet};

use super::search::Search;
use super::sentences::orders as say;
use super::subject::Subject;
use super::words;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::ClauseId;
use crate::norm::NormId;

/// Findings on the order that clauses declare.
pub(super) fn check(subject: &Subject<'_>, search: &Search) -> Vec<Diagnostic> {
    let mut diagnostics = mutual(subject, search);
    diagnostics.extend(idle(subject, search));
    diagnostics
}

/// One finding for each pair of clauses of which each gives way to the other.
fn mutual(subject: &Subject<'_>, search: &Search) -> Vec<Diagnostic> {
    let live = subject.ids().filter(|id| !subject.is_inert(*id));
    let permits = live.filter(|id| !subject.norm(*id).effect.refuses());
    let mut told = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for permit in permits {
        for &refusal in search.gives_way_to(permit) {
            if search.gives_way(refusal, permit)
                && search.speak_of_the_same(subject, permit, refusal)
                && told.insert((subject.clause_of(permit), subject.clause_of(refusal)))
            {
                diagnostics.push(told_mutual(subject, permit, refusal));
            }
        }
    }
    diagnostics
}

/// One finding for each clause that a clause names in vain.
fn idle(subject: &Subject<'_>, search: &Search) -> Vec<Diagnostic> {
    let within = within(subject);
    let mut diagnostics = Vec::new();
    for norms in subject.clauses.values() {
        let live: Vec<NormId> = norms.iter().copied().filter(|id| !subject.is_inert(*id)).collect();
        // Each clause that is named, with a norm that names it.
        let naming = live
            .iter()
            .flat_map(|id| named(subject, *id).map(|clause| (clause, *id)));
        for (clause, id) in naming.collect::<BTreeMap<_, _>>() {
            let of_clause = within.get(&clause).map_or(&[][..], Vec::as_slice);
            if !is_spoken_of(subject, search, &live, of_clause) {
                diagnostics.push(told_idle(subject, id, clause));
            }
        }
    }
    diagnostics
}

/// The clauses that a norm names in 但し and 優先.
fn named(subject: &Subject<'_>, id: NormId) -> impl Iterator<Item = ClauseId> {
    let norm = subject.norm(id);
    norm.unless.clauses.iter().chain(&norm.priority_over).copied()
}

/// The norms that each clause and those inside it state.
fn within(subject: &Subject<'_>) -> BTreeMap<ClauseId, Vec<NormId>> {
    let mut within: BTreeMap<ClauseId, Vec<NormId>> = BTreeMap::new();
    for id in subject.ids() {
        for clause in subject.policy.document.path(subject.clause_of(id)) {
            within.entry(clause).or_default().push(id);
        }
    }
    within
}

/// Whether norms of a clause that is named speak of something that the norms naming it speak of. One without norms that can
/// apply is passed over: it is reported as that.
fn is_spoken_of(subject: &Subject<'_>, search: &Search, norms: &[NormId], of_clause: &[NormId]) -> bool {
    let own = subject.clause_of(norms[0]);
    let is_own = |id: NormId| subject.policy.document.path(subject.clause_of(id)).contains(&own);
    let meets = |other: &NormId| {
        let mut norms = norms.iter();
        norms.any(|norm| search.speak_of_the_same(subject, *norm, *other)) && !is_own(*other)
    };
    of_clause.iter().any(meets) || !of_clause.is_empty() && of_clause.iter().all(|id| subject.is_inert(*id))
}

fn told_mutual(subject: &Subject<'_>, permit: NormId, refusal: NormId) -> Diagnostic {
    let (permitting, refusing) = (subject.cited(permit), subject.cited(refusal));
    Diagnostic::new(Code::H0523, say::mutual(&permitting, &refusing))
        .label(subject.span(refusal), say::gives_way_to(&permitting))
        .label(subject.span(permit), say::gives_way_to(&refusing))
        .note(say::no_order())
        .help(say::decide_which())
}

fn told_idle(subject: &Subject<'_>, id: NormId, named: ClauseId) -> Diagnostic {
    let clause = subject.cited(id);
    let other = subject.cited_clause(named);
    let own = subject.clause_of(id);
    let itself = subject.policy.document.path(named).contains(&own);
    let acts = subject.norm(id).acts;
    let inside = |other: &NormId| subject.policy.document.path(subject.clause_of(*other)).contains(&named);
    let mut others = subject.ids().filter(inside).map(|other| subject.norm(other).acts);
    let of_its_acts = others.any(|other| !other.intersection(acts).is_empty());
    let label = match (itself, acts.iter().next()) {
        (true, _) => say::names_itself(),
        (false, Some(act)) if !of_its_acts => say::is_of_another_act(&other, &words::act(act)),
        (false, _) => say::says_nothing_of_it(&other),
    };
    let by_exception = subject.norm(id).unless.clauses.contains(&named);
    let (message, help) = match by_exception {
        true => (say::idle_exception(&clause, &other), say::check_the_exception()),
        false => (say::idle_priority(&clause, &other), say::check_the_priority()),
    };
    Diagnostic::new(Code::H0524, message)
        .label(subject.span(id), label)
        .help(help)
}
