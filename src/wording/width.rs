//! Characters as they are written: full and half width mixed, two kinds of punctuation, characters that not every machine shows.
//!
//! Quotations keep their writing. Half-width brackets around Latin words and numbers, `(1)` and `(Inc.)`, are as they should be,
//! and so are commas and full stops between them.

mod brackets;
mod characters;
mod kanji;
mod mix;
mod tally;

use std::ops::Range;

use super::fold::is_japanese;
use super::passage::{Passage, Place};
use super::quotes::Quotes;

use tally::{Style, Tally};

pub use characters::{OddCharacter, OddKind, find_odd_characters};
pub use mix::{Mix, Mixed};

/// A bracket of one width that is closed by one of the other: （…).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnevenBrackets {
    /// The opening one.
    pub open: Place,
    /// The closing one.
    pub close: Place,
}

/// Everything written in two ways across the passages of a policy.
#[must_use]
pub fn find_mixed(passages: &[&Passage]) -> Vec<Mixed> {
    let mut tally = Tally::default();
    for (passage, read) in passages.iter().copied().enumerate() {
        let (text, quoted) = (&read.text, read.quotes());
        brackets::count(text, quoted, &mut |style, range| tally.add(style, passage, range));
        count_characters(text, quoted, &mut |style, range| tally.add(style, passage, range));
    }
    tally.mixed(passages)
}

/// The brackets that do not match in width.
#[must_use]
pub fn find_uneven_brackets(passages: &[&Passage]) -> Vec<UnevenBrackets> {
    let mut found = Vec::new();
    for (passage, Passage { text, .. }) in passages.iter().copied().enumerate() {
        found.extend(
            brackets::pairs(text)
                .filter(|pair| pair.is_uneven())
                .map(|pair| UnevenBrackets {
                    open: Place {
                        passage,
                        range: pair.open,
                    },
                    close: Place {
                        passage,
                        range: pair.close,
                    },
                }),
        );
    }
    found
}

/// Counts letters, digits, marks and punctuation.
fn count_characters(text: &str, quoted: &Quotes, add: &mut impl FnMut(Style, Range<usize>)) {
    for (at, c) in text.char_indices() {
        if let Some(style) = style_of(c, at, text) {
            let mark = matches!(style, Style::CurlyMarks | Style::StraightMarks);
            if mark || !quoted.contain(at) {
                add(style, at..at + c.len_utf8());
            }
        }
    }
}

fn style_of(c: char, at: usize, text: &str) -> Option<Style> {
    let previous = || text.get(..at)?.chars().next_back();
    let next = || text.get(at + c.len_utf8()..)?.chars().next();
    let after_japanese = || previous().is_some_and(is_japanese);
    let numeric = |c: Option<char>| {
        c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ'))
    };
    match c {
        // Nearly all text.
        'ぁ'..='ゖ' | 'ァ'..='ヾ' | '\u{4E00}'..='\u{9FFF}' => None,
        'a'..='z' | 'A'..='Z' => Some(Style::NarrowLetters),
        'ａ'..='ｚ' | 'Ａ'..='Ｚ' => Some(Style::WideLetters),
        '0'..='9' => Some(Style::NarrowDigits),
        '０'..='９' => Some(Style::WideDigits),
        '“' | '”' => Some(Style::CurlyMarks),
        '"' => Some(Style::StraightMarks),
        '、' => Some(Style::Touten),
        '，' if !(numeric(previous()) && numeric(next())) => Some(Style::WideComma),
        ',' if after_japanese() && !numeric(next()) => Some(Style::NarrowComma),
        '。' => Some(Style::Kuten),
        '．' if !numeric(previous()) => Some(Style::WideStop),
        '.' if after_japanese() && next().is_none_or(|c| c.is_whitespace() || is_japanese(c)) => {
            Some(Style::NarrowStop)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn passages(texts: &[&str]) -> Vec<Passage> {
        let passage = |text: &&str| {
            let mut passage = Passage::new(Span::default());
            passage.push(text, Span::default());
            passage
        };
        texts.iter().map(passage).collect()
    }

    fn mixed(texts: &[&str]) -> Vec<(Mix, &'static str, Vec<String>)> {
        let passages = passages(texts);
        let passages: Vec<&Passage> = passages.iter().collect();
        find_mixed(&passages)
            .into_iter()
            .map(|found| {
                let places = found.minority.iter().flat_map(|(_, places)| places);
                (
                    found.mix,
                    found.majority,
                    places.map(|place| place.text(&passages).to_owned()).collect(),
                )
            })
            .collect()
    }

    fn one(mix: Mix, majority: &'static str, places: &[&str]) -> Vec<(Mix, &'static str, Vec<String>)> {
        vec![(mix, majority, places.iter().map(|place| (*place).to_owned()).collect())]
    }

    #[test]
    fn brackets_around_japanese_are_of_one_width() {
        assert_eq!(
            mixed(&["氏名（姓を含む）と住所（郵便番号）", "電話番号(自宅)"]),
            one(Mix::Brackets, "（）", &["("])
        );
        assert_eq!(mixed(&["(1) 氏名（姓を含む）", "Example (Inc.) と（UTC）"]), []);
    }

    #[test]
    fn full_width_letters_and_digits_among_half_width_ones_are_found() {
        assert_eq!(
            mixed(&["Cookieと位置情報", "会員ＩＤ"]),
            one(Mix::Letters, "ABC", &["ＩＤ"])
        );
        assert_eq!(
            mixed(&["2年間、3回、20歳、15日", "端末１２３台"]),
            one(Mix::Digits, "123", &["１２３"])
        );
        assert_eq!(mixed(&["２０２６年４月", "Ver2"]), []);
    }

    #[test]
    fn digits_may_differ_by_the_length_of_the_number() {
        assert_eq!(
            mixed(&["約２日前から14日間", "１メートル以内で15分以上、Ver.2", "30回"]),
            []
        );
        assert_eq!(
            mixed(&["約２日前から14日間", "15分以上、3回"]),
            one(Mix::Digits, "123", &["２"])
        );
    }

    #[test]
    fn punctuation_is_of_one_kind() {
        assert_eq!(
            mixed(&["氏名、住所、年齢", "性別，職業"]),
            one(Mix::Commas, "、", &["，"])
        );
        assert_eq!(
            mixed(&["送ります。届けます。", "消します．"]),
            one(Mix::FullStops, "。", &["．"])
        );
        assert_eq!(mixed(&["送ります。", "消します."]), one(Mix::FullStops, "。", &["."]));
        assert_eq!(mixed(&["1．送ります。", "1,000円、Example, Inc.、見本.com。"]), []);
    }

    #[test]
    fn quotation_marks_are_of_one_kind() {
        assert_eq!(
            mixed(&["“会員”と“顧客”", "\"退会\""]),
            one(Mix::QuotationMarks, "“”", &["\"", "\""])
        );
    }

    #[test]
    fn a_quotation_keeps_its_writing() {
        assert_eq!(mixed(&["氏名、住所", "法は「氏名，住所(自宅)」と定める", "（姓）"]), []);
    }

    #[test]
    fn brackets_of_two_widths_do_not_match() {
        let passages = passages(&["氏名（姓)と住所(番地）"]);
        let passages: Vec<&Passage> = passages.iter().collect();
        let found: Vec<(&str, &str)> = find_uneven_brackets(&passages)
            .iter()
            .map(|uneven| (uneven.open.text(&passages), uneven.close.text(&passages)))
            .collect();
        assert_eq!(found, [("（", ")"), ("(", "）")]);
    }
}
