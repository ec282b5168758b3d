//! 「 」, " " and the references in wording: H0107, H0108, H0112, H0113.

use super::kinds::Opener;
use crate::text::sentence::sentences;

sentences! {
    other_quotes(open: Opener) =
        "`{open}` は 「 」 の代わりになりません",
        "`{open}` where 「 」 is meant";
    without_quotes() =
        "文言が 「 」 で囲まれていません",
        "this wording does not stand in 「 」";
    quote_wording() =
        "ページに出す文言は 「 」 で囲んでください",
        "write what appears on the page in 「 」";

    string_in_other_quotes() =
        "ページに出ない文字列を囲む引用符が違います",
        "these are not the quotes of a string that stays off the page";
    quote_string() =
        "半角の \" で囲んでください",
        "write it in \" \"";
    open_string() =
        "\" が閉じられていません",
        "\" is never closed";
    close_string() =
        "同じ行の中で \" を閉じてください。文言なら 「 」 で囲んでください",
        "close it on the same line; wording stands in 「 」";

    no_reference() =
        "文言の中の {{ }} が参照として読めません",
        "this brace in the wording is no reference";
    write_references() =
        "参照は {{名前}} と書きます。波かっこをそのまま出すには \\{{ と書いてください",
        "a reference is written {{名前}}; write \\{{ to show a brace";
}
