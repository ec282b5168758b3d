//! Why it is not known what a change is compared with: C0022, C0033.

use crate::cli::sentences::commits::Rev;
use crate::text::sentence::sentences;

sentences! {
    names_no_revision(rev: Rev) =
        "`--base` の `{rev}` は版の名前になっていません",
        "`--base {rev}` names no revision";
    is_a_variable_empty() =
        "CI の変数が空になっていないか確かめてください（GitHub Actions の github.base_ref は、プルリクエストのときだけ入ります）。例: --base origin/main",
        "is a variable of the CI empty? (github.base_ref of GitHub Actions is set for pull requests only); for example --base origin/main";

    is_shallow(rev: Rev) =
        "履歴の一部しか取得していないため、`{rev}` と分かれたところが決まりません",
        "only part of the history is here, so it is not known where HEAD parted from `{rev}`";
    get_all_of_it() =
        "履歴をすべて取得してください: `git fetch --unshallow`（GitHub Actions なら actions/checkout に fetch-depth: 0、GitLab なら GIT_DEPTH: 0）",
        "get all of it: `git fetch --unshallow` (in GitHub Actions: fetch-depth: 0 for actions/checkout; in GitLab: GIT_DEPTH: 0)";

    is_unrelated(rev: Rev) =
        "`{rev}` と今の版（HEAD）に、共通の履歴がありません",
        "`{rev}` and HEAD have no history in common";
    check_the_base() =
        "`--base` の版が正しいか、`git merge-base` で確かめてください",
        "see `git merge-base` and check the value of `--base`";

    is_ambiguous(rev: Rev, count: usize) =
        "`{rev}` と今の版（HEAD）が互いに取り込み合っていて、分かれたところが {count} つあります",
        "`{rev}` and HEAD were merged into one another; they have {count} best common ancestors";
    merge_it(rev: Rev) =
        "`git merge {rev}` で取り込んでから実行すると、一つに決まります",
        "after `git merge {rev}` there is one";
}
