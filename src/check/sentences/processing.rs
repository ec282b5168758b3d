//! What a 加工 does: H0514 to H0519, H0521, H0525.

use crate::norm::Processing;
use crate::text::sentence::{Clause, Items, Name, Parties, Request, sentences};

sentences! {
    processing_of(clause: Clause) =
        "{clause}の加工",
        "the processing of {clause}";

    identifier_survives(state: Processing, survivors: Items) =
        "「{state}」に加工しても{survivors}が残ります",
        "{survivors} survives the processing to `{state}`";
    still_pseudonymised(request: Request) =
        "例えば、{request}ことになります。仮名加工情報では、個人を識別できる記述を削除します（個人情報保護法41条1項）",
        "it still permits {request}; pseudonymising removes what identifies a person (APPI article 41(1))";
    still_anonymised(request: Request) =
        "例えば、{request}ことになります。匿名加工情報では、個人を識別できる記述を削除します（個人情報保護法43条1項）",
        "it still permits {request}; anonymising removes what identifies a person (APPI article 43(1))";
    still_identified(request: Request) =
        "例えば、{request}ことになります。それだけで個人が分かる情報が残っていれば、個人を識別できない状態とはいえません",
        "it still permits {request}; data that holds what identifies a person by itself is not de-identified";
    drop_them(survivors: Items) =
        "`除外` に{survivors}を加えるか、`残す` で残すものを限ってください",
        "add {survivors} to 除外, or say with 残す what may remain";

    absent_dropped(names: Items) =
        "除外する{names}は、項目にありません",
        "{names} is dropped and never was among the items";
    take_out_of_dropped() =
        "除外から外してください。項目に書き忘れたのなら、項目に加えます",
        "take it out of 除外, or add it to the items if it was forgotten";
    absent_kept(names: Items) =
        "残す{names}は、項目にありません",
        "{names} is kept and never was among the items";
    add_what_is_kept() =
        "項目に加えてください。ほかの情報から作るのなら、`一般化［生年月日 → 年代］` のように書きます",
        "add it to the items; where it is made from something else write, for example, `一般化［生年月日 → 年代］`";
    absent_replaced(names: Items) =
        "一般化する{names}は、項目にありません",
        "{names} is generalised and never was among the items";
    take_out_of_replaced() =
        "一般化から外してください。項目に書き忘れたのなら、項目に加えます",
        "take it out of 一般化, or add it to the items if it was forgotten";
    items(names: Items) =
        "項目は{names}",
        "its items: {names}";
    kept_and_dropped(names: Items) =
        "{names}を残すと書き、除外するとも書いています",
        "{names} is both kept and dropped";
    dropping_goes_first() =
        "除外が優先されるので、残りません",
        "除外 goes first: it does not remain";
    take_one_out() =
        "`残す` か `除外` のどちらかから外してください",
        "take it out of 残す or out of 除外";

    survive_together(names: Items) =
        "加工の後に{names}がそろって残ります",
        "{names} survive the processing together";
    three_may_identify() =
        "一つでは個人が分からなくても、三つ以上を組み合わせると特定されることがあります",
        "none identifies a person by itself; three or more together may";
    drop_or_generalise() =
        "必要のないものを除外するか、年代や都道府県のような粗いものに一般化してください。十分に粗ければ、このままで構いません",
        "drop what is not needed, or generalise it; where each is coarse enough, leave it as it is";
    triple_survives() =
        "加工の後に「生年月日」「性別」「郵便番号」がそろって残ります",
        "生年月日, 性別 and 郵便番号 survive the processing together";
    triple_identifies() =
        "この三つがそろうと、ほとんどの人を特定できることが知られています",
        "these three together are known to identify most people";
    drop_one_of_three() =
        "少なくとも一つを除外するか、`一般化［生年月日 → 年代］` のように粗くしてください",
        "drop one of them, or generalise it: `一般化［生年月日 → 年代］`";

    received_both_ways(parties: Parties) =
        "{parties}は、加工した情報と加工しない情報の両方を受け取ります",
        "{parties} receives data both processed and as it is";
    handed_processed(clause: Clause) =
        "{clause}は加工して渡します",
        "processed, by {clause}";
    handed_as_it_is(clause: Clause) =
        "{clause}は加工せずに渡します",
        "as it is, by {clause}";
    can_be_matched(item: Name) =
        "例えば「{item}」を両方の形で受け取れば、照らし合わせて個人を特定できることがあります（容易照合性）",
        "with `{item}` in both forms, for example, the two can be matched and the person identified";
    forbid_matching() =
        "照合の禁止を契約で定めていることを確かめるか、どちらかの提供をやめてください",
        "make sure that a contract forbids matching, or hand out one of them only";

    is_taken_as_an_exception(clause: Clause, other: Clause) =
        "{clause}は、加工した情報についての、{other}の例外として扱っています",
        "{clause} is taken as the exception of {other} for processed data";
    forbids_personal_data() =
        "加工していない情報には、この定めが働きます",
        "this holds for data that is not processed";
    may_still_be_personal() =
        "人が判断してください: 加工した情報が、ほかの情報と容易に照合できて誰のものか分かるなら、当社ではなお個人データです（個人情報保護法2条1項1号）",
        "for a person to judge: where the company can readily match the processed data with other information, it is still personal data (APPI article 2(1)(i))";
    judge_whether_it_is_personal() =
        "なお個人データに当たるなら、この定めの例外であることを文言でも示してください。匿名加工情報や統計情報にするのなら、`水準［匿名加工］` や `水準［統計］` と書きます",
        "if it is, say in words that this is an exception; where it is made anonymous or aggregate, write `水準［匿名加工］` or `水準［統計］`";

    not_generalised(from: Name, to: Name) =
        "「{from}」を「{to}」に置き換えても、粗い情報にはなりません",
        "replacing `{from}` by `{to}` does not generalise it";
    replaced_by_itself() =
        "同じものに置き換えています",
        "it is replaced by itself";
    finer(from: Name, to: Name) =
        "「{to}」は「{from}」の一部で、より細かい情報です",
        "`{to}` is a part of `{from}`, and finer";
    more_identifying(from: Name, to: Name) =
        "「{to}」からは、「{from}」と同じかそれ以上に個人が分かります",
        "`{to}` identifies a person as well as `{from}` does, or better";
    replace_by_something_coarser() =
        "年代や都道府県のような、より粗い情報に置き換えるか、除外してください",
        "replace it by something coarser, such as an age group or a prefecture, or drop it";
}
