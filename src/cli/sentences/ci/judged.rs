//! What does not pass by itself, and what was not compared: C0035, C0036, C0037.

use crate::text::sentence::{File, Name, sentences, worded};

worded! {
    /// What a policy answers.
    Answer = [("許可", "permitted"), ("条件付き許可", "permitted_under_conditions")];
}

sentences! {
    not_in_canonical_form(path: File) =
        "`{path}` は標準の形に整っていません",
        "`{path}` is not in the canonical form";

    other_answer(title: Name, expected: Answer, answer: Answer) =
        "検証「{title}」の結果は「{expected}」と書かれていますが、方針の答えは「{answer}」です",
        "the policy test `{title}` expects `{expected}`, and the policy answers `{answer}`";

    new_policy(path: File) =
        "`{path}` は新しい方針なので、比べる版がありません",
        "`{path}` is a new policy; there is nothing to compare it with";
    allow_a_new_one() =
        "中身を確かめたうえで通すには --allow-new を付けてください。名前を変えたのなら、書き換えとは別のコミットで先に取り込むか、旧版を書いてください",
        "pass --allow-new once somebody has read it; if it was renamed, merge the renaming before the rewriting, or name its 旧版";

    is_gone(path: File) =
        "方針 `{path}` がなくなりました",
        "the policy `{path}` is gone";
    allow_deleting() =
        "本当に廃止するなら --allow-deleted を付けてください。名前を変えたのなら、名前の変更だけを先に取り込んでください",
        "pass --allow-deleted if that is meant; if it was renamed, merge the renaming before the rewriting";

    base_is_faulty(path: File) =
        "比べる元の `{path}` に誤りがあるため、広がりがないかを調べられません",
        "`{path}` of the base has errors, so it is not known what becomes wider";
    allow_a_faulty_base() =
        "この変更が誤りを直すものなら、前後を人が見比べたうえで --allow-broken-base を付けてください",
        "if this change mends it, pass --allow-broken-base once somebody has compared the two";
}
