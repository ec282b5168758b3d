//! Statements that the law wants on the page and that rule nothing.

use crate::document::ClauseId;
use crate::span::Span;

macro_rules! notices {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $english:literal;)+) => {
        /// What a notice is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum NoticeKind {
            $($(#[$doc])* $variant,)+
        }

        impl NoticeKind {
            /// Every kind.
            #[cfg(any(test, feature = "internals"))]
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word of the language.
            #[must_use]
            #[cfg(any(test, feature = "internals"))]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The key used in the bundle.
            #[must_use]
            #[cfg(any(test, feature = "internals"))]
            pub fn english(self) -> &'static str {
                match self { $(Self::$variant => $english,)+ }
            }

            /// The kind that is written so.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

notices! {
    /// 権利
    Rights = "権利", "data_subject_rights";
    /// 手数料
    Fees = "手数料", "fees";
    /// 安全管理
    SecurityMeasures = "安全管理", "security_measures";
    /// 責任者
    PersonInCharge = "責任者", "person_in_charge";
    /// 窓口
    Contact = "窓口", "contact";
    /// 任意性
    Voluntariness = "任意性", "voluntariness";
    /// 認定団体
    AccreditedBody = "認定団体", "accredited_body";
}

/// A statement that the law wants on the page and that permits and forbids nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// What stands in its ［］.
    pub values: Vec<String>,
    /// Its wording, as shown.
    pub wording: String,
    /// The clause it stands in.
    pub clause: ClauseId,
    /// Where.
    pub span: Span,
}
