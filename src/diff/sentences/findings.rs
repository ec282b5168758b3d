//! What is said of a revision at its own source: H0701, H0704 to H0710, H0713.

use super::facts::{Called, Names, Told};
use crate::text::sentence::{Name, sentences};

sentences! {
    wider_unseen(told: Told) =
        "文言は変わらないのに、{told}",
        "the wording stays, and yet {told}";
    show_or_acknowledge() =
        "意図した変更なら文言にも表すか、改定に承認を書いてください。そうでなければ、［］や語彙を元に戻してください",
        "if it is meant, say it in the wording or write a 承認 into the 改定; if not, mend what stands in ［］ or the vocabulary";
    wider_unacknowledged(told: Told) =
        "承認がないまま、{told}",
        "without an acknowledgement {told}";
    acknowledge() =
        "意図した変更なら、改定に `承認［名前、日付］\"理由\"` を書いてください",
        "if it is meant, write `承認［NAME、DATE］\"REASON\"` into the 改定";
    more_from_here(more: usize) =
        "ここから来る変化は、ほかに {more} 件あります（`hoshin diff` で表示）",
        "{more} more of the changes come from here; see `hoshin diff`";

    unlisted(changed: Name) =
        "{changed}の変更が概要にありません",
        "the summary does not tell the change of {changed}";
    summary_of_this_revision() =
        "この改定の概要",
        "the summary of this revision";
    add_a_line() =
        "概要に一行加えてください。`hoshin diff --format draft` が案を書き出します",
        "add a line; `hoshin diff --format draft` writes a draft";
    unchanged() =
        "概要が挙げる条項や語は、旧版から変わっていません",
        "what this line of the summary names did not change since the previous revision";
    name_what_changed() =
        "変わった条項の名前に直すか、この行を除いてください。変更の一覧は `hoshin diff` で確かめられます",
        "name the clause that changed, or take the line out; `hoshin diff` lists the changes";

    needless() =
        "この承認に当たる広がりは、旧版との間にありません",
        "nothing became wider since the previous revision that this acknowledgement is for";
    name_what_became_wider() =
        "広がった条項の名前に直すか、要らなければ除いてください",
        "name what became wider, or take it out";
    outdated() =
        "旧版の日付以前に決めた承認は、この改定の広がりの承認になりません",
        "what was acknowledged no later than the previous revision answers for nothing in this one";
    acknowledge_this_revision() =
        "この改定について承認を得て、その日付を書いてください。前の改定の記録なら、前の改定に書きます",
        "have this revision acknowledged and write that date; the record of an earlier one belongs to it";
    too_wide(names: Names) =
        "承認の{names}は、広がるものより広い名前です。この名前では、どの広がりも通りません",
        "this acknowledgement names more than becomes wider, and lets nothing pass: {names}";
    name_one_by_one() =
        "広がる情報・相手・目的か、広がった条項の名前を、一つずつ挙げてください。`hoshin diff` で確かめられます",
        "name the data, parties or purposes that become wider, or the clauses; `hoshin diff` lists them";

    unread(changed: Called) =
        "{changed}の文言が変わり、機械はその意味を確かめていません",
        "wording changed that the machine has not checked: {changed}";
    read_and_acknowledge(name: Name) =
        "許すことと禁じることが変わらないか、人が読んで確かめ、改定に `承認［{name}、日付］\"理由\"` を書いてください。許すことか禁じることなら、行為の条項にすると機械が確かめます",
        "read whether it permits or forbids anything else, and write `承認［{name}、DATE］\"REASON\"` into the 改定; what permits or forbids is checked where it is a clause of an act";
    name_it_and_acknowledge() =
        "許すことと禁じることが変わらないか、人が読んで確かめてください。条項に名前を付けると、改定に `承認［名前、日付］\"理由\"` を書けます",
        "read whether it permits or forbids anything else; give the clause a name, and `承認［NAME、DATE］\"REASON\"` can be written into the 改定";

    not_compared() =
        "最後まで比べていません。条件の組合せが多すぎて、旧版からの許可・禁止の変化をすべては調べられませんでした",
        "not compared to the end: there are too many combinations of conditions to find all that changed since the previous revision";
    compare_less() =
        "広がりがないとは言えません。条項の場合と但しを減らすか、改定を小さく分けてください",
        "it cannot be said that nothing became wider: use fewer 場合 and 但し, or revise in smaller steps";
}
