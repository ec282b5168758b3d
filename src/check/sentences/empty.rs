//! Clauses of which nothing is left: H0505.

use crate::text::sentence::{ActName, Clause, Items, sentences};

sentences! {
    excluded(clause: Clause) =
        "{clause}には、除外した後に情報が何も残りません",
        "{clause} has no data left after its exclusions";
    exclude_less(named: Items, except: Items) =
        "{named}から{except}を除くと空になります。除外を狭めるか、条項を削除してください",
        "{named} without {except} is nothing: exclude less, or delete the clause";
    processed_away(clause: Clause) =
        "{clause}の加工の後には、情報が何も残りません",
        "the processing of {clause} leaves no data";
    keep_more(named: Items) =
        "項目{named}を、この加工はすべて取り除きます。除外を狭めるか、残すものを書いてください",
        "it removes all of {named}: drop less, or say what is kept";
    keeps_nobody(clause: Clause) =
        "{clause}は、宣言された主体の誰にも及びません",
        "{clause} is about none of the declared parties";
    nobody_is_abroad() =
        "及びうる主体に［外国］や［国名＝…］の付いたものがないので、相手方が外国にあるかどうかは確かめていません",
        "none of the parties it may be about is declared to be abroad, so nothing was checked of where they are";
    declare_who_is_abroad() =
        "外国にある相手方がありうるなら、主体に［外国］か［国名＝…］を付けてください。なければこのままで構いません",
        "declare a party as abroad if there may be one; else leave it as it is";
    reaches_nothing(act: ActName) =
        "この{act}は、何にも及びません",
        "this {act} reaches nothing";
}
