//! Who decides: the index of a policy and what its words mean, held together.

use super::answer::{Decision, Verdict};
use super::bare::bare;
use super::elapsed::{Lapses, Passed};
use super::full::full;
use super::index::Index;
use super::names::Names;
use super::parts::parts;
use super::problem::{Problem, strictest};
use super::question::{Question, RequestPart, Unresolved, Why};
use super::request::{Asking, Request};
use crate::policy::{Expected, Policy};
use crate::vocabulary::ConceptId;

/// Decides requests about one policy.
///
/// Owns its index, so it may be kept beside the policy, or without it, and shared between threads. Building one costs time
/// linear in the policy; a decision then costs what the matching norms cost.
#[derive(Debug, Clone)]
pub struct Decider {
    names: Names,
    lapses: Lapses,
    index: Index,
}

impl Decider {
    /// Builds the index of a policy.
    #[must_use]
    pub fn new(policy: &Policy) -> Self {
        Self {
            names: Names::of(policy),
            lapses: Lapses::of(policy),
            index: Index::new(policy),
        }
    }

    /// Decides a request, with everything that belongs to the answer.
    #[must_use]
    pub fn decide(&self, request: &Request) -> Decision {
        self.index.with_ask(&request.asking(), |ask| {
            let problem = Problem::new(&self.index, ask);
            let decision = full(&problem, ask);
            Decision {
                parts: parts(&problem, ask, &decision.answer),
                ..decision
            }
        })
    }

    /// Decides a request and says only which of the five answers it has: the kind of [`Self::decide`]'s answer, always.
    #[must_use]
    pub fn decide_bare(&self, request: &Request) -> Expected {
        self.index.with_ask(&request.asking(), |ask| bare(&self.index, ask))
    }

    /// Decides a request and says only what the norms say about it exactly as put: the verdict of [`Self::decide`], always.
    #[must_use]
    pub fn verdict(&self, request: &Request) -> Verdict {
        self.index
            .with_ask(&request.asking(), |ask| strictest(&Problem::new(&self.index, ask)).0)
    }

    /// Puts a question into the terms of the policy.
    ///
    /// # Errors
    /// Every word that names nothing or several things; else every condition that is denied and asserted.
    pub fn request(&self, question: &Question<'_>) -> Result<Request, Vec<Unresolved>> {
        let mut data = vec![ConceptId::TOP; question.data.len()];
        let mut conditions = vec![ConceptId::TOP; question.conditions.len()];
        let mut denied = vec![ConceptId::TOP; question.denied.len()];
        let mut withdrawn = vec![ConceptId::TOP; question.withdrawn.len()];
        let further = [denied.as_mut_slice(), withdrawn.as_mut_slice()];
        let found = (self.names).resolve(question, &mut data, &mut conditions, further)?;
        self.contradictions(question, &conditions, &denied)?;
        let passed = self.lapses.passed(question, &self.names)?;
        self.contradicted(question, (&conditions, &denied), &passed)?;
        conditions.extend(passed.asserted);
        denied.extend(passed.denied);
        Ok(Request {
            act: found.act,
            party: found.party,
            purpose: found.purpose,
            processing: found.processing,
            route: found.route,
            closed: found.closed,
            data,
            conditions,
            denied,
            withdrawn,
        })
    }

    /// A request that says of a condition that it holds, and that it does not, is none.
    fn contradictions(
        &self,
        question: &Question<'_>,
        conditions: &[ConceptId],
        denied: &[ConceptId],
    ) -> Result<(), Vec<Unresolved>> {
        let mut found = Vec::new();
        for (outer, word) in denied.iter().zip(question.denied) {
            let mut asserted = conditions.iter().zip(question.conditions);
            if let Some((id, kind)) = asserted.find(|(id, _)| self.index.denies(*outer, **id)) {
                let kind = if id == outer { word } else { kind };
                found.push(Unresolved {
                    part: RequestPart::Denied,
                    word: (*word).to_owned(),
                    why: Why::AssertedToo((*kind).to_owned()),
                });
            }
        }
        if found.is_empty() { Ok(()) } else { Err(found) }
    }

    /// What is said of conditions must not be against the times that are given.
    fn contradicted(
        &self,
        question: &Question<'_>,
        (conditions, denied): (&[ConceptId], &[ConceptId]),
        passed: &Passed,
    ) -> Result<(), Vec<Unresolved>> {
        let against = |part, words: &[&str], at: usize| Unresolved {
            part,
            word: words.get(at).copied().unwrap_or_default().to_owned(),
            why: Why::AgainstTimes,
        };
        let mut found = Vec::new();
        for (at, outer) in denied.iter().enumerate() {
            if passed.asserted.iter().any(|id| self.index.denies(*outer, *id)) {
                found.push(against(RequestPart::Denied, question.denied, at));
            }
        }
        for (at, inner) in conditions.iter().enumerate() {
            if passed.denied.iter().any(|outer| self.index.denies(*outer, *inner)) {
                found.push(against(RequestPart::Condition, question.conditions, at));
            }
        }
        if found.is_empty() { Ok(()) } else { Err(found) }
    }

    /// Answers a question with one of the five answers and nothing else: [`Self::request`], then
    /// [`Self::decide_bare`], without allocation in most cases.
    ///
    /// # Errors
    /// Every word that names nothing or several things; else every condition that is denied and asserted.
    pub fn answer(&self, question: &Question<'_>) -> Result<Expected, Vec<Unresolved>> {
        const FEW: usize = 8;
        let times = !question.elapsed.is_empty() || question.on.is_some();
        let says_more = !question.denied.is_empty() || !question.withdrawn.is_empty() || times;
        if question.data.len() > FEW || question.conditions.len() > FEW || says_more {
            return self.request(question).map(|request| self.decide_bare(&request));
        }
        let mut data = [ConceptId::TOP; FEW];
        let mut conditions = [ConceptId::TOP; FEW];
        let data = &mut data[..question.data.len()];
        let conditions = &mut conditions[..question.conditions.len()];
        let found = self.names.resolve(question, data, conditions, [&mut [], &mut []])?;
        let asking = Asking {
            data,
            conditions,
            ..found
        };
        Ok(self.index.with_ask(&asking, |ask| bare(&self.index, ask)))
    }
}

impl Policy {
    /// Decides one request, with everything that belongs to the answer. Where many are asked, keep a [`Decider`]: building
    /// one is most of the cost. A policy read from a bundle decides as the one that was compiled.
    ///
    /// Does no IO, reads no clock, and always ends: however many conditions there are, the search for what would change the
    /// answer stops at [`LIMIT`](super::LIMIT).
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn decide(&self, request: &Request) -> Decision {
        Decider::new(self).decide(request)
    }
}
