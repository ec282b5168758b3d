//! The elements of a list in words: 氏名・住所、電話番号および生年月日.

use std::ops::Range;

/// What parts the elements of a list.
const PARTS: &[&str] = &[
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
];

/// The elements of a list, in order; none where the text is no list, or where clauses are listed and not nouns: サービスを開発、提供する
/// ために必要な情報. What stands in brackets parts nothing.
#[must_use]
pub fn elements(text: &str) -> Vec<Range<usize>> {
    if text.contains(['。', '．', '\n']) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let (mut start, mut depth, mut past) = (0, 0_usize, 0);
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' | '「' | '『' => depth += 1,
            '）' | ')' | '」' | '』' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 0 || at < past {
            continue;
        }
        let rest = text.get(at..).unwrap_or("");
        if let Some(part) = PARTS.iter().find(|part| rest.starts_with(**part)) {
            push(text, start..at, &mut found);
            past = at + part.len();
            start = past;
        }
    }
    push(text, start..text.len(), &mut found);
    let clause = |range: &Range<usize>| {
        let part = text.get(range.clone()).unwrap_or("");
        part.contains(['を', 'は']) || ["もの", "こと", "ため", "場合"].iter().any(|end| part.ends_with(end))
    };
    match found.len() {
        0 | 1 => Vec::new(),
        _ if found.iter().any(clause) => Vec::new(),
        _ => found,
    }
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
    }
}
