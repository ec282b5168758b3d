//! Words about who gets data that name other countries than before: what a reader must look at, though no rule changed with them
//! (articles 28(2) and (3)).

use std::collections::BTreeSet;

use super::change::Subject;
use super::consequence::{Consequence, Duty};
use crate::diff::comparison::Comparison;
use crate::diff::sentences::facts::Names;
use crate::diff::sentences::reasons as say;
use crate::diff::table::{Cell, Line, Row};
use crate::document::ClauseId;
use crate::norm::{Act, Norm};
use crate::policy::Policy;
use crate::vocabulary::{Named, mentioned};

/// The clauses of both revisions by which data passes to others, and those on transfers abroad.
pub(super) struct Passing([BTreeSet<ClauseId>; 2]);

impl Passing {
    pub(super) fn of(comparison: &Comparison<'_>) -> Self {
        let of = |policy: &Policy| {
            let norms = policy.norms.iter().filter(|norm| passes_on(norm));
            let norms = norms.map(|norm| norm.provenance.clause);
            norms
                .chain(policy.transfers_abroad.iter().map(|one| one.clause))
                .collect()
        };
        Self([of(comparison.old), of(comparison.new)])
    }

    /// What a changed row of the table calls for that names other countries on one side.
    pub(super) fn called_for(&self, subject: Subject, row: &Row) -> Option<Consequence> {
        let Subject::Clause {
            old: Some(old),
            new: Some(new),
        } = subject
        else {
            return None;
        };
        let Self([before, after]) = self;
        let (Cell::Lines(was), Cell::Lines(is)) = (&row.old, &row.new) else {
            return None;
        };
        let other: Vec<String> = countries(was).symmetric_difference(&countries(is)).cloned().collect();
        let concerned = before.contains(&old) && after.contains(&new) && !other.is_empty();
        concerned.then(|| Consequence {
            duty: Duty::OtherCountries,
            reason: say::words_name_other_countries(&Names::of(&other)),
        })
    }
}

fn passes_on(norm: &Norm) -> bool {
    let acts = [Act::Provide, Act::Entrust, Act::Share, Act::TransferAbroad];
    !norm.effect.refuses() && acts.into_iter().any(|act| norm.acts.contains(act))
}

/// The countries that lines name, each by its first name; a region by its own.
fn countries(lines: &[Line]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for text in lines.iter().map(Line::text) {
        for told in mentioned(&text) {
            match told.named {
                Named::Country(country) => found.insert(country.names[0].to_owned()),
                Named::Region(_) => found.insert(text.get(told.range).unwrap_or_default().to_owned()),
            };
        }
    }
    found
}
