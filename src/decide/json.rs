//! Requests and decisions as JSON, for programs: the format `hoshin.decision/1`.
//!
//! One object asks, one object answers. An answer never depends on the language, the clock or the machine, so the same
//! question to the same policy gives the same bytes. Whoever enforces reads [`permitted`](Reply::permitted) and nothing
//! else: it is there in every answer, and false in one that says what is wrong with the question.
//!
//! ```
//! use hoshin::internals::decide::json::{Identity, Responder};
//! use hoshin::internals::policy::Policy;
//!
//! fn gate(policy: &Policy, requests: &str) -> Vec<String> {
//!     let digest = "sha256:…".to_owned(); // Bundle::digest, so that a log tells which revision decided
//!     let responder = Responder::new(policy, Identity { digest });
//!     requests.lines().map(|line| responder.line(line, 1).to_json()).collect()
//! }
//! ```

mod error;
mod format;
pub(in crate::decide) mod parts;
mod reply;
mod request;
mod responder;
#[cfg(feature = "schema")]
mod schema;

pub use error::RequestError;
pub use format::{FORMAT, Identity, LONGEST};
pub use reply::Reply;
pub use responder::Responder;
#[cfg(feature = "schema")]
pub use schema::schema;
