//! Wording and meaning that say different things.

use super::{quoted_en, quoted_ja};
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::span::Span;

/// The wording names something that ［］ does not.
#[must_use]
pub fn unstated_in_meaning(name: &str, wording: Span, meaning: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0601,
        Text::new(
            format!("文言にある`{name}`が［］にありません"),
            format!("the wording names `{name}`, the meaning in ［］ does not"),
        ),
    )
    .label(wording, Text::new("文言ではここに書かれています", "named here"))
    .label(meaning, Text::new("この［］にはありません", "missing here"))
    .help(Text::new(
        format!("［］に`{name}`を加えるか、文言から除いてください"),
        format!("add `{name}` to ［］, or take it out of the wording"),
    ))
}

/// ［］ names something that the wording does not.
#[must_use]
pub fn unstated_in_wording(name: &str, meaning: Span, wording: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0602,
        Text::new(
            format!("［］にある`{name}`が文言にありません"),
            format!("the meaning in ［］ names `{name}`, the wording does not"),
        ),
    )
    .label(meaning, Text::new("［］ではここに書かれています", "named here"))
    .label(wording, Text::new("この文言にはありません", "missing here"))
    .note(Text::new(
        "ページを読む人には伝わりません",
        "readers of the page are not told",
    ))
    .help(Text::new(
        format!("文言に`{name}`を書くか、［］から除いてください。別の言い方で書いてある場合は、その言い方を`{name}`の宣言に「」で加えてください"),
        format!(
            "name `{name}` in the wording, or take it out of ［］; if the wording calls it otherwise, declare that label in 「」 at `{name}`"
        ),
    ))
}

/// What was read from the wording, because no ［］ says it.
#[must_use]
pub fn inferred_meaning<S: AsRef<str>>(names: &[S], wording: Span) -> Diagnostic {
    let written: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    Diagnostic::new(
        Code::H0603,
        Text::new(
            format!("文言から{}と読み取りました", quoted_ja(names)),
            format!("read {} from the wording", quoted_en(names)),
        ),
    )
    .label(wording, Text::new("この文言から", "from this wording"))
    .help(Text::new(
        format!(
            "`［{}］`と書くと、文言を直したときに食い違いが分かります",
            written.join("、")
        ),
        format!("write `［{}］` to be told when the wording changes", written.join("、")),
    ))
}
