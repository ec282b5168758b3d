//! The decision procedure: against a naive evaluator on generated policies, and on sources that a lawyer would write.

mod abroad;
mod agreement;
mod consents;
mod coverage;
pub(crate) mod draw;
mod duty_by_law;
mod exceptions;
mod explained;
mod invariants;

mod library;
mod lowering;
mod numbers;
mod others;
mod parts;
mod periods;
mod places;
mod replies;
mod scale;
mod scenarios;
mod shuffle;
mod strengths;
mod words;

use proptest::prelude::*;

/// So many cases, or as many as PROPTEST_CASES says.
pub(crate) fn cases(count: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|count| count.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(count),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}
