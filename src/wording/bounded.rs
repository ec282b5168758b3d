//! What a sentence says that something is done on: 「同意を得た上で提供します」「法令に基づく場合に限り」「発送の目的に限り」.

use std::ops::Range;

/// What it is bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// The consent of the data subject.
    Consent,
    /// A case of the law.
    Law,
    /// A purpose that the words name.
    Purpose,
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
    "同意を得た場合に",
    "同意をいただいた場合に",
    "同意に基づ",
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
    "法令に基づく場合には",
    "法令に基づく場合は",
    "令状がある場合に限",
    "令状に基づ",
];

const PURPOSE: &[&str] = &[
    "の目的に限",
    "の目的にのみ",
    "の目的でのみ",
    "のためにのみ",
    "のためだけに",
    "のために限",
];

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

/// What the clause of a sentence says that its act is bound to, and where. Nothing where it says that something else would do.
#[must_use]
pub fn bound(clause: &str) -> Option<(Bound, Range<usize>)> {
    if OTHERWISE.iter().any(|word| clause.contains(word)) {
        return None;
    }
    let kinds = [(Bound::Consent, CONSENT), (Bound::Law, LAW), (Bound::Purpose, PURPOSE)];
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
    use super::{Bound, bound};

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
            ("氏名を、商品の発送の目的に限り利用", Bound::Purpose, "の目的に限"),
            ("氏名を、商品の発送のためにのみ利用", Bound::Purpose, "のためにのみ"),
        ] {
            let found = bound(clause);
            let told = found.map(|(kind, range)| (kind, clause.get(range).unwrap_or("")));
            assert_eq!(told, Some((kind, place)), "{clause}");
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
