//! Why a commit, or a file of one, is not found: C0001, C0022, C0023, C0024.

use crate::text::sentence::{File, alike, sentences, worded};

alike! {
    /// A revision as it was named, or the short name of a commit.
    Rev = ["v1.0", "8478e0f"];
    /// What was given for `git:REV:PATH`.
    Place = ["git:privacy.policy"];
    /// What was probably meant.
    Near = ["v1.0.1"];
    /// Some tags.
    Tags = ["v1.1、v1.0"];
}

worded! {
    /// What one name may stand for.
    Refs = [("refs/tags/v1、refs/heads/v1", "refs/tags/v1, refs/heads/v1")];
}

sentences! {
    may_be_any_of(name: Rev, refs: Refs) =
        "`{name}` という名前は二つ以上あり、どの版か決まりません（{refs}）",
        "`{name}` may be any of {refs}";
    write_it_from_refs_on(name: Rev) =
        "`{name}` のように、refs/ から書いてください",
        "write it from refs/ on, as in `{name}`";

    no_such_revision(rev: Rev) =
        "版 `{rev}` がリポジトリにありません",
        "the repository has no revision `{rev}`";
    did_you_mean(near: Near) =
        "もしかして: {near}",
        "did you mean {near}?";
    history_is_cut_off() =
        "履歴の一部しか取得していないリポジトリです。`git fetch --unshallow` で残りを取得してください（GitHub Actions なら actions/checkout に fetch-depth: 0）",
        "the repository holds only part of the history; get the rest with `git fetch --unshallow` (in GitHub Actions: fetch-depth: 0 for actions/checkout)";
    name_a_commit() =
        "タグ、ブランチ、コミットのどれかを指定してください（`git log --oneline` で確かめられます）",
        "name a tag, a branch or a commit, as `git log --oneline` shows them";
    name_a_commit_such_as(tags: Tags) =
        "タグ、ブランチ、コミットのどれかを指定してください。新しいタグ: {tags}",
        "name a tag, a branch or a commit; the newest tags are {tags}";

    not_a_place_in_git(place: Place) =
        "`{place}` は `git:版:パス` の形ではありません",
        "`{place}` is not of the form `git:REV:PATH`";
    such_a_place() =
        "例: git:v1.0:privacy.policy（版はタグ、ブランチ、コミットのどれか。`-` で始まるものは使えません）",
        "for example git:v1.0:privacy.policy; REV is a tag, a branch or a commit and does not begin with `-`";

    not_in_the_revision(path: File, rev: Rev) =
        "版 `{rev}` に `{path}` がありません",
        "`{path}` is not in the revision `{rev}`";
    leads_out_of_the_repository(path: File) =
        "`{path}` はリポジトリの外を指すリンクです",
        "`{path}` is a link that leads out of the repository";
    where_paths_count_from() =
        "パスはリポジトリのルートから書きます。今いるフォルダーからなら `./` で始めてください",
        "paths count from the root of the repository, or from the current folder if they begin with `./`";

    outside_the_repository(path: File) =
        "`{path}` はリポジトリの外にあります",
        "`{path}` lies outside the repository";

    lies_in_lfs(path: File) =
        "`{path}` の中身は Git LFS にあり、ここにはその控えしかありません",
        "what `{path}` holds lies in Git LFS; here is only a pointer to it";
    keep_out_of_lfs() =
        "方針のファイルを Git LFS の対象から外すか、`git lfs pull` で取得したファイルを指定してください",
        "do not keep policies in Git LFS, or name a file that `git lfs pull` has fetched";
}
