//! Statements in Japanese, as a reviewer would report them.

use std::collections::BTreeSet;

use super::super::Effect;
use super::parts::{CASES, Case, NAMES, Parts, clipped};
use crate::decide::explain::phrases::case_ending;
use crate::diff::decisions::describe::Described;
use crate::norm::{Act, ActSet, Processing};

/// What the revision changes, in one sentence without a full stop. `already`: what the conditions leave out was so before.
pub(super) fn statement(effect: Effect, parts: &Parts, already: bool) -> String {
    // INVARIANT: then there is one case, of which something is left out.
    let left_out = parts.conditions.first().filter(|_| already);
    let unconditional = left_out.is_some_and(|case| case.all_of.is_empty());
    let (newly, end, aside) = match effect {
        Effect::Permits if unconditional => ("、無条件で", "できるようになります", ""),
        Effect::Permits => ("、新たに", "できるようになります", ""),
        Effect::Withdraws => ("", "できなくなります", ""),
        Effect::Forbids => ("", "することが、新たに禁止されます", ""),
        Effect::Lifts => ("", "することの禁止がなくなります", "許可する定めもない"),
    };
    let conditions = match left_out {
        Some(case) => [all(&case.all_of, OR, ""), so_far(effect, case)].to_vec(),
        None => vec![conditions(parts)],
    };
    let asides: Vec<String> = [aside.to_owned(), raw_states(&parts.states)]
        .into_iter()
        .chain(conditions)
        .filter(|aside| !aside.is_empty())
        .collect();
    let aside = match asides.is_empty() {
        true => String::new(),
        false => format!("（{}）", asides.join("。")),
    };
    format!("{}{end}{aside}", act(parts, newly))
}

/// That what a case leaves out was so before.
fn so_far(effect: Effect, case: &Case) -> String {
    let left_out = all(&case.none_of, OR, "");
    match effect {
        Effect::Permits if case.all_of.is_empty() => format!("これまでは{left_out}に限られていました"),
        Effect::Permits => format!("{left_out}は、これまでもできました"),
        Effect::Withdraws => format!("{left_out}は、これまでもできませんでした"),
        Effect::Forbids => format!("{left_out}は、これまでも禁止されていました"),
        Effect::Lifts => format!("{left_out}は、これまでも禁止されていませんでした"),
    }
}

/// One request: 「氏名」を「配信社」に提供すること.
pub(super) fn request(parts: &Parts) -> String {
    let conditions = match conditions(parts) {
        none if none.is_empty() => none,
        some => format!("（{some}）"),
    };
    format!("{}すること{conditions}", act(parts, ""))
}

/// All up to the noun of the act: 「氏名」を、新たに「配信社」に「案内」の目的で提供.
fn act(parts: &Parts, newly: &str) -> String {
    let data = data(parts);
    let (object, noun) = acts(parts.acts);
    let foreign = if parts.acts == ActSet::single(Act::TransferAbroad) {
        "外国にある"
    } else {
        ""
    };
    let party = parts
        .parties
        .as_ref()
        .map(|parties| match parties.all && parties.except.is_empty() {
            true if foreign.is_empty() => "相手を問わず、".to_owned(),
            true => format!("{foreign}者に"),
            false => format!("{foreign}{}{}", described(parties, "相手"), particle(parts.acts)),
        });
    let purposes = match parts.purposes.all && parts.purposes.except.is_empty() {
        true => "目的を問わず、".to_owned(),
        false if parts.purposes.all => format!("{}で", described(&parts.purposes, "目的")),
        false => format!("{}の目的で", described(&parts.purposes, "目的")),
    };
    let routes = match parts.routes.is_empty() {
        true => String::new(),
        false => format!("{}により", quoted(&parts.routes, "または")),
    };
    let how = format!("{}{routes}{purposes}", party.unwrap_or_default());
    // 「…に、目的を問わず、提供」 has one comma too many before the verb.
    let how = how.strip_suffix('、').unwrap_or(&how);
    let pause = match newly.is_empty() && object == ABOUT {
        true => "、",
        false => "",
    };
    format!("{data}{object}{pause}{newly}{how}{noun}")
}

/// What data is to handling of any kind.
const ABOUT: &str = "について";

/// What the data is to the acts, and the acts as a noun that する follows.
fn acts(acts: ActSet) -> (&'static str, String) {
    let others = ActSet::ALL.difference(acts);
    let words = |acts: ActSet| acts.iter().map(|act| format!("「{}」", act.word())).collect::<String>();
    match others.iter().count() {
        0 => (ABOUT, "取扱いを".to_owned()),
        1..=4 => (ABOUT, format!("{}以外の取扱いを", words(others))),
        _ => {
            let nouns: Vec<&str> = acts.iter().map(noun).collect();
            let object = match acts.iter().all(is_about_handling) {
                true => "の取扱いを",
                false => "を",
            };
            (object, nouns.join("・"))
        }
    }
}

fn noun(act: Act) -> &'static str {
    match act {
        Act::Transmit => "外部に送信",
        Act::TransferAbroad => "移転",
        act => act.word(),
    }
}

fn is_about_handling(act: Act) -> bool {
    matches!(act, Act::Entrust | Act::AcceptEntrustment)
}

fn particle(acts: ActSet) -> &'static str {
    let of = |act: Act| match act {
        Act::Receive | Act::AcceptEntrustment => "から",
        Act::Share => "と",
        act if act.has_other_party() => "に",
        // Somebody other than the operator does it.
        _ => "が",
    };
    let mut particles = acts.iter().map(of);
    let first = particles.next().unwrap_or("に");
    match particles.all(|particle| particle == first) {
        true => first,
        false => "を相手方として",
    }
}

/// 「X」を除く「個人情報」; all of them: すべての情報, 「X」以外の情報.
fn described(described: &Described, word: &str) -> String {
    let except = quoted(&described.except, "");
    match (described.all, described.except.is_empty()) {
        (true, true) => format!("すべての{word}"),
        (true, false) => format!("{except}以外の{word}"),
        (false, true) => quoted(&described.names, ""),
        (false, false) => format!("{except}を除く{}", quoted(&described.names, "")),
    }
}

/// 「統計」に加工した「購入履歴」, where all of it is processed. 「統計」に加工した「氏名」を除く… would be the names left out.
fn data(parts: &Parts) -> String {
    let data = described(&parts.data, "情報");
    if parts.states.contains(&Processing::Raw) {
        return data;
    }
    let states = words(&parts.states);
    match parts.data.except.is_empty() {
        true => format!("{states}に加工した{data}"),
        false => format!("{data}で、{states}に加工したもの"),
    }
}

/// Beside the sentence, where raw data is among it but not data in every state.
fn raw_states(states: &[Processing]) -> String {
    match states.contains(&Processing::Raw) && states.len() < Processing::ALL.len() {
        true => format!("{}に限る", words(states)),
        false => String::new(),
    }
}

fn words(states: &[Processing]) -> String {
    states.iter().map(|state| format!("「{}」", state.word())).collect()
}

/// Between cases that are all asked for. 「A」または「B」の場合かつ「C」の場合 could be read with the または around the かつ.
const AND: &str = "で、かつ";

/// What joins the names of one case, and what follows them. Between several cases a または would join them all.
const OR: (&str, &str) = ("または", "");
const ANY: (&str, &str) = ("", "のいずれか");

fn conditions(parts: &Parts) -> String {
    let (cases, more) = clipped(&parts.conditions, CASES);
    let told = match cases {
        [one] if more == 0 => {
            let (all_of, none_of) = (all(&one.all_of, OR, ""), all(&one.none_of, OR, ""));
            match (all_of.is_empty(), none_of.is_empty()) {
                (_, true) => all_of,
                (true, false) => format!("{none_of}を除く"),
                (false, false) => format!("{all_of}。ただし{none_of}を除く"),
            }
        }
        many => {
            let each = many.iter().map(|one| {
                let both = [all(&one.all_of, ANY, ""), all(&one.none_of, ANY, "でないとき")];
                let both = both.into_iter().filter(|part| !part.is_empty());
                both.collect::<Vec<_>>().join(AND)
            });
            each.collect::<Vec<_>>().join("、または")
        }
    };
    match (more, parts.all_conditions) {
        (0, true) => told,
        (_, false) => format!("{told}。ほかにも、条件の組合せが多数あります"),
        (more, true) => format!("{told}。条件の組合せは、ほかに {more} 通りあります"),
    }
}

/// All of some conditions.
fn all(cases: &[Described], (between, any): (&str, &str), end: &str) -> String {
    let (cases, more) = clipped(cases, NAMES);
    let each: Vec<String> = cases
        .iter()
        .map(|one| format!("{}{end}", case(one, between, any)))
        .collect();
    match more {
        0 => each.join(AND),
        more => format!("{}など {} 件のすべて", each.join(AND), cases.len() + more),
    }
}

/// 「A」または「B」の場合; among several cases 「A」「B」のいずれかの場合.
fn case(conditions: &Described, between: &str, any: &str) -> String {
    let except = match conditions.except.is_empty() {
        true => String::new(),
        false => format!("{}以外の", quoted(&conditions.except, "")),
    };
    if conditions.all {
        return format!("{except}何らかの場合");
    }
    let any = match conditions.names.len() {
        0 | 1 => "",
        _ => any,
    };
    let ends: BTreeSet<&str> = conditions.names.iter().map(|name| case_ending(name)).collect();
    let end = match ends.len() {
        1 => ends.first().copied().unwrap_or_default(),
        _ => "の場合",
    };
    format!("{except}{}{any}{end}", quoted(&conditions.names, between))
}

fn quoted(names: &[String], between: &str) -> String {
    let (names, more) = clipped(names, NAMES);
    let names: Vec<String> = names.iter().map(|name| format!("「{name}」")).collect();
    match (more, names.split_last()) {
        // 「A」「B」または「C」: one または joins them all.
        (0, Some((last, rest))) if !rest.is_empty() => format!("{}{between}{last}", rest.concat()),
        (0, _) => names.concat(),
        (more, _) if between.is_empty() => format!("{}など {} 件", names.concat(), names.len() + more),
        (more, _) => format!("{}など {} 件のいずれか", names.concat(), names.len() + more),
    }
}
