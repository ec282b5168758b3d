//! Lists and limits that the wording leaves open: 「その他」「等」「など」「ほか」「必要な範囲」.
//!
//! What stands in quotation marks is not counted: it is a title or someone else's wording.

use std::cell::LazyCell;
use std::ops::Range;

use super::fold::{is_hiragana, is_kanji, is_katakana};
use super::quotes::quotes;

/// What leaves the wording open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Opening {
    /// その他, そのほか
    Others,
    /// 等
    Etc,
    /// など
    Such,
    /// 氏名ほか, 住所他
    Besides,
    /// …に限られません
    NotLimited,
    /// 必要な範囲, 達成に必要な, 必要に応じて, 合理的な範囲
    Extent,
}

/// A phrase that leaves the wording open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPhrase {
    /// What it is.
    pub opening: Opening,
    /// Where, in bytes.
    pub range: Range<usize>,
}

impl Opening {
    /// Whether it leaves a list open; otherwise it leaves open how far something goes.
    #[must_use]
    pub fn opens_list(self) -> bool {
        self != Self::Extent
    }
}

/// The phrases that leave a text open, in order.
#[must_use]
pub fn open_phrases(text: &str) -> Vec<OpenPhrase> {
    // Most texts hold no such phrase.
    let quoted = LazyCell::new(|| quotes(text));
    let mut found: Vec<OpenPhrase> = Vec::new();
    let mut past = 0;
    for (at, c) in text.char_indices() {
        let can_begin = matches!(c, 'そ' | '等' | 'な' | 'ほ' | '他' | '限' | '達' | '必' | '合');
        if at < past || !can_begin {
            continue;
        }
        let (Some(before), Some(rest)) = (text.get(..at), text.get(at..)) else {
            continue;
        };
        let Some((opening, len)) = phrase(c, before, rest) else {
            continue;
        };
        past = at + len;
        if !quoted.contain(at) {
            found.push(OpenPhrase {
                opening,
                range: at..past,
            });
        }
    }
    found
}

const FIXED: [(&str, Opening); 13] = [
    ("その他", Opening::Others),
    ("そのほか", Opening::Others),
    ("限られません", Opening::NotLimited),
    ("限られない", Opening::NotLimited),
    ("限定されません", Opening::NotLimited),
    ("限定されない", Opening::NotLimited),
    ("限りません", Opening::NotLimited),
    ("達成に必要な範囲", Opening::Extent),
    ("達成に必要な", Opening::Extent),
    ("必要な範囲", Opening::Extent),
    ("必要な限度", Opening::Extent),
    ("必要に応じ", Opening::Extent),
    ("合理的な範囲", Opening::Extent),
];

/// The phrase that begins with `c`, the first character of `rest`, and its length.
fn phrase(c: char, before: &str, rest: &str) -> Option<(Opening, usize)> {
    let previous = before.chars().next_back();
    let next = rest.chars().nth(1);
    match c {
        '等' => is_suffix(before, rest).then_some((Opening::Etc, c.len_utf8())),
        // おとなどうし is no list.
        'な' => (next == Some('ど') && rest.chars().nth(2) != Some('う')).then_some((Opening::Such, "など".len())),
        'ほ' => {
            let noun = previous.is_some_and(|c| !is_hiragana(c) && c.is_alphanumeric());
            (noun && next == Some('か')).then_some((Opening::Besides, "ほか".len()))
        }
        '他' => {
            let noun = previous.is_some_and(|c| is_kanji(c) && !"自排利無".contains(c) || is_katakana(c));
            let ends = next.is_none_or(|c| "、，。・）)の\n".contains(c));
            (noun && ends).then_some((Opening::Besides, c.len_utf8()))
        }
        _ => FIXED
            .iter()
            .find(|(words, _)| rest.starts_with(words))
            .map(|(words, opening)| (*opening, words.len())),
    }
}

/// Whether the 等 at the start of `rest` is the suffix that leaves a list open, not part of a word: 平等, 等級, 同等, 等しい.
fn is_suffix(before: &str, rest: &str) -> bool {
    let after = rest.strip_prefix('等').unwrap_or(rest);
    let next = after.chars().next();
    let mut back = before.chars().rev();
    let (previous, second) = (back.next(), back.next());
    let Some(previous) = previous else {
        return false;
    };
    let follows = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    if follows(&[
        "級", "しい", "しく", "しか", "しき", "価", "身", "号", "倍", "質", "親", "間隔", "温", "量", "式",
    ]) {
        return false;
    }
    match previous {
        '、' | '，' | '。' | '（' | '(' | '「' => false,
        '平' | '劣' | '優' | '何' | '彼' | '我' | '特' | '勲' => false,
        // 賛同, 共同, 合同, 協同; 応対, 反対, 敵対, 絶対, 相対; 平均: words of their own, and 等 behind them is the suffix.
        '同' => second.is_some_and(|c| "賛共合協混会".contains(c)),
        '対' => second.is_some_and(|c| "応反敵絶相".contains(c)),
        '均' => second == Some('平'),
        '高' | '初' | '中' => !follows(&["学", "教", "専", "裁", "部", "検", "科", "法院"]),
        '親' => false,
        '一' | '二' | '三' | '四' | '五' | '六' | '１'..='９' | '1'..='9' => {
            !follows(&["分", "親", "賞", "地", "車", "星", "客"])
        }
        'れ' => !(before.ends_with("これ") || before.ends_with("それ") || before.ends_with("あれ")),
        _ => next != Some('分') || !is_divided(previous, after),
    }
}

/// 三等分, 等分に, 等分して; not 利用状況等分析.
fn is_divided(previous: char, after: &str) -> bool {
    let behind = after.strip_prefix('分').and_then(|rest| rest.chars().next());
    previous.is_numeric() || behind.is_none_or(|c| "にしすさ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn openings(text: &str) -> Vec<&str> {
        let found = open_phrases(text);
        found
            .into_iter()
            .map(|phrase| text.get(phrase.range).expect("on boundaries"))
            .collect()
    }

    #[test]
    fn a_suffix_leaves_the_list_open() {
        assert_eq!(openings("加盟店・取引先等からの受領"), ["等"]);
        assert_eq!(openings("番号等を削除等します"), ["等", "等"]);
        assert_eq!(
            openings("共同利用等、応対等、残高等の利用状況等分析"),
            ["等", "等", "等", "等"]
        );
        assert_eq!(openings("年齢、氏名など"), ["など"]);
        assert_eq!(openings("氏名その他の情報、住所ほか、職業他"), ["その他", "ほか", "他"]);
    }

    #[test]
    fn words_that_only_look_so_do_not() {
        let words = "平等な会員等級、同等の水準、等しい扱い、均等、対等、高等学校、二親等、三等分、彼等、これ等";
        assert_eq!(openings(words), Vec::<&str>::new());
        assert_eq!(openings("他の事業者、上記のほか、自他"), Vec::<&str>::new());
    }

    #[test]
    fn extents_are_counted_once_and_open_no_list() {
        let text = "利用目的の達成に必要な範囲で、必要に応じて";
        assert_eq!(openings(text), ["達成に必要な範囲", "必要に応じ"]);
        let opens_list = |text: &str| open_phrases(text).iter().any(|phrase| phrase.opening.opens_list());
        assert!(!opens_list(text));
        assert!(opens_list("これらに限られません"));
    }

    #[test]
    fn a_quotation_is_not_ours() {
        assert_eq!(openings("「大学その他の機関」と住所等"), ["等"]);
    }
}
