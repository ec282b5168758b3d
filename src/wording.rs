//! What the wording itself says: labels, definitions, hard-typed references, spelling.
//!
//! Pure functions over [`Passage`]s, which know where every byte of the shown text stands in the source. They return
//! facts with byte ranges; [`report`] turns facts into diagnostics. Every scan is linear in the length of the text.

pub mod aims;
pub mod bounded;
pub mod consent;
pub mod deemed;
pub mod definitions;
pub mod elements;
pub mod exceptions;
pub mod fold;
pub mod handled;
pub(crate) mod known_words;
pub mod labels;
pub mod listed;
mod marks;
pub(crate) mod numeral;
pub mod open;
pub mod passage;
pub mod periods;
pub mod polarity;
pub mod quantities;
pub mod quotes;
pub mod references;
pub mod removed;
pub mod report;
mod sentences;
pub mod spelling;
pub mod terms;
mod wide;
pub mod width;

pub use aims::aims;
pub use passage::{Passage, Piece, Place};
#[cfg(test)]
pub(crate) use sentences::samples;

#[cfg(test)]
mod tests;
