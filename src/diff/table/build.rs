//! From two documents and their pairing to the rows: which entries are shown, and which share a row.

use std::collections::BTreeSet;

use super::changes::Changes;
use super::divided::Texts;
use super::merged::{MergedUnit, entries};
use super::remarks::Divisions;
use super::sides::{Sides, is_wordless};
use super::{Cell, Row, RowKind, Table, TableOptions, omitted};
use crate::diff::pairing::Pairing;
use crate::diff::units::{Unit, UnitKind};
use crate::diff::wording::Comparer;
use crate::document::Document;

pub(super) fn table(old: &Document, new: &Document, pairing: &Pairing, options: &TableOptions) -> Table {
    let sides = Sides::new(old, new, pairing);
    let changes = Changes {
        comparer: Comparer::new(options.wording),
        divisions: Divisions::new(&sides),
        texts: Texts::new(&sides),
        sides,
    };
    Table {
        old_title: old.title.clone(),
        new_title: new.title.clone(),
        rows: Builder { changes, options }.rows(),
    }
}

struct Builder<'a> {
    changes: Changes<'a>,
    options: &'a TableOptions,
}

impl Builder<'_> {
    fn rows(&self) -> Vec<Row> {
        let entries = entries(
            &self.changes.sides.old_units,
            &self.changes.sides.new_units,
            self.changes.sides.pairing,
        );
        let mut shown: Vec<Option<Row>> = entries.iter().map(|entry| self.changes.change(*entry)).collect();
        if self.options.omit_same && shown.iter().all(Option::is_none) {
            return Vec::new();
        }
        let places = self.places(&entries, &shown);
        let mut rows = Vec::new();
        let mut left_out: Vec<MergedUnit> = Vec::new();
        let mut last: Option<(RowKind, MergedUnit)> = None;
        let mut silent: Option<MergedUnit> = None;
        for (entry, row) in entries.iter().zip(&mut shown) {
            if self.changes.is_taken(*entry) {
                continue;
            }
            // A clause without words that came or went heads the row of what stands in it.
            if self.changes.is_silent(*entry) && last.is_none_or(|(_, head)| !self.is_within(*entry, head)) {
                silent = Some(*entry);
                continue;
            }
            let row = match row.take() {
                Some(row) => Some(row),
                None if !self.options.omit_same => self.changes.same(*entry, RowKind::Same),
                None if entry.new.is_some_and(|new| places.contains(&new)) => self.changes.same(*entry, RowKind::Place),
                None => {
                    // The title stands over the table; a wordless clause leaves nothing out by itself.
                    if entry
                        .new
                        .is_some_and(|new| new > 0 && !is_wordless(&self.changes.sides.new_units[new]))
                    {
                        left_out.push(*entry);
                    }
                    None
                }
            };
            let Some(row) = row else {
                // What came or went on both sides of what stayed are two things.
                last = None;
                continue;
            };
            self.omit(&mut left_out, &mut rows);
            // What stands under something that came or went as a whole belongs into its cell.
            let joined = last.is_some_and(|(kind, head)| {
                kind == row.kind && (self.is_within(*entry, head) || self.is_emptied(*entry, head))
            });
            match rows.last_mut() {
                Some(before) if joined => extend(before, row),
                _ => {
                    let head = silent.take_if(|head| self.is_within(*entry, *head));
                    last = Some((row.kind, head.unwrap_or(*entry)));
                    rows.push(row);
                }
            }
        }
        self.omit(&mut left_out, &mut rows);
        rows
    }

    fn omit(&self, left_out: &mut Vec<MergedUnit>, rows: &mut Vec<Row>) {
        let sides = &self.changes.sides;
        rows.extend(omitted::row(
            left_out,
            (sides.old.document, &sides.old_units),
            (sides.new.document, &sides.new_units),
        ));
        left_out.clear();
    }

    /// Whether an entry that came or went stands under another that did.
    fn is_within(&self, entry: MergedUnit, head: MergedUnit) -> bool {
        let within = |units: &[Unit<'_>], unit: Option<usize>, head: Option<usize>| {
            unit.zip(head)
                .is_some_and(|(unit, head)| head < unit && unit < units[head].end)
        };
        match (entry.old, entry.new) {
            (None, Some(_)) => head.old.is_none() && within(&self.changes.sides.new_units, entry.new, head.new),
            (Some(_), None) => head.new.is_none() && within(&self.changes.sides.old_units, entry.old, head.old),
            _ => false,
        }
    }

    /// Whether an old unit is gone because the clause it stands in was emptied.
    fn is_emptied(&self, entry: MergedUnit, head: MergedUnit) -> bool {
        match (entry, head) {
            (
                MergedUnit {
                    old: Some(old),
                    new: None,
                },
                MergedUnit {
                    old: Some(top),
                    new: Some(slot),
                },
            ) => self.changes.sides.is_slot(slot) && top < old && old < self.changes.sides.old_units[top].end,
            _ => false,
        }
    }

    /// New units that are the same but say where a change is: what it stands under, and the heads of its columns.
    fn places(&self, entries: &[MergedUnit], shown: &[Option<Row>]) -> BTreeSet<usize> {
        let sides = &self.changes.sides;
        let mut places = BTreeSet::new();
        for (entry, _) in entries.iter().zip(shown).filter(|(_, row)| row.is_some()) {
            let mut at = match (entry.new, entry.old) {
                (Some(new), _) => sides.new_units[new].parent,
                (None, Some(old)) => self.changes.sides.kept_ancestor(old),
                (None, None) => None,
            };
            while let Some(unit) = at.filter(|unit| *unit > 0) {
                if !places.insert(unit) {
                    break;
                }
                if sides
                    .new_units
                    .get(unit + 1)
                    .is_some_and(|next| sides.new_units[unit].kind == UnitKind::Table && next.kind == UnitKind::Columns)
                {
                    places.insert(unit + 1);
                }
                at = sides.new_units[unit].parent;
            }
        }
        places.retain(|unit| !is_wordless(&sides.new_units[*unit]));
        places
    }
}

/// Adds the lines of a row to those of the row before it.
fn extend(row: &mut Row, more: Row) {
    for (cell, more) in [(&mut row.old, more.old), (&mut row.new, more.new)] {
        if let (Cell::Lines(lines), Cell::Lines(more)) = (cell, more) {
            lines.extend(more);
        }
    }
    row.remarks.extend(more.remarks);
}
