//! Finding declared labels in wording.
//!
//! Labels and text are folded ([`super::fold`]), so width, case and white space do not count. Of several labels that match
//! at one place the longest wins, and a match is not looked into again: 要配慮個人情報 is not also 個人情報, if both are
//! declared. What counts as a match:
//!
//! - A label that begins or ends with katakana or with a Latin letter or digit matches only where such a run begins or
//!   ends: アドレス is not in メールアドレス, Cookie not in Cookies; 会員ID is in 会員IDと. White space between two Latin words
//!   parts them in the text: Cookie is in `Cookie ID`; a label's own is optional: the label `Cookie ID` is in `CookieID`.
//! - Kanji and hiragana have no such borders: 年代 is in 年代別, 氏名 in 会社氏名. Where that is wrong, the longer word must be
//!   a label of its own.
//! - A label of one single kanji matches only where no other kanji stands beside it (等 may follow): 国 is not in 国民.
//! - 本… and 当… do not begin inside 日本, 基本, 担当, 該当: 本人 is not in 日本人.

mod dictionary;

use std::ops::Range;

use self::dictionary::Dictionary;
use super::fold::{Folded, WORD_END, WORD_START, fold, is_kanji};

/// All labels, ready to be looked for.
#[derive(Debug, Clone)]
pub struct Lexicon {
    dictionary: Dictionary,
    /// By the number of the word.
    entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    ids: Vec<u32>,
    single_kanji: bool,
}

/// A label found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<'a> {
    /// Everything that has this label, in ascending order; several if they share it.
    pub ids: &'a [u32],
    /// Where, in bytes of the text that was folded.
    pub range: Range<usize>,
}

impl Lexicon {
    /// Makes a lexicon of labels and what they name. A label without letters is left out.
    ///
    /// # Panics
    /// When the labels together pass 2 GiB, which no compilation of accepted sources reaches.
    pub fn new<'a>(labels: impl IntoIterator<Item = (&'a str, u32)>) -> Self {
        let mut folded: Vec<(String, u32)> = Vec::new();
        for (label, id) in labels {
            let label = fold(label).into_text();
            folded.extend(without_spaces(&label).map(|joined| (joined, id)));
            folded.push((label, id));
        }
        folded.retain(|(label, _)| !label.is_empty());
        folded.sort_unstable();
        folded.dedup();
        let mut words: Vec<String> = Vec::new();
        let mut entries: Vec<Entry> = Vec::new();
        for (label, id) in folded {
            match entries.last_mut() {
                Some(entry) if words.last() == Some(&label) => entry.ids.push(id),
                _ => {
                    entries.push(Entry {
                        ids: vec![id],
                        single_kanji: is_single_kanji(&label),
                    });
                    words.push(label);
                }
            }
        }
        Self {
            dictionary: Dictionary::new(words),
            entries,
        }
    }

    /// The labels in a text, in the order in which they stand there.
    pub fn scan<'a>(&'a self, folded: &'a Folded) -> impl Iterator<Item = Match<'a>> + 'a {
        self.dictionary.find(folded.text()).filter_map(move |(word, range)| {
            let entry = &self.entries[word];
            if entry.single_kanji && !stands_alone(folded.text(), range.clone()) {
                return None;
            }
            let range = folded.original(range)?;
            Some(Match { ids: &entry.ids, range })
        })
    }
}

/// The label without the borders that its white space makes between Latin words; `None` if it has none.
fn without_spaces(folded: &str) -> Option<String> {
    let border: String = [WORD_END, WORD_START].iter().collect();
    let mut joined = String::new();
    let mut rest = folded;
    while let Some((before, after)) = rest.split_once(border.as_str()) {
        joined.push_str(before);
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && (c as u32) < 0x2E80);
        if !(latin(before.chars().next_back()) && latin(after.chars().next())) {
            joined.push_str(&border);
        }
        rest = after;
    }
    joined.push_str(rest);
    (joined != folded).then_some(joined)
}

fn is_single_kanji(label: &str) -> bool {
    let mut letters = label.chars().filter(|c| *c != WORD_START);
    letters.next().is_some_and(is_kanji) && letters.next().is_none()
}

fn stands_alone(text: &str, range: Range<usize>) -> bool {
    let before = text.get(..range.start).and_then(|text| text.chars().next_back());
    let after = text.get(range.end..).and_then(|text| text.chars().next());
    !before.is_some_and(is_kanji) && !after.is_some_and(|c| is_kanji(c) && c != '等')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found<'a>(labels: &[&str], text: &'a str) -> Vec<&'a str> {
        let lexicon = Lexicon::new(labels.iter().zip(0..).map(|(label, id)| (*label, id)));
        lexicon
            .scan(&fold(text))
            .map(|found| text.get(found.range).expect("on character boundaries"))
            .collect()
    }

    #[test]
    fn the_longest_label_wins_and_is_not_looked_into() {
        let labels = ["個人情報", "要配慮個人情報", "氏名"];
        assert_eq!(found(&labels, "氏名と要配慮個人情報"), ["氏名", "要配慮個人情報"]);
        assert_eq!(found(&labels, "個人情報、会社氏名"), ["個人情報", "氏名"]);
    }

    #[test]
    fn width_case_and_white_space_are_folded() {
        assert_eq!(
            found(&["IPアドレス"], "端末のＩＰ アドレス、ipｱﾄﾞﾚｽ"),
            ["ＩＰ アドレス", "ipｱﾄﾞﾚｽ"]
        );
        assert_eq!(found(&["会員 ID"], "会員IDを"), ["会員ID"]);
    }

    #[test]
    fn a_label_in_katakana_or_latin_matches_whole_runs_only() {
        assert_eq!(found(&["アドレス"], "メールアドレス、アドレス帳"), ["アドレス"]);
        assert_eq!(found(&["Cookie"], "Cookies、CookieとCookie ID"), ["Cookie", "Cookie"]);
        assert_eq!(found(&["ユーザーID", "ユーザー"], "ユーザーIDsの"), ["ユーザー"]);
        assert_eq!(found(&["年代"], "年代別の集計"), ["年代"]);
    }

    #[test]
    fn the_space_in_a_label_of_latin_words_is_optional() {
        assert_eq!(
            found(&["Example Ads"], "ExampleAds と Example Ads"),
            ["ExampleAds", "Example Ads"]
        );
        assert_eq!(found(&["ExampleAds"], "Example Ads").len(), 0);
    }

    #[test]
    fn a_single_kanji_stands_alone() {
        assert_eq!(found(&["国", "姓"], "国民の姓、姓等、国籍"), ["姓", "姓"]);
    }

    #[test]
    fn words_with_hon_and_to_do_not_begin_inside_others() {
        assert_eq!(found(&["本人"], "日本人のご本人"), ["本人"]);
        assert_eq!(found(&["当社"], "担当社員と当社の該当社員、当該当社"), ["当社", "当社"]);
    }

    #[test]
    fn nothing_matches_across_a_reference_or_a_paragraph() {
        assert_eq!(found(&["住所"], "住\u{FFFC}所、住\n所").len(), 0);
    }

    #[test]
    fn a_shared_label_gives_all_that_have_it() {
        let lexicon = Lexicon::new([("番号", 7), ("番号", 3), ("番 号", 3)]);
        let folded = fold("番号");
        let ids: Vec<&[u32]> = lexicon.scan(&folded).map(|found| found.ids).collect();
        assert_eq!(ids, [[3, 7]]);
    }

    #[test]
    fn an_empty_lexicon_finds_nothing() {
        assert_eq!(found(&["", " "], "氏名").len(), 0);
    }

    proptest! {
        #[test]
        fn every_match_folds_to_its_label(
            labels in prop::collection::vec("[アイaｂB氏名本当 ｶﾞ]{1,4}", 1..6),
            text in "[アイーabＢ氏名本当日該 ｶﾞ\u{3099}㈱①\u{200B}、]{0,32}",
        ) {
            let lexicon = Lexicon::new(labels.iter().zip(0..).map(|(label, id)| (label.as_str(), id)));
            let mut end = 0;
            for found in lexicon.scan(&fold(&text)) {
                let part = text.get(found.range.clone()).expect("on character boundaries");
                let label = &labels[found.ids[0] as usize];
                prop_assert_eq!(super::super::fold::key(part), super::super::fold::key(label));
                prop_assert!(end <= found.range.start);
                end = found.range.end;
            }
        }

        #[test]
        fn a_label_between_commas_is_always_found(label in "[ァ-ヺa-z亜-熙ぁ-ん]{1,8}") {
            let text = format!("、{label}、");
            prop_assert_eq!(found(&[&label], &text), [label.as_str()]);
        }
    }
}
