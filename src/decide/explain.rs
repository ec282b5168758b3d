//! Decisions in words: which clauses decided, which they overrode, what would change it.

mod citation;
pub(crate) mod english;
pub(crate) mod japanese;
pub(crate) mod words;

pub use citation::{Citation, cite};
pub use english::english;
pub use japanese::japanese;
