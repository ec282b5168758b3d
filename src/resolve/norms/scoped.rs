//! Conditions with a scope, and norms that they do not reach as a whole.
//!
//! What a norm asks for, or what lifts a refusal, counts such a condition only where it reaches: elsewhere it is taken out of the
//! conditions of which any one will do. So a norm that it does not reach as a whole becomes two, and nothing that reads norms knows
//! of scopes. [`consents`](super::consents) finds them.

use super::draft::Draft;
use super::formulas;
use crate::norm::{ActSet, AnyOf, Scope};
use crate::resolve::declared::Declared;
use crate::vocabulary::{ConceptId, Graph, LeafSet};

/// A condition that counts for some acts, data, purposes and parties only.
#[derive(Debug, Clone)]
pub(super) struct Scoped {
    pub(super) of: ScopeOf,
    /// What a request asserts by it.
    pub(super) leaves: LeafSet,
    pub(super) acts: ActSet,
    /// The data for which it does not count.
    pub(super) not_data: Vec<ConceptId>,
    /// `None`: any.
    pub(super) parties: Option<LeafSet>,
    pub(super) purposes: Option<LeafSet>,
}

/// Whose scope it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ScopeOf {
    /// A consent that says to what.
    Consent,
    /// The filing of an opt-out.
    OptOut,
}

/// The norms that a draft comes to when each condition counts only where it reaches. Beside them, what is asked for by itself
/// where it does not: nothing would permit there.
pub(super) fn where_they_reach(draft: Draft, all: &[Scoped], vocabulary: &Declared) -> (Vec<Draft>, Vec<ScopeOf>) {
    let conditions = &vocabulary.conditions;
    let mut drafts = vec![draft];
    let mut too_far = Vec::new();
    for scoped in all {
        let mut next = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let concerned = read_surely(&draft)
                .iter()
                .any(|any| any.leaves.intersects(&scoped.leaves));
            let beyond = match concerned {
                true => scoped.beyond(&draft, &vocabulary.data),
                false => Vec::new(),
            };
            if beyond.is_empty() {
                // It reaches all of it; what a linking might bring under it later stays out.
                let whole =
                    (concerned && !draft.effect.refuses()).then(|| scoped.within(draft.clone(), &vocabulary.data));
                next.push(whole.flatten().unwrap_or(draft));
                continue;
            }
            match draft.effect.refuses() {
                // It is refused as before, and where the consent does not reach nothing lifts it by that.
                true => {
                    next.extend(beyond.into_iter().map(|mut draft| {
                        draft.unless = without(&draft.unless, &scoped.leaves, conditions);
                        draft
                    }));
                    next.push(draft);
                }
                false => {
                    let mut everywhere = draft.clone();
                    everywhere.requires = without(&draft.requires, &scoped.leaves, conditions);
                    // What asks for that consent alone never holds elsewhere.
                    match everywhere.requires.iter().any(|any| any.leaves.is_empty()) {
                        true => too_far.push(scoped.of),
                        false => next.push(everywhere),
                    }
                    next.extend(scoped.within(draft, &vocabulary.data));
                }
            }
        }
        drafts = next;
    }
    (drafts, too_far)
}

/// What must surely hold: for a permit to count, and for a refusal to be lifted. A condition that may hold refuses wherever it
/// is about.
fn read_surely(draft: &Draft) -> &[AnyOf] {
    match draft.effect.refuses() {
        true => &draft.unless,
        false => &draft.requires,
    }
}

/// The same formulas without some conditions.
fn without(formulas: &[AnyOf], taken: &LeafSet, conditions: &Graph) -> Vec<AnyOf> {
    let left = |any: &AnyOf| formulas::narrowed(conditions, any, &any.leaves.difference(taken));
    formulas.iter().map(left).collect()
}

impl Scoped {
    /// The part of a draft that the condition reaches. `None` where it reaches nothing of it.
    fn within(&self, mut draft: Draft, data: &Graph) -> Option<Draft> {
        draft.acts = draft.acts.intersection(self.acts);
        // Taken out by name, whether named or not: so no linking brings them under it.
        let taken = self
            .not_data
            .iter()
            .copied()
            .filter(|id| !draft.data.except.contains(id));
        let taken: Vec<ConceptId> = taken.collect();
        draft.data.leaves = draft.data.leaves.difference(&data.leaves_of_all(&taken));
        draft.data.except.extend(taken);
        for (scope, reached) in [
            (&mut draft.parties, &self.parties),
            (&mut draft.purposes, &self.purposes),
        ] {
            if let Some(reached) = reached {
                scope.leaves = scope.leaves.intersection(reached);
            }
        }
        let scopes = [&draft.data, &draft.parties, &draft.purposes];
        let nothing = draft.acts.is_empty() || scopes.iter().any(|scope| scope.leaves.is_empty());
        (!nothing).then_some(draft)
    }

    /// The parts of a draft that it does not reach, which together are all of it.
    fn beyond(&self, draft: &Draft, data: &Graph) -> Vec<Draft> {
        let mut parts = Vec::new();
        let mut part = draft.clone();
        part.data.leaves = draft.data.leaves.intersection(&data.leaves_of_all(&self.not_data));
        if !part.data.leaves.is_empty() {
            parts.push(part);
        }
        let acts = draft.acts.difference(self.acts);
        if !acts.is_empty() {
            parts.push(Draft { acts, ..draft.clone() });
        }
        for (reached, place) in [
            (
                &self.parties,
                (|draft| &mut draft.parties) as fn(&mut Draft) -> &mut Scope,
            ),
            (&self.purposes, |draft| &mut draft.purposes),
        ] {
            let Some(reached) = reached else { continue };
            let mut part = draft.clone();
            let scope = place(&mut part);
            scope.leaves = scope.leaves.difference(reached);
            if !scope.leaves.is_empty() {
                parts.push(part);
            }
        }
        parts
    }
}
