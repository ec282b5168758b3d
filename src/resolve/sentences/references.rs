//! References and links in running text, and clauses that were retired: H0201, H0309, H0315.

use crate::text::sentence::{Name, sentences};

sentences! {
    refers_to_nothing(name: Name) =
        "`{{{name}}}` が指すものがありません",
        "`{{{name}}}` refers to nothing";
    did_you_mean(name: Name) =
        "もしかして: {{{name}}}",
        "did you mean {{{name}}}?";
    write_a_name_or_escape() =
        "章や条項の名前、または宣言した名前を書いてください。波かっこをそのまま出すには \\{{ と書きます",
        "write the name of a chapter, a clause or a declaration; write \\{{ to show a brace";
    cannot_be_linked_to(target: Name) =
        "`{target}` はリンク先にできません",
        "`{target}` cannot be linked to";
    link_to() =
        "リンク先は https:// http:// mailto: で始まる URL、#名前、改定履歴、旧版 のどれかです",
        "link to an https://, http:// or mailto: URL, to #name, to 改定履歴 or to 旧版";

    names_a_retired_clause(name: Name) =
        "`{name}` は削除された条項です",
        "the clause `{name}` is retired";
    name_one_in_force() =
        "名前を外すか、今の条項の名前に直してください",
        "leave it out, or name a clause that is in force";
    retired_here() =
        "ここで削除",
        "retired here";
    refers_to_a_retired_clause(name: Name) =
        "`{{{name}}}` は削除された条項を指しています",
        "`{{{name}}}` refers to a retired clause";
    cite_the_number(name: Name) =
        "概要では、番号だけを `{{{name}}}` と書けます",
        "a summary may cite its number: `{{{name}}}`";
    refer_to_one_in_force() =
        "参照をなくすか、今の条項を指すように直してください",
        "leave the reference out, or refer to a clause that is in force";
}
