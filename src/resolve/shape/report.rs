//! What is said of a statement in the wrong place, with a part too many or too few.

use super::table::{Need, Shape, example, homes};
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::keyword::Keyword::{self, Acknowledgement};
use crate::resolve::context::Context;
use crate::resolve::sentences::facts::{Called, Choices, Example, Piece};
use crate::resolve::sentences::{names, parts as say, places};
use crate::resolve::written::words_of;
use crate::span::Span;
use crate::syntax::ast::Statement;

/// A part that must be there.
pub(super) fn missing(statement: &Statement, piece: Piece, context: &mut Context<'_>) {
    let message = say::missing(&Called(statement.kind), &piece);
    let mut diagnostic = Diagnostic::new(Code::H0301, message).label(statement.head, Text::empty());
    let example = example(statement.kind);
    if !example.is_empty() {
        diagnostic = diagnostic.help(say::write_for_example(&Example(example)));
    }
    context.report(diagnostic);
}

/// A part that may not be there.
pub(super) fn unexpected(statement: &Statement, piece: Piece, span: Span, shape: Shape, context: &mut Context<'_>) {
    let help = match piece {
        Piece::String if shape.wording != Need::No => say::wording_stands_in_corners(),
        Piece::Wording if statement.kind == Acknowledgement => say::reason_stands_in_quotes(),
        Piece::Wording if shape.string != Need::No => say::path_stands_in_quotes(),
        Piece::Wording if shape.meaning != Need::No => say::names_stand_in_brackets(),
        Piece::Name if shape.meaning != Need::No => say::refer_in_brackets(),
        _ => say::leave_out(),
    };
    let message = say::unexpected(&Called(statement.kind), &piece);
    let mut diagnostic = Diagnostic::new(Code::H0302, message)
        .label(span, Text::empty())
        .help(help);
    if let (Piece::Wording, Acknowledgement, Some(wording)) = (piece, statement.kind, statement.wordings.first()) {
        let words = words_of(wording);
        if !words.contains(['"', '\n']) {
            diagnostic = diagnostic.fix(wording.span, format!("\"{words}\""));
        }
    }
    if let (Piece::String, Some(quoted)) = (piece, statement.strings.first())
        && shape.wording != Need::No
    {
        diagnostic = diagnostic.fix(quoted.span, format!("「{}」", quoted.text));
    }
    context.report(diagnostic);
}

/// `A＋B` of something else than conditions.
pub(super) fn together_elsewhere(span: Span, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(Code::H0304, names::together_elsewhere())
            .label(span, Text::empty())
            .help(names::list_names()),
    );
}

/// What may stand once and stands twice.
pub(super) fn repeated(statement: &Statement, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(Code::H0306, say::repeated(&Called(statement.kind)))
            .label(statement.place(), say::second_time())
            .help(say::delete_one()),
    );
}

/// A statement that cannot stand in its block.
pub(super) fn misplaced(statement: &Statement, parent: Option<Keyword>, context: &mut Context<'_>) {
    let called = Called(statement.kind);
    let message = match parent {
        Some(parent) => places::not_inside(&called, &Called(parent)),
        None => places::not_at_the_top(&called),
    };
    let mut homes = homes(statement.kind);
    if homes.len() > 8 {
        homes.truncate(7);
        homes.push("など");
    }
    let mut diagnostic = Diagnostic::new(Code::H0208, message).label(statement.place(), Text::empty());
    if !homes.is_empty() {
        diagnostic = diagnostic.help(places::may_stand_in(&Choices::of(&homes)));
    }
    context.report(diagnostic);
}

/// A statement that would be read by nobody here, and what to do instead.
pub(super) fn ineffective(statement: &Statement, instead: Text, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(Code::H0208, places::without_effect(&Called(statement.kind)))
            .label(statement.place(), Text::empty())
            .help(instead),
    );
}

/// More than one value where one is taken.
pub(super) fn second_value(statement: &Statement, second: Span, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(Code::H0302, say::one_value_only(&Called(statement.kind)))
            .label(second, say::second())
            .help(say::keep_one_value()),
    );
}

/// A rider that rules nothing.
pub(super) fn empty_rider(statement: &Statement, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(Code::H0301, say::rider_without_rule())
            .label(statement.place(), Text::empty())
            .help(say::write_the_rule()),
    );
}

/// 「」 without words.
pub(super) fn empty_wording(wording: Span, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(Code::H0301, say::empty_wording())
            .label(wording, say::here())
            .help(say::write_the_wording()),
    );
}
