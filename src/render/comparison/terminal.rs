//! The 新旧対照表 for a terminal: two columns, or one below the other where there is no room.

mod style;
mod wrap;

use unicode_width::UnicodeWidthStr as _;

use super::{ComparisonOptions, NO_CHANGE, REMARKS, Side, filler, remarks, titled};
use crate::diagnostic::neutral;
use crate::diff::table::{Cell, Line, Row, RowKind, Table};
use crate::diff::units::UnitKind;
use style::Style;
use wrap::{Indentation, Wrapper, Written};

/// Fewer columns than this hold no two texts side by side.
const SIDE_BY_SIDE: usize = 64;
/// Wider lines are no easier to read.
const WIDEST: usize = 160;
const NARROWEST: usize = 20;

/// What the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TerminalOptions {
    /// Its width in columns.
    pub width: usize,
    /// Whether it shows colours and underlines; without them changes stand in ［＋…＋］ and ［－…－］.
    pub colour: bool,
}

/// Draws a table for a terminal.
#[must_use]
pub fn terminal(table: &Table, options: &ComparisonOptions, terminal: TerminalOptions) -> String {
    let width = terminal.width.clamp(NARROWEST, WIDEST);
    let drawing = Drawing {
        options,
        wrapper: Wrapper::new(),
        colour: terminal.colour,
        width,
        column: (width - SEPARATOR.width()) / 2,
    };
    let mut text = drawing.all(&drawing.plain(&titled(table, options), Style::Heading));
    for section in &options.sections {
        text.push('\n');
        text.push_str(&drawing.all(&drawing.plain(&section.heading, Style::Heading)));
        for item in &section.items {
            text.push_str(&drawing.all(&drawing.item(item)));
        }
    }
    if options.sections_only {
        return text;
    }
    text.push('\n');
    if table.rows.is_empty() {
        text.push_str(&drawing.all(&drawing.plain(NO_CHANGE, Style::Plain)));
    } else if width < SIDE_BY_SIDE {
        drawing.stacked(table, &mut text);
    } else {
        drawing.side_by_side(table, &mut text);
    }
    text
}

const SEPARATOR: &str = " | ";
const CROSSING: &str = "-+-";

struct Drawing<'a> {
    options: &'a ComparisonOptions,
    wrapper: Wrapper,
    colour: bool,
    width: usize,
    column: usize,
}

impl Drawing<'_> {
    fn side_by_side(&self, table: &Table, text: &mut String) {
        let rule = format!("{0}{CROSSING}{0}\n", "-".repeat(self.column));
        let [left, right] = self.options.sides();
        let head = |side| self.wrap(&self.plain(self.options.label(side), Style::Heading), self.column);
        self.beside(&head(left), &head(right), text);
        for row in &table.rows {
            text.push_str(&rule);
            let column = |side| -> Vec<Written> {
                let lines = self.cell(row, side);
                lines.iter().flat_map(|line| self.wrap(line, self.column)).collect()
            };
            self.beside(&column(left), &column(right), text);
        }
    }

    fn beside(&self, left: &[Written], right: &[Written], text: &mut String) {
        let empty = Written::default();
        for index in 0..left.len().max(right.len()) {
            let (left, right) = (left.get(index).unwrap_or(&empty), right.get(index).unwrap_or(&empty));
            let gap = self.column.saturating_sub(left.width);
            let line = format!("{}{}{SEPARATOR}{}", left.text, " ".repeat(gap), right.text);
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }

    fn stacked(&self, table: &Table, text: &mut String) {
        let rule = format!("{}\n", "-".repeat(self.width));
        for row in &table.rows {
            text.push_str(&rule);
            let same = matches!(row.kind, RowKind::Place | RowKind::Omitted | RowKind::Same);
            for side in self.options.sides() {
                // What is the same needs to be read once.
                if same && side == Side::Old {
                    continue;
                }
                if !same {
                    text.push_str(&self.all(&self.plain(&format!("【{}】", self.options.label(side)), Style::Heading)));
                }
                for line in self.cell(row, side) {
                    text.push_str(&self.all(&line));
                }
            }
        }
    }

    /// The lines of a cell, remarks below the new wording.
    fn cell(&self, row: &Row, side: Side) -> Vec<Spans> {
        let cell = side.cell(row);
        let mut lines = match (filler(cell), cell) {
            (Some(fillers), _) => fillers.iter().map(|words| self.plain(words, Style::Quiet)).collect(),
            (None, Cell::Lines(lines)) => lines.iter().map(|line| self.line(line, row.kind, side)).collect(),
            (None, _) => Vec::new(),
        };
        if side == Side::New
            && let Some(remark) = remarks(row)
        {
            let remark = if self.options.remarks {
                format!("（{REMARKS}: {remark}）")
            } else {
                format!("（{remark}）")
            };
            lines.push(self.plain(&remark, Style::Quiet));
        }
        lines
    }

    fn line(&self, line: &Line, kind: RowKind, side: Side) -> Spans {
        let heading = matches!(line.kind, UnitKind::Heading | UnitKind::Group | UnitKind::Title);
        let plain = match kind {
            _ if heading => Style::Heading,
            RowKind::Place => Style::Quiet,
            _ => Style::Plain,
        };
        let (marked, open, close) = match side {
            Side::New => (Style::Came, "［＋", "＋］"),
            Side::Old => (Style::Went, "［－", "－］"),
        };
        let mut spans = Vec::new();
        let mut together = Vec::new();
        let mut length = 0;
        for piece in &line.pieces {
            let words = neutral::line(&piece.words).into_owned();
            let span = match (piece.marked, self.colour) {
                (false, _) => (words, plain),
                (true, true) => (words, marked),
                (true, false) => {
                    together.extend([length + open.len(), length + open.len() + words.len()]);
                    (format!("{open}{words}{close}"), plain)
                }
            };
            length += span.0.len();
            spans.push(span);
        }
        let hanging = matches!(line.kind, UnitKind::Item | UnitKind::Note);
        Spans {
            spans,
            together,
            indent: line.depth.saturating_sub(1).min(4) * 2,
            hanging: if hanging { 2 } else { 0 },
        }
    }

    fn plain(&self, words: &str, style: Style) -> Spans {
        Spans {
            spans: vec![(neutral::line(words).into_owned(), style)],
            together: Vec::new(),
            indent: 0,
            hanging: 0,
        }
    }

    fn item(&self, words: &str) -> Spans {
        Spans {
            spans: vec![(format!("・{}", neutral::line(words)), Style::Plain)],
            together: Vec::new(),
            indent: 0,
            hanging: 2,
        }
    }

    fn wrap(&self, spans: &Spans, width: usize) -> Vec<Written> {
        // In a narrow column depth costs more than it tells.
        let indent = spans.indent.min(width / 4);
        let at = Indentation {
            first: indent,
            rest: indent + spans.hanging,
        };
        self.wrapper.wrap(&spans.spans, &spans.together, width, at, self.colour)
    }

    /// A line over the whole width.
    fn all(&self, spans: &Spans) -> String {
        let lines = self.wrap(spans, self.width);
        lines.iter().map(|line| format!("{}\n", line.text.trim_end())).collect()
    }
}

/// A line before it is wrapped.
struct Spans {
    spans: Vec<(String, Style)>,
    /// Where it must not be broken: a mark stays with the words it marks. Sorted.
    together: Vec<usize>,
    indent: usize,
    hanging: usize,
}
