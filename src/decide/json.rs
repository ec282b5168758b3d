//! Requests and decisions as JSON, for programs: the format `hoshin.decision/1`.
//!
//! One object asks, one object answers. An answer never depends on the language, the clock or the machine, so the same
//! question to the same policy gives the same bytes. Whoever enforces reads [`permitted`](Reply::permitted) and nothing
//! else: it is there in every answer, and false in one that says what is wrong with the question.
//!
//! ```
//! use hoshin::decide::json::{Identity, Responder};
//! use hoshin::policy::Policy;
//!
//! fn gate(policy: &Policy, requests: &str) -> Vec<String> {
//!     let digest = "sha256:…".to_owned(); // Bundle::digest, so that a log tells which revision decided
//!     let responder = Responder::new(policy, Identity { digest });
//!     requests.lines().map(|line| responder.line(line, 1).to_json()).collect()
//! }
//! ```

mod error;
pub(in crate::decide) mod parts;
mod reply;
mod request;
pub(in crate::decide) mod schema;

pub use error::RequestError;
pub use reply::Reply;
pub use schema::schema;

use super::decider::Decider;
use super::explain;
use super::question::Question;
use super::request::Request;
use crate::policy::Policy;
use reply::Asker;

/// The name and version of the format.
pub const FORMAT: &str = "hoshin.decision/1";

/// Most bytes that a request may have.
pub const LONGEST: usize = 1 << 20;

/// Which revision of a policy decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The digest of its bundle, `sha256:…`.
    pub digest: String,
}

/// Answers requests about one policy. May be shared between threads.
#[derive(Debug, Clone)]
pub struct Responder<'p> {
    policy: &'p Policy,
    decider: Decider,
    identity: Identity,
}

impl<'p> Responder<'p> {
    /// Makes ready to answer.
    #[must_use]
    pub fn new(policy: &'p Policy, identity: Identity) -> Self {
        Self {
            policy,
            decider: Decider::new(policy),
            identity,
        }
    }

    /// Answers one line that holds a request as JSON. `number` is the line's, from 1, and comes back in what is wrong.
    #[must_use]
    pub fn line(&self, line: &str, number: u64) -> Reply {
        match request::read(line) {
            Ok(wanted) => {
                let asker = Asker {
                    id: wanted.id.clone(),
                    line: Some(number),
                };
                wanted.ask(|question| self.answer(question, asker))
            }
            Err((error, id)) => self.refuse(error, Asker { id, line: Some(number) }),
        }
    }

    /// Answers a line that cannot be read as text, or is too long to be.
    #[must_use]
    pub fn unreadable(&self, error: RequestError, number: u64) -> Reply {
        self.refuse(
            error,
            Asker {
                id: None,
                line: Some(number),
            },
        )
    }

    /// Answers a question in words.
    #[must_use]
    pub fn question(&self, question: &Question<'_>) -> Reply {
        self.answer(question, Asker::default())
    }

    fn answer(&self, question: &Question<'_>, asker: Asker) -> Reply {
        match self.decider.request(question) {
            Ok(request) => self.decide(&request, asker),
            Err(words) => self.refuse(RequestError::Unresolved(words), asker),
        }
    }

    fn decide(&self, request: &Request, asker: Asker) -> Reply {
        let decision = self.decider.decide(request);
        let explanation = explain::both(self.policy, request, &decision);
        reply::decision(self.policy, &self.identity, request, &decision, explanation, asker)
    }

    fn refuse(&self, error: RequestError, asker: Asker) -> Reply {
        reply::error(self.policy, &self.identity, &error, asker)
    }
}
