//! Lines broken to a width by the rules of Japanese setting (行頭禁則, 行末禁則: UAX #14, strict).

use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use icu_segmenter::{GraphemeClusterSegmenter, GraphemeClusterSegmenterBorrowed, LineSegmenter, LineSegmenterBorrowed};
use unicode_width::UnicodeWidthStr as _;

use super::style::Style;

const END: &str = "\u{1B}[0m";

/// A line as it is printed.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) text: String,
    /// Its width without what colours it.
    pub(super) width: usize,
}

/// How far lines are indented.
#[derive(Debug, Clone, Copy)]
pub(super) struct Indentation {
    pub(super) first: usize,
    pub(super) rest: usize,
}

/// Breaks lines.
pub(super) struct Wrapper {
    lines: LineSegmenterBorrowed<'static>,
    graphemes: GraphemeClusterSegmenterBorrowed<'static>,
}

impl Wrapper {
    pub(super) fn new() -> Self {
        let mut options = LineBreakOptions::default();
        options.strictness = Some(LineBreakStrictness::Strict);
        Self {
            lines: LineSegmenter::new_for_non_complex_scripts(options),
            graphemes: GraphemeClusterSegmenter::new(),
        }
    }

    /// Breaks styled words into lines. Each line ends what it coloured, so that columns can stand side by side.
    pub(super) fn wrap(
        &self,
        spans: &[(String, Style)],
        together: &[usize],
        width: usize,
        indent: Indentation,
        colour: bool,
    ) -> Vec<Written> {
        let text: String = spans.iter().map(|(words, _)| words.as_str()).collect();
        let mut lines = Vec::new();
        let mut line = LineBuilder::new(spans, indent.first, colour);
        let mut start = 0;
        for end in self.lines.segment_str(&text).filter(|end| *end > 0) {
            if together.binary_search(&end).is_ok() {
                continue;
            }
            let Some(words) = text.get(start..end) else { continue };
            // A space at the end of a line may stick out.
            let needed = words.trim_end().width();
            if line.width + needed > width && !line.is_empty {
                lines.push(line.finish(indent.rest));
            }
            if line.width + needed <= width {
                line.push(words, start);
            } else {
                self.push_long(words, start, width, indent.rest, &mut line, &mut lines);
            }
            start = end;
        }
        if !line.is_empty || lines.is_empty() {
            lines.push(line.finish(0));
        }
        lines
    }

    /// Words without a break, longer than a line: an address.
    fn push_long(
        &self,
        words: &str,
        offset: usize,
        width: usize,
        indent: usize,
        line: &mut LineBuilder<'_>,
        lines: &mut Vec<Written>,
    ) {
        let mut start = 0;
        for end in self.graphemes.segment_str(words).filter(|end| *end > 0) {
            let Some(character) = words.get(start..end) else {
                continue;
            };
            if line.width + character.width() > width && !line.is_empty {
                lines.push(line.finish(indent));
            }
            line.push(character, offset + start);
            start = end;
        }
    }
}

struct LineBuilder<'s> {
    spans: &'s [(String, Style)],
    /// Where in the whole text the span begins that was written last.
    span: (usize, usize),
    colour: bool,
    style: Style,
    text: String,
    /// White space that is written only if words follow it on the line.
    blanks: Vec<(char, Style)>,
    width: usize,
    is_empty: bool,
}

impl<'s> LineBuilder<'s> {
    fn new(spans: &'s [(String, Style)], indent: usize, colour: bool) -> Self {
        Self {
            spans,
            span: (0, 0),
            colour,
            style: Style::Plain,
            text: " ".repeat(indent),
            blanks: Vec::new(),
            width: indent,
            is_empty: true,
        }
    }

    /// Adds words that stand at an offset of the whole text.
    fn push(&mut self, words: &str, offset: usize) {
        for (at, c) in words.char_indices() {
            let style = self.style_at(offset + at);
            if c.is_whitespace() {
                self.blanks.push((c, style));
                continue;
            }
            for (blank, style) in std::mem::take(&mut self.blanks) {
                self.turn(style);
                self.text.push(blank);
            }
            self.turn(style);
            self.text.push(c);
        }
        self.width += words.width();
        self.is_empty = false;
        let mut place = self.span;
        while let Some((words, _)) = self.spans.get(place.0)
            && place.1 + words.len() <= offset
        {
            place = (place.0 + 1, place.1 + words.len());
        }
        self.span = place;
    }

    fn style_at(&self, offset: usize) -> Style {
        let (mut index, mut start) = self.span;
        while let Some((words, style)) = self.spans.get(index) {
            if offset < start + words.len() {
                return *style;
            }
            start += words.len();
            index += 1;
        }
        Style::Plain
    }

    fn turn(&mut self, style: Style) {
        if !self.colour || style == self.style {
            return;
        }
        if self.style != Style::Plain {
            self.text.push_str(END);
        }
        self.text.push_str(style.begin());
        self.style = style;
    }

    /// The line so far; the next begins with this indentation.
    fn finish(&mut self, indent: usize) -> Written {
        self.turn(Style::Plain);
        let blanks: String = self.blanks.drain(..).map(|(blank, _)| blank).collect();
        let written = Written {
            text: std::mem::replace(&mut self.text, " ".repeat(indent)),
            width: self.width.saturating_sub(blanks.width()),
        };
        self.width = indent;
        self.is_empty = true;
        written
    }
}
