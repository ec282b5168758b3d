//! What `hoshin ci` looks at, and what it cannot: C0032, C0034, C0038, C0039.

use crate::text::sentence::{File, sentences, worded};

worded! {
    /// What was named to look at.
    Paths = [("privacy.policy`、`terms", "privacy.policy`, `terms")];
}

sentences! {
    not_looked_into(path: File) =
        "`{path}` は別のリポジトリ（サブモジュールなど）なので、中を調べていません",
        "`{path}` is another repository, such as a submodule, and was not looked into";

    outside(path: File) =
        "`{path}` は、今いるフォルダーのリポジトリの外にあります",
        "`{path}` lies outside of the repository of the current folder";
    run_in_its_repository() =
        "その方針のあるリポジトリの中で実行してください",
        "run hoshin in the repository that the policy belongs to";

    another_repository(folder: File) =
        "`{folder}` は別のリポジトリなので、中の方針を比べられません",
        "`{folder}` is another repository; the policies in it cannot be compared";
    run_there_or_leave_it_out() =
        "そのフォルダーの中で hoshin ci を実行するか、調べるパスを指定して範囲から外してください",
        "run hoshin ci in that folder, or name the paths to look at, without it";

    unreadable_name(path: File) =
        "`{path}` は名前に読めない文字があるため、版の間で対応を取れません",
        "the name of `{path}` cannot be read, so it cannot be found in another revision";
    rename_the_file() =
        "ファイルの名前を付け直してください",
        "rename the file";

    not_checked_out(path: File) =
        "`{path}` は今の版（HEAD）にありますが、フォルダーにありません",
        "HEAD has `{path}`, and the folder has not";
    check_out_all_or_commit() =
        "すべてのファイルを取り出してください（`git sparse-checkout disable`）。消したのなら、コミットしてから実行してください",
        "check out all files (`git sparse-checkout disable`); if it was deleted, commit that first";

    no_policy_below() =
        "今いるフォルダーとその下に方針（.policy）がありません",
        "there is no policy (.policy) below the current folder";
    no_policy_in(paths: Paths) =
        "`{paths}` に方針（.policy）がありません",
        "there is no policy (.policy) in `{paths}`";
    name_a_policy_or_a_folder() =
        "方針のファイルか、方針のあるフォルダーを指定してください",
        "name a policy, or a folder that holds one";
}
