//! How grave a finding is.

use crate::text::Lang;

/// How grave a diagnostic is. Ordered: the gravest is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// Worth knowing; never changes the exit code.
    Hint,
    /// Probably not meant; the policy still compiles.
    Warning,
    /// The policy cannot be published.
    Error,
}

impl Level {
    /// The word shown for the level.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Hint, Lang::Ja) => "参考",
            (Self::Warning, Lang::Ja) => "警告",
            (Self::Error, Lang::Ja) => "エラー",
            (Self::Hint, Lang::En) => "hint",
            (Self::Warning, Lang::En) => "warning",
            (Self::Error, Lang::En) => "error",
        }
    }
}
