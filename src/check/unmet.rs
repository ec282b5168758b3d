//! H0513: conditions that can never hold together: what a 場合 asks for is what the same clause's 但し takes away.

use super::sentences::unmet as say;
use super::subject::{self, Subject};
use super::words;
use crate::diagnostic::{Code, Diagnostic};
use crate::norm::{AnyOf, NormId};
use crate::text::sentence::Conditions;

/// One finding for each clause with a norm that no conditions make apply.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let of_clause = |norms: &Vec<NormId>| norms.iter().find_map(|id| cancelled(subject, *id));
    subject.clauses.values().filter_map(of_clause).collect()
}

fn cancelled(subject: &Subject<'_>, id: NormId) -> Option<Diagnostic> {
    let norm = subject.norm(id);
    if subject::can_be_met(norm) {
        return None;
    }
    let lifted = &norm.unless.conditions;
    let case = norm.requires.iter().find(|any| any.leaves.is_subset(&lifted.leaves))?;
    // A 場合 that names nothing was reported where it is written.
    (!case.leaves.is_empty()).then(|| told(subject, id, case, lifted))
}

fn told(subject: &Subject<'_>, id: NormId, case: &AnyOf, lifted: &AnyOf) -> Diagnostic {
    let graph = &subject.policy.vocabulary.conditions;
    let clause = subject.cited(id);
    let wanted = Conditions(words::quoted(&words::names(graph, &case.conditions)));
    let lifted = Conditions(words::quoted(&words::names(graph, &lifted.conditions)));
    Diagnostic::new(Code::H0513, say::cancelled(&clause))
        .label(subject.span(id), say::both(&wanted, &lifted))
        .help(say::take_one_out())
}
