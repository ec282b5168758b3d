//! What is compared: words, and things that stand in wording.

/// What counts as a difference.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WordingOptions {
    /// Full-width and half-width forms of a character are the same: １ and 1, ｶ and カ.
    pub fold_width: bool,
}

/// A piece of a text to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Atom {
    /// Words.
    Words(String),
    /// Something that is what it is, whatever it prints: a reference to a clause.
    Thing {
        /// Alike on both sides if and only if it is the same thing.
        identity: String,
        /// What is printed.
        words: String,
    },
}

impl Atom {
    /// What is printed.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Words(words) | Self::Thing { words, .. } => words,
        }
    }
}
