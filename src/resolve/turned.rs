//! Which words of a clause speak of what it is not about: 「氏名を取得します。位置情報は取得しません」.

use std::rc::Rc;

use super::kinds::{act_of, forbidden_act_of};
use super::labels::{Labels, Read};
use crate::keyword::Keyword;
use crate::norm::Act;
use crate::span::Span;
use crate::syntax::ast::Wording;
use crate::vocabulary::Dimension;
use crate::wording::handled::{Object, object};
use crate::wording::polarity::{Claim, Polarity, Verb};
use crate::wording::removed::removed;

/// The words for an act.
pub(super) fn verbs(act: Act) -> &'static [Verb] {
    match act {
        Act::Collect => &[Verb::Collect, Verb::Record],
        Act::Use => &[Verb::Use],
        Act::Provide => &[Verb::Provide],
        Act::Receive => &[Verb::Receive],
        Act::Entrust => &[Verb::Entrust],
        Act::AcceptEntrustment => &[Verb::AcceptEntrustment],
        Act::Share => &[Verb::Share],
        Act::Transmit => &[Verb::Transmit],
        Act::TransferAbroad => &[Verb::Provide, Verb::Move, Verb::Entrust],
        Act::Publish => &[Verb::Publish],
        Act::Retain => &[Verb::Retain, Verb::Record],
        Act::Erase => &[Verb::Erase],
    }
}

/// Words that may affirm an act as well: a data item that is shown to others is provided to them.
pub(super) fn near(act: Act) -> &'static [Verb] {
    match act {
        Act::Collect => &[Verb::Receive, Verb::Retain],
        Act::Provide => &[Verb::Publish, Verb::Move, Verb::Transmit, Verb::Share, Verb::Entrust],
        Act::Receive => &[Verb::Collect],
        Act::Share | Act::Transmit | Act::TransferAbroad | Act::Publish => {
            &[Verb::Provide, Verb::Transmit, Verb::Share]
        }
        Act::Use | Act::Entrust | Act::AcceptEntrustment | Act::Retain | Act::Erase => &[],
    }
}

/// The act that a statement permits, or forbids.
pub(super) fn stated(kind: Keyword) -> Option<(Act, bool)> {
    let forbidden = || forbidden_act_of(kind).map(|act| (act, true));
    act_of(kind).map(|act| (act, false)).or_else(forbidden)
}

/// The places in a clause's words that a proviso turns round, whatever it is that is done: 「提供しません。ただし、…は公表します」.
pub(super) fn exempted(labels: &Labels<'_>, kind: Keyword, wordings: &[&Wording]) -> Vec<Span> {
    let Some((_, forbids)) = stated(kind) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for wording in wordings {
        let read = labels.read(wording);
        let text = &read.passage.text;
        let contrary = read.claims().iter().filter(|claim| {
            let affirms = matches!(claim.polarity, Polarity::Affirmed | Polarity::Limited);
            let clause = text.get(claim.clause.clone()).unwrap_or("").trim_start();
            affirms == forbids
                && ["ただし", "但し", "もっとも"]
                    .iter()
                    .any(|word| clause.starts_with(word))
        });
        found.extend(contrary.map(|claim| read.passage.span(claim.clause.clone())));
    }
    found
}

/// The places in a clause's words of what they say is taken out, or not there. What is erased is what 消去 is about.
pub(super) fn taken_out(labels: &Labels<'_>, kind: Keyword, wordings: &[&Wording]) -> Vec<Span> {
    if matches!(kind, Keyword::Erase | Keyword::EraseNot) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for wording in wordings {
        let read = labels.read(wording);
        found.extend(
            removed(&read.passage.text)
                .into_iter()
                .map(|place| read.passage.span(place)),
        );
    }
    found
}

/// The places in a clause's words that speak of what it is not about: what it says not to do beside what it permits, and the
/// reverse.
pub(super) fn turned(labels: &Labels<'_>, kind: Keyword, wordings: &[&Wording]) -> Vec<Span> {
    let Some((act, forbids)) = stated(kind) else {
        return Vec::new();
    };
    let all: Vec<(Rc<Read>, Claim)> = (wordings.iter())
        .flat_map(|wording| {
            let read = labels.read(wording);
            let of_act = read.claims().iter().filter(|claim| verbs(act).contains(&claim.verb));
            let found: Vec<_> = of_act.map(|claim| (Rc::clone(&read), claim.clone())).collect();
            found
        })
        .collect();
    let affirms = |claim: &Claim| matches!(claim.polarity, Polarity::Affirmed | Polarity::Limited);
    let own = |claim: &Claim| affirms(claim) != forbids;
    // Where all of it is the contrary, that is what is reported.
    if !all.iter().any(|(_, claim)| own(claim)) {
        return Vec::new();
    }
    let turned = all.iter().filter(|(_, claim)| !own(claim));
    turned
        .map(|(read, claim)| read.passage.span(claim.clause.clone()))
        .collect()
}

/// The places in a clause's words of what its own act is done to: 「会員登録の際に、**氏名、住所**を取得します」.
pub(super) fn objects(labels: &Labels<'_>, kind: Keyword, wordings: &[&Wording]) -> Vec<Span> {
    let Some((act, _)) = stated(kind) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for wording in wordings {
        let read = labels.read(wording);
        let text = &read.passage.text;
        for claim in read.claims().iter().filter(|claim| verbs(act).contains(&claim.verb)) {
            let Object::Named(noun) = object(text, claim) else {
                continue;
            };
            let before = text.get(claim.clause.start..noun.end).unwrap_or("");
            let from = before.rfind('を').map_or(0, |at| at + 'を'.len_utf8());
            found.push(read.passage.span(claim.clause.start + from..noun.end));
        }
    }
    found
}

/// The parties from whom something comes, in the words of an act that goes out to somebody: 「加盟店から提供を受けた氏名を…に提供します」.
pub(super) fn givers(labels: &Labels<'_>, kind: Keyword, wordings: &[&Wording]) -> Vec<Span> {
    let goes_out = matches!(
        stated(kind),
        Some((Act::Provide | Act::Entrust | Act::Transmit | Act::TransferAbroad, _))
    );
    let mut found = Vec::new();
    for wording in wordings.iter().filter(|_| goes_out) {
        let read = labels.read(wording);
        let parties = read.found.iter().filter(|found| found.dimension == Dimension::Party);
        let giver = |span: &Span| labels.is_followed_by(*span, &["から", "より"]);
        found.extend(parties.map(|found| found.span).filter(giver));
    }
    found
}
