//! Two revisions of a policy: which clause is which, how the wording differs, how a 新旧対照表 shows it, and what the two
//! decide differently.
//!
//! What is compared are two [`Policy`](crate::policy::Policy) values, so the layout of the sources, comments and the order of
//! declarations are no difference: `diff(A, A)` is empty.

mod acknowledged;
mod annotation;
pub mod annotations;
mod answers;
mod called;
pub mod changes;
mod comparison;
pub mod dates;
pub mod decisions;
pub mod findings;
pub mod gate;
mod gathered;
pub mod json;
mod lasting;
mod moved;
pub mod pairing;
mod places;
mod responsible;
pub mod sections;
mod sentences;
mod shown;
pub mod summary;
pub mod table;
pub mod units;
pub mod unread;
pub mod vocabulary;
pub(crate) mod widenings;
pub mod wording;

pub use comparison::{Comparison, Options, compare};
pub use places::ChangedLines;
#[cfg(test)]
pub(crate) use sentences::samples;
pub use widenings::Widening;
