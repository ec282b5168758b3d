//! Statements where they cannot stand, or would be read by nobody: H0208.

use super::facts::{Called, Choices};
use crate::text::sentence::sentences;

sentences! {
    not_inside(statement: Called, block: Called) =
        "{statement}は{block}の中には置けません",
        "{statement} cannot stand inside {block}";
    not_at_the_top(statement: Called) =
        "{statement}はファイルの一番外側には置けません",
        "{statement} cannot stand at the top of a file";
    may_stand_in(homes: Choices) =
        "置ける場所: {homes}",
        "it may stand in {homes}";
    without_effect(statement: Called) =
        "{statement}は、ここに書いても効きません",
        "{statement} would have no effect here";

    split_the_clause() =
        "条項の中では、目的ごとに分けられません。目的ごとに条項を分けてください",
        "inside a clause it cannot be said of one purpose; write a clause for each";
    say_it_of_the_stated_purpose() =
        "下位の目的には付けられません。章の直下の目的に書いてください",
        "it cannot be said of a sub-purpose; say it of the purpose in the chapter";
    split_the_purpose() =
        "利用目的の加工は、その目的の全体に掛かります。分けるときは目的を分けてください",
        "the processing of a stated purpose is of all of it; write two purposes";
    nobody_else_does_it() =
        "取得・利用・掲載・保管・消去は、事業者が自ら行う行為です。相手を外してください",
        "collecting, using, publishing, keeping and erasing are done by the operator alone; leave the other party out";
    heading_holds_wording_alone() =
        "条項の中の見出しには、文言だけを書けます。条項の直下に書いてください",
        "a heading inside a clause holds wording alone; write it in the clause itself";
    untitled_purpose_stands_in_a_chapter() =
        "見出しのない目的は、章の中に書いてください",
        "a purpose without a title stands in a chapter";
    table_of_a_rider_holds_wording_alone() =
        "特約の中の表には、文言だけを書けます。特約の直下に書いてください",
        "a table inside a rider holds wording alone; write it in the rider itself";

    paragraph_in_summary() =
        "段落は`概要`の中には置けません",
        "a paragraph cannot stand inside `概要`";
    write_bullets() =
        "改定の一つごとに、行の頭に ・ を付けて書いてください",
        "write each change as a bullet: ・「…」";
}
