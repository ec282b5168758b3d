//! Which widenings somebody has answered for (承認).
//!
//! Only what the new revision adds to the old one counts: an acknowledgement is used up by the revision it was written for. A
//! widening passes where all of it is named: the data, parties or purposes it is about, or every clause that is responsible for
//! it. A word counts where all that it contains becomes wider: who says 個人情報 has not said that it is the address. Where in
//! doubt it does not pass.

use std::collections::BTreeMap;

use super::Comparison;
use super::answers::Answers;
use super::decisions::{Class, Requests, Statement};
use super::shown::Responsible;
use super::vocabulary::{Joint, Side};
use crate::document::ClauseId;
use crate::policy::{Acknowledgement, Covered};
use crate::vocabulary::{ConceptId, Dimension, LeafSet};

impl Answers {
    fn of(comparison: &Comparison<'_>) -> Self {
        let statements = comparison.decisions.statements.iter();
        let widenings: Vec<&Statement> = statements.filter(|one| one.class == Class::Wider).collect();
        let about = |at: usize| LeafSet::union_all(widenings.iter().map(|one| one.requests.declared()[at].1));
        let wider = [0, 1, 2].map(about);
        let document = &comparison.new.document;
        let mut anchors: BTreeMap<&str, ClauseId> = BTreeMap::new();
        for (index, clause) in (0u32..).zip(&document.clauses) {
            anchors.entry(clause.anchor.as_str()).or_insert(ClauseId(index));
        }
        let acknowledgements = comparison.new.new_acknowledgements(comparison.old).into_iter();
        let answered = acknowledgements.map(|one| {
            std::array::from_fn(|at| {
                let dimension = Requests::DECLARED[at];
                let graph = comparison.new.vocabulary.graph(dimension);
                let joint = comparison.vocabulary.joint(dimension);
                let leaves = graph.iter().filter_map(|(id, concept)| {
                    let named = one.covers.has_concept(dimension, id);
                    let home = concept.name.rsplit_once('.').and_then(|(home, _)| anchors.get(home));
                    // Whoever answers for a clause answers for the words that it declares: `加盟店への提供.加盟店発送`.
                    let declared = home.is_some_and(|home| one.covers.has_clause(document, *home));
                    if !named && !declared {
                        return None;
                    }
                    let leaves = joint.joint_set(Side::New, graph.leaves_of(id));
                    (declared || beside_parts(joint, &leaves).is_subset(&wider[at])).then_some(leaves)
                });
                LeafSet::union_all(&leaves.collect::<Vec<_>>())
            })
        });
        let answered = answered.collect();
        Self { wider, answered }
    }

    /// Of a dimension; nothing of one that cannot be named.
    fn wider(&self, dimension: Dimension) -> Option<&LeafSet> {
        let at = Requests::DECLARED.iter().position(|of| *of == dimension);
        at.map(|at| &self.wider[at])
    }
}

/// Leaves without what the old revision had a shorter word for: who names 生年月日 answers for what 生年 did not say.
fn beside_parts(joint: &Joint, leaves: &LeafSet) -> LeafSet {
    leaves.difference(joint.parts_of_longer())
}

impl Comparison<'_> {
    /// The acknowledgements that a widening passes by; empty where it does not pass.
    #[must_use]
    pub fn acknowledged_by(&self, statement: &Statement) -> Vec<&Acknowledgement> {
        let all = self.new.new_acknowledgements(self.old);
        let every: Vec<usize> = (0..all.len()).collect();
        if !self.is_acknowledged(statement, &all, &every) {
            return Vec::new();
        }
        match every
            .into_iter()
            .find(|one| self.is_acknowledged(statement, &all, &[*one]))
        {
            Some(one) => vec![all[one]],
            None => all,
        }
    }

    /// Whether a widening passes by these of all new acknowledgements.
    fn is_acknowledged(&self, statement: &Statement, all: &[&Acknowledgement], these: &[usize]) -> bool {
        if these.is_empty() {
            return false;
        }
        let answers = self.answers();
        let named = |(at, (_, wanted)): (usize, (Dimension, &LeafSet))| {
            let leaves = these.iter().map(|one| &answers.answered[*one][at]);
            !wanted.is_empty() && wanted.is_subset(&LeafSet::union_all(leaves))
        };
        if statement.requests.declared().into_iter().enumerate().any(named) {
            return true;
        }
        let responsible = self.responsible(statement);
        let answered = |(side, clause): &Responsible| {
            let kept = match side {
                Side::New => Some(*clause),
                Side::Old => self.pairing.new_of(*clause),
            };
            these.iter().map(|one| all[*one]).any(|one| {
                kept.is_some_and(|clause| one.covers.has_clause(&self.new.document, clause))
                    || (*side == Side::Old && one.covers.has_removed(&self.old.document, *clause))
            })
        };
        !responsible.is_empty() && responsible.iter().all(answered)
    }

    /// What the new acknowledgements answer for, found once.
    fn answers(&self) -> &Answers {
        self.answers.get_or_init(|| Answers::of(self))
    }

    /// The words of an acknowledgement that contain more than what becomes wider, so that they answer for nothing.
    pub(super) fn blanket(&self, covers: &Covered) -> Vec<(Dimension, ConceptId)> {
        let concepts = covers.concepts.iter().copied();
        let answers = self.answers();
        concepts
            .filter(|(dimension, id)| {
                let graph = self.new.vocabulary.graph(*dimension);
                let joint = self.vocabulary.joint(*dimension);
                let leaves = joint.joint_set(Side::New, graph.leaves_of(*id));
                let wider = answers.wider(*dimension);
                let all_of_it = |wider| beside_parts(joint, &leaves).is_subset(wider);
                wider.is_some_and(|wider| leaves.intersects(wider) && !all_of_it(wider))
            })
            .collect()
    }
}
