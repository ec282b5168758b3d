//! What is said about the parts of a retired clause and of a revision's block.

use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::RETIRED;
use crate::keyword::Keyword;
use crate::resolve::context::Context;
use crate::resolve::kinds::is_retired_word;
use crate::span::Span;
use crate::syntax::ast::{Mark, MeaningItem, Statement};

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
        let kind = statement.kind.word();
        context.report(
            Diagnostic::new(
                Code::H0313,
                Text::new(
                    format!("削除した{kind}に中身があります"),
                    format!("a retired `{kind}` holds something"),
                ),
            )
            .label(span, Text::new("残っているもの", "what is left"))
            .label(statement.head, Text::new("削除した条項", "the retired clause"))
            .help(Text::new(
                format!("ページには番号と「{RETIRED}」だけが出ます。中身を消すか、［{RETIRED}］ を外してください"),
                format!("the page shows the number and 「{RETIRED}」 alone; remove what is left, or ［{RETIRED}］"),
            )),
        );
    }
}

/// The only thing that stands in the ［］ of 章, 節 and 項.
pub(super) fn unexpected_in_level(statement: &Statement, span: Span, context: &mut Context<'_>) {
    let kind = statement.kind.word();
    let diagnostic = Diagnostic::new(
        Code::H0302,
        Text::new(
            format!("`{kind}` の ［ ］ に書けるのは {RETIRED} だけです"),
            format!("［ ］ of `{kind}` takes {RETIRED} alone"),
        ),
    )
    .label(span, Text::empty());
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
            .help(Text::new(
                format!("もしかして: {RETIRED}"),
                format!("did you mean {RETIRED}?"),
            ))
            .fix(item.span(), RETIRED),
        None => diagnostic.help(Text::new(
            format!("章の名前は ［ ］ に入れずに `{kind} 名前「題」` と書きます。{RETIRED}は、番号を残して中身をなくすときに使います"),
            format!("a name stands without ［ ］: `{kind} 名前「題」`; {RETIRED} keeps the number of a clause that is taken out"),
        )),
    });
}

/// Why a piece of prose cannot be a line of a 概要: each change is a bullet of its own.
pub(super) fn prose_in_summary(statement: &Statement, context: &mut Context<'_>) {
    let start = statement.head.start as usize;
    let before = Span::new(statement.head.source, start, start);
    context.report(
        Diagnostic::new(
            Code::H0208,
            Text::new(
                "段落は`概要`の中には置けません",
                "a paragraph cannot stand inside `概要`",
            ),
        )
        .label(statement.place(), Text::empty())
        .help(Text::new(
            "改定の一つごとに、行の頭に ・ を付けて書いてください",
            "write each change as a bullet: ・「…」",
        ))
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
