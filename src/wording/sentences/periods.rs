//! Periods in words and rule: H0631, H0632.

use crate::text::sentence::{Name, sentences};

sentences! {
    another_period(told: Name, held: Name) =
        "文言は「{told}」ですが、`期間` は「{held}」です",
        "the wording says {told}, and 期間 says {held}";
    another_event(told: Name, held: Name) =
        "文言は「{told}」から数えていますが、`期間` は「{held}」から数えます",
        "the wording counts from {told}, and 期間 counts from {held}";
    unsaid(held: Name) =
        "`期間` の「{held}」が、ページのどこにも書かれていません",
        "the page does not say the {held} of 期間";
    only_in_words(told: Name) =
        "文言は「{told}」に限っていますが、規則に `期間` がありません",
        "the wording limits it to {told}, and the rule has no 期間";
    over(day: Name, revised: Name) =
        "`期間` は {day} に終わり、この方針の日付（{revised}）より前です",
        "the period ended on {day}, before the day of this policy ({revised})";
    permits_nothing_more() =
        "この条項は、もう何も許していません",
        "the clause permits nothing any more";
    set_another_day() =
        "期日を改めるか、条項を削除してください",
        "set another day, or delete the clause";
    told_here() =
        "文言",
        "the wording";
    held_here() =
        "規則",
        "the rule";
    kept_without_end() =
        "規則は、期間を限らずに許しています",
        "the rule permits it without end";
    make_them_agree() =
        "正しいほうに合わせてください。文言の起点が宣言されていなければ、`条件 名前「…」` と宣言し、`期間［名前から3年］` のように書きます",
        "make them agree; an event that is not declared is declared as a condition: `条件 名前「…」`, then `期間［名前から3年］`";
    tell_it_or_take_it_out() =
        "文言に期間を書くか、`期間` を外してください",
        "say it in the wording, or take 期間 out";
    write_the_period() =
        "`期間［3年］` `期間［退会から3年］` のように書いてください",
        "write `期間［3年］` or `期間［退会から3年］`";
}
