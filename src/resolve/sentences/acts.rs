//! Clauses from which it cannot be told what they are about: H0205, H0305.

use super::facts::{Choices, Kind, Several, This};
use crate::text::sentence::{Name, sentences};

sentences! {
    none_told(statement: This, kind: Kind) =
        "この{statement}からは{kind}が決まりません",
        "no {kind} can be told from this {statement}";
    no_label_in_wording(kind: Kind) =
        "文言に、宣言された{kind}の呼び方が一つもありません",
        "the wording holds no label of a declared {kind}";
    name_in_brackets(kind: Kind) =
        "［ ］ に{kind}の名前を書いてください",
        "write the {kind} in ［ ］";
    one_of_several(label: Name, kinds: Several) =
        "文言の 「{label}」 がどの{kinds}か決まりません",
        "「{label}」 in the wording may be any of several {kinds}";
    choose_in_brackets(names: Choices) =
        "［ ］ で指定してください: {names}",
        "state it in ［ ］: {names}";

    no_data(statement: This) =
        "この{statement}の情報が決まりません",
        "the data of this {statement} cannot be told";
    no_provider(statement: This) =
        "この{statement}の提供元が決まりません",
        "it cannot be told from whom this {statement} is";
    no_destination(statement: This) =
        "この{statement}の送信先が決まりません",
        "the destination of this {statement} cannot be told";
    no_recipient(statement: This) =
        "この{statement}の提供先が決まりません",
        "the recipient of this {statement} cannot be told";
    no_condition() =
        "この場合がどの条件か決まりません",
        "no condition can be told from this 場合";
    consent_does_not_reach_it() =
        "条件に挙げた同意の `範囲` が、この条項の行為・相手・目的のすべてには及びません",
        "the consent that this asks for does not reach all its acts, parties and purposes (`範囲`)";
    write_what_was_consented_to() =
        "同意の `範囲` に合わせて目的や相手を書くか、それを含む同意を条件にしてください",
        "write the purposes and parties that were consented to, or ask for a consent that reaches all of them";
    no_opt_out_of_special_care() =
        "要配慮個人情報は、オプトアウトの届出によって第三者に提供することができません（個人情報保護法27条2項ただし書）",
        "the filing of an opt-out is no basis to provide personal information that requires special care (APPI article 27(2), proviso)";
    take_special_care_out() =
        "`除外［…］` で要配慮個人情報を除くか、同意など別の条件を加えてください",
        "take it out by `除外［…］`, or add another condition such as 同意";
    too_many_together(most: usize) =
        "＋ で組み合わせた条件が、{most} 通りの組を超えています",
        "the conditions joined by ＋ come to more than {most} combinations";
    declare_one_condition() =
        "組み合わせの一部を、一つの条件として宣言してください",
        "declare a part of it as one condition";
    name_or_list_conditions() =
        "［ ］ に条件の名前を書くか、{{ }} の中に `・名前「文言」` と並べてください",
        "name conditions in ［ ］, or list them in the block as `・name「wording」`";
    no_target() =
        "この特約の対象が決まりません",
        "the target of this rider cannot be told";
}
