//! What the compiler has to say about a policy: facts with a code, a place and words in two languages.
//!
//! Building a [`Diagnostic`] and drawing it are kept apart: `human`, `json`, `sarif` and `github` draw the same facts.

mod annotation;
pub mod bounds;
pub mod code;
pub mod coverage;
pub mod findings;
pub mod github;
pub mod human;
pub mod json;
pub(crate) mod neutral;
pub(crate) mod page;
mod places;
pub mod sarif;

pub use annotation::{Annotated, Annotation, AnnotationRule};
pub use bounds::Collector;
pub use code::Code;
pub use findings::{Counts, Findings};

pub use crate::text::{Lang, Text};

use crate::span::{SourceId, Span};

/// How grave a diagnostic is. Ordered: the gravest is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing; never changes the exit code.
    Hint,
    /// Probably not meant; the policy still compiles.
    Warning,
    /// The policy cannot be published.
    Error,
}

impl Level {
    /// The word shown for the level.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Hint, Lang::Ja) => "参考",
            (Self::Warning, Lang::Ja) => "警告",
            (Self::Error, Lang::Ja) => "エラー",
            (Self::Hint, Lang::En) => "hint",
            (Self::Warning, Lang::En) => "warning",
            (Self::Error, Lang::En) => "error",
        }
    }
}

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
            message: bounds::clipped(message),
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
        if self.labels.len() < bounds::MOST_LABELS {
            let text = bounds::clipped(text);
            self.labels.push(Label { span, text });
        } else {
            self.unmarked += 1;
        }
        self
    }

    /// Adds a reason.
    #[must_use]
    pub fn note(mut self, text: Text) -> Self {
        self.notes.push(bounds::clipped(text));
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: Text) -> Self {
        self.help.push(bounds::clipped(text));
        self
    }

    /// Adds a correction that is certain.
    #[must_use]
    pub fn fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        let replacement = replacement.into();
        if replacement.len() <= bounds::MOST_REPLACED {
            self.fix = Some(Fix { span, replacement });
        }
        self
    }

    /// What this finding does not show: places, and others of its code for which it stands.
    #[must_use]
    pub fn left_out(&self) -> Vec<Text> {
        let mut left_out = Vec::new();
        if self.unmarked > 0 {
            left_out.push(Text::new(
                format!("関係する箇所は、ほか {} か所あります", self.unmarked),
                format!("{} more places are not marked", self.unmarked),
            ));
        }
        if self.more > 0 {
            left_out.push(Text::new(
                format!(
                    "このファイルには、同じ {} の指摘がほか {} 件あります",
                    self.code, self.more
                ),
                format!(
                    "{} more findings of {} in this file are not listed",
                    self.more, self.code
                ),
            ));
        }
        left_out
    }

    /// What it is counted with: its code and its file.
    fn group(&self) -> (Code, Option<SourceId>) {
        (self.code, self.span().map(|span| span.source))
    }

    /// The primary place, if the diagnostic has one.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}

/// Sorts by place, then by code, and drops exact repetitions: the order in which findings are shown. What was not looked at to
/// the end comes before all else. Of each code in each file the first [`bounds::MOST_OF_A_CODE`] are kept, and the last of them
/// counts the others.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        let key = |one: &Diagnostic| (!one.code.means_not_looked_at(), one.span(), one.code);
        key(a).cmp(&key(b)).then_with(|| a.message.ja.cmp(&b.message.ja))
    });
    diagnostics.dedup();
    bounds::keep_the_first(diagnostics);
}

/// The gravest level among the findings.
#[must_use]
pub fn worst(diagnostics: &[Diagnostic]) -> Option<Level> {
    diagnostics.iter().map(|d| d.level).max()
}

/// The counts of errors and warnings.
#[must_use]
pub fn counts(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let of = |level| {
        diagnostics
            .iter()
            .filter(|d| d.level == level)
            .map(|d| 1 + d.more)
            .sum()
    };
    (of(Level::Error), of(Level::Warning))
}
