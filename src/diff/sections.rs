//! A comparison in words, as lists under headings: what the table of wordings does not show.

mod named;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::Comparison;
use super::changes::{self, Change, Subject};
use super::decisions::{Class, Effect, Statement};
use super::gathered::{self, Gathered};
use super::sentences::decisions as say;
use super::sentences::facts::{Acts, Asked, Cited, Date, Judged, Reason, Reasons, Subjects, ToCheck, Told};
use super::sentences::summary as summed;
use super::summary::{self, ToDo};
use crate::decide::Verdict;
use crate::decide::explain::Citation;
use crate::decide::explain::phrases::joined;
use crate::diagnostic::{Lang, Text};
use crate::norm::ActSet;
use crate::text::sentence::Part as _;

/// A list under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// Its items, plain text.
    pub items: Vec<String>,
}

/// What the two revisions decide differently; apart from it, what was meant by a wider name before and has its own now.
#[must_use]
pub fn decisions(comparison: &Comparison<'_>, lang: Lang) -> Vec<Section> {
    let statements = comparison.decisions.statements.iter();
    let gathered = gathered::by_clause(comparison, statements.filter(|statement| !statement.only_named));
    let items = gathered.iter().flat_map(|gathered| match gathered {
        Gathered::Each(statements) => {
            let each = statements.iter().map(|one| item(comparison, one).get(lang).to_owned());
            each.collect::<Vec<_>>()
        }
        Gathered::Foremost(statement, others) => {
            let more = say::further_narrower(&others.len(), &acts(others));
            vec![followed(&item(comparison, statement), &more).get(lang).to_owned()]
        }
    });
    let (mut items, named) = (items.collect::<Vec<_>>(), named(comparison, lang));
    if items.is_empty() && named.is_empty() {
        let nothing = match comparison.changes().iter().any(Change::is_unchecked) {
            true => say::no_rule_differs(),
            false => say::nothing_differs(),
        };
        items.push(nothing.get(lang).to_owned());
    }
    let mut not_looked_at = Vec::new();
    if !comparison.decisions.complete {
        not_looked_at.push(NOT_COMPARED.get(lang).to_owned());
        // Without statements nothing is known.
        if comparison.decisions.statements.is_empty() {
            items.clear();
        }
    }
    let unchecked = comparison.changes().iter().filter(|change| change.is_unchecked());
    let unchecked = unchecked.map(|change| summary::cited(comparison, change.subject).get(lang).to_owned());
    let sections = [
        (say::heading_not_compared(), not_looked_at),
        (say::heading_unchecked(), unchecked.collect()),
        (say::heading_differences(), items),
        (say::heading_named(), named),
    ];
    let shown = sections.into_iter().filter(|(_, items)| !items.is_empty());
    let section = |(heading, items): (Text, Vec<String>)| Section {
        heading: heading.get(lang).to_owned(),
        items,
    };
    shown.map(section).collect()
}

/// What may be done no longer by some statements, each act once; if nothing could be, what is forbidden.
fn acts(statements: &[&Statement]) -> Acts {
    let withdrawn = statements.iter().filter(|one| one.effect == Effect::Withdraws);
    let mut acts: ActSet = withdrawn.flat_map(|one| one.requests.acts.iter()).collect();
    if acts.is_empty() {
        acts = statements.iter().flat_map(|one| one.requests.acts.iter()).collect();
    }
    let (ja, en): (Vec<String>, Vec<&str>) = acts
        .iter()
        .map(|act| (format!("「{}」", act.word()), act.english()))
        .unzip();
    Acts(Text::new(ja.concat(), en.join(", ")))
}

/// What is said first of a comparison that was cut off.
pub static NOT_COMPARED: LazyLock<Text> = LazyLock::new(say::not_compared);

/// What came of each word that came or went: that the wider name goes on to say the same.
fn named(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let mut by_word: BTreeMap<Subject, Vec<&Statement>> = BTreeMap::new();
    for statement in comparison.decisions.statements.iter().filter(|one| one.only_named) {
        for subject in changes::subjects(comparison, statement) {
            by_word.entry(subject).or_default().push(statement);
        }
    }
    // Of a word of which something is decided otherwise it would not be true that nothing is.
    let otherwise = comparison.decisions.statements.iter().filter(|one| !one.only_named);
    let otherwise = otherwise.flat_map(|one| comparison.moved.about(&one.requests));
    for word in otherwise.collect::<BTreeSet<_>>() {
        by_word.remove(&Subject::Word(word));
    }
    let items = by_word.into_iter().map(|(subject, statements)| {
        let mut text = named::told(comparison, subject, &statements);
        if !statements.iter().all(|one| comparison.is_visible(one)) {
            text = followed(&text, &say::not_in_the_wording());
        }
        text.get(lang).to_owned()
    });
    items.collect()
}

/// A whole sentence, then another.
fn followed(text: &Text, next: &Text) -> Text {
    Text::of_visible(format!("{}{}", text.ja, next.ja), format!("{} {}", text.en, next.en))
}

/// The draft of the 改定概要, and what the revision calls for.
#[must_use]
pub fn summary(comparison: &Comparison<'_>, lang: Lang) -> Vec<Section> {
    let lines = summary::draft(comparison);
    if lines.is_empty() {
        return Vec::new();
    }
    let (head, calls) = (summed::heading_draft(), summed::heading_to_check());
    let drafted = lines.iter().filter(|line| !line.within).map(|line| {
        let class = match lang {
            Lang::Ja => line.class.ja(),
            Lang::En => line.class.en(),
        };
        let text = line.text.get(lang);
        let anchor = line.anchor.as_ref().map(|anchor| format!("（#{anchor}）"));
        format!("【{class}】{text}{}", anchor.unwrap_or_default())
    });
    let to_do = summary::to_do(comparison);
    vec![
        Section {
            heading: head.get(lang).to_owned(),
            items: drafted.collect(),
        },
        Section {
            heading: calls.get(lang).to_owned(),
            items: to_do.iter().map(|one| called_for(one).get(lang).to_owned()).collect(),
        },
    ]
}

/// As many reasons and clauses as a reader takes in.
const MOST: usize = 3;

/// What a revision calls for, with article, reason and what calls for it.
fn called_for(one: &ToDo) -> Text {
    let duty = one.duty.text();
    let article = one.duty.article();
    let joined = |texts: &[Text], lang: Lang, between: &str| {
        let shown: Vec<&str> = texts.iter().take(MOST).map(|text| text.get(lang)).collect();
        let shown = shown.join(between);
        match (texts.len().saturating_sub(MOST), lang) {
            (0, _) => shown,
            (more, Lang::Ja) => format!("{shown}{between}ほか{more}件"),
            (more, Lang::En) => format!("{shown}{between}and {more} more"),
        }
    };
    let articles = |mark: [&str; 2]| match article.is_empty() {
        true => String::new(),
        false => format!("{}{article}{}", mark[0], mark[1]),
    };
    let what = ToCheck(Text::new(
        format!("{}{}", duty.ja, articles(["（", "）"])),
        format!("{}{}", duty.en, articles([" (", ")"])),
    ));
    let both =
        |texts: &[Text], between: &str| Text::new(joined(texts, Lang::Ja, "、"), joined(texts, Lang::En, between));
    let (reasons, subjects) = (both(&one.reasons, "; "), both(&one.subjects, "; "));
    summed::to_check(&what, &Reasons(reasons), &Subjects(subjects))
}

/// That the two seem to have nothing to do with each other.
#[must_use]
pub fn unrelated(comparison: &Comparison<'_>) -> Option<Text> {
    (!comparison.is_related()).then(say::unrelated)
}

/// A statement with its class, an example, the clauses on both sides, and who answers for it.
fn item(comparison: &Comparison<'_>, statement: &Statement) -> Text {
    let ended = |text: &Text| Text::of_visible(format!("{}。", text.ja), format!("{}.", text.en));
    let mut text = say::difference(&statement.class, &Told(statement.text.clone()));
    text = followed(&text, &ended(&example(statement)));
    if !comparison.is_visible(statement) {
        text = followed(&text, &say::not_in_the_wording());
    }
    if statement.class != Class::Wider {
        return text;
    }
    for one in comparison.acknowledged_by(statement) {
        text = followed(&text, &ended(&say::acknowledged(&Date::of(one), &Reason::of(one))));
    }
    text
}

/// One of the requests, and what it was and is decided by.
#[must_use]
pub fn example(statement: &Statement) -> Text {
    let witness = &statement.witness;
    let (before, after) = match statement.effect {
        Effect::Permits => (refused(&witness.clauses_before), Verdict::Permitted),
        Effect::Lifts => (Verdict::Forbidden, Verdict::NotStated),
        Effect::Withdraws => (Verdict::Permitted, refused(&witness.clauses_after)),
        Effect::Forbids => (Verdict::NotStated, Verdict::Forbidden),
    };
    let (before, after) = (
        judged(before, &witness.clauses_before),
        judged(after, &witness.clauses_after),
    );
    say::example(&Asked(witness.text.clone()), &before, &after)
}

fn refused(clauses: &[Citation]) -> Verdict {
    match clauses.is_empty() {
        true => Verdict::NotStated,
        false => Verdict::Forbidden,
    }
}

fn judged(verdict: Verdict, clauses: &[Citation]) -> Judged {
    let texts: Vec<Text> = clauses.iter().map(Citation::text).collect();
    Judged(match texts.is_empty() {
        true => say::judged(&verdict),
        false => say::judged_by(&verdict, &Cited(joined(&texts, "、", ", "))),
    })
}
