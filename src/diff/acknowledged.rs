//! Which widenings somebody has answered for (承認).
//!
//! Only what the new revision adds to the old one counts: an acknowledgement is used up by the revision it was written for. A
//! widening passes where all of it is named: the data, parties or purposes it is about, or every clause that is responsible for
//! it. A word counts where all that it contains becomes wider: who says 個人情報 has not said that it is the address. Where in
//! doubt it does not pass.

use std::collections::BTreeSet;

use super::Comparison;
use super::decisions::{Class, Requests, Statement};
use super::vocabulary::Side;
use crate::document::{ClauseId, Document};
use crate::norm::{AnyOf, Norm, NormId, Scope};
use crate::policy::{Acknowledgement, Covered, Policy};
use crate::vocabulary::{ConceptId, Dimension, LeafSet};

/// The clause that a local name belongs to: `加盟店への提供.加盟店発送` is declared by 加盟店への提供, and whoever answers for the
/// clause answers for what it declares.
fn home(document: &Document, name: &str) -> Option<ClauseId> {
    let (home, _) = name.rsplit_once('.')?;
    let clause = document.clauses.iter().position(|clause| clause.anchor == home)?;
    Some(ClauseId(clause as u32))
}

/// What requests are about of each dimension that an acknowledgement can name.
type Asked = fn(&Requests) -> &LeafSet;

const DECLARED: [(Dimension, Asked); 3] = [
    (Dimension::Data, |requests| &requests.data),
    (Dimension::Party, |requests| &requests.parties),
    (Dimension::Purpose, |requests| &requests.purposes),
];

/// A clause on the side where it stands.
type Responsible = (Side, ClauseId);

impl Comparison<'_> {
    /// Whether somebody has to answer for a change: something becomes wider, or gets a name of its own in the vocabulary and
    /// no reader of the page can see it. A name that the page shows, for what a wider one said before, asks for nothing.
    #[must_use]
    pub fn asks_for_acknowledgement(&self, statement: &Statement) -> bool {
        let unseen = || statement.effect.class() == Class::Wider && !self.is_visible(statement);
        statement.class == Class::Wider || statement.class == Class::Named && unseen()
    }

    /// The acknowledgements that a widening passes by; empty where it does not pass.
    #[must_use]
    pub fn acknowledged_by(&self, statement: &Statement) -> Vec<&Acknowledgement> {
        let all = self.new.new_acknowledgements(self.old);
        if !self.is_acknowledged(statement, &all) {
            return Vec::new();
        }
        let enough = |one: &&Acknowledgement| self.is_acknowledged(statement, &[*one]);
        match all.iter().copied().find(enough) {
            Some(one) => vec![one],
            None => all,
        }
    }

    fn is_acknowledged(&self, statement: &Statement, acknowledgements: &[&Acknowledgement]) -> bool {
        if acknowledgements.is_empty() {
            return false;
        }
        let requests = &statement.requests;
        let named = |dimension, wanted: &LeafSet| {
            let joint = self.vocabulary.joint(dimension);
            let graph = self.new.vocabulary.graph(dimension);
            let wider = self.becomes_wider(dimension);
            let leaves: Vec<LeafSet> = graph
                .iter()
                .filter_map(|(id, concept)| {
                    let leaves = joint.joint_set(Side::New, graph.leaves_of(id));
                    let home = home(&self.new.document, &concept.name);
                    let is_named = acknowledgements.iter().any(|one| {
                        one.covers.has_concept(dimension, id) && leaves.is_subset(&wider)
                            || home.is_some_and(|home| one.covers.has_clause(&self.new.document, home))
                    });
                    is_named.then_some(leaves)
                })
                .collect();
            !wanted.is_empty() && wanted.is_subset(&LeafSet::union_all(&leaves))
        };
        if DECLARED.iter().any(|(dimension, of)| named(*dimension, of(requests))) {
            return true;
        }
        let responsible = self.responsible(statement);
        let answered = |(side, clause): &Responsible| {
            let kept = match side {
                Side::New => Some(*clause),
                Side::Old => self.pairing.new_of(*clause),
            };
            acknowledgements.iter().any(|one| {
                kept.is_some_and(|clause| one.covers.has_clause(&self.new.document, clause))
                    || (*side == Side::Old && one.covers.has_removed(&self.old.document, *clause))
            })
        };
        !responsible.is_empty() && responsible.iter().all(answered)
    }

    /// Whatever of a dimension some widening is about.
    fn becomes_wider(&self, dimension: Dimension) -> LeafSet {
        let of = DECLARED
            .iter()
            .filter(|(known, _)| *known == dimension)
            .map(|(_, of)| of);
        let wider = self.decisions.statements.iter();
        let wider = wider.filter(|one| self.asks_for_acknowledgement(one));
        LeafSet::union_all(of.flat_map(|of| wider.clone().map(|one| of(&one.requests))))
    }

    /// The words of an acknowledgement that contain more than what becomes wider, so that they answer for nothing.
    pub(super) fn blanket(&self, covers: &Covered) -> Vec<(Dimension, ConceptId)> {
        let concepts = covers.concepts.iter().copied();
        concepts
            .filter(|(dimension, id)| {
                let graph = self.new.vocabulary.graph(*dimension);
                let leaves = self
                    .vocabulary
                    .joint(*dimension)
                    .joint_set(Side::New, graph.leaves_of(*id));
                let wider = self.becomes_wider(*dimension);
                leaves.intersects(&wider) && !leaves.is_subset(&wider)
            })
            .collect()
    }

    /// The clauses that a change of decisions comes from: what decides now and did not stand there before; where nothing does,
    /// what decided before and does not stand there now.
    #[must_use]
    pub fn responsible(&self, statement: &Statement) -> BTreeSet<Responsible> {
        let of = |side, policy: &Policy, norms: &[NormId]| -> BTreeSet<Responsible> {
            let norms = norms.iter().filter_map(|id| policy.norms.get(id.0 as usize));
            let changed = norms.filter(|norm| !self.has_counterpart(side, norm));
            changed.map(|norm| (side, norm.provenance.clause)).collect()
        };
        let now = of(Side::New, self.new, &statement.decided_after);
        if !now.is_empty() {
            return now;
        }
        of(Side::Old, self.old, &statement.decided_before)
    }

    /// Whether the clause states the same in the other revision.
    fn has_counterpart(&self, side: Side, norm: &Norm) -> bool {
        let (clause, other) = match side {
            Side::New => (self.pairing.old_of(norm.provenance.clause), self.old),
            Side::Old => (self.pairing.new_of(norm.provenance.clause), self.new),
        };
        let Some(clause) = clause else { return false };
        let mut others = other.norms.iter().filter(|other| other.provenance.clause == clause);
        others.any(|other| match side {
            Side::New => self.are_same(other, norm),
            Side::Old => self.are_same(norm, other),
        })
    }

    /// Whether two norms say the same in the words that both revisions know. What only the vocabulary changed under them is
    /// no change of theirs.
    fn are_same(&self, old: &Norm, new: &Norm) -> bool {
        let same = |dimension, before: &LeafSet, after: &LeafSet| {
            let joint = self.vocabulary.joint(dimension);
            let both = joint.known(Side::Old).intersection(&joint.known(Side::New));
            let known = |side, set| joint.joint_set(side, set).intersection(&both);
            known(Side::Old, before) == known(Side::New, after)
        };
        let named = |dimension, before: &[ConceptId], after: &[ConceptId]| {
            let joint = self.vocabulary.joint(dimension);
            let before: BTreeSet<_> = before.iter().map(|id| joint.counterpart(Side::Old, *id)).collect();
            before == after.iter().copied().map(Some).collect()
        };
        // What the stated purposes are about is what the policy collects: named there, not here.
        let scope = |dimension, before: &Scope, after: &Scope| {
            (named(dimension, &before.named, &after.named) || before.inferred && after.inferred)
                && named(dimension, &before.except, &after.except)
                && same(dimension, &before.leaves, &after.leaves)
        };
        let conditions = |before: &AnyOf, after: &AnyOf| same(Dimension::Condition, &before.leaves, &after.leaves);
        let clauses = |before: &[ClauseId], after: &[ClauseId]| {
            let before: BTreeSet<_> = before.iter().map(|clause| self.pairing.new_of(*clause)).collect();
            before == after.iter().copied().map(Some).collect()
        };
        let routes = |side, norm: &Norm| {
            let routes = norm.routes.as_ref();
            routes.map(|routes| self.vocabulary.routes.joint_set(side, routes))
        };
        old.effect == new.effect
            && old.acts == new.acts
            && scope(Dimension::Data, &old.data, &new.data)
            && scope(Dimension::Party, &old.parties, &new.parties)
            && scope(Dimension::Purpose, &old.purposes, &new.purposes)
            && routes(Side::Old, old) == routes(Side::New, new)
            && old.processing == new.processing
            && old.requires.len() == new.requires.len()
            && old
                .requires
                .iter()
                .zip(&new.requires)
                .all(|(before, after)| conditions(before, after))
            && conditions(&old.unless.conditions, &new.unless.conditions)
            && clauses(&old.unless.clauses, &new.unless.clauses)
            && old.rank == new.rank
            && clauses(&old.priority_over, &new.priority_over)
    }
}
