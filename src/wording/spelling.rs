//! One word, two spellings (表記ゆれ): 問い合わせ and 問合せ, 及び and および, ユーザ and ユーザー.
//!
//! A word counts only where its spelling is a choice. Not counted: quotations, nouns and verbs against each other (取扱い,
//! 取り扱います), compounds (取扱業務, 申込書), names of companies, and a spelling that explains another: クッキー（Cookie）.

mod context;
mod katakana;
mod table;
mod words;

use std::ops::Range;

use super::passage::{Passage, Place};
use table::{Form, words_in};
use words::WORDS;

/// A word that a policy spells in more than one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variants {
    /// The spelling used most; the preferred one, where two are as frequent.
    pub majority: String,
    /// How often it is used.
    pub count: usize,
    /// Where it is used first.
    pub example: Place,
    /// The other spellings, each with its places in order.
    pub minority: Vec<(String, Vec<Place>)>,
}

/// The words spelt in more than one way across all passages of a policy.
#[must_use]
pub fn find_variants(passages: &[&Passage]) -> Vec<Variants> {
    let mut uses: Vec<Vec<Vec<Place>>> = WORDS
        .iter()
        .map(|word| vec![Vec::new(); word.spellings.len()])
        .collect();
    let mut katakana = katakana::Runs::default();
    for (passage, read) in passages.iter().copied().enumerate() {
        let (text, quoted) = (&read.text, read.quotes());
        let mut in_passage: Vec<(Form, Range<usize>)> = words_in(text)
            .filter(|(form, range)| !quoted.contain(range.start) && context::is_use(WORDS[form.word].rule, text, range))
            .collect();
        drop_explanations(text, &mut in_passage);
        for (form, range) in in_passage {
            uses[form.word][form.spelling].push(Place { passage, range });
        }
        katakana.read(passage, text, quoted);
    }
    let mut found: Vec<Variants> = WORDS
        .iter()
        .zip(uses)
        .filter(|(_, uses)| uses.iter().filter(|places| !places.is_empty()).count() > 1)
        .filter_map(|(word, uses)| {
            let named = word
                .spellings
                .iter()
                .map(|spelling| format!("{spelling}{}", word.dictionary));
            variants(named.zip(uses))
        })
        .collect();
    found.extend(katakana.both(passages).into_iter().filter_map(|(stem, [short, long])| {
        let with_vowel = format!("{stem}ー");
        variants([(with_vowel, long), (stem.to_owned(), short)])
    }));
    found
}

fn variants(spellings: impl IntoIterator<Item = (String, Vec<Place>)>) -> Option<Variants> {
    let mut used: Vec<(String, Vec<Place>)> = spellings.into_iter().filter(|(_, places)| !places.is_empty()).collect();
    if used.len() < 2 {
        return None;
    }
    // The first of the most frequent ones: spellings are listed with the preferred one first.
    let most = used.iter().map(|(_, places)| places.len()).max()?;
    let first = used.iter().position(|(_, places)| places.len() == most)?;
    let (majority, places) = used.remove(first);
    let count = places.len();
    Some(Variants {
        majority,
        count,
        example: places.into_iter().next()?,
        minority: used,
    })
}

/// Takes out pairs like クッキー（Cookie）, which tell the reader both spellings on purpose.
fn drop_explanations(text: &str, found: &mut Vec<(Form, Range<usize>)>) {
    let explains = |a: &(Form, Range<usize>), b: &(Form, Range<usize>)| {
        a.0.word == b.0.word
            && a.0.spelling != b.0.spelling
            && text
                .get(a.1.end..b.1.start)
                .is_some_and(|between| matches!(between.trim(), "（" | "(" | "／" | "/"))
    };
    let mut dropped = vec![false; found.len()];
    for (index, pair) in found.windows(2).enumerate() {
        if explains(&pair[0], &pair[1]) {
            dropped[index] = true;
            dropped[index + 1] = true;
        }
    }
    let mut dropped = dropped.into_iter();
    found.retain(|_| !dropped.next().unwrap_or(false));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    /// Majority, its count, and the minority with theirs.
    type Shown = (String, usize, Vec<(String, usize)>);

    fn variants(texts: &[&str]) -> Vec<Shown> {
        let passages: Vec<Passage> = texts
            .iter()
            .map(|text| {
                let mut passage = Passage::new(Span::default());
                passage.push(text, Span::default());
                passage
            })
            .collect();
        find_variants(&passages.iter().collect::<Vec<_>>())
            .into_iter()
            .map(|found| {
                let minority = found
                    .minority
                    .into_iter()
                    .map(|(form, places)| (form, places.len()))
                    .collect();
                (found.majority, found.count, minority)
            })
            .collect()
    }

    fn pair(majority: &str, count: usize, minority: &str, places: usize) -> Shown {
        (majority.to_owned(), count, vec![(minority.to_owned(), places)])
    }

    #[test]
    fn the_less_frequent_spelling_is_the_finding() {
        assert_eq!(
            variants(&["お問い合わせの内容", "問い合わせ窓口", "問合せ先"]),
            [pair("問い合わせ", 2, "問合せ", 1)]
        );
        assert_eq!(
            variants(&["氏名及び住所", "氏名および年齢、住所及び性別"]),
            [pair("及び", 2, "および", 1)]
        );
        assert_eq!(
            variants(&["頂いた情報", "いただきます"]),
            [pair("いただく", 1, "頂く", 1)]
        );
    }

    #[test]
    fn a_virus_is_one_at_the_end_of_a_longer_word_too() {
        assert_eq!(
            variants(&["ウイルス対策", "新型コロナウィルス感染症、ウイルス"]),
            [pair("ウイルス", 2, "ウィルス", 1)]
        );
        assert_eq!(variants(&["ウイルス対策", "ウィルスバスター"]), []);
    }

    #[test]
    fn a_noun_and_its_verb_are_spelt_by_different_rules() {
        assert_eq!(
            variants(&["個人情報の取扱いについて", "個人情報を適切に取り扱い、取り扱います。"]),
            []
        );
        assert_eq!(variants(&["申込みの方法", "サービスに申し込みます"]), []);
        assert_eq!(
            variants(&["取扱いの方法", "取り扱いの方法を"]),
            [pair("取扱い", 1, "取り扱い", 1)]
        );
        assert_eq!(
            variants(&["取り扱います", "取扱います"]),
            [pair("取り扱う", 1, "取扱う", 1)]
        );
    }

    #[test]
    fn compounds_are_spelt_as_they_are() {
        assert_eq!(variants(&["個人情報取扱業務", "個人情報の取り扱い"]), []);
        assert_eq!(variants(&["申込書と新規申込、申込フォーム", "申込みの後"]), []);
        assert_eq!(variants(&["登録手続中の方", "所定の手続き"]), []);
        assert_eq!(
            variants(&["所定の手続を経て", "所定の手続き"]),
            [pair("手続", 1, "手続き", 1)]
        );
    }

    #[test]
    fn words_inside_other_words_do_not_count() {
        for texts in [
            ["変更に同意する", "さらに通知する"],
            ["情報が一致します", "通知いたします"],
            ["かつて提供した", "迅速且つ適切に"],
            ["外貨の為替", "発送のため"],
            ["頂いたすべての情報", "連絡致します"],
        ] {
            assert_eq!(variants(&texts), [], "{texts:?}");
        }
    }

    #[test]
    fn quotations_keep_their_spelling() {
        assert_eq!(
            variants(&[
                "法は「機関若しくは団体又は個人」と定めます",
                "機関または団体、もしくは個人"
            ]),
            []
        );
    }

    #[test]
    fn an_explanation_gives_both_spellings_on_purpose() {
        assert_eq!(variants(&["クッキー（Cookie）を使います", "クッキーの設定"]), []);
        assert_eq!(
            variants(&["Cookieを使います", "クッキーの設定"]),
            [pair("Cookie", 1, "クッキー", 1)]
        );
    }

    #[test]
    fn names_keep_their_spelling() {
        assert_eq!(variants(&["Example Web Services", "ウェブの閲覧"]), []);
        assert_eq!(variants(&["株式会社見本コンピュータ", "コンピューターの情報"]), []);
        assert_eq!(variants(&["example.com/web/", "ウェブの閲覧"]), []);
    }

    #[test]
    fn the_long_vowel_is_all_or_nothing() {
        assert_eq!(
            variants(&["ユーザーの情報とユーザー名", "登録ユーザ"]),
            [pair("ユーザー", 2, "ユーザ", 1)]
        );
        assert_eq!(
            variants(&["ウェブブラウザの設定", "ブラウザーの設定"]),
            [pair("ブラウザー", 1, "ブラウザ", 1)]
        );
        assert_eq!(variants(&["ユーザビリティとモニタリング", "ユーザーとモニター"]), []);
        assert_eq!(variants(&["キーと木、カナとカナー"]), []);
    }

    #[test]
    fn counters_are_compared_behind_numbers() {
        assert_eq!(variants(&["3か月以内", "6ヶ月以内"]), [pair("か月", 1, "ヶ月", 1)]);
        assert_eq!(variants(&["該当箇所", "2か所"]), []);
    }

    #[test]
    fn places_are_those_of_the_minority() {
        let mut passage = Passage::new(Span::default());
        passage.push("氏名及び住所、年齢および性別、及び職業", Span::default());
        let found = find_variants(&[&passage]).remove(0);
        assert_eq!(found.minority[0].1[0].text(&[&passage]), "および");
    }
}
