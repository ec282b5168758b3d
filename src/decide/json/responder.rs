//! Requests in, answers out.

use std::borrow::Borrow;

use super::super::decider::Decider;
use super::super::explain;
use super::super::question::Question;
use super::super::request::Request;
use super::error::RequestError;
use super::format::Identity;
use super::reply::{self, Asker, Reply};
use super::request;
use crate::policy::Policy;

/// Answers requests about one policy, held or borrowed. May be shared between threads.
#[derive(Debug, Clone)]
pub struct Responder<P> {
    policy: P,
    decider: Decider,
    identity: Identity,
}

impl<P: Borrow<Policy>> Responder<P> {
    /// Makes ready to answer.
    #[must_use]
    pub fn new(policy: P, identity: Identity) -> Self {
        Self {
            decider: Decider::new(policy.borrow()),
            policy,
            identity,
        }
    }

    /// Who decides.
    #[must_use]
    pub fn decider(&self) -> &Decider {
        &self.decider
    }

    /// The policy that is asked.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        self.policy.borrow()
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
        let explanation = explain::both(self.policy(), request, &decision);
        reply::decision(self.policy(), &self.identity, request, &decision, explanation, asker)
    }

    fn refuse(&self, error: RequestError, asker: Asker) -> Reply {
        reply::error(self.policy(), &self.identity, &error, asker)
    }
}
