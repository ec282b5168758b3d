//! Two revisions of a policy: which clause is which, how the wording differs, how a 新旧対照表 shows it.
//!
//! What is compared are two [`Policy`](crate::policy::Policy) values, so the layout of the sources, comments and the order of
//! declarations are no difference: `diff(A, A)` is empty.

pub mod pairing;
pub mod units;
