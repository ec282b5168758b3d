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
    /// その他の X: what X contains and nobody named.
    Rest(ConceptId),
}

/// A containment that leads back to itself: the concepts on the way, each contained in the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle(pub Vec<ConceptId>);

/// One vocabulary.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    dimension: Dimension,
    concepts: Vec<Concept>,
    /// By the keys of the names.
    by_name: HashMap<String, ConceptId>,
    children: Vec<Vec<ConceptId>>,
    leaves: Vec<Leaf>,
    sets: Vec<LeafSet>,
    /// By attribute: the leaves of all concepts that carry it. Asked for every norm.
    attributed: Vec<LeafSet>,
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
        let by_name = all
            .iter()
            .enumerate()
            .skip(1)
            .rev()
            .map(|(index, concept)| (characters::key(&concept.name).into_owned(), ConceptId(index as u32)))
            .collect();
        let (leaves, sets) = number_leaves(&children)?;
        let attributed = attributed(&all, &sets);
        Ok(Self {
            dimension,
            concepts: all,
            by_name,
            children,
            leaves,
            sets,
            attributed,
        })
    }

    /// Which vocabulary this is.
    #[must_use]
    pub fn dimension(&self) -> Dimension {
        self.dimension
    }

    /// The concept with this id.
    #[must_use]
    pub fn get(&self, id: ConceptId) -> &Concept {
        &self.concepts[id.index()]
    }

    /// All concepts below the top element, in order of declaration.
    pub fn iter(&self) -> impl Iterator<Item = (ConceptId, &Concept)> {
        self.concepts
            .iter()
            .enumerate()
            .skip(1)
            .map(|(index, concept)| (ConceptId(index as u32), concept))
    }

    /// How many concepts there are, the top element not counted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.concepts.len() - 1
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
        &self.children[id.index()]
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

    /// The leaves that a caller means who asserts the concept and no more: the leaf itself, or その他の X of a category.
    #[must_use]
    pub fn own_leaf(&self, id: ConceptId) -> LeafSet {
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
            if !self.children(id).is_empty() && own.intersects(&rest) {
                found.push(Leaf::Rest(id));
                rest = rest.difference(&own);
            }
            stack.extend(self.children(id).iter().rev());
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

fn top_name(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Data => "すべての情報",
        Dimension::Party => "すべての主体",
        Dimension::Purpose => "すべての目的",
        Dimension::Condition => "すべての条件",
    }
}

/// Numbers the leaves depth first and gathers each concept's set. Iterative: a chain of names may be long.
fn number_leaves(children: &[Vec<ConceptId>]) -> Result<(Vec<Leaf>, Vec<LeafSet>), Cycle> {
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
            // The top element has no rest: what nobody declared cannot be asked about. Of an empty vocabulary it is the
            // only leaf, so that a request can still be asked.
            if id != ConceptId::TOP || is_leaf {
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
