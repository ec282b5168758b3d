//! What is said about the parts of a retired clause and of a revision's block.

use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::RETIRED;
use crate::keyword::Keyword;
use crate::resolve::context::Context;
use crate::resolve::kinds::is_retired_word;
use crate::resolve::sentences::facts::LevelWord;
use crate::resolve::sentences::{names, parts as say, places};
use crate::span::Span;
use crate::syntax::ast::{Mark, MeaningItem, Statement};
use crate::text::sentence::Name;

/// What people write for 削除.
const SYNONYMS: &[&str] = &[
    "欠番",
    "廃止",
    "削除済",
    "削除済み",
    "削除する",
    "削除された条",
    "廃条",
    "空き",
];

/// A retired clause keeps its name and its number, and nothing else.
pub(super) fn check_retired(statement: &Statement, context: &mut Context<'_>) {
    let inside = statement.children().next().map(|child| child.head);
    let wording = statement.wordings.first().map(|wording| wording.span);
    let string = statement.strings.first().map(|quoted| quoted.span);
    let other = statement.meaning_items().find(|item| !is_retired_word(item));
    let content = [wording, string, other.map(MeaningItem::span), inside];
    for span in content.into_iter().flatten() {
        context.report(
            Diagnostic::new(Code::H0313, say::retired_holds_something(&LevelWord(statement.kind)))
                .label(span, say::left())
                .label(statement.head, say::retired_clause())
                .help(say::empty_the_retired()),
        );
    }
}

/// The only thing that stands in the ［］ of 章, 節 and 項.
pub(super) fn unexpected_in_level(statement: &Statement, span: Span, context: &mut Context<'_>) {
    let level = LevelWord(statement.kind);
    let message = say::level_takes_retired_alone(&level);
    let diagnostic = Diagnostic::new(Code::H0302, message).label(span, Text::empty());
    let written = statement.meaning_items().next();
    let meant = written.filter(|item| match item {
        MeaningItem::Name(path) => {
            let text = path.text();
            SYNONYMS.contains(&text.as_str()) || crate::syntax::nearest(&text, [RETIRED]).is_some()
        }
        _ => false,
    });
    context.report(match meant {
        Some(item) => diagnostic
            .help(names::did_you_mean(&Name(RETIRED.to_owned())))
            .fix(item.span(), RETIRED),
        None => diagnostic.help(say::level_is_named_without_brackets(&level)),
    });
}

/// Why a piece of prose cannot be a line of a 概要: each change is a bullet of its own.
pub(super) fn prose_in_summary(statement: &Statement, context: &mut Context<'_>) {
    let start = statement.head.start as usize;
    let before = Span::new(statement.head.source, start, start);
    context.report(
        Diagnostic::new(Code::H0208, places::paragraph_in_summary())
            .label(statement.place(), Text::empty())
            .help(places::write_bullets())
            .fix(before, "・"),
    );
}

/// Whether a statement is plain prose where a 概要 wants bullets.
pub(super) fn is_bare_prose(statement: &Statement) -> bool {
    statement.kind == Keyword::Prose && statement.mark.is_none()
}

/// Notes stand in a 概要 and describe no change.
pub(super) fn is_note(statement: &Statement) -> bool {
    matches!(statement.mark, Some((Mark::Note, _)))
}
