//! Where the wordings of the page stand, and what its chapters hold.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::rules::{Rule, handing, norms_in, rules_of};
use super::together::Together;
use crate::keyword::Keyword;
use crate::norm::Act;
use crate::resolve::coverage::introduces;
use crate::resolve::meaning::Resolver;
use crate::resolve::norms::Norms;
use crate::resolve::turned::{stated, verbs};
use crate::span::Span;
use crate::syntax::ast::{Mark, Statement, Wording};
use crate::wording::polarity::Claim;

pub(super) fn states_rules(kind: Keyword) -> bool {
    stated(kind).is_some() || matches!(kind, Keyword::Rider | Keyword::Purpose)
}

pub(super) fn is_wordless(statement: &Statement) -> bool {
    statement.wordings.is_empty() && statement.children().all(is_wordless)
}

/// What a chapter holds; the first is what stands outside of all.
#[derive(Debug, Default)]
pub(super) struct Chapter {
    /// Rules without words. Those of a row are stated by the row.
    pub(super) silent: Together,
    /// It has a 権利, or one without words.
    pub(super) rights: bool,
    pub(super) silent_rights: bool,
    /// It has a 受託 without words.
    pub(super) silent_mandate: bool,
}

/// The chapters of the page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) chapters: Vec<Chapter>,
    pub(super) of_statement: FxHashMap<Span, usize>,
}

impl Page {
    pub(super) fn gather(&mut self, block: &Statement, chapter: usize, norms: &Norms<'_>) {
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
pub(super) struct Place {
    pub(super) chapter: usize,
    /// The rules whose words it is among.
    pub(super) own: Rc<Vec<Rule>>,
    /// It states a rule without words.
    pub(super) states: bool,
    /// It is among the words of 安全管理.
    pub(super) in_measures: bool,
    /// It is among the words of a ※ note.
    pub(super) in_note: bool,
}

/// The walk that says where each wording stands.
pub(super) struct Walk<'p, 'n, 'r, 'a, 'o, 's, 'c> {
    pub(super) page: &'p Page,
    pub(super) norms: &'p Norms<'n>,
    pub(super) resolver: &'r Resolver<'a, 'o, 's, 'c>,
    pub(super) places: FxHashMap<Span, Place>,
}

impl Walk<'_, '_, '_, '_, '_, '_, '_> {
    pub(super) fn visit(&mut self, block: &Statement, chapter: usize, own: &Rc<Vec<Rule>>, in_measures: bool) {
        let mut lists = false;
        for child in block.children() {
            if child.kind == Keyword::Test {
                continue;
            }
            let here = self.page.of_statement.get(&child.head).copied().unwrap_or(chapter);
            let in_measures = in_measures || child.kind == Keyword::SecurityMeasures;
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
                    in_measures,
                    in_note: child.mark.is_some_and(|(mark, _)| mark == Mark::Note),
                };
                self.places.insert(wording.span, place);
            }
            if child.kind == Keyword::Prose && !in_list {
                lists = introducing;
            }
            self.visit(child, here, &inner, in_measures);
        }
    }

    /// Whether a wording states a rule of its chapter that has no words.
    pub(super) fn states(&self, wording: &Wording, chapter: usize) -> bool {
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
