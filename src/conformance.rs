//! Requests with the answers that a policy gives, `hoshin.conformance/1-draft.N`: a program in any language that enforces a
//! bundle is tested by them.
//!
//! ```text
//!  Policy ──► candidates of each norm ──► those that tell the policy from one with a restriction fewer ──► answers
//! ```
//!
//! Which requests are chosen is in `choose`, what could be got wrong in `mistake`. Everything is decided by
//! [`Decider`]; the same policy gives the same file.

mod candidates;
mod choose;
mod chosen;
mod format;
mod json;
mod mistake;

pub use format::{Digests, FORMAT};
pub use json::schema;

use chosen::{About, Chosen};

use crate::decide::{Decider, Request};
use crate::policy::Policy;

/// The conformance file of a policy: its own 検証, and requests that exercise each of its norms.
#[derive(Debug, Clone)]
pub struct Conformance {
    document: json::Document,
}

impl Conformance {
    /// Chooses the requests and answers them.
    #[must_use]
    pub fn of(policy: &Policy, digests: Digests<'_>) -> Self {
        let decider = Decider::new(policy);
        let mut chosen = Chosen::default();
        for test in &policy.tests {
            chosen.add(Request::of_test(test, policy), About::Test(test.title.clone()));
        }
        choose::all(policy, &decider, &mut chosen);
        let requests = chosen.requests.iter();
        let requests = requests.map(|(request, about)| json::answered(policy, &decider, request, about));
        Self {
            document: json::Document::new(digests, policy.norms.len(), requests.collect()),
        }
    }

    /// The file as text: without blanks, with a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::line(serde_json::to_string(&self.document))
    }

    /// The same indented, for people.
    #[must_use]
    pub fn to_pretty_json(&self) -> String {
        json::line(serde_json::to_string_pretty(&self.document))
    }
}
