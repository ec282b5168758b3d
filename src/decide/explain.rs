//! Decisions in words: which clauses decided, which they overrode, what would change it.

mod citation;
pub(crate) mod english;
pub(crate) mod japanese;
mod state;
pub(crate) mod words;

pub use citation::{Citation, cite, cite_clause};
pub use english::{english, norm_in_english};
pub use japanese::{japanese, norm_in_japanese};

use super::answer::Decision;
use super::request::Request;
use crate::policy::Policy;

/// A decision in words, in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Both {
    /// In Japanese.
    pub ja: String,
    /// In English; names and titles stay as the policy writes them.
    pub en: String,
}

/// The decision in both languages.
#[must_use]
pub fn both(policy: &Policy, request: &Request, decision: &Decision) -> Both {
    Both {
        ja: japanese(policy, request, decision),
        en: english(policy, request, decision),
    }
}
