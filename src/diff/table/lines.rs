//! Units as lines of a cell: number or mark, then the words, what differs marked.

use super::atoms::Reader;
use super::{Line, Piece};
use crate::diff::units::{Unit, UnitKind};
use crate::diff::wording::{Atom, Hunk};
use crate::document::TitleStyle;

/// What of a line is marked.
pub(super) enum Marks<'h> {
    /// Nothing.
    None,
    /// All.
    All,
    /// What the comparison found: the words of this side with whether they differ.
    Found(Vec<(&'h str, bool)>),
}

impl<'h> Marks<'h> {
    pub(super) fn old(hunks: &'h [Hunk]) -> Self {
        Self::Found(hunks.iter().map(|hunk| (hunk.old.as_str(), !hunk.same)).collect())
    }

    pub(super) fn new(hunks: &'h [Hunk]) -> Self {
        Self::Found(hunks.iter().map(|hunk| (hunk.new.as_str(), !hunk.same)).collect())
    }
}

/// What stands before the words of a unit, what follows them, and whether before is a number.
struct Frame {
    before: String,
    joint: &'static str,
    after: &'static str,
}

fn frame(reader: &Reader<'_>, unit: &Unit<'_>, has_words: bool) -> Frame {
    let mark = |before: &str, after: &'static str| Frame {
        before: before.to_owned(),
        joint: "",
        after,
    };
    match unit.kind {
        UnitKind::Heading => {
            let number = unit
                .clause
                .and_then(|clause| reader.document.clause(clause).number.as_ref());
            let Some(number) = number else {
                return mark("", "");
            };
            let style = reader.document.style.get(&number.level);
            let joined = style.map_or(TitleStyle::Spaced, |style| style.pattern.title_style());
            let (joint, after) = match joined {
                _ if !has_words => ("", ""),
                TitleStyle::Spaced => (" ", ""),
                TitleStyle::Parenthesised => ("（", "）"),
            };
            Frame {
                before: number.full.clone(),
                joint,
                after,
            }
        }
        UnitKind::Group => mark("[", "]"),
        UnitKind::Item => mark("・", ""),
        UnitKind::Note => mark("※", ""),
        _ => mark("", ""),
    }
}

/// The line of a unit. `before` says whether its number or mark is marked as well.
pub(super) fn line(reader: &Reader<'_>, unit: &Unit<'_>, depth: usize, marks: &Marks<'_>, before: bool) -> Line {
    let atoms = reader.atoms(unit);
    let words: String = atoms.iter().map(Atom::words).collect();
    let all = matches!(marks, Marks::All);
    let frame = frame(reader, unit, !words.is_empty());
    let mut pieces = Vec::new();
    push(&frame.before, all || before, &mut pieces);
    push(frame.joint, all, &mut pieces);
    match marks {
        Marks::None | Marks::All => push(&words, all, &mut pieces),
        Marks::Found(found) => found
            .iter()
            .for_each(|(words, marked)| push(words, *marked, &mut pieces)),
    }
    push(frame.after, all, &mut pieces);
    Line {
        kind: unit.kind,
        depth,
        pieces,
    }
}

fn push(words: &str, marked: bool, pieces: &mut Vec<Piece>) {
    if words.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(last) if last.marked == marked => last.words.push_str(words),
        _ => pieces.push(Piece {
            words: words.to_owned(),
            marked,
        }),
    }
}

/// The hunks of several units compared as one text, cut where the units end. `lengths` are those of the units' words.
pub(super) fn divided<'h>(found: &[(&'h str, bool)], lengths: &[usize]) -> Vec<Vec<(&'h str, bool)>> {
    let mut parts = Vec::with_capacity(lengths.len());
    let mut rest: Vec<(&str, bool)> = found.iter().rev().copied().collect();
    for length in lengths {
        let mut part = Vec::new();
        let mut left = *length;
        while let Some((words, marked)) = rest.pop() {
            if words.len() <= left {
                left -= words.len();
                part.push((words, marked));
                continue;
            }
            // INVARIANT: units end where characters end.
            if let Some((here, later)) = words.split_at_checked(left) {
                part.push((here, marked));
                rest.push((later, marked));
            }
            break;
        }
        parts.push(part);
    }
    parts
}
