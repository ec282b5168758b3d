//! The dates of a policy: H0301, H0303, H0311.

use super::facts::DateWord;
use crate::document::DateKind;
use crate::text::sentence::sentences;

sentences! {
    missing() =
        "日付がありません",
        "the date is missing";
    not_a_date() =
        "日付として読めません",
        "this is no date";
    write_a_date() =
        "`2026-04-01`、`2026年4月1日`、`令和8年4月1日` のように書いてください",
        "write `2026-04-01`, `2026年4月1日` or `令和8年4月1日`";
    out_of_order(kind: DateWord) =
        "{kind}の日付の前後が合いません",
        "the date of 「{kind}」 is out of order";
    before_establishment() =
        "制定より前の日付です",
        "earlier than the establishment";
    after_last_revision() =
        "最終改定より後の日付です",
        "later than the last revision";
    same_again() =
        "同じ日付がもう一つあります",
        "the same date again";
    later_than_above() =
        "一つ前に書いた改定より後の日付です",
        "later than the one before it";
    earlier_than_above() =
        "一つ前に書いた改定より前の日付です",
        "earlier than the one before it";
    dated(kind: DateKind) =
        "{kind}",
        "{kind}";
    check_which_is_right() =
        "どちらの日付が正しいか確かめてください",
        "check which date is right";
}
