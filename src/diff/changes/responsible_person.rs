//! Who is responsible for what is used jointly: a change of that is told beforehand, though no decision changes (article 27(6)).

use std::collections::{BTreeMap, BTreeSet};

use super::change::Subject;
use super::consequence::{Consequence, Duty};
use crate::diff::comparison::Comparison;
use crate::diff::sentences::reasons as say;
use crate::document::ClauseId;
use crate::norm::Act;
use crate::policy::{NoticeKind, Policy};

/// The joint uses of both revisions of which the person responsible is told otherwise.
pub(super) fn changes(comparison: &Comparison<'_>) -> Vec<(Subject, Consequence)> {
    let (before, after) = (told(comparison.old), told(comparison.new));
    let changed = after.into_iter().filter_map(|(clause, (place, told))| {
        let old = comparison.pairing.old_of(clause)?;
        let (_, former) = before.get(&old)?;
        (*former != told).then(|| {
            let consequence = Consequence {
                duty: Duty::JointUseChange,
                reason: say::another_person_responsible(),
            };
            let subject = Subject::Clause {
                old: comparison.pairing.old_of(place),
                new: Some(place),
            };
            (subject, consequence)
        })
    });
    changed.collect()
}

/// Where a clause tells the person responsible, and what: wordings with what stands in their ［］.
type Told<'p> = (ClauseId, BTreeSet<(&'p str, &'p [String])>);

/// Per clause about a joint use.
fn told(policy: &Policy) -> BTreeMap<ClauseId, Told<'_>> {
    let shares = policy.norms.iter().filter(|norm| !norm.effect.refuses());
    let shares = shares.filter(|norm| norm.acts.contains(Act::Share));
    let shares: BTreeSet<ClauseId> = shares.map(|norm| norm.provenance.clause).collect();
    let mut found: BTreeMap<ClauseId, Told<'_>> = BTreeMap::new();
    let persons = policy
        .notices
        .iter()
        .filter(|one| one.kind == NoticeKind::PersonInCharge);
    for person in persons {
        let around = policy.document.path(person.clause);
        for clause in around.into_iter().filter(|clause| shares.contains(clause)) {
            let (_, told) = found.entry(clause).or_insert_with(|| (person.clause, BTreeSet::new()));
            told.insert((person.wording.as_str(), person.values.as_slice()));
            told.extend(of_operator(policy, &person.wording).map(|said| (said, &[][..])));
        }
    }
    found
}

/// What the page says of the operator, where some words name it: who is responsible is told by its name, its address and who represents
/// it (article 27(5)(iii)), wherever these stand.
fn of_operator<'p>(policy: &'p Policy, words: &str) -> impl Iterator<Item = &'p str> {
    let operator = policy.metadata.operator.as_ref();
    let operator =
        operator.filter(|operator| words.contains(&operator.name) || words.contains(&operator.official_name));
    let said = operator.map(|operator| {
        let more = [operator.address.as_deref(), operator.representative.as_deref()];
        std::iter::once(operator.official_name.as_str()).chain(more.into_iter().flatten())
    });
    said.into_iter().flatten()
}
