//! What a file is beside the base, as a list and a table of files show it.

use crate::text::sentence::{File, sentences};

sentences! {
    declares_only() =
        "語彙だけのファイル",
        "declares only";
    has_errors() =
        "誤りがあるため比べていません",
        "not compared, because it has errors";
    is_new() =
        "新しい方針。比べていません",
        "new, not compared";
    base_has_errors() =
        "比べる元に誤りがあるため、比べていません",
        "not compared, because that of the base has errors";
    is_unchanged() =
        "変更なし",
        "unchanged";
    is_changed() =
        "変更あり",
        "changed";
    was_renamed(path: File) =
        "変更あり。もとは {path}",
        "changed, compared with {path}";
}
