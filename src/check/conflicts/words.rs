//! Conflicts in words.

use super::super::relation::{Kind, Relation, Side};
use super::super::subject::Subject;
use super::super::words;
use super::conflict::Conflict;
use super::groups::Group;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::norm::{NormId, Processing};

/// How many of the other clauses are marked.
const MARKED: usize = 5;

/// How many clauses are named in a remedy.
const NAMED: usize = 8;

/// A finding. `all`: no more conflicts are there than were found.
pub(super) fn told(subject: &Subject<'_>, code: Code, group: &Group<'_>, all: bool) -> Diagnostic {
    // INVARIANT: no group is empty.
    let first = group.conflicts[0];
    let (permit, refusal) = (subject.cited(first.permit), subject.cited(first.refusal));
    let count = group.conflicts.len();
    let act = words::act(first.witness.act);
    let (or_more, at_least) = match all {
        true => ("", ""),
        false => ("以上", "at least "),
    };
    let message = match (count, group.around_refusal) {
        (1, _) => one(code, &act, &permit, &refusal),
        (_, true) => Text::new(
            format!("{refusal}の禁止が、{count} {or_more}の条項の許可と食い違っています"),
            format!("{refusal} is at odds with what {at_least}{count} clauses permit"),
        ),
        (_, false) => Text::new(
            format!("{permit}の許可が、{count} {or_more}の条項の禁止と食い違っています"),
            format!("{permit} is at odds with what {at_least}{count} clauses forbid"),
        ),
    };
    let mut diagnostic = Diagnostic::new(code, message);
    let permitted = |id: NormId| {
        let clause = subject.cited(id);
        (
            subject.span(id),
            Text::new(format!("{clause}が許可"), format!("permitted by {clause}")),
        )
    };
    let refused = |id: NormId| {
        let clause = subject.cited(id);
        (
            subject.span(id),
            Text::new(format!("{clause}が禁止"), format!("forbidden by {clause}")),
        )
    };
    let (hub, others): (_, Vec<_>) = match group.around_refusal {
        true => (
            refused(first.refusal),
            group.conflicts.iter().map(|one| permitted(one.permit)).collect(),
        ),
        false => (
            permitted(first.permit),
            group.conflicts.iter().map(|one| refused(one.refusal)).collect(),
        ),
    };
    diagnostic = diagnostic.label(hub.0, hub.1);
    for (span, text) in others.into_iter().take(MARKED) {
        diagnostic = diagnostic.label(span, text);
    }
    diagnostic
        .note(witness(subject, first, &permit, &refusal))
        .note(relation(code, first.relation))
        .help(remedy(subject, code, group))
}

fn one(code: Code, act: &Text, permit: &str, refusal: &str) -> Text {
    match code {
        Code::H0502 => Text::new(
            format!("{permit}が許す{}の一部を、{refusal}が断りなく禁じています", act.ja),
            format!("{refusal} forbids a part of what {permit} permits, and neither says so"),
        ),
        Code::H0503 => Text::new(
            format!("{permit}の許可と{refusal}の禁止が、一部で食い違っています"),
            format!("{permit} permits and {refusal} forbids what lies in both"),
        ),
        Code::H0507 => Text::new(
            format!("特約{permit}の許可と特約{refusal}の禁止が食い違っています"),
            format!("the rider {permit} permits what the rider {refusal} forbids"),
        ),
        _ => Text::new(
            format!("{permit}が許す{}を、{refusal}が禁じています", act.ja),
            format!("{permit} permits what {refusal} forbids"),
        ),
    }
}

fn witness(subject: &Subject<'_>, conflict: &Conflict, permit: &str, refusal: &str) -> Text {
    let norms = [subject.norm(conflict.permit), subject.norm(conflict.refusal)];
    let told = conflict.witness.told(subject, &norms);
    Text::new(
        format!(
            "例えば、{}ことを、{permit}は許し、{refusal}は禁じています。判断は禁止になります",
            told.ja
        ),
        format!(
            "{permit} permits and {refusal} forbids, for example: {}; the decision is forbidden",
            told.en
        ),
    )
}

/// The relation, and its names in the literature.
fn relation(code: Code, relation: Relation) -> Text {
    let (ja, en) = match relation.kind() {
        Kind::Contradiction if code == Code::H0501 => (
            "許可の範囲が、禁止の範囲にすべて含まれています",
            "all that is permitted lies in what is forbidden",
        ),
        Kind::Contradiction => (
            "許可の範囲が、禁止の範囲に含まれています",
            "what is permitted lies in what is forbidden",
        ),
        Kind::Narrowing => (
            "禁止は許可の一部です。例外なのか書き誤りなのか、読み手には分かりません",
            "it is an exception or a mistake: no reader can tell",
        ),
        Kind::Crossing => (
            "許可と禁止のそれぞれに、重ならない部分があります",
            "each has a part of its own",
        ),
    };
    let names = match relation.poli_cond() {
        Some(name) => format!(
            "PolicyLint {}, PoliCond {name}, Eddy {}",
            relation.policy_lint(),
            relation.eddy()
        ),
        None => format!("PolicyLint {}, Eddy {}", relation.policy_lint(), relation.eddy()),
    };
    let compared = compared(relation);
    Text::new(
        format!("{ja}。{}（文献での名: {names}）", compared.ja),
        format!("{en}; {} (in the literature: {names})", compared.en),
    )
}

/// In which dimensions the permit is the wider one, and in which the narrower.
fn compared(relation: Relation) -> Text {
    let sides = [
        (relation.data, "情報", "data"),
        (relation.parties, "相手", "party"),
        (relation.purposes, "目的", "purpose"),
        (relation.routes, "経路", "route"),
        (relation.conditions, "条件", "conditions"),
    ];
    let mut parts = Vec::new();
    let mut ending = "";
    for (side, ja, closed, en) in [
        (Side::Narrower, "が狭く", "なっています", "narrower in"),
        (Side::Wider, "が広く", "なっています", "wider in"),
        (Side::Overlapping, "の一部だけが重なり", "ます", "overlapping in"),
    ] {
        let of_side: Vec<_> = sides.iter().filter(|(found, ..)| *found == side).collect();
        if !of_side.is_empty() {
            let words: Vec<&str> = of_side.iter().map(|(_, word, _)| *word).collect();
            let terms: Vec<&str> = of_side.iter().map(|(.., term)| *term).collect();
            parts.push((
                format!("{}{ja}", words.join("・")),
                format!("{en} {}", terms.join(", ")),
            ));
            ending = closed;
        }
    }
    match parts.is_empty() {
        true => Text::new("両者の範囲は同じです", "both have the same scope"),
        false => {
            let (ja, en): (Vec<String>, Vec<String>) = parts.into_iter().unzip();
            let (compared, compared_en) = match sides
                .iter()
                .any(|(side, ..)| matches!(side, Side::Narrower | Side::Wider))
            {
                true => ("許可は禁止より", "the permit is"),
                false => ("許可と禁止は、", "the two are"),
            };
            // The route concerns collection alone: nobody misses it among what is equal.
            let equal = (sides.iter()).any(|(side, word, _)| *side == Side::Equal && *word != "経路");
            let (rest, rest_en) = match equal {
                true => ("、ほかは同じです", ", and equal otherwise"),
                false => (ending, ""),
            };
            Text::new(
                format!("{compared}{}{rest}", ja.join("、")),
                format!("{compared_en} {}{rest_en}", en.join("; ")),
            )
        }
    }
}

fn remedy(subject: &Subject<'_>, code: Code, group: &Group<'_>) -> Text {
    let first = group.conflicts[0];
    let name = |id: NormId| {
        subject
            .callable(id)
            .map_or_else(|| "条項の名前".to_owned(), str::to_owned)
    };
    let list = |ids: Vec<NormId>| {
        let mut names: Vec<String> = ids.into_iter().map(name).collect();
        names.dedup();
        let more = names.len().saturating_sub(NAMED);
        names.truncate(NAMED);
        match more {
            0 => names.join("、"),
            more => format!("{}、…ほか {more} 件", names.join("、")),
        }
    };
    let permits = list(group.conflicts.iter().map(|one| one.permit).collect());
    let refusals = list(group.conflicts.iter().map(|one| one.refusal).collect());
    let (keep_permit, keep_refusal) = match group.around_refusal {
        true => (
            Text::new(
                format!("禁止に `但し［{permits}］`（上記の場合を除き）"),
                format!("add `但し［{permits}］` to the prohibition"),
            ),
            Text::new(
                format!("禁止に `優先［{permits}］`（上記にかかわらず）"),
                format!("add `優先［{permits}］` to it"),
            ),
        ),
        false => (
            Text::new(
                format!("許可に `優先［{refusals}］`"),
                format!("add `優先［{refusals}］` to the permit"),
            ),
            Text::new(
                format!("許可に `但し［{refusals}］`（次の場合を除き）"),
                format!("add `但し［{refusals}］` to the permit"),
            ),
        ),
    };
    let bites = subject.norm(first.refusal).processing;
    let (beyond, beyond_en) = match bites {
        Processing::Pseudonymised if code == Code::H0501 => (
            "。匿名加工や統計にした情報には、この禁止は及びません",
            "; anonymised and aggregate data is not concerned",
        ),
        _ => ("", ""),
    };
    let (last, last_en) = match code {
        Code::H0501 => (
            "どちらも違えば、一方を削除してください",
            "if neither is meant, delete one",
        ),
        _ => (
            "どちらも違えば、情報・相手・目的の範囲を狭めて重ならないようにしてください",
            "if neither is meant, narrow one until they no longer meet",
        ),
    };
    Text::new(
        format!(
            "許可を生かすなら{}、禁止を生かすなら{}と書いてください。{last}{beyond}",
            keep_permit.ja, keep_refusal.ja
        ),
        format!(
            "if the permit is to prevail {}; if the prohibition is, {}; {last_en}{beyond_en}",
            keep_permit.en, keep_refusal.en
        ),
    )
}
