//! Shown text, piece by piece.

use super::id::ClauseId;

/// A piece of shown text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Words.
    Text(String),
    /// Stressed words.
    Strong(Vec<Run>),
    /// A link. The target was checked: http, https, mailto or a fragment.
    Link {
        /// What is shown.
        words: Vec<Run>,
        /// Where it leads.
        target: String,
    },
    /// A reference to a clause.
    Reference {
        /// The clause.
        clause: ClauseId,
        /// Which part of number and title is shown.
        part: Part,
    },
    /// A term at the place that defines it.
    Definition {
        /// The term.
        words: String,
        /// The anchor of the definition.
        anchor: String,
    },
    /// A term that is defined elsewhere on the page.
    Term {
        /// The term.
        words: String,
        /// The anchor of its definition.
        anchor: String,
    },
}

/// What a reference shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Number and title.
    Full,
    /// `{名前.番号}`
    Number,
    /// `{名前.題}`
    Title,
}
