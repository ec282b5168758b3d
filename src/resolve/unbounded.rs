//! Permissions that their words bind to consent, to a case of the law or to a purpose, and their rule does not.

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
use crate::vocabulary::{ConceptId, LeafSet};
use crate::wording::bounded::{Bound, bound, limits_to_stated, processed as state};
use crate::wording::polarity::Polarity;
use crate::wording::report;

/// Reports each such permission.
pub(super) fn check(block: &Statement, norms: &Norms<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    for child in block.children().filter(|child| child.kind != Keyword::Test) {
        if let Some(act) = act_of(child.kind)
            && let Some((kind, place)) = bound_in_words(child, act, norms, resolver)
        {
            resolver.context.report(report::unbounded(kind, place, child.place()));
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
        let text = &read.passage.text;
        let mut start = 0;
        for sentence in text.split_inclusive(['。', '\n']) {
            if let Some(range) = limits_to_stated(sentence) {
                let place = read.passage.span(start + range.start..start + range.end);
                resolver.context.report(report::limited_in_words_only(place));
            }
            start += sentence.len();
        }
    }
}

fn bound_in_words(
    statement: &Statement,
    act: Act,
    norms: &Norms<'_>,
    resolver: &Resolver<'_, '_, '_, '_>,
) -> Option<(Bound, Span)> {
    let stated = norms.of_statement.get(&statement.head)?;
    let stated: Vec<&Norm> = stated.iter().map(|id| &norms.norms[id.0 as usize]).collect();
    let on_terms = stated.iter().any(|norm| !norm.requires.is_empty());
    let processed = stated
        .iter()
        .all(|norm| norm.processing != Processing::Raw || norm.exception);
    let for_purposes = stated.iter().any(|norm| norm.purposes.named != [ConceptId::TOP]);
    let words = Words::own(statement);
    let notes_left_out = words.all.iter().filter(|(_, note)| !note);
    for (wording, _) in notes_left_out {
        let read = resolver.labels.read(wording);
        let text = &read.passage.text;
        for claim in read.claims() {
            let affirmed = matches!(claim.polarity, Polarity::Affirmed | Polarity::Limited);
            let clause = text.get(claim.clause.clone()).unwrap_or("");
            let found = bound(clause).or_else(|| state(clause));
            let found = found.filter(|_| affirmed && verbs(act).contains(&claim.verb));
            let Some((kind, range)) = found else { continue };
            let held = match kind {
                Bound::Consent | Bound::Law => on_terms,
                Bound::Purpose => for_purposes,
                Bound::Processing => processed,
            };
            if !held {
                let start = claim.clause.start;
                return Some((kind, read.passage.span(start + range.start..start + range.end)));
            }
        }
    }
    None
}
