//! A change of one clause or one word.

use super::consequence::{Consequence, Duty};
use crate::diff::decisions::Class;
use crate::document::ClauseId;

/// A change of one clause or one word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What changed.
    pub subject: Subject,
    /// Which way it goes.
    pub class: Class,
    /// Whether readers of the page see that something changed here.
    pub shown: bool,
    /// Whether a changed decision names it: it, or a clause in it, decides before or after, or its words tell what got or lost a
    /// name. Of such a clause nobody says that nothing is decided differently.
    pub decides: bool,
    /// The statements that come from it, by their place in [`Decisions::statements`](crate::diff::decisions::Decisions::statements).
    /// A statement that several clauses are responsible for stands with each of them.
    pub statements: Vec<usize>,
    /// What it calls for; never empty.
    pub consequences: Vec<Consequence>,
}

impl Change {
    /// Whether words changed that say what is done and that no rule was read with.
    #[must_use]
    pub fn is_unchecked(&self) -> bool {
        self.consequences.iter().any(|one| one.duty == Duty::ReadWording)
    }
}

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A clause: in both revisions, or in one.
    Clause {
        /// In the old revision.
        old: Option<ClauseId>,
        /// In the new revision.
        new: Option<ClauseId>,
    },
    /// The title of the page.
    Title,
    /// What stands before every clause.
    Preamble,
    /// What stands in no clause, behind or between them.
    Outside,
    /// A word, by its place among the [entries](crate::diff::vocabulary::JointVocabulary::entries) of the joint vocabulary.
    Word(usize),
}
