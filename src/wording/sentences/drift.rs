//! Wording and meaning that say different things: H0601 to H0603, H0628.

use crate::text::sentence::{Name, alike, sentences, worded};

alike! {
    /// Names as ［］ lists them.
    Names = ["氏名、住所"];
}

worded! {
    /// Names, each marked as quoted.
    Quoted = [("`氏名`、`住所`", "`氏名`, `住所`")];
}

sentences! {
    not_in_meaning(name: Name) =
        "文言にある`{name}`が［］にありません",
        "the wording names `{name}`, the meaning in ［］ does not";
    named_in_wording() =
        "文言ではここに書かれています",
        "named here";
    missing_in_meaning() =
        "この［］にはありません",
        "missing here";
    add_it_to_the_meaning(name: Name) =
        "［］に`{name}`を加えるか、文言から除いてください",
        "add `{name}` to ［］, or take it out of the wording";

    not_in_wording(name: Name) =
        "［］にある`{name}`が文言にありません",
        "the meaning in ［］ names `{name}`, the wording does not";
    named_in_meaning() =
        "［］ではここに書かれています",
        "named here";
    missing_in_wording() =
        "この文言にはありません",
        "missing here";
    readers_are_not_told() =
        "ページを読む人には伝わりません",
        "readers of the page are not told";
    add_it_to_the_wording(name: Name) =
        "文言に`{name}`を書くか、［］から除いてください。別の言い方で書いてある場合は、その言い方を`{name}`の宣言に「」で加えてください",
        "name `{name}` in the wording, or take it out of ［］; if the wording calls it otherwise, declare that label in 「」 at `{name}`";

    nothing_told(keyword: Name) =
        "`{keyword}`が許すことを述べた文言がありません",
        "no wording tells what this `{keyword}` permits";
    permitted_here() =
        "機械には許可として伝わります",
        "permitted, reads the machine";
    write_what_is_permitted() =
        "「」に、どの情報を誰にどうするのかを書いてください。許可しないなら、この文を消してください",
        "say in 「」 which data is handled, how and with whom; delete the statement if it is not meant";

    taken_out_in_words_only(name: Name) =
        "文言は`{name}`を除いていますが、規則は除いていません",
        "the wording takes `{name}` out, the rule does not";
    taken_out_here() =
        "文言ではここで除かれています",
        "taken out here";
    held_here() =
        "この規則には含まれています",
        "this rule holds it";
    take_it_out(name: Name) =
        "`除外［{name}］`を加えるか、［］に残りのものだけを書いてください",
        "add `除外［{name}］`, or list in ［］ only what is left";
    name_the_others(name: Name) =
        "`{name}`を除いた相手を［］に書いてください",
        "list in ［］ the parties that are left without `{name}`";

    promises_more(told: Name, kept: Quoted) =
        "文言は`{told}`についての約束ですが、規則が禁じるのは{kept}だけです",
        "the wording promises it of `{told}`, and the rule forbids it of {kept} alone";
    promised_here() =
        "文言ではここに書かれています",
        "promised here";
    kept_here() =
        "この規則は、残りのものに及びません",
        "the rule does not reach the rest";
    refuse_all_of_it(told: Name) =
        "［］に`{told}`と書くか、文言を規則の及ぶものだけの約束に改めてください",
        "write `{told}` in ［］, or have the wording promise what the rule reaches";

    read_from_wording(names: Quoted) =
        "文言から{names}と読み取りました",
        "read {names} from the wording";
    from_this_wording() =
        "この文言から",
        "from this wording";
    write_the_meaning(names: Names) =
        "`［{names}］`と書くと、文言を直したときに食い違いが分かります",
        "write `［{names}］` to be told when the wording changes";
}
