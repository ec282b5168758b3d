//! Statements in English; names stay as the policies write them.

use super::super::Effect;
use super::parts::{CASES, Case, NAMES, Parts, clipped};
use crate::diff::decisions::describe::Described;
use crate::norm::{Act, ActSet, Processing};

/// What the revision changes, in one sentence without a full stop. `already`: what the conditions leave out was so before.
pub(super) fn statement(effect: Effect, parts: &Parts, already: bool) -> String {
    // INVARIANT: then there is one case, of which something is left out.
    let left_out = parts.conditions.first().filter(|_| already);
    let unconditional = left_out.is_some_and(|case| case.all_of.is_empty());
    let (modal, end, aside) = match effect {
        Effect::Permits if unconditional => ("may now be", " unconditionally", ""),
        Effect::Permits => ("may now be", "", ""),
        Effect::Withdraws => ("may no longer be", "", ""),
        Effect::Forbids => ("are now forbidden to be", "", ""),
        Effect::Lifts => ("are no longer forbidden to be", "", "and not permitted either"),
    };
    let conditions = match left_out {
        Some(case) => [given(&case.all_of), so_far(effect, case)].to_vec(),
        None => vec![conditions(parts)],
    };
    let asides: Vec<String> = std::iter::once(aside.to_owned())
        .chain(conditions)
        .filter(|aside| !aside.is_empty())
        .collect();
    let aside = match asides.is_empty() {
        true => String::new(),
        false => format!(" ({})", asides.join("; ")),
    };
    format!(
        "{}{} {modal} {}{end}{aside}",
        states(&parts.states),
        data(parts),
        act(parts)
    )
}

/// That what a case leaves out was so before.
fn so_far(effect: Effect, case: &Case) -> String {
    let left_out = given(&case.none_of);
    match effect {
        Effect::Permits if case.all_of.is_empty() => format!("so far only {left_out}"),
        Effect::Permits => format!("{left_out} they could be so far as well"),
        Effect::Withdraws => format!("{left_out} they could not be so far either"),
        Effect::Forbids => format!("{left_out} they were forbidden already"),
        Effect::Lifts => format!("{left_out} they were not forbidden so far either"),
    }
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
    let each = cases.iter().map(|case| {
        let unless = match case.none_of.is_empty() {
            true => String::new(),
            false => format!("unless {}", all(&case.none_of, " or ")),
        };
        let both = [given(&case.all_of), unless].into_iter();
        both.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    let each: Vec<String> = each.filter(|case| !case.is_empty()).collect();
    let told = each.join("; or ");
    match (more, parts.all_conditions) {
        (0, true) => told,
        (_, false) => format!("{told}; or in many more combinations of conditions"),
        (more, true) => format!("{told}; or in {more} more combinations of conditions"),
    }
}

/// That all of some conditions are asserted; empty where there are none.
fn given(cases: &[Described]) -> String {
    match cases.is_empty() {
        true => String::new(),
        false => format!("given {}", all(cases, " and ")),
    }
}

fn all(cases: &[Described], between: &str) -> String {
    let (cases, more) = clipped(cases, NAMES);
    let each: Vec<String> = cases.iter().map(|set| described(set, "any condition", "or")).collect();
    let each = each.join(between);
    match more {
        0 => each,
        more => format!("{each}{between}{more} more"),
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
