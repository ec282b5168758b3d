//! What changed, clause by clause and word by word.

mod consequence;

pub use consequence::{Consequence, Duty};
