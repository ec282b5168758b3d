//! When a revision was made: H0711, H0712.

use crate::text::sentence::{alike, sentences};

alike! {
    /// A day.
    Day = ["2026年4月1日", "2025年10月1日"];
}

sentences! {
    same_date(day: Day) =
        "旧版から変わっているのに、改定の日付が旧版と同じ{day}です",
        "something changed since the previous revision, and the revision bears the same date, {day}";
    earlier_date(day: Day, old: Day) =
        "改定の日付{day}が、旧版の{old}より前です",
        "the revision is dated {day}, earlier than the previous one, {old}";
    dated_here() =
        "この日付",
        "this date";
    write_the_day_of_this_revision() =
        "この改定の日付を書いてください。旧版の日付は、改定として残せます",
        "write the date of this revision; that of the previous one may stay as a 改定";
    date_is_gone(day: Day) =
        "旧版の{day}の改定が、改定の履歴にありません",
        "the revision of {day}, which the previous text ends with, is not in the history";
    after_it() =
        "今度の改定",
        "this revision";
    keep_it(day: Day) =
        "`改定［{day}］`を残してください",
        "keep `改定［{day}］`";
}
