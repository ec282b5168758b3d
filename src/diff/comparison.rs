//! Everything that tells two revisions apart.

use std::sync::OnceLock;

use super::answers::Answers;
use super::called::FirstWords;
use super::changes::Change;
use super::decisions::{Class, Decisions, decisions};
use super::lasting::Lasting;
use super::moved::Moved;
use super::pairing::{Pairing, pair};
use super::shown::Shown;
use super::table::{Cell, Line, Row, RowKind, Table, TableOptions};
use super::units::units;
use super::vocabulary::{Anchors, JointVocabulary, Side};
use crate::policy::Policy;

/// What counts as a difference, and how the table is made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// How the 新旧対照表 is made.
    pub table: TableOptions,
}

/// Two revisions, compared.
#[derive(Debug)]
pub struct Comparison<'p> {
    /// The earlier revision.
    pub old: &'p Policy,
    /// The later revision.
    pub new: &'p Policy,
    /// Which clause is which.
    pub pairing: Pairing,
    /// The 新旧対照表.
    pub table: Table,
    /// Which word is which.
    pub vocabulary: JointVocabulary,
    /// What the two decide differently.
    pub decisions: Decisions,
    /// The clauses in which something shown changed.
    pub(super) shown: Shown,
    /// The norms that both revisions have.
    pub(super) lasting: Lasting,
    /// The words that came, went or moved.
    pub(super) moved: Moved,
    /// What becomes wider, and what somebody answers for.
    pub(super) answers: OnceLock<Answers>,
    /// What the pages call clauses, once it was asked.
    pub(super) first_words: OnceLock<[FirstWords; 2]>,
    /// What changed, once it was asked.
    pub(super) changes: OnceLock<Vec<Change>>,
}

/// Compares two revisions.
#[must_use]
pub fn compare<'p>(old: &'p Policy, new: &'p Policy, options: &Options) -> Comparison<'p> {
    let pairing = pair(old, new);
    let anchors: Anchors = pairing
        .pairs()
        .map(|(before, after)| (&old.document.clause(before).anchor, &new.document.clause(after).anchor))
        .filter(|(before, after)| before != after)
        .map(|(before, after)| (before.clone(), after.clone()))
        .collect();
    let vocabulary = JointVocabulary::of(old, new, &anchors);
    let table = Table::new(&old.document, &new.document, &pairing, &options.table);
    Comparison {
        shown: Shown::of(
            &table,
            [(Side::Old, &old.document), (Side::New, &new.document)],
            &pairing,
        ),
        lasting: Lasting::of(old, new, &pairing, &vocabulary),
        moved: Moved::of(
            old,
            new,
            &vocabulary,
            &table.changes().flat_map(lines).collect::<Vec<_>>(),
        ),
        answers: OnceLock::new(),
        first_words: OnceLock::new(),
        changes: OnceLock::new(),
        table,
        decisions: decisions(old, new, &vocabulary),
        old,
        new,
        pairing,
        vocabulary,
    }
}

impl Comparison<'_> {
    /// Whether the two say the same in the same order and decide alike.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let decisions = &self.decisions;
        decisions.complete
            && self.table.is_empty()
            && decisions.statements.is_empty()
            && decisions.unknown_words.is_empty()
    }

    /// Which way the revision as a whole goes; none where nothing is different.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        if !self.decisions.complete {
            return Some(Class::NotCompared);
        }
        let mut classes: Vec<Class> = self
            .decisions
            .statements
            .iter()
            .map(|statement| statement.class)
            .collect();
        if classes.is_empty() && !self.is_empty() {
            let words = self.table.changes().any(is_reworded) || !self.decisions.unknown_words.is_empty();
            classes.push(if words { Class::WordingOnly } else { Class::Rearranged });
        }
        classes.into_iter().reduce(Class::and)
    }

    /// The first words of the clauses of one revision.
    pub(super) fn first_words(&self, side: Side) -> &FirstWords {
        let found = self
            .first_words
            .get_or_init(|| [self.old, self.new].map(|policy| FirstWords::of(&policy.document)));
        &found[side.index()]
    }

    /// Whether something becomes wider, or narrower.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn has(&self, class: Class) -> bool {
        self.decisions
            .statements
            .iter()
            .any(|statement| statement.class == class)
    }

    /// Whether the two are revisions of one policy, as far as one can see: of the shorter one at least a fifth is in the
    /// other, by name or by wording.
    #[must_use]
    pub fn is_related(&self) -> bool {
        const SHARE: usize = 5;
        let (old, new) = (units(&self.old.document).len(), units(&self.new.document).len());
        // The title stands in every document.
        let shared = (1..new).filter(|unit| self.pairing.old_unit(*unit).is_some()).count();
        let shorter = old.min(new).saturating_sub(1);
        shorter == 0 || shared * SHARE >= shorter
    }
}

/// The lines of a row, of both sides.
pub(super) fn lines(row: &Row) -> Vec<String> {
    let of = |cell: &Cell| match cell {
        Cell::Lines(lines) => lines.iter().map(Line::text).collect(),
        _ => Vec::new(),
    };
    [of(&row.old), of(&row.new)].concat()
}

/// Whether a row shows more than another place and another number.
pub(super) fn is_reworded(row: &Row) -> bool {
    let marked = |cell: &Cell| -> String {
        let Cell::Lines(lines) = cell else {
            return String::new();
        };
        let pieces = lines.iter().flat_map(|line| &line.pieces).filter(|piece| piece.marked);
        let numeral = |c: &char| !c.is_numeric() && !"〇一二三四五六七八九十百".contains(*c);
        pieces.flat_map(|piece| piece.words.chars()).filter(numeral).collect()
    };
    row.kind != RowKind::Changed || row.remarks.is_empty() || marked(&row.old) != marked(&row.new)
}
