//! Text as it is compared: width, case and white space do not count.
//!
//! Each character is replaced by its compatibility form (NFKC) in lower case; white space and invisible characters
//! go; a dakuten that stands apart is joined to its letter. Hyphens and wave dashes, of which a keyboard gives several, become
//! one of each; the long-vowel mark ー stays a letter. Circled numbers and superscripts stay as they are: `Cookie①` is
//! the word `Cookie` with a note.
//!
//! The folded text also says where words begin and end: a match must not start or stop inside a run of katakana or of
//! Latin letters and digits. [`WORD_START`] and [`WORD_END`] stand around each such run, so that two folded texts can be
//! compared byte by byte and the rule holds by itself. A [`WORD_START`] also stands before 本 and 当, unless they end 日本
//! or 担当: 「本人」 is not in 「日本人」, nor 「当社」 in 「担当社員」.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, compose};

use crate::characters::kind;

/// Stands before a run of katakana, or of Latin letters and digits.
pub const WORD_START: char = '\u{1}';

/// Stands behind a run of katakana, or of Latin letters and digits.
pub const WORD_END: char = '\u{2}';

/// A folded text with its way back to the original.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    text: String,
    segments: Vec<Segment>,
}

/// A run of folded text and the original it stands for. Word marks lie between segments and stand for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Segment {
    at: u32,
    end: u32,
    from: u32,
    to: u32,
    /// Whether the segment stands for its original only as a whole: ㈱ is 株 in brackets, and none of the three alone.
    whole: bool,
}

/// The script that decides where a word ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Katakana,
    Latin,
    Other,
}

impl Folded {
    /// The folded text, with its word marks.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same without the way back.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// The range of the original that a range of the folded text stands for; `None` if it holds only a part of
    /// what one original character stands for, or nothing.
    #[must_use]
    pub fn original(&self, range: Range<usize>) -> Option<Range<usize>> {
        let first = self.segments.partition_point(|s| s.end as usize <= range.start);
        let last = self
            .segments
            .partition_point(|s| (s.at as usize) < range.end)
            .checked_sub(1)?;
        if last < first {
            return None;
        }
        let (first, last) = (self.segments[first], self.segments[last]);
        let skipped = range.start.saturating_sub(first.at as usize);
        let left = (last.end as usize).saturating_sub(range.end);
        if (first.whole && skipped > 0) || (last.whole && left > 0) {
            return None;
        }
        Some(first.from as usize + skipped..last.to as usize - left)
    }
}

/// Folds a text.
#[must_use]
pub fn fold(text: &str) -> Folded {
    let mut folder = Folder::new(text.len());
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        if folder.script != Script::Other || !is_plain(c) {
            folder.character(c, at);
            continue;
        }
        let mut last = (folder.previous, c);
        let mut ahead = chars.clone();
        while let Some((_, next)) = ahead.next().filter(|(_, next)| is_plain(*next)) {
            last = (Some(last.1), next);
            chars = ahead.clone();
        }
        folder.run(text.get(at..chars.offset()).unwrap_or(""), at, last);
    }
    folder.finish()
}

/// What is copied as it is, and parts no words beside its like.
fn is_plain(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | '\u{4E00}'..='\u{9FFF}' | '、'..='】') && !matches!(c, '本' | '当')
}

/// The folded text without word marks: equal for two texts that differ only in width, case and white space.
#[must_use]
pub fn key(text: &str) -> String {
    let mut key = fold(text).text;
    key.retain(|c| c != WORD_START && c != WORD_END);
    key
}

struct Folder {
    text: String,
    segments: Vec<Segment>,
    previous: Option<char>,
    before_previous: Option<char>,
    script: Script,
    /// White space was left out since the last character.
    gap: bool,
}

impl Folder {
    fn new(capacity: usize) -> Self {
        Self {
            text: String::with_capacity(capacity + capacity / 8),
            segments: Vec::new(),
            previous: None,
            before_previous: None,
            script: Script::Other,
            gap: false,
        }
    }

    /// Adds a run of plain characters, where no other script goes before it; `last` are the two that stand last then.
    fn run(&mut self, run: &str, at: usize, last: (Option<char>, char)) {
        let from = self.text.len() as u32;
        self.text.push_str(run);
        self.copied(from, at as u32..(at + run.len()) as u32);
        self.gap = false;
        (self.before_previous, self.previous) = (last.0, Some(last.1));
    }

    fn character(&mut self, c: char, at: usize) {
        let range = at as u32..(at + c.len_utf8()) as u32;
        // Nearly all text is this.
        if matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヾ' | '\u{4E00}'..='\u{9FFF}' | '、'..='】') {
            return self.put(c, range, true);
        }
        if is_invisible(c) {
            return;
        }
        if c.is_whitespace() && c != super::passage::PARAGRAPH_BREAK {
            self.gap = true;
            return;
        }
        if let Some(folded) = fold_alone(c) {
            return self.put(folded, range, c.len_utf8() == folded.len_utf8());
        }
        let mut parts = std::iter::once(c)
            .nfkc()
            .flat_map(char::to_lowercase)
            .nfkc()
            .map(|part| fold_alone(part).unwrap_or(part))
            .filter(|part| !part.is_whitespace() && !is_invisible(*part))
            .peekable();
        let Some(only) = parts.next() else {
            self.gap = true;
            return;
        };
        if parts.peek().is_none() && self.join(only, range.clone()) {
            return;
        }
        let single = parts.peek().is_none();
        let copied = single && only.len_utf8() == c.len_utf8();
        self.put(only, range.clone(), copied);
        for part in parts {
            self.put_more(part, range.clone());
        }
    }

    /// Adds a character that stands for `range`.
    fn put(&mut self, c: char, range: Range<u32>, copied: bool) {
        self.mark(c);
        let at = self.text.len() as u32;
        self.text.push(c);
        if copied {
            return self.copied(at, range);
        }
        self.segments.push(Segment {
            at,
            end: self.text.len() as u32,
            from: range.start,
            to: range.end,
            whole: true,
        });
    }

    /// What was added from `at` on is as it stands in `range`.
    fn copied(&mut self, at: u32, range: Range<u32>) {
        let end = self.text.len() as u32;
        match self.segments.last_mut() {
            Some(last) if !last.whole && last.end == at && last.to == range.start => {
                last.end = end;
                last.to = range.end;
            }
            _ => self.segments.push(Segment {
                at,
                end,
                from: range.start,
                to: range.end,
                whole: false,
            }),
        }
    }

    /// Adds a further character of the expansion that the last segment is.
    fn put_more(&mut self, c: char, range: Range<u32>) {
        self.mark(c);
        self.text.push(c);
        if let Some(last) = self.segments.last_mut() {
            last.end = self.text.len() as u32;
            last.to = range.end;
        }
    }

    /// Joins a combining mark to the character before it, if the two have a form of their own.
    fn join(&mut self, mark: char, range: Range<u32>) -> bool {
        let Some(base) = self.previous.filter(|_| canonical_combining_class(mark) != 0) else {
            return false;
        };
        let (Some(composed), Some(last)) = (compose(base, mark), self.segments.last_mut()) else {
            return false;
        };
        let start = self.text.len() - base.len_utf8();
        self.text.truncate(start);
        self.text.push(composed);
        let end = self.text.len() as u32;
        if last.whole || last.at as usize == start {
            last.end = end;
            last.to = range.end;
            last.whole = true;
        } else {
            last.end = start as u32;
            last.to -= base.len_utf8() as u32;
            let from = last.to;
            self.segments.push(Segment {
                at: start as u32,
                end,
                from,
                to: range.end,
                whole: true,
            });
        }
        self.previous = Some(composed);
        true
    }

    /// Writes the word marks between the last character and `next`.
    fn mark(&mut self, next: char) {
        let script = script(next);
        let parted = script != self.script || (self.gap && script == Script::Latin);
        if parted && self.script != Script::Other {
            self.text.push(WORD_END);
        }
        if (parted && script != Script::Other) || self.begins_word(next) {
            self.text.push(WORD_START);
        }
        self.script = script;
        self.gap = false;
        self.before_previous = self.previous.replace(next);
    }

    fn begins_word(&self, next: char) -> bool {
        match next {
            '本' => match self.previous {
                // 「当日本人が」 is 当日 and 本人; 「日本人」 is not.
                Some('日') => {
                    let day = |c: char| c.is_numeric() || "当平休祝毎翌前同即曜月".contains(c);
                    self.before_previous.is_some_and(day)
                }
                Some(c) => !"基資根見標謄抄台脚原絵単製熊松山坂橋岡宮".contains(c),
                None => true,
            },
            '当' => match self.previous {
                // 「当該当社」 is 当該 and 当社; 「該当社員」 is not.
                Some('該') => self.before_previous == Some('当'),
                Some(c) => !"担相適妥充配見弁手割均抵日".contains(c),
                None => true,
            },
            _ => false,
        }
    }

    fn finish(mut self) -> Folded {
        if self.script != Script::Other {
            self.text.push(WORD_END);
        }
        Folded {
            text: self.text,
            segments: self.segments,
        }
    }
}

/// The folded form of the characters that make up nearly all text, without a look into the tables of NFKC, and of those
/// for which NFKC is not what is wanted. `None` for all others.
fn fold_alone(c: char) -> Option<char> {
    match c {
        '\u{1}'..='\u{7F}' => Some(c.to_ascii_lowercase()),
        'ぁ'..='ゖ' | 'ァ'..='ヾ' | '\u{4E00}'..='\u{9FFF}' | '、'..='】' => Some(c),
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).map(|ascii| match ascii {
            '~' => '〜',
            ascii => ascii.to_ascii_lowercase(),
        }),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{FE58}' | '\u{FE63}' => Some('-'),
        '〜' | '\u{223C}' => Some('〜'),
        '·' | '•' | '∙' | '⋅' => Some('・'),
        // Numbers of notes and lists, not part of the word they follow.
        '\u{2460}'..='\u{24FF}' | '²' | '³' | '¹' | '⁰'..='⁹' | '₀'..='₉' | '™' | '℠' | 'ª' | 'º' => {
            Some(c)
        }
        _ => None,
    }
}

/// Characters that show nothing: they neither part words nor belong to them.
fn is_invisible(c: char) -> bool {
    !c.is_whitespace() && c != super::passage::PARAGRAPH_BREAK && kind(c).is_some()
}

fn script(c: char) -> Script {
    match c {
        'ぁ'..='ゖ' | '\u{4E00}'..='\u{9FFF}' => Script::Other,
        'ァ'..='ヺ' | 'ー'..='ヾ' | 'ㇰ'..='ㇿ' => Script::Katakana,
        '_' => Script::Latin,
        _ if c.is_ascii() => match c.is_ascii_alphanumeric() {
            true => Script::Latin,
            false => Script::Other,
        },
        '\u{2460}'..='\u{24FF}' | '²' | '³' | '¹' | '⁰'..='⁹' | '₀'..='₉' | 'ª' | 'º' => Script::Other,
        _ if (c as u32) < 0x2E80 && c.is_alphanumeric() => Script::Latin,
        _ => Script::Other,
    }
}

/// Whether a character is a kanji.
#[must_use]
pub fn is_kanji(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '々' | '〆' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a character is katakana or the long-vowel mark.
#[must_use]
pub fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー'..='ヾ')
}

/// Whether a character is hiragana.
#[must_use]
pub fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ゝ' | 'ゞ')
}

/// Whether a character is of Japanese writing: hiragana, katakana or kanji.
pub(super) fn is_japanese(c: char) -> bool {
    is_hiragana(c) || is_katakana(c) || is_kanji(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str) -> String {
        fold(text).text().replace(WORD_START, "<").replace(WORD_END, ">")
    }

    #[test]
    fn width_case_and_white_space_do_not_count() {
        assert_eq!(key("ＩＰ　アドレス"), key("ip アドレス"));
        assert_eq!(key("ﾌﾟﾛﾌｨｰﾙ"), key("プロフィール"));
        assert_eq!(key("プ\u{200B}ロフィール"), key("フ\u{309A}ロフィール"));
        assert_eq!(key("㈱見本"), key("(株)見本"));
        assert_eq!(key("〜"), key("～"));
    }

    #[test]
    fn what_is_another_word_stays_another_word() {
        assert_ne!(key("サーバー"), key("サーバ-"));
        assert_ne!(key("ハハ"), key("パパ"));
        assert_ne!(key("氏名\n住所"), key("氏名住所"));
    }

    #[test]
    fn runs_of_katakana_and_latin_are_words() {
        assert_eq!(shown("会員ID"), "会員<id>");
        assert_eq!(shown("IPアドレス"), "<ip><アドレス>");
        assert_eq!(shown("Example Ads"), "<example><ads>");
        assert_eq!(shown("メール アドレス"), "<メールアドレス>");
        assert_eq!(shown("Cookie①"), "<cookie>①");
    }

    #[test]
    fn the_words_hon_and_to_begin_after_another_word() {
        assert_eq!(shown("日本人"), "日本人");
        assert_eq!(shown("会員本人"), "会員<本人");
        assert_eq!(shown("翌日本人が"), "翌日<本人が");
        assert_eq!(shown("担当社員"), "担当社員");
        assert_eq!(shown("該当社員"), "該当社員");
        assert_eq!(shown("当該当社"), "<当該<当社");
    }

    #[test]
    fn a_part_of_an_expansion_has_no_place() {
        let folded = fold("㈱見本");
        let at = folded.text().find('株').expect("the expansion is there");
        assert_eq!(folded.original(at..at + 3), None);
        assert_eq!(folded.original(0..at + 4), Some(0..3));
    }

    #[test]
    fn a_joined_mark_covers_both_its_characters() {
        let text = "会員カ\u{3099}イド";
        let folded = fold(text);
        let at = folded.text().find('ガ').expect("joined");
        assert_eq!(folded.original(at..at + 3), Some(6..12));
        assert_eq!(folded.original(at - 1 - 3..at - 1), Some(3..6));
    }

    proptest! {
        #[test]
        fn a_range_maps_back_to_what_folds_to_it(
            text in "[ａ-ｃＡa-cA  \u{3000}ｱｶﾞﾊﾟカハ\u{3099}\u{309A}\u{200B}漢字本当日該氏㈱㌔…①１1ー\\-−・、。「」\\n_]{0,24}",
            from in 0usize..80,
            to in 0usize..80,
        ) {
            let folded = fold(&text);
            let boundary = |at: usize| {
                let mut at = at.min(folded.text().len());
                while !folded.text().is_char_boundary(at) {
                    at -= 1;
                }
                at
            };
            let (from, to) = (boundary(from.min(to)), boundary(from.max(to)));
            if let Some(original) = folded.original(from..to) {
                let part = text.get(original).expect("on character boundaries");
                let wanted = folded.text().get(from..to).expect("on character boundaries");
                let unmarked: String = wanted.chars().filter(|c| !matches!(*c, WORD_START | WORD_END)).collect();
                prop_assert_eq!(key(part), unmarked);
            }
        }

        #[test]
        fn folding_twice_changes_nothing(text in "[ -~ぁ-ヿ！-ﾟ㈠-㏿亜-熙①-⓪Ⅰ-ⅹ一-七…゛゜]{0,32}") {
            let once = key(&text);
            prop_assert_eq!(key(&once), once.clone());
        }

        #[test]
        fn composed_and_decomposed_text_fold_alike(text in "[か-んカ-ンａ-ｚｱ-ﾝ氏名 ]{0,16}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(key(&decomposed), key(&text));
        }
    }
}
