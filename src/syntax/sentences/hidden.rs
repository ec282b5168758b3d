//! Characters that no reader can see: H0002, H0007, H0008, H0616.

use crate::text::sentence::{alike, sentences, worded};

alike! {
    /// The number of a character.
    CodePoint = ["U+001B", "U+200B"];
}

worded! {
    /// What a character is called.
    CharacterName = [("ゼロ幅スペース", "zero width space")];
    /// Some characters by their names and numbers.
    Characters = [
        ("「ゼロ幅スペース」（U+200B）", "zero width space (U+200B)"),
        ("「ゼロ幅接合子」（U+200D）", "zero width joiner (U+200D)"),
    ];
    /// Characters that turn the direction of the text, likewise.
    Turning = [("「右から左への上書き」（U+202E）", "right-to-left override (U+202E)")];
    /// A control character by its number.
    Control = [("U+001B", "U+001B")];
    /// Several control characters, likewise.
    Controls = [("U+0007、U+0085", "U+0007, U+0085")];
}

sentences! {
    named(name: CharacterName, point: CodePoint) =
        "「{name}」（{point}）",
        "{name} ({point})";
    control(point: CodePoint) =
        "{point}",
        "{point}";
    unnamed(point: CodePoint) =
        "文字（{point}）",
        "{point}";
    and_others(characters: Characters) =
        "{characters}など",
        "{characters}, …";

    control_character(character: Control) =
        "制御文字 {character} が混ざっています",
        "a control character: {character}";
    control_characters(characters: Controls) =
        "制御文字 {characters} が混ざっています",
        "control characters: {characters}";
    turns_the_text(characters: Turning) =
        "文字の並ぶ向きを変える{characters}があります",
        "this turns the direction of the text: {characters}";
    unseen_in_wording(characters: Characters) =
        "文言に、目に見えない{characters}が混ざっています",
        "the wording holds something that cannot be seen: {characters}";
    unseen_outside(characters: Characters) =
        "文言の外に、目に見えない{characters}が混ざっています",
        "something that cannot be seen stands outside of wording: {characters}";
    more_in_this_file(count: usize) =
        "このファイルには、ほかに {count} か所あります",
        "this file has {count} more of them";

    seen_in_another_order() =
        "画面では、書かれた順とは違う順に並んで見えます",
        "on a screen the text seems to be in another order than it is";
    shown_as_its_number() =
        "読む人には見えないため、ページには番号（［U+200B］など）で出ます",
        "since no reader can see it, the page shows its code point, as ［U+200B］";
    only_in_wording() =
        "漢字や絵文字の字形を選ぶ文字は、文言（「 」の中）でだけ使えます",
        "what chooses the form of a kanji or an emoji may stand only in wording (「 」)";
    names_could_differ_unseen() =
        "見た目が同じで別の名前や、読む人に見えない違いができてしまいます",
        "names could look the same and differ, unseen by any reader";

    end_lines() =
        "改行は LF か CRLF で保存してください",
        "end lines with LF or CRLF";
    delete_what_was_pasted() =
        "この文字を削除してください（ほかのソフトからの貼り付けで入ることがあります）",
        "delete it; it may have come with pasted text";
    delete_in_names() =
        "名前や注釈では、この文字を削除してください。元の字はそのまま残ります",
        "delete it in names and comments; the character before it stays";
    delete_and_retype() =
        "この文字を削除してください。見えないので、前後の文字ごと打ち直すのが確実です",
        "delete it; retyping the words around it is the surest way";
}
