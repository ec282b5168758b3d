//! Which words of the page tell a reader of a clause.

use crate::keyword::{Keyword, acts, prohibitions};
use crate::syntax::ast::{Mark, Statement, Wording};

/// The wordings of a clause, each with whether it is a ※ note.
#[derive(Debug, Default)]
pub(super) struct Words<'a> {
    pub(super) all: Vec<(&'a Wording, bool)>,
}

impl<'a> Words<'a> {
    /// What a clause and all in it says but for the clauses inside it.
    pub(super) fn own(statement: &'a Statement) -> Self {
        let mut words = Self::default();
        words.gather(statement, false);
        words
    }

    /// The same, and of a silent one what is said around it.
    pub(super) fn of(statement: &'a Statement, around: &[&'a Statement]) -> Self {
        let mut words = Self::own(statement);
        let mut outer = around.iter().rev();
        while let (true, Some(block)) = (words.all.is_empty(), outer.next()) {
            words.say(block);
        }
        words
    }

    /// Adds what a block says by itself: its title, and its paragraphs and bullets.
    pub(super) fn say(&mut self, block: &'a Statement) {
        self.all.extend(block.wordings.iter().map(|wording| (wording, false)));
        for child in block.children() {
            if matches!(child.kind, Keyword::Prose | Keyword::Entry | Keyword::Columns) {
                self.gather(child, false);
            }
        }
    }

    /// Adds everything that stands in a block.
    pub(super) fn whole(&mut self, block: &'a Statement) {
        self.all.extend(block.wordings.iter().map(|wording| (wording, false)));
        for child in block.children() {
            self.whole(child);
        }
    }

    fn gather(&mut self, statement: &'a Statement, note: bool) {
        let note = note || statement.mark.is_some_and(|(mark, _)| mark == Mark::Note);
        self.all
            .extend(statement.wordings.iter().map(|wording| (wording, note)));
        for child in statement.children() {
            if !matches!(
                child.kind,
                acts!() | prohibitions!() | Keyword::Rider | Keyword::Linking
            ) {
                self.gather(child, note);
            }
        }
    }
}
