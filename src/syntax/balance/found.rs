//! What a scan gathers: what has to change in the text, and what is said of it.

use crate::diagnostic::{Collector, Diagnostic};
use crate::syntax::balanced::Edit;

/// Edits and diagnostics, as they come.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) edits: Vec<Edit>,
    pub(super) diagnostics: Collector,
}

impl Found {
    pub(super) fn tell(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        self.edits.push(edit);
    }

    /// Blanks out bytes, joined to those before them.
    pub(super) fn blank(&mut self, at: usize, len: usize) {
        match self.edits.last_mut() {
            Some(Edit::Blank(from, before)) if *from + *before == at => *before += len,
            _ => self.edits.push(Edit::Blank(at, len)),
        }
    }
}
