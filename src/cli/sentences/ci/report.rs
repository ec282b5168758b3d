//! What came of `hoshin ci`, in a log and in the results of tests.

use crate::cli::sentences::commits::Rev;
use crate::text::sentence::{File, sentences};

sentences! {
    compared_with(base: Rev, commit: Rev) =
        "{base} と分かれた版 {commit} と比べました",
        "compared with {commit}, where it parted from {base}";

    not_formatted(path: File) =
        "整形されていません。`hoshin fmt {path}` で整えてください",
        "it is not formatted; run `hoshin fmt {path}`";

    all_succeeded(count: usize) =
        "検証 {count} 件: すべて成功",
        "{count} policy tests, all succeeded";

    and_more(more: usize, old: File, new: File) =
        "ほか {more} 件（`hoshin diff {old} {new}` で表示）",
        "and {more} more; see `hoshin diff {old} {new}`";

    may_pass(files: usize) =
        "ファイル {files} 個: 通してよい",
        "{files} files: may pass";
    has_problems(failing: usize, files: usize) =
        "ファイル {files} 個のうち {failing} 個に問題があります",
        "{failing} of {files} files have problems";
    could_not_run() =
        "調べられなかったものがあります。通してはいけません",
        "not everything could be looked at: it must not pass";

    not_looked_at() =
        "調べていないもの",
        "not looked at";
    import_has_errors() =
        "取り込むファイルに誤りがあります",
        "a file that it imports has errors";
    is_not_formatted() =
        "整形されていません",
        "it is not formatted";
    has_errors() =
        "誤りがあるため確かめていません",
        "not looked at, because it has errors";
}
