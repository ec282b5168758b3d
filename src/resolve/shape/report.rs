//! What is said of a statement in the wrong place, with a part too many or too few.

use super::table::{Need, Part, Shape, example, homes};
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::keyword::Keyword::{self, Acknowledgement};
use crate::resolve::context::Context;
use crate::resolve::kinds::called;
use crate::resolve::written::words_of;
use crate::span::Span;
use crate::syntax::ast::Statement;

/// A part that must be there.
pub(super) fn missing(statement: &Statement, part: Part, context: &mut Context<'_>) {
    let (kind, part) = (called(statement.kind), part.text());
    let mut diagnostic = Diagnostic::new(
        Code::H0301,
        Text::new(
            format!("{}に{}がありません", kind.ja, part.ja),
            format!("{} has no {}", kind.en, part.en),
        ),
    )
    .label(statement.head, Text::empty());
    let example = example(statement.kind);
    if !example.is_empty() {
        diagnostic = diagnostic.help(Text::new(
            format!("`{example}` のように書いてください"),
            format!("write, for example, `{example}`"),
        ));
    }
    context.report(diagnostic);
}

/// A part that may not be there.
pub(super) fn unexpected(statement: &Statement, part: Part, span: Span, shape: Shape, context: &mut Context<'_>) {
    let (kind, words) = (called(statement.kind), part.text());
    let help = match part {
        Part::String if shape.wording != Need::No => Text::new(
            "ページに出す文言は \" \" ではなく 「 」 で囲んでください",
            "wording stands in 「 」, not in \" \"",
        ),
        Part::Wording if statement.kind == Acknowledgement => Text::new(
            "承認の理由はページに出ません。 「 」 ではなく \" \" で囲んでください",
            "the reason never appears on the page; write it in \" \", not in 「 」",
        ),
        Part::Wording if shape.string != Need::No => Text::new(
            "ファイルの場所は 「 」 ではなく \" \" で囲んでください",
            "a path stands in \" \", not in 「 」",
        ),
        Part::Wording if shape.meaning != Need::No => Text::new(
            "名前は ［ ］ で囲んでください。ページに出す文言は別の文に書いてください",
            "names stand in ［ ］; what appears on the page is a statement of its own",
        ),
        Part::Name if shape.meaning != Need::No => Text::new(
            "名前を指すときは ［ ］ で囲んでください",
            "to refer to a name, put it in ［ ］",
        ),
        _ => Text::new("削除してください", "leave it out"),
    };
    let mut diagnostic = Diagnostic::new(
        Code::H0302,
        Text::new(
            format!("{}に{}は置けません", kind.ja, words.ja),
            format!("{} takes no {}", kind.en, words.en),
        ),
    )
    .label(span, Text::empty())
    .help(help);
    if let (Part::Wording, Acknowledgement, Some(wording)) = (part, statement.kind, statement.wordings.first()) {
        let words = words_of(wording);
        if !words.contains(['"', '\n']) {
            diagnostic = diagnostic.fix(wording.span, format!("\"{words}\""));
        }
    }
    if let (Part::String, Some(quoted)) = (part, statement.strings.first())
        && shape.wording != Need::No
    {
        diagnostic = diagnostic.fix(quoted.span, format!("「{}」", quoted.text));
    }
    context.report(diagnostic);
}

/// What may stand once and stands twice.
pub(super) fn repeated(statement: &Statement, context: &mut Context<'_>) {
    let kind = called(statement.kind);
    context.report(
        Diagnostic::new(
            Code::H0306,
            Text::new(
                format!("{}が二度書かれています", kind.ja),
                format!("{} is stated twice", kind.en),
            ),
        )
        .label(statement.place(), Text::new("二度目", "the second time"))
        .help(Text::new("どちらかを削除してください", "delete one of them")),
    );
}

/// A statement that cannot stand in its block.
pub(super) fn misplaced(statement: &Statement, parent: Option<Keyword>, context: &mut Context<'_>) {
    let kind = called(statement.kind);
    let place = match parent {
        Some(parent) => {
            let parent = called(parent);
            Text::new(format!("{}の中", parent.ja), format!("inside {}", parent.en))
        }
        None => Text::new("ファイルの一番外側", "at the top of a file"),
    };
    let mut homes = homes(statement.kind);
    if homes.len() > 8 {
        homes.truncate(7);
        homes.push("など");
    }
    let mut diagnostic = Diagnostic::new(
        Code::H0208,
        Text::new(
            format!("{}は{}には置けません", kind.ja, place.ja),
            format!("{} cannot stand {}", kind.en, place.en),
        ),
    )
    .label(statement.place(), Text::empty());
    if !homes.is_empty() {
        diagnostic = diagnostic.help(Text::new(
            format!("置ける場所: {}", homes.join("・")),
            format!("it may stand in {}", homes.join(", ")),
        ));
    }
    context.report(diagnostic);
}

/// A statement that would be read by nobody here, and what to do instead.
pub(super) fn ineffective(statement: &Statement, instead: Text, context: &mut Context<'_>) {
    let kind = called(statement.kind);
    context.report(
        Diagnostic::new(
            Code::H0208,
            Text::new(
                format!("{}は、ここに書いても効きません", kind.ja),
                format!("{} would have no effect here", kind.en),
            ),
        )
        .label(statement.place(), Text::empty())
        .help(instead),
    );
}

/// More than one value where one is taken.
pub(super) fn second_value(statement: &Statement, second: Span, context: &mut Context<'_>) {
    let kind = called(statement.kind);
    context.report(
        Diagnostic::new(
            Code::H0302,
            Text::new(
                format!("{}に書けるのは一つだけです", kind.ja),
                format!("{} takes one value only", kind.en),
            ),
        )
        .label(second, Text::new("二つ目", "the second"))
        .help(Text::new(
            "一つにするか、文を分けてください",
            "keep one, or write a statement for each",
        )),
    );
}

/// A rider that rules nothing.
pub(super) fn empty_rider(statement: &Statement, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(
            Code::H0301,
            Text::new(
                "`特約`に限定・禁止・許可・行為のどれもありません",
                "`特約` holds none of 限定, 禁止, 許可 and acts",
            ),
        )
        .label(statement.place(), Text::empty())
        .help(Text::new(
            "`限定［発送］` のように、特約が定めることを書いてください",
            "write what the rider rules, for example `限定［発送］`",
        )),
    );
}

/// 「」 without words.
pub(super) fn empty_wording(wording: Span, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(Code::H0301, Text::new("文言が空です", "the wording is empty"))
            .label(wording, Text::new("ここ", "here"))
            .help(Text::new(
                "「 」 の中に文言を書くか、「」 を外してください",
                "write the wording, or leave out 「」",
            )),
    );
}
