//! Policy tests (検証): whether a policy gives the answers that its editor expects, and which of its norms the tests speak
//! for.
//!
//! A norm is **covered** by a test when it decides the test's request: it permits or refuses it as put, or it permits it
//! once the terms of a 条件付き許可 or 加工すれば許可 are met, or it is what refuses until then. A norm that merely applies and does
//! not prevail (a refusal that has given way, a permit that is refused) is not covered: the answer does not rest on it. Nor
//! is the permit of an exception that a 禁止 mentions. A test covers norms whether it succeeds or not.

pub mod json;

use super::answer::{Answer, Decision};
use super::decider::Decider;
use super::request::Request;
use crate::norm::NormId;
use crate::policy::{Policy, PolicyTest};

/// What came of one test.
#[derive(Debug, Clone)]
pub struct Tested<'p> {
    /// The test.
    pub test: &'p PolicyTest,
    /// Its request.
    pub request: Request,
    /// The decision.
    pub decision: Decision,
}

impl Tested<'_> {
    /// Whether the answer is the expected one.
    #[must_use]
    pub fn succeeded(&self) -> bool {
        self.decision.answer.kind() == self.test.expected
    }

    /// The norms it covers.
    pub fn covers(&self) -> impl Iterator<Item = NormId> {
        let until_then = match self.decision.answer {
            Answer::UnderConditions { .. } | Answer::IfProcessed { .. } => self.decision.overridden.as_slice(),
            _ => &[],
        };
        self.decision.decided_by.iter().chain(until_then).copied()
    }
}

/// Runs the tests of a policy that `wanted` chooses, in the order in which they are written.
#[must_use]
pub fn run(policy: &Policy, wanted: impl Fn(&PolicyTest) -> bool) -> Vec<Tested<'_>> {
    let decider = Decider::new(policy);
    let tests = policy.tests.iter().filter(|test| wanted(test));
    tests
        .map(|test| {
            let request = Request::of_test(test, policy);
            let decision = decider.decide(&request);
            Tested {
                test,
                request,
                decision,
            }
        })
        .collect()
}

/// Which norms tests cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    covered: Vec<bool>,
}

impl Coverage {
    /// What these tests of a policy cover together.
    #[must_use]
    pub fn of(policy: &Policy, tests: &[Tested<'_>]) -> Self {
        let mut covered = vec![false; policy.norms.len()];
        for norm in tests.iter().flat_map(Tested::covers) {
            covered[norm.0 as usize] = true;
        }
        Self { covered }
    }

    /// How many norms the policy has.
    #[must_use]
    pub fn total(&self) -> usize {
        self.covered.len()
    }

    /// How many of them are covered.
    #[must_use]
    pub fn covered(&self) -> usize {
        self.covered.iter().filter(|covered| **covered).count()
    }

    /// The covered share in whole percent, rounded down: 100 only when all are covered. 100 where there are no norms.
    #[must_use]
    pub fn percent(&self) -> usize {
        match self.total() {
            0 => 100,
            total => self.covered() * 100 / total,
        }
    }

    /// The norms that no test covers, in the order of the clauses that state them.
    pub fn uncovered(&self) -> impl Iterator<Item = NormId> {
        let open = self.covered.iter().enumerate().filter(|(_, covered)| !**covered);
        open.map(|(index, _)| NormId(index as u32))
    }
}
