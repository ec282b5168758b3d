//! 改定概要: a draft of what the page says of a revision, one line a change, and what the revision calls for.
//!
//! The draft is for the editor to adopt and mend: [`source`] writes it as the 概要 of a 改定 block, in which clauses are named
//! and not numbered, so that it stays right when numbers move.

use std::collections::{BTreeMap, BTreeSet};

use super::Comparison;
use super::called;
use super::changes::{Change, Duty, Subject};
use super::decisions::Class;
use super::gathered;
use super::sentences::facts::{Changed, Told, Word};
use super::sentences::summary as say;
use super::vocabulary::{Entry, EntryChange, Side};
use crate::characters;
use crate::diagnostic::Text;
use crate::document::ClauseId;
use crate::policy::{OUTSIDE, Policy};
use crate::vocabulary::{ConceptId, Dimension, Graph, LeafSet};

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
    /// The sentence as a 概要 has it: in the words of the page, and without number, since the page adds it with the link.
    pub wording: String,
    /// Whether the line of a wider word says the same.
    pub within: bool,
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
    let within = within(comparison, changes);
    let lines = changes.iter().enumerate();
    lines
        .map(|(index, change)| line(comparison, change, within.contains(&index)))
        .collect()
}

/// The changes of words, by their places, of which a wider word that came or went with them says all.
fn within(comparison: &Comparison<'_>, changes: &[Change]) -> BTreeSet<usize> {
    let words: Vec<(usize, &Change, Dimension, LeafSet)> = (changes.iter().enumerate())
        .filter_map(|(index, change)| match change.subject {
            Subject::Word(word) => {
                let (dimension, leaves) = comparison.moved.leaves_of(word)?;
                Some((index, change, dimension, leaves))
            }
            _ => None,
        })
        .collect();
    let mut by_statements: BTreeMap<&[usize], Vec<usize>> = BTreeMap::new();
    for (at, (_, change, ..)) in words.iter().enumerate() {
        by_statements.entry(&change.statements).or_default().push(at);
    }
    let mut found = BTreeSet::new();
    for alike in by_statements.into_values() {
        // The widest first: what one of those that stay holds, it tells.
        let mut alike = alike;
        alike.sort_by_key(|at| usize::MAX - words[*at].3.len());
        let mut kept: Vec<usize> = Vec::new();
        for at in alike {
            let (index, _, dimension, leaves) = &words[at];
            let wider = |other: &usize| words[*other].2 == *dimension && leaves.is_subset(&words[*other].3);
            match kept.iter().any(wider) {
                true => {
                    found.insert(*index);
                }
                false => kept.push(at),
            }
        }
    }
    found
}

/// What the revision calls for, gravest articles in the order of the Act; nothing but [`Duty::Nothing`] where nothing was found.
#[must_use]
pub fn to_do(comparison: &Comparison<'_>) -> Vec<ToDo> {
    let mut found: BTreeMap<Duty, ToDo> = BTreeMap::new();
    let (mut reasons, mut subjects) = (BTreeSet::new(), BTreeSet::new());
    let changes = comparison.changes();
    let within = within(comparison, changes);
    for (index, change) in changes.iter().enumerate() {
        // What a wider word calls for is called for once; reading wording is no matter of words.
        if within.contains(&index) {
            continue;
        }
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
    for line in draft(comparison).into_iter().filter(|line| !line.within) {
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

fn line(comparison: &Comparison<'_>, change: &Change, within: bool) -> Line {
    let cited = happened(comparison, change, cited(comparison, change.subject));
    let name_alone = called(comparison, change.subject);
    let named = happened(comparison, change, Text::new(name_alone.clone(), name_alone));
    let (text, wording) = (told(comparison, change, false), told(comparison, change, true));
    Line {
        class: change.class,
        text: Text::of_visible(format!("{}{}", cited.ja, text.ja), format!("{}{}", cited.en, text.en)),
        anchor: match change.subject {
            Subject::Clause { new: Some(new), .. } => Some(comparison.new.document.clause(new).anchor.clone()),
            _ => None,
        },
        name: name(comparison, change.subject),
        wording: format!("{}{}", named.ja, wording.ja),
        within,
    }
}

/// What became of the subject, which is called that.
fn happened(comparison: &Comparison<'_>, change: &Change, called: Text) -> Text {
    let subject = &Changed(called.clone());
    match change.subject {
        Subject::Title => {
            let quoted = |title: &str| {
                let title = called::quoted(title);
                Changed(Text::new(title.clone(), title))
            };
            say::retitled(
                &quoted(&comparison.table.old_title),
                &quoted(&comparison.table.new_title),
            )
        }
        // No rule holds it, and it may say that another policy applies.
        Subject::Preamble => say::preamble(),
        Subject::Outside => say::outside(),
        Subject::Clause { old: None, .. } => say::added(subject),
        Subject::Clause { new: None, .. } => say::removed(subject),
        Subject::Clause {
            new: Some(new),
            old: Some(_),
        } if comparison.new.document.clause(new).retired => say::retired(subject),
        Subject::Clause { old: Some(old), .. } => match change.class {
            Class::WordingOnly if comparison.decisions.complete && !change.is_unchecked() && !change.decides => {
                say::reworded(subject)
            }
            Class::WordingOnly => say::reworded_not_compared(subject),
            Class::Rearranged => {
                let before = comparison.first_words(Side::Old).cited(&comparison.old.document, old);
                say::moved(subject, &Changed(Text::new(before.clone(), before)))
            }
            _ if change.shown => say::changed(subject),
            _ => say::changed_unseen(subject),
        },
        Subject::Word(index) => {
            let entry = comparison.vocabulary.entries().nth(index);
            let happened = |change| entry.is_some_and(|entry| entry.changes.contains(&change));
            if let Some(other) = entry.and_then(|entry| replaced(comparison, entry)) {
                let other = Word(Text::new(other.clone(), other));
                match happened(EntryChange::Added) {
                    true => say::word_for_another(&other, &Word(called)),
                    false => say::word_for_another(&Word(called), &other),
                }
            } else if happened(EntryChange::Added) {
                say::new_word(&Word(called))
            } else if happened(EntryChange::Removed) {
                say::lost_word(&Word(called))
            } else if happened(EntryChange::Relocated) {
                say::relocated_word(&Word(called))
            } else {
                say::reclassed_word(&Word(called))
            }
        }
    }
}

/// The word of the other revision that means more or less than a word that came or went, and takes its place or gives it up.
fn replaced(comparison: &Comparison<'_>, entry: &Entry) -> Option<String> {
    let (side, id, other) = match (entry.old, entry.new) {
        (None, Some(id)) => (Side::New, id, comparison.old),
        (Some(id), None) => (Side::Old, id, comparison.new),
        _ => return None,
    };
    let of = match side {
        Side::Old => comparison.old,
        Side::New => comparison.new,
    };
    let graph = of.vocabulary.graph(entry.dimension);
    let leaf = graph.leaves_of(id).first().filter(|_| graph.leaves_of(id).len() == 1)?;
    let replaced = comparison.vocabulary.joint(entry.dimension).replaced(side, leaf)?;
    let others = other.vocabulary.graph(entry.dimension);
    Some(called::quoted(others.get(others.leaf_concept(replaced)).label()))
}

/// The first statements in full, and that there are more. What only got a name is not told: nothing may be done otherwise.
fn told(comparison: &Comparison<'_>, change: &Change, on_page: bool) -> Text {
    let statements = change
        .statements
        .iter()
        .map(|index| &comparison.decisions.statements[*index]);
    let statements = statements.filter(|one| !one.only_named).collect();
    let gathered = gathered::foremost(statements);
    let first = gathered.iter().take(TOLD).map(|one| {
        let text = if on_page { &one.page } else { &one.text };
        say::told(&Told(text.clone()))
    });
    let more = gathered.len().saturating_sub(TOLD);
    let more = (more > 0).then(|| match on_page {
        true => say::more(),
        false => say::more_is_told(&more),
    });
    let mut told = Text::empty();
    for sentence in first.chain(more) {
        told.ja.push_str(&sentence.ja);
        told.en.push_str(&format!(" {}", sentence.en));
    }
    told
}

/// As cited: by number, and title or words.
pub(super) fn cited(comparison: &Comparison<'_>, subject: Subject) -> Text {
    match subject {
        Subject::Clause { new: Some(new), .. } => {
            let cited = comparison.first_words(Side::New).cited(&comparison.new.document, new);
            Text::new(cited.clone(), cited)
        }
        Subject::Clause { old: Some(old), .. } => {
            let cited = comparison.first_words(Side::Old).cited(&comparison.old.document, old);
            say::former(&Changed(Text::new(cited.clone(), cited)))
        }
        Subject::Clause { .. } => Text::empty(),
        Subject::Title => say::the_title(),
        Subject::Preamble => say::the_preamble(),
        Subject::Outside => say::what_is_outside(),
        Subject::Word(_) => {
            let called = called(comparison, subject);
            Text::new(called.clone(), called)
        }
    }
}

/// As the page calls it, without number: a title in 「」, the beginning of a wording and what it stands in, a word.
pub(super) fn called(comparison: &Comparison<'_>, subject: Subject) -> String {
    let clause = |side: Side, id: ClauseId| {
        let document = match side {
            Side::Old => &comparison.old.document,
            Side::New => &comparison.new.document,
        };
        comparison.first_words(side).called(document, id)
    };
    match subject {
        Subject::Clause { new: Some(new), old } => match (comparison.new.document.clause(new).retired, old) {
            (true, Some(old)) => clause(Side::Old, old),
            _ => clause(Side::New, new),
        },
        Subject::Clause { old: Some(old), .. } => clause(Side::Old, old),
        Subject::Clause { .. } => String::new(),
        Subject::Title => say::the_title().ja,
        Subject::Preamble => say::the_preamble().ja,
        Subject::Outside => say::what_is_outside().ja,
        Subject::Word(index) => match word(comparison, index) {
            Some((graph, id)) => called::quoted(graph.get(id).label()),
            None => String::new(),
        },
    }
}

/// What a 概要 names.
pub(super) fn name(comparison: &Comparison<'_>, subject: Subject) -> Option<String> {
    match subject {
        Subject::Clause { new: Some(new), .. } => comparison.new.document.clause(new).name.clone(),
        Subject::Clause { old: Some(old), .. } => {
            let name = comparison.old.document.clause(old).name.as_ref()?;
            Some(format!("旧版.{name}"))
        }
        Subject::Clause { .. } | Subject::Title => None,
        Subject::Preamble | Subject::Outside => Some(OUTSIDE.to_owned()),
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
