//! In which clauses readers see that something changed.

use std::collections::{BTreeMap, BTreeSet};

use super::pairing::Pairing;
use super::table::{Row, RowKind, Table};
use super::units::{UnitKind, units};
use super::vocabulary::Side;
use crate::document::{ClauseId, Document};

/// A clause on the side where it stands.
pub(super) type Responsible = (Side, ClauseId);

/// The clauses in which something shown changed.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// Those around what changed, and all that came or went with it.
    reworded: BTreeSet<Responsible>,
    /// Those without any words, whose words are those that they stand in: the innermost clause around that has some, where
    /// these changed.
    elsewhere: BTreeMap<Responsible, Responsible>,
}

impl Shown {
    pub(super) fn of(table: &Table, documents: [(Side, &Document); 2], pairing: &Pairing) -> Self {
        let mut shown = Self::default();
        for (side, document) in documents {
            shown.reworded.extend(reworded(table, side, document, pairing));
            shown.elsewhere.extend(elsewhere(table, side, document, pairing));
        }
        shown
    }

    /// Whether the words that state a clause changed.
    pub(super) fn is_reworded(&self, clause: Responsible) -> bool {
        self.reworded.contains(&clause) || self.words_of(clause).is_some()
    }

    /// The clause around a clause without words whose own words changed.
    pub(super) fn words_of(&self, clause: Responsible) -> Option<Responsible> {
        self.elsewhere.get(&clause).copied()
    }
}

fn clause_of(row: &Row, side: Side) -> Option<ClauseId> {
    match side {
        Side::Old => row.old_clause,
        Side::New => row.new_clause,
    }
}

/// The clauses of one side in which the table shows a change: those around what changed, and all that came or went with it.
fn reworded(table: &Table, side: Side, document: &Document, pairing: &Pairing) -> Vec<Responsible> {
    let changes = || table.changes().filter_map(|row| Some((row, clause_of(row, side)?)));
    let around = changes().flat_map(|(_, clause)| document.path(clause));
    // What came or went as a whole stands in one row, with everything inside it.
    let whole: BTreeSet<ClauseId> = changes()
        .filter(|(row, clause)| {
            let kept = match side {
                Side::Old => pairing.new_of(*clause),
                Side::New => pairing.old_of(*clause),
            };
            kept.is_none() || row.kind == RowKind::Retired
        })
        .map(|(_, clause)| clause)
        .collect();
    let all = (0..document.clauses.len()).map(|index| ClauseId(index as u32));
    let inside = all.filter(|clause| document.path(*clause).iter().any(|outer| whole.contains(outer)));
    around.chain(inside).map(|clause| (side, clause)).collect()
}

/// The clauses of one side without words, each with the innermost around it that has some, where these changed on either side.
fn elsewhere(table: &Table, side: Side, document: &Document, pairing: &Pairing) -> Vec<(Responsible, Responsible)> {
    let units = units(document);
    let worded: BTreeSet<ClauseId> = (units.iter())
        .filter(|unit| unit.kind != UnitKind::Clause)
        .filter_map(|unit| unit.owner)
        .collect();
    // What came or went is a row of one side alone.
    let here = |row: &Row| match side {
        Side::Old => row.old_clause.or_else(|| pairing.old_of(row.new_clause?)),
        Side::New => row.new_clause.or_else(|| pairing.new_of(row.old_clause?)),
    };
    let own: BTreeSet<ClauseId> = table.changes().filter_map(here).collect();
    let all = (0..document.clauses.len()).map(|index| ClauseId(index as u32));
    all.filter(|clause| !worded.contains(clause))
        .filter_map(|clause| {
            let path = document.path(clause);
            let outer = path.iter().rev().find(|outer| worded.contains(outer))?;
            own.contains(outer).then_some(((side, clause), (side, *outer)))
        })
        .collect()
}
