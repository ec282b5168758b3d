//! Permissions that their words bind to consent, to a case of the law or to a purpose, and their rule does not.

use std::ops::Range;

use super::labels::Read;
use super::meaning::Resolver;
use super::norms::Norms;
use super::shown::Counted;
use super::turned::verbs;
use super::words_of::Words;
use crate::keyword::Keyword;
use crate::norm::{Act, Effect, Norm, Processing, Rank};
use crate::resolve::kinds::act_of;
use crate::span::Span;
use crate::syntax::ast::Statement;
use crate::vocabulary::{ConceptId, Dimension, LeafSet};
use crate::wording::bounded::{
    Bound, Processed, binds_to_what_is_before, bound, leaves_otherwise, limits_to_stated, processed,
};
use crate::wording::polarity::{Claim, Polarity};
use crate::wording::report;

/// Reports each such permission.
pub(super) fn check(block: &Statement, norms: &Norms<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    for child in block.children().filter(|child| child.kind != Keyword::Test) {
        if let Some(act) = act_of(child.kind)
            && let Some((kind, name, place)) = bound_in_words(child, act, norms, resolver)
        {
            let found = report::unbounded(kind, name.as_deref(), place, child.place());
            resolver.context.report(found);
        }
        check(child, norms, resolver);
    }
}

/// Reports the sentences that limit all use to the stated purposes, where no rule refuses any other.
pub(super) fn check_stated_purposes(
    counted: &[Counted<'_>],
    norms: &Norms<'_>,
    resolver: &mut Resolver<'_, '_, '_, '_>,
) {
    let of_use = |norm: &&Norm| norm.acts.contains(Act::Use);
    let permits = norms
        .norms
        .iter()
        .filter(of_use)
        .filter(|norm| norm.effect == Effect::Permit);
    let used = LeafSet::union_all(permits.map(|norm| &norm.data.leaves));
    // A rider is of some data: it says nothing of the rest.
    let refuses =
        |norm: &Norm| norm.effect.refuses() && (norm.rank == Rank::Ordinary || used.is_subset(&norm.data.leaves));
    if used.is_empty() || norms.norms.iter().filter(of_use).any(refuses) {
        return;
    }
    for counted in counted {
        let read = resolver.labels.read(counted.wording);
        for range in limits_to_stated(&read.passage.text) {
            let place = read.passage.span(range);
            resolver.context.report(report::limited_in_words_only(place));
        }
    }
}

/// What the words of a permission bind it to and its rule does not, with the name of it where there is one.
fn bound_in_words(
    statement: &Statement,
    act: Act,
    norms: &Norms<'_>,
    resolver: &Resolver<'_, '_, '_, '_>,
) -> Option<(Bound, Option<String>, Span)> {
    let stated = norms.of_statement.get(&statement.head)?;
    let stated: Vec<&Norm> = stated.iter().map(|id| &norms.norms[id.0 as usize]).collect();
    let on_terms = stated.iter().any(|norm| !norm.requires.is_empty());
    let least = (stated.iter().filter(|norm| !norm.exception))
        .map(|norm| norm.processing)
        .min();
    let for_purposes = stated.iter().any(|norm| norm.purposes.named != [ConceptId::TOP]);
    let words = Words::own(statement);
    let notes_left_out = words.all.iter().filter(|(_, note)| !note);
    for (wording, _) in notes_left_out {
        let read = resolver.labels.read(wording);
        let text = &read.passage.text;
        for claim in read.claims() {
            let affirmed = matches!(claim.polarity, Polarity::Affirmed | Polarity::Limited);
            if !affirmed || !verbs(act).contains(&claim.verb) {
                continue;
            }
            let clause = text.get(claim.clause.clone()).unwrap_or("");
            let place = |range: Range<usize>| {
                let start = claim.clause.start;
                read.passage.span(start + range.start..start + range.end)
            };
            if let Some((how_far, range)) = processed(clause)
                && least.is_some_and(|least| least < state(how_far))
            {
                let told = least.filter(|least| *least != Processing::Raw);
                return Some((
                    Bound::Processing,
                    told.map(|least| least.word().to_owned()),
                    place(range),
                ));
            }
            let in_case = condition_in(&read, claim, resolver).filter(|_| !on_terms);
            let in_case = in_case.map(|(condition, span)| (Bound::Case, Some(condition), span));
            if let Some((kind, range)) = bound(clause) {
                let held = match kind {
                    Bound::Consent | Bound::Law | Bound::Case => on_terms,
                    Bound::Purpose => for_purposes,
                    Bound::Processing => true,
                };
                if !held {
                    let named = in_case.filter(|_| kind == Bound::Case);
                    return named.or_else(|| Some((kind, None, place(range))));
                }
            }
            if in_case.is_some() {
                return in_case;
            }
        }
    }
    None
}

fn state(how_far: Processed) -> Processing {
    match how_far {
        Processed::Pseudonymised => Processing::Pseudonymised,
        Processed::Deidentified => Processing::Deidentified,
        Processed::Anonymised => Processing::Anonymised,
        Processed::Aggregate => Processing::Aggregate,
    }
}

/// The first condition of the policy to which a claim binds its act: 「承諾を得た場合に提供します」.
fn condition_in(read: &Read, claim: &Claim, resolver: &Resolver<'_, '_, '_, '_>) -> Option<(String, Span)> {
    let text = &read.passage.text;
    let place = read.passage.span(claim.clause.clone());
    if leaves_otherwise(text.get(claim.clause.clone()).unwrap_or("")) {
        return None;
    }
    let graph = resolver.names.graph(Dimension::Condition);
    let conditions = read
        .found
        .iter()
        .filter(|found| found.dimension == Dimension::Condition);
    let mut bound = conditions
        .filter(|found| place.contains(found.span) && !found.excepted)
        .filter(|found| binds_to_what_is_before(resolver.labels.behind(found.span)));
    let found = bound.next()?;
    Some((graph.get(*found.concepts.first()?).name.clone(), found.span))
}
