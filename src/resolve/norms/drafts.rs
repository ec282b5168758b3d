//! What the norms are drafted in, and what a norm inherits from the rider it stands in.

use std::collections::{BTreeSet, HashMap};

use rustc_hash::FxHashMap;

use super::draft::Draft;
use super::scoped::{ScopeOf, Scoped, where_they_reach};
use crate::document::ClauseId;
use crate::norm::{Act, AnyOf, Norm, NormId, Period, Provenance, Rank, Unless};
use crate::policy::TransferAbroad;
use crate::resolve::meaning::References;
use crate::resolve::names::Names;
use crate::resolve::outline::Outline;
use crate::span::Span;
use crate::syntax::ast::Statement;
use crate::vocabulary::{ConceptId, LeafSet};

/// The norms and where they were stated.
#[derive(Debug, Default)]
pub(in crate::resolve) struct Norms<'a> {
    pub(in crate::resolve) norms: Vec<Norm>,
    /// The statement that states each norm.
    pub(in crate::resolve) statements: Vec<&'a Statement>,
    /// The norms each statement states, by its head.
    pub(in crate::resolve) of_statement: FxHashMap<Span, Vec<NormId>>,
    pub(in crate::resolve) transfers_abroad: Vec<TransferAbroad>,
    /// Norms whose data is whatever the policy collects, in order: settled at the end.
    pub(super) about_collected: Vec<usize>,
    /// Refusals whose source names no state.
    pub(super) without_state: Vec<usize>,
    pub(super) keys: HashMap<String, usize>,
    /// The conditions with a scope.
    pub(super) scoped: Vec<Scoped>,
    /// What asks for one of them by itself where it does not reach.
    pub(super) too_far: BTreeSet<(Span, ScopeOf)>,
}

/// What a norm inherits from the rider it stands in.
#[derive(Debug, Clone, Default)]
pub(super) struct Inherited {
    pub(super) in_rider: bool,
    pub(super) data: References,
    pub(super) parties: References,
    pub(super) requires: Vec<AnyOf>,
    pub(super) unless: Lifting,
    /// The same as formulas.
    pub(super) lifted_by: Vec<AnyOf>,
    pub(super) priority_over: Vec<ClauseId>,
}

/// What lifts a norm, as its 但し say it.
#[derive(Debug, Clone, Default)]
pub(super) struct Lifting {
    /// Any one of these, all of its conditions together.
    pub(super) choices: Vec<Vec<ConceptId>>,
    /// Clauses it gives way to.
    pub(super) clauses: Vec<ClauseId>,
}

impl Lifting {
    /// The same inside a rider, whose own 但し lifts all in it.
    pub(super) fn within(mut self, outer: &Self) -> Self {
        self.choices = [outer.choices.as_slice(), &self.choices].concat();
        self.clauses = [outer.clauses.as_slice(), &self.clauses].concat();
        self
    }
}

impl Lifting {
    /// The same of a permit that is over with its period.
    pub(super) fn or_at_the_end_of(mut self, period: Option<&Period>) -> Self {
        let ends = period.into_iter().flat_map(|period| &period.ends);
        self.choices.extend(ends.map(|end| vec![*end]));
        self
    }
}

impl Inherited {
    pub(super) fn rank(&self) -> Rank {
        if self.in_rider { Rank::Rider } else { Rank::Ordinary }
    }
}

impl<'a> Norms<'a> {
    /// The data that the stated purposes permit the use of, where that is what the policy says it collects.
    pub(in crate::resolve) fn purposes_reach(&self) -> Option<&LeafSet> {
        let mut of_collected = self.about_collected.iter().map(|index| &self.norms[*index]);
        let stated = of_collected.find(|norm| norm.acts.contains(Act::Use))?;
        Some(&stated.data.leaves)
    }

    /// Adds what a statement states, as far as the conditions that it counts reach. Where several conditions lift it only together, it is as many norms, each lifted by one of
    /// the formulas: one of them stands until all hold.
    pub(super) fn push(
        &mut self,
        draft: Draft,
        statement: &'a Statement,
        clause: Option<ClauseId>,
        names: &Names<'a, '_>,
    ) {
        let (drafts, too_far) = where_they_reach(draft, &self.scoped, &names.declared);
        self.too_far.extend(too_far.into_iter().map(|of| (statement.head, of)));
        for draft in drafts {
            let mut lifted_by = draft.unless.iter().cloned();
            let first = lifted_by.next().unwrap_or_default();
            for conditions in std::iter::once(first).chain(lifted_by) {
                let unless = Unless {
                    conditions,
                    clauses: draft.gives_way_to.clone(),
                };
                self.push_one(draft.clone(), unless, statement, clause, names.outline);
            }
        }
    }

    fn push_one(
        &mut self,
        draft: Draft,
        unless: Unless,
        statement: &'a Statement,
        clause: Option<ClauseId>,
        outline: &Outline<'a>,
    ) {
        // A norm in the 方針 itself, outside any clause, cannot be: every act is a clause of its own.
        let Some(clause) = clause else { return };
        let anchor = outline.clause(clause).anchor.clone();
        let count = self.keys.entry(anchor.clone()).or_insert(0);
        *count += 1;
        let key = if *count == 1 {
            anchor
        } else {
            format!("{anchor}#{count}")
        };
        let id = NormId(self.norms.len() as u32);
        self.of_statement.entry(statement.head).or_default().push(id);
        self.statements.push(statement);
        if draft.any_state && draft.effect.refuses() {
            self.without_state.push(self.norms.len());
        }
        self.norms.push(Norm {
            key,
            effect: draft.effect,
            acts: draft.acts,
            data: draft.data,
            parties: draft.parties,
            purposes: draft.purposes,
            routes: draft.routes,
            processing: draft.processing,
            requires: draft.requires,
            unless,
            rank: draft.rank,
            priority_over: draft.priority_over,
            transform: draft.transform,
            basis: draft.basis,
            period: draft.period,
            exception: draft.exception,
            provenance: Provenance {
                clause,
                span: statement.head,
                wording: String::new(),
            },
        });
    }
}
