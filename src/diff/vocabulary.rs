//! One numbering of leaves over the vocabularies of two revisions, and what happened to their words.
//!
//! A leaf is matched by the concept it belongs to: the concept itself or その他 of it. So a concept that was a leaf and now
//! contains something is still the same word. What only one revision knows is 定めなし in the other
//! (`docs/semantics.en.md`, "Two revisions").

mod longer;
mod matching;
mod numbering;
mod side;

pub use matching::{Entry, EntryChange};
pub use side::{Anchors, JointLeaf, Side};

use crate::characters::key;
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, Dimension, Graph, LeafSet, Route};

/// The four vocabularies and the routes of two revisions, numbered together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JointVocabulary {
    /// Data categories.
    pub data: Joint,
    /// Parties.
    pub parties: Joint,
    /// Purposes.
    pub purposes: Joint,
    /// Conditions.
    pub conditions: Joint,
    /// Routes of collection.
    pub routes: JointRoutes,
}

/// One vocabulary of two revisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joint {
    /// Which.
    pub dimension: Dimension,
    /// The joint leaves: what each is in the two revisions. At least one of the two is known.
    pub leaves: Vec<JointLeaf>,
    /// Per concept of each revision, the top element included: the same concept in the other.
    pub concepts: [Vec<Option<ConceptId>>; 2],
    /// Per leaf of each revision: the joint leaves it stands for.
    of: [Vec<LeafSet>; 2],
    /// Per revision: the joint leaves it knows.
    known: [LeafSet; 2],
    /// Those that both know.
    shared: LeafSet,
    /// Where one revision has a shorter word for what the other calls by a longer one: 生年, 生年月日.
    parts: LeafSet,
    /// What the longer words mean beside.
    rests: LeafSet,
    /// Parties of both where only one revision has them.
    elsewhere: LeafSet,
    /// What happened to the words, those that were taken out first, then in the order of the new revision.
    pub entries: Vec<Entry>,
}

/// The routes of two revisions: joint number to number in each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct JointRoutes {
    /// What each joint route is in the two revisions.
    pub routes: Vec<JointLeaf>,
}

impl JointVocabulary {
    /// Numbers the words of both. `anchors` says which clauses go by another anchor in the new revision.
    #[must_use]
    pub fn of(old: &Policy, new: &Policy, anchors: &Anchors) -> Self {
        let joint = |dimension| {
            let (old, new) = (old.vocabulary.graph(dimension), new.vocabulary.graph(dimension));
            Joint::of(old, new, anchors)
        };
        Self {
            data: joint(Dimension::Data),
            parties: joint(Dimension::Party),
            purposes: joint(Dimension::Purpose),
            conditions: joint(Dimension::Condition),
            routes: JointRoutes::of(&old.vocabulary.routes, &new.vocabulary.routes),
        }
    }

    /// One of the four.
    #[must_use]
    pub fn joint(&self, dimension: Dimension) -> &Joint {
        match dimension {
            Dimension::Data => &self.data,
            Dimension::Party => &self.parties,
            Dimension::Purpose => &self.purposes,
            Dimension::Condition => &self.conditions,
        }
    }

    /// What happened to the words of all four, in their order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        Dimension::ALL
            .into_iter()
            .flat_map(|dimension| &self.joint(dimension).entries)
    }
}

impl Joint {
    /// Numbers the leaves of two graphs of one dimension.
    #[must_use]
    pub fn of(old: &Graph, new: &Graph, anchors: &Anchors) -> Self {
        let matching = matching::concepts(old, new, anchors);
        let mut leaves = numbering::leaves(old, new, &matching.new_of_old);
        let longer::Longer { parts, rests } = longer::merge(&mut leaves, old, new, &matching);
        let of = Side::BOTH.map(|side| {
            let count = match side {
                Side::Old => old.leaf_count(),
                Side::New => new.leaf_count(),
            };
            let mut of: Vec<Vec<u32>> = vec![Vec::new(); count];
            for (joint, leaf) in leaves.iter().enumerate() {
                if let Some(leaf) = leaf.on(side) {
                    of[leaf as usize].push(joint as u32);
                }
            }
            of.into_iter().map(|leaves| leaves.into_iter().collect()).collect()
        });
        let known = Side::BOTH.map(|side| {
            let known = (0u32..).zip(&leaves).filter(|(_, leaf)| leaf.on(side).is_some());
            known.map(|(joint, _)| joint).collect::<LeafSet>()
        });
        Self {
            dimension: new.dimension(),
            shared: known[0].intersection(&known[1]),
            parts,
            rests,
            elsewhere: elsewhere(&leaves, old, new, &matching),
            known,
            entries: matching.entries(old, new),
            concepts: [matching.new_of_old, matching.old_of_new],
            leaves,
            of,
        }
    }

    /// A set of leaves of one revision in joint numbers.
    #[must_use]
    pub fn joint_set(&self, side: Side, set: &LeafSet) -> LeafSet {
        let of = &self.of[side.index()];
        set.iter()
            .filter_map(|leaf| of.get(leaf as usize))
            .flat_map(LeafSet::iter)
            .collect()
    }

    /// Joint leaves in the numbers of one revision; what it does not know is left out.
    #[must_use]
    pub fn side_set(&self, side: Side, set: &LeafSet) -> LeafSet {
        set.iter()
            .filter_map(|joint| self.leaves[joint as usize].on(side))
            .collect()
    }

    /// The joint leaves that one revision knows.
    #[must_use]
    pub fn known(&self, side: Side) -> &LeafSet {
        &self.known[side.index()]
    }

    /// The joint leaves that both revisions know.
    #[must_use]
    pub fn shared(&self) -> &LeafSet {
        &self.shared
    }

    /// The joint leaves of shorter words for which the other revision has a longer one.
    #[must_use]
    pub fn parts_of_longer(&self) -> &LeafSet {
        &self.parts
    }

    /// The joint leaves of parties that both revisions know, in a country where only one of the two has them.
    #[must_use]
    pub fn elsewhere(&self) -> &LeafSet {
        &self.elsewhere
    }

    /// Whether a joint leaf is what a longer word means beside the shorter one whose place it takes.
    #[must_use]
    pub fn is_rest_of_longer(&self, place: u32) -> bool {
        self.rests.contains(place)
    }

    /// Whether a leaf of one revision is a longer word that takes the place of a shorter one.
    #[must_use]
    pub fn is_longer(&self, side: Side, leaf: u32) -> bool {
        let mut places = self.places(side, leaf);
        places.any(|place| self.rests.contains(place))
    }

    /// The leaf of the other revision whose place a leaf of one takes, or that takes its place, one being a part of the other.
    #[must_use]
    pub fn replaced(&self, side: Side, leaf: u32) -> Option<u32> {
        let place = self.places(side, leaf).find(|place| self.parts.contains(*place))?;
        self.leaves[place as usize].on(side.other())
    }

    /// Joint leaves as the leaves of a revision by which they can be named: those that stand for nothing beyond them.
    #[must_use]
    pub fn nameable(&self, side: Side, set: &LeafSet) -> Option<LeafSet> {
        if !set.is_subset(self.known(side)) {
            return None;
        }
        let leaves = self.side_set(side, set);
        // 生年 alone is not 生年月日.
        let beyond = self.parts.intersects(set) && {
            let beyond = self.joint_set(side, &leaves).difference(set);
            beyond.intersects(&self.rests)
        };
        (!beyond).then_some(leaves)
    }

    /// Where a leaf of one revision stands among the joint ones.
    pub(crate) fn places(&self, side: Side, leaf: u32) -> impl Iterator<Item = u32> + '_ {
        let places = self.of[side.index()].get(leaf as usize);
        places.into_iter().flat_map(LeafSet::iter)
    }

    /// The same concept in the other revision.
    #[must_use]
    pub fn counterpart(&self, side: Side, id: ConceptId) -> Option<ConceptId> {
        self.concepts[side.index()].get(id.index()).copied().flatten()
    }
}

/// The joint leaves that one revision alone knows, of parties that both know.
fn elsewhere(leaves: &[JointLeaf], old: &Graph, new: &Graph, matching: &matching::Matching) -> LeafSet {
    if new.dimension() != Dimension::Party || old.is_empty() || new.is_empty() {
        return LeafSet::empty();
    }
    let is_known = |leaf: &JointLeaf| match (leaf.old, leaf.new) {
        (Some(old_leaf), None) => matching.new_of_old[numbering::word(old, old_leaf).index()],
        (None, Some(new_leaf)) => matching.old_of_new[numbering::word(new, new_leaf).index()],
        _ => None,
    };
    let known = (0u32..)
        .zip(leaves)
        .filter(|(_, leaf)| is_known(leaf).is_some_and(|word| word != ConceptId::TOP));
    known.map(|(place, _)| place).collect()
}

impl JointRoutes {
    /// Numbers the routes of both: the same name is the same route, and so is the same wording where no name says otherwise.
    fn of(old: &[Route], new: &[Route]) -> Self {
        let find = |routes: &[Route], is: &dyn Fn(&Route) -> bool| {
            let mut found = (0u32..).zip(routes).filter(|(_, route)| is(route));
            let first = found.next().map(|(index, _)| index);
            first.filter(|_| found.next().is_none())
        };
        let mut taken = vec![None; new.len()];
        for by_wording in [false, true] {
            for (index, route) in (0u32..).zip(old) {
                if taken.contains(&Some(index)) {
                    continue;
                }
                let known =
                    |other: &Route, routes: &[Route]| routes.iter().any(|route| key(&route.name) == key(&other.name));
                let target = match by_wording {
                    false => find(new, &|other| key(&other.name) == key(&route.name)),
                    true if known(route, new) => None,
                    true => find(new, &|other| other.label == route.label && !known(other, old))
                        .filter(|_| find(old, &|other| other.label == route.label && !known(other, new)).is_some()),
                };
                if let Some(target) = target {
                    taken[target as usize] = Some(index);
                }
            }
        }
        let mut routes: Vec<JointLeaf> = (0u32..)
            .zip(&taken)
            .map(|(new, old)| JointLeaf {
                old: *old,
                new: Some(new),
            })
            .collect();
        let gone = (0..old.len() as u32).filter(|index| !taken.contains(&Some(*index)));
        routes.extend(gone.map(|old| JointLeaf {
            old: Some(old),
            new: None,
        }));
        Self { routes }
    }

    /// The joint numbers of routes of one revision.
    #[must_use]
    pub fn joint_set(&self, side: Side, routes: &[u32]) -> Vec<u32> {
        (0u32..)
            .zip(&self.routes)
            .filter(|(_, route)| route.on(side).is_some_and(|route| routes.contains(&route)))
            .map(|(joint, _)| joint)
            .collect()
    }
}
