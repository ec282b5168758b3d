//! What the sentences of decisions quote.

use std::borrow::Cow;

use crate::norm::Processing;
use crate::text::sentence::{Part, worded};

worded! {
    /// A request: the act with all that belongs to it, up to its verb.
    Asked = [("「配送」の目的で「氏名」を「加盟店」に提供する", "Providing 氏名 to 加盟店 for the purpose 配送")];
    /// The data that an act is done with.
    What = [("「氏名」", "氏名")];
    /// The other party of an act.
    Who = [("「加盟店」", "加盟店")];
    /// Conditions, any one of which, or all of which, are asserted.
    Case = [("「同意」または「契約」の場合", "同意 or 契約")];
    /// States of data, any one of them.
    States = [("「個人非識別」または「匿名加工」", "deidentified or anonymised")];
    /// What a norm names in one dimension, and what it takes out.
    Extent = [("「氏名」「住所」（「旧姓」を除く）", "氏名 or 住所 (except 旧姓)")];
    /// Names, of which any one.
    AnyOne = [("「氏名」「住所」", "氏名 or 住所")];
    /// Acts as nouns.
    Acts = [("提供・委託", "provide, entrust")];
    /// What belongs in one line.
    Told = [("情報は「氏名」、相手方は「加盟店」", "data: 氏名; party: 加盟店")];
    /// A clause, or the proviso of one.
    Citing = [("3.(1) 加盟店への提供", "3.(1) 加盟店への提供")];
    /// Clauses with their anchors on the page.
    Cited = [("3.(1) 加盟店への提供（#加盟店への提供）", "3.(1) 加盟店への提供 (#加盟店への提供)")];
}

/// In what the answer to a request may differ from part to part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Differing {
    Data,
    Party,
    Purpose,
    Route,
}

impl Differing {
    /// In the order of the sets of a part.
    pub(super) const ALL: [Self; 4] = [Self::Data, Self::Party, Self::Purpose, Self::Route];

    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Data => ("情報", "data"),
            Self::Party => ("相手", "party"),
            Self::Purpose => ("目的", "purpose"),
            Self::Route => ("経路", "route"),
        }
    }
}

impl Part for Processing {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.word())
    }

    fn en(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.english())
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        [Self::Pseudonymised, Self::Anonymised][at % 2]
    }
}
