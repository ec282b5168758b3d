//! What is said of brackets that do not balance.

use crate::diagnostic::{Code, Diagnostic, Text};
use crate::span::Span;

/// How deep blocks, and 「」 in 「」, may nest. People use five.
pub const MAX_NESTING: usize = 64;

pub(super) fn unclosed_comment(opener: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0104,
        Text::new("コメント `/*` が閉じられていません", "comment `/*` is never closed"),
    )
    .label(opener, Text::new("ここで始まっています", "opened here"))
    .help(Text::new("`*/` で閉じてください", "close it with `*/`"))
}

pub(super) fn too_deep(opener: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0901,
        Text::new(
            format!("入れ子が {MAX_NESTING} 段を超えています"),
            format!("nested more than {MAX_NESTING} levels deep"),
        ),
    )
    .label(opener, Text::new("ここが深すぎます", "too deep here"))
    .help(Text::new(
        "ブロックや 「」 の入れ子を浅くしてください",
        "use fewer levels of blocks or 「」",
    ))
}

pub(super) fn stray_quote(closer: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0105,
        Text::new("対応する 「 のない 」 があります", "this 」 closes nothing"),
    )
    .label(closer, Text::new("ここ", "here"))
    .help(Text::new(
        "余分なら削除し、文言の途中なら前の 「 の位置を確かめてください",
        "delete it, or check where the wording before it begins",
    ))
}

pub(super) fn half_width_quote(opener: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0108,
        Text::new("半角の ｢ が使われています", "half-width ｢ where 「 is meant"),
    )
    .label(opener, Text::new("全角の 「 」 にしてください", "write 「 」"))
    .help(Text::new(
        "文言は全角の 「 」 で囲みます",
        "wording stands in full-width 「 」",
    ))
    .fix(opener, "「")
}

/// `end`: where the wording is taken to end.
pub(super) fn unclosed_wording(opener: Span, end: Span) -> Diagnostic {
    Diagnostic::new(Code::H0101, Text::new("「 が閉じられていません", "「 is never closed"))
        .label(opener, Text::new("ここで始まった文言", "opened here"))
        .label(end, Text::new("ここで終わるとみなしました", "taken to end here"))
        .help(Text::new(
            "文言の終わりに 」 を置いてください。文言の中の 「 」 も数が合っている必要があります",
            "put 」 at the end of the wording; 「 」 inside it must match too",
        ))
}

pub(super) fn unclosed_brace(opener: Span) -> Diagnostic {
    Diagnostic::new(Code::H0102, Text::new("{ が閉じられていません", "{ is never closed"))
        .label(opener, Text::new("ここで始まったブロック", "opened here"))
        .help(Text::new(
            "ブロックの終わりに } を置いてください",
            "put } at the end of the block",
        ))
}

pub(super) fn stray_brace(closer: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0105,
        Text::new("対応する { のない } があります", "this } closes nothing"),
    )
    .label(closer, Text::new("ここ", "here"))
    .help(Text::new(
        "余分なら削除し、そうでなければ前の } の数を確かめてください",
        "delete it, or look for one } too many before it",
    ))
}

/// `first`: the first character of the file.
pub(super) fn too_dense(first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0905,
        Text::new(
            "記号や短い語の羅列で、文として読めません",
            "nothing but marks and short words: this cannot be read as statements",
        ),
    )
    .label(
        first,
        Text::new("このファイルの中は調べていません", "this file was not looked into"),
    )
    .help(Text::new(
        "方針のファイルかどうか、壊れていないかを確かめてください",
        "check that it is a policy, and that it is not damaged",
    ))
}
