//! Words of a request that a policy does not know, and what a request contradicts itself about: C0014, C0040.

use crate::text::sentence::{File, alike, sentences};

alike! {
    /// A word that begins with what an input method makes of a hyphen.
    Dashed = ["――act"];
    /// A word that may be several names.
    Joined = ["氏名・住所"];
}

sentences! {
    not_understood(count: usize) =
        "問いの {count} つの言葉が分かりません",
        "{count} words of the request are not understood";
    begin_it_with_two_hyphens(word: Dashed) =
        "`{word}` がオプションなら、半角の -- で始めてください",
        "if `{word}` is an option, begin it with two half-width hyphens";
    part_the_names(word: Joined) =
        "`{word}` が二つ以上の名前なら、空白か「、」で区切ってください",
        "if `{word}` is several names, part them by blanks";
    write_event_and_time() =
        "`--経過 退会=4年` `--経過 退会=2021-02-28 --日 2026-04-01` のように書きます。起点は、方針の期間にある名前です",
        "write `--elapsed 退会=P4Y` or `--elapsed 退会=2021-02-28 --on 2026-04-01`; the event is one that the policy counts from";
    contradicts_itself() =
        "問いの条件が食い違っています",
        "the conditions of the request contradict one another";
    say_only_one() =
        "満たされているか（--条件）、いないか（--否定）、どちらかだけに挙げてください",
        "list it only among the conditions that hold (--condition) or among those that do not (--denied)";
    see_the_help() =
        "行為と加工の状態に使える言葉は hoshin ask --help で確かめられます",
        "hoshin ask --help lists the words for acts and states";
    use_declared_names(policy: File) =
        "`{policy}` に書いてある名前で尋ねてください",
        "use the names that `{policy}` declares";
}
