//! H0515, H0516: what a 加工 names that is not there, and what it both keeps and drops.

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
            let ids: Vec<ConceptId> = of_kind.map(|(_, id)| *id).collect();
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
