//! Words that say what something is for: 「利用環境や検索語句等を分析する機能」, 「利用状況を把握し、サービスを改善するため」. What is analysed is not
//! thereby collected or sent.

use std::ops::Range;

/// Verbs of looking into something.
const VERBS: [&str; 6] = ["分析", "解析", "把握", "測定", "計測", "集計"];

/// What such a verb leads to where it says what something is for.
const ENDS: [&str; 6] = ["ため", "目的", "機能", "仕組み", "ツール", "サービス"];

/// What ends a part of a sentence that goes before.
const BREAKS: [&str; 8] = ["。", "は", "し、", "て、", "り、", "が、", "また、", "\n"];

/// How far a sentence is followed, in bytes.
const AROUND: usize = 900;

/// The places in a text, in bytes, of what is looked into and of the verb.
#[must_use]
pub fn aims(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for verb in VERBS {
        for (at, _) in text.match_indices(verb) {
            let around = window(text, at, at + verb.len());
            let part = |place: Range<usize>| text.get(place).unwrap_or_default();
            let (before, after) = (part(around.start..at), part(at + verb.len()..around.end));
            let Some(object) = before.strip_suffix('を') else {
                continue;
            };
            if !leads_to_an_aim(after) {
                continue;
            }
            let ends = BREAKS.iter().filter_map(|end| Some(object.rfind(end)? + end.len()));
            let start = around.start + ends.max().unwrap_or(0);
            found.push(start..at + verb.len());
        }
    }
    found.sort_by_key(|place| place.start);
    found
}

/// A place with as much around it as a sentence has that anybody reads, so that the cost stays linear.
fn window(text: &str, start: usize, end: usize) -> Range<usize> {
    text.floor_char_boundary(start.saturating_sub(AROUND))..text.ceil_char_boundary((end + AROUND).min(text.len()))
}

/// 「…するため」, 「…し、…するため」: at once, or by way of another verb of the same sentence.
fn leads_to_an_aim(after: &str) -> bool {
    let sentence = after.split(['。', '\n']).next().unwrap_or_default();
    let is_aim = |rest: &str| ENDS.iter().any(|end| rest.starts_with(end));
    if let Some(rest) = sentence.strip_prefix("する") {
        return is_aim(rest);
    }
    let goes_on = sentence.starts_with("し、") || sentence.starts_with("・") || sentence.starts_with("および");
    goes_on
        && sentence
            .match_indices("する")
            .any(|(at, with)| is_aim(sentence.get(at + with.len()..).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let places = aims(text).into_iter();
        let found: Vec<&str> = places.map(|place| text.get(place).unwrap_or_default()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_is_looked_into_is_an_aim() {
        check(
            "この道具は閲覧回数や滞在時間、利用環境や検索語句等を分析する機能を備えています。",
            &["閲覧回数や滞在時間、利用環境や検索語句等を分析"],
        );
        check(
            "当社は利用状況を把握し、品ぞろえを改善するためにCookieを送信します。",
            &["利用状況を把握"],
        );
        check(
            "氏名を取得し、利用履歴を解析する目的で送信します。",
            &["利用履歴を解析"],
        );
        check("アクセスを計測するためのタグ", &["アクセスを計測"]);
    }

    #[test]
    fn what_is_done_is_none() {
        for text in [
            "当社は、利用履歴を分析します。",
            "利用履歴を分析して、結果を提供します。",
            "分析するために利用履歴を取得します。",
            "利用履歴を取得するため、同意を求めます。",
            "利用履歴を分析し、その結果を送信します。",
            "利用履歴の分析のために送信します。",
        ] {
            check(text, &[]);
        }
    }
}
