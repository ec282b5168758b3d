//! Purposes that a limit leaves open and its words refuse, or do not name beside those that they do: 「発送のためにのみ利用します」 with
//! 限定［発送、案内］.

use super::meaning::Resolver;
use super::words_of::Words;
use crate::keyword::Keyword;
use crate::span::Span;
use crate::syntax::ast::{MeaningItem, Statement};
use crate::vocabulary::{ConceptId, Dimension};
use crate::wording::fold::key;
use crate::wording::polarity::Polarity;
use crate::wording::report;

/// Reports each such purpose.
pub(super) fn check(block: &Statement, resolver: &mut Resolver<'_, '_, '_, '_>) {
    for child in block.children().filter(|child| child.kind != Keyword::Test) {
        if child.kind == Keyword::Rider {
            let words = Words::own(child);
            for limit in child.children_of(Keyword::Limit) {
                for (id, words, place) in refused(limit, child, &words, resolver) {
                    let name = &resolver.names.graph(Dimension::Purpose).get(id).name;
                    let found = report::left_by_the_limit(name, words, place);
                    resolver.context.report(found);
                }
                for (id, place) in unnamed(limit, child, &words, resolver) {
                    let name = &resolver.names.graph(Dimension::Purpose).get(id).name;
                    let words = words.all.first().map_or(child.place(), |(wording, _)| wording.span);
                    let found = report::unstated_in_wording(name, place, words);
                    resolver.context.report(found);
                }
            }
        }
        check(child, resolver);
    }
}

/// The purposes of a limit that its words refuse: 「発送のためにのみ利用し、広告の配信には利用しません」.
fn refused(
    limit: &Statement,
    rider: &Statement,
    words: &Words<'_>,
    resolver: &Resolver<'_, '_, '_, '_>,
) -> Vec<(ConceptId, Span, Span)> {
    let mut found = Vec::new();
    for (wording, _) in &words.all {
        let read = resolver.labels.read(wording);
        let refusing = read.claims().iter().filter(|claim| claim.polarity == Polarity::Negated);
        for claim in refusing {
            let clause = key(read.passage.text.get(claim.clause.clone()).unwrap_or(""));
            let said = |id: &ConceptId| called(*id, resolver).any(|name| clause.contains(key(name).as_str()));
            let left = named(limit, rider, resolver).into_iter().filter(|(id, _)| said(id));
            found.extend(left.map(|(id, place)| (id, read.passage.span(claim.words.clone()), place)));
        }
    }
    found
}

/// The purposes that a limit names, and where.
fn named(limit: &Statement, rider: &Statement, resolver: &Resolver<'_, '_, '_, '_>) -> Vec<(ConceptId, Span)> {
    let clause = resolver.names.outline.clause_of(rider);
    let of = |item: &MeaningItem| {
        let MeaningItem::Name(path) = item else { return None };
        let id = resolver.names.find(Dimension::Purpose, &path.text(), clause)?;
        Some((id, path.span))
    };
    limit.meaning_items().filter_map(of).collect()
}

/// What a purpose is called.
fn called<'r>(id: ConceptId, resolver: &'r Resolver<'_, '_, '_, '_>) -> impl Iterator<Item = &'r str> {
    let concept = resolver.names.graph(Dimension::Purpose).get(id);
    let name = concept.name.rsplit('.').next().unwrap_or(&concept.name);
    std::iter::once(name).chain(concept.labels.iter().map(String::as_str))
}

/// The purposes of a limit that its words do not name, where they name others: what is said in other words cannot be told.
fn unnamed(
    limit: &Statement,
    rider: &Statement,
    words: &Words<'_>,
    resolver: &Resolver<'_, '_, '_, '_>,
) -> Vec<(ConceptId, Span)> {
    let mut texts = Vec::new();
    for (wording, _) in &words.all {
        let read = resolver.labels.read(wording);
        if read.leaves_list_open() {
            return Vec::new();
        }
        texts.push(key(&read.passage.text));
    }
    let is_told =
        |id: ConceptId| called(id, resolver).any(|label| texts.iter().any(|text| text.contains(key(label).as_str())));
    let named = named(limit, rider, resolver).into_iter();
    let (told, untold): (Vec<_>, Vec<_>) = named.partition(|(id, _)| is_told(*id));
    match told.is_empty() {
        true => Vec::new(),
        false => untold,
    }
}
