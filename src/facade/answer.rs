//! What is answered.

use crate::decide::{Decision, Request, explain};
use crate::policy::{Expected, Policy};
use crate::text::Lang;

/// Which of the five answers a request has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AnswerKind {
    /// 許可. The only one that lets the act be done as it was put.
    Permitted,
    /// 条件付き許可: permitted once further conditions hold.
    UnderConditions,
    /// 加工すれば許可: permitted once the data are processed.
    IfProcessed,
    /// 禁止: a clause forbids it.
    Forbidden,
    /// 定めなし: no clause permits it, which is a refusal too.
    NotStated,
}

impl AnswerKind {
    /// Whether the act may be done as it was put.
    #[must_use]
    pub fn is_permitted(self) -> bool {
        self == Self::Permitted
    }

    /// The word for it: 条件付き許可, permitted under conditions.
    #[must_use]
    pub fn word(self, lang: Lang) -> String {
        let kind = Expected::from(self);
        match lang {
            Lang::Ja => kind.word().to_owned(),
            Lang::En => kind.english().replace('_', " "),
        }
    }
}

impl From<Expected> for AnswerKind {
    fn from(kind: Expected) -> Self {
        match kind {
            Expected::Permitted => Self::Permitted,
            Expected::PermittedUnderConditions => Self::UnderConditions,
            Expected::PermittedIfProcessed => Self::IfProcessed,
            Expected::Forbidden => Self::Forbidden,
            Expected::NotStated => Self::NotStated,
        }
    }
}

impl From<AnswerKind> for Expected {
    fn from(kind: AnswerKind) -> Self {
        match kind {
            AnswerKind::Permitted => Self::Permitted,
            AnswerKind::UnderConditions => Self::PermittedUnderConditions,
            AnswerKind::IfProcessed => Self::PermittedIfProcessed,
            AnswerKind::Forbidden => Self::Forbidden,
            AnswerKind::NotStated => Self::NotStated,
        }
    }
}

/// An answer with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    kind: AnswerKind,
    japanese: String,
    english: String,
}

impl Answer {
    pub(super) fn of(policy: &Policy, request: &Request, decision: &Decision) -> Self {
        let explain::Both { ja, en } = explain::both(policy, request, decision);
        Self {
            kind: decision.answer.kind().into(),
            japanese: ja,
            english: en,
        }
    }

    /// Whether the act may be done as it was put.
    #[must_use]
    pub fn is_permitted(&self) -> bool {
        self.kind.is_permitted()
    }

    /// Which of the five answers it is.
    #[must_use]
    pub fn kind(&self) -> AnswerKind {
        self.kind
    }

    /// Why, with the clauses cited, and what would change it: some lines of text.
    #[must_use]
    pub fn reasons(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ja => &self.japanese,
            Lang::En => &self.english,
        }
    }
}
