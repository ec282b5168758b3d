//! Where spans lie, for people, and what the sources held. A policy read from a bundle has its spans without the text they point
//! into, so the bundle keeps their lines and columns, and a digest of each source.

use std::collections::BTreeMap;

#[cfg(feature = "compile")]
use super::digest;
use super::v1::{Bundle, Demand, Location, Revision};
#[cfg(feature = "compile")]
use crate::source::SourceMap;
use crate::span::{Position, SourceId, Span};

/// Tells the line and column where a span starts, and a digest of the source it lies in.
pub trait Places {
    /// Where the span starts.
    ///
    /// # Panics
    /// When the span comes from another compilation or bundle: a bug in the caller.
    fn position(&self, span: Span) -> Position;

    /// The SHA-256 of the text of a source, in lower-case hexadecimal.
    ///
    /// # Panics
    /// When the source is one of another compilation or bundle: a bug in the caller.
    fn sha256(&self, source: SourceId) -> String;
}

#[cfg(feature = "compile")]
impl Places for SourceMap {
    fn position(&self, span: Span) -> Position {
        Self::position(self, span)
    }

    // Made when a bundle is written: what only checks a policy needs none.
    fn sha256(&self, source: SourceId) -> String {
        digest::of_text(self.get(source).text())
    }
}

/// The places that a bundle states.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaceTable {
    positions: BTreeMap<Span, Position>,
    digests: Vec<String>,
}

impl Places for PlaceTable {
    fn position(&self, span: Span) -> Position {
        *self
            .positions
            .get(&span)
            .expect("a span of the bundle that the table was made from")
    }

    fn sha256(&self, source: SourceId) -> String {
        self.digests[source.0 as usize].clone()
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
        let source = match &location.file {
            Some(file) => *files.get(file.as_str())?,
            None => MAIN,
        };
        let position = Position {
            line: location.line.get() as usize,
            column: location.column.get() as usize,
        };
        Some((span(source, location), position))
    });
    PlaceTable {
        positions: places.chain([(NOWHERE, START)]).collect(),
        digests: bundle.sources.iter().map(|source| source.sha256.clone()).collect(),
    }
}

/// The source that a location without a file is in: the first.
pub(super) const MAIN: SourceId = SourceId(0);
/// The span of what a runtime bundle tells no place of. Nothing there tells where a norm or a name is written.
pub(super) const NOWHERE: Span = Span {
    source: MAIN,
    start: 0,
    end: 0,
};
const START: Position = Position { line: 1, column: 1 };

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
    let norms = bundle.norms.iter();
    let transforms = norms.clone().filter_map(|norm| match &norm.transform {
        Demand::Transform(transform) => transform.location.as_ref(),
        Demand::Nothing(_) => None,
    });
    concepts
        .chain(vocabulary.linkings.iter().filter_map(|one| one.location.as_ref()))
        .chain(vocabulary.routes.iter().filter_map(|one| one.location.as_ref()))
        .chain(norms.filter_map(|one| one.provenance.as_ref().map(|provenance| &provenance.location)))
        .chain(transforms)
        .chain(bundle.transfers_abroad.iter().filter_map(|one| one.location.as_ref()))
        .chain(bundle.revisions.iter().flat_map(of_revision))
        .chain(bundle.notices.iter().filter_map(|one| one.location.as_ref()))
        .chain(bundle.terms.iter().filter_map(|one| one.location.as_ref()))
        .chain(bundle.tests.iter().filter_map(|one| one.location.as_ref()))
        .chain(bundle.outline.iter().filter_map(|one| one.location.as_ref()))
}

fn of_revision(revision: &Revision) -> impl Iterator<Item = &Location> {
    let lines = revision.summary.iter().map(|line| &line.location);
    let acknowledgements = revision.acknowledgements.iter().map(|one| &one.location);
    let all = [&revision.location].into_iter().chain(lines).chain(acknowledgements);
    all.filter_map(Option::as_ref)
}
