//! Links that lead nowhere.

use crate::diagnostic::{Code, Diagnostic, Text};
use crate::span::Span;

/// A link to a fragment that the page does not have. `nearest` is an anchor that may be meant.
#[must_use]
pub fn broken_anchor(target: &str, place: Span, nearest: Option<&str>) -> Diagnostic {
    let help = match nearest {
        Some(nearest) => Text::new(
            format!("もしかして: `#{nearest}`"),
            format!("did you mean `#{nearest}`"),
        ),
        None => Text::new(
            "ページ内の条項には`{名前}`の参照を使うと、題や番号が変わってもつながります",
            "use a `{name}` reference for a clause of this page; it survives new titles and numbers",
        ),
    };
    Diagnostic::new(
        Code::H0612,
        Text::new(
            format!("リンク先の`{target}`がこのページにありません"),
            format!("this page has no `{target}` to link to"),
        ),
    )
    .label(place, Text::new("このリンク先", "this target"))
    .help(help)
}

/// A link whose target was never filled in: `#`.
#[must_use]
pub fn placeholder_link(words: &str, target: &str, place: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0613,
        Text::new(
            format!("リンク`{words}`のリンク先が仮の`{target}`のままです"),
            format!("the link `{words}` still has the placeholder target `{target}`"),
        ),
    )
    .label(place, Text::new("このリンク先", "this target"))
    .help(Text::new(
        "公開するページの URL を書いてください",
        "write the URL of the page it leads to",
    ))
}
