//! Bounds on the work that a document may cause. A small text can describe sets, or titles spelt out, that would fill the
//! memory; no real policy comes near these bounds.

use std::cell::Cell;
use std::collections::BTreeSet;

use crate::bundle::error::{BundleError, Excess};
use crate::document::{Document, Run};
use crate::vocabulary::{Concept, ConceptId, Graph, LeafSet};

/// Ranges of leaves in all sets of one graph together.
const MAX_RANGES: u64 = 1 << 24;
/// Ranges of leaves read to work out all scopes and choices of conditions together, and all references to sets.
const MAX_SCOPE_RANGES: u64 = 1 << 24;
/// Characters of all titles, references spelt out.
const MAX_SPELT_OUT: u64 = 1 << 24;
/// How deep a title is spelt out: [`Document::plain`] follows no reference further.
const REFERENCE_DEPTH: usize = 4;

/// What may still be spent.
pub(super) struct Budget(Cell<u64>);

impl Budget {
    pub(super) fn for_scopes() -> Self {
        Self(Cell::new(MAX_SCOPE_RANGES))
    }

    /// Pays for the union of the concepts' leaves.
    pub(super) fn spend(&self, graph: &Graph, ids: &[ConceptId]) -> Result<(), BundleError> {
        self.take(ids.iter().map(|id| ranges(graph, *id)).sum())
    }

    /// Pays for one more copy of a set.
    pub(super) fn spend_on_set(&self, set: &LeafSet) -> Result<(), BundleError> {
        self.take(set.ranges().len() as u64 + 1)
    }

    /// Pays for working out what a transform removes and what it leaves.
    pub(super) fn spend_on_transform(
        &self,
        graph: &Graph,
        drop: &[ConceptId],
        keep: &[ConceptId],
        generalise: &[(ConceptId, ConceptId)],
    ) -> Result<(), BundleError> {
        self.spend(graph, drop)?;
        self.spend(graph, keep)?;
        if !keep.is_empty() {
            // What identifies a person is looked for among all concepts.
            self.take(graph.iter().map(|(id, _)| ranges(graph, id)).sum())?;
        }
        // Replacements may follow one another, so all are gone through as often as there are some.
        let once: u64 = generalise
            .iter()
            .map(|(from, to)| ranges(graph, *from) + ranges(graph, *to))
            .sum();
        self.take(once.saturating_mul(generalise.len() as u64))
    }

    fn take(&self, cost: u64) -> Result<(), BundleError> {
        let left = self
            .0
            .get()
            .checked_sub(cost)
            .ok_or_else(|| excess(Excess::Containment))?;
        self.0.set(left);
        Ok(())
    }
}

fn ranges(graph: &Graph, id: ConceptId) -> u64 {
    graph.leaves_of(id).ranges().len() as u64 + 1
}

/// The leaves below any of the concepts; a concept named again costs nothing more.
pub(super) fn union(graph: &Graph, ids: &[ConceptId]) -> LeafSet {
    let distinct: Vec<ConceptId> = ids.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    graph.leaves_of_all(&distinct)
}

/// Refuses concepts whose leaf sets would be too many ranges, before the sets are made. The first concept is number 1.
///
/// Leaves are numbered depth first. A concept below which nothing has a second parent is one range; any other has at most
/// a range for what is its own and, for each child of the other sort, the child's ranges and one after them.
pub(super) fn containment(concepts: &[Concept]) -> Result<(), BundleError> {
    let count = concepts.len() + 1;
    let mut parents: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); count];
    let mut children_left = vec![0_u64; count];
    let mut spent = 0_u64;
    for (index, concept) in concepts.iter().enumerate() {
        // Building the graph looks for each parent among those before it.
        spent = spent.saturating_add((concept.parents.len() as u64).pow(2) / 2);
        let own = &mut parents[index + 1];
        own.extend(concept.parents.iter().map(|id| id.index()));
        if own.is_empty() {
            own.insert(ConceptId::TOP.index());
        }
        for parent in own.iter() {
            children_left[*parent] += 1;
        }
    }
    if spent > MAX_RANGES {
        return Err(excess(Excess::Containment));
    }
    // From the leaves upwards. What lies above a cycle is never reached; building the graph names the cycle.
    let mut ready: Vec<usize> = (0..count).filter(|index| children_left[*index] == 0).collect();
    let mut ranges = vec![1_u64; count];
    let mut plain = vec![true; count];
    while let Some(index) = ready.pop() {
        spent = spent.saturating_add(ranges[index]);
        if spent > MAX_RANGES {
            return Err(excess(Excess::Containment));
        }
        let one_piece = plain[index] && parents[index].len() == 1;
        for &parent in &parents[index] {
            if !one_piece {
                plain[parent] = false;
                ranges[parent] = (ranges[parent] + ranges[index] + 1).min(count as u64);
            }
            children_left[parent] -= 1;
            if children_left[parent] == 0 {
                ready.push(parent);
            }
        }
    }
    Ok(())
}

/// Refuses titles that would be too long with their references spelt out.
pub(super) fn titles(document: &Document) -> Result<(), BundleError> {
    // What a reference costs besides the title it shows: looking up the style of its level.
    let style: u64 = document
        .style
        .values()
        .map(|style| style.pattern.source().len() + style.word.as_ref().map_or(0, String::len))
        .map(|length| length as u64)
        .sum();
    let mut shown = vec![0_u64; document.clauses.len()];
    for _ in 0..=REFERENCE_DEPTH {
        shown = document
            .clauses
            .iter()
            .map(|clause| {
                let number = clause.number.as_ref();
                let number = number.map_or(0, |number| number.full.len() + number.bare.len());
                cost(&clause.title, style, &shown).saturating_add(number as u64)
            })
            .collect();
    }
    if shown.iter().fold(0_u64, |sum, cost| sum.saturating_add(*cost)) > MAX_SPELT_OUT {
        return Err(excess(Excess::References));
    }
    Ok(())
}

fn cost(runs: &[Run], style: u64, shown: &[u64]) -> u64 {
    runs.iter().fold(1, |sum, run| {
        sum.saturating_add(match run {
            Run::Text(words) | Run::Definition { words, .. } | Run::Term { words, .. } => words.len() as u64,
            Run::Strong(words) | Run::Link { words, .. } => cost(words, style, shown),
            Run::Reference { clause, .. } => shown[clause.0 as usize].saturating_add(style + 1),
        })
    })
}

fn excess(what: Excess) -> BundleError {
    BundleError::TooLarge {
        path: String::new(),
        what,
    }
}
