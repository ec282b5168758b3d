//! Whose article a citation cites: ours, a statute's, another document's.

use super::known::Reading;
use crate::wording::definitions::tail;

/// Whose article is cited.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// 本ポリシー第7条
    Ours,
    /// A statute's or another document's, or perhaps.
    Foreign,
    /// A law stands earlier in the sentence.
    Doubtful,
    Unsaid,
}

/// Documents whose articles are not ours, right before a citation.
const FOREIGN_ENDINGS: [&str; 26] = [
    "法",
    "法律",
    "規則",
    "令",
    "条例",
    "規約",
    "約款",
    "ガイドライン",
    "指針",
    "憲法",
    "条約",
    "協定",
    "契約",
    "契約書",
    "規程",
    "規定",
    "要綱",
    "告示",
    "通達",
    "基準",
    "附則",
    "別表",
    "命令",
    "書",
    "Act",
    "GDPR",
];

/// Names of laws that make the rest of their sentence doubtful.
const LAWS: [&str; 22] = [
    "保護法",
    "事業法",
    "契約法",
    "取引法",
    "取引に関する法",
    "防止法",
    "通信法",
    "番号法",
    "会社法",
    "同法",
    "民法",
    "刑法",
    "商法",
    "法律",
    "施行令",
    "施行規則",
    "規則",
    "政令",
    "省令",
    "条例",
    "規約",
    "約款",
];

const OURS: [&str; 6] = [
    "本ポリシー",
    "本プライバシーポリシー",
    "本方針",
    "本保護方針",
    "本プライバシー・ポリシー",
    "当ポリシー",
];

/// Whose article is cited at `at`. `last` is the citation before it: where it ends, and whose it is.
pub(super) fn whose(reading: &Reading<'_>, at: usize, last: Option<(usize, Whose)>) -> Whose {
    let before = reading.until(at);
    let words = before.trim_end().trim_end_matches('の');
    if OURS.iter().any(|own| words.ends_with(own)) {
        return Whose::Ours;
    }
    if let Some((end, Whose::Foreign)) = last
        && only_conjunctions(before.get(end..).unwrap_or(""))
    {
        return Whose::Foreign;
    }
    let named = without_bracket(words);
    let named = named.trim_end_matches(['」', '』', '”', ' ', '\u{3000}', '、', '，']);
    if FOREIGN_ENDINGS.iter().any(|word| named.ends_with(word)) {
        return Whose::Foreign;
    }
    let sentence = tail(before, 160);
    let sentence = sentence.rsplit(['。', '\n']).next().unwrap_or(sentence);
    match LAWS.iter().any(|law| sentence.contains(law)) {
        true => Whose::Doubtful,
        false => Whose::Unsaid,
    }
}

/// The words before a bracket that closes at their end: 見本法（平成十五年法律第一号） is 見本法.
fn without_bracket(words: &str) -> &str {
    if !words.ends_with(['）', ')']) {
        return words;
    }
    let mut depth = 0_usize;
    for (at, c) in words.char_indices().rev().take(120) {
        match c {
            '）' | ')' => depth += 1,
            '（' | '(' => {
                depth -= 1;
                if depth == 0 {
                    return words.get(..at).unwrap_or(words).trim_end();
                }
            }
            _ => {}
        }
    }
    words
}

/// Whether words between two citations only join them: 及び, から…まで, ただし書.
fn only_conjunctions(words: &str) -> bool {
    if words.len() > 60 {
        return false;
    }
    let mut rest = words.trim();
    while !rest.is_empty() {
        const JOINING: [&str; 22] = [
            "及び",
            "および",
            "並びに",
            "ならびに",
            "又は",
            "または",
            "若しくは",
            "もしくは",
            "から",
            "ないし",
            "乃至",
            "まで",
            "、",
            "，",
            "・",
            "～",
            "〜",
            "各号",
            "ただし書",
            "本文",
            "の規定",
            "と",
        ];
        let Some(shorter) = JOINING.iter().find_map(|word| rest.strip_prefix(word)) else {
            return false;
        };
        rest = shorter.trim_start();
    }
    true
}
