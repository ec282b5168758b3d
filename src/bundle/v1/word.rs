//! The closed vocabularies of the bundle, each the counterpart of an enum of the model.

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::keyword::each_notice;
use crate::{document, norm, policy, vocabulary};

/// Declares an enum of the bundle with its words and both conversions. A variant that the model gains and the bundle
/// lacks does not compile.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident = $model:ty { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(JsonSchema))]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every word.
            #[cfg(any(test, feature = "internals"))]
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it stands in the document.
            #[cfg_attr(not(feature = "internals"), allow(dead_code, reason = "not every word is told apart from the document"))]
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl From<$model> for $name {
            fn from(value: $model) -> Self {
                match value { $(<$model>::$variant => Self::$variant,)+ }
            }
        }

        impl From<$name> for $model {
            fn from(value: $name) -> Self {
                match value { $($name::$variant => <$model>::$variant,)+ }
            }
        }
    };
}

words! {
    /// An act done with data. The list is fixed.
    Act = norm::Act {
        /// 取得: the operator obtains the data (dpv:Collect).
        Collect = "collect",
        /// 利用: the operator uses the data itself (dpv:Use).
        Use = "use",
        /// 提供: the operator gives the data to a third party (dpv:Share; APPI article 27).
        Provide = "provide",
        /// 受領: the operator is given the data by a third party (APPI article 30).
        Receive = "receive",
        /// 委託: the operator has a processor handle the data (APPI articles 25 and 27(5)(i)).
        Entrust = "entrust",
        /// 受託: the operator handles the data as somebody's processor.
        AcceptEntrustment = "accept_entrustment",
        /// 共同利用: the operator uses the data jointly with others (APPI article 27(5)(iii)).
        Share = "share",
        /// 外部送信: a user's device is made to send the data to somebody (Telecommunications Business Act article 27-12).
        Transmit = "transmit_externally",
        /// 越境: the data reaches a third party in a foreign country (dpv:Transfer; APPI article 28).
        TransferAbroad = "transfer_abroad",
        /// 掲載: the data is made public (dpv:MakeAvailable).
        Publish = "publish",
        /// 保管: the data is kept (dpv:Store).
        Retain = "retain",
        /// 消去: the data is deleted (dpv:Erase).
        Erase = "erase",
    }
}

words! {
    /// What a norm does to the requests it matches.
    Effect = norm::Effect {
        /// The acts may be done (dpv:Permission).
        Permit = "permit",
        /// The acts may not be done (dpv:Prohibition).
        Forbid = "forbid",
        /// The acts may not be done for the norm's purposes. Those are already the purposes *outside* the ones that the
        /// clause leaves open, so a program treats a limit exactly like a forbid.
        Limit = "limit",
    }
}

words! {
    /// The state data is in. Strength: `raw` 0, `pseudonymised` 1, `deidentified` and `anonymised` 2, `aggregate` 3.
    Processing = norm::Processing {
        /// 生データ: as collected. Strength 0.
        Raw = "raw",
        /// 仮名加工情報 (APPI article 2(5); dpv:PseudonymisedData). Strength 1.
        Pseudonymised = "pseudonymised",
        /// 個人非識別: the recipient cannot tell the person from the information alone. Strength 2.
        Deidentified = "deidentified",
        /// 匿名加工情報 (APPI article 2(6); dpv:AnonymisedData). Strength 2.
        Anonymised = "anonymised",
        /// 統計情報: aggregate. Strength 3.
        Aggregate = "aggregate",
    }
}

words! {
    /// Which norms outrank which.
    Rank = norm::Rank {
        /// An ordinary clause.
        Ordinary = "ordinary",
        /// 特約: a rider, which outranks every ordinary clause.
        Rider = "rider",
    }
}

words! {
    /// A property of a concept and of everything below it.
    Attribute = vocabulary::Attribute {
        /// 直接識別: identifies a person by itself (dpv:IdentifyingPersonalData).
        DirectIdentifier = "direct_identifier",
        /// 準識別: identifies a person together with other items.
        QuasiIdentifier = "quasi_identifier",
        /// 要配慮個人情報 (APPI article 2(3); dpv:SensitivePersonalData).
        Sensitive = "special_care_required",
        /// 個人関連情報 (APPI article 2(7)).
        PersonallyReferable = "personally_referable",
        /// 外国: in a foreign country (APPI article 28; dpv:ThirdCountry).
        Foreign = "foreign",
        /// グループ: a company of the operator's group.
        Group = "group_company",
        /// 委託先: handles data on the operator's behalf (APPI article 27(5)(i); dpv:DataProcessor).
        Processor = "processor",
        /// 学術研究機関等 (APPI article 16(8); dpv:AcademicScientificOrganisation).
        AcademicInstitution = "academic_institution",
        /// 行政機関: a body of the state or a local government (dpv:GovernmentalOrganisation).
        PublicBody = "public_body",
    }
}

/// The kinds of notice, a key for each keyword of one: its name in the table of keywords.
macro_rules! notice_kinds {
    ($($(#[$said:meta])* $variant:ident = $word:literal;)+) => {
        /// What a notice is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum NoticeKind {
            $($(#[$said])* $variant,)+
        }

        impl From<policy::NoticeKind> for NoticeKind {
            fn from(value: policy::NoticeKind) -> Self {
                match value { $(policy::NoticeKind::$variant => Self::$variant,)+ }
            }
        }

        impl From<NoticeKind> for policy::NoticeKind {
            fn from(value: NoticeKind) -> Self {
                match value { $(NoticeKind::$variant => Self::$variant,)+ }
            }
        }
    };
}

each_notice!(notice_kinds);

words! {
    /// What a date says of the policy.
    DateKind = document::DateKind {
        /// 制定
        Established = "established",
        /// 改定
        Revised = "revised",
        /// 最終改定
        LastRevised = "last_revised",
        /// 施行
        Effective = "effective",
    }
}

words! {
    /// The five answers to a request.
    Decision = policy::Expected {
        /// 許可
        Permitted = "permitted",
        /// 条件付き許可: permitted once further conditions hold.
        PermittedUnderConditions = "permitted_under_conditions",
        /// 加工すれば許可: permitted once the data is processed.
        PermittedIfProcessed = "permitted_if_processed",
        /// 禁止
        Forbidden = "forbidden",
        /// 定めなし: no norm decides. Treat it as a refusal.
        NotStated = "not_stated",
    }
}

words! {
    /// The three numbered levels of the document.
    Level = document::OutlineLevel {
        /// 章
        Chapter = "chapter",
        /// 節, and the clauses that are numbered like one.
        Section = "section",
        /// 項
        Subsection = "subsection",
    }
}

words! {
    /// What a reference to a clause shows.
    Part = document::Part {
        /// Number and title.
        Full = "full",
        /// The number alone.
        Number = "number",
        /// The title alone.
        Title = "title",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words in the document are the model's own English terms.
    fn agree<W: Copy, M: From<W>>(all: &[W], word: fn(W) -> &'static str, english: fn(M) -> &'static str) {
        for one in all {
            assert_eq!(word(*one), english(M::from(*one)));
        }
    }

    #[test]
    fn words_are_the_terms_of_the_model() {
        agree(Act::ALL, Act::word, norm::Act::english);
        agree(Effect::ALL, Effect::word, norm::Effect::english);
        agree(Processing::ALL, Processing::word, norm::Processing::english);
        agree(Attribute::ALL, Attribute::word, vocabulary::Attribute::english);
        agree(DateKind::ALL, DateKind::word, document::DateKind::english);
        agree(Decision::ALL, Decision::word, policy::Expected::english);
    }

    #[test]
    fn the_key_of_a_notice_is_the_english_term_of_its_keyword() {
        for kind in policy::NoticeKind::ALL {
            let key = serde_json::to_value(NoticeKind::from(*kind)).expect("a word");
            let keyword = kind.keyword();
            assert_eq!(
                key,
                keyword.english().replace([' ', '-'], "_"),
                "src/keyword.rs: Keyword::{keyword:?} and its English term are one name"
            );
        }
    }

    #[test]
    fn strengths_in_the_documentation_are_the_ones_of_the_model() {
        let strengths: Vec<u8> = Processing::ALL
            .iter()
            .map(|state| norm::Processing::from(*state).strength())
            .collect();
        assert_eq!(strengths, [0, 1, 2, 3, 4]);
    }
}
