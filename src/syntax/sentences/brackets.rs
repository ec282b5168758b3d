//! Brackets that do not balance: H0101 to H0105, H0108.

use crate::text::sentence::sentences;

sentences! {
    open_comment() =
        "コメント `/*` が閉じられていません",
        "comment `/*` is never closed";
    close_comment() =
        "`*/` で閉じてください",
        "close it with `*/`";

    open_wording() =
        "「 が閉じられていません",
        "「 is never closed";
    wording_begins_here() =
        "ここで始まった文言",
        "opened here";
    wording_ends_here() =
        "ここで終わるとみなしました",
        "taken to end here";
    close_wording() =
        "文言の終わりに 」 を置いてください。文言の中の 「 」 も数が合っている必要があります",
        "put 」 at the end of the wording; 「 」 inside it must match too";
    closes_no_wording() =
        "対応する 「 のない 」 があります",
        "this 」 closes nothing";
    delete_or_look_for_wording() =
        "余分なら削除し、文言の途中なら前の 「 の位置を確かめてください",
        "delete it, or check where the wording before it begins";
    half_width_wording() =
        "半角の ｢ が使われています",
        "half-width ｢ where 「 is meant";
    make_it_full_width() =
        "全角の 「 」 にしてください",
        "write 「 」";
    wording_is_full_width() =
        "文言は全角の 「 」 で囲みます",
        "wording stands in full-width 「 」";

    open_block() =
        "{{ が閉じられていません",
        "{{ is never closed";
    block_begins_here() =
        "ここで始まったブロック",
        "opened here";
    close_block() =
        "ブロックの終わりに }} を置いてください",
        "put }} at the end of the block";
    closes_no_block() =
        "対応する {{ のない }} があります",
        "this }} closes nothing";
    delete_or_count_braces() =
        "余分なら削除し、そうでなければ前の }} の数を確かめてください",
        "delete it, or look for one }} too many before it";

    begins_here() =
        "ここで始まっています",
        "opened here";
    here() =
        "ここ",
        "here";
}
