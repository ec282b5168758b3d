//! What one of the policies of a space says.

use super::axis::Axis;
use super::leaf_maps::LeafMaps;
use super::product::Region;
use super::rule::Rule;
use crate::decide::conditions::{Formula, FormulaBuilder};
use crate::decide::links::Links;
use crate::decide::precedence::{Declared, Precedence};
use crate::decide::verdict::Rules;
use crate::norm::{NormId, Rank};
use crate::policy::Policy;
use crate::vocabulary::{Dimension, DutyByLaw, LeafSet};

/// What one policy says.
#[derive(Debug)]
pub(super) struct Side {
    pub(super) rules: Vec<Rule>,
    pub(super) links: Links,
    /// What each of its refusals makes way for.
    pub(super) duty: Formula,
    precedence: Precedence,
}

impl Side {
    pub(super) fn new(
        policy: &Policy,
        maps: &LeafMaps,
        axes: &[Axis],
        everything: &Region,
        formulas: &mut FormulaBuilder,
    ) -> Self {
        let vocabulary = &policy.vocabulary;
        let numbered = |dimension, leaves: &LeafSet| maps.numbered(dimension, leaves);
        let links = Links::build(vocabulary, numbered, |leaf| maps.data[leaf as usize], formulas);
        let precedence = Precedence::build(&policy.document, policy.norms.iter());
        let rules = policy.norms.iter().enumerate().map(|(index, norm)| Rule {
            refuses: norm.effect.refuses(),
            rank: norm.rank,
            involved: precedence.involves(index),
            region: Region {
                acts: norm.acts,
                sets: (axes.iter().zip(&everything.sets))
                    .map(|(axis, all)| (axis.of)(policy, maps, norm).unwrap_or_else(|| all.clone()))
                    .collect(),
            },
            excepted: match links.is_empty() {
                true => LeafSet::empty(),
                false => numbered(Dimension::Data, &norm.excepted_data(&vocabulary.data)),
            },
            strength: norm.processing.strength(),
            requires: (norm.requires.iter())
                .map(|any| formulas.add(&numbered(Dimension::Condition, &any.leaves)))
                .collect(),
            unless: Some(&norm.unless.conditions.leaves)
                .filter(|leaves| !leaves.is_empty())
                .map(|leaves| formulas.add(&numbered(Dimension::Condition, leaves))),
        });
        Self {
            rules: rules.collect(),
            links,
            duty: formulas.add(&numbered(
                Dimension::Condition,
                &DutyByLaw::of(&vocabulary.conditions).leaves,
            )),
            precedence,
        }
    }

    pub(super) fn rule(&self, norm: NormId) -> &Rule {
        &self.rules[norm.0 as usize]
    }
}

impl Rules for Side {
    type Id = NormId;

    fn refuses(&self, norm: NormId) -> bool {
        self.rule(norm).refuses
    }

    fn rank(&self, norm: NormId) -> Rank {
        self.rule(norm).rank
    }

    fn involved(&self, norm: NormId) -> bool {
        self.rule(norm).involved
    }

    fn declared(&self, norm: NormId) -> &Declared {
        self.precedence.declared(norm.0 as usize)
    }
}
