//! The lines that a revision changed: where a reviewer is shown what they bring. Tools that comment on a pull request show
//! only what stands in its changed lines.

use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Comparison;
use super::decisions::{Requests, Statement, leaf};
use super::vocabulary::Side;
use crate::document::ClauseId;
use crate::source::SourceMap;
use crate::span::{SourceId, Span};
use crate::vocabulary::{ConceptId, Dimension, Origin};

/// The lines of a revision's sources that the earlier revision does not have, each without the blanks around it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangedLines {
    lines: BTreeMap<SourceId, Vec<Line>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    span: Span,
    text: String,
}

impl ChangedLines {
    /// Compares the sources of two revisions, the entry with the entry and each import with that of its name.
    #[must_use]
    pub fn between(old: &SourceMap, new: &SourceMap) -> Self {
        let file = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
        let mut lines = BTreeMap::new();
        for (id, source) in new.iter() {
            let imports = || old.iter().skip(1);
            let other = match id {
                SourceId(0) => old.iter().next(),
                _ => imports()
                    .find(|(_, other)| other.name() == source.name())
                    .or_else(|| imports().find(|(_, other)| other.text() == source.text()))
                    .or_else(|| imports().find(|(_, other)| file(other.name()) == file(source.name()))),
            };
            let before = other.map_or("", |(_, other)| other.text());
            let changed = changed_lines(before, source.text()).into_iter();
            let line = |(start, end)| Line {
                span: Span::new(id, start, end),
                text: source.text().get(start..end).unwrap_or_default().to_owned(),
            };
            lines.insert(id, changed.map(line).collect());
        }
        Self { lines }
    }

    /// The first changed line.
    #[must_use]
    pub fn first(&self) -> Option<Span> {
        self.all().next().map(|line| line.span)
    }

    fn all(&self) -> impl Iterator<Item = &Line> {
        self.lines.values().flatten()
    }

    /// Those that meet a range of a source.
    fn within(&self, range: Span) -> impl Iterator<Item = &Line> {
        let lines = self.lines.get(&range.source).map_or(&[][..], Vec::as_slice);
        lines.iter().filter(move |line| meet(line.span, range))
    }
}

fn meet(one: Span, other: Span) -> bool {
    one.source == other.source && one.start < other.end && other.start < one.end
}

/// Where something that a revision brings is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// What is marked.
    pub(super) span: Option<Span>,
    /// The clause, where what is marked is not its own head.
    pub(super) clause: Option<Span>,
}

/// Finds places in the new revision of a comparison.
pub(super) struct Places<'c, 'p> {
    comparison: &'c Comparison<'p>,
    changed: &'c ChangedLines,
    /// The changed lines that declare a word.
    declared: Vec<(Dimension, ConceptId, &'c Line)>,
}

impl<'c, 'p> Places<'c, 'p> {
    pub(super) fn new(comparison: &'c Comparison<'p>, changed: &'c ChangedLines) -> Self {
        let lines = |origin| match origin {
            Origin::Declared(span) => Some(changed.within(span)),
            Origin::BuiltIn => None,
        };
        let mut declared = Vec::new();
        for dimension in Requests::DECLARED {
            for (id, concept) in comparison.new.vocabulary.graph(dimension).iter() {
                let found = lines(concept.origin).into_iter().flatten();
                declared.extend(found.map(|line| (dimension, id, line)));
            }
        }
        Self {
            comparison,
            changed,
            declared,
        }
    }

    /// Where a reviewer looks first: at the changed line of the responsible clause that names most of what the statement is
    /// about; at a changed line that declares one of the words, or names one; at the clause.
    pub(super) fn of(&self, statement: &Statement) -> Place {
        let clause = place(self.comparison, statement);
        let names = self.names(statement);
        let named = |line: &Line| names.iter().filter(|name| line.text.contains(name.as_str())).count();
        // Of those that name as much, the first.
        let key = |line: &&Line| (usize::MAX - named(line), line.span);
        let responsible = self.comparison.responsible(statement).into_iter();
        let kept = responsible.filter_map(|(side, clause)| match side {
            Side::New => Some(clause),
            Side::Old => self.comparison.pairing.new_of(clause),
        });
        let inside = kept.flat_map(|clause| self.changed.within(self.extent(clause)));
        let declared = || {
            self.declared
                .iter()
                .filter(|(dimension, id, _)| self.is_about(statement, *dimension, *id))
        };
        let elsewhere = || self.changed.all().take(MOST_LINES).filter(|line| named(line) > 0);
        let line = inside
            .min_by_key(key)
            .or_else(|| declared().map(|(.., line)| *line).min_by_key(key))
            .or_else(|| elsewhere().min_by_key(key));
        match line {
            Some(line) => Place {
                span: Some(line.span),
                clause: clause.filter(|clause| !meet(*clause, line.span)),
            },
            None => Place {
                span: clause,
                clause: None,
            },
        }
    }

    /// From the head of a clause to what follows it: another clause that does not stand in it, or the tests.
    fn extent(&self, clause: ClauseId) -> Span {
        let new = self.comparison.new;
        let head = new.document.clause(clause).span;
        let clauses = (0..new.document.clauses.len()).map(|index| ClauseId(index as u32));
        let others = clauses.filter(|other| !new.document.path(*other).contains(&clause));
        let heads = others.map(|other| new.document.clause(other).span);
        let after = heads
            .chain(new.tests.iter().map(|test| test.span))
            .filter(|span| span.source == head.source && span.start > head.start)
            .map(|span| span.start);
        Span {
            end: after.min().unwrap_or(u32::MAX),
            ..head
        }
    }

    /// The names of the words that a statement is about, as they stand in a source.
    fn names(&self, statement: &Statement) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for (dimension, set) in statement.requests.declared() {
            let joint = self.comparison.vocabulary.joint(dimension);
            let old = self.comparison.old.vocabulary.graph(dimension);
            let new = self.comparison.new.vocabulary.graph(dimension);
            for member in set.iter().take(MOST_NAMES) {
                let name = leaf(joint, old, new, member);
                // A name that a clause gives is written in it without the clause's.
                names.insert(name.rsplit('.').next().unwrap_or_default().to_owned());
            }
        }
        names.remove("");
        names
    }

    /// Whether everything under a word of the new revision is in what the statement is about.
    fn is_about(&self, statement: &Statement, dimension: Dimension, id: ConceptId) -> bool {
        let joint = self.comparison.vocabulary.joint(dimension);
        let graph = self.comparison.new.vocabulary.graph(dimension);
        let leaves = joint.joint_set(Side::New, graph.leaves_of(id));
        let mut asked = statement.requests.declared().into_iter();
        !leaves.is_empty() && asked.any(|(of, set)| of == dimension && leaves.is_subset(set))
    }
}

/// As many names of each kind as tell lines apart, and as many lines as are worth looking through.
const MOST_NAMES: usize = 16;
const MOST_LINES: usize = 2000;

/// The byte ranges of the lines that a text has beside another, without blanks around them; blank lines are passed over.
fn changed_lines(before: &str, after: &str) -> Vec<(usize, usize)> {
    let old: Vec<&str> = before.split_inclusive('\n').map(str::trim).collect();
    let new: Vec<&str> = after.split_inclusive('\n').map(str::trim).collect();
    let is_new = added(&old, &new);
    let mut lines = Vec::new();
    let mut at = 0;
    for (line, is_new) in after.split_inclusive('\n').zip(is_new) {
        let start = at + line.len() - line.trim_start().len();
        let end = start + line.trim().len();
        at += line.len();
        if is_new && start < end {
            lines.push((start, end));
        }
    }
    lines
}

/// Which lines of the new text were added.
fn added(old: &[&str], new: &[&str]) -> Vec<bool> {
    /// More than this, and the shortest way from one text to the other would take too long to find.
    const MOST: usize = 25_000_000;
    let before = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old, rest) = (&old[before..], &new[before..]);
    let after = old
        .iter()
        .rev()
        .zip(rest.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (old, rest) = (&old[..old.len() - after], &rest[..rest.len() - after]);
    let mut added = vec![false; new.len()];
    if old.len().saturating_mul(rest.len()) <= MOST {
        for op in capture_diff_slices(Algorithm::Myers, old, rest) {
            let range = match op {
                DiffOp::Insert { .. } | DiffOp::Replace { .. } => op.new_range(),
                _ => continue,
            };
            for index in range {
                added[before + index] = true;
            }
        }
        return added;
    }
    // A line that stands nowhere in the old text was added for certain.
    let known: BTreeSet<&str> = old.iter().copied().collect();
    for (index, line) in rest.iter().enumerate() {
        added[before + index] = !known.contains(line);
    }
    added
}

/// Where a reviewer of the new revision looks first: the first clause that is responsible, or what now stands around it.
pub(super) fn place(comparison: &Comparison<'_>, statement: &Statement) -> Option<Span> {
    let (old, new) = (&comparison.old.document, &comparison.new.document);
    let span = |clause: ClauseId| new.clause(clause).span;
    let responsible = comparison.responsible(statement);
    let of_new = responsible.iter().find(|(side, _)| *side == Side::New);
    if let Some((_, clause)) = of_new {
        return Some(span(*clause));
    }
    let of_old = responsible.iter().next().map(|(_, clause)| *clause);
    let kept = of_old.and_then(|clause| {
        let path = old.path(clause).into_iter().rev();
        path.filter_map(|outer| comparison.pairing.new_of(outer)).next()
    });
    let deciding = || {
        let norm = statement.decided_after.first()?;
        Some(comparison.new.norms.get(norm.0 as usize)?.provenance.clause)
    };
    kept.or_else(deciding)
        .or((!new.clauses.is_empty()).then_some(ClauseId(0)))
        .map(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed<'t>(before: &str, after: &'t str) -> Vec<&'t str> {
        let lines = changed_lines(before, after).into_iter();
        lines.filter_map(|(start, end)| after.get(start..end)).collect()
    }

    #[test]
    fn a_line_that_was_added_or_edited_is_changed() {
        assert_eq!(changed("あ\n  い\nう\n", "あ\n  いい \r\nう\nえ"), ["いい", "え"]);
        assert_eq!(
            changed("あ\nい\n", "い\n"),
            [""; 0],
            "what is gone is no line of the new text"
        );
        assert_eq!(changed("", "あ\n\n い"), ["あ", "い"]);
        assert_eq!(changed("あ\n", "  あ\n"), [""; 0], "indentation says nothing");
        // A line that stands elsewhere as well is told from its like.
        assert_eq!(changed("a\nx\nb\n", "a\nx\nb\nx\nc\n"), ["x", "c"]);
    }

    #[test]
    fn texts_that_share_nothing_are_told_apart_in_time() {
        let text = |word: &str| -> String { (0..200_000).map(|index| format!("{word}{index}\n")).collect() };
        let (before, after) = (text("a"), text("b"));
        assert_eq!(changed_lines(&before, &after).len(), 200_000);
    }
}
