//! What changed, clause by clause and word by word: what became of it, which decisions come from it, what it calls for.

mod change;
mod consequence;
mod named_countries;
mod responsible_person;
mod unchecked;

use std::collections::{BTreeMap, BTreeSet};

pub use change::{Change, Subject};
pub use consequence::{Consequence, Duty};

use super::comparison::{Comparison, is_reworded, lines};
use super::decisions::{Class, Statement, Teller};
use super::shown::Responsible;
use super::table::{Cell, Row, RowKind};
use super::units::UnitKind;
use super::vocabulary::Side;
use crate::decide::explain::names::Words;
use crate::document::ClauseId;
use crate::norm::NormId;

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
    /// It tells a word that came, went or moved, and of which something is decided.
    tells: bool,
    statements: BTreeSet<usize>,
    /// What is called for beside.
    further: Vec<Consequence>,
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
    let passing = named_countries::Passing::of(comparison);
    if comparison.table.old_title != comparison.table.new_title {
        let facts = found.entry(Subject::Title).or_default();
        (facts.shown, facts.reworded) = (true, true);
    }
    let mut preamble = true;
    for row in &comparison.table.rows {
        preamble &= row.old_clause.is_none() && row.new_clause.is_none();
        if !row.kind.is_change() {
            continue;
        }
        if let Some(subject) = subject_of(comparison, row, preamble) {
            let facts = found.entry(subject).or_default();
            facts.shown = true;
            facts.reworded |= is_reworded(row);
            facts.unchecked |= is_reworded(row)
                && match bound.binds(subject) {
                    true => unchecked::says_otherwise(row),
                    false => unchecked::says_what_is_done(row),
                };
            facts.further.extend(passing.called_for(subject, row));
            facts.tells |= lines(row).iter().any(|line| comparison.moved.is_told_in(line));
        }
    }
    for (subject, consequence) in responsible_person::changes(comparison) {
        found.entry(subject).or_default().further.push(consequence);
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
        // What a removed clause permitted, and another forbids now, is not permitted because it went.
        for removed in removed(comparison, statement) {
            found
                .entry(of_old(comparison, removed))
                .or_default()
                .of_another
                .insert(index);
        }
    }
    let words = Teller {
        old: comparison.old,
        new: comparison.new,
        vocabulary: &comparison.vocabulary,
        words: Words::Names,
    };
    let statement = |index: &usize| &comparison.decisions.statements[*index];
    // A word that got its name in wording that changed is told with that wording.
    let told_elsewhere = |(subject, facts): &(Subject, Facts)| {
        let mut statements = facts.statements.iter().map(statement);
        matches!(subject, Subject::Word(_)) && statements.all(|one| one.only_named && comparison.is_visible(one))
    };
    // Many changes may share a statement.
    let statements = comparison.decisions.statements.iter();
    let before = consequence::Before::of(words);
    let called_for = statements.map(|one| consequence::of_statement(words, &before, one));
    let called_for: Vec<Vec<Consequence>> = called_for.collect();
    let deciding = deciding(comparison);
    let mut changes: Vec<Change> = found
        .into_iter()
        .filter(|one| !told_elsewhere(one))
        .map(|(subject, facts)| {
            let decides = facts.tells || !facts.of_another.is_empty() || deciding.contains(&subject);
            let told = match subject {
                Subject::Clause { new: None, .. } if facts.statements.is_empty() => &facts.of_another,
                _ => &facts.statements,
            };
            let classes = told.iter().map(|index| statement(index).class);
            let decided = || facts.statements.union(&facts.of_another);
            Change {
                subject,
                class: classes.reduce(Class::and).unwrap_or(match facts.reworded {
                    true => Class::WordingOnly,
                    false => Class::Rearranged,
                }),
                shown: facts.shown,
                decides,
                consequences: consequence::of(
                    decided().flat_map(|index| &called_for[*index]).chain(&facts.further),
                    decided().map(|index| statement(index).class).reduce(Class::and),
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

/// The clauses of the old revision that decided what a statement is about, and that the new one has no more.
fn removed(comparison: &Comparison<'_>, statement: &Statement) -> BTreeSet<ClauseId> {
    let before = statement.decided_before.iter();
    let before = before.filter_map(|norm| comparison.old.norms.get(norm.0 as usize));
    before
        .map(|norm| norm.provenance.clause)
        .filter(|clause| comparison.pairing.new_of(*clause).is_none())
        .collect()
}

/// The clauses that some changed decision names: those whose norms decide before or after, and those around them.
fn deciding(comparison: &Comparison<'_>) -> BTreeSet<Subject> {
    let mut found = BTreeSet::new();
    for (side, policy) in [(Side::Old, comparison.old), (Side::New, comparison.new)] {
        let norms = comparison.decisions.statements.iter().flat_map(|one| match side {
            Side::Old => &one.decided_before,
            Side::New => &one.decided_after,
        });
        let norms: BTreeSet<NormId> = norms.copied().collect();
        let clauses = norms.iter().filter_map(|norm| policy.norms.get(norm.0 as usize));
        let clauses: BTreeSet<ClauseId> = clauses.map(|norm| norm.provenance.clause).collect();
        let around = clauses.into_iter().flat_map(|clause| policy.document.path(clause));
        let around: BTreeSet<ClauseId> = around.collect();
        found.extend(around.into_iter().map(|clause| of(comparison, (side, clause))));
    }
    found
}

/// What a row of the table is about; nothing where it is a date or the table of contents.
fn subject_of(comparison: &Comparison<'_>, row: &Row, preamble: bool) -> Option<Subject> {
    match row.kind {
        RowKind::Removed => match row.old_clause {
            Some(old) => Some(of_old(comparison, old)),
            None => outside(row, preamble),
        },
        _ => match (row.new_clause, row.old_clause) {
            (Some(new), _) => Some(of_new(comparison, new)),
            (None, Some(old)) => Some(of_old(comparison, old)),
            (None, None) => outside(row, preamble),
        },
    }
}

/// A row in no clause.
fn outside(row: &Row, preamble: bool) -> Option<Subject> {
    let kinds = [&row.old, &row.new].into_iter().flat_map(|cell| match cell {
        Cell::Lines(lines) => lines.as_slice(),
        _ => &[],
    });
    let says = |kind: UnitKind| !matches!(kind, UnitKind::Title | UnitKind::Date | UnitKind::Contents);
    let mut kinds = kinds.map(|line| line.kind);
    (kinds.any(says) && !is_dates(row)).then_some(match preamble {
        true => Subject::Preamble,
        false => Subject::Outside,
    })
}

/// Whether nothing but dates changed, written as words: 「2026年4月1日　改定」.
fn is_dates(row: &Row) -> bool {
    const DATED: &str = "年月日制定改施行最終更新以上元令和平成";
    let pieces = [&row.old, &row.new].into_iter().flat_map(|cell| match cell {
        Cell::Lines(lines) => lines.iter().flat_map(|line| &line.pieces).collect::<Vec<_>>(),
        _ => Vec::new(),
    });
    let mut changed = pieces
        .filter(|piece| piece.marked)
        .flat_map(|piece| piece.words.chars());
    changed.all(|c| c.is_numeric() || DATED.contains(c) || !c.is_alphanumeric())
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

/// The first of them, in the order of the new revision.
pub(super) fn first_subject(comparison: &Comparison<'_>, statement: &Statement) -> Option<Subject> {
    let subjects = subjects(comparison, statement).into_iter();
    subjects.min_by_key(|subject| place(comparison, *subject))
}

/// Where a change stands among the others: by the new clause, a removed one after the last clause before it that is kept.
fn place(comparison: &Comparison<'_>, subject: Subject) -> (u32, u32, u32) {
    match subject {
        Subject::Title => (0, 0, 0),
        Subject::Preamble => (0, 0, 1),
        Subject::Outside => (u32::MAX, 0, 0),
        Subject::Clause { new: Some(new), .. } => (new.0 + 1, 0, 0),
        Subject::Clause { old: Some(old), .. } => {
            let before = (0..old.0)
                .rev()
                .find_map(|index| comparison.pairing.new_of(ClauseId(index)));
            (before.map_or(0, |new| new.0 + 1), 1, old.0)
        }
        Subject::Clause { .. } => (0, 0, 2),
        Subject::Word(index) => (u32::MAX, 1, index as u32),
    }
}
