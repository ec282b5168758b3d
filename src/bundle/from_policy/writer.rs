//! What every part needs to be written: the names of what is referred to by number.

use std::num::NonZeroU32;

use super::sets::Sets;
use crate::bundle::places::Places;
use crate::bundle::v1;
use crate::document::ClauseId;
use crate::norm::NormId;
use crate::policy::Policy;
use crate::span::Span;
use crate::vocabulary::{ConceptId, Dimension, Leaf, LeafSet};

/// How the top element of a graph is written: no name can be so.
pub(in crate::bundle) const TOP: &str = "*";

/// What every part needs to be written: the policy for names, places for spans.
pub(in crate::bundle) struct Writer<'a> {
    pub(super) policy: &'a Policy,
    pub(super) places: &'a dyn Places,
    /// The names of the sources, by id.
    pub(super) files: Vec<String>,
    /// The titles of the clauses, references spelt out, by id.
    pub(super) titles: Vec<String>,
    pub(super) sets: Sets,
    pub(super) extent: v1::Extent,
}

impl<'a> Writer<'a> {
    pub(in crate::bundle) fn new(policy: &'a Policy, places: &'a dyn Places, extent: v1::Extent) -> Self {
        Self {
            policy,
            places,
            files: super::source::portable_names(&policy.sources),
            titles: map(&policy.document.clauses, |clause| policy.document.plain(&clause.title)),
            sets: Sets::of(policy),
            extent,
        }
    }

    /// Whether what no decision reads is written as well.
    pub(super) fn is_whole(&self) -> bool {
        self.extent == v1::Extent::Whole
    }

    pub(super) fn name(&self, dimension: Dimension, id: ConceptId) -> String {
        if id == ConceptId::TOP {
            return TOP.to_owned();
        }
        self.policy.vocabulary.graph(dimension).get(id).name.clone()
    }

    /// What a request asks about.
    pub(super) fn asked(&self, dimension: Dimension, id: ConceptId) -> v1::Asked {
        match self.policy.vocabulary.graph(dimension).is_rest_of(id) {
            None => v1::Asked::Concept(self.name(dimension, id)),
            Some(of) => v1::Asked::Rest(v1::RestOf {
                rest_of: self.name(dimension, of),
            }),
        }
    }

    pub(super) fn names(&self, dimension: Dimension, ids: &[ConceptId]) -> Vec<String> {
        ids.iter().map(|id| self.name(dimension, *id)).collect()
    }

    pub(super) fn leaves(&self, dimension: Dimension, leaves: &LeafSet) -> Vec<v1::Leaf> {
        let graph = self.policy.vocabulary.graph(dimension);
        leaves
            .iter()
            .map(|leaf| match graph.leaf(leaf) {
                Leaf::Concept(id) => v1::Leaf::Concept(self.name(dimension, id)),
                Leaf::Rest(id) => v1::Leaf::Rest(v1::RestOf {
                    rest_of: self.name(dimension, id),
                }),
            })
            .collect()
    }

    pub(super) fn route(&self, route: u32) -> String {
        self.policy.vocabulary.routes[route as usize].name.clone()
    }

    pub(super) fn anchor(&self, clause: ClauseId) -> String {
        self.policy.document.clause(clause).anchor.clone()
    }

    pub(super) fn anchors(&self, clauses: &[ClauseId]) -> Vec<String> {
        clauses.iter().map(|clause| self.anchor(*clause)).collect()
    }

    pub(super) fn title(&self, clause: ClauseId) -> String {
        self.titles[clause.0 as usize].clone()
    }

    pub(super) fn keys(&self, norms: &[NormId]) -> Vec<String> {
        norms
            .iter()
            .map(|norm| self.policy.norms[norm.0 as usize].key.clone())
            .collect()
    }

    /// The place, in a bundle that tells places.
    pub(super) fn location(&self, span: Span) -> Option<v1::Location> {
        self.is_whole().then(|| self.place(span))
    }

    pub(super) fn place(&self, span: Span) -> v1::Location {
        let position = self.places.position(span);
        // INVARIANT: `Policy::sources` lists the sources in the order of their ids.
        let file = &self.files[span.source.0 as usize];
        // Offsets are 32 bits wide, so lines and columns are.
        let number =
            |number: usize| u32::try_from(number).map_or(NonZeroU32::MAX, |n| n.try_into().unwrap_or(NonZeroU32::MIN));
        v1::Location {
            file: (span.source.0 > 0).then(|| file.clone()),
            line: number(position.line),
            column: number(position.column),
            start_byte: span.start,
            end_byte: span.end,
        }
    }
}

pub(super) fn map<T, U>(items: &[T], convert: impl Fn(&T) -> U) -> Vec<U> {
    items.iter().map(convert).collect()
}
