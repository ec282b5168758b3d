//! The countries that some words name, and how they stand there.

use std::ops::Range;

use crate::vocabulary::{Mention, mentioned};

/// What stands between the names of a list, or behind the last of it.
const BETWEEN: [&str; 17] = [
    "および",
    "及び",
    "ならびに",
    "並びに",
    "または",
    "又は",
    "、",
    "，",
    ",",
    "・",
    "／",
    "/",
    "と",
    "等",
    "など",
    " ",
    "　",
];

/// Words that speak of where data lies, which is no provision.
const KEPT: [&str; 8] = [
    "保管",
    "保存",
    "サーバ",
    "データセンタ",
    "ストレージ",
    "リージョン",
    "クラウド",
    "ホスティング",
];

/// Whether words speak of where data lies.
pub(super) fn speaks_of_keeping(text: &str) -> bool {
    KEPT.iter().any(|word| text.contains(word))
}

/// The countries of a text that is nothing but a list of them, each with a remark in brackets where there is one. Those of which a
/// remark says that data lies there are left out.
pub(super) fn list(text: &str) -> Option<Vec<Mention>> {
    let mut found = Vec::new();
    let mut at = 0;
    for told in mentioned(text) {
        let (between, kept) = remarks(text.get(at..told.range.start)?)?;
        if kept {
            found.pop();
        }
        if !is_between(&between) {
            return None;
        }
        at = told.range.end;
        found.push(told);
    }
    let (rest, kept) = remarks(text.get(at..)?)?;
    if kept {
        found.pop();
    }
    (at > 0 && is_between(&rest)).then_some(found)
}

/// A text without what stands in brackets, and whether that speaks of where data lies. None where a bracket is open.
fn remarks(text: &str) -> Option<(String, bool)> {
    let (mut outside, mut rest, mut kept) = (String::new(), text, false);
    while let Some((before, behind)) = rest.split_once(['（', '(']) {
        let (inside, after) = behind.split_once(['）', ')'])?;
        kept |= speaks_of_keeping(inside);
        outside.push_str(before);
        rest = after;
    }
    outside.push_str(rest);
    Some((outside, kept))
}

fn is_between(text: &str) -> bool {
    let mut rest = text.trim();
    while !rest.is_empty() {
        match BETWEEN.iter().find_map(|word| rest.strip_prefix(word)) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    true
}

/// What follows the countries in which somebody is.
const THERE: [&str; 26] = [
    "にあり",
    "にある",
    "に所在",
    "所在の",
    "に提供",
    "へ提供",
    "への提供",
    "に移転",
    "へ移転",
    "への移転",
    "への越境移転",
    "に本社",
    "に本店",
    "に拠点",
    "に設立",
    "の第三者",
    "の会社",
    "の法人",
    "の企業",
    "の事業者",
    "の提供先",
    "の委託先",
    "のグループ会社",
    "の子会社",
    "の関連会社",
    "の現地法人",
];

/// What stands before a country in which somebody is.
const HERE: [&str; 5] = ["国", "国名", "所在国", "所在地", "外国の名称"];

/// The countries in which words say that somebody is: 「シンガポールにあります」「米国の会社」「国：ドイツ」, or a text of countries alone.
pub(super) fn said_to_be_in(text: &str) -> Vec<Mention> {
    if let Some(all) = list(text) {
        return all;
    }
    let all = mentioned(text);
    let mut found = Vec::new();
    for (index, told) in all.iter().enumerate() {
        let sentence = sentence(text, &told.range);
        if speaks_of_keeping(sentence) {
            continue;
        }
        // What follows the last of a list follows each of it.
        let mut end = told.range.end;
        for next in all.iter().skip(index + 1) {
            match text.get(end..next.range.start).is_some_and(is_between) {
                true => end = next.range.end,
                false => break,
            }
        }
        let after = text.get(end..).unwrap_or_default();
        let after = after
            .strip_prefix('等')
            .or_else(|| after.strip_prefix("など"))
            .unwrap_or(after);
        let before = text.get(..told.range.start).unwrap_or_default();
        let named = before.strip_suffix(['：', ':']).is_some_and(|before| {
            let word = before
                .rsplit([' ', '　', '。', '\n', '（', '(', '「', '・'])
                .next()
                .unwrap_or(before);
            HERE.contains(&word)
        });
        if named || THERE.iter().any(|word| after.starts_with(word)) {
            found.push(told.clone());
        }
    }
    found
}

fn sentence<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let start = text.get(..range.start).and_then(|before| before.rfind('。'));
    let start = start.map_or(0, |at| at + '。'.len_utf8());
    let end = text.get(range.end..).and_then(|after| after.find('。'));
    let end = end.map_or(text.len(), |at| range.end + at);
    text.get(start..end).unwrap_or(text)
}

/// What joins a country and somebody who is there.
const OF: [&str; 8] = [
    "にある",
    "に所在する",
    "所在の",
    "に本社を置く",
    "に本店を置く",
    "に拠点を置く",
    "の",
    "",
];

/// The countries that stand with a label: 「ドイツのAcme Inc.」, 「Acme Inc.（ドイツ）」. `label` is where it stands.
pub(super) fn beside(text: &str, label: Range<usize>) -> Vec<Mention> {
    let mut found = Vec::new();
    let before = text.get(..label.start).unwrap_or_default();
    let after = text.get(label.end..).unwrap_or_default();
    for told in mentioned(before) {
        let between = text.get(told.range.end..label.start).unwrap_or_default();
        if !between.is_empty() && OF.contains(&between) {
            found.push(told);
        }
    }
    let bracket = after
        .strip_prefix(['（', '('])
        .and_then(|inside| inside.split_once(['）', ')']));
    if let Some((inside, _)) = bracket {
        let start = label.end + after.chars().next().map_or(0, char::len_utf8);
        found.extend(list(inside).into_iter().flatten().map(|told| Mention {
            range: told.range.start + start..told.range.end + start,
            ..told
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words<'t>(text: &'t str, told: &[Mention]) -> Vec<&'t str> {
        told.iter().filter_map(|told| text.get(told.range.clone())).collect()
    }

    #[test]
    fn a_list_of_countries_is_nothing_else() {
        for (text, expected) in [
            ("米国", Some(vec!["米国"])),
            ("米国、英国およびドイツ", Some(vec!["米国", "英国", "ドイツ"])),
            ("米国（運営法人）／シンガポール（データの保管）", Some(vec!["米国"])),
            ("米国の会社", None),
            ("氏名", None),
        ] {
            assert_eq!(list(text).map(|told| words(text, &told)), expected, "{text}");
        }
    }

    #[test]
    fn somebody_is_in_a_country() {
        for (text, expected) in [
            ("提供先はシンガポールにあります。", vec!["シンガポール"]),
            ("米国および英国の会社に提供します。", vec!["米国", "英国"]),
            ("国：ドイツ", vec!["ドイツ"]),
            ("データは、シンガポールにあるサーバに保管します。", vec![]),
            ("米国における個人情報の保護に関する制度を把握しています。", vec![]),
            ("英国の利用者の権利", vec![]),
        ] {
            assert_eq!(words(text, &said_to_be_in(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_country_stands_with_a_label() {
        for (text, expected) in [
            ("ドイツのAcme Inc.に提供します。", vec!["ドイツ"]),
            ("Acme Inc.（米国、英国）に提供します。", vec!["米国", "英国"]),
            ("米国に所在するAcme Inc.", vec!["米国"]),
            ("米国では、Acme Inc.に提供します。", vec![]),
            ("Acme Inc.（米国法に基づく法人）", vec![]),
        ] {
            let start = text.find("Acme Inc.").expect("it");
            let label = start..start + "Acme Inc.".len();
            assert_eq!(words(text, &beside(text, label)), expected, "{text}");
        }
    }
}
