//! Changed wording that no rule was read with: nobody but a person can tell what it permits, so somebody has to answer for it.

use super::Comparison;
use super::changes::{Change, Subject};
use crate::diagnostic::Text;
use crate::policy::{Acknowledgement, Covered};
use crate::span::Span;

/// Changed wording that the machine has not checked, where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread<'c> {
    /// What changed.
    pub subject: Subject,
    /// What it is called, with its number.
    pub called: Text,
    /// Its head in the new revision; none of what is gone, and of what stands in no clause.
    pub span: Option<Span>,
    /// The acknowledgements that it passes by; empty where nobody answers for it.
    pub acknowledged_by: Vec<&'c Acknowledgement>,
}

impl Comparison<'_> {
    /// All of it, in the order of the changes.
    #[must_use]
    pub fn unread(&self) -> Vec<Unread<'_>> {
        let changes = self.changes().iter().filter(|change| change.is_unchecked());
        changes.map(|change| self.unread_of(change)).collect()
    }

    /// What nobody has answered for.
    pub fn unanswered(&self) -> impl Iterator<Item = Unread<'_>> {
        self.unread().into_iter().filter(|one| one.acknowledged_by.is_empty())
    }

    fn unread_of(&self, change: &Change) -> Unread<'_> {
        let span = match change.subject {
            Subject::Clause { new: Some(new), .. } => Some(self.new.document.clause(new).span),
            _ => None,
        };
        let new = self.new.new_acknowledgements(self.old).into_iter();
        Unread {
            subject: change.subject,
            called: super::summary::cited(self, change.subject),
            span,
            acknowledged_by: new
                .filter(|one| self.is_wording_of(&one.covers, change.subject))
                .collect(),
        }
    }

    /// Whether an acknowledgement names wording: the clause, or one that it stands in; 前文, of what stands in no clause.
    pub(super) fn is_wording_of(&self, covers: &Covered, subject: Subject) -> bool {
        match subject {
            Subject::Clause { old, new } => {
                new.is_some_and(|new| covers.has_clause(&self.new.document, new))
                    || old.is_some_and(|old| covers.has_removed(&self.old.document, old))
            }
            Subject::Title | Subject::Preamble | Subject::Outside => covers.outside,
            Subject::Word(_) => false,
        }
    }

    /// What an acknowledgement of it would name; nothing where its clause has no name.
    #[must_use]
    pub fn name_of(&self, subject: Subject) -> Option<String> {
        super::summary::name(self, subject)
    }
}
