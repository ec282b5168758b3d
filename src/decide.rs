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
//!    加工 are met. What a rider's 但し lifts, and what a prohibition permits only where the law makes an exception, is
//!    reported with the answer 禁止.
//!
//! ```
//! use hoshin::internals::decide::{Decider, Request};
//! use hoshin::internals::norm::Act;
//! use hoshin::internals::policy::{Expected, Policy};
//! use hoshin::internals::vocabulary::ConceptId;
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
mod decider;
mod elapsed;
mod endings;
pub mod explain;
mod full;
mod index;
pub mod json;
pub(crate) mod links;
mod merge;
mod names;
mod nearest;
mod parts;
mod position;
pub(crate) mod precedence;
mod problem;
mod question;
mod request;
mod rows;
pub mod testing;
pub(crate) mod verdict;
mod ways;

pub use answer::{Answer, ConditionSet, Decision, Ending, Miss, Missed, Part, PartAnswer, Parts, Point, Verdict, Way};
pub use decider::Decider;
pub use nearest::NEAREST;
pub use question::{Elapsed, Question, RequestPart, Unresolved, Why};
pub use request::Request;
pub use ways::LIMIT;
