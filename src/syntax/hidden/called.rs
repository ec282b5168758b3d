//! What characters that cannot be seen are called.

use crate::characters::code_point;
use crate::syntax::sentences::hidden::{self as say, CharacterName, Characters, CodePoint, Control, Controls};
use crate::text::Text;

/// As many are told by name.
const FEW: usize = 3;

/// The names and code points of some characters, each once: 「ハングル・フィラー」（U+3164）.
pub(super) fn all(characters: &str) -> Characters {
    let (named, more) = few(characters);
    let named = Characters(joined(&named, ["", ", "]));
    match more {
        true => Characters(say::and_others(&named)),
        false => named,
    }
}

/// The sentence about some control characters, each told once by its code point.
pub(super) fn controls(characters: &str) -> Text {
    let (named, more) = few(characters);
    let all = joined(&named, ["、", ", "]);
    let all = match more {
        true => say::and_others(&Characters(all)),
        false => all,
    };
    match named.len() {
        1 => say::control_character(&Control(all)),
        _ => say::control_characters(&Controls(all)),
    }
}

/// The first distinct ones of some characters by their names, and whether there are others.
fn few(characters: &str) -> (Vec<Text>, bool) {
    let mut distinct: Vec<char> = Vec::new();
    for c in characters.chars() {
        if !distinct.contains(&c) && distinct.len() <= FEW {
            distinct.push(c);
        }
    }
    let named = distinct.iter().take(FEW).map(|c| called(*c));
    (named.collect(), distinct.len() > FEW)
}

fn joined(named: &[Text], [between_ja, between_en]: [&str; 2]) -> Text {
    let ja: Vec<&str> = named.iter().map(|name| name.ja.as_str()).collect();
    let en: Vec<&str> = named.iter().map(|name| name.en.as_str()).collect();
    Text::of_visible(ja.join(between_ja), en.join(between_en))
}

fn called(c: char) -> Text {
    let point = CodePoint(code_point(c));
    match name(c) {
        Some((ja, en)) => say::named(&CharacterName(Text::new(ja, en)), &point),
        None if c.is_control() => say::control(&point),
        None => say::unnamed(&point),
    }
}

/// The characters that come with pasted text or serve to deceive; the rest is told by its code point alone.
fn name(c: char) -> Option<(&'static str, &'static str)> {
    Some(match c {
        '\u{AD}' => ("ソフトハイフン", "soft hyphen"),
        '\u{34F}' => ("結合文字の接合子", "combining grapheme joiner"),
        '\u{61C}' => ("アラビア文字の向きの印", "Arabic letter mark"),
        '\u{115F}' => ("ハングル初声のフィラー", "Hangul choseong filler"),
        '\u{1160}' => ("ハングル中声のフィラー", "Hangul jungseong filler"),
        '\u{17B4}' | '\u{17B5}' => ("クメール文字の見えない母音", "Khmer inherent vowel"),
        '\u{180B}'..='\u{180D}' | '\u{180F}' => ("モンゴル文字の異体字セレクタ", "Mongolian variation selector"),
        '\u{180E}' => ("モンゴル文字の母音分離記号", "Mongolian vowel separator"),
        '\u{200B}' => ("ゼロ幅スペース", "zero width space"),
        '\u{200C}' => ("ゼロ幅非接合子", "zero width non-joiner"),
        '\u{200D}' => ("ゼロ幅接合子", "zero width joiner"),
        '\u{200E}' => ("左から右への印", "left-to-right mark"),
        '\u{200F}' => ("右から左への印", "right-to-left mark"),
        '\u{2028}' => ("行の区切り", "line separator"),
        '\u{2029}' => ("段落の区切り", "paragraph separator"),
        '\u{202A}' => ("左から右への埋め込み", "left-to-right embedding"),
        '\u{202B}' => ("右から左への埋め込み", "right-to-left embedding"),
        '\u{202C}' => ("向きの指定の終わり", "pop directional formatting"),
        '\u{202D}' => ("左から右への上書き", "left-to-right override"),
        '\u{202E}' => ("右から左への上書き", "right-to-left override"),
        '\u{2060}' => ("単語結合子", "word joiner"),
        '\u{2061}'..='\u{2064}' => ("見えない数学記号", "invisible operator"),
        '\u{2066}' => ("左から右への隔離", "left-to-right isolate"),
        '\u{2067}' => ("右から左への隔離", "right-to-left isolate"),
        '\u{2068}' => ("向きを任せる隔離", "first strong isolate"),
        '\u{2069}' => ("隔離の終わり", "pop directional isolate"),
        '\u{2800}' => ("点字の空白", "Braille pattern blank"),
        '\u{3164}' => ("ハングル・フィラー", "Hangul filler"),
        '\u{FE00}'..='\u{FE0F}' => ("異体字セレクタ", "variation selector"),
        '\u{FEFF}' => ("バイト順マーク", "zero width no-break space"),
        '\u{FFA0}' => ("半角ハングル・フィラー", "half-width Hangul filler"),
        '\u{13430}'..='\u{13440}' => ("ヒエログリフの制御文字", "Egyptian hieroglyph control"),
        '\u{1D159}' => ("空の符頭", "musical symbol null notehead"),
        '\u{FFF9}'..='\u{FFFB}' => ("ルビの区切り", "interlinear annotation mark"),
        '\u{E0001}' | '\u{E0020}'..='\u{E007F}' => ("タグ文字", "tag character"),
        '\u{E0100}'..='\u{E01EF}' => ("漢字の異体字セレクタ", "ideographic variation selector"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_told_once_and_few_are_told() {
        assert_eq!(all("\u{200B}\u{200B}").0.ja, "「ゼロ幅スペース」（U+200B）");
        assert_eq!(all("\u{206A}").0.ja, "文字（U+206A）");
        assert!(all("\u{200B}\u{200C}\u{200D}\u{2060}").0.ja.ends_with("（U+200D）など"));
    }

    #[test]
    fn control_characters_are_told_by_their_numbers() {
        assert_eq!(controls("\u{1B}\u{1B}").en, "a control character: U+001B");
        let two = controls("\u{7}\u{85}");
        assert_eq!(two.ja, "制御文字 U+0007、U+0085 が混ざっています");
        assert_eq!(two.en, "control characters: U+0007, U+0085");
    }
}
