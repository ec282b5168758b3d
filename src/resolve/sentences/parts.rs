//! Parts of statements that are missing, or too many: H0301, H0302, H0306, H0313.

use super::facts::{Called, Example, LevelWord, Piece};
use crate::text::sentence::{Name, sentences};

sentences! {
    missing(statement: Called, piece: Piece) =
        "{statement}に{piece}がありません",
        "{statement} has no {piece}";
    write_for_example(example: Example<'_>) =
        "`{example}` のように書いてください",
        "write, for example, `{example}`";
    unexpected(statement: Called, piece: Piece) =
        "{statement}に{piece}は置けません",
        "{statement} takes no {piece}";
    wording_stands_in_corners() =
        "ページに出す文言は \" \" ではなく 「 」 で囲んでください",
        "wording stands in 「 」, not in \" \"";
    reason_stands_in_quotes() =
        "承認の理由はページに出ません。 「 」 ではなく \" \" で囲んでください",
        "the reason never appears on the page; write it in \" \", not in 「 」";
    path_stands_in_quotes() =
        "ファイルの場所は 「 」 ではなく \" \" で囲んでください",
        "a path stands in \" \", not in 「 」";
    names_stand_in_brackets() =
        "名前は ［ ］ で囲んでください。ページに出す文言は別の文に書いてください",
        "names stand in ［ ］; what appears on the page is a statement of its own";
    refer_in_brackets() =
        "名前を指すときは ［ ］ で囲んでください",
        "to refer to a name, put it in ［ ］";
    leave_out() =
        "削除してください",
        "leave it out";

    repeated(statement: Called) =
        "{statement}が二度書かれています",
        "{statement} is stated twice";
    second_time() =
        "二度目",
        "the second time";
    delete_one() =
        "どちらかを削除してください",
        "delete one of them";
    one_value_only(statement: Called) =
        "{statement}に書けるのは一つだけです",
        "{statement} takes one value only";
    second() =
        "二つ目",
        "the second";
    keep_one_value() =
        "一つにするか、文を分けてください",
        "keep one, or write a statement for each";

    rider_without_rule() =
        "`特約`に限定・禁止・許可・行為のどれもありません",
        "`特約` holds none of 限定, 禁止, 許可 and acts";
    write_the_rule() =
        "`限定［発送］` のように、特約が定めることを書いてください",
        "write what the rider rules, for example `限定［発送］`";
    not_known_to_be_over(gone: Name, period: Name) =
        "`{gone}` だけでは、期間「{period}」を過ぎたかどうか決まりません",
        "`{gone}` does not say whether the period {period} is over";
    say_it_in_the_same_unit() =
        "期間と同じ単位（年・か月、または日）で書いてください",
        "say it in the unit of the period (years and months, or days)";
    test_without_act() =
        "`検証` に行為がありません",
        "`検証` has no act";
    test_without_decision() =
        "`検証` に結果がありません",
        "`検証` has no expected decision";
    empty_wording() =
        "文言が空です",
        "the wording is empty";
    here() =
        "ここ",
        "here";
    write_the_wording() =
        "「 」 の中に文言を書くか、「」 を外してください",
        "write the wording, or leave out 「」";

    retired_holds_something(level: LevelWord) =
        "削除した{level}に中身があります",
        "a retired `{level}` holds something";
    left() =
        "残っているもの",
        "what is left";
    retired_clause() =
        "削除した条項",
        "the retired clause";
    empty_the_retired() =
        "ページには番号と「削除」だけが出ます。中身を消すか、［削除］ を外してください",
        "the page shows the number and 「削除」 alone; remove what is left, or ［削除］";
    level_takes_retired_alone(level: LevelWord) =
        "`{level}` の ［ ］ に書けるのは 削除 だけです",
        "［ ］ of `{level}` takes 削除 alone";
    level_is_named_without_brackets(level: LevelWord) =
        "章の名前は ［ ］ に入れずに `{level} 名前「題」` と書きます。削除は、番号を残して中身をなくすときに使います",
        "a name stands without ［ ］: `{level} 名前「題」`; 削除 keeps the number of a clause that is taken out";
}
