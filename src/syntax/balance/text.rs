//! The text of a source, looked at as bytes and by lines.

use crate::span::{SourceId, Span};

/// A source that is scanned.
#[derive(Clone, Copy)]
pub(super) struct Text<'t> {
    source: SourceId,
    pub(super) text: &'t str,
    pub(super) bytes: &'t [u8],
}

impl<'t> Text<'t> {
    pub(super) fn new(source: SourceId, text: &'t str) -> Self {
        Self {
            source,
            text,
            bytes: text.as_bytes(),
        }
    }

    pub(super) fn span(self, at: usize, len: usize) -> Span {
        Span::new(self.source, at, at + len)
    }

    /// What stands between two places.
    pub(super) fn part(self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or("")
    }

    pub(super) fn starts(self, at: usize, what: &str) -> bool {
        self.bytes[at..].starts_with(what.as_bytes())
    }

    pub(super) fn line_end(self, at: usize) -> usize {
        self.bytes[at..]
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(self.bytes.len(), |offset| at + offset)
    }

    pub(super) fn line_start(self, at: usize) -> usize {
        self.bytes[..at]
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |newline| newline + 1)
    }
}
