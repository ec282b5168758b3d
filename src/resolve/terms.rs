//! Terms that the prose defines: where, and where they are used.
//!
//! The page links the first use in each chapter to the definition. Reported are terms defined twice, defined and never
//! used, used before they are defined, and terms declared with 用語 that the prose never defines.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::context::Context;
use super::labels::Labels;
use super::written::words_of;
use crate::document::ClauseId;
use crate::keyword::Keyword;
use crate::policy::DefinedTerm;
use crate::span::Span;
use crate::syntax::ast::{Statement, Wording, statements};
use crate::wording::definitions::{Definition, Scope, find_definitions};
use crate::wording::fold::key;
use crate::wording::report;
use crate::wording::terms::TermFinder;

/// A wording that is shown, and where.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) wording: &'a Wording,
    /// Counts the chapters; 0 before the first.
    pub(super) chapter: usize,
    /// The clause it stands in, or is the title of.
    pub(super) clause: Option<ClauseId>,
    /// Headings define and use terms, and are not made links.
    pub(super) heading: bool,
}

/// What a range of a wording is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marker {
    /// Bytes of the passage.
    pub(super) range: Range<usize>,
    /// The anchor of the definition.
    pub(super) anchor: String,
    /// Whether the term is defined here.
    pub(super) defines: bool,
}

/// The terms of a policy.
#[derive(Debug, Default)]
pub(super) struct Terms {
    pub(super) terms: Vec<DefinedTerm>,
    /// Where each is used: an index among the terms, and the words.
    pub(super) uses: Vec<(u32, Span)>,
    markers: FxHashMap<Span, Vec<Marker>>,
}

impl Terms {
    /// What is marked in a wording, in order.
    pub(super) fn markers(&self, wording: &Wording) -> &[Marker] {
        self.markers.get(&wording.span).map_or(&[], Vec::as_slice)
    }
}

struct Found {
    definition: Definition,
    at: usize,
    span: Span,
}

/// Finds the terms in all shown wordings, in the order of the page.
pub(super) fn terms(
    root: Option<&Statement>,
    shown: &[Shown<'_>],
    labels: &Labels<'_>,
    context: &mut Context<'_>,
) -> Terms {
    let mut found = Vec::new();
    for (at, shown) in shown.iter().enumerate() {
        let read = labels.read(shown.wording);
        for definition in find_definitions(&read.passage) {
            let span = read.passage.span(definition.term_range.clone());
            found.push(Found { definition, at, span });
        }
    }
    let declared = declared_terms(root, context);
    let mut terms = Terms::default();
    let mut index_of: BTreeMap<String, usize> = BTreeMap::new();
    for found in &found {
        let term = &found.definition.term;
        let key = key(term);
        if let Some(first) = index_of.get(&key) {
            if found.definition.scope == Scope::Document {
                context.report(report::term_defined_twice(term, found.span, terms.terms[*first].span));
            }
            continue;
        }
        let aliases = declared.get(&key).map_or_else(Vec::new, |(_, aliases)| aliases.clone());
        index_of.insert(key, terms.terms.len());
        terms.terms.push(DefinedTerm {
            term: term.clone(),
            aliases,
            anchor: format!("用語-{}", term.split_whitespace().collect::<String>()),
            span: found.span,
        });
    }
    for (term, (span, _)) in &declared {
        if !index_of.contains_key(term) {
            context.report(report::undefined_term(labels.text(*span), *span));
        }
    }
    mark(&mut terms, &found, shown, labels, context);
    terms
}

/// The terms declared with 用語, in the 方針 or at the top of a file: folded name, place, aliases.
fn declared_terms(root: Option<&Statement>, context: &Context<'_>) -> BTreeMap<String, (Span, Vec<String>)> {
    let mut declared = BTreeMap::new();
    let top = context.files.iter().flat_map(|(_, file)| statements(&file.items));
    let groups = root
        .into_iter()
        .flat_map(Statement::children)
        .chain(top)
        .filter(|statement| statement.kind == Keyword::DefinedTerm);
    for statement in groups.flat_map(|group| std::iter::once(group).chain(group.children_of(Keyword::DefinedTerm))) {
        if let Some(name) = &statement.name {
            let aliases = statement.wordings.iter().map(words_of).collect();
            declared.insert(key(&name.text), (name.span, aliases));
        }
    }
    declared
}

fn mark(terms: &mut Terms, found: &[Found], shown: &[Shown<'_>], labels: &Labels<'_>, context: &mut Context<'_>) {
    let mut words: Vec<&str> = Vec::new();
    let mut term_of: Vec<usize> = Vec::new();
    for (index, term) in terms.terms.iter().enumerate() {
        for word in std::iter::once(&term.term).chain(&term.aliases) {
            words.push(word);
            term_of.push(index);
        }
    }
    let lookup = TermFinder::new(words);
    let by_place: FxHashMap<Span, usize> = terms.terms.iter().map(|term| term.span).zip(0..).collect();
    let mut defined_at: Vec<Option<(usize, usize)>> = vec![None; terms.terms.len()];
    let mut definitions_of: BTreeMap<usize, Vec<Definition>> = BTreeMap::new();
    for found in found {
        if let Some(&index) = by_place.get(&found.span) {
            defined_at[index] = Some((found.at, found.definition.whole_range.start));
        }
        definitions_of
            .entry(found.at)
            .or_default()
            .push(found.definition.clone());
    }
    let mut uses = vec![0usize; terms.terms.len()];
    let mut places = Vec::new();
    let mut early: Vec<Option<Span>> = vec![None; terms.terms.len()];
    let mut linked: BTreeMap<(usize, usize), ()> = BTreeMap::new();
    let shown_at = |at: usize| shown.get(at).map_or(0, |shown| shown.chapter);
    for (at, shown) in shown.iter().enumerate() {
        let read = labels.read(shown.wording);
        let definitions = definitions_of.get(&at).map_or(&[][..], Vec::as_slice);
        let mut markers = Vec::new();
        for definition in definitions {
            let span = read.passage.span(definition.term_range.clone());
            if let Some(&index) = by_place.get(&span) {
                markers.push(Marker {
                    range: definition.term_range.clone(),
                    anchor: terms.terms[index].anchor.clone(),
                    defines: true,
                });
            }
        }
        for used in lookup.uses(&read.passage, &read.take_folded(), definitions) {
            let index = term_of[used.term];
            uses[index] += 1;
            places.push((index as u32, read.passage.span(used.range.clone())));
            let Some(place) = defined_at[index] else { continue };
            if (at, used.range.start) < place {
                // A preamble speaks of what the first chapter defines, its title too, and one definition of what the next one does.
                let (here, there) = (shown.chapter, shown_at(place.0));
                let beside = shown.heading || !definitions.is_empty() && at != place.0;
                let is_usual = here == 0 && there > 0 || here == there && beside;
                if !is_usual {
                    early[index].get_or_insert_with(|| read.passage.span(used.range.clone()));
                }
            } else if !shown.heading && linked.insert((shown.chapter, index), ()).is_none() && at != place.0 {
                markers.push(Marker {
                    range: used.range,
                    anchor: terms.terms[index].anchor.clone(),
                    defines: false,
                });
            }
        }
        markers.sort_by_key(|marker| marker.range.start);
        markers.dedup_by(|later, first| later.range.start < first.range.end);
        if !markers.is_empty() {
            terms.markers.insert(shown.wording.span, markers);
        }
    }
    terms.uses = places;
    for (index, term) in terms.terms.iter().enumerate() {
        if uses[index] == 0 {
            context.report(report::unused_term(&term.term, term.span));
        } else if let Some(span) = early[index] {
            context.report(report::term_before_definition(&term.term, span, term.span));
        }
    }
}
