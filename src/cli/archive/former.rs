//! Ids that earlier revisions had on their pages: where links to them lead now.

use std::collections::BTreeSet;

use crate::diff::pairing;
use crate::document::ClauseId;
use crate::policy::Policy;
use crate::render;

/// The ids of earlier revisions, oldest first, with the clause of the current one that each leads to: what the clause
/// became; where it is gone, what the clause around it became; none for the top of the page.
///
/// Where an id meant different clauses at different times, what it meant last counts.
pub(super) fn ids(earlier: &[&Policy], current: &Policy) -> Vec<(String, Option<ClauseId>)> {
    let mut former = Vec::new();
    let mut seen = BTreeSet::new();
    // By clause of the revision looked at: what it is in the current one.
    let mut now: Vec<Option<ClauseId>> = (0..current.document.clauses.len())
        .map(|index| Some(ClauseId(index as u32)))
        .collect();
    let mut next = current;
    for policy in earlier.iter().rev() {
        let pairing = pairing::pair(policy, next);
        let document = &policy.document;
        now = (0..document.clauses.len())
            .map(|index| {
                let path = document.path(ClauseId(index as u32));
                let kept = path.into_iter().rev().find_map(|clause| pairing.new_of(clause))?;
                now.get(kept.0 as usize).copied().flatten()
            })
            .collect();
        for anchor in render::anchors(policy) {
            let clause = anchor
                .clause
                .and_then(|clause| now.get(clause.0 as usize).copied().flatten());
            if seen.insert(anchor.id.clone()) {
                former.push((anchor.id, clause));
            }
        }
        next = policy;
    }
    former
}
