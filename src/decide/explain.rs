//! Decisions in words: which clauses decided, which they overrode, what would change it.
//!
//! What is told is found once (`decision`, `norm`) and put into sentences of both languages, which stand in tables
//! (`sentences`); names and titles stay as the policy writes them.

mod citation;
mod decision;
mod facts;
pub(crate) mod kinds;
pub(crate) mod names;
mod norm;
mod parts;
pub(crate) mod phrases;
mod sentences;

pub use citation::{Citation, cite, cite_clause};
pub(crate) use facts::not_examined;
#[cfg(test)]
pub(crate) use sentences::samples;

use super::answer::Decision;
use super::request::Request;
use crate::norm::NormId;
use crate::policy::Policy;
use crate::text::{Lang, Text};

/// A decision in words, in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Both {
    /// In Japanese.
    pub ja: String,
    /// In English; names and titles stay as the policy writes them.
    pub en: String,
}

/// The decision in both languages: a sentence, then a line for each reason and each way to change it. The request and the
/// decision must be about this policy.
#[must_use]
pub fn both(policy: &Policy, request: &Request, decision: &Decision) -> Both {
    let lines = decision::told(policy, request, decision);
    Both {
        ja: joined(&lines, Lang::Ja),
        en: joined(&lines, Lang::En),
    }
}

/// The decision in Japanese, as [`both`] tells it.
#[must_use]
pub fn japanese(policy: &Policy, request: &Request, decision: &Decision) -> String {
    joined(&decision::told(policy, request, decision), Lang::Ja)
}

/// The decision in English, as [`both`] tells it.
#[must_use]
pub fn english(policy: &Policy, request: &Request, decision: &Decision) -> String {
    joined(&decision::told(policy, request, decision), Lang::En)
}

/// A norm in Japanese, in one line: its clause, what it does and what it speaks of.
#[must_use]
pub fn norm_in_japanese(policy: &Policy, id: NormId) -> String {
    norm::told(policy, id).ja
}

/// A norm in English, in one line: its clause, what it does and what it speaks of.
#[must_use]
pub fn norm_in_english(policy: &Policy, id: NormId) -> String {
    norm::told(policy, id).en
}

fn joined(lines: &[Text], lang: Lang) -> String {
    let lines: Vec<&str> = lines.iter().map(|line| line.get(lang)).collect();
    lines.join("\n")
}
