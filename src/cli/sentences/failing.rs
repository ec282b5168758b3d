//! What `--fail-on` does not let pass, and what to do about it.

use crate::text::sentence::{alike, sentences, worded};

alike! {
    /// The number of a finding.
    Rule = ["H0708"];
}

worded! {
    /// What an acknowledgement would name.
    Names = [("広告会社、統計", "広告会社、統計"), ("条項や語彙の名前", "NAMES")];
}

sentences! {
    different() =
        "二つの版に違いがあります",
        "the two revisions differ";
    wider(count: usize) =
        "広がりが {count} 件あります",
        "there are widenings: {count}";
    narrower(count: usize) =
        "狭くなる変更が {count} 件あります",
        "there are narrowings: {count}";

    unacknowledged(count: usize) =
        "承認のない広がりが {count} 件あります",
        "there are widenings without an acknowledgement: {count}";
    mend_or_acknowledge(names: Names) =
        "意図した変更でなければ、文言と［］を直してください。意図した変更なら、法務の確認を経て、改定（最終改定）の中に 承認［{names}、日付］\"理由\" を書いてください",
        "if it is not meant, mend the wording and what stands in ［］; if it is, have it reviewed and write 承認［{names}、DATE］\"REASON\" into the 改定 (最終改定)";

    unread(count: usize) =
        "だれも確かめていない文言の変更が {count} 件あります",
        "there is changed wording that nobody has answered for: {count}";
    read_and_acknowledge(names: Names) =
        "機械はこの変更の意味を確かめていません。許すことと禁じることが変わらないか、人が読んで確かめ、改定（最終改定）の中に 承認［{names}、日付］\"理由\" を書いてください。名前のない条項には、名前を付けてください",
        "the machine has not checked what it says: read whether it permits or forbids anything else, and write 承認［{names}、DATE］\"REASON\" into the 改定 (最終改定); give a name to a clause that has none";

    unseen(count: usize) =
        "文言に表れない広がりが {count} 件あります",
        "there are widenings that the wording does not show: {count}";
    show_acknowledge_or_undo(names: Names) =
        "ページを読んでも分からない変化です。意図した変更なら、文言にも表すか、改定（最終改定）の中に 承認［{names}、日付］\"理由\" を書いてください。そうでなければ、［］や語彙を元に戻してください",
        "readers of the page cannot see them: if they are meant, say so in the wording, or write 承認［{names}、DATE］\"REASON\" into the 改定 (最終改定); if not, mend what stands in ［］ or the vocabulary";

    not_compared_to_the_end(code: Rule) =
        "[{code}] 最後まで比べていません",
        "[{code}] not compared to the end";
    revise_in_smaller_steps() =
        "条件の組合せが多すぎて、許可・禁止の変化をすべては調べられませんでした。条項の場合と但しを減らすか、改定を小さく分けてください",
        "there are too many combinations of conditions to find all changes of decisions: use fewer 場合 and 但し, or revise in smaller steps";

    and_more(more: usize) =
        "ほか {more} 件（--only decisions で表示）",
        "and {more} more; see --only decisions";
}
