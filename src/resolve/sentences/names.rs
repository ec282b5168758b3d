//! Names that are not found, are of another kind or may be several things: H0201, H0203, H0205, H0304.

use super::facts::{Choices, Kind, One};
use crate::text::sentence::{Name, sentences};

sentences! {
    not_declared(name: Name, kind: Kind) =
        "`{name}` という{kind}は宣言されていません",
        "no {kind} `{name}` is declared";
    did_you_mean(name: Name) =
        "もしかして: {name}",
        "did you mean {name}?";
    former_name(name: Name, now: Name) =
        "`{name}` は、条件 `{now}` の前の名前です",
        "`{name}` is the former name of the condition `{now}`";
    write_its_name(now: Name) =
        "`{now}` と書いてください。ご本人が停止を求めたことを条件にするなら、その条件を宣言します",
        "write `{now}`; to speak of a person who asked to stop, declare a condition";
    did_you_mean_the_clause(name: Name) =
        "もしかして: 条項 {name}",
        "did you mean the clause {name}?";
    write_from_outside(path: Name) =
        "条項の中の名前は、外からは `{path}` と書きます",
        "from outside its clause write `{path}`";
    see_whether_declared_there(kind: One) =
        "`.` の前の条項の中で、最後の名前を{kind}として宣言しているか確かめてください",
        "see whether the clause before the `.` declares the last part as {kind}";
    declare_it(keyword: Name, name: Name) =
        "`{keyword} {name}` のように宣言してください",
        "declare it: `{keyword} {name}`";
    name_a_clause() =
        "章や条項に付けた名前を書いてください",
        "write the name given to a chapter or clause";

    other_kind(name: Name, wanted: Kind, found: One) =
        "`{name}` は{wanted}ではなく{found}です",
        "`{name}` is no {wanted} but {found}";
    names_a_clause(name: Name, wanted: Kind) =
        "`{name}` は{wanted}ではなく条項の名前です",
        "`{name}` is no {wanted} but the name of a clause";
    wanted_here(wanted: One) =
        "ここには{wanted}を書きます",
        "{wanted} is wanted here";
    declared_as(found: Kind) =
        "{found}として宣言",
        "declared here as a {found}";
    the_clause() =
        "条項",
        "the clause";
    write_one(wanted: One) =
        "{wanted}の名前に直してください",
        "write the name of {wanted}";

    name_wanted(wanted: One) =
        "ここには{wanted}の名前を書きます",
        "the name of {wanted} is wanted here";
    together_elsewhere() =
        "＋ でつなげるのは、場合と但しの条件だけです",
        "only conditions of 場合 and 但し are joined by ＋";
    list_names() =
        "名前を 、 で区切って並べてください",
        "write names parted by 、";
    arrow_wanted() =
        "ここには `A → B` を書きます",
        "`A → B` is wanted here";
    data_on_both_sides() =
        "`［生年月日 → 年代］` のように、→ の両側に情報の名前を書いてください",
        "write a data category on both sides of →, as in `［生年月日 → 年代］`";
    no_such_value(name: Name, kind: Kind) =
        "`{name}` という{kind}はありません",
        "there is no {kind} `{name}`";
    use_one_of(words: Choices) =
        "使えるもの: {words}",
        "use {words}";

    any_of_several_clauses(name: Name) =
        "`{name}` がどの条項を指すか決まりません",
        "`{name}` may be any of several clauses";
    candidate() =
        "候補",
        "candidate";
    write_from_the_chapter(paths: Choices) =
        "章から順に書いてください: {paths}",
        "write it from the chapter on: {paths}";
    condition_and_clause(name: Name) =
        "`{name}` は条件の名前でも条項の名前でもあります",
        "`{name}` is the name of a condition and of a clause";
    write_the_path_or_rename(path: Name) =
        "条項なら `{path}` と書き、条件なら条項の名前を変えてください",
        "for the clause write `{path}`; for the condition rename the clause";
    neither_condition_nor_clause(name: Name) =
        "`{name}` という条件も条項もありません",
        "`{name}` is neither a condition nor a clause";
    declare_or_take_out() =
        "条件なら宣言し、消した条項なら但しからも除いてください",
        "declare the condition; if the clause was deleted, take it out of 但し too";
    in_no_rule(name: Name) =
        "`{name}` という行為・目的・主体・情報はありません",
        "there is no act, purpose, party or data category `{name}`";
    write_an_act_or_name() =
        "提供・利用などの行為か、宣言した目的・主体・情報の名前を書いてください",
        "write an act such as 提供 or 利用, or the name of a declared purpose, party or data category";
}
