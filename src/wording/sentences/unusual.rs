//! Characters that do not belong into a text: H0611.

use crate::text::sentence::{alike, sentences};

alike! {
    /// A character, or several that stand together.
    Shown = ["﨑"];
    /// The same by their numbers, where they show nothing.
    Numbers = ["U+E000"];
    /// What should stand there.
    Instead = ["崎"];
}

sentences! {
    half_width_marks(characters: Shown) =
        "半角の記号`{characters}`があります",
        "half-width punctuation: `{characters}`";
    half_width_kana(characters: Shown) =
        "半角カタカナ`{characters}`があります",
        "half-width katakana: `{characters}`";
    composite(characters: Shown) =
        "複数の文字を一字に組んだ環境依存文字`{characters}`があります",
        "a platform-dependent composite character: `{characters}`";
    radical(characters: Shown) =
        "漢字ではなく部首の文字`{characters}`があります",
        "a radical in the place of a kanji: `{characters}`";
    compatibility_kanji(characters: Shown) =
        "互換漢字`{characters}`があります",
        "a compatibility kanji: `{characters}`";
    extension_kanji(characters: Shown) =
        "環境依存の漢字`{characters}`があります",
        "a platform-dependent kanji: `{characters}`";
    combining_mark(characters: Shown) =
        "濁点などが分かれた文字`{characters}`があります",
        "a letter with its mark apart: `{characters}`";
    private_use(characters: Numbers) =
        "外字`{characters}`があります",
        "a private-use character: `{characters}`";
    unassigned(characters: Numbers) =
        "文字の割り当てがない番号`{characters}`があります",
        "a code point without a character: `{characters}`";
    replacement(characters: Shown) =
        "文字化けの跡`{characters}`があります",
        "the trace of a decoding error: `{characters}`";
    space(characters: Numbers) =
        "普通の空白ではない空白`{characters}`があります",
        "an unusual space: `{characters}`";
    this_character() =
        "この文字",
        "this character";

    taken_for_other_letters() =
        "検索や読み上げで別の文字として扱われます",
        "search and screen readers take it for other letters";
    looks_like_the_kanji() =
        "見た目は同じでも別の文字で、検索に当たりません。PDF から写した文に多く見られます",
        "it looks like the kanji and is another character; text copied from a PDF often has it";
    may_be_drawn_badly() =
        "検索に当たらず、表示が崩れることがあります",
        "search misses it, and it may be drawn badly";
    looks_like_a_space() =
        "普通の空白と見分けがつかず、検索に当たりません",
        "it looks like a space, and search misses it";
    character_is_lost() =
        "元の文字が失われています",
        "the original character is lost";
    not_shown_everywhere() =
        "環境によって表示されないか、別の文字に見えます",
        "some machines show it wrongly or not at all";

    change_it_or_keep_the_name(to: Instead) =
        "`{to}`に改めるか、氏名などの正しい表記であればそのままにしてください",
        "write `{to}`, or keep it where a name is rightly written so";
    ordinary_kanji_unless_a_name() =
        "氏名などの正しい表記でなければ、一般の漢字に改めてください",
        "write an ordinary kanji, unless a name is rightly written so";
    ordinary_space() =
        "普通の空白にするか、取り除いてください",
        "write an ordinary space, or remove it";
    write_instead(to: Instead) =
        "`{to}`と書いてください",
        "write `{to}`";
    write_what_is_meant() =
        "正しい文字に改めてください",
        "write the character that is meant";
}
