//! H0525: 「識別できない情報に加工した上で提供します」 beside 「個人情報を提供しません」. The one is the exception of the other as long as
//! nobody can tell any more whose the data is, not the company either: that is for a person to judge (容易照合性).

use super::super::sentences::processing as say;
use super::super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic};
use crate::norm::{Norm, NormId, Processing};

/// One finding for each clause that is taken as the exception of a refusal because it processes.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for norms in subject.clauses.values() {
        let of_processed = norms.iter().find_map(|id| Some((*id, excepted_from(subject, *id)?)));
        found.extend(of_processed.map(|(permit, refusal)| told(subject, permit, refusal)));
    }
    found
}

fn excepted_from(subject: &Subject<'_>, permit: NormId) -> Option<NormId> {
    let norm = subject.norm(permit);
    if norm.effect.refuses() || norm.processing != Processing::Deidentified || subject.is_inert(permit) {
        return None;
    }
    let goes_before = |refusal: &Norm| {
        let path = subject.policy.document.path(refusal.provenance.clause);
        norm.priority_over.iter().any(|clause| path.contains(clause))
    };
    subject.ids().find(|id| {
        let refusal = subject.norm(*id);
        refusal.effect.refuses()
            && refusal.processing == Processing::Deidentified
            && !subject.is_inert(*id)
            && !refusal.acts.intersection(norm.acts).is_empty()
            && refusal.parties.leaves.intersects(&norm.parties.leaves)
            && goes_before(refusal)
    })
}

fn told(subject: &Subject<'_>, permit: NormId, refusal: NormId) -> Diagnostic {
    let norm = subject.norm(permit);
    let (clause, other) = (subject.cited(permit), subject.cited(refusal));
    let span = norm
        .transform
        .as_ref()
        .map_or(subject.span(permit), |transform| transform.span);
    Diagnostic::new(Code::H0525, say::is_taken_as_an_exception(&clause, &other))
        .label(span, say::processing_of(&clause))
        .label(subject.span(refusal), say::forbids_personal_data())
        .note(say::may_still_be_personal())
        .help(say::judge_whether_it_is_personal())
}
