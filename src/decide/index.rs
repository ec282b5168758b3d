//! The index: everything of a policy that decisions need, arranged so that a decision touches only what can match.

use std::collections::HashSet;

use super::bits::Ones;
use super::conditions::{Formula, FormulaBuilder, Formulas};
use super::links::Links;
use super::position::Position;
use super::precedence::{Declared, Precedence};
use super::request::Asking;
use super::rows::{Dense, Row, Rows};
use super::verdict::Rules;
use crate::document::ClauseId;
use crate::norm::{Act, Norm, NormId, Processing, Rank};
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, DutyByLaw, Graph, LeafSet, by_statute, excepted_by_law};

/// What decisions need of one policy.
#[derive(Debug, Clone)]
pub(super) struct Index {
    pub(super) data: Lookup,
    pub(super) parties: Lookup,
    pub(super) purposes: Lookup,
    /// Per data concept: a linking may put further leaves under it.
    pub(super) widened: Vec<bool>,
    /// Per condition concept: the leaf that asserting it asserts.
    own_condition: Vec<u32>,
    /// Per condition concept: the leaves that denying it denies.
    conditions: Vec<LeafSet>,
    pub(super) formulas: Formulas,
    pub(super) links: Links,
    rules: Vec<Rule>,
    /// Per norm: its position.
    positions: Vec<Position>,
    requires: Vec<Formula>,
    pub(super) precedence: Precedence,
    /// Per position: the routes it covers.
    routes: Vec<Option<Vec<u32>>>,
    pub(super) route_count: u32,
    acts: Vec<Dense>,
    permits: Dense,
    /// The conditions under which a third party may have 仮名加工情報.
    pub(super) by_statute: LeafSet,
    /// What every refusal makes way for.
    pub(super) duty: DutyByLaw,
    /// Per position: the data it covers.
    covered: Vec<LeafSet>,
    /// Per position: the data that no linking brings under it. Empty where there are no linkings.
    excepted: Vec<LeafSet>,
}

/// One of the three dimensions that are looked up by leaf.
#[derive(Debug, Clone)]
pub(super) struct Lookup {
    /// Per concept: its leaves.
    pub(super) sets: Vec<LeafSet>,
    /// Per concept: its leaf, where it has one only.
    only: Vec<u32>,
    /// Per leaf: the norms that speak of it.
    pub(super) rows: Rows,
}

/// A norm as the decision sees it.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) norm: NormId,
    pub(super) refuses: bool,
    pub(super) rank: Rank,
    pub(super) processing: Processing,
    /// It declares an order.
    pub(super) involved: bool,
    /// It is bound to routes.
    pub(super) routed: bool,
    pub(super) transforms: bool,
    /// What a prohibition permits where the law excepts it, and nowhere else: by itself, or in a clause that its 但し names.
    pub(super) by_law: bool,
    requires: (u32, u32),
    pub(super) unless: Option<Formula>,
}

/// A request in the terms of the index.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ask<'a> {
    pub(super) act: Act,
    pub(super) data: &'a [ConceptId],
    pub(super) party: ConceptId,
    pub(super) purpose: ConceptId,
    pub(super) strength: u8,
    /// The condition leaves that surely hold.
    pub(super) asserted: &'a [u32],
    /// What else it says of conditions; most requests say nothing.
    pub(super) further: Option<&'a Further>,
    pub(super) route: Option<u32>,
}

/// What a request says of conditions that it does not assert.
#[derive(Debug)]
pub(super) struct Further {
    /// The condition leaves that it denies or that were withdrawn: nobody is told to have them asserted.
    pub(super) barred: LeafSet,
    /// Those that possibly hold: what it asserts, and more where it is closed.
    pub(super) possible: LeafSet,
    /// What holds where most is permitted: the leaves that permits may read, and those that refusals must, which are those
    /// asserted.
    pub(super) loosest: (LeafSet, LeafSet),
}

impl Ask<'_> {
    /// The condition leaves that possibly hold, where these are more than surely do.
    pub(super) fn possible(&self) -> Option<&LeafSet> {
        self.further.map(|further| &further.possible)
    }

    /// Whether a formula possibly holds.
    pub(super) fn may_hold(&self, formulas: &Formulas, formula: Formula) -> bool {
        match self.possible() {
            Some(possible) => formulas.meets(formula, possible),
            None => formulas.holds(formula, self.asserted),
        }
    }
}

const SEVERAL: u32 = u32::MAX;

impl Index {
    /// Builds the index of a policy; costs time linear in it.
    pub(super) fn new(policy: &Policy) -> Self {
        let vocabulary = &policy.vocabulary;
        let order = order(policy);
        let norms: Vec<&Norm> = order.iter().map(|id| &policy.norms[id.0 as usize]).collect();
        let covered: Vec<LeafSet> = norms.iter().map(|norm| norm.data.leaves.clone()).collect();

        let mut formulas = FormulaBuilder::default();
        let links = Links::build(vocabulary, |_, leaves| leaves.clone(), |leaf| leaf, &mut formulas);
        let precedence = Precedence::build(&policy.document, norms.iter().copied());
        let mut requires = Vec::new();
        let mut rules = Vec::with_capacity(norms.len());
        let by_law = excepted_by_law(&vocabulary.conditions);
        // What a prohibition excepts it may say itself, or leave to a clause that it names.
        let refusals = norms.iter().filter(|norm| norm.effect.refuses());
        let excepted: HashSet<ClauseId> = refusals.flat_map(|norm| norm.unless.clauses.iter().copied()).collect();
        let is_of_exception = |norm: &Norm| {
            let path = || policy.document.path(norm.provenance.clause);
            !excepted.is_empty() && path().iter().any(|clause| excepted.contains(clause))
        };
        for (position, (norm, id)) in norms.iter().zip(&order).enumerate() {
            let start = requires.len() as u32;
            requires.extend(norm.requires.iter().map(|any| formulas.add(&any.leaves)));
            let unless = &norm.unless.conditions.leaves;
            rules.push(Rule {
                norm: *id,
                refuses: norm.effect.refuses(),
                rank: norm.rank,
                processing: norm.processing,
                involved: precedence.involves(position),
                routed: norm.routes.is_some(),
                transforms: norm.transform.is_some(),
                by_law: (norm.exception || is_of_exception(norm))
                    && norm.requires.iter().any(|any| any.leaves.is_subset(&by_law)),
                requires: (start, requires.len() as u32),
                unless: (!unless.is_empty()).then(|| formulas.add(unless)),
            });
        }
        let mut positions = vec![Position::default(); norms.len()];
        for (position, id) in order.iter().enumerate() {
            positions[id.0 as usize] = Position::new(position);
        }
        let mut acts = vec![Dense::empty(norms.len()); Act::ALL.len()];
        let mut permits = Dense::empty(norms.len());
        for (position, norm) in norms.iter().enumerate() {
            for act in norm.acts.iter() {
                acts[act as usize].insert(Position::new(position));
            }
            if !norm.effect.refuses() {
                permits.insert(Position::new(position));
            }
        }
        let excepted = match links.is_empty() {
            true => Vec::new(),
            false => norms.iter().map(|norm| norm.excepted_data(&vocabulary.data)).collect(),
        };
        let duty = DutyByLaw::of(&vocabulary.conditions);
        let data = Lookup::build(&vocabulary.data, &covered.iter().collect::<Vec<_>>());
        Self {
            widened: data.sets.iter().map(|set| links.may_widen(set)).collect(),
            data,
            parties: Lookup::build(&vocabulary.parties, &scopes(&norms, |norm| &norm.parties.leaves)),
            purposes: Lookup::build(&vocabulary.purposes, &scopes(&norms, |norm| &norm.purposes.leaves)),
            own_condition: concepts(&vocabulary.conditions)
                .map(|id| vocabulary.conditions.own_leaf(id).first().unwrap_or(SEVERAL))
                .collect(),
            conditions: concepts(&vocabulary.conditions)
                .map(|id| vocabulary.conditions.leaves_of(id).clone())
                .collect(),
            formulas: formulas.finish(&duty),
            links,
            rules,
            positions,
            requires,
            precedence,
            routes: norms.iter().map(|norm| norm.routes.clone()).collect(),
            route_count: vocabulary.routes.len() as u32,
            acts,
            permits,
            by_statute: by_statute(&vocabulary.conditions),
            duty,
            covered,
            excepted,
        }
    }

    /// The formulas that must all hold for a norm.
    pub(super) fn requires(&self, position: Position) -> &[Formula] {
        let (start, end) = self.rule(position).requires;
        &self.requires[start as usize..end as usize]
    }

    /// The norm at a position.
    pub(super) fn rule(&self, position: Position) -> &Rule {
        &self.rules[position.index()]
    }

    /// A norm of the policy.
    pub(super) fn rule_of(&self, norm: NormId) -> &Rule {
        self.rule(self.positions[norm.0 as usize])
    }

    /// The data that a norm covers.
    pub(super) fn covered(&self, position: Position) -> &LeafSet {
        &self.covered[position.index()]
    }

    /// The data that no linking brings under a norm. To be asked only where there are linkings.
    pub(super) fn excepted(&self, position: Position) -> &LeafSet {
        &self.excepted[position.index()]
    }

    /// Whether the norm covers the route.
    pub(super) fn covers_route(&self, position: Position, route: u32) -> bool {
        match &self.routes[position.index()] {
            Some(routes) => routes.contains(&route),
            None => true,
        }
    }

    /// Whether the norm covers all routes of the policy, of which there are some.
    pub(super) fn covers_every_route(&self, position: Position) -> bool {
        self.route_count > 0 && (0..self.route_count).all(|route| self.covers_route(position, route))
    }

    /// Calls `found` with every norm for the act that speaks of the leaves of all rows, in the order of positions.
    pub(super) fn each_match(&self, act: Act, rows: [Row<'_>; 3], mut found: impl FnMut(Position)) {
        let act = &self.acts[act as usize];
        for (block, words) in act.blocks.iter().enumerate() {
            let candidates = rows.iter().fold(*words, |all, row| all & row.block(block));
            for bit in Ones(candidates) {
                let word = block * 64 + bit as usize;
                let mut norms = act.words[word];
                for row in &rows {
                    norms &= row.word(word);
                    if norms == 0 {
                        break;
                    }
                }
                for bit in Ones(norms) {
                    found(Position::of_bit(word, bit));
                }
            }
        }
    }

    /// The norms for the act, in the order of positions.
    pub(super) fn norms_for(&self, act: Act) -> impl Iterator<Item = Position> + '_ {
        let words = self.acts[act as usize].words.iter().enumerate();
        words.flat_map(|(word, norms)| Ones(*norms).map(move |bit| Position::of_bit(word, bit)))
    }

    /// The words of the permits for the act, each with its place.
    pub(super) fn permits_for(&self, act: Act) -> impl Iterator<Item = (usize, u64)> + '_ {
        let words = self.acts[act as usize].words.iter().zip(&self.permits.words);
        words
            .map(|(act, permits)| act & permits)
            .enumerate()
            .filter(|(_, norms)| *norms != 0)
    }

    /// Hands over the request in the terms of the index. Few conditions cost no allocation.
    pub(super) fn with_ask<T>(&self, asking: &Asking<'_>, use_it: impl FnOnce(&Ask<'_>) -> T) -> T {
        let own = |id: &ConceptId| self.own_condition[id.index()];
        let mut few = [SEVERAL; 8];
        let many: Vec<u32>;
        let asserted: &[u32] = if asking.conditions.len() <= few.len() {
            for (leaf, id) in few.iter_mut().zip(asking.conditions) {
                *leaf = own(id);
            }
            &few[..asking.conditions.len()]
        } else {
            many = asking.conditions.iter().map(own).collect();
            &many
        };
        let says_more = asking.closed || !asking.denied.is_empty() || !asking.withdrawn.is_empty();
        let further = says_more.then(|| self.further(asking, asserted));
        let left: Vec<u32>;
        let asserted = match asking.withdrawn {
            [] => asserted,
            withdrawn => {
                let withdrawn = self.below(withdrawn);
                left = (asserted.iter().copied())
                    .filter(|leaf| !withdrawn.contains(*leaf))
                    .collect();
                &left
            }
        };
        use_it(&Ask {
            act: asking.act,
            data: if asking.data.is_empty() {
                &[ConceptId::TOP]
            } else {
                asking.data
            },
            party: asking.party,
            purpose: asking.purpose,
            strength: asking.processing.strength(),
            asserted,
            further: further.as_ref(),
            route: asking.route,
        })
    }

    /// Whether a request surely is about what a law makes somebody do: no refusal stands against that.
    pub(super) fn is_by_duty(&self, ask: &Ask<'_>) -> bool {
        ask.asserted.iter().any(|leaf| self.duty.leaves.contains(*leaf))
    }

    /// Whether denying one condition denies what asserting another asserts.
    pub(super) fn denies(&self, denied: ConceptId, asserted: ConceptId) -> bool {
        self.conditions[denied.index()].contains(self.own_condition[asserted.index()])
    }

    /// What a request denies, and what it leaves possible: where it is closed, all that it does not deny. What was withdrawn is
    /// sure no longer, and as possible as it was.
    fn further(&self, asking: &Asking<'_>, asserted: &[u32]) -> Further {
        let all = &self.conditions[ConceptId::TOP.index()];
        let (denied, withdrawn) = (self.below(asking.denied), self.below(asking.withdrawn));
        let asserted: LeafSet = asserted.iter().copied().filter(|leaf| *leaf != SEVERAL).collect();
        let possible = match asking.closed {
            true => all.difference(&denied).union(&asserted),
            false => asserted.clone(),
        };
        Further {
            loosest: (possible.difference(&withdrawn), asserted),
            barred: denied.union(&withdrawn),
            possible,
        }
    }

    /// The condition leaves below some concepts.
    fn below(&self, ids: &[ConceptId]) -> LeafSet {
        LeafSet::union_all(ids.iter().map(|id| &self.conditions[id.index()]))
    }
}

impl Rules for Index {
    type Id = Position;

    fn refuses(&self, position: Position) -> bool {
        self.rule(position).refuses
    }

    fn rank(&self, position: Position) -> Rank {
        self.rule(position).rank
    }

    fn involved(&self, position: Position) -> bool {
        self.rule(position).involved
    }

    fn declared(&self, position: Position) -> &Declared {
        self.precedence.declared(position.index())
    }
}

impl Rule {
    /// Whether it speaks of data at this strength: a permit from its least state on, a refusal up to its greatest.
    pub(super) fn speaks_of(&self, strength: u8) -> bool {
        match self.refuses {
            true => strength <= self.processing.strength(),
            false => strength >= self.processing.strength(),
        }
    }
}

impl Lookup {
    fn build(graph: &Graph, scopes: &[&LeafSet]) -> Self {
        let sets: Vec<LeafSet> = concepts(graph).map(|id| graph.leaves_of(id).clone()).collect();
        Self {
            only: sets
                .iter()
                .map(|set| match set.ranges() {
                    [(start, end)] if start + 1 == *end => *start,
                    _ => SEVERAL,
                })
                .collect(),
            rows: Rows::build(graph.leaf_count(), scopes),
            sets,
        }
    }

    /// The leaf of a concept that has one only.
    pub(super) fn only(&self, id: ConceptId) -> Option<u32> {
        let leaf = self.only[id.index()];
        (leaf != SEVERAL).then_some(leaf)
    }
}

fn concepts(graph: &Graph) -> impl Iterator<Item = ConceptId> {
    let concepts = (0..=graph.len() as u32).map(ConceptId);
    concepts.chain(graph.rests().map(|(rest, _)| rest))
}

fn scopes<'n>(norms: &[&'n Norm], scope: impl Fn(&'n Norm) -> &'n LeafSet) -> Vec<&'n LeafSet> {
    norms.iter().map(|norm| scope(norm)).collect()
}

/// Norms about the same things side by side, so that the rows stay short.
fn order(policy: &Policy) -> Vec<NormId> {
    let mut order: Vec<NormId> = (0..policy.norms.len() as u32).map(NormId).collect();
    order.sort_by(|a, b| {
        let key = |id: &NormId| {
            let norm = &policy.norms[id.0 as usize];
            (
                norm.acts,
                &norm.data.leaves,
                &norm.purposes.leaves,
                &norm.parties.leaves,
                *id,
            )
        };
        key(a).cmp(&key(b))
    });
    order
}
