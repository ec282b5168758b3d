//! Canonical source: one way to write each policy, so that a reviewer sees only what an editor meant to change.
//!
//! What the form is stands in `docs/formatting.md`. Wording is never touched: whatever stands in 「」 is copied as it
//! is, line breaks and escapes included. [`format()`] parses what it made and compares: it gives nothing whose meaning,
//! wording or comments differ from what it was given.

mod compare;
mod head;
mod measure;
mod print;

use crate::diagnostic::{self, Diagnostic, Level, Text};
use crate::span::{SourceId, Span};
use crate::syntax;

/// Why a source was not formatted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It has syntax errors, so it is not known what its parts are. Holds everything the parser found, with spans in
    /// `SourceId(0)` over the text without a byte order mark.
    SyntaxErrors(Vec<Diagnostic>),
    /// The canonical form would mean or say something else. A bug in this crate, never the editor's fault.
    WouldChangeMeaning {
        /// The first statement that would change.
        place: Span,
    },
    /// The canonical form would lose or alter a comment. A bug in this crate, never the editor's fault.
    WouldChangeComment {
        /// The first comment that would be lost.
        place: Span,
    },
}

impl Refused {
    /// The refusal in one sentence, without a full stop.
    #[must_use]
    pub fn message(&self) -> Text {
        match self {
            Self::SyntaxErrors(_) => Text::new(
                "読み取れない箇所があるため整形しませんでした。ファイルは元のままです",
                "not formatted, because parts of it cannot be read; the file is as it was",
            ),
            Self::WouldChangeMeaning { .. } => Text::new(
                "整形すると意味または文言が変わるため整形しませんでした（hoshin の不具合です）。ファイルは元のままです",
                "not formatted, because its meaning or wording would change (a bug in hoshin); the file is as it was",
            ),
            Self::WouldChangeComment { .. } => Text::new(
                "整形するとコメントが失われるため整形しませんでした（hoshin の不具合です）。ファイルは元のままです",
                "not formatted, because a comment would be lost (a bug in hoshin); the file is as it was",
            ),
        }
    }

    /// Where the trouble is, in the text without a byte order mark.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn place(&self) -> Option<Span> {
        match self {
            Self::SyntaxErrors(diagnostics) => diagnostics.iter().find_map(Diagnostic::span),
            Self::WouldChangeMeaning { place } | Self::WouldChangeComment { place } => Some(*place),
        }
    }
}

/// The canonical form of a source.
///
/// Formatting what is already canonical changes nothing: `format(format(x)) == format(x)`.
///
/// # Errors
/// [`Refused`] when the source has syntax errors, or when the result would not mean and say the same.
pub fn format(text: &str) -> Result<String, Refused> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let before = syntax::parse(SourceId::default(), text);
    if has_errors(&before.diagnostics) {
        return Err(Refused::SyntaxErrors(before.diagnostics));
    }
    let formatted = print::print(&before.file, text);
    let after = syntax::parse(SourceId::default(), &formatted);
    if let Some(place) = compare::changed_meaning(&before.file, &after.file) {
        return Err(Refused::WouldChangeMeaning { place });
    }
    if has_errors(&after.diagnostics) {
        let place = Span::new(SourceId::default(), 0, text.len());
        return Err(Refused::WouldChangeMeaning { place });
    }
    if let Some(place) = compare::changed_comment(&before.file, &after.file) {
        return Err(Refused::WouldChangeComment { place });
    }
    Ok(formatted)
}

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostic::worst(diagnostics) == Some(Level::Error)
}
