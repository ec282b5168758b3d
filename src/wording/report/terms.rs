//! Terms without a definition, with two, or without a use.

use crate::diagnostic::{Code, Diagnostic, Text};
use crate::span::Span;

/// A term is declared, or used as one, and the wording defines it nowhere.
#[must_use]
pub fn undefined_term(term: &str, place: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0604,
        Text::new(
            format!("用語`{term}`の定義が文言にありません"),
            format!("the wording defines the term `{term}` nowhere"),
        ),
    )
    .label(place, Text::new("この用語", "this term"))
    .help(Text::new(
        format!("`（以下「{term}」といいます）`または`「{term}」とは、…をいいます`の形で定義してください"),
        format!("define it: `（以下「{term}」といいます）` or `「{term}」とは、…をいいます`"),
    ))
}

/// A term is defined a second time.
#[must_use]
pub fn term_defined_twice(term: &str, second: Span, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0605,
        Text::new(
            format!("`{term}`が二度定義されています"),
            format!("`{term}` is defined twice"),
        ),
    )
    .label(second, Text::new("ここで再び定義されています", "defined again here"))
    .label(first, Text::new("最初の定義", "first defined here"))
    .note(Text::new(
        "どちらの意味で読むのか決まりません",
        "readers cannot tell which meaning holds",
    ))
    .help(Text::new(
        "定義を一つにするか、用語を分けてください",
        "keep one definition, or use two terms",
    ))
}

/// A term is defined and never used.
#[must_use]
pub fn unused_term(term: &str, definition: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0606,
        Text::new(
            format!("`{term}`は定義されたまま使われていません"),
            format!("`{term}` is defined and never used"),
        ),
    )
    .label(definition, Text::new("この定義", "defined here"))
    .help(Text::new(
        format!("定義を除くか、同じものを指す言葉を`{term}`に揃えてください"),
        format!("remove the definition, or call the thing `{term}` where it is meant"),
    ))
}

/// A term is used before the place that defines it.
#[must_use]
pub fn term_before_definition(term: &str, used: Span, definition: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0614,
        Text::new(
            format!("`{term}`が定義より前に使われています"),
            format!("`{term}` is used before it is defined"),
        ),
    )
    .label(used, Text::new("最初に使われるのはここです", "first used here"))
    .label(definition, Text::new("定義はここです", "defined here"))
    .help(Text::new(
        "最初に使う箇所に定義を移してください",
        "move the definition to where the term is first used",
    ))
}
