//! Conflicts that are one fault: a prohibition that forgot its exceptions meets many permits.

use std::collections::BTreeMap;

use super::super::subject::Subject;
use super::Conflict;
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
    let mut pairs: BTreeMap<(ClauseId, ClauseId), &'c Conflict> = BTreeMap::new();
    for conflict in conflicts {
        let key = (subject.clause_of(conflict.refusal), subject.clause_of(conflict.permit));
        pairs.entry(key).or_insert(conflict);
    }
    let mut found = Vec::new();
    while !pairs.is_empty() {
        // (how many, whether it refuses, the clause): the greatest, of several the first clause.
        let mut counts: BTreeMap<(bool, ClauseId), usize> = BTreeMap::new();
        for (refusal, permit) in pairs.keys() {
            *counts.entry((true, *refusal)).or_default() += 1;
            *counts.entry((false, *permit)).or_default() += 1;
        }
        let best = counts
            .iter()
            .max_by_key(|((refuses, clause), count)| (**count, *refuses, std::cmp::Reverse(*clause)));
        let Some((&(around_refusal, clause), _)) = best else {
            break;
        };
        let belongs = |(refusal, permit): &(ClauseId, ClauseId)| match around_refusal {
            true => *refusal == clause,
            false => *permit == clause,
        };
        found.push(Group {
            around_refusal,
            conflicts: pairs
                .iter()
                .filter(|(key, _)| belongs(key))
                .map(|(_, conflict)| *conflict)
                .collect(),
        });
        pairs.retain(|key, _| !belongs(key));
    }
    found
}
