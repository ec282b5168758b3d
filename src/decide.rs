//! The decision procedure over norms: may this act be done with this data, with this party, for this purpose?
//!
//! `docs/semantics.md` is the reference of what an answer means. In short:
//!
//! 1. A norm *applies* to a leaf when its sets contain it (linkings in force included), the state of the data is one it
//!    speaks of, all it requires is asserted and nothing that lifts it is.
//! 2. A norm that applies *counts* unless it gives way to one of the opposite effect that counts (但し naming a clause, 優先).
//! 3. Of the norms that count the highest rank decides; within a rank a refusal beats a permit. If none counts, nothing is
//!    stated.
//! 4. A request is decided at every leaf it asks about; the strictest verdict is the request's, forbidden being stricter than
//!    not stated.
//! 5. What is not permitted as put is 加工すれば許可 when more processing alone would have it permitted, else 条件付き許可 when
//!    further conditions alone would, else 加工すれば許可 when both together would. But where a norm forbids it as put, only
//!    a way that is the permission's own counts: one by which the refusal falls away by itself once the permit's 場合 and
//!    加工 are met. An exception of the refusal itself (但し) is reported with the answer 禁止.
//!
//! ```
//! use hoshin::decide::{Decider, Request};
//! use hoshin::norm::Act;
//! use hoshin::policy::{Expected, Policy};
//! use hoshin::vocabulary::ConceptId;
//!
//! fn may_use(policy: &Policy, data: ConceptId, purpose: ConceptId) -> bool {
//!     let decider = Decider::new(policy); // keep it where many requests are decided
//!     let request = Request::new(Act::Use, data).purpose(purpose);
//!     decider.decide_bare(&request) == Expected::Permitted
//! }
//! ```

mod answer;
mod bare;
pub(crate) mod bits;
mod cells;
pub(crate) mod conditions;
pub mod explain;
mod full;
mod index;
pub mod json;
pub(crate) mod links;
mod merge;
mod names;
mod nearest;
pub(crate) mod precedence;
mod problem;
mod request;
mod rows;
pub mod testing;
pub(crate) mod verdict;
mod ways;

pub use answer::{Answer, ConditionSet, Decision, Miss, Missed, Place, Verdict, Way};
pub use index::Decider;
pub use names::{Question, RequestPart, Unresolved};
pub use request::Request;

use crate::policy::{Expected, Policy};

/// How many of the nearest permits a 定めなし names at most.
pub const NEAREST: usize = 5;

/// How many sets of conditions are tried, per strength of processing, before the search for ways is cut off. Policies as
/// people write them need a few dozen. One way is then still looked for, whatever its size, so that a permission under
/// conditions is not taken for none.
pub const LIMIT: usize = 4096;

impl Decider {
    /// Decides a request, with everything that belongs to the answer.
    #[must_use]
    pub fn decide(&self, request: &Request) -> Decision {
        self.with_ask(&request.asking(), |ask| full::full(self, ask))
    }

    /// Decides a request and says only which of the five answers it has: the kind of [`Self::decide`]'s answer, always.
    #[must_use]
    pub fn decide_bare(&self, request: &Request) -> Expected {
        self.with_ask(&request.asking(), |ask| bare::bare(self, ask))
    }
}

impl Decider {
    /// Decides a request and says only what the norms say about it exactly as put: the verdict of [`Self::decide`], always.
    #[must_use]
    pub fn verdict(&self, request: &Request) -> Verdict {
        self.with_ask(&request.asking(), |ask| {
            problem::strictest(&problem::Problem::new(self, ask)).0
        })
    }
}

impl Policy {
    /// Decides one request, with everything that belongs to the answer. Where many are asked, keep a [`Decider`]: building
    /// one is most of the cost. A policy read from a bundle decides as the one that was compiled.
    ///
    /// Does no IO, reads no clock, and always ends: however many conditions there are, the search for what would change the
    /// answer stops at [`LIMIT`].
    #[must_use]
    pub fn decide(&self, request: &Request) -> Decision {
        Decider::new(self).decide(request)
    }
}
