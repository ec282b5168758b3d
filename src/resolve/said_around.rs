//! Which of what the page says is done or not done a rule holds, and which none.
//!
//! A rule without words is stated by the sentences of its chapter that speak of its act and of nothing else than its data and
//! parties, as H0602 and H0621 look for its words there: a 節 whose 特約 has nothing but ［］, a paragraph above a 提供しない. The
//! words of a rule may say more than it: 「3年間保管します。期間の後は削除します。」 under 保管. What is handled must be data, and the operator
//! must handle it, as far as the words tell (`wording::handled`).

mod page;
mod rules;
mod together;

use std::rc::Rc;

use rustc_hash::{FxBuildHasher, FxHashMap};

use self::page::{Page, Walk};
use self::rules::{Rule, handing};
use self::together::Together;
use super::coverage::introduces;
use super::labels::Read;
use super::meaning::Resolver;
use super::norms::Norms;
use super::shown::Counted;
use super::turned::verbs;
use crate::syntax::ast::Statement;
use crate::vocabulary::Dimension;
use crate::wording::handled::{
    Object, answers_a_request, is_data, is_done_by_the_person, is_for_the_person, is_no_data, object,
    speaks_of_requests,
};
use crate::wording::polarity::{Claim, Polarity};

/// Binds the wordings that state rules without words, and notes in all of them the claims that no rule holds.
pub(super) fn bind(
    root: &Statement,
    counted: &mut [Counted<'_>],
    norms: &Norms<'_>,
    resolver: &Resolver<'_, '_, '_, '_>,
) {
    let mut page = Page::default();
    page.gather(root, 0, norms);
    let mut everywhere = Together::default();
    for norm in &norms.norms {
        let acts = || norm.acts.iter();
        everywhere.add(
            norm,
            acts().flat_map(|act| verbs(act).iter().chain(handing(act))).copied(),
        );
    }
    let mut walk = Walk {
        page: &page,
        norms,
        resolver,
        places: FxHashMap::with_capacity_and_hasher(counted.len(), FxBuildHasher),
    };
    walk.visit(root, 0, &Rc::default(), false);
    let places = walk.places;
    for counted in counted {
        let Some(place) = places.get(&counted.wording.span) else {
            continue;
        };
        let read = resolver.labels.read(counted.wording);
        let text = &read.passage.text;
        let chapter = &page.chapters[place.chapter];
        let requests = chapter.rights && speaks_of_requests(text);
        let worded = counted.bound;
        counted.bound |= place.states || chapter.silent_rights && speaks_of_requests(text);
        let ruleless = worded && place.own.is_empty();
        if ruleless && !place.in_measures {
            continue;
        }
        // How data is secured is the matter of its notice, what is not done with it is not.
        let in_question = |claim: &&Claim| !ruleless || claim.polarity == Polarity::Negated;
        for claim in read.claims().iter().filter(in_question) {
            let is_head = introduces(text.get(claim.clause.clone()).unwrap_or(""));
            // Other things named in a rule's own words are told where they are read; those of a note are not read.
            let of_it = |rule: &Rule| !place.in_note || rule.is_of_data_in(&read, claim, resolver);
            let held = place.own.iter().any(|rule| rule.agrees(claim) && of_it(rule))
                || chapter.silent.hold(&read, claim, resolver);
            let answer = requests && is_for_the_person(text, claim) || answers_a_request(text, claim);
            let to_or_by_the_person = is_done_by_the_person(text, claim) || is_sent_to_the_person(&read, claim);
            if is_head || held || answer || to_or_by_the_person {
                continue;
            }
            let told = match handles_data(&read, claim) {
                Some(is_data) => is_data,
                // Of a sentence to which no rule is bound, what cannot be told is told; of another, what is surely an act more.
                None => !worded && !claim.is_of_things(text),
            };
            if told && !(worded && everywhere.hold_all(&read, claim, &place.own, resolver)) {
                counted.unheld.push(claim.clone());
            }
        }
    }
}

/// 「振込先の情報をお送りします」 with nobody else named: to the person whom the page addresses.
fn is_sent_to_the_person(read: &Read, claim: &Claim) -> bool {
    let text = &read.passage.text;
    let before = text.get(..claim.words.start).unwrap_or("");
    let place = read.passage.span(claim.clause.clone());
    let mut parties = read.found.iter().filter(|found| found.dimension == Dimension::Party);
    claim.is_of_things(text) && before.ends_with('お') && !parties.any(|party| place.contains(party.span))
}

/// Whether a claim is about data; `None` where its words do not tell.
fn handles_data(read: &Read, claim: &Claim) -> Option<bool> {
    let text = &read.passage.text;
    match object(text, claim) {
        Object::Named(range) => {
            let noun = text.get(range.clone()).unwrap_or("");
            let place = read.passage.span(range);
            let mut labels = read.found.iter().filter(|found| found.dimension == Dimension::Data);
            if labels.any(|found| place.contains(found.span) && found.span.end == place.end) {
                return Some(true);
            }
            if is_no_data(text, claim, noun) {
                return Some(false);
            }
            is_data(noun).then_some(true)
        }
        Object::Unnamed if claim.is_of_things(text) => None,
        Object::Unnamed => Some(true),
    }
}
