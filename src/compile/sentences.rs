//! Imports, and files without a policy: H0003 to H0006, H0310, H0902.

use crate::text::sentence::{File, Size, alike, sentences, worded};

alike! {
    /// Why the system cannot read a file, in its own words.
    Reason = ["Permission denied (os error 13)"];
}

worded! {
    /// Files, each of which imports the next.
    Files = [("shop.policy → common.policy → shop.policy", "shop.policy → common.policy → shop.policy")];
}

sentences! {
    not_found(path: File) =
        "`{path}` が見つかりません",
        "`{path}` is not there";
    write_the_path() =
        "このファイルから見た場所を書いてください（例: `\"../vocabulary.policy\"`）",
        "write the path as seen from this file, as in `\"../vocabulary.policy\"`";
    not_a_file(path: File) =
        "`{path}` は通常のファイルではありません",
        "`{path}` is not a regular file";
    only_files() =
        "取り込めるのはファイルだけです。フォルダーやパイプは取り込めません",
        "only a file can be imported, no folder and no pipe";
    unreadable(path: File, reason: Reason) =
        "`{path}` を読めません: {reason}",
        "`{path}` cannot be read: {reason}";
    check_the_file() =
        "ファイルかどうか、読む権限があるかを確かめてください",
        "check that it is a file you may read";
    outside_project(path: File) =
        "`{path}` はプロジェクトのフォルダーの外にあります",
        "`{path}` lies outside the project's folder";
    keep_it_inside() =
        "取り込むファイルはプロジェクトの中に置き、相対的な場所で書いてください",
        "keep imported files inside the project, and write relative paths";

    lead_back(files: Files) =
        "取込が一巡しています: {files}",
        "imports lead back: {files}";
    take_one_out() =
        "どれか一つの取込を外してください。共通の宣言は別のファイルに分けます",
        "take out one of them; put what both need into a file of its own";
    too_deep() =
        "取込が深すぎます",
        "imports are chained too deeply";
    use_fewer_levels() =
        "取込の段を減らしてください",
        "use fewer levels of imports";
    too_many(most: usize) =
        "取込が多すぎます（一つの方針につき {most} 件まで）。ここから先は読んでいません",
        "too many imports (at most {most} for one policy); nothing from here on was read";
    too_much(most: Size) =
        "取込が多すぎます（一つの方針につき、合わせて {most} まで）。ここから先は読んでいません",
        "too much is imported (at most {most} in all for one policy); nothing from here on was read";
    import_only_what_is_needed() =
        "この方針に要るファイルだけを取り込んでください",
        "import only what this policy needs";

    holds_nothing() =
        "ファイルに何も書かれていません",
        "the file holds nothing";
    begin_with_a_policy() =
        "`方針「個人情報の取扱いについて」{{ }}` から書き始めてください",
        "begin with `方針「個人情報の取扱いについて」{{ }}`";
    no_policy() =
        "`方針` の文がありません",
        "there is no `方針` statement";
    what_becomes_a_page() =
        "ページになるのは `方針「題」{{ … }}` の中だけです",
        "only what stands in `方針「題」{{ … }}` becomes a page";
    name_the_policy() =
        "宣言だけのファイルなら、それを取り込む方針のファイルを指定してください",
        "if this file only declares, name the policy that imports it";
}
