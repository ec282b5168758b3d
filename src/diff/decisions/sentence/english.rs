//! Statements in English; names stay as the policies write them.

use super::super::Effect;
use super::parts::{CASES, NAMES, Parts, clipped};
use crate::diff::decisions::describe::Described;
use crate::norm::{Act, ActSet, Processing};

/// What the revision changes, in one sentence without a full stop.
pub(super) fn statement(effect: Effect, parts: &Parts) -> String {
    let (modal, aside) = match effect {
        Effect::Permits => ("may now be", ""),
        Effect::Withdraws => ("may no longer be", ""),
        Effect::Forbids => ("are now forbidden to be", ""),
        Effect::Lifts => ("are no longer forbidden to be", "and not permitted either"),
    };
    let asides: Vec<String> = [aside.to_owned(), conditions(parts)]
        .into_iter()
        .filter(|aside| !aside.is_empty())
        .collect();
    let aside = match asides.is_empty() {
        true => String::new(),
        false => format!(" ({})", asides.join("; ")),
    };
    format!("{}{} {modal} {}{aside}", states(&parts.states), data(parts), act(parts))
}

/// One request.
pub(super) fn request(parts: &Parts) -> String {
    let conditions = match conditions(parts) {
        none if none.is_empty() => none,
        some => format!(" ({some})"),
    };
    let states = match parts.states.as_slice() {
        [Processing::Raw] => String::new(),
        other => states(other),
    };
    let data = format!("{states}{}", data(parts));
    format!("{data} being {}{conditions}", act(parts))
}

fn data(parts: &Parts) -> String {
    described(&parts.data, "all data", "and")
}

fn act(parts: &Parts) -> String {
    let verbs = |acts: ActSet| acts.iter().map(verb).collect::<Vec<_>>().join(" or ");
    let others = ActSet::ALL.difference(parts.acts);
    let mut phrase = match others.iter().count() {
        0 => "handled".to_owned(),
        1..=4 => format!("handled (but for being {})", verbs(others)),
        _ => verbs(parts.acts),
    };
    if let Some(parties) = &parts.parties {
        let preposition = match parts.acts.iter().next() {
            Some(Act::Receive | Act::AcceptEntrustment) => "from",
            Some(Act::Share) => "with",
            Some(act) if act.has_other_party() => "to",
            _ => "by",
        };
        phrase += &format!(" {preposition} {}", described(parties, "anyone", "or"));
    }
    if !parts.routes.is_empty() {
        phrase += &format!(" by the route {}", listed(&parts.routes, "or"));
    }
    phrase += &match parts.purposes.all {
        true => format!(" for {}", described(&parts.purposes, "any purpose", "or")),
        false => format!(" for the purpose {}", described(&parts.purposes, "any purpose", "or")),
    };
    phrase
}

fn verb(act: Act) -> &'static str {
    match act {
        Act::Collect => "collected",
        Act::Use => "used",
        Act::Provide => "provided",
        Act::Receive => "received",
        Act::Entrust => "entrusted",
        Act::AcceptEntrustment => "accepted for handling",
        Act::Share => "shared",
        Act::Transmit => "transmitted externally",
        Act::TransferAbroad => "transferred abroad",
        Act::Publish => "published",
        Act::Retain => "retained",
        Act::Erase => "erased",
    }
}

fn described(described: &Described, all: &str, between: &str) -> String {
    let names = match described.all {
        true => all.to_owned(),
        false => listed(&described.names, between),
    };
    match described.except.is_empty() {
        true => names,
        false => format!("{names} except {}", listed(&described.except, "and")),
    }
}

fn states(states: &[Processing]) -> String {
    match states.len() {
        5 => String::new(),
        _ => {
            let states: Vec<String> = states.iter().map(|state| state.english().to_owned()).collect();
            format!("{} ", states.join(" or "))
        }
    }
}

fn conditions(parts: &Parts) -> String {
    let (cases, more) = clipped(&parts.conditions, CASES);
    let all = |cases: &[Described], between: &str| {
        let (cases, more) = clipped(cases, NAMES);
        let each: Vec<String> = cases.iter().map(|set| described(set, "any condition", "or")).collect();
        let each = each.join(between);
        match more {
            0 => each,
            more => format!("{each}{between}{more} more"),
        }
    };
    let each = cases.iter().map(|case| {
        let given = (!case.all_of.is_empty()).then(|| format!("given {}", all(&case.all_of, " and ")));
        let unless = (!case.none_of.is_empty()).then(|| format!("unless {}", all(&case.none_of, " or ")));
        [given, unless].into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let each: Vec<String> = each.filter(|case| !case.is_empty()).collect();
    let told = each.join("; or ");
    match (more, parts.all_conditions) {
        (0, true) => told,
        (_, false) => format!("{told}; or in many more combinations of conditions"),
        (more, true) => format!("{told}; or in {more} more combinations of conditions"),
    }
}

fn listed(names: &[String], between: &str) -> String {
    let (names, more) = clipped(names, NAMES);
    let mut names: Vec<String> = names.iter().map(|name| format!("「{name}」")).collect();
    if more > 0 {
        names.push(format!("{more} more"));
    }
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {between} {last}", rest.join(", ")),
        _ => names.concat(),
    }
}
