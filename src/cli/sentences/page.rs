//! What cannot go into a page: C0010.

use crate::text::sentence::{File, sentences, worded};

worded! {
    /// What is wrong with a template.
    Why = [("`{{` が `}}` で閉じられていません", "`{{` is not closed with `}}`")];
}

sentences! {
    holds_an_end_of_style(path: File) =
        "`{path}` はページに使えません（`</style` を含んでいます）",
        "`{path}` cannot be used for the page: it holds `</style`";
    write_css_only() =
        "CSS だけを書いてください。HTML のタグは書けません",
        "write CSS only, no HTML tags";

    does_not_parse(path: File, why: Why) =
        "`{path}` はページに使えません（{why}）",
        "`{path}` cannot be used for the page: {why}";
    mend_the_placeholders() =
        "差し込み位置の書き方を直してください",
        "mend the placeholders";

    is_not_utf8(path: File) =
        "`{path}` はページに使えません（UTF-8 ではありません）",
        "`{path}` cannot be used for the page: it is not UTF-8";
    save_it_as_utf8() =
        "ファイルを UTF-8 で保存し直してください",
        "save the file again as UTF-8";
}
