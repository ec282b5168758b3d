//! What is said of characters that cannot be seen.

use std::ops::Range;

use super::called;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::span::{SourceId, Span};
use crate::syntax::sentences::brackets;
use crate::syntax::sentences::hidden::{self as say, Turning};

/// A run of characters that cannot be seen.
pub(super) struct Run {
    pub(super) code: Code,
    pub(super) range: Range<usize>,
    /// Part of a kanji or an emoji, if only it stood in wording.
    pub(super) belongs: bool,
}

impl Run {
    pub(super) fn report(&self, source: SourceId, text: &str) -> Diagnostic {
        let span = Span::new(source, self.range.start, self.range.end);
        let characters = text.get(self.range.clone()).unwrap_or("");
        let message = match self.code {
            Code::H0002 => called::controls(characters),
            Code::H0008 => say::turns_the_text(&Turning(called::all(characters).0)),
            Code::H0616 => say::unseen_in_wording(&called::all(characters)),
            _ => say::unseen_outside(&called::all(characters)),
        };
        // A selector has no width of its own: what it belongs to is marked with it.
        let before = text
            .get(..self.range.start)
            .and_then(|before| before.chars().next_back());
        let base = before.filter(|_| self.belongs).map_or(0, char::len_utf8);
        let marked = Span::new(source, self.range.start - base, self.range.end);
        let mut diagnostic = Diagnostic::new(self.code, message).label(marked, brackets::here());
        if let Some(why) = self.why() {
            diagnostic = diagnostic.note(why);
        }
        match characters {
            "\r" => diagnostic.help(say::end_lines()).fix(span, "\n"),
            _ => diagnostic.help(self.help()).fix(span, ""),
        }
    }

    fn why(&self) -> Option<Text> {
        Some(match self.code {
            Code::H0002 => return None,
            Code::H0008 => say::seen_in_another_order(),
            Code::H0616 => say::shown_as_its_number(),
            _ if self.belongs => say::only_in_wording(),
            _ => say::names_could_differ_unseen(),
        })
    }

    fn help(&self) -> Text {
        match self.code {
            Code::H0002 => say::delete_what_was_pasted(),
            _ if self.belongs => say::delete_in_names(),
            _ => say::delete_and_retype(),
        }
    }
}
