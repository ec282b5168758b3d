//! What is declared: H0202, H0204, H0206, H0207, H0209, H0304, H0527, H0906.

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

    number_set_apart(name: Name) =
        "`{name}` は、ほかの情報に含めずに扱います。広い名前による許可も禁止も及びません",
        "`{name}` lies below no other data: neither permissions nor prohibitions by a general name reach it";
    number_act_not_examined() =
        "個人番号には番号法の定めがあり、hoshin はそれを確かめていません",
        "individual numbers have an act of their own, which hoshin does not examine";
    name_it_where_it_is_meant(name: Name) =
        "取り扱うことを定める条項では、`{name}` を名前で挙げてください",
        "name `{name}` in the clauses that are about it";

    no_country(name: Name) =
        "`{name}` という国名はありません",
        "no country is called `{name}`";
    write_a_country() =
        "国や地域の名前を、`アメリカ合衆国`、`米国`、`台湾` のように書いてください。「・」のある名前は \"ボスニア・ヘルツェゴビナ\" のように囲みます。特定できないときは `国名＝特定不能、理由＝\"…\"` です",
        "write the name of a country or territory: `アメリカ合衆国`, `米国`, `台湾`. A name with 「・」 is quoted: \"ボスニア・ヘルツェゴビナ\". Where it cannot be told, write `国名＝特定不能、理由＝\"…\"`";
    region(name: Name) =
        "`{name}` は一つの国の名前ではありません",
        "`{name}` is not the name of one country";
    write_each_country() =
        "`国名＝ドイツ、国名＝フランス` のように国ごとに書くか、どの国か特定できないときは `国名＝特定不能、理由＝\"…\"` と書いてください",
        "write each country, `国名＝ドイツ、国名＝フランス`, or, where it cannot be told which, `国名＝特定不能、理由＝\"…\"`";
    home(name: Name) =
        "`{name}` は外国ではありません",
        "`{name}` is no foreign country";
    leave_it_out() =
        "日本にある主体には `国名` も `外国` も書きません",
        "leave `国名` and `外国` out of a party in Japan";
    unknown_without_reason() =
        "所在国を特定できない理由がありません",
        "it is not said why the country cannot be told";
    reason_is_to_be_told() =
        "同意を得る前に、特定できないことと、その理由を伝えなければなりません（個人情報保護法施行規則17条3項）",
        "that it cannot be told, and why, is to be said before consent is asked for (Enforcement Rules of the APPI, article 17(3))";
    write_the_reason() =
        "`［国名＝特定不能、理由＝\"配信を行う拠点がその都度変わるため\"］` のように書いてください",
        "write `［国名＝特定不能、理由＝\"…\"］`";
    reason_wanted() =
        "理由が \" \" の中に書かれていません",
        "the reason does not stand in \" \"";
    reason_for_nothing() =
        "`理由` は、`国名＝特定不能` の理由です",
        "`理由` says why 国名 is 特定不能";
    leave_the_reason_out() =
        "所在国が分かっているなら `理由` を除き、特定できないなら `国名＝特定不能` と書いてください",
        "leave `理由` out where the countries are known, or write `国名＝特定不能`";

    no_period(written: Name) =
        "`{written}` は期間として読めません",
        "`{written}` is no period";
    not_a_period() =
        "期間として読めません",
        "this is no period";
    write_a_period() =
        "`［3年］` `［退会から90日］` `［解約まで］` `［2027-03-31まで］` `［5年以上］` `［無期限］` のように書いてください。終わりの決まらない期間（業務に必要な間など）は、`期間` に書けません",
        "write `［3年］` `［退会から90日］` `［解約まで］` `［2027-03-31まで］` `［5年以上］` `［無期限］`; what has no definite end is no 期間";
    unknown_event(event: Name) =
        "期間の起点 `{event}` は宣言されていません",
        "the period is counted from `{event}`, which is not declared";
    declare_the_event(words: Choices) =
        "`条件 名前「…」` と宣言するか、初めからあるもの（{words}）を使ってください",
        "declare it: `条件 名前「…」`, or use what the language knows: {words}";
    too_many_periods(most: usize) =
        "異なる期間が {most} 件を超えています",
        "there are more than {most} different periods";
    use_the_same_periods() =
        "同じ期間にできるものをまとめてください",
        "use the same period where it may be the same";

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
