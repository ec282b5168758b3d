//! What came of `hoshin ci`, on a page: whole sentences, and the cells of the table of files.

use crate::cli::sentences::commits::Rev;
use crate::text::sentence::{alike, sentences};

alike! {
    /// The base, as Markdown shows it.
    Base = ["origin/main"];
}

sentences! {
    policy_check() =
        "方針の検査",
        "Policy check";
    may_pass() =
        "通してよい",
        "may pass";
    does_not_pass() =
        "通せません",
        "does not pass";
    compared_with(base: Base, commit: Rev) =
        "{base} と分かれた版 `{commit}` と比べました。",
        "Compared with `{commit}`, where it parted from {base}.";
    left_out(count: usize) =
        "ほか {count} 件の方針の新旧対照表は、長いため載せていません。",
        "The tables of {count} further policies are too long to be shown here.";

    why_not() =
        "通せない理由",
        "Why it does not pass";

    errors(count: usize) =
        "エラー {count}",
        "errors: {count}";
    fine() =
        "問題なし",
        "fine";
    warnings(count: usize) =
        "警告 {count}",
        "warnings: {count}";
    not_formatted() =
        "されていない",
        "not formatted";
    formatted() =
        "済み",
        "formatted";
    cannot_pass() =
        "通せない",
        "does not pass";
}
