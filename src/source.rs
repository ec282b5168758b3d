//! Sources: decoded text with a name, and where its lines begin.

pub(crate) mod sentences;

use crate::diagnostic::{Code, Diagnostic, Text};
pub use crate::span::Position;
use crate::span::{SourceId, Span};
use crate::text::sentence::{File, Size};
use sentences as say;

/// Largest source accepted, in bytes. Policies that people write have some hundred thousand.
pub const MAX_SOURCE_BYTES: usize = 64 << 20;

/// A limit in words. It has to be a whole number of MiB.
pub(crate) fn mebibytes(bytes: usize) -> String {
    format!("{} MiB", bytes >> 20)
}

/// One decoded source.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    line_starts: Vec<u32>,
}

/// All sources of a compilation, in the order in which they were read.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    sources: Vec<Source>,
}

impl Source {
    /// The name the source was given: a path as the user wrote it, never made absolute.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The decoded text, without a byte order mark.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Index of the line that holds a byte offset, from 0.
    pub(crate) fn line_index(&self, offset: usize) -> usize {
        match self.line_starts.binary_search(&(offset as u32)) {
            Ok(line) => line,
            Err(next) => next - 1,
        }
    }

    /// Byte range of a line, its line break included. The index must be one that [`Self::line_index`] can give.
    pub(crate) fn line_range_of(&self, line: usize) -> std::ops::Range<usize> {
        let start = self.line_starts[line] as usize;
        let end = self
            .line_starts
            .get(line + 1)
            .map_or(self.text.len(), |next| *next as usize);
        start..end
    }

    /// Line and column of a byte offset. An offset inside a character counts as that character's start.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor_char_boundary(&self.text, offset);
        let line = self.line_index(offset);
        let start = self.line_starts[line] as usize;
        let column = self.text.get(start..offset).map_or(0, |s| s.chars().count());
        Position {
            line: line + 1,
            column: column + 1,
        }
    }
}

impl SourceMap {
    /// Adds a source and returns its id.
    pub fn add(&mut self, name: impl Into<String>, text: String) -> SourceId {
        let line_starts = std::iter::once(0).chain(memchr_lines(&text)).collect::<Vec<_>>();
        self.sources.push(Source {
            name: name.into(),
            text,
            line_starts,
        });
        SourceId(self.sources.len() as u32 - 1)
    }

    /// The source with this id.
    ///
    /// # Panics
    /// When the id comes from another map: a bug in the caller.
    #[must_use]
    pub fn get(&self, id: SourceId) -> &Source {
        &self.sources[id.0 as usize]
    }

    /// All sources, in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.sources
            .iter()
            .enumerate()
            .map(|(index, source)| (SourceId(index as u32), source))
    }

    /// The text a span covers.
    #[must_use]
    pub fn text_of(&self, span: Span) -> &str {
        self.get(span.source).text.get(span.range()).unwrap_or("")
    }

    /// Where a span starts, for people.
    #[must_use]
    pub fn position(&self, span: Span) -> Position {
        self.get(span.source).position(span.start as usize)
    }
}

fn memchr_lines(text: &str) -> impl Iterator<Item = u32> + '_ {
    text.match_indices('\n').map(|(index, _)| index as u32 + 1)
}

fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// Decodes the bytes of a source: strips a byte order mark and insists on UTF-8.
///
/// A text that cannot be used is replaced by the longest valid prefix, so that its diagnostics can still be drawn.
pub fn decode(sources: &mut SourceMap, name: &str, bytes: Vec<u8>, diagnostics: &mut Vec<Diagnostic>) -> SourceId {
    if bytes.len() > MAX_SOURCE_BYTES {
        let limit = mebibytes(MAX_SOURCE_BYTES);
        let id = sources.add(name, String::new());
        diagnostics.push(
            Diagnostic::new(Code::H0902, say::too_large(&File(name.to_owned()), &Size(limit)))
                .label(Span::new(id, 0, 0), Text::empty())
                .help(say::split_it()),
        );
        return id;
    }
    let bytes = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => rest.to_vec(),
        None => bytes,
    };
    match String::from_utf8(bytes) {
        Ok(text) => sources.add(name, text),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let guess = guess_encoding(&bytes);
            let prefix = String::from_utf8_lossy(&bytes[..valid]).into_owned();
            let id = sources.add(name, prefix);
            let position = sources.get(id).position(valid);
            diagnostics.push(
                Diagnostic::new(Code::H0001, say::not_utf8(&File(name.to_owned())))
                    .label(Span::new(id, valid, valid), say::unreadable_from_here(&position.line))
                    .help(guess.help()),
            );
            id
        }
    }
}

enum Guess {
    Utf16,
    ShiftJis,
    Unknown,
}

impl Guess {
    fn help(&self) -> Text {
        match self {
            Self::Utf16 => say::save_utf16_as_utf8(),
            Self::ShiftJis => say::save_shift_jis_as_utf8(),
            Self::Unknown => say::save_as_utf8(),
        }
    }
}

fn guess_encoding(bytes: &[u8]) -> Guess {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Guess::Utf16;
    }
    // Hiragana in Shift_JIS is 0x82 0x9F..0xF1; no other common encoding of Japanese has that pair so often.
    let hiragana = bytes
        .windows(2)
        .filter(|pair| pair[0] == 0x82 && (0x9F..=0xF1).contains(&pair[1]))
        .count();
    if hiragana > 0 { Guess::ShiftJis } else { Guess::Unknown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let mut map = SourceMap::default();
        let id = map.add("例.policy", "情報 氏名\r\n主体 𠮷野\n".to_owned());
        let at = map.get(id).text().find("野").expect("in the text");
        assert_eq!(map.get(id).position(at), Position { line: 2, column: 5 });
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        let mut map = SourceMap::default();
        let mut diagnostics = Vec::new();
        let id = decode(&mut map, "a", b"\xEF\xBB\xBFx".to_vec(), &mut diagnostics);
        assert_eq!((map.get(id).text(), diagnostics.len()), ("x", 0));
    }

    #[test]
    fn shift_jis_is_named() {
        let mut map = SourceMap::default();
        let mut diagnostics = Vec::new();
        decode(&mut map, "a", vec![0x82, 0xA0, 0x82, 0xA2], &mut diagnostics);
        assert_eq!(diagnostics[0].code, Code::H0001);
        assert!(diagnostics[0].help[0].ja.contains("Shift_JIS"));
    }
}
