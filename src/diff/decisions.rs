//! What two revisions decide differently: every request, in few statements.
//!
//! A request is looked at leaf by leaf: an act, one leaf of data, party and purpose, a route, a strength of processing and the
//! conditions asserted. Each that the two revisions do not judge alike lies in a statement that says from what to what, and no
//! statement holds another.

mod actors;
mod assemble;
mod boxes;
mod cubes;
mod describe;
mod lapses;
mod outside;
mod search;
mod sentence;
mod statement;

pub use describe::{Described, describe};
pub(in crate::diff) use describe::{leaf, name};
pub(crate) use sentence::Teller;
pub use statement::{Class, Cube, Decisions, Effect, Example, Requests, Statement};

use super::vocabulary::JointVocabulary;
use crate::decide::explain::names::Words;
use crate::policy::Policy;

/// Compares what two revisions decide.
#[must_use]
pub fn decisions(old: &Policy, new: &Policy, vocabulary: &JointVocabulary) -> Decisions {
    let found = search::search(old, new, vocabulary);
    let words = Teller {
        old,
        new,
        vocabulary,
        words: Words::Names,
    };
    assemble::decisions(words, found)
}
