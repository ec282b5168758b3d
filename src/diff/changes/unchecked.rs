//! Changed wording that says what is done and that no rule was read with, or changed with: what a machine must not call no change.

use std::collections::BTreeSet;

use super::Subject;
use crate::diff::comparison::Comparison;
use crate::diff::table::{Cell, Row};
use crate::document::ClauseId;
use crate::policy::Policy;
use crate::wording::polarity::claims;
use crate::wording::quantities::quantities;

/// The clauses of both revisions that state rules, or tell what the law wants told.
pub(super) struct Bound {
    old: BTreeSet<ClauseId>,
    new: BTreeSet<ClauseId>,
}

impl Bound {
    pub(super) fn of(comparison: &Comparison<'_>) -> Self {
        let of = |policy: &Policy| {
            let norms = policy.norms.iter().map(|norm| norm.provenance.clause);
            norms.chain(policy.notices.iter().map(|notice| notice.clause)).collect()
        };
        Self {
            old: of(comparison.old),
            new: of(comparison.new),
        }
    }

    /// Whether rules of it were read with its words, in each revision that has it.
    pub(super) fn binds(&self, subject: Subject) -> bool {
        match subject {
            Subject::Clause { old, new } => {
                old.is_none_or(|clause| self.old.contains(&clause))
                    && new.is_none_or(|clause| self.new.contains(&clause))
            }
            Subject::Word(_) => true,
            Subject::Title | Subject::Preamble | Subject::Outside => false,
        }
    }
}

/// Whether one of the two texts says that an act is done or not done, and they are not the same but for how they say it.
pub(super) fn says_what_is_done(row: &Row) -> bool {
    let mut cells = [&row.old, &row.new].into_iter();
    cells.any(|cell| !claims(&text(cell)).is_empty()) && !is_rephrased(row)
}

/// Whether the two texts differ in particles and the like alone: この方針 and 本方針, 次のとおり and 次のように.
fn is_rephrased(row: &Row) -> bool {
    let said = |cell: &Cell| {
        let text = text(cell);
        REACHING.map(|word| text.matches(word).count())
    };
    let plain = |c: &char| matches!(c, 'ぁ'..='ゖ') || POINTING.contains(*c) || !c.is_alphanumeric();
    let meant = |cell: &Cell| -> String {
        let pieces = marked(cell).into_iter().flat_map(str::chars);
        pieces.filter(|c| !plain(c)).collect()
    };
    let both = matches!((&row.old, &row.new), (Cell::Lines(_), Cell::Lines(_)));
    both && !says_otherwise(row) && said(&row.old) == said(&row.new) && meant(&row.old) == meant(&row.new)
}

/// What points at something on the page and says nothing of it.
const POINTING: &str = "本次下上記当該以前";

/// Words in kana, and one more, that let a sentence reach further or less far.
const REACHING: [&str; 9] = ["など", "等", "すべて", "まで", "から", "ほか", "その他", "こと", "あり"];

/// The pieces of a cell that differ.
fn marked(cell: &Cell) -> Vec<&str> {
    let Cell::Lines(lines) = cell else {
        return Vec::new();
    };
    let pieces = lines.iter().flat_map(|line| &line.pieces);
    pieces
        .filter(|piece| piece.marked)
        .map(|piece| piece.words.as_str())
        .collect()
}

/// Whether one of the two texts of a clause that states rules says another thing of what is done, or under other bounds: an
/// exception, a case, a term or a promise came or went in words.
pub(super) fn says_otherwise(row: &Row) -> bool {
    let told = [&row.old, &row.new].map(|cell| {
        let text = text(cell);
        let said: Vec<_> = claims(&text).iter().map(|claim| (claim.verb, claim.polarity)).collect();
        (said, BOUNDS.map(|word| text.matches(word).count()), quantities(&text))
    });
    told[0] != told[1]
}

/// Words that bound what is said.
const BOUNDS: [&str; 9] = ["場合", "同意", "除", "限", "以外", "のみ", "だけ", "ただし", "法令"];

fn text(cell: &Cell) -> String {
    let Cell::Lines(lines) = cell else {
        return String::new();
    };
    let words =
        |line: &crate::diff::table::Line| line.pieces.iter().map(|piece| piece.words.as_str()).collect::<String>();
    lines.iter().map(words).collect::<Vec<_>>().join("\n")
}
