//! What the sentences about revisions quote.

use std::borrow::Cow;

use crate::decide::Verdict;
use crate::diff::decisions::Class;
use crate::policy::Acknowledgement;
use crate::text::Text;
use crate::text::sentence::{Part, worded};

worded! {
    /// What the revision changes, without a full stop.
    Told = [(
        "「氏名」を、新たに「加盟店」に「配送」の目的で提供できるようになります",
        "「氏名」 may now be provided to 「加盟店」 for the purpose 「配送」"
    )];
    /// A request as a noun.
    Asked = [(
        "「氏名」を「加盟店」に「配送」の目的で提供すること",
        "「氏名」 being provided to 「加盟店」 for the purpose 「配送」"
    )];
    /// What a request is judged, with the clauses that say so.
    Judged = [
        ("禁止（2.(1) 提供の禁止）", "forbidden (2.(1) 提供の禁止)"),
        ("許可（2.(2) 加盟店への提供）", "permitted (2.(2) 加盟店への提供)"),
    ];
    /// Some clauses by number and title.
    Cited = [("2.(1) 加盟店への提供、2.(2) 委託先への提供", "2.(1) 加盟店への提供, 2.(2) 委託先への提供")];
    /// A clause or a word that changed.
    Changed = [
        ("2.(1)「加盟店への提供」", "2.(1)「加盟店への提供」"),
        ("3.(2)「加盟店への提供」", "3.(2)「加盟店への提供」"),
    ];
    /// A clause whose wording changed, or what stands in none.
    Called = [("3.「お問い合わせ」", "3.「お問い合わせ」")];
    /// Acts, each in quotation marks.
    Acts = [("「利用」「提供」", "use, provide")];
    /// A word of the vocabulary.
    Word = [("「加盟店」", "「加盟店」")];
    /// Names, each in quotation marks.
    Names = [("「個人情報」「連絡先」", "「個人情報」, 「連絡先」")];
    /// Some data, likewise.
    Data = [("「氏名」「住所」", "「氏名」, 「住所」")];
    /// Some parties, likewise.
    Parties = [("「加盟店」「配信社」", "「加盟店」, 「配信社」")];
    /// Some purposes, likewise.
    Purposes = [("「配送」「案内」", "「配送」, 「案内」")];
    /// A date.
    Date = [("2026-03-15", "2026-03-15")];
    /// Why an editor acknowledged something.
    Reason = [("会員への案内のため", "会員への案内のため")];
    /// What is to be checked, with its article.
    ToCheck = [(
        "第三者への提供についての本人の同意の確認が必要です（個人情報保護法27条1項）",
        "check whether the data subjects consent to the provision to a third party (個人情報保護法27条1項)"
    )];
    /// Why that is to be checked.
    Reasons = [("「氏名」を、新たに「加盟店」に提供するため", "because of a new provision of 「氏名」 to 「加盟店」")];
    /// What calls for it.
    Subjects = [("2.(1) 加盟店への提供", "2.(1) 加盟店への提供")];
}

impl Names {
    /// Each in quotation marks.
    pub(crate) fn of<S: AsRef<str>>(names: &[S]) -> Self {
        let quoted: Vec<String> = names.iter().map(|name| format!("「{}」", name.as_ref())).collect();
        Self(Text::new(quoted.concat(), quoted.join(", ")))
    }
}

impl Date {
    /// When a widening was acknowledged.
    pub(crate) fn of(acknowledgement: &Acknowledgement) -> Self {
        let date = acknowledgement.date.to_string();
        Self(Text::new(date.clone(), date))
    }
}

impl Reason {
    /// Why a widening was acknowledged.
    pub(crate) fn of(acknowledgement: &Acknowledgement) -> Self {
        Self(Text::new(&acknowledgement.reason, &acknowledgement.reason))
    }
}

impl Part for Class {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.word())
    }

    fn en(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            Self::Wider => "wider",
            Self::Narrower => "narrower",
            Self::Incomparable => "wider and narrower",
            Self::WordingOnly => "wording only",
            Self::Rearranged => "rearranged",
            Self::Named => "named",
            Self::NotCompared => "not compared to the end",
        })
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        [Self::Wider, Self::Narrower][at % 2]
    }
}

impl Part for Verdict {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            Self::Permitted => "許可",
            Self::Forbidden => "禁止",
            Self::NotStated => "定めなし",
        })
    }

    fn en(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            Self::Permitted => "permitted",
            Self::Forbidden => "forbidden",
            Self::NotStated => "not stated",
        })
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        [Self::Permitted, Self::Forbidden][at % 2]
    }
}
