//! 改定概要: a draft of what the page says of a revision, one line a change, and what the revision calls for.
//!
//! The draft is for the editor to adopt and mend: [`source`] writes it as the 概要 of a 改定 block, in which clauses are named
//! and not numbered, so that it stays right when numbers move.

use std::collections::{BTreeMap, BTreeSet};

use super::Comparison;
use super::changes::{Change, Duty, Subject};
use super::decisions::Class;
use super::sentences::facts::{Changed, Told, Word};
use super::sentences::summary as say;
use super::vocabulary::EntryChange;
use crate::characters;
use crate::decide::explain::cite_clause;
use crate::diagnostic::Text;
use crate::document::{ClauseId, Document};
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, Graph};

/// One line of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which way the change goes.
    pub class: Class,
    /// The sentence, clauses cited by number and title.
    pub text: Text,
    /// The anchor of the clause on the new page; `None` for what is there no more, and for words.
    pub anchor: Option<String>,
    /// What a 概要 names in its ［］: a clause, `旧版.` and a clause, or a word. `None` where the clause has no name.
    pub name: Option<String>,
    /// The sentence as a 概要 has it: without number, since the page adds it with the link.
    pub wording: String,
}

/// Something that a revision calls for, and the changes that call for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToDo {
    /// What.
    pub duty: Duty,
    /// Why, each reason once.
    pub reasons: Vec<Text>,
    /// What calls for it, as cited.
    pub subjects: Vec<Text>,
}

/// How many statements a line tells in full.
const TOLD: usize = 2;

/// The draft, in the order of the changes.
#[must_use]
pub fn draft(comparison: &Comparison<'_>) -> Vec<Line> {
    let changes = comparison.changes();
    changes.iter().map(|change| line(comparison, change)).collect()
}

/// What the revision calls for, gravest articles in the order of the Act; nothing but [`Duty::Nothing`] where nothing was found.
#[must_use]
pub fn to_do(comparison: &Comparison<'_>) -> Vec<ToDo> {
    let mut found: BTreeMap<Duty, ToDo> = BTreeMap::new();
    let (mut reasons, mut subjects) = (BTreeSet::new(), BTreeSet::new());
    for change in comparison.changes() {
        for consequence in &change.consequences {
            let to_do = found.entry(consequence.duty).or_insert_with(|| ToDo {
                duty: consequence.duty,
                reasons: Vec::new(),
                subjects: Vec::new(),
            });
            let subject = cited(comparison, change.subject);
            if reasons.insert((consequence.duty, &consequence.reason.ja)) {
                to_do.reasons.push(consequence.reason.clone());
            }
            if subjects.insert((consequence.duty, subject.ja.clone())) {
                to_do.subjects.push(subject);
            }
        }
    }
    if found.len() > 1 {
        found.remove(&Duty::Nothing);
    }
    found.into_values().collect()
}

/// The draft as the 概要 of a 改定 block.
#[must_use]
pub fn source(comparison: &Comparison<'_>) -> String {
    let mut out = String::from("概要「改定の概要」{\n");
    for line in draft(comparison) {
        let name = line.name.map(|name| format!("［{name}］")).unwrap_or_default();
        out.push_str(&format!("  ・{name}「{}」\n", escaped(&line.wording)));
    }
    out.push_str("}\n");
    // It is read and pasted into a source: what cannot be seen is not passed on unseen.
    characters::shown(&out).into_owned()
}

/// What stands for itself inside 「」.
fn escaped(text: &str) -> String {
    let mut depth = 0_i32;
    let mut balanced = true;
    for c in text.chars() {
        depth += match c {
            '「' => 1,
            '」' => -1,
            _ => 0,
        };
        balanced &= depth >= 0;
    }
    let quotes = !balanced || depth != 0;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let marked = matches!(c, '{' | '}' | '｛' | '｝' | '[' | ']' | '\\' | '*' | '<' | '>')
            || quotes && matches!(c, '「' | '」');
        if marked {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn line(comparison: &Comparison<'_>, change: &Change) -> Line {
    let told = told(comparison, change);
    let cited = happened(comparison, change, cited(comparison, change.subject));
    let name_alone = called(comparison, change.subject);
    let named = happened(comparison, change, Text::new(name_alone.clone(), name_alone));
    Line {
        class: change.class,
        text: Text::of_visible(format!("{}{}", cited.ja, told.ja), format!("{}{}", cited.en, told.en)),
        anchor: match change.subject {
            Subject::Clause { new: Some(new), .. } => Some(comparison.new.document.clause(new).anchor.clone()),
            _ => None,
        },
        name: name(comparison, change.subject),
        wording: format!("{}{}", named.ja, told.ja),
    }
}

/// What became of the subject, which is called that.
fn happened(comparison: &Comparison<'_>, change: &Change, called: Text) -> Text {
    let subject = &Changed(called.clone());
    match change.subject {
        Subject::Clause { old: None, .. } => say::added(subject),
        Subject::Clause { new: None, .. } => say::removed(subject),
        Subject::Clause {
            new: Some(new),
            old: Some(_),
        } if comparison.new.document.clause(new).retired => say::retired(subject),
        Subject::Clause { old: Some(old), .. } => match change.class {
            Class::WordingOnly if comparison.decisions.complete && !change.is_unchecked() && !change.states_another => {
                say::reworded(subject)
            }
            Class::WordingOnly => say::reworded_not_compared(subject),
            Class::Rearranged => {
                let before = cite_clause(&comparison.old.document, old, "").text();
                say::moved(subject, &Changed(before))
            }
            _ if change.shown => say::changed(subject),
            _ => say::changed_unseen(subject),
        },
        Subject::Word(index) => {
            let entry = comparison.vocabulary.entries().nth(index);
            let happened = |change| entry.is_some_and(|entry| entry.changes.contains(&change));
            if happened(EntryChange::Added) {
                say::new_word(&Word(called))
            } else if happened(EntryChange::Removed) {
                say::lost_word(&Word(called))
            } else {
                say::reclassed_word(&Word(called))
            }
        }
    }
}

/// The first statements in full, and how many more there are.
fn told(comparison: &Comparison<'_>, change: &Change) -> Text {
    let statements = (change.statements.iter()).map(|index| &comparison.decisions.statements[*index]);
    let first = statements.take(TOLD).map(|one| say::told(&Told(one.text.clone())));
    let more = change.statements.len().saturating_sub(TOLD);
    let more = (more > 0).then(|| say::more_is_told(&more));
    let mut told = Text::empty();
    for sentence in first.chain(more) {
        told.ja.push_str(&sentence.ja);
        told.en.push_str(&format!(" {}", sentence.en));
    }
    told
}

/// As cited: by number and title.
pub(super) fn cited(comparison: &Comparison<'_>, subject: Subject) -> Text {
    match subject {
        Subject::Clause { new: Some(new), .. } => cite_clause(&comparison.new.document, new, "").text(),
        Subject::Clause { old: Some(old), .. } => {
            let cited = cite_clause(&comparison.old.document, old, "").text();
            say::former(&Changed(cited))
        }
        Subject::Clause { .. } => Text::empty(),
        Subject::Word(_) => {
            let called = called(comparison, subject);
            Text::new(called.clone(), called)
        }
    }
}

/// As called without number: a title in 「」, the beginning of a wording, a word.
pub(super) fn called(comparison: &Comparison<'_>, subject: Subject) -> String {
    const LETTERS: usize = 30;
    let clause = |document: &Document, id: ClauseId| {
        let clause = document.clause(id);
        let title = match clause.retired {
            true => String::new(),
            false => document.plain(&clause.title),
        };
        let short: String = title.chars().take(LETTERS).collect();
        match (title.is_empty(), short.len() < title.len()) {
            (true, _) => clause.name.clone().unwrap_or_default(),
            (_, true) => format!("「{short}…」"),
            _ => format!("「{title}」"),
        }
    };
    match subject {
        Subject::Clause { new: Some(new), old } => match (comparison.new.document.clause(new).retired, old) {
            (true, Some(old)) => clause(&comparison.old.document, old),
            _ => clause(&comparison.new.document, new),
        },
        Subject::Clause { old: Some(old), .. } => clause(&comparison.old.document, old),
        Subject::Clause { .. } => String::new(),
        Subject::Word(index) => match word(comparison, index) {
            Some((graph, id)) => format!("「{}」", graph.get(id).label()),
            None => String::new(),
        },
    }
}

/// What a 概要 names.
fn name(comparison: &Comparison<'_>, subject: Subject) -> Option<String> {
    match subject {
        Subject::Clause { new: Some(new), .. } => comparison.new.document.clause(new).name.clone(),
        Subject::Clause { old: Some(old), .. } => {
            let name = comparison.old.document.clause(old).name.as_ref()?;
            Some(format!("旧版.{name}"))
        }
        Subject::Clause { .. } => None,
        Subject::Word(index) => {
            let entry = comparison.vocabulary.entries().nth(index)?;
            let (graph, id) = word(comparison, index)?;
            let concept = graph.get(id);
            match (concept.anonymous, entry.new) {
                (true, _) => None,
                (false, Some(_)) => Some(concept.name.clone()),
                (false, None) => Some(format!("旧版.{}", concept.name)),
            }
        }
    }
}

/// A word in the revision that knows it, the new one first.
fn word<'c>(comparison: &'c Comparison<'_>, index: usize) -> Option<(&'c Graph, ConceptId)> {
    let entry = comparison.vocabulary.entries().nth(index)?;
    let of = |policy: &'c Policy| policy.vocabulary.graph(entry.dimension);
    entry
        .new
        .map(|id| (of(comparison.new), id))
        .or_else(|| entry.old.map(|id| (of(comparison.old), id)))
}
