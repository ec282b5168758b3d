//! Why something cannot be read: C0002, C0003, C0004, C0005, C0028, C0029.

use crate::text::sentence::{File, Size, sentences};

sentences! {
    not_found(path: File) =
        "`{path}` が見つかりません",
        "`{path}` does not exist";
    check_the_path() =
        "パスの綴りと、今いるフォルダーを確かめてください",
        "check the spelling of the path and the current folder";

    is_a_folder(path: File) =
        "`{path}` はフォルダーです",
        "`{path}` is a folder";
    name_the_files_in_it(folder: File) =
        "中のファイルを指定してください。例: {folder}/*.policy",
        "name the files in it, such as {folder}/*.policy";

    cannot_read(path: File) =
        "`{path}` を読めません",
        "cannot read `{path}`";
    may_it_be_read() =
        "読む権限があるか確かめてください",
        "check that you may read it";
    can_others_open_it() =
        "ほかのアプリケーションで開けるか確かめてください",
        "check that other programs can open it";
    cannot_read_standard_input() =
        "標準入力を読めません",
        "cannot read standard input";

    too_large(path: File, source: Size, bundle: Size) =
        "`{path}` は大きすぎます（{source} まで、bundle.json は {bundle} まで）",
        "`{path}` is larger than {source} ({bundle} for a bundle.json)";
    standard_input_too_large(source: Size, bundle: Size) =
        "標準入力は大きすぎます（{source} まで、bundle.json は {bundle} まで）",
        "standard input is larger than {source} ({bundle} for a bundle.json)";
    is_it_a_policy() =
        "方針のファイルか確かめてください。本当に大きいときは、分けて取込でつないでください",
        "check that it is a policy; if it really is that large, split it and join the parts with 取込";

    leads_outside(path: File) =
        "`{path}` は、プロジェクトのフォルダーの外に出るリンクです",
        "`{path}` is a link that leads out of the project's folder";
    name_the_place_itself() =
        "リンクの先が正しければ、その場所を直接指定してください。プロジェクトの中にあるリンクは、外まではたどりません",
        "if what it leads to is meant, name that place itself; links in a project are not followed out of it";

    not_a_regular_file(path: File) =
        "`{path}` は通常のファイルではありません",
        "`{path}` is not a regular file";
    put_a_file_in_its_place() =
        "パイプやデバイスは読みません。方針のファイルに置き換えるか、フォルダーから除いてください",
        "pipes and devices are not read; put a file in its place, or take it out of the folder";

    not_read(path: File) =
        "`{path}` は通常のファイルではないので、読みません",
        "`{path}` is not a regular file and is not read";
    replace_or_rename() =
        "方針のファイルに置き換えるか、名前を変えてください",
        "put a policy in its place, or give it another name";
}
