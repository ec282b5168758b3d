//! What is wrong with a policy as a whole: the checks of `docs/semantics.md`, exact over leaf sets.
//!
//! A [`Policy`] has its names and its parts; whether its norms fit together is judged here, by the same semantics as
//! decisions are made. Every check collects facts first; one function makes them a sentence.
//!
//! - Norms against each other: contradictions, undeclared exceptions and crossings ([`conflicts`]), clauses that decide
//!   nothing ([`dead`]), riders that reach nothing or contradict one another (`riders`), 但し and 優先 that order nothing (`orders`).
//! - A norm by itself: nothing left of its sets (`empty`), conditions that cannot be met (`unmet`).
//! - Norms against what the policy says of itself: stated purposes (`purposes`), collection (`collection`), transfers abroad
//!   (`abroad`).
//! - Processing: what a 加工 leaves, drops and replaces (`processing`).
//!
//! One fault gives one report: what cannot apply at all is reported as that and is in no other finding.

mod abroad;
mod collection;
pub mod conflicts;
pub mod dead;
mod empty;
mod nearby;
mod orders;
mod page;
mod processing;
mod purposes;
pub mod relation;
mod riders;
mod search;
mod sentences;
mod subject;
mod undecided;
mod unmet;
mod witness;
mod words;

pub use crate::region::Witness;
#[cfg(test)]
pub(crate) use sentences::samples;

use search::Search;

use crate::diagnostic::{self, Diagnostic};
use crate::policy::Policy;
use subject::Subject;

/// What the checks found, and how much they looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The findings, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// What was compared.
    pub compared: Compared,
}

/// How much was compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Compared {
    /// The clauses that state norms.
    pub clauses: usize,
    /// The pairs of them, each of which was held against the other.
    pub pairs: usize,
    /// The conflicts found that are not declared, reported or hidden.
    pub conflicts: usize,
    /// Whether these are all conflicts; if not there are at least so many.
    pub all: bool,
    /// The pairs of a permit and a refusal, and the clauses, of which nothing was found out: the search was cut off.
    pub undecided: usize,
}

/// Checks a policy.
#[must_use]
pub fn check(policy: &Policy) -> Report {
    let subject = Subject::new(policy);
    let search = Search::new(&subject);
    let conflicts = conflicts::find(&subject, &search);
    let (dead, unknown) = dead::find(&subject, &search);
    let idle = riders::idle(&subject, &search);
    let exclusive = riders::exclusive(&subject, &search);
    let mut diagnostics = conflicts::report(&subject, &conflicts);
    let disputed = conflicts::reported(&subject, &conflicts.found)
        .flat_map(|conflict| [conflict.permit, conflict.refusal])
        .chain(exclusive.iter().flat_map(|pair| *pair))
        .map(|norm| subject.clause_of(norm))
        .collect();
    // That the raw permit covers what somebody receives processed as well is no news beside that finding.
    let matched = processing::matched(&subject);
    let processed = matched.iter().map(|(processed, _)| subject.clause_of(*processed));
    let silent = idle.iter().copied().chain(processed).collect();
    diagnostics.extend(dead::report(&subject, &dead, &disputed, &silent));
    diagnostics.extend(riders::report_idle(&subject, &search, &idle));
    diagnostics.extend(riders::report_exclusive(&subject, &search, &exclusive));
    diagnostics.extend(orders::check(&subject, &search));
    diagnostics.extend(empty::check(&subject));
    diagnostics.extend(unmet::check(&subject));
    diagnostics.extend(purposes::check(&subject));
    diagnostics.extend(collection::check(&subject));
    diagnostics.extend(abroad::check(&subject));
    diagnostics.extend(processing::check(&subject, &matched));
    diagnostics.extend(undecided::report(&subject, &conflicts, unknown));
    diagnostic::sort(&mut diagnostics);
    let clauses = subject.clauses.len();
    Report {
        diagnostics,
        compared: Compared {
            clauses,
            pairs: clauses * clauses.saturating_sub(1) / 2,
            conflicts: conflicts::reported(&subject, &conflicts.found).count(),
            all: conflicts.all,
            undecided: conflicts.at_least_undecided() + unknown,
        },
    }
}
