//! Which norm gives way to which: 但し naming a clause, and 優先.

use crate::document::{ClauseId, Document};
use crate::norm::Norm;

/// The declared order between norms, by clause. Positions are those of the index.
///
/// A refusal and a permit only: 但し and 優先 between two norms of the same effect change no decision, and following them
/// would let an added prohibition lift another one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Precedence {
    norms: Vec<Declared>,
}

/// What one norm declares. Clauses are numbered so that a clause and all inside it are one half-open range.
#[derive(Debug, Clone, Default)]
struct Declared {
    clause: (u32, u32),
    gives_way_to: Vec<(u32, u32)>,
    goes_before: Vec<(u32, u32)>,
}

impl Precedence {
    pub(crate) fn build<'n>(document: &Document, norms: impl Iterator<Item = &'n Norm>) -> Self {
        let ranges = clause_ranges(document);
        let range = |clause: &ClauseId| ranges[clause.0 as usize];
        let norms = norms
            .map(|norm| Declared {
                clause: range(&norm.provenance.clause),
                gives_way_to: norm.unless.clauses.iter().map(range).collect(),
                goes_before: norm.priority_over.iter().map(range).collect(),
            })
            .collect();
        Self { norms }
    }

    /// Whether the norm declares any order.
    pub(crate) fn involves(&self, position: u32) -> bool {
        let norm = &self.norms[position as usize];
        !norm.gives_way_to.is_empty() || !norm.goes_before.is_empty()
    }

    /// Whether `norm` gives way to `other`: by its own 但し, or because `other` goes before it (優先). No norm gives way to
    /// what its own clause states: a 但し that names an enclosing chapter means the rest of the chapter.
    pub(crate) fn gives_way(&self, norm: u32, other: u32) -> bool {
        let (norm, other) = (&self.norms[norm as usize], &self.norms[other as usize]);
        reaches(&norm.gives_way_to, norm.clause, other.clause) || reaches(&other.goes_before, other.clause, norm.clause)
    }
}

fn reaches(named: &[(u32, u32)], own: (u32, u32), clause: (u32, u32)) -> bool {
    !is_inside(clause, own) && named.iter().any(|range| is_inside(clause, *range))
}

fn is_inside(clause: (u32, u32), range: (u32, u32)) -> bool {
    range.0 <= clause.0 && clause.0 < range.1
}

/// Numbers the clauses depth first and gives each the range of itself and what stands in it.
fn clause_ranges(document: &Document) -> Vec<(u32, u32)> {
    let count = document.clauses.len();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut stack = Vec::new();
    for (index, clause) in document.clauses.iter().enumerate().rev() {
        match clause.parent {
            Some(parent) => children[parent.0 as usize].push(index),
            None => stack.push((index, false)),
        }
    }
    let mut ranges = vec![(0, 0); count];
    let mut next = 0;
    while let Some((index, done)) = stack.pop() {
        if done {
            ranges[index].1 = next;
            continue;
        }
        ranges[index].0 = next;
        next += 1;
        stack.push((index, true));
        stack.extend(children[index].iter().map(|child| (*child, false)));
    }
    ranges
}
