//! Requests with the answers that a policy gives, `hoshin.conformance/1-draft.N`: a program in any language that enforces a
//! bundle is tested by them.
//!
//! ```text
//!  Policy ──► candidates of each norm ──► those that tell the policy from one with a restriction fewer ──► answers
//! ```
//!
//! Which requests are chosen is in [`choose`], what could be got wrong in [`mistake`]. Everything is decided by
//! [`Decider`]; the same policy gives the same file.

mod candidates;
mod choose;
mod json;
mod mistake;

use std::collections::BTreeMap;

pub use json::schema;

use crate::decide::{Decider, Request};
use crate::policy::Policy;

/// The name of the format. As that of the bundle, its number is raised by every change until the first release.
pub const FORMAT: &str = "hoshin.conformance/1-draft.1";

/// The bundles that a file is about, by their digests.
#[derive(Debug, Clone, Copy)]
pub struct Digests<'a> {
    /// Of the whole bundle.
    pub whole: &'a str,
    /// Of the runtime bundle.
    pub runtime: &'a str,
}

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
            document: json::Document::new(digests, requests.collect()),
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

/// What a request was chosen for.
#[derive(Debug, Clone)]
enum About {
    /// A 検証, by its title.
    Test(String),
    /// A norm, by its key.
    Norm(String),
    /// A name whose rest leaf it asks about.
    Rest(String),
    /// A linking.
    Linking,
}

/// The requests, each once, in the order in which they were chosen.
#[derive(Debug, Default)]
struct Chosen {
    requests: Vec<(Request, About)>,
    known: BTreeMap<candidates::Key, ()>,
}

impl Chosen {
    fn add(&mut self, request: Request, about: About) {
        if self.known.insert(candidates::key(&request), ()).is_none() {
            self.requests.push((request, about));
        }
    }
}
