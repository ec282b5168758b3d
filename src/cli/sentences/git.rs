//! Why a repository is not opened, or cannot be read: C0020, C0021.

use crate::text::sentence::{File, alike, sentences};

alike! {
    /// What git was asked to do.
    GitCommand = ["rev-parse"];
}

sentences! {
    no_repository_here() =
        "今いるフォルダーから git のリポジトリを開けません",
        "cannot open a git repository from the current folder";
    no_repository(folder: File) =
        "`{folder}`から git のリポジトリを開けません",
        "cannot open a git repository from `{folder}`";
    run_in_a_repository() =
        "git で管理しているフォルダーの中で実行するか、ファイルを指定してください",
        "run hoshin inside a repository, or name a file";

    bare(folder: File) =
        "`{folder}` は作業用のファイルのないリポジトリ（bare）なので、開きません",
        "`{folder}` is a bare repository and is not opened";
    run_in_a_working_tree() =
        "ほかのリポジトリの中に、このようなフォルダーが紛れ込んでいることがあります。方針を取り出した（checkout した）フォルダーで実行してください",
        "such a folder can be smuggled into another repository; run hoshin in a working tree";

    elsewhere(top: File) =
        "git の設定が、別のフォルダー `{top}` をリポジトリとしています",
        "git's configuration takes another folder, `{top}`, for the repository";
    see_the_worktree() =
        "`git config --show-origin core.worktree` で設定を確かめてください",
        "see `git config --show-origin core.worktree`";

    does_not_answer(command: GitCommand) =
        "`git {command}` が答えません",
        "`git {command}` does not answer";

    path_is_not_utf8(path: File) =
        "パスが UTF-8 ではない方針があります: `{path}`",
        "the path of a policy is not UTF-8: `{path}`";
    rename_the_file() =
        "ファイルの名前を付け直してください",
        "rename the file";
}
