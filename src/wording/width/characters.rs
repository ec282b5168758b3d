//! Characters that not every machine shows (環境依存文字). Those that show nothing at all are told where the source is read.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

use super::kanji;
use crate::characters;
use crate::wording::passage::{OPAQUE, Passage, Place};

/// What is odd about a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OddKind {
    /// ｱｲｳ
    HalfWidthKana,
    /// ㈱ ㊤ ⑴ ㍻, ㌔ ㎡, № ℡, Ⅳ: several characters in the place of one.
    Composite,
    /// ⼀, ⻑: a radical instead of the kanji.
    Radical,
    /// A compatibility ideograph, which any tool may replace by the ordinary kanji.
    CompatibilityKanji,
    /// 髙, 﨑: kanji that were added to Shift_JIS. A name may be written so.
    ExtensionKanji,
    /// か and ゛ apart.
    CombiningMark,
    /// Has a meaning only by private agreement: 外字.
    PrivateUse,
    /// Is not assigned to any character.
    Unassigned,
    /// Stands for something that could not be decoded: �.
    Replacement,
    /// White space other than the space and the full-width space.
    Space,
}

/// A character, or a run of them, that should be written otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OddCharacter {
    /// What is odd about it.
    pub kind: OddKind,
    /// Where.
    pub place: Place,
    /// What to write instead. `None` where only the author knows.
    pub suggestion: Option<String>,
}

/// The odd characters in the passages of a policy, in order. Circled numbers ①…㊿ are not odd: lists are numbered with them.
#[must_use]
pub fn find_odd_characters(passages: &[&Passage]) -> Vec<OddCharacter> {
    let mut found = Vec::new();
    for (passage, Passage { text, .. }) in passages.iter().copied().enumerate() {
        let mut previous: Option<(usize, char)> = None;
        for (at, c) in text.char_indices() {
            if let Some(kind) = kind_of(c) {
                let mut range = at..at + c.len_utf8();
                if kind == OddKind::CombiningMark
                    && let Some((start, base)) = previous
                    && composed(base, c).is_some()
                {
                    range.start = start;
                }
                add(&mut found, kind, passage, range);
            }
            previous = Some((at, c));
        }
    }
    for odd in &mut found {
        odd.suggestion = suggestion(odd.kind, odd.place.text(passages));
    }
    found
}

/// Adds a character, joined to the last where the two are one run.
fn add(found: &mut Vec<OddCharacter>, kind: OddKind, passage: usize, range: Range<usize>) {
    if let Some(last) = found.last_mut()
        && last.kind == kind
        && last.place.passage == passage
        && last.place.range.end >= range.start
    {
        last.place.range.end = range.end;
        return;
    }
    found.push(OddCharacter {
        kind,
        place: Place { passage, range },
        suggestion: None,
    });
}

fn kind_of(c: char) -> Option<OddKind> {
    let kind = match c {
        // Nearly all text.
        '\u{0}'..='\u{7F}' | '、'..='〜' | 'ぁ'..='ゖ' | 'ァ'..='ヾ' | '！'..='～' => return None,
        '\u{4E00}'..='\u{9FFF}' => return kanji::is_extension(c).then_some(OddKind::ExtensionKanji),
        '\u{FF61}'..='\u{FF9F}' => OddKind::HalfWidthKana,
        // Told where the source is read (H0008, H0616).
        // The last part of a keycap, the emoji of a digit.
        OPAQUE | '\u{20E3}' => return None,
        c if characters::kind(c).is_some() => return None,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => OddKind::Space,
        '\u{FFFD}' => OddKind::Replacement,
        '\u{2E80}'..='\u{2EF3}' | '\u{2F00}'..='\u{2FD5}' => OddKind::Radical,
        _ if kanji::is_extension(c) => OddKind::ExtensionKanji,
        '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}' => OddKind::CompatibilityKanji,
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}' => OddKind::PrivateUse,
        _ if is_composite(c) => OddKind::Composite,
        '\u{3099}'..='\u{309C}' => OddKind::CombiningMark,
        _ if is_combining_mark(c) => OddKind::CombiningMark,
        _ if is_unassigned(c) => OddKind::Unassigned,
        _ => return None,
    };
    Some(kind)
}

/// Several characters in the place of one. Not ℃, Å and ™, which have no other form, nor the numbers of lists.
fn is_composite(c: char) -> bool {
    matches!(c,
        '№' | '℡' | '℀' | '℁' | '℅' | '℆' | 'Ⅰ'..='ↈ' | '⑴'..='⒵' | '〝' | '〟' | '㈀'..='㉏' | '㋀'..='㋏' | '㋿' | '㌀'..='㏿'
        | '㉠'..='㉿' | '㊀'..='㊰' | 'ﬀ'..='ﬆ' | '￢' | '￤')
}

/// Code points without a character: noncharacters, and the planes that are wholly empty.
fn is_unassigned(c: char) -> bool {
    let code = c as u32;
    code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code) || (0x40000..0xE0000).contains(&code)
}

/// What to write instead.
fn suggestion(kind: OddKind, text: &str) -> Option<String> {
    match kind {
        OddKind::HalfWidthKana => Some(text.nfkc().collect()),
        OddKind::CombiningMark => {
            let joined: String = text.nfkc().filter(|c| *c != ' ').nfc().collect();
            (!joined.chars().any(is_combining_mark)).then_some(joined)
        }
        OddKind::Space => Some(" ".to_owned()),
        OddKind::PrivateUse | OddKind::Unassigned | OddKind::Replacement => None,
        OddKind::Composite | OddKind::Radical | OddKind::CompatibilityKanji | OddKind::ExtensionKanji => {
            text.chars().map(|c| written_out(kind, c)).collect()
        }
    }
}

fn written_out(kind: OddKind, c: char) -> Option<String> {
    if kind == OddKind::ExtensionKanji {
        return kanji::ordinary(c).map(String::from);
    }
    if let Some(kanji) = kanji::of_radical(c) {
        return Some(kanji.to_string());
    }
    let words = match c {
        '㈱' | '㍿' => "株式会社",
        '㈲' => "有限会社",
        '㈹' => "代表",
        '㈳' => "社団法人",
        '㈶' => "財団法人",
        '㏍' => "株式会社",
        '㊑' => "株式会社",
        '㎡' => "平方メートル",
        '㎢' => "平方キロメートル",
        '㎥' => "立方メートル",
        '〝' => "“",
        '〟' => "”",
        _ => {
            let expanded: String = std::iter::once(c).nfkc().collect();
            return (expanded.chars().ne(std::iter::once(c))).then_some(expanded);
        }
    };
    Some(words.to_owned())
}

/// The character that a base and the mark behind it are together.
fn composed(base: char, mark: char) -> Option<char> {
    let mark = match mark {
        '゛' => '\u{3099}',
        '゜' => '\u{309A}',
        mark => mark,
    };
    compose(base, mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn odd(text: &str) -> Vec<(OddKind, String, Option<String>)> {
        let mut passage = Passage::new(Span::default());
        passage.push(text, Span::default());
        let passages = [&passage];
        find_odd_characters(&passages)
            .into_iter()
            .map(|odd| (odd.kind, odd.place.text(&passages).to_owned(), odd.suggestion))
            .collect()
    }

    fn one(kind: OddKind, text: &str, suggestion: &str) -> Vec<(OddKind, String, Option<String>)> {
        vec![(kind, text.to_owned(), Some(suggestion.to_owned()))]
    }

    #[test]
    fn half_width_katakana_is_one_run() {
        assert_eq!(
            odd("会員のﾌﾟﾛﾌｨｰﾙを"),
            one(OddKind::HalfWidthKana, "ﾌﾟﾛﾌｨｰﾙ", "プロフィール")
        );
    }

    #[test]
    fn composites_are_written_out() {
        assert_eq!(odd("㈱見本"), one(OddKind::Composite, "㈱", "株式会社"));
        assert_eq!(odd("⑴氏名"), one(OddKind::Composite, "⑴", "(1)"));
        assert_eq!(odd("㍻30年"), one(OddKind::Composite, "㍻", "平成"));
        assert_eq!(odd("第Ⅳ章"), one(OddKind::Composite, "Ⅳ", "IV"));
        assert_eq!(odd("№5"), one(OddKind::Composite, "№", "No"));
        assert_eq!(odd("5㎡"), one(OddKind::Composite, "㎡", "平方メートル"));
    }

    #[test]
    fn numbers_of_lists_and_ordinary_signs_are_not_odd() {
        assert_eq!(odd("①氏名⑳住所㉑年齢㊿性別ⓐ、100％（25℃）…―〒→※・“会員”〜"), []);
        assert_eq!(odd("Ａｂ１々〆ヶゞ€é"), []);
    }

    #[test]
    fn radicals_and_compatibility_kanji_become_the_kanji() {
        assert_eq!(odd("⼀部"), one(OddKind::Radical, "⼀", "一"));
        assert_eq!(odd("代表⻑"), one(OddKind::Radical, "⻑", "長"));
        assert_eq!(odd("福\u{FA1B}"), one(OddKind::CompatibilityKanji, "\u{FA1B}", "福"));
    }

    #[test]
    fn extension_kanji_have_a_suggestion_where_there_is_one() {
        assert_eq!(odd("髙橋"), one(OddKind::ExtensionKanji, "髙", "高"));
        assert_eq!(odd("山﨑"), one(OddKind::ExtensionKanji, "﨑", "崎"));
        assert_eq!(odd("草彅"), [(OddKind::ExtensionKanji, "彅".to_owned(), None)]);
    }

    #[test]
    fn a_mark_apart_is_joined_to_its_letter() {
        assert_eq!(odd("か\u{3099}く"), one(OddKind::CombiningMark, "か\u{3099}", "が"));
        assert_eq!(odd("カ゛く"), one(OddKind::CombiningMark, "カ゛", "ガ"));
        assert_eq!(odd("cafe\u{301}"), one(OddKind::CombiningMark, "e\u{301}", "é"));
    }

    #[test]
    fn an_unusual_space_becomes_a_space_and_what_cannot_be_seen_is_told_elsewhere() {
        assert_eq!(odd("個人\u{200B}情報\u{202E}葛\u{E0100}城\u{2028}"), []);
        assert_eq!(odd("IP\u{A0}アドレス"), one(OddKind::Space, "\u{A0}", " "));
    }

    #[test]
    fn characters_without_a_meaning_have_no_suggestion() {
        let kinds: Vec<_> = odd("\u{E000}氏\u{FFFD}名\u{50000}")
            .into_iter()
            .map(|(kind, _, to)| (kind, to))
            .collect();
        assert_eq!(
            kinds,
            [
                (OddKind::PrivateUse, None),
                (OddKind::Replacement, None),
                (OddKind::Unassigned, None)
            ]
        );
    }
}
