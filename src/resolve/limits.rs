//! Purposes that a limit leaves open and its words do not name beside those that they do: 「発送のためにのみ利用します」 with
//! 限定［発送、案内］.

use super::meaning::Resolver;
use super::words_of::Words;
use crate::keyword::Keyword;
use crate::span::Span;
use crate::syntax::ast::{MeaningItem, Statement};
use crate::vocabulary::{ConceptId, Dimension};
use crate::wording::fold::key;
use crate::wording::report;

/// Reports each such purpose.
pub(super) fn check(block: &Statement, resolver: &mut Resolver<'_, '_, '_, '_>) {
    for child in block.children().filter(|child| child.kind != Keyword::Test) {
        if child.kind == Keyword::Rider {
            let words = Words::own(child);
            for limit in child.children_of(Keyword::Limit) {
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

/// The purposes of a limit that its words do not name, where they name others: what is said in other words cannot be told.
fn unnamed(
    limit: &Statement,
    rider: &Statement,
    words: &Words<'_>,
    resolver: &Resolver<'_, '_, '_, '_>,
) -> Vec<(ConceptId, Span)> {
    let graph = resolver.names.graph(Dimension::Purpose);
    let clause = resolver.names.outline.clause_of(rider);
    let read = words.all.iter().map(|(wording, _)| resolver.labels.read(wording));
    let mut texts = Vec::new();
    for read in read {
        if read.leaves_list_open() {
            return Vec::new();
        }
        texts.push(key(&read.passage.text));
    }
    let is_told = |id: ConceptId| {
        let concept = graph.get(id);
        let name = concept.name.rsplit('.').next().unwrap_or(&concept.name);
        let mut called = std::iter::once(name).chain(concept.labels.iter().map(String::as_str));
        called.any(|label| texts.iter().any(|text| text.contains(key(label).as_str())))
    };
    let named = limit.meaning_items().filter_map(|item| {
        let MeaningItem::Name(path) = item else { return None };
        let id = resolver.names.find(Dimension::Purpose, &path.text(), clause)?;
        Some((id, path.span))
    });
    let (told, untold): (Vec<_>, Vec<_>) = named.partition(|(id, _)| is_told(*id));
    match told.is_empty() {
        true => Vec::new(),
        false => untold,
    }
}
