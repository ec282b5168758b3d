//! A comparison in words, as lists under headings: what the table of wordings does not show.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Comparison;
use super::changes::{self, Subject};
use super::decisions::{Class, Effect, Statement};
use super::summary::{self, ToDo};
use crate::decide::explain::Citation;
use crate::diagnostic::{Lang, Text};

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
    let items = statements
        .filter(|statement| !statement.only_named)
        .map(|statement| item(comparison, statement).get(lang).to_owned());
    let say = |ja: &str, en: &str| match lang {
        Lang::Ja => ja.to_owned(),
        Lang::En => en.to_owned(),
    };
    let (mut items, named) = (items.collect::<Vec<_>>(), named(comparison, lang));
    if items.is_empty() && named.is_empty() {
        items.push(say(
            "許可・禁止に変わるところはありません。",
            "Nothing is decided differently.",
        ));
    }
    let mut not_looked_at = Vec::new();
    if !comparison.decisions.complete {
        not_looked_at.push(NOT_COMPARED.get(lang).to_owned());
        // Without statements nothing is known.
        if comparison.decisions.statements.is_empty() {
            items.clear();
        }
    }
    let sections = [
        (say("最後まで比べていません", "Not compared to the end"), not_looked_at),
        (say("許可・禁止の変化", "What is decided differently"), items),
        (
            say(
                "名前が付いたこと、なくなったことによる変化（もう一方の版では、より広い名前で同じく定めている）",
                "What a new name, or the loss of one, brings (the other revision says the same under a wider name)",
            ),
            named,
        ),
    ];
    let shown = sections.into_iter().filter(|(_, items)| !items.is_empty());
    shown.map(|(heading, items)| Section { heading, items }).collect()
}

/// What is said first of a comparison that was cut off.
pub static NOT_COMPARED: LazyLock<Text> = LazyLock::new(|| {
    Text::new(
        "条件の組合せが多すぎて、許可・禁止の変化をすべては調べられませんでした。ほかにも変わるところがあるかもしれないので、広がりがないとは言えません。",
        "There are too many combinations of conditions to find all changes of decisions. More may have changed than is told here.",
    )
});

/// What came of each word that came or went: that the wider name goes on to say the same.
fn named(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    /// Statements, and whether the wording shows all of them.
    type Told = (usize, bool);
    let mut by_word: BTreeMap<Subject, Told> = BTreeMap::new();
    for statement in comparison.decisions.statements.iter().filter(|one| one.only_named) {
        let visible = comparison.is_visible(statement);
        for subject in changes::subjects(comparison, statement) {
            let told = by_word.entry(subject).or_insert((0, true));
            told.0 += 1;
            told.1 &= visible;
        }
    }
    let items = by_word.into_iter().map(|(subject, (count, visible))| {
        let word = summary::called(comparison, subject);
        let mut text = match summary::is_gone(comparison, subject) {
            false => Text::new(
                format!(
                    "{word}: 改正前の版にはない名前です。改正前はより広い名前で定めていた取扱い（{count} 件）が、\
                     この名前でも定められます。"
                ),
                format!(
                    "{word}: the old revision does not know this name. What it says under a wider one ({count} statements) \
                     is now said under this name as well."
                ),
            ),
            true => Text::new(
                format!(
                    "{word}: 改正後の版にはない名前です。この名前でも定めていた取扱い（{count} 件）は、\
                     改正後はより広い名前だけで定められます。"
                ),
                format!(
                    "{word}: the new revision does not know this name. What the old one says under it ({count} statements) is \
                     now said under a wider one only."
                ),
            ),
        };
        if !visible {
            text.ja.push_str("この変化は文言に表れていません。");
            text.en.push_str(" The wording does not show it.");
        }
        text.get(lang).to_owned()
    });
    items.collect()
}

/// The draft of the 改定概要, and what the revision calls for.
#[must_use]
pub fn summary(comparison: &Comparison<'_>, lang: Lang) -> Vec<Section> {
    let lines = summary::draft(comparison);
    if lines.is_empty() {
        return Vec::new();
    }
    let head = Text::new("改定概要の案", "Draft of a summary");
    let calls = Text::new(
        "この改定で確かめること（法律上の判断は人が行ってください）",
        "What to check (the legal judgement is yours)",
    );
    let drafted = lines.iter().map(|line| {
        let class = match lang {
            Lang::Ja => line.class.word(),
            Lang::En => class(line.class),
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
    Text::new(
        format!(
            "{}{}。理由: {}。対象: {}",
            duty.ja,
            articles(["（", "）"]),
            joined(&one.reasons, Lang::Ja, "、"),
            joined(&one.subjects, Lang::Ja, "、"),
        ),
        format!(
            "{}{}: {}. Concerns: {}",
            duty.en,
            articles([" (", ")"]),
            joined(&one.reasons, Lang::En, "; "),
            joined(&one.subjects, Lang::En, "; "),
        ),
    )
}

/// That the two seem to have nothing to do with each other.
#[must_use]
pub fn unrelated(comparison: &Comparison<'_>) -> Option<Text> {
    (!comparison.is_related()).then(|| {
        Text::new(
            "二つの版には、共通の条項も文言もほとんどありません。同じ方針の版か確かめてください",
            "the two have hardly a clause or a wording in common; check that they are revisions of one policy",
        )
    })
}

/// A statement with its class, an example, the clauses on both sides, and who answers for it.
fn item(comparison: &Comparison<'_>, statement: &Statement) -> Text {
    let mut text = Text::new(
        format!("【{}】{}。", statement.class.word(), statement.text.ja),
        format!("[{}] {}.", class(statement.class), statement.text.en),
    );
    let example = example(statement);
    text.ja.push_str(&format!("{}。", example.ja));
    text.en.push_str(&format!(" {}.", example.en));
    if !comparison.is_visible(statement) {
        text.ja.push_str("この変化は文言に表れていません。");
        text.en.push_str(" The wording does not show it.");
    }
    if statement.class != Class::Wider {
        return text;
    }
    let acknowledgements = comparison.acknowledged_by(statement);
    for one in &acknowledgements {
        let (date, reason) = (one.date, &one.reason);
        text.ja.push_str(&format!("承認（{date}）: {reason}。"));
        text.en.push_str(&format!(" Acknowledged on {date}: {reason}."));
    }
    text
}

/// One of the requests, and what it was and is decided by.
#[must_use]
pub fn example(statement: &Statement) -> Text {
    let witness = &statement.witness;
    let (before, after) = match statement.effect {
        Effect::Permits => (refused(&witness.clauses_before), PERMITTED),
        Effect::Lifts => (FORBIDDEN, NOT_STATED),
        Effect::Withdraws => (PERMITTED, refused(&witness.clauses_after)),
        Effect::Forbids => (NOT_STATED, FORBIDDEN),
    };
    let before = (before, cited(&witness.clauses_before));
    let after = (after, cited(&witness.clauses_after));
    let side = |(words, clauses): &((&str, &str), String), ja: bool| match (clauses.is_empty(), ja) {
        (true, true) => words.0.to_owned(),
        (true, false) => words.1.to_owned(),
        (false, true) => format!("{}（{clauses}）", words.0),
        (false, false) => format!("{} ({clauses})", words.1),
    };
    Text::new(
        format!(
            "例: {}。改正前は{}、改正後は{}",
            witness.text.ja,
            side(&before, true),
            side(&after, true)
        ),
        format!(
            "Example: {}; before: {}, after: {}",
            witness.text.en,
            side(&before, false),
            side(&after, false)
        ),
    )
}

const PERMITTED: (&str, &str) = ("許可", "permitted");
const FORBIDDEN: (&str, &str) = ("禁止", "forbidden");
const NOT_STATED: (&str, &str) = ("定めなし", "not stated");

fn refused(clauses: &[Citation]) -> (&'static str, &'static str) {
    if clauses.is_empty() { NOT_STATED } else { FORBIDDEN }
}

fn cited(citations: &[Citation]) -> String {
    let texts: Vec<String> = citations.iter().map(Citation::text).collect();
    texts.join("、")
}

fn class(class: Class) -> &'static str {
    match class {
        Class::Wider => "wider",
        Class::Narrower => "narrower",
        Class::Incomparable => "wider and narrower",
        Class::WordingOnly => "wording only",
        Class::Rearranged => "rearranged",
        Class::Named => "named",
        Class::NotCompared => "not compared to the end",
    }
}
