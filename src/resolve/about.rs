//! Whose data and parties a clause is about, and whether a claim is about others.

use super::labels::Read;
use super::meaning::Resolver;
use super::norms::Norms;
use crate::norm::{Act, Norm};
use crate::span::Span;
use crate::syntax::ast::Statement;
use crate::vocabulary::{Dimension, LeafSet};
use crate::wording::polarity::Claim;

/// Whose data and parties a clause is about.
#[derive(Debug, Clone)]
pub(super) struct About {
    pub(super) data: LeafSet,
    pub(super) parties: LeafSet,
}

impl About {
    pub(super) fn of(statement: &Statement, norms: &Norms<'_>) -> Self {
        Self::of_all(&[statement.head], norms)
    }

    /// The same of all that is stated at some heads.
    pub(super) fn of_all(heads: &[Span], norms: &Norms<'_>) -> Self {
        let stated = heads.iter().filter_map(|head| norms.of_statement.get(head)).flatten();
        let all: Vec<_> = stated.map(|id| &norms.norms[id.0 as usize]).collect();
        let with_others = all.iter().filter(|norm| norm.acts.iter().all(Act::has_other_party));
        Self {
            data: LeafSet::union_all(all.iter().map(|norm| &norm.data.leaves)),
            // What the operator does alone is done to nobody else, whoever is named.
            parties: LeafSet::union_all(with_others.map(|norm| &norm.parties.leaves)),
        }
    }

    /// The same of one norm.
    pub(super) fn of_norm(norm: &Norm) -> Self {
        let with_others = norm.acts.iter().all(Act::has_other_party);
        Self {
            data: norm.data.leaves.clone(),
            parties: if with_others {
                norm.parties.leaves.clone()
            } else {
                LeafSet::empty()
            },
        }
    }

    /// About nothing in particular.
    pub(super) fn nothing() -> Self {
        Self {
            data: LeafSet::empty(),
            parties: LeafSet::empty(),
        }
    }

    /// Adds what another is about.
    pub(super) fn add(&mut self, other: &Self) {
        self.data = self.data.union(&other.data);
        self.parties = self.parties.union(&other.parties);
    }

    /// Whether what a claim names are all other things.
    pub(super) fn is_elsewhere(&self, read: &Read, claim: &Claim, resolver: &Resolver<'_, '_, '_, '_>) -> bool {
        let place = read.passage.span(claim.clause.clone());
        let operator = resolver.names.declared.operator;
        let other = |dimension: Dimension, own: &LeafSet| {
            let graph = resolver.names.graph(dimension);
            let is_operator = |id| dimension == Dimension::Party && Some(id) == operator;
            let mut named = (read.found.iter())
                .filter(|found| found.dimension == dimension && place.contains(found.span))
                .filter(|found| !found.concepts.iter().any(|id| is_operator(*id)))
                .peekable();
            let some = named.peek().is_some();
            some && !own.is_empty()
                && named.all(|found| !found.concepts.iter().any(|id| graph.leaves_of(*id).intersects(own)))
        };
        other(Dimension::Data, &self.data) || other(Dimension::Party, &self.parties)
    }
}
