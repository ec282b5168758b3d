//! The row of one entry: what changed in it and how that is shown.

use super::atoms::Reader;
use super::divided::Texts;
use super::lines::{Marks, divided, line};
use super::merged::MergedUnit;
use super::remarks::{self, Divisions};
use super::sides::{Sides, is_wordless};
use super::{Cell, Line, Remark, Row, RowKind};
use crate::diff::units::{Unit, UnitKind};
use crate::diff::wording::{Atom, Comparer, Hunk};

/// Shows entries.
pub(super) struct Changes<'a> {
    pub(super) sides: Sides<'a>,
    pub(super) comparer: Comparer,
    pub(super) divisions: Divisions,
    pub(super) texts: Texts,
}

impl Changes<'_> {
    pub(super) fn is_taken(&self, entry: MergedUnit) -> bool {
        match (entry.old, entry.new) {
            (None, Some(new)) => self.texts.new_taken.contains(&new),
            (Some(old), None) => self.texts.old_taken.contains(&old),
            _ => false,
        }
    }

    pub(super) fn is_silent(&self, entry: MergedUnit) -> bool {
        match (entry.old, entry.new) {
            (None, Some(new)) => is_wordless(&self.sides.new_units[new]),
            (Some(old), None) => is_wordless(&self.sides.old_units[old]),
            _ => false,
        }
    }

    /// The row of an entry, if it shows a change.
    pub(super) fn change(&self, entry: MergedUnit) -> Option<Row> {
        if self.is_taken(entry) {
            return None;
        }
        match (entry.old, entry.new) {
            (Some(old), Some(new)) => {
                match (
                    is_wordless(&self.sides.old_units[old]),
                    is_wordless(&self.sides.new_units[new]),
                ) {
                    (true, true) => None,
                    (true, false) => Some(self.added(entry, new)),
                    (false, true) => Some(self.removed(entry, old)),
                    (false, false) => self.pair(old, new),
                }
            }
            _ if self.is_silent(entry) => None,
            (None, Some(new)) => Some(self.added(entry, new)),
            (Some(old), None) => Some(self.removed(entry, old)),
            (None, None) => None,
        }
    }

    fn added(&self, entry: MergedUnit, new: usize) -> Row {
        self.row(
            RowKind::Added,
            entry,
            Cell::NewlyMade,
            Cell::Lines(vec![self.new_line(new, &Marks::All, false)]),
            self.divisions.of_new(&self.sides, new).into_iter().collect(),
        )
    }

    fn removed(&self, entry: MergedUnit, old: usize) -> Row {
        let retired = self.sides.kept_ancestor(old).is_some_and(|new| self.sides.is_slot(new));
        self.row(
            if retired { RowKind::Retired } else { RowKind::Removed },
            entry,
            Cell::Lines(vec![self.old_line(old, &Marks::All, false)]),
            if retired { Cell::Blank } else { Cell::Deleted },
            self.divisions.of_old(&self.sides, old).into_iter().collect(),
        )
    }

    fn pair(&self, old: usize, new: usize) -> Option<Row> {
        let (sides, entry) = (
            &self.sides,
            MergedUnit {
                old: Some(old),
                new: Some(new),
            },
        );
        if let Some(split) = self.texts.splits.get(&new) {
            return Some(self.divided(entry, &[split.whole], &split.parts, Remark::Divided));
        }
        if let Some(merge) = self.texts.merges.get(&new) {
            return Some(self.divided(entry, &merge.parts, &[merge.whole], Remark::United));
        }
        let (before, after) = (&sides.old_units[old], &sides.new_units[new]);
        let moved = self.sides.is_moved(new);
        let reshaped = before.kind != after.kind;
        let (left, right) = (sides.old.atoms(before), sides.new.atoms(after));
        let same = self.comparer.is_same(&left, &right);
        if same && !moved && !reshaped {
            return None;
        }
        let hunks = self.comparer.compare(&left, &right);
        let retired = self.sides.is_slot(new) && !same;
        let mut remarks = Vec::new();
        if moved {
            remarks.push(remarks::moved(sides, old, new));
        }
        if retired {
            remarks.push(Remark::Retired);
        }
        // A number is marked where it tells a move; where it only counts on, it is no change.
        let mark = reshaped || moved && after.kind == UnitKind::Heading;
        Some(self.row(
            if retired { RowKind::Retired } else { RowKind::Changed },
            entry,
            Cell::Lines(vec![self.old_line(old, &Marks::old(&hunks), mark)]),
            Cell::Lines(vec![self.new_line(new, &Marks::new(&hunks), mark)]),
            remarks,
        ))
    }

    /// A row of one text on one side and several on the other, compared as one.
    fn divided(&self, entry: MergedUnit, old: &[usize], new: &[usize], remark: Remark) -> Row {
        let sides = &self.sides;
        let (left, left_lengths) = together(&sides.old, &sides.old_units, old);
        let (right, right_lengths) = together(&sides.new, &sides.new_units, new);
        let hunks = self.comparer.compare(&left, &right);
        let moved = entry.new.filter(|new| self.sides.is_moved(*new)).zip(entry.old);
        let cell =
            |found: Vec<(&str, bool)>, lengths: &[usize], line: &dyn Fn(usize, &Marks<'_>) -> Line, units: &[usize]| {
                let parts = divided(&found, lengths);
                Cell::Lines(
                    units
                        .iter()
                        .zip(parts)
                        .map(|(unit, part)| line(*unit, &Marks::Found(part)))
                        .collect(),
                )
            };
        let found = |side: fn(&Hunk) -> &str| hunks.iter().map(|hunk| (side(hunk), !hunk.same)).collect();
        let mut remarks = vec![remark];
        remarks.extend(moved.map(|(new, old)| remarks::moved(sides, old, new)));
        self.row(
            RowKind::Changed,
            entry,
            cell(
                found(|hunk| &hunk.old),
                &left_lengths,
                &|unit, marks| self.old_line(unit, marks, false),
                old,
            ),
            cell(
                found(|hunk| &hunk.new),
                &right_lengths,
                &|unit, marks| self.new_line(unit, marks, false),
                new,
            ),
            remarks,
        )
    }

    /// The row of an entry that shows no change.
    pub(super) fn same(&self, entry: MergedUnit, kind: RowKind) -> Option<Row> {
        let (old, new) = (entry.old?, entry.new?);
        if is_wordless(&self.sides.new_units[new]) {
            return None;
        }
        let old_line = self.old_line(old, &Marks::None, false);
        let new_line = self.new_line(new, &Marks::None, false);
        Some(self.row(
            kind,
            entry,
            Cell::Lines(vec![old_line]),
            Cell::Lines(vec![new_line]),
            Vec::new(),
        ))
    }

    fn row(&self, kind: RowKind, entry: MergedUnit, old: Cell, new: Cell, remarks: Vec<Remark>) -> Row {
        Row {
            kind,
            old,
            new,
            old_clause: entry.old.and_then(|unit| self.sides.old_units[unit].owner),
            new_clause: entry.new.and_then(|unit| self.sides.new_units[unit].owner),
            remarks,
        }
    }

    fn old_line(&self, unit: usize, marks: &Marks<'_>, before: bool) -> Line {
        let sides = &self.sides;
        line(
            &sides.old,
            &sides.old_units[unit],
            sides.old_depths[unit],
            marks,
            before,
        )
    }

    fn new_line(&self, unit: usize, marks: &Marks<'_>, before: bool) -> Line {
        let sides = &self.sides;
        line(
            &sides.new,
            &sides.new_units[unit],
            sides.new_depths[unit],
            marks,
            before,
        )
    }
}

/// The words of several units as one text, and how long those of each are.
fn together(reader: &Reader<'_>, units: &[Unit<'_>], chosen: &[usize]) -> (Vec<Atom>, Vec<usize>) {
    let mut atoms = Vec::new();
    let mut lengths = Vec::new();
    for unit in chosen {
        let own = reader.atoms(&units[*unit]);
        lengths.push(own.iter().map(|atom| atom.words().len()).sum());
        atoms.extend(own);
    }
    (atoms, lengths)
}
