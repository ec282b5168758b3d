//! Clauses that were retired (章 名前［削除］): nothing may rely on them.
//!
//! Their slot keeps its number and its anchor, so that links from outside lead somewhere. Within the policy a reference to
//! one is a reference to a rule that is gone. Only the summary of a revision may cite the number: 「{名前.番号}を削除しました」.

use super::context::Context;
use super::outline::Outline;
use super::sentences::references as say;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::ClauseId;
use crate::span::Span;
use crate::syntax::ast::Path;
use crate::text::sentence::Name;

/// Reports a name in ［］ whose clause is retired: what it is to do would not be done.
pub(super) fn check_named(outline: &Outline<'_>, clause: ClauseId, path: &Path, context: &mut Context<'_>) {
    let clause = outline.clause(clause);
    if !clause.retired {
        return;
    }
    let message = say::names_a_retired_clause(&Name(path.text()));
    context.report(relies_on_retired(message, path.span, clause.span).help(say::name_one_in_force()));
}

/// A reference to a rule that is gone: what it says, where, and where the clause was.
pub(super) fn relies_on_retired(message: Text, place: Span, clause: Span) -> Diagnostic {
    Diagnostic::new(Code::H0315, message)
        .label(place, Text::empty())
        .label(clause, say::retired_here())
}
