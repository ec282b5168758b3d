//! What cannot be seen: control characters, characters that turn the direction of the text (UAX 9), and those that show
//! nothing (Default_Ignorable_Code_Point).
//!
//! Two kinds of them are part of what is seen: the variation selector of a kanji (葛 with U+E0100), and what makes one emoji
//! of several characters. Every other one leaves hoshin only as its code point, ［U+202E］, whatever the output is and
//! whichever way it came in.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::iter::Peekable;
use std::str::CharIndices;

use super::ranges::{BIDI_CONTROL, DEFAULT_IGNORABLE, EMOJI, IDEOGRAPHIC, contains};

/// Why a character cannot be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hidden {
    /// It commands a terminal, or means nothing: C0, DEL, C1.
    Control,
    /// It turns the direction of the text around it.
    Bidi,
    /// It shows nothing, or only an empty place.
    Invisible,
}

/// Whether a character, taken alone, cannot be seen. Tabs and line feeds are ordinary white space; the caller sees to
/// them.
pub(crate) fn kind(c: char) -> Option<Hidden> {
    match c {
        // Nearly all text.
        ' '..='~' | '\u{3000}'..='\u{3163}' | '\u{3165}'..='\u{FDFF}' | '！'..='～' | '\t' | '\n' => None,
        '\u{0}'..='\u{9F}' => Some(Hidden::Control),
        // Line and paragraph separators, the marks of annotations, the empty Braille cell, the empty note head, the controls
        // of hieroglyphs: no property holds just these.
        '\u{2028}' | '\u{2029}' | '\u{FFF9}'..='\u{FFFB}' | '\u{2800}' | '\u{1D159}' | '\u{13430}'..='\u{13440}' => {
            Some(Hidden::Invisible)
        }
        c if contains(BIDI_CONTROL, c) => Some(Hidden::Bidi),
        c if contains(DEFAULT_IGNORABLE, c) => Some(Hidden::Invisible),
        _ => None,
    }
}

/// The notation of a character by its code point: `U+202E`.
pub(crate) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// The text with all that cannot be seen as a visible code point. Tabs and line feeds stay.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    replaced(text, |c, out| {
        // Writing to a String cannot fail.
        let _ = write!(out, "［{}］", code_point(c));
    })
}

/// JSON with all that cannot be seen escaped (`\u202e`): the same data, safe in a terminal and an editor.
pub(crate) fn escaped_json(json: String) -> String {
    let escape = |c: char, out: &mut String| {
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    };
    match replaced(&json, escape) {
        Cow::Borrowed(_) => json,
        Cow::Owned(escaped) => escaped,
    }
}

fn replaced<'t>(text: &'t str, mut write: impl FnMut(char, &mut String)) -> Cow<'t, str> {
    let mut out = String::new();
    let mut from = 0;
    for (at, c) in hidden_in(text) {
        out.push_str(text.get(from..at).unwrap_or(""));
        write(c, &mut out);
        from = at + c.len_utf8();
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(from..).unwrap_or(""));
    Cow::Owned(out)
}

/// What cannot be seen in a text and is not part of a kanji or an emoji, with its place.
pub(crate) fn hidden_in(text: &str) -> HiddenIn<'_> {
    HiddenIn {
        text,
        rest: text.char_indices().peekable(),
        before: Before::default(),
        flag_end: 0,
    }
}

/// See [`hidden_in`].
#[derive(Debug)]
pub(crate) struct HiddenIn<'t> {
    text: &'t str,
    rest: Peekable<CharIndices<'t>>,
    before: Before,
    /// Where the tags of a flag end.
    flag_end: usize,
}

/// What the characters before the next one allow it to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Before {
    #[default]
    Other,
    Kanji,
    /// A digit, `#` or `*`: with U+FE0F and U+20E3 a keycap.
    Key,
    /// An emoji that no selector follows yet.
    Emoji,
    /// An emoji with its selector.
    Selected,
}

impl Before {
    fn of(c: char) -> Self {
        match c {
            '0'..='9' | '#' | '*' => Self::Key,
            ' '..='~' | '、' | '。' | 'ぁ'..='ヿ' | '！'..='～' => Self::Other,
            '一'..='鿿' => Self::Kanji,
            c if contains(IDEOGRAPHIC, c) => Self::Kanji,
            c if contains(EMOJI, c) => Self::Emoji,
            _ => Self::Other,
        }
    }
}

/// The black flag, and the tags that make it the flag of England, Scotland or Wales: the only ones there are. Other tags
/// could hide whole sentences.
const FLAG: char = '\u{1F3F4}';
const FLAGS: [&str; 3] = ["gbeng", "gbsct", "gbwls"];

/// How many bytes the tags at the start of `text` take that make a flag; 0 for none.
fn flag_tags(text: &str) -> usize {
    let plain = |c: char| u8::try_from(u32::from(c).wrapping_sub(0xE0000)).ok();
    let tags = text.chars().map_while(plain).take(6);
    let spelt: Vec<u8> = tags.collect();
    let is_flag = |name: &str| spelt.strip_suffix(&[0x7F]) == Some(name.as_bytes());
    if FLAGS.iter().any(|name| is_flag(name)) {
        6 * 4
    } else {
        0
    }
}

impl HiddenIn<'_> {
    /// Whether a character that cannot be seen is part of the character before it.
    fn belongs(&mut self, c: char) -> Option<Before> {
        let next = self.rest.peek().map(|(_, c)| *c);
        match (c, self.before) {
            ('\u{E0100}'..='\u{E01EF}', Before::Kanji) => Some(Before::Other),
            ('\u{FE0F}', Before::Key) if next == Some('\u{20E3}') => Some(Before::Other),
            ('\u{FE0E}' | '\u{FE0F}', Before::Emoji) => Some(Before::Selected),
            ('\u{200D}', Before::Emoji | Before::Selected) if next.is_some_and(|next| contains(EMOJI, next)) => {
                Some(Before::Other)
            }
            _ => None,
        }
    }
}

impl Iterator for HiddenIn<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        while let Some((at, c)) = self.rest.next() {
            if at < self.flag_end {
                continue;
            }
            if kind(c).is_none() {
                self.before = Before::of(c);
                if c == FLAG {
                    let end = at + c.len_utf8();
                    self.flag_end = end + flag_tags(self.text.get(end..).unwrap_or(""));
                }
                continue;
            }
            match self.belongs(c) {
                Some(before) => self.before = before,
                None => {
                    self.before = Before::Other;
                    return Some((at, c));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(text: &str) -> Vec<char> {
        hidden_in(text).map(|(_, c)| c).collect()
    }

    #[test]
    fn what_unicode_says_cannot_be_seen_is_known() {
        for c in "\u{AD}\u{34F}\u{115F}\u{1160}\u{17B4}\u{17B5}\u{180B}\u{180E}\u{180F}\u{200B}\u{200D}\u{2060}\u{2065}\u{3164}\u{FE00}\u{FE0F}\u{FEFF}\u{FFA0}\u{FFF9}\u{1D173}\u{E0001}\u{E0041}\u{E0100}\u{E01EF}\u{E0FFF}".chars() {
            assert_eq!(kind(c), Some(Hidden::Invisible), "{}", code_point(c));
        }
        for c in "\u{61C}\u{200E}\u{200F}\u{202A}\u{202E}\u{2066}\u{2069}".chars() {
            assert_eq!(kind(c), Some(Hidden::Bidi), "{}", code_point(c));
        }
        for c in "\u{0}\u{7}\r\u{1B}\u{7F}\u{80}\u{85}\u{9B}".chars() {
            assert_eq!(kind(c), Some(Hidden::Control), "{}", code_point(c));
        }
        for c in "\t\n 　あ漢ｱ①\u{A0}\u{3099}é𠮷😀\u{E000}\u{FFFD}ー、～".chars() {
            assert_eq!(kind(c), None, "{}", code_point(c));
        }
    }

    #[test]
    fn the_quick_answer_is_that_of_the_tables() {
        for c in ('\0'..=char::MAX).filter(|c| kind(*c).is_none()) {
            let listed = contains(BIDI_CONTROL, c) || contains(DEFAULT_IGNORABLE, c);
            assert!(!listed, "{}", code_point(c));
        }
    }

    #[test]
    fn a_kanji_may_have_one_selector() {
        assert!(hidden("葛\u{E0100}飾区、辻\u{E0101}さん、𠮷\u{E0100}野").is_empty());
        assert_eq!(hidden("葛\u{E0100}\u{E0101}"), ['\u{E0101}']);
        assert_eq!(
            hidden("あ\u{E0100}a\u{E0100}\u{E0100}"),
            ['\u{E0100}', '\u{E0100}', '\u{E0100}']
        );
        assert_eq!(hidden("葛\u{FE00}"), ['\u{FE00}']);
    }

    #[test]
    fn what_makes_an_emoji_belongs_to_it() {
        let emoji = "👨\u{200D}👩\u{200D}👧 ❤\u{FE0F} ☎\u{FE0E} 1\u{FE0F}\u{20E3} 🇯🇵 👍🏽 🏳\u{FE0F}\u{200D}🌈 ❤\u{FE0F}\u{200D}🔥 👩🏽\u{200D}💻 \
                     🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}終";
        assert!(hidden(emoji).is_empty());
    }

    #[test]
    fn what_only_pretends_to_does_not() {
        assert_eq!(hidden("氏\u{200D}名"), ['\u{200D}']);
        assert_eq!(hidden("👨\u{200D}氏"), ['\u{200D}']);
        assert_eq!(hidden("👨\u{200D}\u{200D}👩"), ['\u{200D}', '\u{200D}']);
        assert_eq!(hidden("1\u{FE0F}番"), ['\u{FE0F}']);
        assert_eq!(hidden("❤\u{FE0F}\u{FE0F}"), ['\u{FE0F}']);
        assert_eq!(hidden("🇯\u{FE0F}"), ['\u{FE0F}']);
        // Words written in tags after a flag.
        assert_eq!(hidden("🏴\u{E0061}\u{E0062}\u{E007F}").len(), 3);
        assert_eq!(
            hidden("\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}").len(),
            6
        );
    }

    #[test]
    fn the_hidden_is_shown_and_the_rest_is_borrowed() {
        assert_eq!(
            shown("許可\u{202E}止禁\u{1B}[2J\r"),
            "許可［U+202E］止禁［U+001B］[2J［U+000D］"
        );
        assert!(matches!(shown("氏名\t葛\u{E0100}飾\n👨\u{200D}👩"), Cow::Borrowed(_)));
    }

    #[test]
    fn json_stays_the_same_data() {
        let value = serde_json::json!({"名\u{202E}前": ["\u{1B}\u{7F}\u{9B}\u{E0041}\u{2028}葛\u{E0100}"]});
        let text = serde_json::to_string_pretty(&value).expect("a value serialises");
        let escaped = escaped_json(text);
        assert!(hidden(&escaped).is_empty());
        assert!(
            escaped.contains("名\\u202e前") && escaped.contains("\\udb40\\udc41"),
            "{escaped}"
        );
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&escaped).expect("JSON"),
            value
        );
    }
}
