//! What some policies say, as sets over one numbering of leaves.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::axis::{AXES, Axis, DATA};
use super::judgement::{Judgement, Key};
use super::terms::Terms;
use crate::decide::conditions::{Formula, FormulaBuilder, Formulas};
use crate::decide::links::Links;
use crate::decide::precedence::{Declared, Precedence};
use crate::decide::verdict::{Orders, Rules};
use crate::norm::{ActSet, NormId, Rank, Scope};
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, Dimension, Graph, LeafSet};

/// Where the leaves of a policy stand in the numbering of the space: leaf n of a dimension is `maps.data[n]` and so on. No
/// two leaves of one policy stand in one place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct LeafMaps {
    pub(crate) data: Vec<u32>,
    pub(crate) parties: Vec<u32>,
    pub(crate) purposes: Vec<u32>,
    pub(crate) conditions: Vec<u32>,
    pub(crate) routes: Vec<u32>,
    /// Further places of a leaf (dimension, leaf, place): where the policy stands for what it does not tell apart.
    pub(crate) also: Vec<(Dimension, u32, u32)>,
    /// Places (dimension, place) of what the policy has no word for, and no wider word either: a norm that leaves a dimension
    /// open speaks of them.
    pub(crate) unnamed: Vec<(Dimension, u32)>,
}

/// A norm of one of the policies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RuleId {
    /// Which policy: 0 for the first.
    pub(crate) side: u8,
    /// The norm.
    pub(crate) norm: NormId,
}

/// What a norm says, in the terms of the space.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Content<'s> {
    refuses: bool,
    rank: Rank,
    region: &'s Region,
    excepted: &'s LeafSet,
    strength: u8,
    requires: Vec<Formula>,
    unless: Option<Formula>,
}

/// A product: every request whose act is one of these and whose leaf in each dimension lies in its set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Region {
    pub(crate) acts: ActSet,
    /// One set a dimension, in the order of the axes of the space. Where no policy declares a route there is one leaf, 0, that
    /// stands for whatever way the data came.
    pub(crate) sets: Vec<LeafSet>,
}

impl Region {
    /// The data.
    pub(crate) fn data(&self) -> &LeafSet {
        &self.sets[DATA]
    }

    /// The same requests with another set in one dimension.
    pub(crate) fn with(&self, axis: usize, set: LeafSet) -> Self {
        let mut region = self.clone();
        region.sets[axis] = set;
        region
    }

    /// What lies in both.
    pub(crate) fn intersection(&self, other: &Self) -> Self {
        let sets = self.sets.iter().zip(&other.sets);
        Self {
            acts: self.acts.intersection(other.acts),
            sets: sets.map(|(one, two)| one.intersection(two)).collect(),
        }
    }

    /// Whether something lies in both.
    pub(crate) fn intersects(&self, other: &Self) -> bool {
        let mut sets = self.sets.iter().zip(&other.sets);
        !self.acts.intersection(other.acts).is_empty() && sets.all(|(one, two)| one.intersects(two))
    }

    /// Whether nothing lies in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.acts.is_empty() || self.sets.iter().any(LeafSet::is_empty)
    }
}

/// Some policies over one numbering of leaves.
#[derive(Debug)]
pub(crate) struct Space {
    pub(super) sides: Vec<Side>,
    pub(super) formulas: Formulas,
    everything: Region,
    /// How many dimensions there are.
    pub(super) axes: usize,
    /// The conditions that the norms of a cell can tell apart, by the formulas they use: many cells use the same.
    terms: RefCell<FxHashMap<Vec<Formula>, Rc<Terms>>>,
    /// What is made of large cells: many searches come by the same ones.
    pub(super) judgements: RefCell<FxHashMap<Key, Rc<Judgement>>>,
    /// How much was made of cells, in nodes of diagrams, since it was last asked.
    work: Cell<u64>,
}

/// What one policy says.
#[derive(Debug)]
pub(super) struct Side {
    pub(super) rules: Vec<Rule>,
    pub(super) links: Links,
    precedence: Precedence,
}

/// A norm as the search sees it.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) refuses: bool,
    rank: Rank,
    pub(super) involved: bool,
    /// The requests it names, linkings left aside.
    pub(super) region: Region,
    /// The data that no linking brings under it.
    pub(super) excepted: LeafSet,
    strength: u8,
    pub(super) requires: Vec<Formula>,
    pub(super) unless: Option<Formula>,
}

impl Rule {
    /// Whether it speaks of data at this strength: a permit from its least state on, a refusal up to its greatest.
    pub(super) fn speaks_of(&self, strength: u8) -> bool {
        match self.refuses {
            true => strength <= self.strength,
            false => strength >= self.strength,
        }
    }

    /// The formulas that say under which conditions it applies.
    pub(super) fn formulas(&self) -> impl Iterator<Item = Formula> + '_ {
        self.requires.iter().copied().chain(self.unless)
    }
}

impl LeafMaps {
    /// Every leaf in its own place.
    pub(crate) fn identity(policy: &Policy) -> Self {
        let vocabulary = &policy.vocabulary;
        let leaves = |dimension| (0..vocabulary.graph(dimension).leaf_count() as u32).collect();
        Self {
            data: leaves(Dimension::Data),
            parties: leaves(Dimension::Party),
            purposes: leaves(Dimension::Purpose),
            conditions: leaves(Dimension::Condition),
            routes: (0..vocabulary.routes.len() as u32).collect(),
            also: Vec::new(),
            unnamed: Vec::new(),
        }
    }

    /// A set of leaves of the policy, by the places where they stand.
    fn numbered(&self, dimension: Dimension, leaves: &LeafSet) -> LeafSet {
        let places = leaves.mapped(self.of(dimension));
        let further = self.also.iter();
        let further = further.filter(|(of, leaf, _)| *of == dimension && leaves.contains(*leaf));
        let further: LeafSet = further.map(|(_, _, place)| *place).collect();
        match further.is_empty() {
            true => places,
            false => places.union(&further),
        }
    }

    /// The leaves of a scope, by the places where they stand. What stands for several leaves is not in it when one of them is
    /// excepted.
    pub(super) fn scope(&self, graph: &Graph, scope: &Scope) -> LeafSet {
        let dimension = graph.dimension();
        let mut places = self.numbered(dimension, &scope.leaves);
        if !self.unnamed.is_empty() && scope.named.contains(&ConceptId::TOP) {
            let unnamed = self.unnamed.iter().filter(|(of, _)| *of == dimension);
            places = places.union(&unnamed.map(|(_, place)| *place).collect());
        }
        if self.also.is_empty() || scope.except.is_empty() {
            return places;
        }
        let except = graph.leaves_of_all(&scope.except);
        let also = self.also.iter();
        let excepted = also.filter(|(of, leaf, _)| *of == dimension && except.contains(*leaf));
        places.difference(&excepted.map(|(_, _, place)| *place).collect())
    }

    pub(super) fn of(&self, dimension: Dimension) -> &[u32] {
        match dimension {
            Dimension::Data => &self.data,
            Dimension::Party => &self.parties,
            Dimension::Purpose => &self.purposes,
            Dimension::Condition => &self.conditions,
        }
    }
}

impl Space {
    /// One policy by itself, its leaves in their own places.
    pub(crate) fn of(policy: &Policy) -> Self {
        Self::joint(&[(policy, &LeafMaps::identity(policy))])
    }

    /// Several policies, each with where its leaves stand.
    pub(crate) fn joint(policies: &[(&Policy, &LeafMaps)]) -> Self {
        Self::along(&AXES, policies)
    }

    /// The same over other dimensions than [`AXES`]; the first is the data.
    pub(crate) fn along(axes: &[Axis], policies: &[(&Policy, &LeafMaps)]) -> Self {
        let everything = Region {
            acts: ActSet::ALL,
            sets: (axes.iter())
                .map(|axis| LeafSet::range(0, (axis.leaves)(policies)))
                .collect(),
        };
        let mut formulas = FormulaBuilder::default();
        let sides = policies
            .iter()
            .map(|(policy, maps)| Side::new(policy, maps, axes, &everything, &mut formulas))
            .collect();
        Self {
            sides,
            formulas: formulas.finish(),
            everything,
            axes: axes.len(),
            terms: RefCell::default(),
            judgements: RefCell::default(),
            work: Cell::default(),
        }
    }

    /// How much was made of cells, in nodes of diagrams, since this was last asked: what a search spends.
    pub(crate) fn take_work(&self) -> u64 {
        self.work.take()
    }

    pub(super) fn spend(&self, nodes: usize) {
        self.work.set(self.work.get() + nodes as u64);
    }

    /// Whether a norm refuses.
    pub(crate) fn refuses(&self, id: RuleId) -> bool {
        self.rule(id).refuses
    }

    /// Every request.
    pub(crate) fn everything(&self) -> &Region {
        &self.everything
    }

    /// Every norm of every policy.
    pub(crate) fn all_rules(&self) -> Vec<RuleId> {
        let of_side = |(side, of): (usize, &Side)| {
            let norms = 0..of.rules.len() as u32;
            norms.map(move |norm| RuleId {
                side: side as u8,
                norm: NormId(norm),
            })
        };
        self.sides.iter().enumerate().flat_map(of_side).collect()
    }

    /// The requests that a norm may speak of: those it names, and those about data that some linking may bring under it.
    pub(crate) fn region(&self, id: RuleId) -> Region {
        let side = &self.sides[usize::from(id.side)];
        let rule = side.rule(id.norm);
        let mut region = rule.region.clone();
        if !side.links.is_empty() {
            let leads_in = |leaf: &u32| {
                let start = side.links.starting_at(*leaf);
                let reachable = side.links.in_force(&start, |_| true);
                reachable
                    .iter()
                    .any(|link| region.data().contains(side.links.target(link)))
            };
            let linked: LeafSet = side.links.starts().iter().filter(leads_in).collect();
            region.sets[DATA] = region.data().union(&linked).difference(&rule.excepted);
        }
        region
    }

    /// All that a norm says, but for the clauses that it names and that name it: what it has in common with a norm of
    /// another policy that is about the same requests.
    pub(crate) fn content(&self, id: RuleId) -> Content<'_> {
        let rule = self.rule(id);
        let mut requires = rule.requires.clone();
        requires.sort_unstable();
        Content {
            refuses: rule.refuses,
            rank: rule.rank,
            region: &rule.region,
            excepted: &rule.excepted,
            strength: rule.strength,
            requires,
            unless: rule.unless,
        }
    }

    /// The data at which the linkings of the policies start, where they are not the same in all of them.
    pub(crate) fn linked_otherwise(&self) -> LeafSet {
        let mut sides = self.sides.iter();
        let first = sides.next();
        match sides.all(|side| first.is_some_and(|first| first.links.are_alike(&side.links))) {
            true => LeafSet::empty(),
            false => LeafSet::union_all(self.sides.iter().map(|side| side.links.starts())),
        }
    }

    /// The rank of a norm.
    pub(crate) fn rank(&self, id: RuleId) -> Rank {
        self.rule(id).rank
    }

    /// Per norm of a policy: those of the others given, by their places among them, to which it gives way by declaration.
    pub(crate) fn orders(&self, side: u8, norms: &[u32]) -> Vec<Vec<usize>> {
        Orders::of(&self.sides[usize::from(side)], norms).to
    }

    pub(super) fn rule(&self, id: RuleId) -> &Rule {
        self.sides[usize::from(id.side)].rule(id.norm)
    }

    /// The conditions that some formulas can tell apart, made once.
    pub(super) fn terms(&self, mut used: Vec<Formula>) -> Rc<Terms> {
        used.sort_unstable();
        used.dedup();
        if let Some(known) = self.terms.borrow().get(&used) {
            return Rc::clone(known);
        }
        let terms = Rc::new(Terms::new(&self.formulas, &used));
        self.terms.borrow_mut().insert(used, Rc::clone(&terms));
        terms
    }
}

impl Side {
    fn new(
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
            involved: precedence.involves(index as u32),
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
            precedence,
        }
    }

    fn rule(&self, norm: NormId) -> &Rule {
        &self.rules[norm.0 as usize]
    }
}

impl Rules for Side {
    fn refuses(&self, norm: u32) -> bool {
        self.rules[norm as usize].refuses
    }

    fn rank(&self, norm: u32) -> Rank {
        self.rules[norm as usize].rank
    }

    fn involved(&self, norm: u32) -> bool {
        self.rules[norm as usize].involved
    }

    fn declared(&self, norm: u32) -> &Declared {
        self.precedence.declared(norm)
    }
}
