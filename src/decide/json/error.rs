//! Why a request could not be decided.

use super::super::question::{Unresolved, Why};
use super::format::LONGEST;

/// Why a request could not be decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestError {
    /// Words that name nothing in the policy, or several things; all of them. Else conditions that are denied and asserted.
    Unresolved(Vec<Unresolved>),
    /// The line is no request: no JSON, an unknown member, a member of the wrong type.
    Malformed {
        /// The reason in the words of the JSON reader.
        reason: String,
    },
    /// The line is not UTF-8.
    NotText,
    /// The line has more than [`LONGEST`] bytes.
    TooLong,
}

impl RequestError {
    /// The code, as stable as a diagnostic's.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unresolved(words) if words.iter().any(|word| matches!(word.why, Why::AssertedToo(_))) => "C0040",
            Self::Unresolved(_) => "C0014",
            Self::Malformed { .. } | Self::NotText | Self::TooLong => "C0015",
        }
    }

    /// What is wrong, in Japanese.
    #[must_use]
    pub fn japanese(&self) -> String {
        match self {
            Self::Unresolved(words) => words.iter().map(Unresolved::japanese).collect::<Vec<_>>().join("。"),
            Self::Malformed { reason } => format!("問いとして読めません（{reason}）"),
            Self::NotText => "文字コードが UTF-8 ではありません".to_owned(),
            Self::TooLong => format!("一行が長すぎます（{} KiB まで）", LONGEST >> 10),
        }
    }

    /// What is wrong, in English.
    #[must_use]
    pub fn english(&self) -> String {
        match self {
            Self::Unresolved(words) => words.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
            Self::Malformed { reason } => format!("this is no request ({reason})"),
            Self::NotText => "this is not UTF-8".to_owned(),
            Self::TooLong => format!("the line is too long (at most {} KiB)", LONGEST >> 10),
        }
    }
}
