//! Some policies, as sets over one numbering of leaves.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::axis::{AXES, Axis, DATA};
use super::judgement::{Judgement, Key};
use super::leaf_maps::LeafMaps;
use super::product::Region;
use super::rule::{Content, Rule, RuleId};
use super::side::Side;
use super::whens::Whens;
use crate::decide::conditions::{Formula, FormulaBuilder, Formulas};
use crate::decide::verdict::Orders;
use crate::norm::{ActSet, NormId, Rank};
use crate::policy::Policy;
use crate::vocabulary::{Dimension, DutyByLaw, LeafSet};

/// Some policies over one numbering of leaves.
#[derive(Debug)]
pub(crate) struct Space {
    pub(super) sides: Vec<Side>,
    pub(super) formulas: Formulas,
    /// The conditions that every refusal makes way for.
    duty: LeafSet,
    everything: Region,
    /// How many dimensions there are.
    pub(super) axes: usize,
    /// The conditions that the norms of a cell can tell apart, by the formulas they use: many cells use the same.
    whens: RefCell<FxHashMap<Vec<Formula>, Rc<Whens>>>,
    /// What is made of large cells: many searches come by the same ones.
    pub(super) judgements: RefCell<FxHashMap<Key, Rc<Judgement>>>,
    /// How much was made of cells, in nodes of diagrams, since it was last asked.
    work: Cell<u64>,
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
        let duty = policies.iter().map(|(policy, maps)| {
            let numbered = |leaves: &LeafSet| maps.numbered(Dimension::Condition, leaves);
            DutyByLaw::numbered(&policy.vocabulary.conditions, numbered)
        });
        let duty = duty.fold(DutyByLaw::default(), |all, one| all.union(&one));
        let mut formulas = FormulaBuilder::default();
        let sides = policies
            .iter()
            .map(|(policy, maps)| Side::new(policy, maps, axes, &everything, &mut formulas))
            .collect();
        Self {
            sides,
            formulas: formulas.finish(&duty),
            duty: duty.leaves,
            everything,
            axes: axes.len(),
            whens: RefCell::default(),
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
        self.rule(id).content()
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
    pub(crate) fn orders(&self, side: u8, norms: &[NormId]) -> Vec<Vec<usize>> {
        Orders::of(&self.sides[usize::from(side)], norms).to
    }

    pub(super) fn rule(&self, id: RuleId) -> &Rule {
        self.sides[usize::from(id.side)].rule(id.norm)
    }

    /// The conditions that some formulas can tell apart, made once.
    pub(super) fn whens(&self, mut used: Vec<Formula>) -> Rc<Whens> {
        used.sort_unstable();
        used.dedup();
        if let Some(known) = self.whens.borrow().get(&used) {
            return Rc::clone(known);
        }
        let whens = Rc::new(Whens::new(&self.formulas, &used, &self.duty));
        self.whens.borrow_mut().insert(used, Rc::clone(&whens));
        whens
    }
}
