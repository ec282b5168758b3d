//! （略） with the numbers of what is left out: `2.～4. （略）`.

use super::merged::MergedUnit;
use super::{Cell, Row, RowKind};
use crate::diff::units::{Unit, UnitKind};
use crate::document::{ClauseId, Document};

/// The row for a run of entries that are left out, if there are any: a line for what is left of the clause shown last, one
/// for each series of numbered headings side by side.
pub(super) fn row(
    run: &[MergedUnit],
    (old, old_units): (&Document, &[Unit<'_>]),
    (new, new_units): (&Document, &[Unit<'_>]),
) -> Option<Row> {
    let mut series: Vec<Series> = Vec::new();
    for entry in run {
        let (Some(before), Some(after)) = (entry.old, entry.new) else {
            continue;
        };
        let unit = &new_units[after];
        if series.last().is_some_and(|last| after < last.end) {
            continue;
        }
        let numbers = number(old, &old_units[before]).zip(number(new, unit));
        let follows = |last: &&mut Series| last.parent == unit.parent && last.new.0.is_empty() == numbers.is_none();
        let is_first = series.is_empty();
        match (series.last_mut().filter(follows), numbers) {
            (Some(last), Some((number, new_number))) => {
                last.end = unit.end;
                last.old.add(number, before, old_units[before].end);
                last.new.add(new_number, after, unit.end);
            }
            (Some(last), None) => last.end = after + 1,
            (None, Some((number, new_number))) => {
                let mut next = Series::new(unit, old_units[before].owner, unit.end);
                next.old.add(number, before, old_units[before].end);
                next.new.add(new_number, after, unit.end);
                series.push(next);
            }
            // What carries no number follows without a row of its own, wherever it stands.
            (None, None) if !is_first => {}
            (None, None) => series.push(Series::new(unit, old_units[before].owner, after + 1)),
        }
    }
    let (old_clause, new_clause) = series.first()?.clauses;
    Some(Row {
        kind: RowKind::Omitted,
        old: Cell::Omitted(series.iter().map(|series| series.old.text()).collect()),
        new: Cell::Omitted(series.iter().map(|series| series.new.text()).collect()),
        old_clause,
        new_clause,
        remarks: Vec::new(),
    })
}

struct Series {
    parent: Option<usize>,
    /// One more than the last new unit that goes with it.
    end: usize,
    old: Ranges,
    new: Ranges,
    clauses: (Option<ClauseId>, Option<ClauseId>),
}

impl Series {
    fn new(unit: &Unit<'_>, old_clause: Option<ClauseId>, end: usize) -> Self {
        Self {
            parent: unit.parent,
            end,
            old: Ranges::default(),
            new: Ranges::default(),
            clauses: (old_clause, unit.owner),
        }
    }
}

/// Numbers of headings in a row: those of each range, and the unit that would continue the last.
#[derive(Default)]
struct Ranges(Vec<Vec<String>>, usize);

impl Ranges {
    fn add(&mut self, number: String, unit: usize, end: usize) {
        match self.0.last_mut().filter(|_| self.1 == unit) {
            Some(range) => range.push(number),
            None => self.0.push(vec![number]),
        }
        self.1 = end;
    }

    /// `1.、3.～5.`
    fn text(&self) -> String {
        let ranges = self.0.iter().map(|range| match range.as_slice() {
            [first, _, .., last] => format!("{first}～{last}"),
            few => few.join("、"),
        });
        ranges.collect::<Vec<_>>().join("、")
    }
}

fn number(document: &Document, unit: &Unit<'_>) -> Option<String> {
    let clause = unit.clause.filter(|_| unit.kind == UnitKind::Heading)?;
    let number = document.clause(clause).number.as_ref()?;
    Some(number.full.clone())
}
