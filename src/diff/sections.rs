//! A comparison in words, as lists under headings: what the table of wordings does not show.

use super::Comparison;
use super::decisions::{Class, Effect, Statement};
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
    let of = |only_named| -> Vec<String> {
        let statements = comparison.decisions.statements.iter();
        let statements = statements.filter(|statement| statement.only_named == only_named);
        let items = statements.map(|statement| item(comparison, statement));
        items.map(|item| item.get(lang).to_owned()).collect()
    };
    let say = |ja: &str, en: &str| match lang {
        Lang::Ja => ja.to_owned(),
        Lang::En => en.to_owned(),
    };
    let (mut items, named) = (of(false), of(true));
    if items.is_empty() && named.is_empty() {
        items.push(say(
            "許可・禁止に変わるところはありません。",
            "Nothing is decided differently.",
        ));
    }
    if !comparison.decisions.complete {
        items.push(say(
            "条件の組合せが多いため、ここまでで打ち切りました。ほかにも変わるところがあるかもしれません。",
            "There are so many combinations of conditions that the search was cut off here; there may be more.",
        ));
    }
    let sections = [
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
    }
}
