//! H0522: what the searches did not get to the end of. The machine does not vouch for it.

use super::conflicts::Conflicts;
use super::sentences::undecided as say;
use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic};

/// One finding where some pairs of a permit and a refusal, or some clauses, could not be decided. It has no place of its own:
/// it is about the whole.
pub(super) fn report(subject: &Subject<'_>, conflicts: &Conflicts, clauses: usize) -> Option<Diagnostic> {
    let pairs = &conflicts.undecided;
    let message = match (conflicts.at_least_undecided(), clauses) {
        (0, 0) => return None,
        (0, count) => say::clauses(&count),
        (count, _) if conflicts.all_undecided => say::pairs(&count),
        (count, _) => say::at_least_pairs(&count),
    };
    let mut diagnostic = Diagnostic::new(Code::H0522, message);
    let first = pairs.first().into_iter();
    for id in first.flat_map(|(permit, refusal)| [*permit, *refusal]) {
        diagnostic = diagnostic.label(subject.span(id), say::for_example(&subject.cited(id)));
    }
    Some(diagnostic.help(say::not_vouched_for()))
}
