//! Why a repository is not opened, or cannot be read: C0020, C0021, C0039.

use crate::text::sentence::{File, alike, sentences};

alike! {
    /// What git was asked to do.
    GitCommand = ["rev-parse"];
}

sentences! {
    git_not_found() =
        "git が見つかりません",
        "git is not to be found";
    git_cannot_be_run() =
        "git を実行できません",
        "git cannot be run";
    install_git() =
        "`hoshin ci` と `git:版:パス` には git が要ります。git を入れ、その場所を PATH に絶対パスで加えてください",
        "`hoshin ci` and `git:REV:PATH` need git; install it, and name its folder in PATH by an absolute path";

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
    answer_is_too_long(command: GitCommand) =
        "`git {command}` の答えが長すぎて読みきれません",
        "the answer of `git {command}` is too long to be read";
    check_the_repository() =
        "リポジトリが壊れていないか（`git fsck`）、履歴とファイルがすべて取得されているかを確かめてください",
        "check that the repository is sound (`git fsck`) and that its history and files have been fetched";

    path_is_not_utf8(path: File) =
        "パスが UTF-8 ではない方針があります: `{path}`",
        "the path of a policy is not UTF-8: `{path}`";
    rename_the_file() =
        "ファイルの名前を付け直してください",
        "rename the file";
}
