//! One finding: a fact with a code, a place and words in two languages.

use super::code::Code;
use super::length::{MOST_LABELS, MOST_REPLACED, clipped};
use super::level::Level;
use super::sentences as say;
use crate::span::{SourceId, Span};
use crate::text::Text;

/// A marked place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there; may be empty.
    pub text: Text,
}

/// A correction that is certain enough to be applied by a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced.
    pub span: Span,
    /// What stands there instead.
    pub replacement: String,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its stable identity.
    pub code: Code,
    /// Its gravity in this run; starts as the code's own level.
    pub level: Level,
    /// What is wrong, in one sentence that stands alone, without a full stop.
    pub message: Text,
    /// The places. The first is the primary one.
    pub labels: Vec<Label>,
    /// Why it matters, where one line can say it.
    pub notes: Vec<Text>,
    /// What to do about it.
    pub help: Vec<Text>,
    /// The correction, where it is certain.
    pub fix: Option<Fix>,
    /// Places beyond the most that are marked.
    pub unmarked: usize,
    /// Further findings of this code in this file, for which this one stands.
    pub more: usize,
}

impl Diagnostic {
    /// A diagnostic at its code's own level.
    #[must_use]
    pub fn new(code: Code, message: Text) -> Self {
        Self {
            code,
            level: code.level(),
            message: clipped(message),
            labels: Vec::new(),
            notes: Vec::new(),
            help: Vec::new(),
            fix: None,
            unmarked: 0,
            more: 0,
        }
    }

    /// Marks a place. The first call marks the primary place.
    #[must_use]
    pub fn label(mut self, span: Span, text: Text) -> Self {
        if self.labels.len() < MOST_LABELS {
            let text = clipped(text);
            self.labels.push(Label { span, text });
        } else {
            self.unmarked += 1;
        }
        self
    }

    /// Adds a reason.
    #[must_use]
    pub fn note(mut self, text: Text) -> Self {
        self.notes.push(clipped(text));
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: Text) -> Self {
        self.help.push(clipped(text));
        self
    }

    /// Adds a correction that is certain.
    #[must_use]
    pub fn fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        let replacement = replacement.into();
        if replacement.len() <= MOST_REPLACED {
            self.fix = Some(Fix { span, replacement });
        }
        self
    }

    /// What this finding does not show: places, and others of its code for which it stands.
    #[must_use]
    pub fn left_out(&self) -> Vec<Text> {
        let unmarked = match self.unmarked {
            0 => None,
            1 => Some(say::one_place_unmarked()),
            several => Some(say::places_unmarked(&several)),
        };
        let more = match self.more {
            0 => None,
            1 => Some(say::one_finding_unlisted(&self.code)),
            several => Some(say::findings_unlisted(&self.code, &several)),
        };
        unmarked.into_iter().chain(more).collect()
    }

    /// What it is counted with: its code and its file.
    pub(super) fn group(&self) -> (Code, Option<SourceId>) {
        (self.code, self.span().map(|span| span.source))
    }

    /// The primary place, if the diagnostic has one.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}
