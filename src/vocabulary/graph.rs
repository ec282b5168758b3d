//! One vocabulary as a directed acyclic graph, and the leaf set of each of its names.

use std::collections::{BTreeSet, HashMap};

use super::attribute::Attribute;
use super::concept::{Concept, ConceptId, Origin};
use super::dimension::Dimension;
use super::leaf_set::LeafSet;
use crate::characters;

/// What a leaf number stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Leaf {
    /// A concept that contains nothing further.
    Concept(ConceptId),
    /// その他の X: what X contains and nobody named. Of the top element: what no name of the vocabulary stands for.
    Rest(ConceptId),
}

/// A containment that leads back to itself: the concepts on the way, each contained in the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle(pub Vec<ConceptId>);

/// One vocabulary.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    dimension: Dimension,
    /// The top element and the concepts; behind them what names the rests, in the order of their leaves.
    concepts: Vec<Concept>,
    /// How many of them are concepts.
    declared: usize,
    /// By the keys of the names.
    by_name: HashMap<String, ConceptId>,
    children: Vec<Vec<ConceptId>>,
    leaves: Vec<Leaf>,
    sets: Vec<LeafSet>,
    /// By attribute: the leaves of all concepts that carry it. Asked for every norm.
    attributed: Vec<LeafSet>,
    /// What names the rest of each concept that has one.
    rests: HashMap<ConceptId, ConceptId>,
}

impl Graph {
    /// Builds the graph under a top element of its own from concepts whose parents are ids in the finished graph
    /// (the first given concept is 1).
    ///
    /// # Errors
    /// A [`Cycle`], when a concept contains itself.
    pub fn build(dimension: Dimension, concepts: Vec<Concept>) -> Result<Self, Cycle> {
        let mut all = Vec::with_capacity(concepts.len() + 1);
        all.push(Concept::new(top_name(dimension), Origin::BuiltIn));
        all.extend(concepts);
        let mut children = vec![Vec::new(); all.len()];
        for (index, concept) in all.iter().enumerate().skip(1) {
            let id = ConceptId(index as u32);
            if concept.parents.is_empty() {
                children[0].push(id);
            }
            for parent in &concept.parents {
                let below = &mut children[parent.index()];
                // Named twice in one declaration, it is still one child.
                if below.last() != Some(&id) {
                    below.push(id);
                }
            }
        }
        let declared = all.len() - 1;
        let by_name = all
            .iter()
            .enumerate()
            .skip(1)
            .rev()
            .map(|(index, concept)| (characters::key(&concept.name).into_owned(), ConceptId(index as u32)))
            .collect();
        let undivided = |id: ConceptId| match id {
            ConceptId::TOP => has_other(dimension, &all),
            // Its places are all of it.
            id => all[id.index()].countries.len() < 2,
        };
        let (leaves, mut sets) = number_leaves(&children, undivided)?;
        let attributed = attributed(&all, &sets);
        // What names a rest comes behind the concepts: it can be asked about, and nothing else.
        let mut rests = HashMap::new();
        for (number, leaf) in (0u32..).zip(&leaves) {
            if let Leaf::Rest(id) = leaf {
                rests.insert(*id, ConceptId(all.len() as u32));
                all.push(Concept::new(rest_name(dimension, *id, &all), Origin::BuiltIn));
                sets.push(LeafSet::single(number));
            }
        }
        Ok(Self {
            dimension,
            concepts: all,
            declared,
            by_name,
            children,
            leaves,
            sets,
            attributed,
            rests,
        })
    }

    /// Which vocabulary this is.
    #[must_use]
    pub fn dimension(&self) -> Dimension {
        self.dimension
    }

    /// The concept with this id, or what names the rest of one.
    #[must_use]
    pub fn get(&self, id: ConceptId) -> &Concept {
        &self.concepts[id.index()]
    }

    /// All concepts below the top element, in order of declaration.
    pub fn iter(&self) -> impl Iterator<Item = (ConceptId, &Concept)> {
        let concepts = self.concepts.iter().enumerate().take(self.declared + 1);
        concepts
            .skip(1)
            .map(|(index, concept)| (ConceptId(index as u32), concept))
    }

    /// How many concepts there are, the top element not counted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.declared
    }

    /// Whether nothing was declared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The concept of this qualified name, however its width and its marks are written.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<ConceptId> {
        self.by_name.get(&*characters::key(name)).copied()
    }

    /// What a concept contains directly, in order of declaration.
    #[must_use]
    pub fn children(&self, id: ConceptId) -> &[ConceptId] {
        self.children.get(id.index()).map_or(&[], Vec::as_slice)
    }

    /// What a request names that asks about その他の X, what the concept contains and nobody named. `None` where there is no
    /// such leaf.
    #[must_use]
    pub fn rest(&self, id: ConceptId) -> Option<ConceptId> {
        self.rests.get(&id).copied()
    }

    /// What requests name that ask about the rest of something, each with what it is the rest of, in the order of their
    /// leaves.
    pub fn rests(&self) -> impl Iterator<Item = (ConceptId, ConceptId)> + '_ {
        let ids = (self.declared as u32 + 1..).map(ConceptId);
        let rests = self.leaves.iter().filter_map(|leaf| match leaf {
            Leaf::Rest(of) => Some(*of),
            Leaf::Concept(_) => None,
        });
        ids.zip(rests)
    }

    /// What a request names that asks about one leaf and no other.
    #[must_use]
    pub fn name_of_leaf(&self, leaf: u32) -> ConceptId {
        match self.leaf(leaf) {
            Leaf::Concept(id) => id,
            // INVARIANT: every rest has a name.
            Leaf::Rest(of) => self.rests[&of],
        }
    }

    /// Of what an id is the rest, where it is one.
    #[must_use]
    pub fn is_rest_of(&self, id: ConceptId) -> Option<ConceptId> {
        let is_rest = id.index() > self.declared;
        is_rest.then(|| self.leaf_concept(self.sets[id.index()].first().unwrap_or_default()))
    }

    /// What a request names that asks about something nobody named: a purpose that the policy does not know, a party that is
    /// none of those it speaks of. `None` of conditions: what is asserted has a name.
    #[must_use]
    pub fn other(&self) -> Option<ConceptId> {
        match self.dimension {
            Dimension::Condition => None,
            _ if self.is_empty() => Some(ConceptId::TOP),
            _ => self.rest(ConceptId::TOP).or_else(|| {
                let third = third_party(&self.concepts[..=self.declared])?;
                Some(self.rest(third).unwrap_or(third))
            }),
        }
    }

    /// The leaves below a concept (itself, when it is a leaf).
    #[must_use]
    pub fn leaves_of(&self, id: ConceptId) -> &LeafSet {
        &self.sets[id.index()]
    }

    /// The leaves below any of the concepts.
    #[must_use]
    pub fn leaves_of_all(&self, ids: &[ConceptId]) -> LeafSet {
        match ids {
            [one] => self.leaves_of(*one).clone(),
            many => LeafSet::union_all(many.iter().map(|id| self.leaves_of(*id))),
        }
    }

    /// How many leaves there are.
    #[must_use]
    pub fn leaf_count(&self) -> usize {
        self.leaves.len()
    }

    /// What a leaf number stands for.
    #[must_use]
    pub fn leaf(&self, leaf: u32) -> Leaf {
        self.leaves[leaf as usize]
    }

    /// What is shown for a leaf: the concept's label, or その他の X.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn leaf_label(&self, leaf: u32) -> String {
        match self.leaf(leaf) {
            Leaf::Concept(id) => self.get(id).label().to_owned(),
            Leaf::Rest(ConceptId::TOP) => rest_name(self.dimension, ConceptId::TOP, &self.concepts),
            Leaf::Rest(id) => format!("その他の{}", self.get(id).label()),
        }
    }

    /// The concept a leaf belongs to: itself, or the category it is the rest of.
    #[must_use]
    pub fn leaf_concept(&self, leaf: u32) -> ConceptId {
        match self.leaf(leaf) {
            Leaf::Concept(id) | Leaf::Rest(id) => id,
        }
    }

    /// The leaf of the concept and of nothing that it contains: itself, or その他の X of a category. None where its parts are all
    /// of it.
    #[must_use]
    pub fn own_leaf(&self, id: ConceptId) -> LeafSet {
        if id.index() > self.declared {
            return self.leaves_of(id).clone();
        }
        let rest = self
            .leaves_of(id)
            .iter()
            .find(|leaf| matches!(self.leaf(*leaf), Leaf::Rest(of) | Leaf::Concept(of) if of == id));
        rest.map_or_else(LeafSet::empty, LeafSet::single)
    }

    /// Whether `inner` lies below `outer` (or is it).
    #[must_use]
    pub fn contains(&self, outer: ConceptId, inner: ConceptId) -> bool {
        self.leaves_of(inner).is_subset(self.leaves_of(outer))
    }

    /// The fewest concepts whose leaves are exactly the set, widest first in order of declaration; leaves that no
    /// concept covers exactly are given as その他の X.
    #[must_use]
    pub fn describe(&self, set: &LeafSet) -> Vec<Leaf> {
        let mut found = Vec::new();
        let mut rest = set.clone();
        let mut stack = vec![ConceptId::TOP];
        let mut seen = BTreeSet::new();
        // What no name stands for comes behind the names.
        let other = match self.children(ConceptId::TOP).is_empty() {
            true => LeafSet::empty(),
            false => self.own_leaf(ConceptId::TOP).intersection(set),
        };
        rest = rest.difference(&other);
        while let Some(id) = stack.pop() {
            if rest.is_empty() || !seen.insert(id) || !self.leaves_of(id).intersects(&rest) {
                continue;
            }
            if id != ConceptId::TOP && self.leaves_of(id).is_subset(set) {
                found.push(Leaf::Concept(id));
                rest = rest.difference(self.leaves_of(id));
                continue;
            }
            let own = self.own_leaf(id);
            if id != ConceptId::TOP && !self.children(id).is_empty() && own.intersects(&rest) {
                found.push(Leaf::Rest(id));
                rest = rest.difference(&own);
            }
            stack.extend(self.children(id).iter().rev());
        }
        if !other.is_empty() {
            found.push(Leaf::Rest(ConceptId::TOP));
        }
        found
    }
}

fn attributed(concepts: &[Concept], sets: &[LeafSet]) -> Vec<LeafSet> {
    let mut found: Vec<Vec<&LeafSet>> = vec![Vec::new(); Attribute::ALL.len()];
    for (concept, leaves) in concepts.iter().zip(sets).skip(1) {
        for attribute in &concept.attributes {
            found[*attribute as usize].push(leaves);
        }
    }
    found.into_iter().map(LeafSet::union_all).collect()
}

/// What names the rest of a concept.
fn rest_name(dimension: Dimension, id: ConceptId, concepts: &[Concept]) -> String {
    match id {
        ConceptId::TOP => format!("その他の{}", dimension.word()),
        id => format!("その他の{}", concepts[id.index()].name),
    }
}

/// Whether something lies below the top element that no concept stands for. A party that nobody named is a third party
/// where the policy speaks of third parties, so there is no further one.
fn has_other(dimension: Dimension, concepts: &[Concept]) -> bool {
    match dimension {
        Dimension::Condition => false,
        Dimension::Party => third_party(concepts).is_none(),
        Dimension::Data | Dimension::Purpose => true,
    }
}

/// 第三者, as the policy declares it beside the other parties. By its name: programs that enforce a bundle know no wordings.
fn third_party(concepts: &[Concept]) -> Option<ConceptId> {
    let is_it = |concept: &Concept| concept.parents.is_empty() && concept.name == THIRD_PARTY;
    let found = concepts.iter().skip(1).position(is_it)?;
    Some(ConceptId(found as u32 + 1))
}

/// Whoever is neither the operator nor acts for it (個人情報保護法27条).
const THIRD_PARTY: &str = "第三者";

fn top_name(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Data => "すべての情報",
        Dimension::Party => "すべての主体",
        Dimension::Purpose => "すべての目的",
        Dimension::Condition => "すべての条件",
    }
}

/// Numbers the leaves depth first and gathers each concept's set. Iterative: a chain of names may be long.
///
/// `has_rest` says of what contains something whether it contains something else that nobody named.
fn number_leaves(
    children: &[Vec<ConceptId>],
    has_rest: impl Fn(ConceptId) -> bool,
) -> Result<(Vec<Leaf>, Vec<LeafSet>), Cycle> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut leaves = Vec::new();
    let mut sets = vec![LeafSet::empty(); children.len()];
    let mut state = vec![State::New; children.len()];
    // Concepts no other contains are reached from the top; a cycle is reached from none, so every concept is a root here.
    for root in (0..children.len()).map(|index| ConceptId(index as u32)) {
        if state[root.index()] != State::New {
            continue;
        }
        let mut path: Vec<(ConceptId, usize)> = vec![(root, 0)];
        state[root.index()] = State::Open;
        while let Some((id, next)) = path.last_mut() {
            let id = *id;
            if let Some(&child) = children[id.index()].get(*next) {
                *next += 1;
                match state[child.index()] {
                    State::Done => {}
                    State::New => {
                        state[child.index()] = State::Open;
                        path.push((child, 0));
                    }
                    State::Open => {
                        let from = path.iter().position(|(open, _)| *open == child).unwrap_or(0);
                        return Err(Cycle(path[from..].iter().map(|(open, _)| *open).collect()));
                    }
                }
                continue;
            }
            let mut parts: Vec<&LeafSet> = children[id.index()].iter().map(|child| &sets[child.index()]).collect();
            let own;
            let is_leaf = parts.is_empty();
            // Of an empty vocabulary the top element is the only leaf, so that a request can still be asked.
            if is_leaf || has_rest(id) {
                own = LeafSet::single(leaves.len() as u32);
                leaves.push(if is_leaf { Leaf::Concept(id) } else { Leaf::Rest(id) });
                parts.push(&own);
            } else {
                own = LeafSet::empty();
                parts.push(&own);
            }
            sets[id.index()] = LeafSet::union_all(parts);
            state[id.index()] = State::Done;
            path.pop();
        }
    }
    Ok((leaves, sets))
}

/// Groups concepts by their attribute: the accessor that checks ask by.
impl Graph {
    /// The leaves of all concepts that carry the attribute.
    #[must_use]
    pub fn leaves_with(&self, attribute: Attribute) -> &LeafSet {
        &self.attributed[attribute as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concept(name: &str, parents: &[u32]) -> Concept {
        Concept {
            parents: parents.iter().map(|id| ConceptId(*id)).collect(),
            ..Concept::new(name, Origin::BuiltIn)
        }
    }

    fn graph(concepts: Vec<Concept>) -> Graph {
        Graph::build(Dimension::Data, concepts).expect("no cycle")
    }

    #[test]
    fn a_category_is_wider_than_its_named_parts() {
        let graph = graph(vec![
            concept("個人情報", &[]),
            concept("氏名", &[1]),
            concept("住所", &[1]),
        ]);
        let named = graph.leaves_of_all(&[ConceptId(2), ConceptId(3)]);
        assert!(named.is_subset(graph.leaves_of(ConceptId(1))));
        assert_eq!(graph.leaves_of(ConceptId(1)).len(), 3);
        assert_eq!(graph.leaf_label(2), "その他の個人情報");
    }

    #[test]
    fn what_nobody_named_lies_below_the_top_element_alone() {
        let graph = graph(vec![concept("個人情報", &[]), concept("氏名", &[1])]);
        let other = graph.other().expect("of data there is another");
        assert_eq!(graph.get(other).name, "その他の情報");
        assert_eq!(graph.leaf_label(2), "その他の情報");
        assert_eq!(graph.leaves_of(other), &LeafSet::single(2));
        assert!(graph.leaves_of(ConceptId::TOP).contains(2));
        assert!(!graph.leaves_of(ConceptId(1)).contains(2));
        assert_eq!(graph.len(), 2);
        assert_eq!(graph.find("その他の情報"), None);
        let rest = graph.rest(ConceptId(1)).expect("a category has a rest");
        assert_eq!(graph.get(rest).name, "その他の個人情報");
        assert_eq!(graph.is_rest_of(rest), Some(ConceptId(1)));
        assert_eq!(graph.is_rest_of(ConceptId(2)), None);
        assert_eq!(graph.rest(ConceptId(2)), None);
    }

    #[test]
    fn a_party_that_nobody_named_is_a_third_party_where_there_are_any() {
        let parties = |concepts| Graph::build(Dimension::Party, concepts).expect("no cycle");
        let with = parties(vec![concept("当社", &[]), concept("第三者", &[]), concept("店", &[2])]);
        let other = with.other().expect("another");
        assert_eq!(with.get(other).name, "その他の第三者");
        assert_eq!(with.leaf_count(), 3);
        let leaf = parties(vec![concept("当社", &[]), concept("第三者", &[])]);
        assert_eq!(leaf.other(), Some(ConceptId(2)));
        let without = parties(vec![concept("当社", &[])]);
        assert_eq!(without.get(without.other().expect("another")).name, "その他の主体");
        assert_eq!(parties(Vec::new()).other(), Some(ConceptId::TOP));
    }

    #[test]
    fn the_places_of_a_party_are_all_of_it() {
        let mut party = concept("配信社", &[]);
        party.countries = vec!["アメリカ合衆国".to_owned(), "シンガポール".to_owned()];
        let places = ["配信社：アメリカ合衆国", "配信社：シンガポール"].map(|name| concept(name, &[1]));
        let graph = Graph::build(Dimension::Party, [party].into_iter().chain(places).collect()).expect("no cycle");
        assert_eq!(graph.leaves_of(ConceptId(1)).len(), 2);
        assert_eq!(graph.own_leaf(ConceptId(1)), LeafSet::empty());
        assert_eq!(graph.rest(ConceptId(1)), None);
        assert_eq!(
            graph.describe(graph.leaves_of(ConceptId(1))),
            vec![Leaf::Concept(ConceptId(1))]
        );
    }

    #[test]
    fn of_conditions_there_is_no_other() {
        let graph = Graph::build(Dimension::Condition, vec![concept("同意", &[])]).expect("no cycle");
        assert_eq!(graph.other(), None);
        assert_eq!(graph.leaf_count(), 1);
    }

    #[test]
    fn a_concept_with_two_parents_lies_below_both() {
        let graph = graph(vec![
            concept("A", &[]),
            concept("B", &[]),
            concept("x", &[1, 2]),
            concept("y", &[2]),
        ]);
        assert!(graph.contains(ConceptId(1), ConceptId(3)));
        assert!(graph.contains(ConceptId(2), ConceptId(3)));
        assert!(!graph.contains(ConceptId(1), ConceptId(4)));
    }

    #[test]
    fn the_top_of_an_empty_vocabulary_is_its_only_leaf() {
        let graph = graph(Vec::new());
        assert_eq!(graph.leaves_of(ConceptId::TOP), &LeafSet::single(0));
        assert_eq!(graph.own_leaf(ConceptId::TOP), LeafSet::single(0));
        assert!(graph.describe(&LeafSet::single(0)).is_empty());
    }

    #[test]
    fn a_cycle_is_named() {
        let found = Graph::build(Dimension::Data, vec![concept("A", &[2]), concept("B", &[1])]);
        assert_eq!(found.map(|_| ()), Err(Cycle(vec![ConceptId(1), ConceptId(2)])));
    }

    #[test]
    fn a_set_is_described_by_the_fewest_names() {
        let graph = graph(vec![
            concept("A", &[]),
            concept("x", &[1]),
            concept("y", &[1]),
            concept("z", &[]),
        ]);
        let all = graph.leaves_of_all(&[ConceptId(1), ConceptId(4)]);
        assert_eq!(
            graph.describe(&all),
            vec![Leaf::Concept(ConceptId(1)), Leaf::Concept(ConceptId(4))]
        );
        let part = graph.leaves_of(ConceptId(1)).difference(graph.leaves_of(ConceptId(2)));
        assert_eq!(
            graph.describe(&part),
            vec![Leaf::Rest(ConceptId(1)), Leaf::Concept(ConceptId(3))]
        );
    }
}
