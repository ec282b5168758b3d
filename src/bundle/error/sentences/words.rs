//! The words for what a document holds, and for places in it.

use crate::text::sentence::{alike, sentences, worded};

alike! {
    /// A place in a document, as a JSON pointer.
    Pointer = ["/norms/3/data"];
}

worded! {
    /// A place in the text, and in the document where it is known.
    Place = [
        ("`/norms/3/data`、12 行 4 バイト目", "`/norms/3/data`, line 12, byte 4"),
        ("12 行 4 バイト目", "line 12, byte 4"),
    ];
    /// A kind of JSON values.
    Kind = [("文字列", "a string"), ("配列", "an array")];
    /// What something named is.
    Named = [("情報", "data category")];
    /// What several things named are.
    NamedOnes = [("主体", "parties")];
    /// What should have stood in a place.
    Expected = [("実在する日付（例: 2026-04-01）", "a date that exists (such as 2026-04-01)")];
}

sentences! {
    in_text(line: usize, byte: usize) =
        "{line} 行 {byte} バイト目",
        "line {line}, byte {byte}";
    in_document(path: Pointer, line: usize, byte: usize) =
        "`{path}`、{line} 行 {byte} バイト目",
        "`{path}`, line {line}, byte {byte}";

    null() = "null", "null";
    boolean() = "真偽値", "a boolean";
    number() = "数値", "a number";
    integer() = "整数", "an integer";
    string() = "文字列", "a string";
    array() = "配列", "an array";
    object() = "オブジェクト", "an object";

    source() = "ファイル", "source";
    sources() = "ファイル", "sources";
    data() = "情報", "data category";
    data_ones() = "情報", "data categories";
    party() = "主体", "party";
    parties() = "主体", "parties";
    purpose() = "目的", "purpose";
    purposes() = "目的", "purposes";
    condition() = "条件", "condition";
    conditions() = "条件", "conditions";
    route() = "経路", "route of collection";
    routes() = "経路", "routes of collection";
    clause() = "条項", "clause";
    clauses() = "条項", "clauses";
    norm() = "規則", "norm";
    norms() = "規則", "norms";
    leaf_set() = "葉の集まり", "set of leaves";
    leaf_sets() = "葉の集まり", "sets of leaves";

    date() =
        "実在する日付（例: 2026-04-01）",
        "a date that exists (such as 2026-04-01)";
    sha256() =
        "SHA-256 の値（16 進小文字 64 桁）",
        "a SHA-256 in 64 lower-case hexadecimal digits";
    number_pattern() =
        "番号の書式（例: 第1条）",
        "a number pattern (such as 第1条)";
    leaf() =
        "下位をもたない名前",
        "the name of a concept without children";
    rest_leaf() =
        "下位をもつ名前",
        "the name of a concept with children";
    range() =
        "始まりが終わりより後にならない範囲",
        "a range that does not end before it starts";
    revision_kind() =
        "revised か last_revised",
        "revised or last_revised";
    keyword() =
        "条項のキーワードとその英語名",
        "a clause's keyword with its English kind";
}
