//! Statements in Japanese, as a reviewer would report them.

use super::{Case, Described, Parts};
use crate::decide::Verdict;
use crate::norm::{Act, ActSet, Processing};

/// What the revision changes, in one sentence without a full stop.
pub(super) fn statement(from: Verdict, to: Verdict, parts: &Parts) -> String {
    let (newly, end, aside) = match (from, to) {
        (Verdict::NotStated, Verdict::Permitted) => ("、新たに", "できるようになります", ""),
        (Verdict::Forbidden, Verdict::Permitted) => ("", "できるようになります", "これまでは禁止"),
        (Verdict::Permitted, Verdict::NotStated) => ("", "できなくなります", "許可する定めがなくなる"),
        (Verdict::Permitted, Verdict::Forbidden) => ("", "できなくなります", "禁止される"),
        (_, Verdict::Forbidden) => ("", "することが、新たに禁止されます", ""),
        (_, _) => ("", "することの禁止がなくなります", "許可する定めもない"),
    };
    let asides: Vec<String> = [aside.to_owned(), conditions(&parts.conditions)]
        .into_iter()
        .filter(|aside| !aside.is_empty())
        .collect();
    let aside = match asides.is_empty() {
        true => String::new(),
        false => format!("（{}）", asides.join("。")),
    };
    format!("{}{end}{aside}", act(parts, newly))
}

/// One request: 「氏名」を「配信社」に提供すること.
pub(super) fn request(parts: &Parts) -> String {
    let conditions = match conditions(&parts.conditions) {
        none if none.is_empty() => none,
        some => format!("（{some}）"),
    };
    format!("{}すること{conditions}", act(parts, ""))
}

/// All up to the noun of the act: 「氏名」を、新たに「配信社」に「案内」の目的で提供.
fn act(parts: &Parts, newly: &str) -> String {
    let data = format!("{}{}", states(&parts.states), described(&parts.data, "情報"));
    let object = match parts.acts.iter().all(is_about_handling) {
        true => "の取扱いを",
        false => "を",
    };
    let abroad = parts.acts.iter().any(|act| act == Act::TransferAbroad);
    let party = parts.parties.as_ref().map(|parties| {
        let abroad = if abroad { "外国にある" } else { "" };
        match parties.all && parties.except.is_empty() {
            true if abroad.is_empty() => "相手を問わず".to_owned(),
            true => format!("{abroad}者に"),
            false => format!("{abroad}{}{}", described(parties, "相手"), particle(parts.acts)),
        }
    });
    let purposes = match parts.purposes.all && parts.purposes.except.is_empty() {
        true => Some("目的を問わず".to_owned()),
        false if parts.purposes.all => Some(format!("{}で", described(&parts.purposes, "目的"))),
        false => Some(format!("{}の目的で", described(&parts.purposes, "目的"))),
    };
    let routes = (!parts.routes.is_empty()).then(|| format!("{}により", quoted(&parts.routes, "または")));
    let acts: Vec<&str> = parts.acts.iter().map(noun).collect();
    let how: Vec<String> = [party, routes, purposes].into_iter().flatten().collect();
    format!("{data}{object}{newly}{}{}", how.join("、"), acts.join("・"))
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

/// 「X」を除く「個人情報」; all of them: すべての情報.
fn described(described: &Described, word: &str) -> String {
    let names = match described.all {
        true => format!("すべての{word}"),
        false => quoted(&described.names, ""),
    };
    match described.except.is_empty() {
        true => names,
        false => format!("{}を除く{names}", quoted(&described.except, "")),
    }
}

fn states(states: &[Processing]) -> String {
    let processed: Vec<String> = states
        .iter()
        .filter(|state| **state != Processing::Raw)
        .map(|state| state.word().to_owned())
        .collect();
    let raw = states.contains(&Processing::Raw);
    match (raw, processed.len()) {
        (true, 4) => String::new(),
        (true, 0) => "加工していない".to_owned(),
        (true, _) => format!("加工していない、または{}に加工した", quoted(&processed, "")),
        (false, _) => format!("{}に加工した", quoted(&processed, "")),
    }
}

fn conditions(cases: &[Case]) -> String {
    match cases {
        [one] => {
            let all_of = one.all_of.iter().map(case).collect::<Vec<_>>().join("かつ");
            let none_of = one.none_of.iter().map(case).collect::<Vec<_>>().join("かつ");
            match (all_of.is_empty(), none_of.is_empty()) {
                (_, true) => all_of,
                (true, false) => format!("{none_of}を除く"),
                (false, false) => format!("{all_of}。ただし{none_of}を除く"),
            }
        }
        many => {
            let each = many.iter().map(|one| {
                let all_of = one.all_of.iter().map(case);
                let none_of = one.none_of.iter().map(|set| format!("{}でないとき", case(set)));
                all_of.chain(none_of).collect::<Vec<_>>().join("かつ")
            });
            each.collect::<Vec<_>>().join("、または")
        }
    }
}

/// 「A」または「B」の場合.
fn case(conditions: &Described) -> String {
    let except = match conditions.except.is_empty() {
        true => String::new(),
        false => format!("{}以外の", quoted(&conditions.except, "")),
    };
    if conditions.all {
        return format!("{except}何らかの場合");
    }
    let says_so = |name: &String| name.ends_with("場合");
    match conditions.names.iter().all(says_so) {
        true => format!("{except}{}", quoted(&conditions.names, "または")),
        false => format!("{except}{}の場合", quoted(&conditions.names, "または")),
    }
}

fn quoted(names: &[String], between: &str) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("「{name}」")).collect();
    names.join(between)
}
