//! Finding a clause by a path, as seen from another.

use std::collections::HashMap;

use super::outline::Outline;
use crate::characters::key;
use crate::document::ClauseId;

/// The clause in which a name is local; `None`: known everywhere.
pub(super) type Scope = Option<ClauseId>;

/// Why a clause was not found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoClause {
    Unknown,
    Ambiguous(Vec<ClauseId>),
}

/// The named clauses by the key of the last part of their names.
pub(super) fn clauses_by_name(outline: &Outline<'_>) -> HashMap<String, Vec<ClauseId>> {
    let mut clauses: HashMap<String, Vec<ClauseId>> = HashMap::new();
    for (index, clause) in outline.clauses.iter().enumerate() {
        if clause.name.is_some() {
            let last = clause.anchor.rsplit('.').next().unwrap_or(&clause.anchor);
            let clause = ClauseId(index as u32);
            clauses.entry(key(last).into_owned()).or_default().push(clause);
        }
    }
    clauses
}

/// Whether a path, given by its key, is the end of an anchor, or all of it.
pub(super) fn ends_in(anchor: &str, path: &str) -> bool {
    let anchor = key(anchor);
    anchor == path || anchor.strip_suffix(path).is_some_and(|before| before.ends_with('.'))
}

/// The clause of this path, given by its key. An exact path wins; else the one clause whose path ends so; of several the one nearest to where it is said.
pub(super) fn choose_clause(
    outline: &Outline<'_>,
    candidates: &[ClauseId],
    path: &str,
    from: Scope,
) -> Result<ClauseId, NoClause> {
    let found: Vec<ClauseId> = candidates
        .iter()
        .copied()
        .filter(|id| ends_in(&outline.clause(*id).anchor, path))
        .collect();
    if let Some(exact) = found.iter().find(|id| key(&outline.clause(**id).anchor) == path) {
        return Ok(*exact);
    }
    let shared = |id: ClauseId| {
        let anchor = &outline.clause(id).anchor;
        let from = from.map_or("", |from| outline.clause(from).anchor.as_str());
        anchor
            .split('.')
            .zip(from.split('.'))
            .take_while(|(a, b)| a == b)
            .count()
    };
    let nearest = found.iter().map(|id| shared(*id)).max();
    let best: Vec<ClauseId> = found
        .iter()
        .copied()
        .filter(|id| Some(shared(*id)) == nearest)
        .collect();
    match best.as_slice() {
        [] => Err(NoClause::Unknown),
        [one] => Ok(*one),
        _ => Err(NoClause::Ambiguous(best)),
    }
}
