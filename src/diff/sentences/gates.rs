//! What a run does not let pass, and what it lets pass on record.

use super::facts::Called;
use crate::text::sentence::sentences;

sentences! {
    title_unacknowledged() =
        "承認のない広がり",
        "widening without an acknowledgement";
    mend_or_acknowledge() =
        "意図した変更でなければ、文言と［］を直してください。意図した変更なら、改定に承認を書いてください。",
        "If it is not meant, mend the wording and what stands in ［］; if it is, write a 承認 into the 改定.";
    title_acknowledged() =
        "承認済みの広がり",
        "acknowledged widening";
    passes_on_record() =
        "改定に書かれた承認により、記録に残して通しました。",
        "It passes on record, by the 承認 that the revision holds.";
    title_invisible() =
        "文言が変わらないのに、許可・禁止が変わる",
        "the meaning changed, the wording did not";
    readers_cannot_see() =
        "ページを読んでも、この変化は分かりません。意図した変更なら文言にも表し、そうでなければ［］や語彙を直してください。",
        "Readers of the page cannot see it. If it is meant, say it in the wording; if not, mend what stands in ［］ or the vocabulary.";

    title_unread() =
        "だれも確かめていない文言の変更",
        "wording changed that nobody has answered for";
    unread(changed: Called) =
        "{changed}の文言が変わり、機械はその意味を確かめていません",
        "wording changed that the machine has not checked: {changed}";
    read_and_acknowledge() =
        "許すことと禁じることが変わらないか、人が読んで確かめ、改定に承認を書いてください。",
        "Read whether it permits or forbids anything else, and write a 承認 into the 改定.";

    title_incomplete() =
        "最後まで比べていません",
        "not compared to the end";
    compare_less() =
        "条項の場合と但しを減らすか、改定を小さく分けてください。",
        "Use fewer 場合 and 但し, or revise in smaller steps.";
    title_narrower() =
        "狭くなる変更",
        "narrowing";
    no_narrowing_passes() =
        "この検査では、狭くなる変更を通しません（--fail-on narrower）。",
        "This run does not let narrowings pass (--fail-on narrower).";
    title_different() =
        "二つの版の違い",
        "the revisions differ";
    no_difference_passes() =
        "この検査では、表示に出る違いを一つも通しません（--fail-on any）。",
        "This run does not let any difference pass (--fail-on any).";
    they_differ() =
        "二つの版に違いがあります",
        "the two revisions differ";
    this_clause() =
        "この条項",
        "this clause";
}
