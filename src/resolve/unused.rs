//! Pass 7: names that nothing refers to.
//!
//! Only names that the file of the 方針 declares: a vocabulary that several policies share need not be used up by each.
//! A category gives structure to what it contains, so a name counts as used when it, something that contains it or
//! something it contains is referred to in ［］ or named in wording that is shown.

use std::collections::BTreeSet;

use super::meaning::Resolver;
use super::occurrences::{Occurrences, Thing};
use super::sentences::declarations as say;
use super::sentences::facts::Kind;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::SourceId;
use crate::text::sentence::Name;
use crate::vocabulary::{ConceptId, Dimension, Graph, LeafSet, Origin};

/// Reports unused data categories, parties and conditions that the source of the 方針 declares. Of data it says as well where
/// no purpose of use reaches it.
pub(super) fn check(
    source: SourceId,
    occurrences: &Occurrences,
    reached: Option<&LeafSet>,
    resolver: &mut Resolver<'_, '_, '_, '_>,
) {
    let uses = occurrences.uses.iter().filter(|one| one.form.is_use());
    let used: BTreeSet<Thing> = uses.map(|one| one.thing).collect();
    let mut diagnostics = Vec::new();
    for dimension in [Dimension::Data, Dimension::Party, Dimension::Condition] {
        let graph = resolver.names.graph(dimension);
        let concepts: BTreeSet<ConceptId> = graph
            .iter()
            .map(|(id, _)| id)
            .filter(|id| used.contains(&Thing::Concept(dimension, *id)))
            .collect();
        let touched = touched(graph, &concepts);
        for (id, concept) in graph.iter() {
            if let Origin::Declared(span) = concept.origin
                && span.source == source
                && !touched.contains(&id)
                && !concept.anonymous
                && Some(id) != operator(dimension, resolver)
            {
                let unused = unused(&concept.name, dimension, span);
                let beyond = |reached: &&LeafSet| !reached.intersects(graph.leaves_of(id));
                diagnostics.push(match reached.filter(|_| dimension == Dimension::Data).filter(beyond) {
                    Some(_) => unused.note(say::no_purpose_reaches_it(&Name(concept.name.clone()))),
                    None => unused,
                });
            }
        }
    }
    for diagnostic in diagnostics {
        resolver.context.report(diagnostic);
    }
}

fn operator(dimension: Dimension, resolver: &Resolver<'_, '_, '_, '_>) -> Option<ConceptId> {
    resolver
        .names
        .declared
        .operator
        .filter(|_| dimension == Dimension::Party)
}

/// The used concepts with all that contains them and all that they contain.
fn touched(graph: &Graph, used: &BTreeSet<ConceptId>) -> BTreeSet<ConceptId> {
    let mut touched = BTreeSet::new();
    let mut stack: Vec<ConceptId> = used.iter().copied().collect();
    while let Some(id) = stack.pop() {
        if touched.insert((id, false)) {
            stack.extend(graph.children(id));
        }
    }
    let mut stack: Vec<ConceptId> = used.iter().copied().collect();
    while let Some(id) = stack.pop() {
        if touched.insert((id, true)) {
            stack.extend(&graph.get(id).parents);
        }
    }
    touched.into_iter().map(|(id, _)| id).collect()
}

fn unused(name: &str, dimension: Dimension, span: crate::span::Span) -> Diagnostic {
    let message = say::never_used(&Name(name.to_owned()), &Kind::Of(dimension));
    Diagnostic::new(Code::H0206, message)
        .label(span, say::declared_here())
        .help(say::delete_if_not_needed())
}
