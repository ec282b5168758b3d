//! H0513: conditions that can never hold together: what a 場合 asks for is what the same clause's 但し takes away.

use super::subject::{self, Subject};
use super::words;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::norm::{AnyOf, NormId};

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
    let wanted = words::quoted(&words::names(graph, &case.conditions));
    let lifted = words::quoted(&words::names(graph, &lifted.conditions));
    Diagnostic::new(
        Code::H0513,
        Text::new(
            format!("{clause}の場合と但しが打ち消し合い、条件が満たされることはありません"),
            format!("the 場合 and the 但し of {clause} cancel out: its conditions can never be met"),
        ),
    )
    .label(
        subject.span(id),
        Text::new(
            format!("場合は{}、但しは{}", wanted.ja, lifted.ja),
            format!("only given {}, and not given {}", wanted.en, lifted.en),
        ),
    )
    .help(Text::new(
        "どちらかを外してください。例外を定めるつもりなら、但しにはより狭い条件を書きます",
        "take one of them out; an exception names a narrower condition",
    ))
}
