//! Who decides.

use std::fmt;
use std::sync::Arc;

use super::answer::{Answer, AnswerKind};
use super::bundle_error::BundleError;
use super::request::Request;
use super::request_error::RequestError;
use crate::bundle::Bundle;
use crate::decide::json::{Identity, Responder};
use crate::policy::Policy;

/// Decides requests about one policy. Made once and kept: it may be shared between threads, and a decision costs what the
/// clauses that speak of the request cost, not what all of them do.
///
/// ```
/// use hoshin::{Decider, Request};
///
/// fn may_ship(bundle: &str) -> Result<bool, Box<dyn std::error::Error>> {
///     let decider = Decider::from_bundle(bundle)?; // format, digest and names are checked
///     let request = Request::new("提供").data("住所").party("運送会社").purpose("配送");
///     Ok(decider.kind(&request)?.is_permitted())
/// }
/// ```
#[derive(Clone)]
pub struct Decider {
    responder: Responder<Arc<Policy>>,
    digest: String,
}

impl Decider {
    /// Reads a bundle that `hoshin build` wrote, whole or runtime, and checks it as a whole.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn from_bundle(json: &str) -> Result<Self, BundleError> {
        let bundle = Bundle::from_json(json)?;
        let policy = Arc::new(bundle.to_decidable()?);
        Ok(Self::new(policy, bundle.digest().to_owned()))
    }

    pub(super) fn new(policy: Arc<Policy>, digest: String) -> Self {
        let identity = Identity { digest: digest.clone() };
        Self {
            responder: Responder::new(policy, identity),
            digest,
        }
    }

    /// Decides a request, with reasons.
    ///
    /// # Errors
    /// Every word of the request that the policy does not know.
    pub fn decide(&self, request: &Request<'_>) -> Result<Answer, RequestError> {
        let decider = self.responder.decider();
        let found = decider.request(&request.question()).map_err(RequestError::new)?;
        let decision = decider.decide(&found);
        Ok(Answer::of(self.responder.policy(), &found, &decision))
    }

    /// Which of the five answers a request has: what [`decide`](Self::decide) says without the reasons, in a fraction of the
    /// time.
    ///
    /// # Errors
    /// Every word of the request that the policy does not know.
    pub fn kind(&self, request: &Request<'_>) -> Result<AnswerKind, RequestError> {
        let answer = self.responder.decider().answer(&request.question());
        answer.map(AnswerKind::from).map_err(RequestError::new)
    }

    /// Answers a request in JSON by one line of JSON, `hoshin.decision/1`, as `hoshin ask --lines` does. `number` is that of
    /// the line, and comes back in what is wrong with it. The answer's `permitted` alone says whether the act may be done; it
    /// is false in the answer to what is no request.
    #[must_use]
    pub fn answer_json(&self, request: &str, number: u64) -> String {
        self.responder.line(request, number).to_json()
    }

    /// `sha256:…` of the bundle, so that a log can tell which revision decided. That of a runtime bundle is another than that
    /// of the whole one.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }
}

impl fmt::Debug for Decider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decider")
            .field("digest", &self.digest)
            .finish_non_exhaustive()
    }
}
