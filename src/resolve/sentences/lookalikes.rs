//! Names that a reader cannot tell apart: H0210, H0211.

use super::facts::{Letter, Letters, Point};
use crate::text::sentence::{Name, sentences};

sentences! {
    alike(name: Name, other: Name) =
        "`{name}` と `{other}` は、見た目は同じでも別の名前です",
        "`{name}` and `{other}` look alike and are two names";
    named(name: Name) =
        "`{name}`",
        "`{name}`";
    of_the_language(name: Name) =
        "`{name}` は言語に初めからある言葉です",
        "`{name}` is a word of the language";
    write_one_or_tell_apart() =
        "同じものなら一つに揃え、別のものなら見分けの付く名前に変えてください",
        "write one of them where one thing is meant; otherwise choose names that can be told apart";
    differ(at: usize, letter: Letter, point: Point, other: Letter, other_point: Point) =
        "{at} 文字目の `{letter}`（{point}）は、`{other}`（{other_point}）とは別の文字です",
        "character {at}, `{letter}` ({point}), is not `{other}` ({other_point})";

    mixed(name: Name, letters: Letters) =
        "名前`{name}`に、種類の違う文字 {letters}が混ざっています",
        "the name `{name}` mixes scripts: {letters}";
    mixed_and_more(name: Name, letters: Letters) =
        "名前`{name}`に、種類の違う文字 {letters}などが混ざっています",
        "the name `{name}` mixes scripts: {letters}, …";
    this_name() =
        "この名前",
        "this name";
    could_look_the_same() =
        "英字やかな・漢字と見分けの付かない文字があり、見た目が同じで別の名前ができてしまいます",
        "some letters of other scripts cannot be told from Latin letters or kana: names could look the same and differ";
    type_it_again() =
        "かな・漢字・英字・数字で打ち直してください",
        "type it again in kana, kanji, Latin letters and digits";
}
