//! Which acknowledgements (承認) count for a revision: those that were written for it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Policy;
use super::revision::{Acknowledgement, OUTSIDE};
use crate::document::DateKind;

impl Policy {
    /// The acknowledgements that count when `previous` is compared with this revision: those that were decided for it.
    ///
    /// An acknowledgement is used up by the revision that it was written for. One that already stands in the previous
    /// revision lets nothing pass again, whatever reason is given now and whatever names are left out or added; and what was
    /// decided before the previous revision was not decided for this one ([`Self::is_outdated`]).
    #[must_use]
    pub fn new_acknowledgements(&self, previous: &Self) -> Vec<&Acknowledgement> {
        let unused = self.unused_acknowledgements(previous).into_iter();
        unused.filter(|one| !self.is_outdated(one, previous)).collect()
    }

    /// The acknowledgements that do not stand in the previous revision, outdated ones as well.
    pub(crate) fn unused_acknowledgements(&self, previous: &Self) -> Vec<&Acknowledgement> {
        let used: Vec<_> = (previous.acknowledgements())
            .map(|one| (one.date, previous.named_by(one)))
            .collect();
        let is_used = |one: &Acknowledgement| {
            let names = self.named_by(one);
            used.iter()
                .any(|(date, of)| *date == one.date && !names.is_disjoint(of))
        };
        self.acknowledgements().filter(|one| !is_used(one)).collect()
    }

    /// Whether something was acknowledged no later than the previous revision was made. A date that both revisions bear is that
    /// of the one that is being prepared.
    #[must_use]
    pub fn is_outdated(&self, acknowledgement: &Acknowledgement, previous: &Self) -> bool {
        let made = |policy: &Self| -> BTreeSet<Date> {
            let dates = || policy.metadata.dates.iter();
            let made = dates().filter(|(kind, _)| *kind != DateKind::Effective);
            let made: BTreeSet<Date> = made.map(|(_, date)| *date).collect();
            match made.is_empty() {
                true => dates().map(|(_, date)| *date).collect(),
                false => made,
            }
        };
        let newest = made(self).last().copied();
        let earlier = made(previous)
            .into_iter()
            .rev()
            .find(|date| newest.is_none_or(|newest| *date < newest));
        earlier.is_some_and(|earlier| acknowledgement.date <= earlier)
    }

    /// Every acknowledgement, in the order of the source.
    pub fn acknowledgements(&self) -> impl Iterator<Item = &Acknowledgement> {
        self.revisions.iter().flat_map(|revision| &revision.acknowledgements)
    }

    /// What an acknowledgement names, in names that other revisions know.
    fn named_by<'a>(&'a self, one: &'a Acknowledgement) -> BTreeSet<&'a str> {
        let clauses = one.covers.clauses.iter();
        let clauses = clauses.map(|id| self.document.clause(*id).anchor.as_str());
        let concepts = one.covers.concepts.iter();
        let concepts = concepts.map(|(dimension, id)| self.vocabulary.graph(*dimension).get(*id).name.as_str());
        let removed = one.covers.removed.iter().map(String::as_str);
        let outside = one.covers.outside.then_some(OUTSIDE);
        clauses.chain(concepts).chain(removed).chain(outside).collect()
    }
}
