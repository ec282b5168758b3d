//! What several rules together permit and refuse.

use std::collections::{HashMap, HashSet};

use super::rules::Rule;
use crate::norm::{Effect, Norm};
use crate::resolve::about::About;
use crate::resolve::labels::Read;
use crate::resolve::meaning::Resolver;
use crate::vocabulary::{ConceptId, Dimension, LeafSet};
use crate::wording::polarity::{Claim, Polarity, Verb};

/// What several rules together permit, and refuse, of each act.
#[derive(Debug, Default)]
pub(super) struct Together {
    pub(super) permitted: HashMap<Verb, About>,
    pub(super) refused: HashMap<Verb, About>,
    /// What may be done to anybody with anything, as far as one of them says: 越境.
    pub(super) of_anything: HashSet<Verb>,
    /// The conditions on which they hold.
    on: HashSet<ConceptId>,
}

impl Together {
    pub(super) fn add(&mut self, norm: &Norm, verbs: impl Iterator<Item = Verb>) {
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
    pub(super) fn of(&self, claim: &Claim) -> impl Iterator<Item = &About> {
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
    pub(super) fn hold(&self, read: &Read, claim: &Claim, resolver: &Resolver<'_, '_, '_, '_>) -> bool {
        let of_anything = claim.polarity != Polarity::Negated && self.of_anything.contains(&claim.verb);
        of_anything
            || self
                .of(claim)
                .any(|about| self.is_condition_of(read, claim) || !about.is_elsewhere(read, claim, resolver))
    }

    /// Whether words are no sentence and name data of theirs: an element of their list.
    pub(super) fn list(&self, read: &Read, resolver: &Resolver<'_, '_, '_, '_>) -> bool {
        let graph = resolver.names.graph(Dimension::Data);
        let about = || self.permitted.values().chain(self.refused.values());
        let is_theirs = |id: &ConceptId| about().any(|about| graph.leaves_of(*id).is_subset(&about.data));
        let mut named = read.found.iter().filter(|found| found.dimension == Dimension::Data);
        !read.passage.text.contains('。') && named.any(|found| found.concepts.iter().any(is_theirs))
    }

    /// Whether a claim names a condition on which they hold.
    pub(super) fn is_condition_of(&self, read: &Read, claim: &Claim) -> bool {
        let place = read.passage.span(claim.clause.clone());
        (read.found.iter())
            .filter(|found| found.dimension == Dimension::Condition && place.contains(found.span))
            .any(|found| found.concepts.iter().any(|id| self.on.contains(id)))
    }

    /// Whether they say of all data of a claim, or of the rules among whose words it is, what it says.
    pub(super) fn hold_all(
        &self,
        read: &Read,
        claim: &Claim,
        own: &[Rule],
        resolver: &Resolver<'_, '_, '_, '_>,
    ) -> bool {
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
