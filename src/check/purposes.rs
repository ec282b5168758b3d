//! H0508: purpose limitation (個人情報保護法17条・18条). What is done with data, and what a rider limits it to, is done for a
//! stated purpose of use. Eddy's limitation principle: a target action that no source right covers (repurposing).

use super::subject::{Subject, acts};
use super::words;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::norm::{Act, ActSet, Effect, NormId, Processing, Rank};
use crate::region::Witness;
use crate::span::Span;
use crate::vocabulary::{ConceptId, LeafSet, Origin};

/// What the policy states as its purposes of use. A purpose whose wording refers to a chapter contains those declared in it.
struct Stated {
    leaves: LeafSet,
    /// Where the first of them is stated.
    first: Span,
}

/// Purposes that lie under none of them: several of one clause, or one of several clauses.
struct Outside {
    purposes: Vec<ConceptId>,
    /// A norm of each clause that pursues them.
    norms: Vec<NormId>,
}

/// How many clauses and purposes are marked.
const MARKED: usize = 5;

/// One finding for each purpose that several clauses pursue and that is not stated, and one for all those of a clause. Silent
/// where the policy states no purpose at all.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(stated) = stated(subject) else {
        return Vec::new();
    };
    let mut diagnostics: Vec<Diagnostic> = outside(subject, &stated)
        .iter()
        .map(|outside| told(subject, outside, &stated))
        .collect();
    diagnostics.extend(limits(subject, &stated));
    diagnostics
}

fn stated(subject: &Subject<'_>) -> Option<Stated> {
    let of_use = subject.permits(ActSet::single(Act::Use));
    let mut permits = of_use.filter(|(_, norm)| norm.rank == Rank::Ordinary).peekable();
    let first = subject.span(permits.peek()?.0);
    Some(Stated {
        leaves: LeafSet::union_all(permits.map(|(_, norm)| &norm.purposes.leaves)),
        first,
    })
}

fn outside(subject: &Subject<'_>, stated: &Stated) -> Vec<Outside> {
    let graph = subject.purposes();
    let mut found: Vec<Outside> = Vec::new();
    for (id, norm) in subject.permits(pursuing()) {
        let identifies_nobody = matches!(norm.processing, Processing::Anonymised | Processing::Aggregate);
        if identifies_nobody {
            continue;
        }
        for purpose in Subject::named(&norm.purposes.named) {
            if graph.leaves_of(purpose).is_subset(&stated.leaves) {
                continue;
            }
            let known = found.iter_mut().find(|outside| outside.purposes == [purpose]);
            match known {
                None => found.push(Outside {
                    purposes: vec![purpose],
                    norms: vec![id],
                }),
                Some(outside)
                    if outside
                        .norms
                        .iter()
                        .any(|other| subject.clause_of(*other) == norm.provenance.clause) => {}
                Some(outside) => outside.norms.push(id),
            }
        }
    }
    by_clause(subject, found)
}

/// Takes together what one clause alone pursues.
fn by_clause(subject: &Subject<'_>, found: Vec<Outside>) -> Vec<Outside> {
    let mut grouped: Vec<Outside> = Vec::new();
    for outside in found {
        let clause = |other: &Outside| subject.clause_of(other.norms[0]);
        let same = |other: &&mut Outside| {
            other.norms.len() == 1 && outside.norms.len() == 1 && clause(other) == clause(&outside)
        };
        match grouped.iter_mut().find(same) {
            Some(other) => other.purposes.extend(outside.purposes),
            None => grouped.push(outside),
        }
    }
    grouped
}

/// The acts that a purpose is stated for.
fn pursuing() -> ActSet {
    acts(&[
        Act::Collect,
        Act::Provide,
        Act::Receive,
        Act::Entrust,
        Act::Share,
        Act::Transmit,
        Act::TransferAbroad,
        Act::Publish,
        Act::Retain,
    ])
}

fn told(subject: &Subject<'_>, outside: &Outside, stated: &Stated) -> Diagnostic {
    let graph = subject.purposes();
    let name = words::name(graph, outside.purposes[0]);
    let names = words::quoted(&words::names(graph, &outside.purposes));
    let first = subject.norm(outside.norms[0]);
    let beyond = graph.leaves_of(outside.purposes[0]).difference(&stated.leaves);
    let witness = Witness {
        purpose: beyond.first().unwrap_or_default(),
        ..Witness::under(first)
    };
    let request = witness.told(subject, &[first]);
    let one = outside.purposes.len() == 1;
    let mut diagnostic = Diagnostic::new(
        Code::H0508,
        Text::new(
            format!("目的{}は、どの利用目的にも含まれていません", names.ja),
            format!(
                "{} {} under no stated purpose of use",
                names.en,
                if one { "lies" } else { "lie" }
            ),
        ),
    );
    for purpose in outside.purposes.iter().take(MARKED) {
        if let Origin::Declared(span) = graph.get(*purpose).origin
            && span.source == first.provenance.span.source
        {
            diagnostic = diagnostic.label(span, Text::new("この目的", "this purpose"));
        }
    }
    for id in outside.norms.iter().take(MARKED) {
        let clause = subject.cited(*id);
        diagnostic = diagnostic.label(
            subject.span(*id),
            Text::new(format!("{clause}の目的"), format!("a purpose of {clause}")),
        );
    }
    diagnostic
        .label(stated.first, Text::new("利用目的の定め", "the purposes of use"))
        .note(Text::new(
            format!(
                "例えば、{}ことは、公表した利用目的の範囲を超えます（Eddy: repurposing）",
                request.ja
            ),
            format!(
                "{}, for example, goes beyond the published purposes (Eddy: repurposing)",
                request.en
            ),
        ))
        .help(Text::new(
            format!("利用目的に加えるか、`・{name}［利用目的の名前］` のように、含まれる利用目的を示してください"),
            format!("state it as a purpose of use, or say which one it lies under: `・{name}［…］`"),
        ))
}

/// Riders that limit to purposes none of which is stated: they leave nothing.
fn limits(subject: &Subject<'_>, stated: &Stated) -> Vec<Diagnostic> {
    let graph = subject.purposes();
    let limits = subject.ids().filter(|id| !subject.is_inert(*id)).filter(|id| {
        let norm = subject.norm(*id);
        norm.effect == Effect::Limit && !graph.leaves_of_all(&norm.purposes.except).intersects(&stated.leaves)
    });
    limits
        .map(|id| {
            let clause = subject.cited(id);
            let allowed = words::quoted(&words::names(graph, &subject.norm(id).purposes.except));
            Diagnostic::new(
                Code::H0508,
                Text::new(
                    format!(
                        "{clause}が利用を限る目的{}は、どの利用目的にも含まれていません",
                        allowed.ja
                    ),
                    format!(
                        "{clause} limits use to {}, which lies under no stated purpose of use",
                        allowed.en
                    ),
                ),
            )
            .label(
                subject.span(id),
                Text::new("この限定では、利用が一切できません", "this leaves no use at all"),
            )
            .label(stated.first, Text::new("利用目的の定め", "the purposes of use"))
            .help(Text::new(
                "限定する目的を利用目的に加えるか、利用目的の一つを限定に書いてください",
                "state the purpose as one of use, or limit to one that is stated",
            ))
        })
        .collect()
}
