//! The shown text of one wording, and where each byte of it stands in the source.

use std::cell::OnceCell;
use std::ops::Range;

pub use super::marks::{OPAQUE, PARAGRAPH_BREAK};
use super::quotes::{self, Quotes, quotes};
use crate::span::Span;

/// A run of shown text that comes from one run of source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where it starts in the text, in bytes.
    pub at: usize,
    /// Its length in the text, in bytes.
    pub len: usize,
    /// Where it stands in the source. As long as the piece where the two agree byte for byte.
    pub span: Span,
}

/// The shown text of one wording with its way back to the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The words as shown. [`OPAQUE`] for references and URLs, [`PARAGRAPH_BREAK`] between paragraphs.
    pub text: String,
    /// The runs it consists of, in order.
    pub pieces: Vec<Piece>,
    /// The whole wording in the source, with its brackets.
    pub whole: Span,
    /// Most passages quote nothing.
    quotes: OnceCell<Option<Box<Quotes>>>,
}

/// A range of one passage among several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Index of the passage.
    pub passage: usize,
    /// Bytes of its text.
    pub range: Range<usize>,
}

impl Place {
    /// Where it stands in the source.
    ///
    /// # Panics
    /// When the place is of other passages: a bug in the caller.
    #[must_use]
    pub fn span(&self, passages: &[&Passage]) -> Span {
        passages[self.passage].span(self.range.clone())
    }

    /// The text there.
    #[must_use]
    pub fn text<'a>(&self, passages: &[&'a Passage]) -> &'a str {
        passages
            .get(self.passage)
            .and_then(|passage| passage.text.get(self.range.clone()))
            .unwrap_or("")
    }
}

impl Passage {
    /// A passage without words yet, for the wording at `whole`.
    #[must_use]
    pub fn new(whole: Span) -> Self {
        Self {
            text: String::new(),
            pieces: Vec::new(),
            whole,
            quotes: OnceCell::new(),
        }
    }

    /// Its quotations. They are looked for once, so all its text must be there.
    #[must_use]
    pub fn quotes(&self) -> &Quotes {
        let found = self.quotes.get_or_init(|| {
            let found = quotes(&self.text);
            (!found.all().is_empty()).then(|| Box::new(found))
        });
        found.as_deref().unwrap_or(&quotes::NONE)
    }

    /// Adds text that stands in the source as it is shown.
    pub fn push(&mut self, text: &str, span: Span) {
        // Most wordings are one piece.
        if self.pieces.is_empty() {
            self.pieces.reserve_exact(1);
            self.text.reserve_exact(text.len());
        }
        self.pieces.push(Piece {
            at: self.text.len(),
            len: text.len(),
            span,
        });
        self.text.push_str(text);
    }

    /// Adds a placeholder for something that is no word.
    pub fn push_opaque(&mut self, span: Span) {
        self.push(OPAQUE.encode_utf8(&mut [0; 4]), span);
    }

    /// The smallest span of the source that covers a byte range of the text.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let first = self.pieces.partition_point(|piece| piece.at + piece.len <= range.start);
        let last = self.pieces.partition_point(|piece| piece.at < range.end);
        let (Some(first), Some(last)) = (
            self.pieces.get(first),
            last.checked_sub(1).and_then(|last| self.pieces.get(last)),
        ) else {
            return self.pieces.last().map_or(self.whole, |piece| piece.span.at_end());
        };
        let start = match range.start.checked_sub(first.at) {
            Some(within) if first.is_exact() => first.span.start + within as u32,
            _ => first.span.start,
        };
        let end = match (last.at + last.len).checked_sub(range.end) {
            Some(behind) if last.is_exact() => last.span.end - behind as u32,
            _ => last.span.end,
        };
        Span {
            source: first.span.source,
            start,
            end: end.max(start),
        }
    }
}

impl Piece {
    fn is_exact(&self) -> bool {
        (self.span.end - self.span.start) as usize == self.len
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::SourceId;

    fn span(start: usize, end: usize) -> Span {
        Span::new(SourceId(0), start, end)
    }

    #[test]
    fn a_passage_without_words_points_at_its_wording() {
        assert_eq!(Passage::new(span(3, 9)).span(0..0), span(3, 9));
    }
}
