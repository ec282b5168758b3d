//! The parts of a sentence about requests.

use crate::diff::decisions::describe::Described;
use crate::norm::{ActSet, Processing};

/// The parts of a sentence about requests.
#[derive(Debug, Clone)]
pub(super) struct Parts {
    pub(super) acts: ActSet,
    pub(super) data: Described,
    /// `None` where the operator does the acts alone and nobody else is meant.
    pub(super) parties: Option<Described>,
    pub(super) purposes: Described,
    pub(super) routes: Vec<String>,
    pub(super) states: Vec<Processing>,
    pub(super) conditions: Vec<Case>,
    /// Whether these are all of them.
    pub(super) all_conditions: bool,
}

/// As many names of one kind as a sentence lists.
pub(super) const NAMES: usize = 8;

/// As many cases as a sentence lists.
pub(super) const CASES: usize = 4;

/// The names that a sentence lists, and how many more there are.
pub(super) fn clipped<T>(all: &[T], most: usize) -> (&[T], usize) {
    let shown = all.len().min(most);
    (&all[..shown], all.len() - shown)
}

/// One cube of conditions by names.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) all_of: Vec<Described>,
    pub(super) none_of: Vec<Described>,
}
