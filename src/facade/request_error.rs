//! Why a request was not decided.

use std::fmt;

use crate::decide::Unresolved;
use crate::text::Lang;

/// A request names what the policy does not know, or what could be several things. Nothing was decided: treat it as a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestError {
    words: Vec<Unresolved>,
}

impl RequestError {
    pub(super) fn new(words: Vec<Unresolved>) -> Self {
        Self { words }
    }

    /// The words that were not understood, in the order of the request.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| word.word.as_str())
    }

    /// What is wrong with them, a sentence each.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        match lang {
            Lang::Ja => self.joined("。", Unresolved::japanese),
            Lang::En => self.joined("; ", Unresolved::to_string),
        }
    }

    fn joined(&self, mark: &str, told: impl Fn(&Unresolved) -> String) -> String {
        self.words.iter().map(told).collect::<Vec<_>>().join(mark)
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::En))
    }
}

impl std::error::Error for RequestError {}
