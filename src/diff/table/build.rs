//! From two documents and their pairing to the rows.

use std::collections::{BTreeMap, BTreeSet};

use super::atoms::{Of, Reader};
use super::lines::{Marks, divided, line};
use super::merged::{Entry, entries};
use super::remarks::{self, Divisions};
use super::{Cell, Line, Remark, Row, RowKind, Table, TableOptions, omitted};
use crate::diff::pairing::{Division, Pairing};
use crate::diff::units::{Class, Unit, UnitKind, units};
use crate::diff::wording::{Atom, Comparer, Hunk};
use crate::document::Document;

/// The title of a clause whose number is kept and whose words are gone.
const RETIRED: &str = "削除";

/// Both documents.
pub(super) struct Sides<'a> {
    pub(super) old: Reader<'a>,
    pub(super) new: Reader<'a>,
    pub(super) old_units: Vec<Unit<'a>>,
    pub(super) new_units: Vec<Unit<'a>>,
    pub(super) pairing: &'a Pairing,
    old_depths: Vec<usize>,
    new_depths: Vec<usize>,
}

pub(super) fn table(old: &Document, new: &Document, pairing: &Pairing, options: &TableOptions) -> Table {
    let (old_units, new_units) = (units(old), units(new));
    let reader = |document, side| Reader {
        document,
        pairing,
        side,
    };
    let sides = Sides {
        old: reader(old, Of::Old),
        new: reader(new, Of::New),
        old_depths: depths(&old_units),
        new_depths: depths(&new_units),
        old_units,
        new_units,
        pairing,
    };
    let builder = Builder {
        comparer: Comparer::new(options.wording),
        divisions: Divisions::new(&sides),
        texts: Texts::new(&sides),
        sides,
        options,
    };
    Table {
        old_title: old.title.clone(),
        new_title: new.title.clone(),
        rows: builder.rows(),
    }
}

/// By unit: how many units with words it stands under, the title aside.
fn depths(units: &[Unit<'_>]) -> Vec<usize> {
    let mut depths = vec![0; units.len()];
    for (index, unit) in units.iter().enumerate().skip(1) {
        let parent = unit.parent.unwrap_or(0);
        let silent = parent == 0 || is_wordless(&units[parent]);
        depths[index] = depths[parent] + usize::from(!silent);
    }
    depths
}

/// Whether a unit shows nothing itself.
fn is_wordless(unit: &Unit<'_>) -> bool {
    unit.kind == UnitKind::Clause || unit.kind == UnitKind::Table && unit.cells.iter().all(|cell| cell.is_empty())
}

/// Paragraphs that were divided or united, by the unit they are shown at.
#[derive(Default)]
struct Texts {
    /// Whole and parts by new unit: the first of the parts.
    splits: BTreeMap<usize, Division<usize>>,
    /// By new unit: the whole.
    merges: BTreeMap<usize, Division<usize>>,
    /// Units that are shown with another, old and new.
    old_taken: BTreeSet<usize>,
    new_taken: BTreeSet<usize>,
}

impl Texts {
    fn new(sides: &Sides<'_>) -> Self {
        let is_text = |units: &[Unit<'_>], unit: usize| units[unit].kind.class() == Class::Text;
        let mut texts = Self::default();
        for split in sides.pairing.unit_splits() {
            let Some(partner) = sides.pairing.new_unit(split.whole) else {
                continue;
            };
            let whole_is_free = is_text(&sides.old_units, split.whole) && !texts.old_taken.contains(&split.whole);
            if whole_is_free && split.parts.iter().all(|part| !texts.new_taken.contains(part)) {
                texts
                    .new_taken
                    .extend(split.parts.iter().filter(|part| **part != partner));
                texts.old_taken.insert(split.whole);
                texts.splits.insert(partner, split.clone());
            }
        }
        for merge in sides.pairing.unit_merges() {
            let whole_is_free = is_text(&sides.new_units, merge.whole)
                && !texts.new_taken.contains(&merge.whole)
                && !texts.splits.contains_key(&merge.whole);
            if whole_is_free && merge.parts.iter().all(|part| !texts.old_taken.contains(part)) {
                let partner = sides.pairing.old_unit(merge.whole);
                texts
                    .old_taken
                    .extend(merge.parts.iter().filter(|part| Some(**part) != partner));
                texts.merges.insert(merge.whole, merge.clone());
            }
        }
        texts
    }
}

struct Builder<'a> {
    sides: Sides<'a>,
    comparer: Comparer,
    divisions: Divisions,
    texts: Texts,
    options: &'a TableOptions,
}

impl Builder<'_> {
    fn rows(&self) -> Vec<Row> {
        let entries = entries(&self.sides.old_units, &self.sides.new_units, self.sides.pairing);
        let mut shown: Vec<Option<Row>> = entries.iter().map(|entry| self.change(*entry)).collect();
        if self.options.omit_same && shown.iter().all(Option::is_none) {
            return Vec::new();
        }
        let places = self.places(&entries, &shown);
        let mut rows = Vec::new();
        let mut left_out: Vec<Entry> = Vec::new();
        let mut last: Option<(RowKind, Entry)> = None;
        let mut silent: Option<Entry> = None;
        for (entry, row) in entries.iter().zip(&mut shown) {
            if self.is_taken(*entry) {
                continue;
            }
            // A clause without words that came or went heads the row of what stands in it.
            if self.is_silent(*entry) && last.is_none_or(|(_, head)| !self.is_within(*entry, head)) {
                silent = Some(*entry);
                continue;
            }
            let row = match row.take() {
                Some(row) => Some(row),
                None if !self.options.omit_same => self.same(*entry, RowKind::Same),
                None if entry.new.is_some_and(|new| places.contains(&new)) => self.same(*entry, RowKind::Place),
                None => {
                    // The title stands over the table; a wordless clause leaves nothing out by itself.
                    if entry
                        .new
                        .is_some_and(|new| new > 0 && !is_wordless(&self.sides.new_units[new]))
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

    fn omit(&self, left_out: &mut Vec<Entry>, rows: &mut Vec<Row>) {
        let sides = &self.sides;
        rows.extend(omitted::row(
            left_out,
            (sides.old.document, &sides.old_units),
            (sides.new.document, &sides.new_units),
        ));
        left_out.clear();
    }

    fn is_taken(&self, entry: Entry) -> bool {
        match (entry.old, entry.new) {
            (None, Some(new)) => self.texts.new_taken.contains(&new),
            (Some(old), None) => self.texts.old_taken.contains(&old),
            _ => false,
        }
    }

    fn is_silent(&self, entry: Entry) -> bool {
        match (entry.old, entry.new) {
            (None, Some(new)) => is_wordless(&self.sides.new_units[new]),
            (Some(old), None) => is_wordless(&self.sides.old_units[old]),
            _ => false,
        }
    }

    /// Whether an entry that came or went stands under another that did.
    fn is_within(&self, entry: Entry, head: Entry) -> bool {
        let within = |units: &[Unit<'_>], unit: Option<usize>, head: Option<usize>| {
            unit.zip(head)
                .is_some_and(|(unit, head)| head < unit && unit < units[head].end)
        };
        match (entry.old, entry.new) {
            (None, Some(_)) => head.old.is_none() && within(&self.sides.new_units, entry.new, head.new),
            (Some(_), None) => head.new.is_none() && within(&self.sides.old_units, entry.old, head.old),
            _ => false,
        }
    }

    /// Whether an old unit is gone because the clause it stands in was emptied.
    fn is_emptied(&self, entry: Entry, head: Entry) -> bool {
        match (entry, head) {
            (
                Entry {
                    old: Some(old),
                    new: None,
                },
                Entry {
                    old: Some(top),
                    new: Some(slot),
                },
            ) => self.is_slot(slot) && top < old && old < self.sides.old_units[top].end,
            _ => false,
        }
    }

    /// New units that are the same but say where a change is: what it stands under, and the heads of its columns.
    fn places(&self, entries: &[Entry], shown: &[Option<Row>]) -> BTreeSet<usize> {
        let sides = &self.sides;
        let mut places = BTreeSet::new();
        for (entry, _) in entries.iter().zip(shown).filter(|(_, row)| row.is_some()) {
            let mut at = match (entry.new, entry.old) {
                (Some(new), _) => sides.new_units[new].parent,
                (None, Some(old)) => self.kept_ancestor(old),
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

    /// The new unit that the nearest enclosing old unit with a partner became.
    fn kept_ancestor(&self, old: usize) -> Option<usize> {
        let mut at = self.sides.old_units[old].parent;
        while let Some(unit) = at {
            if let Some(new) = self.sides.pairing.new_unit(unit) {
                return Some(new);
            }
            at = self.sides.old_units[unit].parent;
        }
        None
    }

    /// The row of an entry, if it shows a change.
    fn change(&self, entry: Entry) -> Option<Row> {
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

    fn added(&self, entry: Entry, new: usize) -> Row {
        self.row(
            RowKind::Added,
            entry,
            Cell::NewlyMade,
            Cell::Lines(vec![self.new_line(new, &Marks::All, false)]),
            self.divisions.of_new(&self.sides, new).into_iter().collect(),
        )
    }

    fn removed(&self, entry: Entry, old: usize) -> Row {
        let retired = self.kept_ancestor(old).is_some_and(|new| self.is_slot(new));
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
            Entry {
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
        let moved = self.is_moved(new);
        let reshaped = before.kind != after.kind;
        let (left, right) = (sides.old.atoms(before), sides.new.atoms(after));
        let same = self.comparer.is_same(&left, &right);
        if same && !moved && !reshaped {
            return None;
        }
        let hunks = self.comparer.compare(&left, &right);
        let retired = self.is_slot(new) && !same;
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

    /// A unit moved if it did, or if the wordless clause did that it stands in as before.
    fn is_moved(&self, new: usize) -> bool {
        let (sides, mut at) = (&self.sides, new);
        loop {
            if sides.pairing.is_unit_moved(at) {
                return true;
            }
            let before = sides.pairing.old_unit(at).and_then(|old| sides.old_units[old].parent);
            match sides.new_units[at].parent.zip(before) {
                Some((parent, before))
                    if is_wordless(&sides.new_units[parent])
                        && is_wordless(&sides.old_units[before])
                        && sides.pairing.old_unit(parent) == Some(before) =>
                {
                    at = parent;
                }
                _ => return false,
            }
        }
    }

    fn is_slot(&self, new: usize) -> bool {
        let unit = &self.sides.new_units[new];
        let title = unit.cells.first().filter(|_| unit.kind == UnitKind::Heading);
        title.is_some_and(|title| self.sides.new.document.plain(title).trim() == RETIRED)
    }

    /// A row of one text on one side and several on the other, compared as one.
    fn divided(&self, entry: Entry, old: &[usize], new: &[usize], remark: Remark) -> Row {
        let sides = &self.sides;
        let (left, left_lengths) = together(&sides.old, &sides.old_units, old);
        let (right, right_lengths) = together(&sides.new, &sides.new_units, new);
        let hunks = self.comparer.compare(&left, &right);
        let moved = entry.new.filter(|new| self.is_moved(*new)).zip(entry.old);
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
    fn same(&self, entry: Entry, kind: RowKind) -> Option<Row> {
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

    fn row(&self, kind: RowKind, entry: Entry, old: Cell, new: Cell, remarks: Vec<Remark>) -> Row {
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

/// Adds the lines of a row to those of the row before it.
fn extend(row: &mut Row, more: Row) {
    for (cell, more) in [(&mut row.old, more.old), (&mut row.new, more.new)] {
        if let (Cell::Lines(lines), Cell::Lines(more)) = (cell, more) {
            lines.extend(more);
        }
    }
    row.remarks.extend(more.remarks);
}
