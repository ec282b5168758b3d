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
    reaches_nothing(act: ActName) =
        "この{act}は、何にも及びません",
        "this {act} reaches nothing";
}
