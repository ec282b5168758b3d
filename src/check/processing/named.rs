//! H0515, H0516: what a 加工 names that is not there, and what it both keeps and drops.

use super::super::page::{chapter_text, is_made};
use super::super::sentences::processing as say;
use super::super::subject::Subject;
use super::super::words;
use super::processed::Processed;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::sentence::Items;
use crate::vocabulary::{ConceptId, LeafSet};

/// How a 加工 names something that the clause does not hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Dropped,
    Kept,
    Replaced,
}

pub(super) fn check(subject: &Subject<'_>, processed: &Processed<'_>) -> Vec<Diagnostic> {
    let graph = subject.data();
    let transform = processed.transform;
    let had = subject.with_linked(&processed.before(subject));
    let results = LeafSet::union_all(transform.generalise.iter().map(|(_, to)| graph.leaves_of(*to)));
    let there = had.union(&results);
    let mut missing: Vec<(Named, ConceptId)> = Vec::new();
    let mut look = |named: Named, id: ConceptId, among: &LeafSet| {
        if !graph.leaves_of(id).intersects(among) {
            missing.push((named, id));
        }
    };
    for id in &transform.drop {
        look(Named::Dropped, *id, &there);
    }
    for id in &transform.keep {
        look(Named::Kept, *id, &there);
    }
    for (from, _) in &transform.generalise {
        look(Named::Replaced, *from, &there);
    }
    let mut diagnostics: Vec<Diagnostic> = [Named::Dropped, Named::Kept, Named::Replaced]
        .into_iter()
        .filter_map(|named| {
            let of_kind = missing.iter().filter(|(kind, _)| *kind == named);
            let mut ids: Vec<ConceptId> = of_kind.map(|(_, id)| *id).collect();
            if named == Named::Dropped && !ids.is_empty() {
                let words = chapter_text(&subject.policy.document, processed.norm.provenance.clause);
                ids.retain(|id| !is_taken_out_of_the_items(subject, processed, *id, &words));
            }
            (!ids.is_empty()).then(|| absent(subject, processed, named, &ids))
        })
        .collect();
    let dropped = graph.leaves_of_all(&transform.drop);
    let both: Vec<ConceptId> = transform
        .keep
        .iter()
        .copied()
        .filter(|id| graph.leaves_of(*id).is_subset(&dropped))
        .collect();
    if !both.is_empty() {
        diagnostics.push(kept_and_dropped(subject, processed, &both));
    }
    diagnostics
}

/// Whether words say that something is taken out of the items, which hold what is collected apart: 「写真から氏名を削除した上で、写真を
/// 公表します」, 「氏名を削除した上で公表します」 of a chart that the operator makes.
fn is_taken_out_of_the_items(subject: &Subject<'_>, processed: &Processed<'_>, id: ConceptId, words: &str) -> bool {
    let graph = subject.data();
    let labels = |id: ConceptId| {
        let concept = graph.get(id);
        std::iter::once(&concept.name).chain(&concept.labels)
    };
    let items = &processed.norm.data.named;
    let made = !items.is_empty() && items.iter().all(|item| is_made(graph, *item));
    labels(id).any(|label| {
        words.match_indices(label.as_str()).any(|(at, _)| {
            let before = words.get(..at).unwrap_or("");
            let behind = words.get(at + label.len()..).unwrap_or("");
            let behind = behind.trim_start_matches(['等', '」', '）']);
            let of_items = || items.iter().flat_map(|item| labels(*item));
            let from_items = || {
                of_items().any(|item| {
                    before
                        .strip_suffix("から")
                        .is_some_and(|before| before.ends_with(item.as_str()))
                })
            };
            REMOVED.iter().any(|word| behind.starts_with(word)) && (made || from_items())
        })
    })
}

const REMOVED: [&str; 9] = [
    "を削除し",
    "を除去し",
    "を取り除",
    "を取除",
    "を除い",
    "を除き",
    "を除外し",
    "を伏せ",
    "を抜",
];

fn absent(subject: &Subject<'_>, processed: &Processed<'_>, named: Named, ids: &[ConceptId]) -> Diagnostic {
    let graph = subject.data();
    let clause = subject.cited(processed.id);
    let names = Items(words::quoted(&words::names(graph, ids)));
    let had = Items(words::quoted(&words::names(graph, &processed.norm.data.named)));
    let (message, help) = match named {
        Named::Dropped => (say::absent_dropped(&names), say::take_out_of_dropped()),
        Named::Kept => (say::absent_kept(&names), say::add_what_is_kept()),
        Named::Replaced => (say::absent_replaced(&names), say::take_out_of_replaced()),
    };
    Diagnostic::new(Code::H0515, message)
        .label(processed.transform.span, say::processing_of(&clause))
        .label(subject.span(processed.id), say::items(&had))
        .help(help)
}

fn kept_and_dropped(subject: &Subject<'_>, processed: &Processed<'_>, ids: &[ConceptId]) -> Diagnostic {
    let clause = subject.cited(processed.id);
    let names = Items(words::quoted(&words::names(subject.data(), ids)));
    Diagnostic::new(Code::H0516, say::kept_and_dropped(&names))
        .label(processed.transform.span, say::processing_of(&clause))
        .note(say::dropping_goes_first())
        .help(say::take_one_out())
}
