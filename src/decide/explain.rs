//! Decisions in words: which clauses decided, which they overrode, what would change it.

mod citation;
mod english;
mod japanese;
mod words;

pub use citation::{Citation, cite};
pub use english::english;
pub use japanese::japanese;
