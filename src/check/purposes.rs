//! H0508: purpose limitation (個人情報保護法17条・18条). What is done with data, and what a rider limits it to, is done for a
//! stated purpose of use. Eddy's limitation principle: a target action that no source right covers (repurposing).

use super::page;
use super::sentences::purposes as say;
use super::subject::{Subject, acts};
use super::words;
use crate::diagnostic::{Code, Diagnostic};
use crate::norm::{Act, ActSet, Effect, NormId, Processing, Rank};
use crate::region::Witness;
use crate::span::Span;
use crate::text::sentence::{Name, Purposes};
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
    let of_use = subject.main_permits(ActSet::single(Act::Use));
    let mut permits = of_use.filter(|(_, norm)| norm.rank == Rank::Ordinary).peekable();
    let first = subject.span(permits.peek()?.0);
    let published = subject
        .main_permits(publishing())
        .filter(|(_, norm)| norm.rank == Rank::Ordinary && norm.purposes.named != [ConceptId::TOP])
        .map(|(_, norm)| &norm.purposes.leaves);
    Some(Stated {
        leaves: LeafSet::union_all(permits.map(|(_, norm)| &norm.purposes.leaves).chain(published)),
        first,
    })
}

fn outside(subject: &Subject<'_>, stated: &Stated) -> Vec<Outside> {
    let graph = subject.purposes();
    let document = &subject.policy.document;
    let referred = page::named_with_purposes(document);
    let mut found: Vec<Outside> = Vec::new();
    for (id, norm) in subject.main_permits(pursuing()) {
        let identifies_nobody = matches!(norm.processing, Processing::Anonymised | Processing::Aggregate);
        let published = states_purposes(&norm.provenance.wording)
            || document
                .path(norm.provenance.clause)
                .iter()
                .any(|clause| referred.contains(clause));
        if identifies_nobody || published {
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

/// Whether a clause says itself that its purposes are purposes of use: 「次に記載する利用目的の範囲内で提供します」.
fn states_purposes(wording: &str) -> bool {
    wording.contains("利用目的")
        && ["以下", "次の", "次に", "下記"]
            .iter()
            .any(|word| wording.contains(word))
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

/// What the operator does alone, or on the reader's device: a clause that says what for has published its purpose, wherever it
/// stands (APPI article 21(1), Telecommunications Business Act article 27-12).
fn publishing() -> ActSet {
    acts(&[Act::Collect, Act::Receive, Act::Transmit, Act::Retain])
}

/// The acts that a purpose must have been stated for elsewhere: what for others get the data is not what it is held for.
fn pursuing() -> ActSet {
    acts(&[
        Act::Provide,
        Act::Entrust,
        Act::Share,
        Act::TransferAbroad,
        Act::Publish,
    ])
}

fn told(subject: &Subject<'_>, outside: &Outside, stated: &Stated) -> Diagnostic {
    let graph = subject.purposes();
    let name = Name(words::name(graph, outside.purposes[0]).to_owned());
    let names = Purposes(words::quoted(&words::names(graph, &outside.purposes)));
    let first = subject.norm(outside.norms[0]);
    let beyond = graph.leaves_of(outside.purposes[0]).difference(&stated.leaves);
    let witness = Witness {
        purpose: beyond.first().unwrap_or_default(),
        ..Witness::under(first)
    };
    let request = witness.told(subject, &[first]);
    let message = match outside.purposes.len() {
        1 => say::outside(&names),
        _ => say::several_outside(&names),
    };
    let mut diagnostic = Diagnostic::new(Code::H0508, message);
    for purpose in outside.purposes.iter().take(MARKED) {
        if let Origin::Declared(span) = graph.get(*purpose).origin
            && span.source == first.provenance.span.source
        {
            diagnostic = diagnostic.label(span, say::this_purpose());
        }
    }
    for id in outside.norms.iter().take(MARKED) {
        diagnostic = diagnostic.label(subject.span(*id), say::purpose_of(&subject.cited(*id)));
    }
    diagnostic
        .label(stated.first, say::stated_here())
        .note(say::goes_beyond(&request))
        .help(say::state_it(&name))
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
            let allowed = Purposes(words::quoted(&words::names(graph, &subject.norm(id).purposes.except)));
            Diagnostic::new(Code::H0508, say::limited_outside(&clause, &allowed))
                .label(subject.span(id), say::leaves_no_use())
                .label(stated.first, say::stated_here())
                .help(say::limit_to_a_stated_one())
        })
        .collect()
}
