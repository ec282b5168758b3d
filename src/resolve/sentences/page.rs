//! Numbers, levels, tables and the size of the page: H0304, H0307, H0308, H0904, H0906.

use super::facts::Choices;
use crate::text::sentence::{Name, sentences};

sentences! {
    pair_wanted(keyword: Name) =
        "`{keyword}` には ＝ が必要です",
        "`{keyword}` takes level＝value";
    write_the_first_number_of_a_level() =
        "`［章＝\"第1条\"］` のように書いてください",
        "write, for example, `［章＝\"第1条\"］`";
    write_the_word_of_a_level() =
        "`［章＝条］` のように書いてください",
        "write, for example, `［章＝条］`";
    no_such_level(name: Name) =
        "`{name}` という段階はありません",
        "there is no level `{name}`";
    use_one_of(words: Choices) =
        "使えるもの: {words}",
        "use {words}";
    no_form_of_a_number(pattern: Name) =
        "`{pattern}` は番号の書式として読めません",
        "`{pattern}` is no form of a number";
    write_the_first_number() =
        "最初の番号をそのままの形で書いてください（例: `1.` `(1)` `①` `第1条` `第1条（題）` `一` `ア` `【1】` `1-1`）",
        "write the first number as it should look: `1.` `(1)` `①` `第1条` `第1条（題）` `一` `ア` `【1】` `1-1`";

    uneven_row(cells: usize, columns: usize) =
        "この行には {cells} 個の欄がありますが、列は {columns} 個です",
        "this row has {cells} cells, the table {columns} columns";
    fill_the_row() =
        "欄の数を列に合わせてください。空の欄は 「－」 などと書きます",
        "give the row as many cells as there are columns; write 「－」 for an empty one";

    path_too_long() =
        "条項の名前が、章から数えて長すぎます",
        "the name of this clause is too long, counted from its chapter";
    shorten_the_path() =
        "章から条項までの名前を、合わせて 200 字までにしてください",
        "use at most 200 characters for the names from the chapter to the clause";
    too_many_errors(most: usize) =
        "文の誤りが {most} 件を超えたため、名前や意味は調べていません",
        "more than {most} errors in the statements: names and meaning were not looked into";
    mend_the_statements_first() =
        "方針のファイルかどうかを確かめ、先に文の誤りを直してください",
        "check that this is a policy, and mend its statements first";
}
