//! H0519: a 一般化 whose result is no coarser than what it replaces, or tells more of the person.

use super::super::sentences::processing as say;
use super::super::subject::Subject;
use super::super::words;
use super::processed::Processed;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::sentence::Name;
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
        let of = |attribute| graph.leaves_of(id).intersects(graph.leaves_with(attribute));
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
    let (from, to) = (name(graph, from), name(graph, to));
    let why = match fault {
        Fault::Same => say::replaced_by_itself(),
        Fault::Narrower => say::finer(&from, &to),
        Fault::MoreIdentifying => say::more_identifying(&from, &to),
    };
    Diagnostic::new(Code::H0519, say::not_generalised(&from, &to))
        .label(processed.transform.span, say::processing_of(&clause))
        .note(why)
        .help(say::replace_by_something_coarser())
}

fn name(graph: &Graph, id: ConceptId) -> Name {
    Name(words::name(graph, id).to_owned())
}
