//! Which of what the page says is done or not done a rule holds, and which none.
//!
//! A rule without words is stated by the sentences of its chapter that speak of its act and of nothing else than its data and
//! parties, as H0602 and H0621 look for its words there: a 節 whose 特約 has nothing but ［］, a paragraph above a 提供しない. The
//! words of a rule may say more than it: 「3年間保管します。期間の後は削除します。」 under 保管. What is handled must be data, and the operator
//! must handle it, as far as the words tell (`wording::handled`).

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::about::About;
use super::coverage::introduces;
use super::labels::Read;
use super::meaning::Resolver;
use super::norms::Norms;
use super::shown::Counted;
use super::turned::{near, stated, verbs};
use crate::keyword::Keyword;
use crate::norm::{Act, Effect, Norm};
use crate::span::Span;
use crate::syntax::ast::{Mark, Statement, Wording};
use crate::vocabulary::{ConceptId, Dimension, LeafSet};
use crate::wording::handled::{
    Object, is_data, is_done_by_the_person, is_for_the_person, is_no_data, object, speaks_of_requests,
};
use crate::wording::polarity::{Claim, Polarity, Verb, claims};

/// Binds the wordings that state rules without words, and notes in all of them the claims that no rule holds.
pub(super) fn bind(
    root: &Statement,
    counted: &mut [Counted<'_>],
    norms: &Norms<'_>,
    resolver: &Resolver<'_, '_, '_, '_>,
) {
    let mut page = Page::default();
    page.gather(root, 0, norms);
    let everywhere = Everywhere::of(norms);
    let mut walk = Walk {
        page: &page,
        norms,
        resolver,
        places: FxHashMap::default(),
    };
    walk.visit(root, 0, &[]);
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
        if worded && place.own.is_empty() {
            continue;
        }
        for claim in claims(text) {
            let is_head = introduces(text.get(claim.clause.clone()).unwrap_or(""));
            // Other things named in a rule's own words are told where they are read.
            let held = place.own.iter().any(|rule| rule.agrees(&claim))
                || chapter.silent.iter().any(|rule| rule.holds(&read, &claim, resolver));
            if is_head || held || requests && is_for_the_person(text, &claim) || is_done_by_the_person(text, &claim) {
                continue;
            }
            let told = match handles_data(&read, &claim) {
                Some(is_data) => is_data,
                // Of a sentence to which no rule is bound, what cannot be told is told; of another, what is surely an act more.
                None => !worded && !claim.is_of_things(text),
            };
            if told && !(worded && everywhere.hold(&read, &claim, &place.own, resolver)) {
                counted.unheld.push(claim);
            }
        }
    }
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

/// A rule as far as words are held against it.
#[derive(Debug, Clone)]
struct Rule {
    verbs: Vec<Verb>,
    permits: bool,
    forbids: bool,
    about: About,
    /// The conditions on which it holds.
    on: Vec<ConceptId>,
}

impl Rule {
    fn of(norm: &Norm, about: About) -> Self {
        let permits = norm.effect == Effect::Permit;
        let for_purposes = norm.purposes.named != [ConceptId::TOP];
        let mut all: Vec<Verb> = (norm.acts.iter())
            .flat_map(|act| verbs(act).iter().chain(near(act)).chain(handing(act)))
            .copied()
            .collect();
        // 「発送のために氏名を取得し、利用します」: what it is collected for is said.
        if permits && for_purposes && all.contains(&Verb::Collect) {
            all.push(Verb::Use);
        }
        Self {
            verbs: all,
            permits: permits || norm.effect == Effect::Limit,
            forbids: norm.effect.refuses(),
            about,
            on: (norm.requires.iter()).flat_map(|any| any.conditions.iter().copied()).collect(),
        }
    }

    fn holds(&self, read: &Read, claim: &Claim, resolver: &Resolver<'_, '_, '_, '_>) -> bool {
        self.agrees(claim) && (self.is_on(read, claim) || !self.about.is_elsewhere(read, claim, resolver))
    }

    /// Whether a claim names a condition of it.
    fn is_on(&self, read: &Read, claim: &Claim) -> bool {
        let place = read.passage.span(claim.clause.clone());
        let of_it = |ids: &[ConceptId]| ids.iter().any(|id| self.on.contains(id));
        (read.found.iter())
            .filter(|found| found.dimension == Dimension::Condition)
            .any(|found| place.contains(found.span) && of_it(&found.concepts))
    }

    /// Whether it is of the act of a claim, and of the same effect.
    fn agrees(&self, claim: &Claim) -> bool {
        let same_effect = match claim.polarity {
            Polarity::Affirmed => self.permits,
            Polarity::Negated => self.forbids,
            Polarity::Limited | Polarity::Excepted => true,
        };
        same_effect && self.verbs.contains(&claim.verb)
    }
}

/// What handing over to a processor, a joint user or somebody abroad may be called.
fn handing(act: Act) -> &'static [Verb] {
    match act {
        Act::Entrust | Act::Share | Act::Transmit | Act::TransferAbroad => {
            &[Verb::Provide, Verb::Entrust, Verb::Transmit, Verb::Move]
        }
        _ => &[],
    }
}

/// The rules that a statement and all in it state.
fn rules_of(statement: &Statement, norms: &Norms<'_>) -> Vec<Rule> {
    let mut rules: Vec<Rule> = (norms.of_statement.get(&statement.head).into_iter().flatten())
        .map(|id| {
            let norm = &norms.norms[id.0 as usize];
            Rule::of(norm, About::of_norm(norm))
        })
        .collect();
    if statement.kind == Keyword::TransferAbroad {
        rules.push(Rule {
            verbs: [verbs(Act::TransferAbroad), handing(Act::TransferAbroad)].concat(),
            permits: true,
            forbids: false,
            about: About::nothing(),
            on: Vec::new(),
        });
    }
    for child in statement.children().filter(|child| child.kind != Keyword::Test) {
        rules.extend(rules_of(child, norms));
    }
    rules
}

fn states_rules(kind: Keyword) -> bool {
    stated(kind).is_some() || matches!(kind, Keyword::Rider | Keyword::Purpose)
}

fn is_wordless(statement: &Statement) -> bool {
    statement.wordings.is_empty() && statement.children().all(is_wordless)
}

/// What a chapter holds; the first is what stands outside of all.
#[derive(Debug, Default)]
struct Chapter {
    /// Rules without words. Those of a row are stated by the row.
    silent: Vec<Rule>,
    /// It has a 権利, or one without words.
    rights: bool,
    silent_rights: bool,
    /// It has a 受託 without words.
    silent_mandate: bool,
}

/// The chapters of the page.
#[derive(Debug, Default)]
struct Page {
    chapters: Vec<Chapter>,
    of_statement: HashMap<Span, usize>,
}

impl Page {
    fn gather(&mut self, block: &Statement, chapter: usize, norms: &Norms<'_>) {
        if self.chapters.is_empty() {
            self.chapters.push(Chapter::default());
        }
        for child in block.children() {
            let mut here = chapter;
            match child.kind {
                Keyword::Test | Keyword::Row => continue,
                Keyword::Chapter => {
                    here = self.chapters.len();
                    self.chapters.push(Chapter::default());
                    self.of_statement.insert(child.head, here);
                }
                Keyword::DataSubjectRights => {
                    self.chapters[here].rights = true;
                    self.chapters[here].silent_rights |= is_wordless(child);
                }
                Keyword::AcceptEntrustment => self.chapters[here].silent_mandate |= is_wordless(child),
                _ => {}
            }
            match states_rules(child.kind) && is_wordless(child) {
                true => self.chapters[here].silent.extend(rules_of(child, norms)),
                false => self.gather(child, here, norms),
            }
        }
    }
}

/// Where a wording stands.
struct Place {
    chapter: usize,
    /// The rules whose words it is among.
    own: Vec<Rule>,
    /// It states a rule without words.
    states: bool,
}

/// The walk that says where each wording stands.
struct Walk<'p, 'n, 'r, 'a, 'o, 's, 'c> {
    page: &'p Page,
    norms: &'p Norms<'n>,
    resolver: &'r Resolver<'a, 'o, 's, 'c>,
    places: FxHashMap<Span, Place>,
}

impl Walk<'_, '_, '_, '_, '_, '_, '_> {
    fn visit(&mut self, block: &Statement, chapter: usize, own: &[Rule]) {
        let mut lists = false;
        for child in block.children() {
            if child.kind == Keyword::Test {
                continue;
            }
            let here = self.page.of_statement.get(&child.head).copied().unwrap_or(chapter);
            let in_list = lists && child.mark.is_some_and(|(mark, _)| mark == Mark::Bullet);
            let mut introducing = false;
            let rules;
            let inner = match states_rules(child.kind) || child.kind == Keyword::Row {
                true => {
                    rules = [own, &rules_of(child, self.norms)].concat();
                    &rules
                }
                false => own,
            };
            for wording in &child.wordings {
                let says = self.states(wording, here);
                introducing |= says && introduces(&self.resolver.labels.read(wording).passage.text);
                let place = Place {
                    chapter: here,
                    own: inner.to_vec(),
                    states: says || child.kind == Keyword::Prose && in_list,
                };
                self.places.insert(wording.span, place);
            }
            if child.kind == Keyword::Prose && !in_list {
                lists = introducing;
            }
            self.visit(child, here, inner);
        }
    }

    /// Whether a wording states a rule of its chapter that has no words.
    fn states(&self, wording: &Wording, chapter: usize) -> bool {
        let chapter = &self.page.chapters[chapter];
        if chapter.silent.is_empty() {
            return false;
        }
        let read = self.resolver.labels.read(wording);
        let text = &read.passage.text;
        let accepts = ["委託され", "委託を受け", "受託"].iter().any(|word| text.contains(word));
        let held = |claim: &Claim| chapter.silent.iter().any(|rule| rule.holds(&read, claim, self.resolver));
        chapter.silent_mandate && accepts || claims(text).iter().any(held)
    }
}

/// What all rules of the policy together permit, and refuse, of each act.
#[derive(Debug, Default)]
struct Everywhere {
    permitted: HashMap<Verb, About>,
    refused: HashMap<Verb, About>,
}

impl Everywhere {
    fn of(norms: &Norms<'_>) -> Self {
        let mut all = Self::default();
        for norm in &norms.norms {
            let about = About::of_norm(norm);
            for verb in norm.acts.iter().flat_map(|act| verbs(act).iter().chain(handing(act))) {
                let side = match norm.effect.refuses() {
                    true => &mut all.refused,
                    false => &mut all.permitted,
                };
                side.entry(*verb).or_insert_with(About::nothing).add(&about);
            }
        }
        all
    }

    /// Whether somewhere a rule says of all data of a claim, or of the rules among whose words it is, what it says.
    fn hold(&self, read: &Read, claim: &Claim, own: &[Rule], resolver: &Resolver<'_, '_, '_, '_>) -> bool {
        let place = read.passage.span(claim.clause.clone());
        let graph = resolver.names.graph(Dimension::Data);
        let named: Vec<ConceptId> = (read.found.iter())
            .filter(|found| found.dimension == Dimension::Data && place.contains(found.span))
            .flat_map(|found| found.concepts.iter().copied())
            .collect();
        let data = LeafSet::union_all(own.iter().map(|rule| &rule.about.data));
        let covers = |about: &About| match named.is_empty() {
            true => data.is_subset(&about.data),
            // A category is how prose calls what is in it.
            false => named.iter().all(|id| match graph.children(*id).is_empty() {
                true => graph.leaves_of(*id).is_subset(&about.data),
                false => graph.leaves_of(*id).intersects(&about.data),
            }),
        };
        let within = |side: &HashMap<Verb, About>| {
            side.get(&claim.verb)
                .is_some_and(|about| covers(about) && !about.is_elsewhere(read, claim, resolver))
        };
        match claim.polarity {
            Polarity::Affirmed => within(&self.permitted),
            Polarity::Negated => within(&self.refused),
            Polarity::Limited | Polarity::Excepted => within(&self.permitted) || within(&self.refused),
        }
    }
}
