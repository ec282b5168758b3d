//! Every request that the two revisions judge differently, as products of leaf sets with the situations in which they do.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::Effect;
use super::boxes::Product;
use super::cubes::{Cubes, cubes};
use super::lapses::known_lapses;
use super::outside::{self, Outside};
use crate::decide::Verdict;
use crate::diff::vocabulary::{Joint, JointVocabulary, Side};
use crate::norm::NormId;
use crate::policy::Policy;
use crate::region::{
    AXES, Also, Axis, Cell, Content, CutOff, Judgement, LeafMaps, Region, RuleId, Space, Visitor, When, Wider,
};
use crate::vocabulary::{Attribute, ConceptId, Dimension, Graph, LeafSet};

/// How much is looked at and made in all, in nodes of diagrams, before the search is cut off: many seconds of work, which only
/// a policy made for it needs.
const LIMIT: usize = 1 << 27;

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

/// Where and when the same thing happens to the requests of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Happening {
    pub(super) kind: Kind,
    /// The strengths, as bits.
    pub(super) strengths: u8,
    pub(super) conditions: Cubes,
    /// How it is with the requests that these conditions leave out.
    pub(super) outside: Outside,
    /// The verdicts before and after, each of some of the requests.
    pub(super) verdicts: BTreeSet<(Verdict, Verdict)>,
    /// The norms that decide some of the requests, per revision.
    pub(super) deciding: [BTreeSet<NormId>; 2],
    /// At the least strength the fewest conditions asserted under which it happens, and the norms that decide then.
    pub(super) example: Instance,
}

/// A request but for its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Instance {
    pub(super) strength: u8,
    pub(super) asserted: LeafSet,
    pub(super) deciding: [Vec<NormId>; 2],
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
    search_along(&AXES, old, new, vocabulary)
}

/// The same over these dimensions.
fn search_along(axes: &[Axis], old: &Policy, new: &Policy, vocabulary: &JointVocabulary) -> Found {
    let maps = [
        maps(vocabulary, Side::Old, old, new),
        maps(vocabulary, Side::New, new, old),
    ];
    let general = Side::BOTH.map(|side| general(vocabulary, side, old, new));
    let asks_general = general.iter().any(|also| !also.is_empty());
    let general: Vec<LeafMaps> = (maps.iter().zip(general))
        .map(|(maps, general)| {
            let mut maps = maps.clone();
            maps.also.extend(general);
            maps
        })
        .collect();
    let mut policies = vec![(old, &maps[0]), (new, &maps[1])];
    if asks_general {
        policies.extend([(old, &general[0]), (new, &general[1])]);
    }
    let space = Space::along(axes, &policies);
    let two = [(old, &maps[0]), (new, &maps[1])];
    // What differs is seen on the two revisions alone.
    let plain = if asks_general {
        Some(Space::along(axes, &two))
    } else {
        None
    };
    let general_space = asks_general.then_some(&space);
    let mut differing = differing(plain.as_ref().unwrap_or(&space), general_space, [old, new]);
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
    if asks_general {
        let general: Vec<RuleId> = (differing.norms.iter())
            .map(|id| RuleId {
                side: GENERAL + id.side,
                ..*id
            })
            .collect();
        differing.norms.extend(general);
    }
    let mut visitor = Collecting {
        asks_general,
        differing,
        known: FxHashMap::default(),
        pieces: Vec::new(),
        spent: 0,
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
fn maps(vocabulary: &JointVocabulary, side: Side, policy: &Policy, other: &Policy) -> LeafMaps {
    let mut also = Vec::new();
    let mut leaves = |dimension: Dimension| -> Vec<u32> {
        let joint = vocabulary.joint(dimension);
        let graph = policy.vocabulary.graph(dimension);
        (0..graph.leaf_count() as u32)
            .map(|leaf| {
                let mut places = joint.places(side, leaf);
                let first = places.next().unwrap_or_default();
                also.extend(places.map(|place| Also {
                    dimension,
                    leaf,
                    place,
                    by: Wider::All,
                }));
                first
            })
            .collect()
    };
    let leaves = Dimension::ALL.map(&mut leaves);
    let joint = &vocabulary.routes.routes;
    let routes = (0..policy.vocabulary.routes.len() as u32).map(|route| {
        let place = joint.iter().position(|joint| joint.on(side) == Some(route));
        place.unwrap_or_default() as u32
    });
    also.extend(known_lapses(&vocabulary.conditions, side, policy, other));
    let mut maps = LeafMaps::new(leaves, routes.collect());
    maps.also = also;
    maps
}

/// What a revision says of words that it does not know, by its wider ones: the leaf その他の X of every word X that it knows
/// and that contains them; where it knows none, what it says of what nobody named.
///
/// What it permits by a wider name does not reach two kinds of words: one that takes the place of a shorter word of this revision,
/// which named what it handles more narrowly (生年, where the other has 生年月日); and somebody abroad, where the wider name is not
/// one of parties abroad.
fn general(vocabulary: &JointVocabulary, side: Side, old: &Policy, new: &Policy) -> Vec<Also> {
    let (this, other) = match side {
        Side::Old => (old, new),
        Side::New => (new, old),
    };
    let mut found = Vec::new();
    for dimension in [Dimension::Data, Dimension::Party, Dimension::Purpose] {
        let joint = vocabulary.joint(dimension);
        let (graph, others) = (this.vocabulary.graph(dimension), other.vocabulary.graph(dimension));
        for (place, leaf) in (0u32..).zip(&joint.leaves) {
            let (None, Some(leaf)) = (leaf.on(side), leaf.on(side.other())) else {
                continue;
            };
            let word = others.leaf_concept(leaf);
            // A party that the revision has elsewhere is here as good as unknown to it.
            let from = match joint.elsewhere().contains(place) {
                true => others.get(others.party_of(word).unwrap_or(word)).parents.clone(),
                false => vec![word],
            };
            let mut above = above(joint, side, graph, others, from);
            if above.is_empty() {
                let other = graph.other().map(|other| graph.leaves_of(other));
                above.extend(other.and_then(LeafSet::first));
            }
            let is_abroad = others.leaves_with(Attribute::Foreign).contains(leaf);
            let by = |own: u32| match () {
                () if joint.is_rest_of_longer(place) => Wider::Refusals,
                () if is_abroad && !graph.leaves_with(Attribute::Foreign).contains(own) => Wider::Abroad,
                () => Wider::All,
            };
            found.extend(above.into_iter().map(|leaf| Also {
                dimension,
                leaf,
                place,
                by: by(leaf),
            }));
        }
    }
    found
}

/// The leaves その他の X of the nearest words X that a revision knows among some of the other and above them.
fn above(joint: &Joint, side: Side, graph: &Graph, others: &Graph, mut open: Vec<ConceptId>) -> BTreeSet<u32> {
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
    above
}

/// The norms of which the other revision has no like, by number per revision, and the data that is linked otherwise.
struct Differing {
    norms: BTreeSet<RuleId>,
    linked: LeafSet,
}

/// `general` is the space with the general sides, where there are any: what is alike by itself may differ there, where an
/// exception went together with the word it excepts.
fn differing(space: &Space, general: Option<&Space>, policies: [&Policy; 2]) -> Differing {
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
    if let Some(general) = general {
        let content = |id: &RuleId| {
            let side = GENERAL + id.side;
            general.content(RuleId { side, ..*id })
        };
        let differ = twins.iter().filter(|(old, new)| content(old) != content(new));
        norms.extend(differ.flat_map(|(old, new)| [*old, *new]));
    }
    let twinned: BTreeSet<RuleId> = twins.iter().map(|(old, _)| *old).collect();
    norms.extend(of(OLD).filter(|id| !twinned.contains(id)));
    // Norms that say the same may still give way to others.
    let orders = |id: RuleId| {
        let norm = &policies[usize::from(id.side)].norms[id.norm.0 as usize];
        !norm.unless.clauses.is_empty() || !norm.priority_over.is_empty()
    };
    let (olds, news): (Vec<NormId>, Vec<NormId>) = twins.iter().map(|(old, new)| (old.norm, new.norm)).unzip();
    let (before, after) = (space.orders(OLD, &olds), space.orders(NEW, &news));
    for (at, (before, after)) in before.iter().zip(&after).enumerate() {
        let (before, after): (BTreeSet<&usize>, BTreeSet<&usize>) = (before.iter().collect(), after.iter().collect());
        let others = before.symmetric_difference(&after).map(|other| **other);
        for (old, new) in others.flat_map(|other| [twins[at], twins[other]]) {
            if orders(old) || orders(new) {
                norms.extend([old, new]);
            }
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
    /// How much was looked at, in nodes.
    spent: usize,
    complete: bool,
}

impl Visitor for Collecting {
    fn enter(&mut self, region: &Region, members: &[RuleId]) -> bool {
        members.iter().any(|id| self.differing.norms.contains(id)) || region.data().intersects(&self.differing.linked)
    }

    fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
        let members = cell.members.iter().map(|member| member.id).collect();
        let data = match cell.is_linked() {
            true => cell.region.data().clone(),
            false => LeafSet::empty(),
        };
        let happenings = match self.known.get(&(data.clone(), members)) {
            Some(known) => known.clone(),
            None => {
                let found = self.look_at(cell).unwrap_or_else(|CutOff| {
                    self.complete = false;
                    Vec::new()
                });
                let members = cell.members.iter().map(|member| member.id).collect();
                self.known.insert((data, members), found.clone());
                found
            }
        };
        let product = Product::new(cell.region.acts, &cell.region.sets);
        self.pieces.extend(happenings.iter().map(|happening| Piece {
            product: product.clone(),
            happening: Rc::clone(happening),
        }));
        match self.complete {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    }
}

impl Collecting {
    /// What happens to the requests of a cell.
    fn look_at(&mut self, cell: &Cell<'_>) -> Result<Vec<Rc<Happening>>, CutOff> {
        let mut found: Vec<Happening> = Vec::new();
        for strengths in cell.strengths() {
            let judgement = cell.judge(strengths)?;
            self.spent += judgement.cost() + judgement.leaves().len() + cell.members.len() + cell.take_work();
            if self.spent > LIMIT {
                return Err(CutOff);
            }
            for (kind, happens) in self.changes(&judgement)? {
                let sides = match kind.only_named {
                    true => [OLD, NEW],
                    false => self.real(),
                };
                let happening = happening(cell, &judgement, sides, kind, &happens)?;
                // Strengths at which the same happens under the same conditions are told together.
                let what = |one: &Happening| (one.kind, one.outside);
                let alike = |known: &&mut Happening| {
                    what(known) == what(&happening) && known.conditions == happening.conditions
                };
                match found.iter_mut().find(alike) {
                    Some(known) => known.add(happening),
                    None => found.push(happening),
                }
            }
        }
        Ok(found.into_iter().map(Rc::new).collect())
    }

    /// What happens when: per kind, from which verdict to which, when.
    ///
    /// A word that only one revision knows is, in the other, a part of what contains it there: what becomes of it is read off the
    /// general sides. What is the same on these, and is not on the two revisions by themselves, is only named.
    fn changes(&self, judgement: &Judgement) -> Result<BTreeMap<Kind, Vec<Change>>, CutOff> {
        let mut found: BTreeMap<Kind, Vec<Change>> = BTreeMap::new();
        let mut add = |only_named, from, to, when: When| {
            if let Some(effect) = Effect::of(from, to).filter(|_| !when.is_never()) {
                let changes = found.entry(Kind { effect, only_named }).or_default();
                changes.push(Change { from, to, when });
            }
        };
        let [old, new] = self.real().map(|side| judgement.side(side));
        let mut same = When::Never;
        for from in Verdict::ALL {
            let before = old.when(from)?;
            for to in Verdict::ALL {
                let when = before.and(&new.when(to)?)?;
                match from == to {
                    true => same = same.or(&when)?,
                    false => add(false, from, to, when),
                }
            }
        }
        if !self.asks_general {
            return Ok(found);
        }
        let [old, new] = [OLD, NEW].map(|side| judgement.side(side));
        for from in Verdict::ALL {
            let before = old.when(from)?.and(&same)?;
            for to in Verdict::ALL {
                add(true, from, to, before.and(&new.when(to)?)?);
            }
        }
        Ok(found)
    }

    /// The sides that say what really changes.
    fn real(&self) -> [u8; 2] {
        match self.asks_general {
            true => [GENERAL + OLD, GENERAL + NEW],
            false => [OLD, NEW],
        }
    }
}

/// From which verdict to which, and when.
struct Change {
    from: Verdict,
    to: Verdict,
    when: When,
}

/// `sides` are those on which it happens.
fn happening(
    cell: &Cell<'_>,
    judgement: &Judgement,
    sides: [u8; 2],
    kind: Kind,
    changes: &[Change],
) -> Result<Happening, CutOff> {
    let when = When::any(changes.iter().map(|change| change.when.clone()))?;
    let deciding = |side: u8| -> Result<BTreeSet<NormId>, CutOff> {
        let mut found = BTreeSet::new();
        for norm in judgement.norms(side) {
            let decides = judgement.decides(cell, judgement.side(side), RuleId { side, norm })?;
            if decides.meets(&when)? {
                found.insert(norm);
            }
        }
        Ok(found)
    };
    // It happens at some time: `when` is not never.
    let fewest = when.fewest().unwrap_or_default();
    let at = |side: u8| {
        let decided = judgement.at(cell, side, &fewest, |_| true);
        decided.deciding
    };
    let strengths = judgement.strengths;
    let conditions = cubes(&when, judgement.leaves())?;
    Ok(Happening {
        kind,
        strengths: (strengths.0..=strengths.1).fold(0, |bits, strength| bits | 1 << strength),
        outside: outside::of(judgement, sides, kind.effect, &when, &conditions)?,
        conditions,
        verdicts: changes.iter().map(|change| (change.from, change.to)).collect(),
        deciding: [deciding(sides[0])?, deciding(sides[1])?],
        example: Instance {
            strength: strengths.0,
            asserted: judgement.asserting(&fewest),
            deciding: sides.map(at),
        },
    })
}

impl Happening {
    /// Takes in the same at further strengths.
    fn add(&mut self, other: Self) {
        self.strengths |= other.strengths;
        self.verdicts.extend(other.verdicts);
        for (own, others) in self.deciding.iter_mut().zip(other.deciding) {
            own.extend(others);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{NoImports, Options, compile};
    use crate::diff::vocabulary::Anchors;

    fn policy(basis: &str) -> Policy {
        let source = format!(
            "情報 個人情報 {{ ・氏名［直接識別］ }}\n方針「個人情報」{{\n  章 保管「保管」{{\n    保管［氏名］「氏名を保管します。」{{ {basis} }}\n  }}\n}}\n"
        );
        let compilation = compile("見本.policy", source.into(), &mut NoImports, &Options::default());
        compilation.policy.expect("a policy")
    }

    /// A dimension that the comparison does not have: on the basis that a norm names, and on another.
    const BASIS: Axis = Axis {
        leaves: |_| 2,
        of: |_, _, norm| (!norm.basis.is_empty()).then(|| LeafSet::single(0)),
    };

    #[test]
    fn a_further_dimension_is_searched_like_the_others() {
        let (old, new) = (policy(""), policy("根拠［契約］"));
        let vocabulary = JointVocabulary::of(&old, &new, &Anchors::new());
        assert!(
            search(&old, &new, &vocabulary).pieces.is_empty(),
            "bases are no dimension"
        );
        let axes: Vec<Axis> = AXES.into_iter().chain([BASIS]).collect();
        let found = search_along(&axes, &old, &new, &vocabulary);
        assert!(found.complete && !found.pieces.is_empty());
        for piece in &found.pieces {
            assert_eq!(piece.happening.kind.effect, Effect::Withdraws);
            assert_eq!(piece.product.along(AXES.len()), &LeafSet::single(1), "on another basis");
        }
    }
}
