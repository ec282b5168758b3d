//! What was probably meant: the nearest keyword or name for a word that is none.

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use crate::keyword::Keyword;

/// What people write for a keyword, from drafts and from the headings of published policies.
const SYNONYMS: &[(&str, Keyword)] = &[
    ("利用目的", Keyword::Purpose),
    ("使用目的", Keyword::Purpose),
    ("第三者提供", Keyword::Provide),
    ("個人情報", Keyword::Data),
    ("データ", Keyword::Data),
    ("情報項目", Keyword::Data),
    ("提供項目", Keyword::Items),
    ("条", Keyword::Chapter),
    ("会社", Keyword::Operator),
    ("運営者", Keyword::Operator),
    ("問い合わせ", Keyword::Contact),
    ("問合せ", Keyword::Contact),
    ("問合せ先", Keyword::Contact),
    ("問い合わせ先", Keyword::Contact),
    ("問い合わせ窓口", Keyword::Contact),
    ("連絡先", Keyword::Contact),
    ("開示", Keyword::DataSubjectRights),
    ("安全管理措置", Keyword::SecurityMeasures),
    ("ただし", Keyword::Unless),
    ("但", Keyword::Unless),
    ("取り込み", Keyword::Import),
    ("取込み", Keyword::Import),
    ("読込", Keyword::Import),
    ("読み込み", Keyword::Import),
    ("特則", Keyword::Rider),
    ("制定日", Keyword::Established),
    ("改定日", Keyword::Revised),
    ("改訂", Keyword::Revised),
    ("最終改訂", Keyword::LastRevised),
    ("最終改定日", Keyword::LastRevised),
    ("施行日", Keyword::Effective),
    ("改正", Keyword::Revised),
    ("改定概要", Keyword::Summary),
    ("改訂概要", Keyword::Summary),
    ("要約", Keyword::Summary),
    ("承諾", Keyword::Acknowledgement),
    ("了承", Keyword::Acknowledgement),
    ("決裁", Keyword::Acknowledgement),
    ("共有", Keyword::Share),
    ("除く", Keyword::Drop),
    ("外国提供", Keyword::TransferAbroad),
    ("第三者", Keyword::Party),
    ("委託先", Keyword::Recipient),
    ("共同利用者", Keyword::Recipient),
    ("保存", Keyword::Retain),
    ("保存期間", Keyword::Period),
    ("保管期間", Keyword::Period),
    ("削除", Keyword::Erase),
    ("廃棄", Keyword::Erase),
    ("公開", Keyword::Publish),
    ("公表", Keyword::Publish),
    ("見だし", Keyword::GroupHeading),
    ("もくじ", Keyword::Contents),
    ("テスト", Keyword::Test),
    ("管理責任者", Keyword::PersonInCharge),
    ("収集", Keyword::Collect),
];

/// The keywords that make up most of a policy.
const COMMON: &[Keyword] = &[
    Keyword::Purpose,
    Keyword::Provide,
    Keyword::Recipient,
    Keyword::Items,
    Keyword::Cases,
    Keyword::Chapter,
    Keyword::Data,
    Keyword::Rider,
];

/// The keyword a word was probably meant to be.
pub(super) fn keyword(word: &str) -> Option<Keyword> {
    if let Some((_, keyword)) = SYNONYMS.iter().find(|(synonym, _)| *synonym == word) {
        return Some(*keyword);
    }
    if glued(word).is_some() {
        return None;
    }
    // Of two that are equally near the more common one is meant.
    let known = COMMON.iter().chain(Keyword::WORDS).map(|keyword| keyword.word());
    nearest(word, known).and_then(Keyword::from_word)
}

/// The keyword a word begins with when name and keyword were written without a blank: 目的配送. What follows in
/// hiragana alone is no name but a slip of the conversion: 提供さき.
pub(super) fn glued(word: &str) -> Option<(Keyword, &str)> {
    Keyword::WORDS
        .iter()
        .filter_map(|keyword| word.strip_prefix(keyword.word()).map(|rest| (*keyword, rest)))
        .filter(|(_, rest)| rest.chars().any(|c| !('ぁ'..='ん').contains(&c)))
        .max_by_key(|(keyword, _)| keyword.word().len())
}

/// How many candidates one run looks at in all. A policy of a thousand names can misspell each of them; a file of nothing but
/// misspellings gets no more suggestions once they are used up.
const MOST_LOOKS: usize = 1_000_000;

/// The longest word that is compared, in characters. Nobody misspells a longer one in one place only.
const LONGEST: usize = 64;

/// The searches for what was meant of one run, which share a bound.
#[derive(Debug, Clone)]
pub(crate) struct Suggestions(Rc<Cell<usize>>);

impl Default for Suggestions {
    fn default() -> Self {
        Self(Rc::new(Cell::new(MOST_LOOKS)))
    }
}

impl Suggestions {
    /// The candidate [`nearest`] to a word, while the run may still search. Candidates are gathered only then.
    pub(crate) fn nearest<'c, I>(&self, word: &str, candidates: impl FnOnce() -> I) -> Option<&'c str>
    where
        I: IntoIterator<Item = &'c str>,
    {
        if self.0.get() == 0 {
            return None;
        }
        let spent = Cell::new(0);
        let counted = candidates().into_iter().inspect(|_| spent.set(spent.get() + 1));
        let found = nearest(word, counted);
        self.0.set(self.0.get().saturating_sub(spent.get().max(1)));
        found
    }
}

/// The candidate nearest to a word by edit distance over characters, if one is near enough to be meant.
///
/// A quarter of the word may differ, at least one character; two for words of four and more. Among equals the one
/// that shares the longer beginning, then the one nearer in length, then the first.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if word.len() > LONGEST * 4 {
        return None;
    }
    let wanted = fold(word);
    let length = wanted.chars().count();
    if length > LONGEST {
        return None;
    }
    let limit = match length {
        0 | 1 => 0,
        2 | 3 => 1,
        _ => (length / 4).max(2),
    };
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= (length + limit) * 4)
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .filter_map(|candidate| {
            let folded = fold(candidate);
            let distance = strsim::osa_distance(&wanted, &folded);
            // Two unrelated words of two characters may share one by chance: they must share the first or the last.
            let related = length > 3
                || wanted.chars().next() == folded.chars().next()
                || wanted.chars().last() == folded.chars().last();
            (distance <= limit && related && distance < length).then(|| {
                let shared = wanted.chars().zip(folded.chars()).take_while(|(a, b)| a == b).count();
                let nearness = (
                    distance,
                    usize::MAX - shared,
                    candidate.chars().count().abs_diff(length),
                );
                (nearness, candidate)
            })
        })
        .min_by_key(|(nearness, _)| *nearness)
        .map(|(_, candidate)| candidate)
}

/// Folds width, case and the script of kana, so that a word typed before conversion is near to itself.
fn fold(word: &str) -> Cow<'_, str> {
    use unicode_normalization::UnicodeNormalization;
    let settled = |c| matches!(c, 'ぁ'..='ん' | '一'..='鿿' | 'a'..='z' | '0'..='9');
    if word.chars().all(settled) {
        return Cow::Borrowed(word);
    }
    (word.nfkc())
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
            _ => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_understood() {
        let meant = |word| keyword(word).map(Keyword::word);
        assert_eq!(meant("提供さき"), Some("提供先"));
        assert_eq!(meant("ただし"), Some("但し"));
        assert_eq!(meant("利用目的"), Some("目的"));
        assert_eq!(meant("特訳"), Some("特約"));
        assert_eq!(meant("共同利要"), Some("共同利用"));
        assert_eq!(meant("天気予報"), None);
    }

    #[test]
    fn a_name_glued_to_its_keyword_is_parted() {
        assert_eq!(glued("目的配送"), Some((Keyword::Purpose, "配送")));
        assert_eq!(glued("提供先一覧"), Some((Keyword::Recipient, "一覧")));
        assert_eq!(glued("氏名"), None);
    }

    #[test]
    fn unrelated_short_words_are_not_suggested() {
        assert_eq!(nearest("住所", ["氏名", "性別"]), None);
        assert_eq!(nearest("市名", ["氏名", "性別"]), Some("氏名"));
    }
}
