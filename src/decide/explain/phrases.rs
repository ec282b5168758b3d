//! Phrases that sentences quote: lists of names, cases, acts with their objects.

use super::kinds::{AnyOne, Case, Extent, States, What, Who};
use super::names::{Words, named};
use super::sentences::acts as say;
use crate::norm::{Act, Processing, Scope};
use crate::text::Text;
use crate::text::sentence::{Items, Part as _};
use crate::vocabulary::{Graph, LeafSet};

/// Whether any one of several is meant, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    Any,
    All,
}

/// 「A」「B」.
pub(crate) fn quoted<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    names.into_iter().map(|name| format!("「{name}」")).collect()
}

/// A, B and C.
pub(crate) fn listed<'n>(names: impl IntoIterator<Item = &'n str>, of: Of) -> String {
    let word = match of {
        Of::Any => "or",
        Of::All => "and",
    };
    let names: Vec<&str> = names.into_iter().collect();
    match names.as_slice() {
        [] => "nothing that can be asserted".to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

/// All of these.
pub(super) fn items(names: &[&str]) -> Items {
    Items(Text::new(
        quoted(names.iter().copied()),
        listed(names.iter().copied(), Of::All),
    ))
}

/// Any one of these.
pub(super) fn any_one(names: &[&str]) -> AnyOne {
    AnyOne(Text::new(
        quoted(names.iter().copied()),
        listed(names.iter().copied(), Of::Any),
    ))
}

/// What makes a case of a condition. What ends with 場合 itself says it already, and a period is over afterwards.
pub(crate) fn case_ending(condition: &str) -> &'static str {
    match condition {
        _ if condition.ends_with("場合") => "",
        _ if condition.ends_with("の経過") => "の後",
        _ => "の場合",
    }
}

/// 「A」、「B」または「C」の場合. What ends with 場合 itself says it already: 「法令に基づく場合」.
pub(crate) fn case<S: AsRef<str>>(names: &[S], of: Of) -> Case {
    let word = match of {
        Of::Any => "または",
        Of::All => "かつ",
    };
    let en = listed(names.iter().map(AsRef::as_ref), of);
    let Some((last, others)) = names.split_last() else {
        return Case(Text::new("満たすことのできない場合", en));
    };
    let last = last.as_ref();
    let end = case_ending(last);
    let others: Vec<String> = others.iter().map(|name| format!("「{}」", name.as_ref())).collect();
    let ja = match others.is_empty() {
        true => format!("「{last}」{end}"),
        false => format!("{}{word}「{last}」{end}", others.join("、")),
    };
    Case(Text::new(ja, en))
}

/// Any one of some states.
pub(super) fn states(states: &[Processing]) -> States {
    let each: Vec<String> = states.iter().map(|state| format!("「{}」", state.word())).collect();
    States(Text::new(
        each.join("または"),
        listed(states.iter().map(|state| state.english()), Of::Any),
    ))
}

/// What a scope names, and what it takes out.
pub(super) fn extent(graph: &Graph, scope: &Scope) -> Extent {
    let named = named(graph, scope);
    let (ja, en) = match named.all {
        true => ("すべて".to_owned(), "any".to_owned()),
        false => (quoted(named.names.iter().copied()), listed(named.names, Of::Any)),
    };
    Extent(match named.except.is_empty() {
        true => Text::new(ja, en),
        false => Text::new(
            format!("{ja}（{}を除く）", quoted(named.except.iter().copied())),
            format!("{en} (except {})", listed(named.except, Of::All)),
        ),
    })
}

/// What some leaves are, each by its name.
pub(super) fn reached(graph: &Graph, leaves: &LeafSet) -> Extent {
    let names = Words::Names.described(graph, leaves);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Extent(Text::new(quoted(names.iter().copied()), listed(names, Of::Any)))
}

/// Texts one after the other.
pub(crate) fn joined(texts: &[Text], ja: &str, en: &str) -> Text {
    let (each_ja, each_en): (Vec<&str>, Vec<&str>) =
        texts.iter().map(|text| (text.ja.as_str(), text.en.as_str())).unzip();
    Text::of_visible(each_ja.join(ja), each_en.join(en))
}

/// An act with its objects: as a verb that ends a phrase in Japanese and begins one in English.
pub(crate) fn done(act: Act, data: &What, party: Option<&Who>) -> Text {
    match (act, party) {
        (Act::Collect, _) => say::collect(data),
        (Act::Use, _) => say::make_use(data),
        (Act::Provide, None) => say::provide(data),
        (Act::Provide, Some(party)) => say::provide_to(data, party),
        (Act::Receive, None) => say::receive(data),
        (Act::Receive, Some(party)) => say::receive_from(data, party),
        (Act::Entrust, None) => say::entrust(data),
        (Act::Entrust, Some(party)) => say::entrust_to(data, party),
        (Act::AcceptEntrustment, None) => say::accept_entrustment(data),
        (Act::AcceptEntrustment, Some(party)) => say::accept_entrustment_from(data, party),
        (Act::Share, None) => say::share(data),
        (Act::Share, Some(party)) => say::share_with(data, party),
        (Act::Transmit, None) => say::transmit(data),
        (Act::Transmit, Some(party)) => say::transmit_to(data, party),
        (Act::TransferAbroad, None) => say::transfer_abroad(data),
        (Act::TransferAbroad, Some(party)) => say::transfer_abroad_to(data, party),
        (Act::Publish, _) => say::publish(data),
        (Act::Retain, _) => say::retain(data),
        (Act::Erase, _) => say::erase(data),
    }
}

/// With nobody in particular.
pub(super) fn whomever(act: Act) -> Text {
    match act {
        Act::Receive | Act::AcceptEntrustment => say::from_whomever(),
        Act::Share => say::with_whomever(),
        _ => say::to_whomever(),
    }
}

/// Several cases, each of which must hold.
pub(super) fn cases(cases: &[Case], several_in_one: bool) -> Case {
    let ja: Vec<_> = cases.iter().map(|case| case.ja()).collect();
    let en: Vec<_> = cases.iter().map(|case| case.en()).collect();
    let and = if several_in_one { ", and " } else { " and " };
    Case(Text::of_visible(ja.join("で、かつ"), en.join(and)))
}
