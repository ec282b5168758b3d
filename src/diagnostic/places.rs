//! Where a span lies, for people and for tools, in constant time however long the lines are.

use std::cell::OnceCell;

use crate::source::{Source, SourceMap};
use crate::span::{SourceId, Span};

/// One point in a source, in every unit an output format asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Bytes from the start of the text.
    pub(super) byte: usize,
    /// Characters from the start of the text.
    pub(super) character: usize,
    /// Line, from 1.
    pub(super) line: usize,
    /// Column in characters, from 1.
    pub(super) column: usize,
}

/// Finds places in the sources of one compilation.
///
/// `Source::position` counts the characters of the line anew each time, which is quadratic for a hundred thousand
/// findings in one ten-megabyte line. Here each source is counted once, when a place in it is first asked for.
pub(super) struct Places<'a> {
    sources: &'a SourceMap,
    counts: Vec<OnceCell<Vec<u32>>>,
}

/// Bytes between two counts.
const STEP: usize = 1024;

impl<'a> Places<'a> {
    pub(super) fn new(sources: &'a SourceMap) -> Self {
        Self {
            sources,
            counts: sources.iter().map(|_| OnceCell::new()).collect(),
        }
    }

    /// Where a span starts and where it ends.
    pub(super) fn of(&self, span: Span) -> (Place, Place) {
        let range = span.range();
        (self.at(span.source, range.start), self.at(span.source, range.end))
    }

    /// The place of one byte offset. Past the end counts as the end, inside a character as its start.
    pub(super) fn at(&self, id: SourceId, byte: usize) -> Place {
        let source = self.sources.get(id);
        let byte = source.text().floor_char_boundary(byte);
        let line = source.line_index(byte);
        let character = self.characters_before(id, source, byte);
        let line_start = self.characters_before(id, source, source.line_range_of(line).start);
        Place {
            byte,
            character,
            line: line + 1,
            column: character - line_start + 1,
        }
    }

    fn characters_before(&self, id: SourceId, source: &Source, byte: usize) -> usize {
        let bytes = source.text().as_bytes();
        let counts = self.counts[id.0 as usize].get_or_init(|| running_counts(bytes));
        let step = byte / STEP;
        counts[step] as usize + count(&bytes[step * STEP..byte])
    }
}

/// Characters before every multiple of [`STEP`].
fn running_counts(bytes: &[u8]) -> Vec<u32> {
    let mut counts = vec![0];
    let mut total = 0;
    for chunk in bytes.chunks_exact(STEP) {
        total += count(chunk) as u32;
        counts.push(total);
    }
    counts
}

/// Characters that start in these bytes of UTF-8.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_agree_with_a_plain_count() {
        let text = "情報 氏名\r\n𠮷野 x\n".repeat(300) + "終";
        let mut sources = SourceMap::default();
        let id = sources.add("例.policy", text.clone());
        let places = Places::new(&sources);
        for (index, (byte, _)) in text.char_indices().enumerate() {
            let place = places.at(id, byte);
            let position = sources.get(id).position(byte);
            assert_eq!((place.line, place.column), (position.line, position.column));
            assert_eq!((place.byte, place.character), (byte, index));
        }
        assert_eq!(places.at(id, usize::MAX).byte, text.len());
    }
}
