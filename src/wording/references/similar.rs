//! Whether words look like a title that has since changed.

use crate::wording::fold::key;

/// The longest title compared, in characters.
const LONGEST: usize = 60;

/// Whether a text, up to some place where a title can end, is nearly `title`.
///
/// Returns the length of the words that are.
pub(super) fn begins_with_something_like(text: &str, title: &str) -> Option<usize> {
    let wanted = key(title);
    let length = wanted.chars().count();
    if !(4..=LONGEST).contains(&length) {
        return None;
    }
    let window: String = text.chars().take(LONGEST + 20).collect();
    let shared = wanted.chars().filter(|c| window.contains(*c)).count();
    if shared * 2 < length {
        return None;
    }
    let mut best: Option<(f64, usize)> = None;
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    for (count, at) in ends.take(LONGEST + 20).enumerate() {
        let (Some(words), Some(rest)) = (text.get(..at), text.get(at..)) else {
            break;
        };
        if (length.div_ceil(2)..=length * 2).contains(&count) && can_end_before(rest) {
            let words = key(words);
            let same_end = last_two(&words) == last_two(&wanted);
            let likeness = strsim::normalized_levenshtein(&words, &wanted) + if same_end { 0.1 } else { 0.0 };
            if best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, at));
            }
        }
        if rest.starts_with(['。', '「', '」', '\n', super::super::passage::OPAQUE]) {
            break;
        }
    }
    best.filter(|(likeness, _)| *likeness >= 0.6).map(|(_, at)| at)
}

/// Titles keep their last word (の提供) more often than any other.
fn last_two(words: &str) -> [Option<char>; 2] {
    let mut back = words.chars().rev();
    [back.next(), back.next()]
}

/// Whether a title can end before these words.
fn can_end_before(rest: &str) -> bool {
    const PARTICLES: [&str; 15] = [
        "に", "を", "で", "の", "は", "が", "と", "、", "，", "。", "」", "（", "(", "）", ")",
    ];
    rest.is_empty() || PARTICLES.iter().any(|particle| rest.starts_with(particle))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renamed_title_is_recognised() {
        let old = "提携する会社への登録情報の提供に定める範囲で";
        let len = begins_with_something_like(old, "提携先への登録情報の提供").expect("alike");
        assert_eq!(old.get(..len), Some("提携する会社への登録情報の提供"));
        assert_eq!(
            begins_with_something_like("氏名および住所を取得します", "安全管理措置"),
            None
        );
    }
}
