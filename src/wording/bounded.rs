//! What a sentence says that something is done on: 「同意を得た上で提供します」「法令に基づく場合に限り」「発送の目的に限り」.

use std::ops::Range;

use super::known_words::KnownWords;

/// What it is bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// The consent of the data subject.
    Consent,
    /// A case of the law.
    Law,
    /// A purpose that the words name.
    Purpose,
    /// A state into which data is brought before.
    Processing,
    /// Some case that the words tell.
    Case,
}

/// How far data is processed, as words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Processed {
    /// 仮名加工
    Pseudonymised,
    /// So that nobody is told by it: 個人を識別できないように, 匿名化
    Deidentified,
    /// 匿名加工
    Anonymised,
    /// 統計
    Aggregate,
}

const CONSENT: &[&str] = &[
    "同意を得た上で",
    "同意を得たうえで",
    "同意を得て",
    "同意をいただいた上で",
    "同意をいただいたうえで",
    "同意をいただいて",
    "同意を頂いた上で",
    "同意がある場合に",
    "同意がある場合のみ",
    "同意を得た場合に",
    "同意を得た場合のみ",
    "同意をいただいた場合に",
    "同意をいただいた場合のみ",
    "同意に基づ",
    "同意がある場合",
    "同意があるとき",
    "同意した場合",
    "同意したとき",
    "同意された場合",
    "同意を得た場合",
    "同意を得たとき",
    "同意が得られた場合",
    "同意をいただいた場合",
    "同意をいただけた場合",
    "同意いただいた場合",
    "同意のもと",
    "同意の下",
    "同意した場合に限",
    "同意があるときに限",
    "同意を得たときに限",
    "同意いただいた上で",
    "同意いただいたうえで",
    "同意いただいた場合に",
    "承諾を得た上で",
    "承諾を得たうえで",
    "承諾を得て",
];

const LAW: &[&str] = &[
    "法令に基づく場合に限",
    "法令に基づく場合にのみ",
    "法令に基づく場合のみ",
    "法令に基づく場合には",
    "法令に基づく場合は",
    "令状がある場合に",
    "令状がある場合は",
    "令状がある場合のみ",
    "令状に基づ",
];

const CASE: &[&str] = &[
    "場合に限",
    "場合にのみ",
    "場合のみ",
    "場合だけ",
    "ときに限",
    "ときにのみ",
    "ときのみ",
    "ときだけ",
];

const PURPOSE: &[&str] = &[
    "の目的に限",
    "の目的にのみ",
    "の目的でのみ",
    "のためにのみ",
    "のためだけに",
    "のために限",
];

const PROCESSING: &[&str] = &[
    "匿名加工情報に加工した上で",
    "匿名加工情報に加工したうえで",
    "匿名加工情報に加工して",
    "匿名加工情報として",
    "匿名加工した上で",
    "匿名加工したうえで",
    "匿名加工して",
    "匿名化した上で",
    "匿名化したうえで",
    "匿名化して",
    "仮名加工情報に加工した上で",
    "仮名加工情報に加工したうえで",
    "仮名加工した上で",
    "仮名加工したうえで",
    "統計に加工した上で",
    "統計に加工したうえで",
    "統計に加工して",
    "統計情報に加工した上で",
    "統計情報に加工したうえで",
    "統計情報に加工して",
    "統計情報として",
    "統計データとして",
    "個人が識別できないように加工",
    "個人が識別できない形に加工",
    "個人が特定できないように加工",
    "個人が特定できない形に加工",
    "個人を識別できない形に加工",
    "個人を識別できないように加工",
    "個人を識別できない状態に加工",
    "個人を特定できない形に加工",
    "個人を特定できないように加工",
    "個人を特定できない状態に加工",
];

/// What limits the purposes that stand elsewhere on the page.
const STATED_PURPOSES: [&str; 14] = [
    "目的に限り",
    "目的に限って",
    "目的に限定して",
    "目的にのみ",
    "目的でのみ",
    "目的のみに",
    "目的のためにのみ",
    "目的のためだけに",
    "目的の範囲でのみ",
    "目的の範囲内でのみ",
    "目的の範囲に限",
    "目的の範囲内に限",
    "目的の達成に必要な範囲でのみ",
    "目的の達成に必要な範囲内でのみ",
];

static LIMITS: KnownWords<14> = KnownWords::new(STATED_PURPOSES);

/// What is done for the stated purposes.
const HANDLING: &[&str] = &["利用", "使用", "取り扱", "取扱", "活用", "処理"];

/// The places in a text where a sentence limits all handling to the purposes that the policy states, as far as it says so:
/// 「取得した情報は、次の目的に限り利用します」. What a sentence is for that hands data over is the matter of its rule.
#[must_use]
pub fn limits_to_stated(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Most texts limit nothing.
    if !LIMITS.are_in(text) {
        return found;
    }
    let mut start = 0;
    for sentence in text.split_inclusive(['。', '\n']) {
        found.extend(limits(sentence).map(|range| start + range.start..start + range.end));
        start += sentence.len();
    }
    found
}

fn limits(sentence: &str) -> Option<Range<usize>> {
    if ["または", "又は", "除", "以外", "提供", "委託"]
        .iter()
        .any(|word| sentence.contains(word))
    {
        return None;
    }
    STATED_PURPOSES.iter().find_map(|phrase| {
        let at = sentence.find(phrase)?;
        let before = sentence.get(..at)?;
        let behind = sentence.get(at + phrase.len()..)?;
        let stated = before.ends_with("利用")
            || ["次に", "次の", "以下", "下記", "上記", "特定し", "公表し", "明示し"]
                .iter()
                .any(|word| before.contains(word));
        let handled = HANDLING.iter().any(|word| behind.contains(word));
        (stated && handled).then_some(at..at + phrase.len())
    })
}

/// Where words say so that something else may do as well, or that it is not about this.
const OTHERWISE: &[&str] = &[
    "または",
    "又は",
    "もしくは",
    "若しくは",
    "ほか",
    "他",
    "除",
    "以外",
    "なく",
    "なし",
    "ない",
    "有無",
    "撤回",
    "拒",
    "かかわらず",
    "上記",
    "前項",
    "前条",
    "次の",
    "以下",
    "下記",
    "定め",
];

/// The state into which data is brought before it is handled, as the clause of a sentence says. 「個人を識別できないように加工」 says
/// so in a negation that is none of the act.
#[must_use]
pub fn processed(clause: &str) -> Option<(Processed, Range<usize>)> {
    let also = ["または", "又は", "もしくは", "若しくは", "ほか", "場合"];
    if also.iter().any(|word| clause.contains(word)) {
        return None;
    }
    PROCESSING.iter().find_map(|phrase| {
        let at = clause.find(phrase)?;
        Some((how_far(phrase), at..at + phrase.len()))
    })
}

fn how_far(phrase: &str) -> Processed {
    match phrase {
        _ if phrase.starts_with("統計") => Processed::Aggregate,
        _ if phrase.starts_with("匿名加工") => Processed::Anonymised,
        _ if phrase.starts_with("仮名") => Processed::Pseudonymised,
        _ => Processed::Deidentified,
    }
}

/// Whether what stands behind the name of a condition binds an act to it: 「承諾を得た場合に限り」「契約を締結した上で」.
#[must_use]
pub fn binds_to_what_is_before(behind: &str) -> bool {
    let end = behind.find(['、', '，', '。']).unwrap_or(behind.len());
    let phrase = behind.get(..end).unwrap_or("");
    let near: String = phrase.chars().take(NEAR).collect();
    ["場合", "とき", "上で", "うえで", "に基づ", "に応じて"]
        .iter()
        .any(|word| near.contains(word))
}

/// How far what binds to a condition may go on behind its name, in characters.
const NEAR: usize = 12;

/// Whether a clause says that something else may do as well.
#[must_use]
pub fn leaves_otherwise(clause: &str) -> bool {
    OTHERWISE.iter().any(|word| clause.contains(word))
}

/// What the clause of a sentence says that its act is bound to, and where. Nothing where it says that something else would do.
#[must_use]
pub fn bound(clause: &str) -> Option<(Bound, Range<usize>)> {
    if leaves_otherwise(clause) {
        return None;
    }
    let kinds = [
        (Bound::Consent, CONSENT),
        (Bound::Law, LAW),
        (Bound::Purpose, PURPOSE),
        (Bound::Case, CASE),
    ];
    kinds.into_iter().find_map(|(kind, phrases)| {
        phrases.iter().find_map(|phrase| {
            let at = clause.find(phrase)?;
            // 利用目的に限り: those that the policy states elsewhere.
            let general = kind == Bound::Purpose && clause.get(..at).is_some_and(|before| before.ends_with("利用"));
            (!general).then(|| (kind, at..at + phrase.len()))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{Bound, Processed, binds_to_what_is_before, bound, limits_to_stated, processed};

    #[test]
    fn what_an_act_is_bound_to_is_found() {
        for (clause, kind, place) in [
            (
                "お客様の同意を得た上で、氏名を加盟店に提供",
                Bound::Consent,
                "同意を得た上で",
            ),
            ("同意がある場合に限り、氏名を提供", Bound::Consent, "同意がある場合に"),
            ("法令に基づく場合に限り、氏名を提供", Bound::Law, "法令に基づく場合に限"),
            ("法令に基づく場合のみ、氏名を提供", Bound::Law, "法令に基づく場合のみ"),
            ("同意を得た場合のみ、氏名を提供", Bound::Consent, "同意を得た場合のみ"),
            ("本人が同意した場合は、氏名を提供", Bound::Consent, "同意した場合"),
            ("お申込みがあった場合に限り、氏名を提供", Bound::Case, "場合に限"),
            ("氏名を、商品の発送の目的に限り利用", Bound::Purpose, "の目的に限"),
            ("氏名を、商品の発送のためにのみ利用", Bound::Purpose, "のためにのみ"),
        ] {
            let found = bound(clause);
            let told = found.map(|(kind, range)| (kind, clause.get(range).unwrap_or("")));
            assert_eq!(told, Some((kind, place)), "{clause}");
        }
    }

    #[test]
    fn a_limit_to_the_stated_purposes_is_found() {
        for (sentence, place) in [
            ("取得した個人情報は、以下の目的に限り利用します", "目的に限り"),
            ("個人情報は、利用目的の範囲でのみ取り扱います", "目的の範囲でのみ"),
            ("次に掲げる目的のためにのみ収集し、処理します", "目的のためにのみ"),
            (
                "提供はしません。取得した個人情報は、以下の目的に限り利用します。",
                "目的に限り",
            ),
        ] {
            let found = limits_to_stated(sentence).into_iter();
            let found: Vec<_> = found.filter_map(|range| sentence.get(range)).collect();
            assert_eq!(found, [place], "{sentence}");
        }
        for sentence in [
            "個人情報は、利用目的の範囲内で利用します",
            "商品の発送の目的に限り利用します",
            "以下の目的に限り提供します",
            "以下の目的に限り取得した場合",
            "次の目的または法令に基づき利用します",
        ] {
            assert!(limits_to_stated(sentence).is_empty(), "{sentence}");
        }
    }

    #[test]
    fn a_state_that_data_is_brought_into_is_found() {
        let found = |clause: &'static str| processed(clause).map(|(_, range)| clause.get(range).unwrap_or(""));
        assert_eq!(found("氏名を匿名加工した上で提供"), Some("匿名加工した上で"));
        assert_eq!(
            found("特定の個人を識別できないように加工し、提供"),
            Some("個人を識別できないように加工")
        );
        assert_eq!(found("匿名加工情報を作成し、提供"), None);
        let how_far = |clause: &str| processed(clause).map(|(how_far, _)| how_far);
        assert_eq!(how_far("統計に加工した上で提供"), Some(Processed::Aggregate));
        assert_eq!(how_far("匿名化して提供"), Some(Processed::Deidentified));
        assert_eq!(found("同意を得て、または匿名加工した上で提供"), None);
    }

    #[test]
    fn what_binds_to_a_condition_named_before_it_is_found() {
        for behind in [
            "を得た場合に限り、氏名を提供",
            "を締結した上で提供",
            "があるときは、提供",
            "に基づき",
        ] {
            assert!(binds_to_what_is_before(behind), "{behind}");
        }
        for behind in [
            "を、提供した場合",
            "の写しを提供",
            "を結んでいる者の情報を含む一覧を提供した場合",
        ] {
            assert!(!binds_to_what_is_before(behind), "{behind}");
        }
    }

    #[test]
    fn what_says_that_something_else_may_do_is_left_alone() {
        for clause in [
            "同意を得て、または業務の委託に伴い提供",
            "同意なく提供",
            "法令に基づく場合を除き提供",
            "法令に基づく場合その他の場合に提供",
            "利用目的に限り利用",
            "次の目的に限り利用",
            "氏名を提供",
        ] {
            assert_eq!(bound(clause), None, "{clause}");
        }
    }
}
