//! Elements of a list that no label of the vocabulary is in: the machine would drop them in silence.

use std::ops::Range;

use super::labels::Labels;
use crate::diagnostic::{Diagnostic, Text};
use crate::span::Span;
use crate::syntax::ast::Wording;
use crate::vocabulary::Dimension;
use crate::wording::elements::{elements, lists_in_sentences};
use crate::wording::passage::OPAQUE;
use crate::wording::report;

/// Tells the elements that no label is in, of lists that are closed and of which something is read. A purpose is a sentence of
/// its own and no list.
pub(super) fn unread(labels: &Labels<'_>, wordings: &[&Wording], dimension: Dimension) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if !matches!(dimension, Dimension::Data | Dimension::Party) {
        return found;
    }
    let kind = Text::new(dimension.word(), dimension.english());
    for wording in wordings {
        let read = labels.read(wording);
        let text = &read.passage.text;
        let of_dimension = read.found.iter().filter(|found| found.dimension == dimension);
        let named: Vec<Span> = of_dimension.map(|found| found.span).collect();
        if named.is_empty() || read.leaves_list_open() {
            continue;
        }
        let is_read = |place: Span| named.iter().any(|one| one.start < place.end && place.start < one.end);
        let whole = elements(text);
        // In a sentence a list of data is one of which something is read.
        let in_sentences = match (whole.is_empty(), dimension) {
            (true, Dimension::Data) => lists_in_sentences(text),
            _ => Vec::new(),
        };
        let some_read = |list: &Vec<Range<usize>>| list.iter().any(|range| is_read(read.passage.span(range.clone())));
        for range in whole
            .into_iter()
            .chain(in_sentences.into_iter().filter(some_read).flatten())
        {
            let element = text.get(range.clone()).unwrap_or("");
            let place = read.passage.span(range);
            if !element.contains(OPAQUE) && !is_read(place) {
                found.push(report::unread_element(element, &kind, place));
            }
        }
    }
    found
}
