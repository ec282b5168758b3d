//! What changed, clause by clause and word by word: what became of it, which decisions come from it, what it calls for.

mod change;
mod consequence;
mod unchecked;

use std::collections::{BTreeMap, BTreeSet};

pub use change::{Change, Subject};
pub use consequence::{Consequence, Duty};

use super::comparison::{Comparison, is_reworded};
use super::decisions::{Class, Statement, Teller};
use super::shown::Responsible;
use super::table::{Row, RowKind};
use super::vocabulary::Side;
use crate::document::ClauseId;

/// What is known of a change before its class is.
#[derive(Debug, Default)]
struct Facts {
    /// Something shown changed, more than place and number.
    reworded: bool,
    /// Something shown changed.
    shown: bool,
    /// Words changed that say what is done, and no rule was read with them or changed with them.
    unchecked: bool,
    /// What is decided otherwise by a rule without words, which stands in it and which its words state.
    of_another: BTreeSet<usize>,
    statements: BTreeSet<usize>,
}

impl Comparison<'_> {
    /// What changed, clause by clause and word by word.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        self.changes.get_or_init(|| changes(self))
    }
}

/// All changes: clauses in the order of the new revision, removed ones where they stood; then words that changed decisions
/// by themselves, no clause being touched.
fn changes(comparison: &Comparison<'_>) -> Vec<Change> {
    let mut found: BTreeMap<Subject, Facts> = BTreeMap::new();
    let bound = unchecked::Bound::of(comparison);
    for row in comparison.table.changes() {
        if let Some(subject) = subject_of(comparison, row) {
            let facts = found.entry(subject).or_default();
            facts.shown = true;
            facts.reworded |= is_reworded(row);
            facts.unchecked |= is_reworded(row)
                && match bound.binds(subject) {
                    true => unchecked::says_otherwise(row),
                    false => unchecked::says_what_is_done(row),
                };
        }
    }
    for (index, statement) in comparison.decisions.statements.iter().enumerate() {
        for subject in subjects(comparison, statement) {
            found.entry(subject).or_default().statements.insert(index);
        }
        // A clause without words is stated by those that it stands in.
        for clause in comparison.responsible(statement) {
            let Some(outer) = comparison.shown.words_of(clause) else {
                continue;
            };
            found.entry(of(comparison, clause)).or_default().shown = true;
            found.entry(of(comparison, outer)).or_default().of_another.insert(index);
        }
    }
    let words = Teller {
        old: comparison.old,
        new: comparison.new,
        vocabulary: &comparison.vocabulary,
    };
    let statement = |index: &usize| &comparison.decisions.statements[*index];
    // A word that got its name in wording that changed is told with that wording.
    let told_elsewhere = |(subject, facts): &(Subject, Facts)| {
        let mut statements = facts.statements.iter().map(statement);
        matches!(subject, Subject::Word(_)) && statements.all(|one| one.only_named && comparison.is_visible(one))
    };
    // Many changes may share a statement.
    let statements = comparison.decisions.statements.iter();
    let called_for: Vec<Vec<Consequence>> = statements.map(|one| consequence::of_statement(words, one)).collect();
    let mut changes: Vec<Change> = found
        .into_iter()
        .filter(|one| !told_elsewhere(one))
        .map(|(subject, facts)| {
            let classes = facts.statements.iter().map(|index| statement(index).class);
            let decided = || facts.statements.union(&facts.of_another);
            Change {
                subject,
                class: classes.reduce(Class::and).unwrap_or(match facts.reworded {
                    true => Class::WordingOnly,
                    false => Class::Rearranged,
                }),
                shown: facts.shown,
                states_another: !facts.of_another.is_empty(),
                consequences: consequence::of(
                    decided().flat_map(|index| &called_for[*index]),
                    decided().any(|index| statement(index).class == Class::Narrower),
                    // Where decisions change in a clause that states rules, they are what its words say otherwise.
                    facts.unchecked
                        && facts.of_another.is_empty()
                        && (facts.statements.is_empty() || !bound.binds(subject)),
                ),
                statements: facts.statements.into_iter().collect(),
            }
        })
        .collect();
    changes.sort_by_key(|change| place(comparison, change.subject));
    changes
}

/// The clause that a row of the table is about.
fn subject_of(comparison: &Comparison<'_>, row: &Row) -> Option<Subject> {
    match row.kind {
        RowKind::Removed => row.old_clause.map(|old| of_old(comparison, old)),
        _ => match (row.new_clause, row.old_clause) {
            (Some(new), _) => Some(of_new(comparison, new)),
            (None, Some(old)) => Some(of_old(comparison, old)),
            (None, None) => None,
        },
    }
}

fn of(comparison: &Comparison<'_>, (side, clause): Responsible) -> Subject {
    match side {
        Side::Old => of_old(comparison, clause),
        Side::New => of_new(comparison, clause),
    }
}

fn of_new(comparison: &Comparison<'_>, new: ClauseId) -> Subject {
    Subject::Clause {
        old: comparison.pairing.old_of(new),
        new: Some(new),
    }
}

fn of_old(comparison: &Comparison<'_>, old: ClauseId) -> Subject {
    Subject::Clause {
        old: Some(old),
        new: comparison.pairing.new_of(old),
    }
}

/// What a statement comes from: the clauses that are responsible, else the words that changed.
pub(super) fn subjects(comparison: &Comparison<'_>, statement: &Statement) -> Vec<Subject> {
    let responsible = comparison.responsible(statement);
    if statement.only_named || responsible.is_empty() {
        let words = comparison.moved.about(&statement.requests);
        if !words.is_empty() {
            return words.into_iter().map(Subject::Word).collect();
        }
    }
    responsible.into_iter().map(|clause| of(comparison, clause)).collect()
}

/// Where a change stands among the others: by the new clause, a removed one after the last clause before it that is kept.
fn place(comparison: &Comparison<'_>, subject: Subject) -> (u32, u32, u32) {
    match subject {
        Subject::Clause { new: Some(new), .. } => (new.0, 0, 0),
        Subject::Clause { old: Some(old), .. } => {
            let before = (0..old.0)
                .rev()
                .find_map(|index| comparison.pairing.new_of(ClauseId(index)));
            (before.map_or(0, |new| new.0), 1, old.0)
        }
        Subject::Clause { .. } => (0, 0, 0),
        Subject::Word(index) => (u32::MAX, 0, index as u32),
    }
}
