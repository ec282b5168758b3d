//! What changed, clause by clause and word by word.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::decisions::{AcknowledgementOut, acknowledgements};
use super::words::{ClassOut, WordsOut};
use crate::diff::Comparison;
use crate::diff::changes::{Change, Consequence, Subject};
use crate::diff::summary;
use crate::policy::Acknowledgement;

/// A change of one clause or one word.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Change")]
pub(super) struct ChangeOut {
    /// What changed.
    subject: SubjectOut,
    /// The name that a 概要 or 承認 gives it in ［］: of a clause, of a word, or of what the old revision had (`旧版.`). Null
    /// for what has no name.
    name: Option<String>,
    /// Which way it goes.
    class: ClassOut,
    /// Whether readers of the page see that something changed here.
    shown: bool,
    /// The places in `decisions.statements` of what comes from it.
    statements: Vec<usize>,
    /// The line of the draft of a 改定概要.
    summary: WordsOut,
    /// What it calls for; never empty.
    consequences: Vec<ConsequenceOut>,
    /// Whether words changed that say what is done and that no rule was read with.
    unchecked: bool,
    /// The acknowledgements (承認) that unchecked wording passes by; empty for one that does not pass, and for what is checked.
    acknowledged_by: Vec<AcknowledgementOut>,
}

/// What changed.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Subject")]
#[serde(tag = "kind", rename_all = "snake_case")]
enum SubjectOut {
    /// A clause.
    Clause {
        /// Its anchor in the old revision; null if it is new.
        old: Option<String>,
        /// Its anchor in the new revision; null if it was removed.
        new: Option<String>,
    },
    /// The title of the page.
    Title,
    /// What stands before every clause.
    Preamble,
    /// What stands in no clause, behind or between them.
    Outside,
    /// A word of the vocabulary.
    Word {
        /// `data category`, `party`, `purpose` or `condition`.
        vocabulary: String,
        /// Its name in the old revision; null if it is new.
        old: Option<String>,
        /// Its name in the new revision; null if it was removed.
        new: Option<String>,
    },
}

/// Something that a change calls for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Consequence")]
struct ConsequenceOut {
    /// What, as a fixed word: `consent_to_provision`; `nothing` where nothing was found.
    duty: &'static str,
    /// The articles of law; empty for `nothing`.
    article: &'static str,
    /// What is to be checked.
    text: WordsOut,
    /// Why.
    reason: WordsOut,
}

pub(super) fn write(comparison: &Comparison<'_>) -> Vec<ChangeOut> {
    let changes = comparison.changes();
    let lines = summary::draft(comparison);
    let unread = comparison.unread().into_iter();
    let unread: BTreeMap<Subject, Vec<&Acknowledgement>> =
        unread.map(|one| (one.subject, one.acknowledged_by)).collect();
    let both = changes.iter().zip(lines);
    both.map(|(change, line)| ChangeOut {
        subject: subject(comparison, change),
        name: line.name,
        class: change.class.into(),
        shown: change.shown,
        statements: change.statements.clone(),
        summary: WordsOut::from(&line.text),
        consequences: change.consequences.iter().map(consequence).collect(),
        unchecked: change.is_unchecked(),
        acknowledged_by: (unread.get(&change.subject)).map_or_else(Vec::new, |by| acknowledgements(by)),
    })
    .collect()
}

fn subject(comparison: &Comparison<'_>, change: &Change) -> SubjectOut {
    match change.subject {
        Subject::Clause { old, new } => SubjectOut::Clause {
            old: old.map(|id| comparison.old.document.clause(id).anchor.clone()),
            new: new.map(|id| comparison.new.document.clause(id).anchor.clone()),
        },
        Subject::Title => SubjectOut::Title,
        Subject::Preamble => SubjectOut::Preamble,
        Subject::Outside => SubjectOut::Outside,
        Subject::Word(index) => {
            let entry = comparison.vocabulary.entries().nth(index);
            SubjectOut::Word {
                vocabulary: entry
                    .map(|entry| entry.dimension.english().to_owned())
                    .unwrap_or_default(),
                old: entry.and_then(|entry| {
                    let id = entry.old?;
                    Some(comparison.old.vocabulary.graph(entry.dimension).get(id).name.clone())
                }),
                new: entry.and_then(|entry| {
                    let id = entry.new?;
                    Some(comparison.new.vocabulary.graph(entry.dimension).get(id).name.clone())
                }),
            }
        }
    }
}

fn consequence(consequence: &Consequence) -> ConsequenceOut {
    ConsequenceOut {
        duty: consequence.duty.english(),
        article: consequence.duty.article(),
        text: WordsOut::from(&consequence.duty.text()),
        reason: WordsOut::from(&consequence.reason),
    }
}
