//! H0511 and H0512: transfers abroad (個人情報保護法28条). A clause that reaches a party abroad says so, and a 越境 reaches one.

use super::sentences::abroad as say;
use super::subject::{Subject, acts};
use super::words;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::ClauseId;
use crate::norm::{Act, Norm, NormId};
use crate::policy::TransferAbroad;
use crate::region::Witness;
use crate::text::sentence::{Listed, Parties, Titles};
use crate::vocabulary::{Attribute, LeafSet, excepted_by_article_27};

/// Findings on parties abroad that no 越境 covers, and on 越境 that covers nobody.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let foreign = subject.parties().leaves_with(Attribute::Foreign);
    let mut diagnostics = Vec::new();
    for norms in subject.clauses.values() {
        let first = norms.iter().find(|id| reaches_unstated(subject, **id, foreign));
        diagnostics.extend(first.map(|id| unstated(subject, *id, foreign)));
    }
    for transfer in &subject.policy.transfers_abroad {
        if !reaches_somebody(subject, transfer, foreign) {
            diagnostics.push(idle(subject, transfer));
        }
    }
    diagnostics
}

/// Whether a clause lies in one that the 越境 names, or in the 越境 itself, whose detail it is then.
fn covers(subject: &Subject<'_>, transfer: &TransferAbroad, clause: ClauseId) -> bool {
    let path = subject.policy.document.path(clause);
    path.contains(&transfer.clause) || transfer.covers.iter().any(|covered| path.contains(covered))
}

fn reaches_unstated(subject: &Subject<'_>, id: NormId, foreign: &LeafSet) -> bool {
    let norm = subject.norm(id);
    let clause = norm.provenance.clause;
    let transfers = &subject.policy.transfers_abroad;
    !norm.effect.refuses()
        // What keeps a party abroad out, but for an exception, is no transfer that somebody forgot to state.
        && !norm.exception
        && !is_excepted(subject, norm)
        && !subject.is_inert(id)
        && is_transfer(norm)
        && norm.parties.leaves.intersects(foreign)
        && !transfers.iter().any(|transfer| covers(subject, transfer, clause))
}

/// Whether it holds only where article 27(1) excepts the provision: article 28(1) leaves that alone.
fn is_excepted(subject: &Subject<'_>, norm: &Norm) -> bool {
    let excepted = excepted_by_article_27(&subject.policy.vocabulary.conditions);
    norm.requires.iter().any(|any| any.leaves.is_subset(&excepted))
}

/// Article 28 speaks of personal data that the operator provides. What a tag has the reader's own device send abroad (外部送信) is
/// not that by itself.
fn is_transfer(norm: &Norm) -> bool {
    let direct = acts(&[Act::Provide, Act::Entrust, Act::Share, Act::TransferAbroad]);
    !norm.acts.intersection(direct).is_empty()
}

fn unstated(subject: &Subject<'_>, id: NormId, foreign: &LeafSet) -> Diagnostic {
    let clause = subject.cited(id);
    let norm = subject.norm(id);
    let reached = norm.parties.leaves.intersection(foreign);
    let parties = Parties(words::quoted(&words::described(subject.parties(), &reached)));
    let witness = Witness {
        party: reached.first().unwrap_or_default(),
        ..Witness::under(norm)
    };
    let request = witness.told(subject, &[norm]);
    let name = Listed(subject.callable(id).unwrap_or("条項の名前").to_owned());
    Diagnostic::new(Code::H0511, say::unstated(&clause, &parties))
        .label(subject.span(id), say::to(&parties))
        .note(say::goes_abroad(&request))
        .help(say::state_it(&name))
}

fn reaches_somebody(subject: &Subject<'_>, transfer: &TransferAbroad, foreign: &LeafSet) -> bool {
    let inside = |clause: ClauseId| covers(subject, transfer, clause);
    subject
        .policy
        .norms
        .iter()
        .any(|norm| !norm.effect.refuses() && norm.parties.leaves.intersects(foreign) && inside(norm.provenance.clause))
}

fn idle(subject: &Subject<'_>, transfer: &TransferAbroad) -> Diagnostic {
    let document = &subject.policy.document;
    let titles: Vec<String> = transfer
        .covers
        .iter()
        .map(|clause| document.plain(&document.clause(*clause).title))
        .collect();
    let (label, help) = match transfer.covers.is_empty() {
        true => (say::names_no_clause(), say::name_a_clause()),
        false => (
            say::nobody_abroad(&Titles(words::quoted(&titles))),
            say::declare_a_party(),
        ),
    };
    Diagnostic::new(Code::H0512, say::idle())
        .label(transfer.span, label)
        .note(say::information_is_due())
        .help(help)
}
