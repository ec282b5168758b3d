//! What a sentence says that its act is not done in, or done but for: 「法令に基づく場合を除き」「拒否されない限り」「同意なく」.

use std::ops::Range;

use super::consent::without_consent;

/// What the words except.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excepted {
    /// That there is consent.
    Consent,
    /// A case of the law.
    Law,
    /// Some case that they tell.
    Case,
    /// The time before a term ends: 「1年を超えて保管しません」.
    Term,
}

/// What ends the words for a case that is excepted. Things that are excepted are named by other words: 氏名を除く.
const ENDS: &[&str] = &[
    "場合を除き",
    "場合を除いて",
    "場合を除く",
    "場合を除外",
    "場合は除き",
    "場合は除く",
    "場合は除外",
    "場合以外",
    "場合でなければ",
    "ときでなければ",
    "がなければ",
    "なしに",
    "なしで",
    "ときを除き",
    "ときを除いて",
    "ときを除く",
    "ときは除き",
    "とき以外",
    "事由を除き",
    "ない限り",
    "ないかぎり",
    "場合は、この限り",
    "場合はこの限り",
    "場合には、この限り",
    "場合にはこの限り",
    "ときは、この限り",
    "ときはこの限り",
];

/// What is said in front of the words for a case.
const BEFORE: &[&str] = &["は、", "が、", "ただし、", "但し、", "なお、"];

const CONSENT: &[&str] = &["同意", "承諾", "許諾", "了承"];

const LAW: &[&str] = &["法令", "法律", "条例", "令状"];

/// The first thing of each kind that a sentence excepts, and where.
#[must_use]
pub fn excepted(sentence: &str) -> Vec<(Excepted, Range<usize>)> {
    let mut found: Vec<(Excepted, Range<usize>)> = Vec::new();
    let mut add = |kind, place: Range<usize>| {
        if !found.iter().any(|(known, _)| *known == kind) {
            found.push((kind, place));
        }
    };
    let ends = ENDS
        .iter()
        .filter_map(|words| Some((sentence.find(words)?, words.len())));
    if let Some((at, length)) = ends.min() {
        let before = sentence.get(..at).unwrap_or("");
        let starts = BEFORE
            .iter()
            .filter_map(|words| Some(before.rfind(words)? + words.len()));
        let start = starts.max().unwrap_or(0);
        let case = before.get(start..).unwrap_or("");
        let place = start..at + length;
        let speaks_of = |words: &[&str]| words.iter().any(|word| case.contains(word));
        let (consent, law) = (speaks_of(CONSENT), speaks_of(LAW));
        if consent {
            add(Excepted::Consent, place.clone());
        }
        if law {
            add(Excepted::Law, place.clone());
        }
        if !consent && !law {
            add(Excepted::Case, place);
        }
    }
    if let Some(place) = term(sentence) {
        add(Excepted::Term, place);
    }
    if let Some(place) = without_consent(sentence) {
        add(Excepted::Consent, place);
    }
    found
}

/// The first term beyond which something is not done: 「1年を超えて」.
fn term(sentence: &str) -> Option<Range<usize>> {
    const BEYOND: [&str; 3] = ["を超え", "を過ぎ", "を経過"];
    const UNITS: [&str; 9] = ["年", "か月", "ヶ月", "カ月", "ヵ月", "箇月", "週", "日", "時間"];
    BEYOND.iter().find_map(|beyond| {
        let at = sentence.find(beyond)?;
        let before = sentence.get(..at)?;
        let before = before.strip_suffix('間').unwrap_or(before);
        let number = UNITS.iter().find_map(|unit| before.strip_suffix(unit))?;
        let is_digit = |c: char| c.is_numeric() || "〇一二三四五六七八九十百".contains(c);
        let digits: usize = number
            .chars()
            .rev()
            .take_while(|c| is_digit(*c))
            .map(char::len_utf8)
            .sum();
        (digits > 0).then(|| number.len() - digits..at + beyond.len())
    })
}

#[cfg(test)]
mod tests {
    use super::{Excepted, excepted};

    fn told(sentence: &str) -> Vec<(Excepted, &str)> {
        let found = excepted(sentence).into_iter();
        found
            .map(|(kind, place)| (kind, sentence.get(place).unwrap_or("")))
            .collect()
    }

    #[test]
    fn what_is_excepted_is_found() {
        for (sentence, expected) in [
            (
                "当店は、法令に基づく場合を除き、個人情報を提供しません",
                &[(Excepted::Law, "法令に基づく場合を除き")][..],
            ),
            (
                "当店は、法令に基づく場合を除き、お客様の同意なく提供しません",
                &[
                    (Excepted::Law, "法令に基づく場合を除き"),
                    (Excepted::Consent, "同意なく"),
                ],
            ),
            (
                "法令に基づく場合またはお客様の同意がある場合を除いて、提供しません",
                &[
                    (
                        Excepted::Consent,
                        "法令に基づく場合またはお客様の同意がある場合を除いて",
                    ),
                    (Excepted::Law, "法令に基づく場合またはお客様の同意がある場合を除いて"),
                ],
            ),
            (
                "お客様が拒否された場合を除き、提供します",
                &[(Excepted::Case, "お客様が拒否された場合を除き")],
            ),
            (
                "提供しません。ただし、お客様の同意がある場合は、この限りではありません",
                &[(Excepted::Consent, "お客様の同意がある場合は、この限り")],
            ),
            (
                "お申し出のない限り、提供します",
                &[(Excepted::Case, "お申し出のない限り")],
            ),
            (
                "令状がある場合でなければ、提供しません",
                &[(Excepted::Law, "令状がある場合でなければ")],
            ),
            (
                "お客様の選択がなければ、提供しません",
                &[(Excepted::Case, "お客様の選択がなければ")],
            ),
            ("1年間を超えて保管しません", &[(Excepted::Term, "1年間を超え")]),
            (
                "取得から六か月を過ぎて保管しません",
                &[(Excepted::Term, "六か月を過ぎ")],
            ),
            (
                "保護者の同意なしに、提供しません",
                &[(Excepted::Consent, "保護者の同意なしに")],
            ),
        ] {
            assert_eq!(told(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn things_that_are_taken_out_are_no_case() {
        for sentence in [
            "氏名を除く個人情報を提供します",
            "加盟店以外の第三者に提供しません",
            "第三者（委託先を除く）に提供しません",
            "同意を得て提供します",
            "法令に基づき提供します",
            "目的の達成に必要な期間を超えて保管しません",
        ] {
            assert_eq!(told(sentence), [], "{sentence}");
        }
    }
}
