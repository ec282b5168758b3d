//! What was found in a source.

use crate::diagnostic::{Diagnostic, Findings, Level};
use crate::text::{Lang, Text};

/// Something found in a source, with its code, its place and what to do.
#[derive(Debug, Clone, Copy)]
pub struct Finding<'c> {
    found: &'c Diagnostic,
    of: Findings<'c>,
}

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// The source, by the name that it was compiled or loaded under.
    pub source: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl<'c> Finding<'c> {
    pub(super) fn new(found: &'c Diagnostic, of: Findings<'c>) -> Self {
        Self { found, of }
    }

    /// The code, which stays the same between versions: `H0501`. `docs/codes.md` lists them.
    #[must_use]
    pub fn code(&self) -> String {
        self.found.code.to_string()
    }

    /// How grave it is.
    #[must_use]
    pub fn level(&self) -> Level {
        self.found.level
    }

    /// What is wrong, in a sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> &'c str {
        self.found.message.get(lang)
    }

    /// What explains it.
    pub fn notes(&self, lang: Lang) -> impl Iterator<Item = &'c str> {
        said(&self.found.notes, lang)
    }

    /// What to do.
    pub fn help(&self, lang: Lang) -> impl Iterator<Item = &'c str> {
        said(&self.found.help, lang)
    }

    /// Where it is; none for what has no place in the text.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        let span = self.found.span()?;
        let position = self.of.sources.position(span);
        Some(Place {
            source: self.of.path(span.source),
            line: position.line,
            column: position.column,
        })
    }
}

fn said(texts: &[Text], lang: Lang) -> impl Iterator<Item = &str> {
    texts.iter().map(move |text| text.get(lang))
}
