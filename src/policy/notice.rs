//! Statements that the law wants on the page and that rule nothing.

use crate::document::ClauseId;
use crate::keyword::{Keyword, each_notice};
use crate::span::Span;

/// One kind for each keyword of a notice.
macro_rules! kinds {
    ($($(#[$said:meta])* $variant:ident = $word:literal;)+) => {
        /// What a notice is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum NoticeKind {
            $(#[doc = $word] $variant,)+
        }

        impl NoticeKind {
            /// Every kind.
            #[cfg(any(test, feature = "internals"))]
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// What a statement of this keyword tells; nothing if it is no notice.
            #[must_use]
            pub fn of(keyword: Keyword) -> Option<Self> {
                match keyword { $(Keyword::$variant => Some(Self::$variant),)+ _ => None }
            }

            /// The keyword that it is written with.
            #[must_use]
            #[cfg(any(test, feature = "internals"))]
            pub fn keyword(self) -> Keyword {
                match self { $(Self::$variant => Keyword::$variant,)+ }
            }
        }
    };
}

each_notice!(kinds);

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
