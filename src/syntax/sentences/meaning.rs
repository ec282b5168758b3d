//! ［ ］ and what stands in it: H0103, H0107, H0108, H0303.

use super::kinds::{Date, Mark, Opener};
use crate::text::sentence::{Written, sentences};

sentences! {
    never_closed() =
        "［ が閉じられていません",
        "［ is never closed";
    close_it() =
        "名前の並びの後ろに ］ を置いてください",
        "put ］ after the names";

    other_brackets(open: Opener) =
        "`{open}` は ［ ］ の代わりになりません",
        "`{open}` where ［ ］ is meant";
    after_the_keyword() =
        "キーワードの後ろの名前や日付は ［ ］ で囲んでください",
        "write names and dates in ［ ］";
    names_and_dates() =
        "名前や日付は ［ ］ で囲んでください",
        "write names and dates in ［ ］";

    parted_by_a_blank() =
        "［ ］ の中の区切りに空白が使われています",
        "a blank between names in ［ ］";
    parted_by(mark: Mark) =
        "［ ］ の中の区切りに`{mark}`が使われています",
        "`{mark}` between names in ［ ］";
    part_names() =
        "名前と名前の間は 、 で区切ってください",
        "part names with 、";

    no_name(text: Written) =
        "［ ］ の中の `{text}` は名前として読めません",
        "`{text}` in ［ ］ is no name";
    what_stands_in_it() =
        "置き換えは `A → B` と書きます。［ ］ には、宣言した名前・属性・日付を 、 で区切って書きます。名前に使えるのは文字・数字・ー・々・_ です",
        "a replacement is written `A → B`; ［ ］ holds declared names, attributes and dates parted by 、; names are made of letters, digits, ー, 々 and _";
    wording_in_it() =
        "［ ］ の中に 「 」 があります",
        "「 」 inside ［ ］";
    name_or_wording(text: Written) =
        "名前なら 「 」 を外して ［{text}］ としてください。文言なら ［ ］ の外に書いてください",
        "for a name write ［{text}］; wording stands outside ［ ］";

    outside_its_era(date: Date) =
        "`{date}` はその元号の期間にありません",
        "`{date}` lies outside its era";
    no_such_day(date: Date) =
        "`{date}` という日はありません",
        "there is no day `{date}`";
    write_dates() =
        "`2026-04-01`、`2026年4月1日`、`令和8年4月1日` のように書いてください",
        "write `2026-04-01`, `2026年4月1日` or `令和8年4月1日`";
}
