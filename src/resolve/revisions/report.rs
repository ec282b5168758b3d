//! What is said about the block of a revision.

use crate::diagnostic::{Code, Diagnostic, Text};
use crate::resolve::lookalike;
use crate::resolve::sentences::{dates, names, parts, revisions as say};
use crate::span::Span;
use crate::syntax::ast::{Path, Statement};
use crate::text::sentence::Name;

/// What an acknowledgement does not say.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lacks {
    pub(super) names: bool,
    pub(super) reason: bool,
    pub(super) date: bool,
}

impl Lacks {
    pub(super) fn anything(self) -> bool {
        self.names || self.reason || self.date
    }
}

pub(super) fn incomplete(statement: &Statement, lacks: Lacks) -> Diagnostic {
    let message = match (lacks.names, lacks.date, lacks.reason) {
        (true, false, false) => say::no_clause(),
        (false, true, false) => say::no_date(),
        (false, false, _) => say::no_reason(),
        (true, true, false) => say::no_clause_and_date(),
        (true, false, true) => say::no_clause_and_reason(),
        (false, true, true) => say::no_date_and_reason(),
        (true, true, true) => say::nothing_said(),
    };
    Diagnostic::new(Code::H0312, message)
        .label(statement.head, Text::empty())
        .help(say::say_what_when_and_why())
}

pub(super) fn second_value(span: Span) -> Diagnostic {
    Diagnostic::new(Code::H0302, say::one_date_and_one_reason())
        .label(span, parts::second())
        .help(say::keep_one_or_split())
}

/// `date` is where the acknowledgement is dated, `revised` where the revision is.
pub(super) fn after_revision(date: Span, revised: Span) -> Diagnostic {
    Diagnostic::new(Code::H0314, say::acknowledged_later())
        .label(date, say::acknowledged())
        .label(revised, say::revised())
        .help(dates::check_which_is_right())
}

pub(super) fn covers_nothing(place: Span) -> Diagnostic {
    Diagnostic::new(Code::H0316, say::line_about_nothing())
        .label(place, Text::empty())
        .help(say::name_the_clause())
}

pub(super) fn unresolved(path: &Path, meant: Option<&str>) -> Diagnostic {
    let text = path.text();
    let name = Name(text.clone());
    let mut diagnostic = Diagnostic::new(Code::H0201, say::names_nothing(&name)).label(path.span, Text::empty());
    match meant {
        Some(meant) => {
            diagnostic.notes.extend(lookalike::note(&text, meant));
            diagnostic
                .help(names::did_you_mean(&Name(meant.to_owned())))
                .fix(path.span, meant)
        }
        None => diagnostic.help(say::write_of_the_previous(&name)),
    }
}
