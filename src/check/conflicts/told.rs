//! Conflicts in words.

use super::super::relation::{Kind, Relation, Side};
use super::super::sentences::{conflicts as say, lists};
use super::super::subject::Subject;
use super::super::words;
use super::conflict::Conflict;
use super::groups::Group;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::norm::{NormId, Processing};
use crate::text::sentence::{Clause, Dimensions, Listed};

/// How many of the other clauses are marked.
const MARKED: usize = 5;

/// How many clauses are named in a remedy.
const NAMED: usize = 8;

/// A finding. `all`: no more conflicts are there than were found.
pub(super) fn told(subject: &Subject<'_>, code: Code, group: &Group<'_>, all: bool) -> Diagnostic {
    // INVARIANT: no group is empty.
    let first = group.conflicts[0];
    let (permit, refusal) = (subject.cited(first.permit), subject.cited(first.refusal));
    let count = group.conflicts.len();
    let message = match (count, group.around_refusal, all) {
        (1, ..) => one(code, first, &permit, &refusal),
        (_, true, true) => say::refusal_with_several(&refusal, &count),
        (_, true, false) => say::refusal_with_at_least(&refusal, &count),
        (_, false, true) => say::permit_with_several(&permit, &count),
        (_, false, false) => say::permit_with_at_least(&permit, &count),
    };
    let permitted = |id: NormId| (subject.span(id), say::permitted_by(&subject.cited(id)));
    let refused = |id: NormId| (subject.span(id), say::forbidden_by(&subject.cited(id)));
    let (hub, others): (_, Vec<_>) = match group.around_refusal {
        true => (
            refused(first.refusal),
            group.conflicts.iter().map(|one| permitted(one.permit)).collect(),
        ),
        false => (
            permitted(first.permit),
            group.conflicts.iter().map(|one| refused(one.refusal)).collect(),
        ),
    };
    let mut diagnostic = Diagnostic::new(code, message).label(hub.0, hub.1);
    for (span, text) in others.into_iter().take(MARKED) {
        diagnostic = diagnostic.label(span, text);
    }
    let norms = [subject.norm(first.permit), subject.norm(first.refusal)];
    let request = first.witness.told(subject, &norms);
    diagnostic
        .note(say::for_example(&request, &permit, &refusal))
        .note(relation(code, first.relation, !norms[1].unless.clauses.is_empty()))
        .help(remedy(subject, code, group))
}

fn one(code: Code, conflict: &Conflict, permit: &Clause, refusal: &Clause) -> Text {
    let act = words::act(conflict.witness.act);
    match code {
        Code::H0502 => say::narrowing(permit, &act, refusal),
        Code::H0503 => say::crossing(permit, refusal),
        Code::H0507 => say::of_riders(permit, refusal),
        _ => say::contradiction(permit, &act, refusal),
    }
}

/// How the permit lies to the prohibition. `gives_way`: it does to some clauses.
fn relation(code: Code, relation: Relation, gives_way: bool) -> Text {
    let lies = match relation.kind() {
        Kind::Contradiction if gives_way => say::lies_inside_where_it_stands(),
        Kind::Contradiction if code == Code::H0501 => say::lies_wholly_inside(),
        Kind::Contradiction => say::lies_inside(),
        Kind::Narrowing => say::exception_or_mistake(),
        Kind::Crossing => say::each_has_its_own(),
    };
    lies.then(&compared(relation))
}

/// In which dimensions the permit is the wider one, and in which the narrower.
fn compared(relation: Relation) -> Text {
    let sides = [
        (relation.data, lists::data()),
        (relation.parties, lists::party()),
        (relation.purposes, lists::purpose()),
        (relation.routes, lists::route()),
        (relation.conditions, lists::conditions()),
    ];
    let on = |side: Side| {
        let of_side = || sides.iter().filter(|(found, _)| *found == side);
        let ja: Vec<&str> = of_side().map(|(_, word)| word.ja.as_str()).collect();
        let en: Vec<&str> = of_side().map(|(_, word)| word.en.as_str()).collect();
        (!ja.is_empty()).then(|| Dimensions(Text::new(ja.join("・"), en.join(", "))))
    };
    // The route concerns collection alone: nobody misses it among what is equal.
    let equal = [relation.data, relation.parties, relation.purposes, relation.conditions].contains(&Side::Equal);
    match (on(Side::Narrower), on(Side::Wider), on(Side::Overlapping), equal) {
        (None, None, None, _) => say::same_scope(),
        (Some(narrow), None, None, false) => say::narrower(&narrow),
        (Some(narrow), None, None, true) => say::narrower_else_equal(&narrow),
        (None, Some(wide), None, false) => say::wider(&wide),
        (None, Some(wide), None, true) => say::wider_else_equal(&wide),
        (None, None, Some(common), false) => say::overlapping(&common),
        (None, None, Some(common), true) => say::overlapping_else_equal(&common),
        (Some(narrow), Some(wide), None, false) => say::narrower_and_wider(&narrow, &wide),
        (Some(narrow), Some(wide), None, true) => say::narrower_and_wider_else_equal(&narrow, &wide),
        (Some(narrow), None, Some(common), false) => say::narrower_and_overlapping(&narrow, &common),
        (Some(narrow), None, Some(common), true) => say::narrower_and_overlapping_else_equal(&narrow, &common),
        (None, Some(wide), Some(common), false) => say::wider_and_overlapping(&wide, &common),
        (None, Some(wide), Some(common), true) => say::wider_and_overlapping_else_equal(&wide, &common),
        (Some(narrow), Some(wide), Some(common), false) => say::all_three(&narrow, &wide, &common),
        (Some(narrow), Some(wide), Some(common), true) => say::all_three_else_equal(&narrow, &wide, &common),
    }
}

fn remedy(subject: &Subject<'_>, code: Code, group: &Group<'_>) -> Text {
    let first = group.conflicts[0];
    let conflicts = group.conflicts.iter();
    let declare = match group.around_refusal {
        true => say::write_it_at_the_prohibition(&listed(subject, conflicts.map(|one| one.permit))),
        false => say::write_it_at_the_permit(&listed(subject, conflicts.map(|one| one.refusal))),
    };
    let declare = declare.then(&match code {
        Code::H0501 => say::else_delete_one(),
        _ => say::else_narrow_one(),
    });
    match subject.norm(first.refusal).processing {
        Processing::Pseudonymised | Processing::Deidentified if code == Code::H0501 => {
            declare.then(&say::anonymised_is_not_concerned())
        }
        _ => declare,
    }
}

/// The names by which 但し and 優先 can name the clauses of some norms.
fn listed(subject: &Subject<'_>, norms: impl Iterator<Item = NormId>) -> Listed {
    let mut names: Vec<&str> = norms.map(|id| subject.callable(id).unwrap_or("条項の名前")).collect();
    names.dedup();
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    Listed(match more {
        0 => names.join("、"),
        more => format!("{}、…ほか {more} 件", names.join("、")),
    })
}
