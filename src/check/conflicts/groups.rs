//! Conflicts that are one fault: a prohibition that forgot its exceptions meets many permits.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::super::subject::Subject;
use super::conflict::Conflict;
use crate::document::ClauseId;

/// The conflicts that one clause has with others.
#[derive(Debug)]
pub(super) struct Group<'c> {
    /// Whether the clause that all have in common is the refusing one.
    pub(super) around_refusal: bool,
    /// One conflict for each other clause, in the order of the document.
    pub(super) conflicts: Vec<&'c Conflict>,
}

/// Takes out, again and again, the clause with the most conflicts together with them; of several the refusing one, then the
/// first. Pairs of clauses that clash in several norms are taken once.
pub(super) fn groups<'c>(subject: &Subject<'_>, conflicts: &[&'c Conflict]) -> Vec<Group<'c>> {
    let mut open: BTreeMap<Hub, BTreeMap<ClauseId, &'c Conflict>> = BTreeMap::new();
    for conflict in conflicts {
        let (refusal, permit) = (subject.clause_of(conflict.refusal), subject.clause_of(conflict.permit));
        for (hub, other) in [((true, refusal), permit), ((false, permit), refusal)] {
            open.entry(hub).or_default().entry(other).or_insert(conflict);
        }
    }
    // (how many, whether it refuses, the clause): the greatest, of several the first clause.
    let place = |(refuses, clause): Hub, count: usize| (count, refuses, Reverse(clause));
    let mut by_count: BTreeSet<_> = open.iter().map(|(hub, others)| place(*hub, others.len())).collect();
    let mut found = Vec::new();
    while let Some((_, around_refusal, Reverse(clause))) = by_count.pop_last() {
        let conflicts = open.remove(&(around_refusal, clause)).unwrap_or_default();
        for other in conflicts.keys() {
            let hub = (!around_refusal, *other);
            let Some(others) = open.get_mut(&hub) else { continue };
            by_count.remove(&place(hub, others.len()));
            others.remove(&clause);
            match others.len() {
                0 => {
                    open.remove(&hub);
                }
                left => {
                    by_count.insert(place(hub, left));
                }
            }
        }
        found.push(Group {
            around_refusal,
            conflicts: conflicts.into_values().collect(),
        });
    }
    found
}

/// Whether it refuses, and the clause.
type Hub = (bool, ClauseId);
