//! Why something is not written: C0006, C0007, C0009.

use crate::text::sentence::{File, sentences};

sentences! {
    cannot_write(path: File) =
        "`{path}` に書き込めません",
        "cannot write `{path}`";
    check_the_permissions() =
        "書き込みの権限と空き容量を確かめてください",
        "check the permissions and the room on the disk";

    is_no_file(path: File) =
        "`{path}` は通常のファイルではないので、書き戻せません",
        "`{path}` is not a regular file and cannot be written back";
    give_it_by_standard_input() =
        "標準入力で渡してください（ファイルの名前に `-` を書く）。結果は標準出力に書かれます",
        "give it by standard input, as `-`; the result goes to standard output";

    is_changed(path: File) =
        "`{path}` は、読んだ後に変更されたので上書きしません",
        "`{path}` was changed after it was read and is not overwritten";
    run_again() =
        "もう一度実行してください",
        "run hoshin again";

    is_a_link(path: File) =
        "`{path}` はリンクなので、上書きしません",
        "`{path}` is a link and is not written through";
    name_its_target() =
        "リンクの先に書き込むときは、その場所を直接指定してください",
        "to write what it leads to, name that place itself";

    cannot_write_standard_output() =
        "標準出力に書き込めません",
        "cannot write to standard output";
    check_where_it_goes() =
        "出力先の空き容量と書き込みの権限を確かめてください",
        "check the room and the permissions where the output goes";

    policy_not_overwritten_with_results(path: File) =
        "`{path}` は方針なので、検査の結果で上書きしません",
        "`{path}` is a policy and is not overwritten with results";
    name_another_file() =
        "ほかの名前を指定してください",
        "name another file";

    two_outputs(path: File) =
        "`{path}` に二つのものを書くことはできません",
        "`{path}` cannot hold two outputs";
    name_a_file_for_each() =
        "別々のファイルを指定してください",
        "name a file for each";

    revision_not_overwritten_with_a_comparison(path: File) =
        "`{path}` は方針か比べる版なので、比較の結果で上書きしません",
        "`{path}` is a policy or a revision and is not overwritten with the comparison";

    no_folder_name(path: File) =
        "`{path}` からは出力のフォルダーの名前を作れません",
        "`{path}` gives no name for a folder of output";
    rename_the_file() =
        "ファイルの名前を変えてください",
        "rename the file";

    same_folder(one: File, other: File, folder: File) =
        "`{one}` と `{other}` の出力が同じフォルダー `{folder}` になります",
        "`{one}` and `{other}` would both go to the folder `{folder}`";
    rename_or_build_apart() =
        "どちらかの名前を変えるか、build を分けてください",
        "rename one of them, or build them apart";
}
