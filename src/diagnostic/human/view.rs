//! What codespan sees of the sources: only the lines it will draw, cut where they are long, harmless to print.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use codespan_reporting::files::{Error, Files, Location};

use super::clip;
use crate::diagnostic::places::{Place, Places};
use crate::diagnostic::{Diagnostic, Findings, neutral};
use crate::source::Source;
use crate::span::SourceId;

/// The files one diagnostic shows.
pub(super) struct View {
    files: Vec<File>,
}

/// The shown lines of one source.
#[derive(Default)]
struct File {
    path: String,
    text: String,
    lines: Vec<Line>,
    /// What is marked: byte offset in the source to byte offset in `text`.
    offsets: BTreeMap<usize, usize>,
    /// Where labels start: offset in `text`, and the place in the source.
    starts: Vec<(usize, Place)>,
}

/// One line of the view.
struct Line {
    /// Its number in the source, from 1.
    number: usize,
    /// Its range in the view's text, line break included.
    range: Range<usize>,
}

/// Lines shown after the first and before the last line of a label over several lines: codespan's own defaults.
const CONTEXT_AFTER_START: usize = 3;
const CONTEXT_BEFORE_END: usize = 1;

/// What stands where text was cut. ASCII, because `…` is as wide as a kanji in some terminals.
const CUT: &str = "...";

/// Columns beside the source text: line number, border, marks of labels over several lines.
const GUTTER: usize = 10;

/// A source text is shown in at least so many columns, however narrow the terminal.
const LEAST_WIDTH: usize = 40;

/// The index of a label, and its range in the source.
type Mark = (usize, Range<usize>);

/// What a label marks: the file of the view, and the range in its text.
pub(super) type Marked = (usize, Range<usize>);

impl View {
    /// The view for one diagnostic, and what each of its labels marks there.
    pub(super) fn of(
        findings: &Findings<'_>,
        places: &Places<'_>,
        diagnostic: &Diagnostic,
        width: usize,
    ) -> (Self, Vec<Marked>) {
        let mut groups: Vec<(SourceId, Vec<Mark>)> = Vec::new();
        for (index, label) in diagnostic.labels.iter().enumerate() {
            let id = label.span.source;
            let range = within_lines(findings.sources.get(id), label.span.range());
            match groups.iter_mut().find(|(other, _)| *other == id) {
                Some((_, marks)) => marks.push((index, range)),
                None => groups.push((id, vec![(index, range)])),
            }
        }
        let budget = width.saturating_sub(GUTTER).max(LEAST_WIDTH);
        let mut marked = vec![(0, 0..0); diagnostic.labels.len()];
        let mut files = Vec::new();
        for (id, marks) in groups {
            let mut file = File {
                path: neutral::line(&findings.path(id)).into_owned(),
                ..File::default()
            };
            file.show(findings.sources.get(id), &marks, budget);
            for (index, range) in marks {
                let shown = file.offsets[&range.start]..file.offsets[&range.end];
                file.starts.push((shown.start, places.at(id, range.start)));
                marked[index] = (files.len(), shown);
            }
            files.push(file);
        }
        (Self { files }, marked)
    }

    fn file(&self, file: usize) -> Result<&File, Error> {
        self.files.get(file).ok_or(Error::FileMissing)
    }
}

impl File {
    /// Fills the view with the lines that the marks need.
    fn show(&mut self, source: &Source, marks: &[Mark], budget: usize) {
        let mut numbers = BTreeSet::new();
        let mut offsets = BTreeSet::new();
        for (_, range) in marks {
            let (first, last) = (source.line_index(range.start), source.line_index(range.end));
            numbers.extend(first..=last.min(first + CONTEXT_AFTER_START));
            numbers.extend(first.max(last.saturating_sub(CONTEXT_BEFORE_END))..=last);
            offsets.extend([range.start, range.end]);
        }
        let mut before: Option<usize> = None;
        for line in numbers {
            match before.map(|before| line - before) {
                // Codespan shows a single line between two shown ones rather than a break.
                Some(2) => self.push_line(source, line - 1, &offsets, budget),
                // It takes a distance of more than two for a break, however great the distance is in the source.
                Some(3..) => {
                    self.push_gap();
                    self.push_gap();
                }
                _ => {}
            }
            self.push_line(source, line, &offsets, budget);
            before = Some(line);
        }
    }

    fn push_line(&mut self, source: &Source, index: usize, offsets: &BTreeSet<usize>, budget: usize) {
        let range = trimmed(source, index);
        let line = source.text().get(range.clone()).unwrap_or_default();
        let marks: Vec<usize> = offsets
            .range(range.start..=range.end)
            .map(|mark| mark - range.start)
            .collect();
        let start = self.text.len();
        let mut shown_to = 0;
        for part in clip::parts(line, &marks, budget) {
            if part.start > shown_to {
                self.text.push_str(CUT);
            }
            let text = line.get(part.clone()).unwrap_or_default();
            let end = std::iter::once((text.len(), Cow::Borrowed("")));
            for (at, shown) in neutral::pieces(text).chain(end) {
                let offset = range.start + part.start + at;
                if offsets.contains(&offset) {
                    self.offsets.insert(offset, self.text.len());
                }
                self.text.push_str(&shown);
            }
            shown_to = part.end;
        }
        if shown_to < line.len() {
            self.text.push_str(CUT);
        }
        self.text.push('\n');
        self.lines.push(Line {
            number: index + 1,
            range: start..self.text.len(),
        });
    }

    /// Stands for lines that are not shown.
    fn push_gap(&mut self) {
        let number = self.lines.last().map_or(1, |line| line.number + 1);
        let range = self.text.len()..self.text.len();
        self.lines.push(Line { number, range });
    }

    fn line(&self, index: usize) -> Result<&Line, Error> {
        let max = self.lines.len();
        self.lines.get(index).ok_or(Error::LineTooLarge { given: index, max })
    }
}

/// A range whose ends lie on characters, and not in or after a line break.
fn within_lines(source: &Source, range: Range<usize>) -> Range<usize> {
    let text = source.text();
    let start = text.floor_char_boundary(range.start);
    let mut end = text.floor_char_boundary(range.end).max(start);
    if end > start && text.as_bytes().get(end - 1) == Some(&b'\n') {
        end -= 1;
    }
    let clamp = |offset| trimmed(source, source.line_index(offset)).end.min(offset);
    clamp(start)..clamp(end)
}

/// A line's range without its line break.
fn trimmed(source: &Source, index: usize) -> Range<usize> {
    let range = source.line_range_of(index);
    let line = source.text().get(range.clone()).unwrap_or_default();
    let text = line.strip_suffix('\n').unwrap_or(line);
    let text = text.strip_suffix('\r').unwrap_or(text);
    range.start..range.start + text.len()
}

impl<'a> Files<'a> for View {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, file: usize) -> Result<&'a str, Error> {
        Ok(&self.file(file)?.path)
    }

    fn source(&'a self, file: usize) -> Result<&'a str, Error> {
        Ok(&self.file(file)?.text)
    }

    fn line_index(&'a self, file: usize, offset: usize) -> Result<usize, Error> {
        let after = self
            .file(file)?
            .lines
            .partition_point(|line| line.range.start <= offset);
        Ok(after.saturating_sub(1))
    }

    fn line_number(&'a self, file: usize, index: usize) -> Result<usize, Error> {
        Ok(self.file(file)?.line(index)?.number)
    }

    fn line_range(&'a self, file: usize, index: usize) -> Result<Range<usize>, Error> {
        Ok(self.file(file)?.line(index)?.range.clone())
    }

    fn location(&'a self, file: usize, offset: usize) -> Result<Location, Error> {
        let file = self.file(file)?;
        let found = file.starts.iter().find(|(start, _)| *start == offset);
        let (_, place) = found.ok_or(Error::InvalidCharBoundary { given: offset })?;
        Ok(Location {
            line_number: place.line,
            column_number: place.column,
        })
    }
}
