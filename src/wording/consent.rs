//! Whether a sentence speaks of an act without consent: 「本人の同意なく」「同意を得ずに」「同意がある場合を除き」.

use std::ops::Range;

/// What says that there is none, or that there being some is the exception.
const WITHOUT: &[&str] = &[
    "なく",
    "無く",
    "なし",
    "無し",
    "ずに",
    "ず、",
    "ない限り",
    "ない場合",
    "ないで",
    "ないとき",
    "ないまま",
    "なければ",
    "以外",
    "を除",
];

/// What says that it does not matter, or speaks of something else.
const OTHERWISE: &[&str] = &["有無", "かかわらず", "問わず", "撤回", "拒"];

/// How far behind the word it is looked for, in characters.
const FAR: usize = 16;

/// The first place that speaks of no consent, from the word to what negates it.
#[must_use]
pub fn without_consent(text: &str) -> Option<Range<usize>> {
    const CONSENT: &str = "同意";
    text.match_indices(CONSENT).find_map(|(at, _)| {
        let end = at + CONSENT.len();
        Some(at..end + without(text.get(end..)?)?)
    })
}

/// How far the words behind the name of a condition say that it is not there: 「がない場合」「を得ずに」.
#[must_use]
pub fn without(behind: &str) -> Option<usize> {
    let phrase = phrase(behind);
    let ends = WITHOUT.iter().filter_map(|word| Some(phrase.find(word)? + word.len()));
    let end = ends.min()?;
    let otherwise = OTHERWISE.iter().any(|word| phrase.contains(word));
    (!otherwise).then(|| phrase.get(..end).unwrap_or("").trim_end_matches('、').len())
}

/// The first place that says that consent does not matter: 「同意の有無にかかわらず」.
#[must_use]
pub fn regardless_of_consent(text: &str) -> Option<Range<usize>> {
    [
        "同意の有無にかかわらず",
        "同意の有無に関わらず",
        "同意の有無を問わず",
        "同意があっても",
        "同意を得た場合であっても",
    ]
    .iter()
    .filter_map(|words| text.find(words).map(|at| at..at + words.len()))
    .min_by_key(|place| place.start)
}

/// What still belongs to the word: up to the next mark, that included.
fn phrase(behind: &str) -> &str {
    let mut end = 0;
    for (count, c) in behind.chars().enumerate() {
        if count == FAR || matches!(c, '。' | '（' | '(' | '「' | '\n') {
            break;
        }
        end += c.len_utf8();
        if matches!(c, '、' | '，') {
            break;
        }
    }
    behind.get(..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::without_consent;

    fn found(text: &str) -> Option<&str> {
        without_consent(text).and_then(|range| text.get(range))
    }

    #[test]
    fn what_is_done_without_consent_is_found() {
        for (text, place) in [
            ("本人の同意なく提供しません", "同意なく"),
            ("ご本人の同意を得ずに第三者に提供しません", "同意を得ずに"),
            (
                "あらかじめお客様の同意をいただくことなく提供しません",
                "同意をいただくことなく",
            ),
            ("同意を得ず、提供することはありません", "同意を得ず"),
            ("お客様の同意がない限り提供しません", "同意がない限り"),
            ("お客様の同意がある場合を除き、提供しません", "同意がある場合を除"),
            ("同意を得た場合でなければ提供しません", "同意を得た場合でなければ"),
        ] {
            assert_eq!(found(text), Some(place), "{text}");
        }
    }

    #[test]
    fn consent_that_is_there_or_does_not_matter_is_not() {
        for text in [
            "同意を得た場合であっても、病歴は提供しません",
            "同意の有無にかかわらず、病歴は提供しません",
            "同意の有無を問わず提供しません",
            "同意を撤回されたときは、撤回がない場合と同じには扱いません",
            "法令に基づく場合を除き、提供しません。同意された方には、その必要はありません",
            "提供しません",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
