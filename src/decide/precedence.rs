//! Which norm gives way to which: 但し naming a clause, and 優先.

use crate::document::{ClauseId, Document};
use crate::norm::Norm;

/// The declared order between norms, by clause. Norms go by their places among those that it was built from.
///
/// A refusal and a permit only: 但し and 優先 between two norms of the same effect change no decision, and following them
/// would let an added prohibition lift another one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Precedence {
    norms: Vec<Declared>,
}

/// What one norm declares. Clauses are numbered so that a clause and all inside it are one half-open range. No norm has an
/// order to what its own clause states: a 但し that names an enclosing chapter means the rest of the chapter.
#[derive(Debug, Clone, Default)]
pub(crate) struct Declared {
    /// Its own clause.
    pub(crate) clause: (u32, u32),
    /// Those it gives way to by its own 但し, as ranges that neither overlap nor touch, in order.
    pub(crate) gives_way_to: Vec<(u32, u32)>,
    /// Those it goes before (優先), likewise.
    pub(crate) goes_before: Vec<(u32, u32)>,
}

impl Precedence {
    pub(crate) fn build<'n>(document: &Document, norms: impl Iterator<Item = &'n Norm>) -> Self {
        let ranges = clause_ranges(document);
        let range = |clause: &ClauseId| ranges[clause.0 as usize];
        let norms = norms
            .map(|norm| Declared {
                clause: range(&norm.provenance.clause),
                gives_way_to: merged(norm.unless.clauses.iter().map(range)),
                goes_before: merged(norm.priority_over.iter().map(range)),
            })
            .collect();
        Self { norms }
    }

    /// What a norm declares.
    pub(crate) fn declared(&self, norm: usize) -> &Declared {
        &self.norms[norm]
    }

    /// Whether the norm declares any order.
    pub(crate) fn involves(&self, norm: usize) -> bool {
        let norm = &self.norms[norm];
        !norm.gives_way_to.is_empty() || !norm.goes_before.is_empty()
    }
}

/// The ranges in order, those that overlap or touch made one.
fn merged(ranges: impl Iterator<Item = (u32, u32)>) -> Vec<(u32, u32)> {
    let mut ranges: Vec<(u32, u32)> = ranges.collect();
    ranges.sort_unstable();
    ranges.dedup_by(|next, last| {
        let joined = next.0 <= last.1;
        if joined {
            last.1 = last.1.max(next.1);
        }
        joined
    });
    ranges
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
