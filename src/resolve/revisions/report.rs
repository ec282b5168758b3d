//! What is said about the block of a revision.

use crate::diagnostic::{Code, Diagnostic, Text};
use crate::resolve::lookalike;
use crate::span::Span;
use crate::syntax::ast::{Path, Statement};

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
    let parts = [
        (lacks.names, "条項の名前", "clause"),
        (lacks.date, "日付", "date"),
        (lacks.reason, "理由", "reason"),
    ];
    let missing = || parts.iter().filter(|(lacking, ..)| *lacking);
    let ja: Vec<&str> = missing().map(|(_, ja, _)| *ja).collect();
    let en: Vec<&str> = missing().map(|(_, _, en)| *en).collect();
    Diagnostic::new(
        Code::H0312,
        Text::new(
            format!("`承認` に{}がありません", ja.join("と")),
            format!("`承認` has no {}", en.join(" and no ")),
        ),
    )
    .label(statement.head, Text::empty())
    .help(Text::new(
        "何を、いつ、なぜ承認したかを `承認［条項、2026-03-15］\"理由\"` のように書いてください。理由はページに出ません",
        "say what was accepted, when and why: `承認［条項、2026-03-15］\"理由\"`; the reason never appears on the page",
    ))
}

pub(super) fn second_value(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0302,
        Text::new(
            "承認に書ける日付と理由は一つずつです",
            "an acknowledgement takes one date and one reason",
        ),
    )
    .label(span, Text::new("二つ目", "the second"))
    .help(Text::new(
        "一つにするか、承認を分けてください",
        "keep one, or write an acknowledgement for each",
    ))
}

/// `date` is where the acknowledgement is dated, `revised` where the revision is.
pub(super) fn after_revision(date: Span, revised: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0314,
        Text::new(
            "承認の日付が改定の日付より後です",
            "acknowledged after the date of the revision",
        ),
    )
    .label(date, Text::new("承認", "acknowledged"))
    .label(revised, Text::new("改定", "revised"))
    .help(Text::new(
        "どちらの日付が正しいか確かめてください",
        "check which date is right",
    ))
}

pub(super) fn covers_nothing(place: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0316,
        Text::new(
            "概要のこの行がどの条項の改定か分かりません",
            "it cannot be told which change this line of the summary describes",
        ),
    )
    .label(place, Text::empty())
    .help(Text::new(
        "`・「…」［条項の名前］` のように書くと、ページで条項にリンクし、改定との食い違いを調べられます",
        "with `・「…」［name of the clause］` the page links to the clause, and the line can be compared with the change",
    ))
}

pub(super) fn unresolved(path: &Path, meant: Option<&str>) -> Diagnostic {
    let text = path.text();
    let mut diagnostic = Diagnostic::new(
        Code::H0201,
        Text::new(
            format!("`{text}` という条項も語彙もありません"),
            format!("no clause and nothing in the vocabulary is called `{text}`"),
        ),
    )
    .label(path.span, Text::empty());
    match meant {
        Some(meant) => {
            diagnostic.notes.extend(lookalike::note(&text, meant));
            diagnostic
                .help(Text::new(
                    format!("もしかして: {meant}"),
                    format!("did you mean {meant}?"),
                ))
                .fix(path.span, meant)
        }
        None => diagnostic.help(Text::new(
            format!("一つ前の版にだけあったものは `旧版.{text}` と書いてください"),
            format!("what only the previous revision had is written `旧版.{text}`"),
        )),
    }
}
