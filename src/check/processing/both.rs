//! H0518: one party receives the same item both as it is and processed, and can match the two (容易照合性).

use std::collections::BTreeSet;

use super::super::sentences::processing as say;
use super::super::subject::{Subject, acts};
use super::super::words;
use crate::diagnostic::{Code, Diagnostic};
use crate::norm::{Act, ActSet, Norm, NormId, Processing};
use crate::text::sentence::{Name, Parties};
use crate::vocabulary::LeafSet;

/// One finding for each clause that hands out processed data to somebody who has it raw.
pub(super) fn report(subject: &Subject<'_>, matched: &[(NormId, NormId)]) -> Vec<Diagnostic> {
    let told = |(processed, raw): &(NormId, NormId)| told(subject, *processed, *raw);
    matched.iter().map(told).collect()
}

/// For each such clause a norm of it, and one that hands out the same raw.
pub(in crate::check) fn matched(subject: &Subject<'_>) -> Vec<(NormId, NormId)> {
    let mut found = Vec::new();
    let mut clauses = BTreeSet::new();
    for (id, norm) in subject.main_permits(handing_over()) {
        // Statistics are matched with nobody.
        let matchable = !matches!(norm.processing, Processing::Raw | Processing::Aggregate);
        if !matchable || clauses.contains(&norm.provenance.clause) {
            continue;
        }
        let mut raw = subject.main_permits(handing_over());
        if let Some((raw, _)) = raw.find(|(_, other)| matches(norm, other)) {
            clauses.insert(norm.provenance.clause);
            found.push((id, raw));
        }
    }
    found
}

fn handing_over() -> ActSet {
    acts(&[Act::Provide, Act::Entrust, Act::Share, Act::Transmit])
}

/// Whether the second norm hands to the same party, as it is, what the first hands out processed.
fn matches(processed: &Norm, raw: &Norm) -> bool {
    // 「説明がある場合を除き、加工して掲載します」: one clause, one purpose, either the one or the other.
    let alternatives = processed.provenance == raw.provenance && processed.purposes == raw.purposes;
    raw.processing.strength() == 0
        && !alternatives
        // 「法令に基づく場合、第三者に提供します」 concerns everybody, and no recipient in particular.
        && raw.parties.leaves.is_subset(&processed.parties.leaves)
        && raw.data.leaves.intersects(&processed.data.leaves)
}

fn told(subject: &Subject<'_>, processed: NormId, raw: NormId) -> Diagnostic {
    let (with, without) = (subject.norm(processed), subject.norm(raw));
    let party = with.parties.leaves.intersection(&without.parties.leaves);
    let replaced = with.transform.iter().flat_map(|transform| &transform.generalise);
    let replaced = LeafSet::union_all(replaced.map(|(from, _)| subject.data().leaves_of(*from)));
    let item = with
        .data
        .leaves
        .intersection(&without.data.leaves)
        .difference(&replaced);
    let party = Parties(words::quoted(&words::described(subject.parties(), &party)));
    let item = item.first().map(|leaf| words::leaf(subject.data(), leaf));
    let item = Name(item.unwrap_or_default());
    let (clause, other) = (subject.cited(processed), subject.cited(raw));
    let span = with
        .transform
        .as_ref()
        .map_or(subject.span(processed), |transform| transform.span);
    Diagnostic::new(Code::H0518, say::received_both_ways(&party))
        .label(span, say::handed_processed(&clause))
        .label(subject.span(raw), say::handed_as_it_is(&other))
        .note(say::can_be_matched(&item))
        .help(say::forbid_matching())
}
