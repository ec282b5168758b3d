//! H0519: a 一般化 whose result is no coarser than what it replaces, or tells more of the person.

use super::super::subject::Subject;
use super::super::words;
use super::processed::Processed;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::vocabulary::{Attribute, ConceptId, Graph, LeafSet};

/// Why a replacement does not generalise.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Same,
    /// The result is a part of what it replaces.
    Narrower,
    /// The result identifies a person at least as directly.
    MoreIdentifying,
}

pub(super) fn check(subject: &Subject<'_>, processed: &Processed<'_>) -> Vec<Diagnostic> {
    let graph = subject.data();
    let pairs = processed.transform.generalise.iter();
    pairs
        .filter_map(|(from, to)| Some(told(subject, processed, *from, *to, fault(graph, *from, *to)?)))
        .collect()
}

/// What faulty replacements put into the data: reported as that, and as nothing else.
pub(super) fn faulty_results(subject: &Subject<'_>, processed: &Processed<'_>) -> LeafSet {
    let graph = subject.data();
    let faulty = (processed.transform.generalise.iter()).filter(|(from, to)| fault(graph, *from, *to).is_some());
    LeafSet::union_all(faulty.map(|(_, to)| graph.leaves_of(*to))).difference(&processed.before(subject))
}

fn fault(graph: &Graph, from: ConceptId, to: ConceptId) -> Option<Fault> {
    let identifies = |id: ConceptId| {
        let of = |attribute| graph.leaves_of(id).intersects(&graph.leaves_with(attribute));
        match (of(Attribute::DirectIdentifier), of(Attribute::QuasiIdentifier)) {
            (true, _) => 2,
            (false, true) => 1,
            (false, false) => 0,
        }
    };
    if from == to {
        Some(Fault::Same)
    } else if identifies(to) > identifies(from) || identifies(to) == 2 {
        Some(Fault::MoreIdentifying)
    } else if graph.contains(from, to) {
        Some(Fault::Narrower)
    } else {
        None
    }
}

fn told(subject: &Subject<'_>, processed: &Processed<'_>, from: ConceptId, to: ConceptId, fault: Fault) -> Diagnostic {
    let graph = subject.data();
    let clause = subject.cited(processed.id);
    let (from, to) = (words::name(graph, from), words::name(graph, to));
    let why = match fault {
        Fault::Same => Text::new("同じものに置き換えています", "it is replaced by itself"),
        Fault::Narrower => Text::new(
            format!("「{to}」は「{from}」の一部で、より細かい情報です"),
            format!("`{to}` is a part of `{from}`, and finer"),
        ),
        Fault::MoreIdentifying => Text::new(
            format!("「{to}」からは、「{from}」と同じかそれ以上に個人が分かります"),
            format!("`{to}` identifies a person as well as `{from}` does, or better"),
        ),
    };
    Diagnostic::new(
        Code::H0519,
        Text::new(
            format!("「{from}」を「{to}」に置き換えても、粗い情報にはなりません"),
            format!("replacing `{from}` by `{to}` does not generalise it"),
        ),
    )
    .label(
        processed.transform.span,
        Text::new(format!("{clause}の加工"), format!("the processing of {clause}")),
    )
    .note(why)
    .help(Text::new(
        "年代や都道府県のような、より粗い情報に置き換えるか、除外してください",
        "replace it by something coarser, such as an age group or a prefecture, or drop it",
    ))
}
