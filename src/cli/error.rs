//! What can go wrong outside the text of a policy: arguments, files, folders.

use std::borrow::Cow;
use std::fmt;
use std::io;

use miette::{GraphicalReportHandler, GraphicalTheme};

use super::error_code::CliCode;
use crate::diagnostic::{Lang, Level, Text, neutral};

/// A reason why a run could not do what it was asked to. It ends the process with 2.
#[derive(Debug, thiserror::Error)]
#[error("{}", message.ja)]
pub(super) struct CliError {
    /// Its stable identity.
    pub(super) code: CliCode,
    /// What is wrong, in one sentence without a full stop.
    pub(super) message: Text,
    /// What it is about, one a line.
    pub(super) details: Vec<Text>,
    /// What to do about it.
    pub(super) help: Option<Box<Text>>,
    /// What the system says.
    pub(super) source: Option<io::Error>,
}

impl CliError {
    pub(super) fn new(code: CliCode, message: Text) -> Self {
        Self {
            code,
            message,
            details: Vec::new(),
            help: None,
            source: None,
        }
    }

    /// What to do about it, from a table of sentences.
    pub(super) fn advise(mut self, advice: Text) -> Self {
        self.help = Some(Box::new(advice));
        self
    }

    pub(super) fn details(mut self, details: impl IntoIterator<Item = Text>) -> Self {
        self.details.extend(details);
        self
    }

    pub(super) fn caused_by(mut self, source: io::Error) -> Self {
        // A system, or git, may repeat what a stranger called a file.
        let source = match neutral::lines(&source.to_string()) {
            Cow::Borrowed(_) => source,
            Cow::Owned(shown) => io::Error::new(source.kind(), shown),
        };
        self.source = Some(source);
        self
    }

    /// Draws the error for a terminal of that many columns.
    pub(super) fn render(&self, lang: Lang, colour: bool, width: usize) -> String {
        let theme = if colour {
            GraphicalTheme::unicode()
        } else {
            GraphicalTheme::unicode_nocolor()
        };
        let mut handler = GraphicalReportHandler::new_themed(theme)
            .with_width(width)
            .with_links(false);
        // miette's own head for the help is English.
        if let (Lang::Ja, Some(help)) = (lang, &self.help) {
            handler = handler.with_footer(format!("対処: {}", neutral::line(&help.ja)));
        }
        let mut out = String::new();
        match handler.render_report(&mut out, &Shown { error: self, lang }) {
            Ok(()) => out,
            Err(fmt::Error) => format!(
                "{}[{}]: {}\n",
                Level::Error.word(lang),
                self.code,
                self.message.get(lang)
            ),
        }
    }
}

/// An error in one language, as miette asks for it.
#[derive(Debug)]
struct Shown<'a> {
    error: &'a CliError,
    lang: Lang,
}

impl Shown<'_> {
    fn message(&self) -> Cow<'_, str> {
        let message = neutral::line(self.error.message.get(self.lang));
        let details = &self.error.details;
        details.iter().fold(message, |message, detail| {
            let bullet = match self.lang {
                Lang::Ja => "・",
                Lang::En => "- ",
            };
            Cow::Owned(format!("{message}\n{bullet}{}", neutral::line(detail.get(self.lang))))
        })
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message())
    }
}

impl std::error::Error for Shown<'_> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.error.source.as_ref().map(|source| source as _)
    }
}

impl miette::Diagnostic for Shown<'_> {
    fn code<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        Some(Box::new(format!(
            "{}[{}]",
            Level::Error.word(self.lang),
            self.error.code
        )))
    }

    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        let help = self.error.help.as_ref().filter(|_| self.lang == Lang::En)?;
        Some(Box::new(neutral::line(&help.en)))
    }
}
