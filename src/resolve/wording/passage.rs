//! The shown text of one wording, and where each byte of it stands in the source.

use std::ops::Range;

use crate::span::Span;
use crate::syntax::ast::{Inline, Wording, Words};

/// Stands for what is shown but is no word of the wording: a reference, a URL. Nothing matches across it.
pub const OPAQUE: char = '\u{FFFC}';

/// Parts the paragraphs of a wording. Line ends of the source are already joined, so it never stands for one.
pub const PARAGRAPH_BREAK: char = '\n';

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
    pub fn span(&self, passages: &[Passage]) -> Span {
        passages[self.passage].span(self.range.clone())
    }

    /// The text there.
    #[must_use]
    pub fn text<'a>(&self, passages: &'a [Passage]) -> &'a str {
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
        }
    }

    /// The passage of a wording. `source` is the text of the source that the wording's spans point into: with it, places
    /// are exact where escapes and line ends make the shown text shorter than what is written.
    #[must_use]
    pub fn from_wording(wording: &Wording, source: &str) -> Self {
        let mut passage = Self::new(wording.span);
        for (index, paragraph) in wording.paragraphs.iter().enumerate() {
            if index > 0 {
                passage.text.push(PARAGRAPH_BREAK);
            }
            passage.push_inlines(paragraph, source);
        }
        passage
    }

    /// Adds text that stands in the source as it is shown.
    pub fn push(&mut self, text: &str, span: Span) {
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

    fn push_inlines(&mut self, inlines: &[Inline], source: &str) {
        for inline in inlines {
            match inline {
                Inline::Text(words) => self.push_words(words, source),
                Inline::Reference(path) => self.push_opaque(path.span),
                Inline::Url(url) => self.push_opaque(url.span),
                Inline::Link { words, .. } | Inline::Strong { words, .. } => self.push_inlines(words, source),
            }
        }
    }

    fn push_words(&mut self, words: &Words, source: &str) {
        let written = source.get(words.span.range()).unwrap_or("");
        if written.len() == words.text.len() {
            return self.push(&words.text, words.span);
        }
        let runs = align(&words.text, written);
        if runs.is_empty() {
            return self.push(&words.text, words.span);
        }
        for (shown, written) in runs {
            let start = words.span.start as usize + written.start;
            let end = words.span.start as usize + written.end;
            self.push(
                words.text.get(shown).unwrap_or(""),
                Span::new(words.span.source, start, end),
            );
        }
    }
}

impl Piece {
    fn is_exact(&self) -> bool {
        (self.span.end - self.span.start) as usize == self.len
    }
}

/// Pairs the runs of the shown text with those of the source, which has more: backslashes before escaped characters, and
/// line ends with the indent after them. Empty when the two cannot be paired.
fn align(shown: &str, written: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let mut runs: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    let mut source = written.char_indices().peekable();
    for (at, c) in shown.char_indices() {
        let found = loop {
            let Some((start, next)) = source.next() else {
                return Vec::new();
            };
            let end = start + next.len_utf8();
            match next {
                '\\' => match source.next() {
                    Some((start, escaped)) if escaped == c => break start..start + escaped.len_utf8(),
                    _ => return Vec::new(),
                },
                _ if next == c => break start..end,
                // A line end between two Latin words is shown as one space.
                '\n' | '\r' if c == ' ' => break start..end,
                _ if next.is_whitespace() => {}
                _ => return Vec::new(),
            }
        };
        let shown_end = at + c.len_utf8();
        match runs.last_mut() {
            Some((last, from))
                if from.end == found.start && found.len() == c.len_utf8() && from.len() == last.len() =>
            {
                last.end = shown_end;
                from.end = found.end;
            }
            _ => runs.push((at..shown_end, found)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::SourceId;
    use crate::syntax::ast::{Name, Path};

    fn span(start: usize, end: usize) -> Span {
        Span::new(SourceId(0), start, end)
    }

    fn written<'a>(source: &'a str, passage: &Passage, part: &str) -> &'a str {
        let start = passage.text.find(part).expect("the part is shown");
        source
            .get(passage.span(start..start + part.len()).range())
            .expect("on character boundaries")
    }

    fn wording_of(source: &str, shown: &str) -> Wording {
        Wording {
            paragraphs: vec![vec![Inline::Text(Words {
                text: shown.to_owned(),
                span: span(0, source.len()),
            })]],
            span: span(0, source.len()),
        }
    }

    #[test]
    fn a_joined_line_end_lies_between_two_exact_places() {
        let source = "お客様の氏\r\n    名とIP\n    address";
        let passage = Passage::from_wording(&wording_of(source, "お客様の氏名とIP address"), source);
        assert_eq!(written(source, &passage, "氏名"), "氏\r\n    名");
        assert_eq!(written(source, &passage, "名と"), "名と");
        assert_eq!(written(source, &passage, "address"), "address");
    }

    #[test]
    fn an_escape_moves_everything_behind_it() {
        let source = r"\{会員\}の住所";
        let passage = Passage::from_wording(&wording_of(source, "{会員}の住所"), source);
        assert_eq!(written(source, &passage, "住所"), "住所");
        assert_eq!(written(source, &passage, "会員"), "会員");
    }

    #[test]
    fn words_that_differ_from_the_source_are_marked_whole() {
        let source = "まったく別の文";
        let passage = Passage::from_wording(&wording_of(source, "住所"), source);
        assert_eq!(written(source, &passage, "住"), source);
    }

    #[test]
    fn a_reference_is_one_opaque_character() {
        let source = "詳しくは{窓口}へ";
        let name = Name {
            text: "窓口".to_owned(),
            span: span(13, 19),
        };
        let text = |text: &str, start: usize| {
            Inline::Text(Words {
                text: text.to_owned(),
                span: span(start, start + text.len()),
            })
        };
        let wording = Wording {
            paragraphs: vec![vec![
                text("詳しくは", 0),
                Inline::Reference(Path {
                    segments: vec![name],
                    span: span(12, 20),
                }),
                text("へ", 20),
            ]],
            span: span(0, source.len()),
        };
        let passage = Passage::from_wording(&wording, source);
        assert_eq!(passage.text, "詳しくは\u{FFFC}へ");
        assert_eq!(written(source, &passage, "\u{FFFC}"), "{窓口}");
        assert_eq!(written(source, &passage, "へ"), "へ");
    }

    #[test]
    fn a_passage_without_words_points_at_its_wording() {
        assert_eq!(Passage::new(span(3, 9)).span(0..0), span(3, 9));
    }
}
