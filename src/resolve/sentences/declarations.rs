//! What is declared: H0202, H0204, H0206, H0207, H0209, H0906.

use super::facts::{Choices, Kind, One, Round, Several};
use crate::text::sentence::{Name, sentences};

sentences! {
    declared_twice(name: Name, kind: Kind) =
        "`{name}` という{kind}が二つあります",
        "the {kind} `{name}` is declared twice";
    first() =
        "一つ目",
        "the first";
    second() =
        "二つ目",
        "the second";
    rename_or_delete_one() =
        "どちらかの名前を変えるか、同じものなら一方を削除してください",
        "rename one of them, or delete one if they are the same";
    clause_named_twice(name: Name) =
        "`{name}` という条項が同じ場所に二つあります",
        "two clauses here are called `{name}`";
    rename_one() =
        "どちらかの名前を変えてください",
        "rename one of them";
    built_in(name: Name, kind: One) =
        "`{name}` は言語に初めからある{kind}です",
        "`{name}` is {kind} the language already knows";
    make_it_a_kind_of(name: Name) =
        "別の名前を付け、`［{name}］` でその一種としてください",
        "give it another name and mark it `［{name}］`";

    not_an_attribute(kind: One) =
        "{kind}の属性として読めません",
        "no attribute of {kind}";
    unknown_attribute(name: Name, kind: One) =
        "`{name}` という属性も{kind}もありません",
        "`{name}` is neither an attribute nor {kind}";
    use_a_condition(words: Choices) =
        "使えるもの: {words}、または宣言した条件の名前",
        "use {words}, or the name of a declared condition";
    use_a_wider_purpose() =
        "［ ］ には上位の目的の名前を書きます",
        "［ ］ of a purpose names the purpose it lies below";
    use_an_attribute(words: Choices, kind: Kind) =
        "使えるもの: {words}、または上位の{kind}の名前",
        "use {words}, or the name of a wider {kind}";

    no_consent_has_no_scope() =
        "`範囲` は同意の一種にだけ書けます",
        "`範囲` is written for kinds of 同意 only";
    make_it_a_kind_of_consent() =
        "`・配信の同意［同意、範囲＝案内］` のように、［］に `同意` も書いてください",
        "write `同意` in ［］ as well: `・配信の同意［同意、範囲＝案内］`";
    scope_is_a_name() =
        "`範囲` の値は名前です",
        "what `範囲` gives is a name";
    nothing_to_consent_to(name: Name) =
        "`{name}` という行為も目的も主体もありません",
        "`{name}` is neither an act nor a purpose nor a party";
    name_what_was_consented_to() =
        "何についての同意かを、行為（`提供` など）、目的、主体の名前で書きます: `範囲＝案内`",
        "name what was consented to, an act (提供 …), a purpose or a party: `範囲＝案内`";

    round(names: Round) =
        "含む・含まれるの関係が一巡しています: {names}",
        "containment leads back to itself: {names}";
    named(name: Name) =
        "`{name}`",
        "`{name}`";
    take_one_out() =
        "どれか一つの宣言から上位の名前を外してください",
        "take the wider name out of one of these declarations";
    too_much_contained(most: usize) =
        "条項への参照による目的の包含が {most} 組を超えています",
        "purposes contain one another by reference in more than {most} pairs";
    not_read_from_here() =
        "ここから先は読んでいません",
        "not read from here on";
    refer_to_narrower() =
        "参照する条項を絞るか、目的をまとめてください",
        "refer to narrower clauses, or join purposes";

    label_of_two(label: Name, kinds: Several) =
        "「{label}」 が二つの{kinds}の呼び方になっています",
        "「{label}」 is a label of two {kinds}";
    either_may_be_meant() =
        "文言に出てきたときに、どちらのことか決まりません",
        "where it stands in wording, either may be meant";
    change_one_label() =
        "どちらかの呼び方を変えてください",
        "change one of the labels";

    never_used(name: Name, kind: Kind) =
        "{kind} `{name}` はどこにも使われていません",
        "the {kind} `{name}` is never used";
    no_purpose_reaches_it(name: Name) =
        "取得する情報を述べた条項があるので、利用目的の条項が許すのは、その情報の利用だけです。`{name}` の利用は定めなしになります",
        "the policy says what it collects, and its purposes of use reach that alone: the use of `{name}` is not stated";
    declared_here() =
        "ここで宣言",
        "declared here";
    delete_if_not_needed() =
        "使う予定がなければ削除してください",
        "delete it if it is not needed";
}
