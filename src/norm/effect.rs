//! What a norm does, and how it stands to others.

use super::processing::Processing;

/// What a norm does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// The acts may be done.
    Permit,
    /// The acts may not be done.
    Forbid,
    /// The acts may not be done for the norm's purposes, which are all those outside the ones the clause names.
    Limit,
}

impl Effect {
    /// The key used in the bundle.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn english(self) -> &'static str {
        match self {
            Self::Permit => "permit",
            Self::Forbid => "forbid",
            Self::Limit => "limit",
        }
    }

    /// Whether the norm refuses what it matches.
    #[must_use]
    pub fn refuses(self) -> bool {
        self != Self::Permit
    }

    /// The state of a norm whose clause names none.
    ///
    /// A permit holds from raw data on. A refusal bites up to data that shows nobody by itself, but of which the operator can
    /// still tell whose it is (APPI article 2(1)(i)): 「個人情報を第三者に提供しない」 says nothing of anonymised or aggregate
    /// information.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn default_processing(self) -> Processing {
        match self {
            Self::Permit => Processing::Raw,
            Self::Forbid | Self::Limit => Processing::Deidentified,
        }
    }
}

/// Which norms outrank which: riders stand above the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// An ordinary clause.
    Ordinary,
    /// 特約.
    Rider,
}
