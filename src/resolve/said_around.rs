//! Which of what the page says is done or not done a rule holds, and which none.
//!
//! A rule without words is stated by the sentences of its chapter that speak of its act and of nothing else than its data and
//! parties, as H0602 and H0621 look for its words there: a 節 whose 特約 has nothing but ［］, a paragraph above a 提供しない. The
//! words of a rule may say more than it: 「3年間保管します。期間の後は削除します。」 under 保管. What is handled must be data, and the operator
//! must handle it, as far as the words tell (`wording::handled`).

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

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
    Object, answers_a_request, is_data, is_done_by_the_person, is_for_the_person, is_no_data, object,
    speaks_of_requests,
};
use crate::wording::polarity::{Claim, Polarity, Verb};

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
        places: FxHashMap::default(),
    };
    walk.visit(root, 0, &Rc::default());
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
        for claim in read.claims() {
            let is_head = introduces(text.get(claim.clause.clone()).unwrap_or(""));
            // Other things named in a rule's own words are told where they are read.
            let held = place.own.iter().any(|rule| rule.agrees(claim)) || chapter.silent.hold(&read, claim, resolver);
            let answer = requests && is_for_the_person(text, claim) || answers_a_request(text, claim);
            if is_head || held || answer || is_done_by_the_person(text, claim) {
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

/// A rule as far as its own words are held against it.
#[derive(Debug, Clone)]
struct Rule {
    verbs: Vec<Verb>,
    permits: bool,
    forbids: bool,
    data: LeafSet,
}

impl Rule {
    fn of(norm: &Norm) -> Self {
        let permits = norm.effect == Effect::Permit;
        let for_purposes = norm.purposes.named != [ConceptId::TOP];
        // A permission may be put in other words; what a prohibition does not name is not forbidden by it.
        let others = |act: Act| {
            if permits {
                [near(act), handing(act)]
            } else {
                [&[][..]; 2]
            }
        };
        let mut all: Vec<Verb> = (norm.acts.iter())
            .flat_map(|act| verbs(act).iter().chain(others(act).into_iter().flatten()))
            .copied()
            .collect();
        // 「発送のために氏名を取得し、利用します」: what it is collected for is said.
        if permits && for_purposes && all.contains(&Verb::Collect) {
            all.push(Verb::Use);
        }
        Self {
            verbs: all,
            permits: norm.effect != Effect::Forbid,
            forbids: norm.effect.refuses(),
            data: norm.data.leaves.clone(),
        }
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

/// The norms that a statement and all in it state.
fn norms_in<'n>(statement: &Statement, norms: &'n Norms<'_>, found: &mut Vec<&'n Norm>) {
    let stated = norms.of_statement.get(&statement.head).into_iter().flatten();
    found.extend(stated.map(|id| &norms.norms[id.0 as usize]));
    for child in statement.children().filter(|child| child.kind != Keyword::Test) {
        norms_in(child, norms, found);
    }
}

/// The rules of a statement and of all in it.
fn rules_of(statement: &Statement, norms: &Norms<'_>) -> Vec<Rule> {
    let mut stated = Vec::new();
    norms_in(statement, norms, &mut stated);
    let mut rules: Vec<Rule> = stated.into_iter().map(Rule::of).collect();
    if statement.kind == Keyword::TransferAbroad {
        rules.push(Rule {
            verbs: [verbs(Act::TransferAbroad), handing(Act::TransferAbroad)].concat(),
            permits: true,
            forbids: false,
            data: LeafSet::empty(),
        });
    }
    rules
}

/// What several rules together permit, and refuse, of each act.
#[derive(Debug, Default)]
struct Together {
    permitted: HashMap<Verb, About>,
    refused: HashMap<Verb, About>,
    /// What may be done to anybody with anything, as far as one of them says: 越境.
    of_anything: HashSet<Verb>,
    /// The conditions on which they hold.
    on: HashSet<ConceptId>,
}

impl Together {
    fn add(&mut self, norm: &Norm, verbs: impl Iterator<Item = Verb>) {
        let about = About::of_norm(norm);
        for verb in verbs {
            if norm.effect != Effect::Forbid {
                self.permitted.entry(verb).or_insert_with(About::nothing).add(&about);
            }
            if norm.effect.refuses() {
                self.refused.entry(verb).or_insert_with(About::nothing).add(&about);
            }
        }
        self.on
            .extend(norm.requires.iter().flat_map(|any| any.conditions.iter().copied()));
    }

    /// What is said of the act of a claim, to the effect of the claim.
    fn of(&self, claim: &Claim) -> impl Iterator<Item = &About> {
        let permitted = self
            .permitted
            .get(&claim.verb)
            .filter(|_| claim.polarity != Polarity::Negated);
        let refused = self
            .refused
            .get(&claim.verb)
            .filter(|_| claim.polarity != Polarity::Affirmed);
        permitted.into_iter().chain(refused)
    }

    /// Whether one of them is of the act, the data and the parties of a claim.
    fn hold(&self, read: &Read, claim: &Claim, resolver: &Resolver<'_, '_, '_, '_>) -> bool {
        let of_anything = claim.polarity != Polarity::Negated && self.of_anything.contains(&claim.verb);
        of_anything
            || self
                .of(claim)
                .any(|about| self.is_condition_of(read, claim) || !about.is_elsewhere(read, claim, resolver))
    }

    /// Whether words are no sentence and name data of theirs: an element of their list.
    fn list(&self, read: &Read, resolver: &Resolver<'_, '_, '_, '_>) -> bool {
        let graph = resolver.names.graph(Dimension::Data);
        let about = || self.permitted.values().chain(self.refused.values());
        let is_theirs = |id: &ConceptId| about().any(|about| graph.leaves_of(*id).is_subset(&about.data));
        let mut named = read.found.iter().filter(|found| found.dimension == Dimension::Data);
        !read.passage.text.contains('。') && named.any(|found| found.concepts.iter().any(is_theirs))
    }

    /// Whether a claim names a condition on which they hold.
    fn is_condition_of(&self, read: &Read, claim: &Claim) -> bool {
        let place = read.passage.span(claim.clause.clone());
        (read.found.iter())
            .filter(|found| found.dimension == Dimension::Condition && place.contains(found.span))
            .any(|found| found.concepts.iter().any(|id| self.on.contains(id)))
    }

    /// Whether they say of all data of a claim, or of the rules among whose words it is, what it says.
    fn hold_all(&self, read: &Read, claim: &Claim, own: &[Rule], resolver: &Resolver<'_, '_, '_, '_>) -> bool {
        let place = read.passage.span(claim.clause.clone());
        let graph = resolver.names.graph(Dimension::Data);
        let named: Vec<ConceptId> = (read.found.iter())
            .filter(|found| found.dimension == Dimension::Data && place.contains(found.span))
            .flat_map(|found| found.concepts.iter().copied())
            .collect();
        let data = LeafSet::union_all(own.iter().map(|rule| &rule.data));
        let covers = |about: &About| match named.is_empty() {
            true => data.is_subset(&about.data),
            // A category is how prose calls what is in it.
            false => named.iter().all(|id| match graph.children(*id).is_empty() {
                true => graph.leaves_of(*id).is_subset(&about.data),
                false => graph.leaves_of(*id).intersects(&about.data),
            }),
        };
        self.of(claim)
            .any(|about| covers(about) && !about.is_elsewhere(read, claim, resolver))
    }
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
    silent: Together,
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
                true => {
                    if child.kind == Keyword::TransferAbroad {
                        let abroad = [verbs(Act::TransferAbroad), handing(Act::TransferAbroad)].concat();
                        self.chapters[here].silent.of_anything.extend(abroad);
                    }
                    let mut stated = Vec::new();
                    norms_in(child, norms, &mut stated);
                    for norm in stated {
                        let acts = norm.acts.iter().flat_map(verbs).copied();
                        self.chapters[here].silent.add(norm, acts);
                    }
                }
                false => self.gather(child, here, norms),
            }
        }
    }
}

/// Where a wording stands.
struct Place {
    chapter: usize,
    /// The rules whose words it is among.
    own: Rc<Vec<Rule>>,
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
    fn visit(&mut self, block: &Statement, chapter: usize, own: &Rc<Vec<Rule>>) {
        let mut lists = false;
        for child in block.children() {
            if child.kind == Keyword::Test {
                continue;
            }
            let here = self.page.of_statement.get(&child.head).copied().unwrap_or(chapter);
            let in_list = lists && child.mark.is_some_and(|(mark, _)| mark == Mark::Bullet);
            let mut introducing = false;
            let inner = match states_rules(child.kind) || child.kind == Keyword::Row {
                true => Rc::new([own.as_slice(), &rules_of(child, self.norms)].concat()),
                false => Rc::clone(own),
            };
            for wording in &child.wordings {
                let says = self.states(wording, here);
                introducing |= says && introduces(&self.resolver.labels.read(wording).passage.text);
                let place = Place {
                    chapter: here,
                    own: Rc::clone(&inner),
                    states: says || child.kind == Keyword::Prose && in_list,
                };
                self.places.insert(wording.span, place);
            }
            if child.kind == Keyword::Prose && !in_list {
                lists = introducing;
            }
            self.visit(child, here, &inner);
        }
    }

    /// Whether a wording states a rule of its chapter that has no words.
    fn states(&self, wording: &Wording, chapter: usize) -> bool {
        let chapter = &self.page.chapters[chapter];
        let silent = &chapter.silent;
        if silent.permitted.is_empty() && silent.refused.is_empty() && silent.of_anything.is_empty() {
            return false;
        }
        let read = self.resolver.labels.read(wording);
        let text = &read.passage.text;
        let accepts = ["委託され", "委託を受け", "受託"]
            .iter()
            .any(|word| text.contains(word));
        let held = |claim: &Claim| chapter.silent.hold(&read, claim, self.resolver);
        chapter.silent_mandate && accepts || read.claims().iter().any(held) || silent.list(&read, self.resolver)
    }
}
