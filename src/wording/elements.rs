//! The elements of a list in words: 氏名・住所、電話番号および生年月日.

use std::ops::Range;

use super::known_words::KnownWords;

/// What parts the elements of a list.
static PARTS: KnownWords<12> = KnownWords::new([
    "・",
    "、",
    "，",
    "／",
    "および",
    "及び",
    "または",
    "又は",
    "ならびに",
    "並びに",
    "もしくは",
    "若しくは",
]);

/// The elements of a list, in order; none where the text is no list, or where clauses are listed and not nouns: サービスを開発、提供する
/// ために必要な情報. What stands in brackets parts nothing.
#[must_use]
pub fn elements(text: &str) -> Vec<Range<usize>> {
    if text.contains(['。', '．', '\n']) {
        return Vec::new();
    }
    let found = parted(text, 0..text.len());
    let clause = |range: &Range<usize>| {
        let part = text.get(range.clone()).unwrap_or("");
        part.contains(['を', 'は', 'が']) || ["もの", "こと", "ため", "場合"].iter().any(|end| part.ends_with(end))
    };
    match found.len() {
        0 | 1 => Vec::new(),
        _ if found.iter().any(clause) => Vec::new(),
        _ => found,
    }
}

/// The elements of each list that stands before を in running sentences: 当社は、**氏名、住所および電話番号**を取得します. What goes
/// before a list belongs to it as far back as nouns are listed.
#[must_use]
pub fn lists_in_sentences(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut lists = Vec::new();
    let mut start = 0;
    for (at, mark) in text
        .char_indices()
        .filter(|(_, c)| matches!(c, '。' | '．' | '\n' | 'を'))
    {
        if mark == 'を' {
            let mut list: Vec<Range<usize>> = Vec::new();
            for element in parted(text, start..at).into_iter().rev() {
                let words = text.get(element.clone()).unwrap_or("");
                match before_noun(words) {
                    None => list.push(element),
                    Some(0) => break,
                    Some(before) => {
                        push(text, element.start + before..element.end, &mut list);
                        break;
                    }
                }
            }
            list.reverse();
            // 「取扱いの全部または一部を」 says how much of something.
            let ends = ["全部", "一部", "すべて", "全て"];
            let how_much = |range: &Range<usize>| {
                let words = text.get(range.clone()).unwrap_or("");
                ends.iter().any(|end| words.ends_with(end))
            };
            if list.len() > 1 && !list.iter().any(how_much) {
                lists.push(list);
            }
        }
        start = at + mark.len_utf8();
    }
    lists
}

/// How much of some words goes before the noun that they end with; `None` where they are a noun as a whole, all of them where they
/// end with a particle, or with a verb: お知らせいただき.
fn before_noun(words: &str) -> Option<usize> {
    let hiragana = |c: char| matches!(c, 'ぁ'..='ゖ');
    if words.ends_with(hiragana) && !words.ends_with("お問い合わせ") && !words.ends_with("お問合せ") {
        return Some(0);
    }
    // 「ご予約された場合、氏名を」
    let is_case = |case: &str| {
        words
            .strip_suffix(case)
            .is_some_and(|before| before.ends_with(hiragana))
    };
    if ["場合", "とき", "際", "時", "後", "上", "都度"]
        .iter()
        .any(|case| is_case(case))
    {
        return Some(0);
    }
    let particles = ["は", "が", "に", "で", "から", "より", "て", "し"];
    let ends = particles.map(|particle| words.rfind(particle).map(|at| at + particle.len()));
    ends.into_iter().flatten().max()
}

/// What stands between the marks and words that part a list.
fn parted(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut depth, mut past) = (within.start, 0_usize, within.start);
    for (at, c) in text.get(within.clone()).unwrap_or("").char_indices() {
        let at = within.start + at;
        match c {
            '（' | '(' | '「' | '『' => depth += 1,
            '）' | ')' | '」' | '』' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 0 || at < past {
            continue;
        }
        let rest = text.get(at..within.end).unwrap_or("");
        if let Some(part) = PARTS.beginning(rest) {
            push(text, start..at, &mut found);
            past = at + part.len();
            start = past;
        }
    }
    push(text, start..within.end, &mut found);
    found
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let part = text.get(range.clone()).unwrap_or("");
    let trimmed = part.trim_start();
    let start = range.start + part.len() - trimmed.len();
    let trimmed = trimmed.trim_end();
    if trimmed.chars().any(char::is_alphanumeric) {
        found.push(start..start + trimmed.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let found = elements(text).into_iter();
        found.map(|range| text.get(range).expect("on boundaries")).collect()
    }

    #[test]
    fn marks_and_words_part_the_elements() {
        assert_eq!(
            parts("お名前・ご住所、お電話番号および生年月日又は性別"),
            ["お名前", "ご住所", "お電話番号", "生年月日", "性別"]
        );
        assert_eq!(parts("氏名、 住所 及び、電話番号"), ["氏名", "住所", "電話番号"]);
    }

    #[test]
    fn brackets_part_nothing() {
        assert_eq!(parts("氏名（漢字・かな）、住所"), ["氏名（漢字・かな）", "住所"]);
    }

    #[test]
    fn a_single_word_and_a_sentence_are_no_lists() {
        assert_eq!(parts("氏名"), Vec::<&str>::new());
        assert_eq!(parts("氏名、住所を伺います。"), Vec::<&str>::new());
        assert_eq!(parts("品物を包装、発送するための情報"), Vec::<&str>::new());
        assert_eq!(parts("氏名、年代のうち集計に要るもの"), Vec::<&str>::new());
        assert_eq!(parts("当社が運営または管理する店での来店履歴"), Vec::<&str>::new());
    }

    fn lists(text: &str) -> Vec<Vec<&str>> {
        let words = |range: Range<usize>| text.get(range).expect("on boundaries");
        let found = lists_in_sentences(text).into_iter();
        found.map(|list| list.into_iter().map(words).collect()).collect()
    }

    #[test]
    fn a_list_in_a_sentence_goes_back_to_the_particle_before_it() {
        assert_eq!(
            lists("当社は、お名前、ご住所、趣味および家族構成を取得します。"),
            [["お名前", "ご住所", "趣味", "家族構成"]]
        );
        assert_eq!(lists("お客様からお名前・ご住所を伺います。"), [["お名前", "ご住所"]]);
        assert_eq!(
            lists("会員登録の際に氏名、住所を、ご購入の際に購入日時、購入額を記録します。"),
            [["氏名", "住所"], ["購入日時", "購入額"]]
        );
        assert_eq!(lists("取扱いの全部または一部を委託します。"), [[""; 0]; 0]);
        assert_eq!(
            lists("氏名・住所をお知らせいただき、購入履歴とお問い合わせの内容を記録します。"),
            [["氏名", "住所"]]
        );
        assert_eq!(
            lists("お問い合わせ、ご意見を記録します。"),
            [["お問い合わせ", "ご意見"]]
        );
        assert_eq!(lists("氏名を取得し、住所を取得します。"), [[""; 0]; 0]);
        assert_eq!(lists("お申込みの受付、発送のために氏名を伺います。"), [[""; 0]; 0]);
        assert_eq!(lists("氏名、住所"), [[""; 0]; 0]);
        assert_eq!(lists("ご予約された場合、氏名を伺います。"), [[""; 0]; 0]);
        assert_eq!(lists("ご来店の際、氏名・住所を伺います。"), [["氏名", "住所"]]);
    }
}
