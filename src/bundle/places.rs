//! Where spans lie, for people. A policy read from a bundle has its spans without the text they point into, so the bundle
//! keeps their lines and columns.

use std::collections::BTreeMap;

use super::v1::{Bundle, Location, Revision};
use crate::source::{Position, SourceMap};
use crate::span::{SourceId, Span};

/// Tells the line and column where a span starts.
pub trait Places {
    /// Where the span starts.
    ///
    /// # Panics
    /// When the span comes from another compilation or bundle: a bug in the caller.
    fn position(&self, span: Span) -> Position;
}

impl Places for SourceMap {
    fn position(&self, span: Span) -> Position {
        Self::position(self, span)
    }
}

/// The places that a bundle states.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaceTable(BTreeMap<Span, Position>);

impl Places for PlaceTable {
    fn position(&self, span: Span) -> Position {
        *self
            .0
            .get(&span)
            .expect("a span of the bundle that the table was made from")
    }
}

/// Gathers every place that the document states.
pub(super) fn places(bundle: &Bundle) -> PlaceTable {
    let files: BTreeMap<&str, SourceId> = bundle
        .sources
        .iter()
        .enumerate()
        .map(|(index, source)| (source.name.as_str(), SourceId(index as u32)))
        .collect();
    let places = locations(bundle).filter_map(|location| {
        let source = *files.get(location.file.as_str())?;
        let position = Position {
            line: location.line.get() as usize,
            column: location.column.get() as usize,
        };
        Some((span(source, location), position))
    });
    PlaceTable(places.collect())
}

/// The span that a location of the source describes.
pub(super) fn span(source: SourceId, location: &Location) -> Span {
    Span {
        source,
        start: location.start_byte,
        end: location.end_byte,
    }
}

fn locations(bundle: &Bundle) -> impl Iterator<Item = &Location> {
    let vocabulary = &bundle.vocabulary;
    let concepts = [
        &vocabulary.data_categories,
        &vocabulary.parties,
        &vocabulary.purposes,
        &vocabulary.conditions,
    ]
    .into_iter()
    .flatten()
    .filter_map(|concept| concept.location.as_ref());
    let transforms = bundle.norms.iter().filter_map(|norm| norm.transform.as_ref());
    concepts
        .chain(vocabulary.linkings.iter().map(|linking| &linking.location))
        .chain(vocabulary.routes.iter().map(|route| &route.location))
        .chain(bundle.norms.iter().map(|norm| &norm.provenance.location))
        .chain(transforms.map(|transform| &transform.location))
        .chain(bundle.transfers_abroad.iter().map(|transfer| &transfer.location))
        .chain(bundle.revisions.iter().flat_map(of_revision))
        .chain(bundle.notices.iter().map(|notice| &notice.location))
        .chain(bundle.terms.iter().map(|term| &term.location))
        .chain(bundle.tests.iter().map(|test| &test.location))
        .chain(bundle.outline.iter().map(|clause| &clause.location))
}

fn of_revision(revision: &Revision) -> impl Iterator<Item = &Location> {
    let lines = revision.summary.iter().map(|line| &line.location);
    let acknowledgements = revision.acknowledgements.iter().map(|one| &one.location);
    [&revision.location].into_iter().chain(lines).chain(acknowledgements)
}
