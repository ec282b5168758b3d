//! Every request that the two revisions judge differently, as products of leaf sets with the situations in which they do.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::boxes::Product;
use super::cubes::cubes;
use super::{Cube, Effect};
use crate::decide::Verdict;
use crate::diff::vocabulary::{JointVocabulary, Side};
use crate::norm::NormId;
use crate::policy::Policy;
use crate::region::{Cell, Content, Effort, LeafMaps, Region, RuleId, Situation, Space, Step, Visitor};
use crate::vocabulary::{Dimension, LeafSet};

/// How many situations are looked at in all before the search is cut off: minutes of work, which only a policy made for
/// it needs.
const LIMIT: usize = 1 << 22;

/// Above this many conditions that matter in one cell their cubes are not minimised: a table of them would be too long.
const FEW: usize = 12;

/// The sides of the space: the two revisions, and the same two with the words they do not know read as other parts of what
/// they do.
const OLD: u8 = 0;
const NEW: u8 = 1;
const GENERAL: u8 = 2;

/// What happens to requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Kind {
    pub(super) effect: Effect,
    /// Under a general name it was and is the same.
    pub(super) only_named: bool,
}

/// A part of the conditions and states of a cell, with the norms that decide in it.
#[derive(Debug, Clone)]
pub(super) struct Decided {
    strengths: (u8, u8),
    asserted: Vec<LeafSet>,
    denied: LeafSet,
    pub(super) from: Verdict,
    pub(super) to: Verdict,
    pub(super) before: Vec<NormId>,
    pub(super) after: Vec<NormId>,
}

impl Decided {
    pub(super) fn contains(&self, strength: u8, asserted: &LeafSet) -> bool {
        self.strengths.0 <= strength
            && strength <= self.strengths.1
            && self.asserted.iter().all(|any| any.intersects(asserted))
            && !self.denied.intersects(asserted)
    }
}

/// Where and when the same thing happens to the requests of a cell.
#[derive(Debug, Clone)]
pub(super) struct Happening {
    pub(super) kind: Kind,
    /// The strengths, as bits.
    pub(super) strengths: u8,
    pub(super) cubes: Vec<Cube>,
    /// The same again, with the norms.
    pub(super) decided: Rc<Vec<Decided>>,
}

/// A product of requests and what happens to it.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) product: Product,
    pub(super) happening: Rc<Happening>,
}

/// What the search finds.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) pieces: Vec<Piece>,
    /// Per revision: the norms of which the other has no like.
    pub(super) changed: [Vec<NormId>; 2],
    /// Whether there are no more pieces.
    pub(super) complete: bool,
}

/// Finds all pieces.
pub(super) fn search(old: &Policy, new: &Policy, vocabulary: &JointVocabulary) -> Found {
    let maps = [maps(vocabulary, Side::Old, old), maps(vocabulary, Side::New, new)];
    let general = Side::BOTH.map(|side| general(vocabulary, side, old, new));
    let asks_general = general
        .iter()
        .any(|one| !one.also.is_empty() || !one.unnamed.is_empty());
    let general: Vec<LeafMaps> = (maps.iter().zip(general))
        .map(|(maps, general)| {
            let mut maps = maps.clone();
            maps.also.extend(general.also);
            maps.unnamed = general.unnamed;
            maps
        })
        .collect();
    let mut policies = vec![(old, &maps[0]), (new, &maps[1])];
    if asks_general {
        policies.extend([(old, &general[0]), (new, &general[1])]);
    }
    let space = Space::joint(&policies);
    let two = [(old, &maps[0]), (new, &maps[1])];
    // What differs is seen on the two revisions alone.
    let plain = if asks_general { Some(Space::joint(&two)) } else { None };
    let differing = differing(plain.as_ref().unwrap_or(&space), [old, new]);
    let changed = [OLD, NEW].map(|side| {
        let of_side = differing.norms.iter().filter(|id| id.side == side);
        of_side.map(|id| id.norm).collect()
    });
    if differing.norms.is_empty() && differing.linked.is_empty() {
        return Found {
            pieces: Vec::new(),
            changed,
            complete: true,
        };
    }
    let mut visitor = Collecting {
        asks_general,
        differing,
        known: FxHashMap::default(),
        pieces: Vec::new(),
        looked_at: 0,
        complete: true,
    };
    let _ = space.walk(space.everything(), &space.all_rules(), &mut visitor);
    Found {
        pieces: visitor.pieces,
        changed,
        complete: visitor.complete,
    }
}

/// Where the leaves of one revision stand among the joint ones.
fn maps(vocabulary: &JointVocabulary, side: Side, policy: &Policy) -> LeafMaps {
    let mut also = Vec::new();
    let mut leaves = |dimension: Dimension| -> Vec<u32> {
        let joint = vocabulary.joint(dimension);
        let graph = policy.vocabulary.graph(dimension);
        (0..graph.leaf_count() as u32)
            .map(|leaf| {
                let mut places = joint.places(side, leaf);
                let first = places.next().unwrap_or_default();
                also.extend(places.map(|place| (dimension, leaf, place)));
                first
            })
            .collect()
    };
    let [data, parties, purposes, conditions] = Dimension::ALL.map(&mut leaves);
    let routes = &vocabulary.routes.routes;
    LeafMaps {
        data,
        parties,
        purposes,
        conditions,
        routes: (0..policy.vocabulary.routes.len() as u32)
            .map(|route| {
                let place = routes.iter().position(|joint| joint.on(side) == Some(route));
                place.unwrap_or_default() as u32
            })
            .collect(),
        also,
        unnamed: Vec::new(),
    }
}

/// What a revision says of words that it does not know, by its wider ones.
#[derive(Default)]
struct General {
    /// The leaf その他の X of every word X that it knows and that contains them.
    also: Vec<(Dimension, u32, u32)>,
    /// Where nothing but the top element contains them.
    unnamed: Vec<(Dimension, u32)>,
}

fn general(vocabulary: &JointVocabulary, side: Side, old: &Policy, new: &Policy) -> General {
    let (this, other) = match side {
        Side::Old => (old, new),
        Side::New => (new, old),
    };
    let mut found = General::default();
    for dimension in [Dimension::Data, Dimension::Party, Dimension::Purpose] {
        let joint = vocabulary.joint(dimension);
        let (graph, others) = (this.vocabulary.graph(dimension), other.vocabulary.graph(dimension));
        for (place, leaf) in (0u32..).zip(&joint.leaves) {
            let (None, Some(leaf)) = (leaf.on(side), leaf.on(side.other())) else {
                continue;
            };
            let mut open = vec![others.leaf_concept(leaf)];
            let mut seen = BTreeSet::new();
            let mut above = BTreeSet::new();
            while let Some(id) = open.pop() {
                match joint.counterpart(side.other(), id) {
                    Some(known) => {
                        above.extend(graph.own_leaf(known).first());
                    }
                    None if seen.insert(id) => open.extend(&others.get(id).parents),
                    None => {}
                }
            }
            if above.is_empty() {
                found.unnamed.push((dimension, place));
            }
            found.also.extend(above.into_iter().map(|own| (dimension, own, place)));
        }
    }
    found
}

/// The norms of which the other revision has no like, by number per revision, and the data that is linked otherwise.
struct Differing {
    norms: BTreeSet<RuleId>,
    linked: LeafSet,
}

fn differing(space: &Space, policies: [&Policy; 2]) -> Differing {
    let mut open: FxHashMap<Content<'_>, Vec<RuleId>> = FxHashMap::default();
    let mut norms = BTreeSet::new();
    let mut twins: Vec<(RuleId, RuleId)> = Vec::new();
    let all = space.all_rules();
    let of = |side: u8| all.iter().copied().filter(move |id| id.side == side);
    // The last first, so that taking from the end takes them in order.
    for id in of(OLD).collect::<Vec<_>>().into_iter().rev() {
        open.entry(space.content(id)).or_default().push(id);
    }
    for id in of(NEW) {
        match open.get_mut(&space.content(id)).and_then(Vec::pop) {
            Some(twin) => twins.push((twin, id)),
            None => {
                norms.insert(id);
            }
        }
    }
    let twinned: BTreeSet<RuleId> = twins.iter().map(|(old, _)| *old).collect();
    norms.extend(of(OLD).filter(|id| !twinned.contains(id)));
    // Norms that say the same may still give way to others.
    let orders = |id: RuleId| {
        let norm = &policies[usize::from(id.side)].norms[id.norm.0 as usize];
        !norm.unless.clauses.is_empty() || !norm.priority_over.is_empty()
    };
    for (old, new) in twins.iter().filter(|(old, new)| orders(*old) || orders(*new)) {
        let alike = twins.iter().all(|(other_old, other_new)| {
            space.gives_way(*old, other_old.norm) == space.gives_way(*new, other_new.norm)
                && space.gives_way(*other_old, old.norm) == space.gives_way(*other_new, new.norm)
        });
        if !alike {
            norms.extend([*old, *new]);
        }
    }
    Differing {
        norms,
        linked: space.linked_otherwise(),
    }
}

/// What the search has found.
struct Collecting {
    /// The space has the general sides as well.
    asks_general: bool,
    differing: Differing,
    /// What happens where the same norms may speak, of data that no linking starts at.
    known: FxHashMap<(LeafSet, Vec<RuleId>), Vec<Rc<Happening>>>,
    pieces: Vec<Piece>,
    looked_at: usize,
    complete: bool,
}

impl Visitor for Collecting {
    fn enter(&mut self, region: &Region, members: &[RuleId]) -> bool {
        members.iter().any(|id| self.differing.norms.contains(id)) || region.data.intersects(&self.differing.linked)
    }

    fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
        let members = cell.members.iter().map(|member| member.id).collect();
        let data = match cell.is_linked() {
            true => cell.region.data.clone(),
            false => LeafSet::empty(),
        };
        let happenings = match self.known.get(&(data.clone(), members)) {
            Some(known) => known.clone(),
            None => {
                let found = self.explore(cell);
                let members = cell.members.iter().map(|member| member.id).collect();
                self.known.insert((data, members), found.clone());
                found
            }
        };
        let region = &cell.region;
        for act in region.acts.iter() {
            let product = Product::new(
                act,
                region.data.clone(),
                region.parties.clone(),
                region.purposes.clone(),
                region.routes.clone(),
            );
            self.pieces.extend(happenings.iter().map(|happening| Piece {
                product: product.clone(),
                happening: Rc::clone(happening),
            }));
        }
        match self.complete {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    }
}

impl Collecting {
    /// What happens to the requests of a cell.
    fn explore(&mut self, cell: &Cell<'_>) -> Vec<Rc<Happening>> {
        let mut found: BTreeMap<(Kind, (u8, u8)), Vec<Decided>> = BTreeMap::new();
        let mut atoms: Vec<LeafSet> = Vec::new();
        let mut looked_at = 0;
        let effort = cell.explore(|situation| {
            looked_at += 1;
            if atoms.is_empty() {
                atoms = situation.atoms().to_vec();
            }
            let (Some(from), Some(to)) = (situation.verdict(OLD), situation.verdict(NEW)) else {
                return Step::Split;
            };
            let Some(effect) = Effect::of(from, to) else {
                return Step::Done;
            };
            if !situation.is_settled(OLD) || !situation.is_settled(NEW) {
                return Step::Split;
            }
            let Some(only_named) = self.only_named(situation, from, to) else {
                return Step::Split;
            };
            let kind = Kind { effect, only_named };
            found.entry((kind, situation.strengths)).or_default().push(Decided {
                strengths: situation.strengths,
                asserted: situation.asserted(),
                denied: situation.denied(),
                from,
                to,
                before: situation.deciding(OLD),
                after: situation.deciding(NEW),
            });
            Step::Done
        });
        self.looked_at += looked_at;
        self.complete &= effort != Effort::CutOff && self.looked_at < LIMIT;
        happenings(found, &atoms)
    }

    /// Whether the revision that states nothing has the verdict of the other under a general name; `None`: conditions that
    /// matter to that are open.
    fn only_named(&self, situation: &Situation<'_>, from: Verdict, to: Verdict) -> Option<bool> {
        if !self.asks_general || (from != Verdict::NotStated && to != Verdict::NotStated) {
            return Some(false);
        }
        let [before, after] = [OLD, NEW].map(|side| situation.verdict(GENERAL + side));
        let (before, after) = (before?, after?);
        Some(before == after && (before, after) != (from, to))
    }
}

/// The situations of each kind as cubes, strengths with the same cubes together.
fn happenings(found: BTreeMap<(Kind, (u8, u8)), Vec<Decided>>, atoms: &[LeafSet]) -> Vec<Rc<Happening>> {
    let mut all: Vec<Happening> = Vec::new();
    for ((kind, strengths), decided) in found {
        let bits = (strengths.0..=strengths.1).fold(0, |bits, strength| bits | 1 << strength);
        let cubes = conditions(&decided, atoms);
        match all.iter_mut().find(|known| known.kind == kind && known.cubes == cubes) {
            Some(known) => {
                known.strengths |= bits;
                Rc::make_mut(&mut known.decided).extend(decided);
            }
            None => all.push(Happening {
                kind,
                strengths: bits,
                cubes,
                decided: Rc::new(decided),
            }),
        }
    }
    all.into_iter().map(Rc::new).collect()
}

/// The conditions under which one of some situations is given.
fn conditions(situations: &[Decided], atoms: &[LeafSet]) -> Vec<Cube> {
    let matters = |atom: &&LeafSet| {
        let mut situations = situations.iter();
        situations.any(|situation| situation.asserted.contains(atom) || situation.denied.intersects(atom))
    };
    let mut atoms: Vec<LeafSet> = atoms.iter().filter(matters).cloned().collect();
    atoms.sort_unstable();
    if atoms.len() > FEW {
        let each = situations.iter().map(|situation| {
            let mut all_of = situation.asserted.clone();
            all_of.sort_unstable();
            Cube {
                all_of,
                none_of: situation.denied.clone(),
            }
        });
        return each.collect::<BTreeSet<_>>().into_iter().collect();
    }
    let mut table = vec![false; 1 << atoms.len()];
    let mask = |is_in: &dyn Fn(&LeafSet) -> bool| -> usize {
        let bits = atoms.iter().enumerate().filter(|(_, atom)| is_in(atom));
        bits.fold(0, |mask, (bit, _)| mask | 1 << bit)
    };
    for situation in situations {
        let asserted = mask(&|atom| situation.asserted.contains(atom));
        let denied = mask(&|atom| situation.denied.intersects(atom));
        let free = (table.len() - 1) & !asserted & !denied;
        let mut further = free;
        loop {
            table[asserted | further] = true;
            if further == 0 {
                break;
            }
            further = (further - 1) & free;
        }
    }
    cubes(&table, &atoms)
}
