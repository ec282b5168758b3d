//! Lists that show nothing of what the machine reads, or hold what it does not read: H0618, H0619.

use crate::text::sentence::{Name, Written, sentences, worded};

worded! {
    /// What a list is of.
    Kind = [("情報", "data category"), ("主体", "party")];
}

sentences! {
    shows_nothing(name: Name) =
        "箇条書きの`{name}`には文言がないので、ページに出ません",
        "the bullet `{name}` has no wording: nothing of it appears on the page";
    has_no_wording() =
        "名前だけです",
        "a name only";
    write_the_wording(bullet: Name) =
        "見せるなら`{bullet}`のように文言を書いてください。見せないなら、外側の［］に名前を書きます",
        "to show it, write its wording, as in `{bullet}`; if it shall not be seen, write the name in the ［］ around it";

    is_no_label(element: Written, kind: Kind) =
        "並びの「{element}」は、宣言されたどの{kind}の呼び方でもありません",
        "「{element}」 in this list is the label of no declared {kind}";
    not_read() =
        "ここは読み取っていません",
        "not read";
    it_is_not_in_the_rules() =
        "ページには出ますが、規則には入りません",
        "it appears on the page and is not in the rules";
    declare_it(kind: Kind) =
        "語彙に{kind}として宣言するか、言い換えであれば、宣言に「」で呼び方を加えてください",
        "declare it in the vocabulary, or, if it is another word for a {kind} declared there, add it as a label in 「」";
}
