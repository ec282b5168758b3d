//! Words in both languages, and classes, as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::diagnostic::Text;
use crate::diff::decisions::Class;

/// A sentence in both languages.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "InWords")]
pub(super) struct WordsOut {
    ja: String,
    en: String,
}

/// Which way something goes.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Class")]
pub(super) enum ClassOut {
    /// 広くなる: something becomes permitted, or is no longer forbidden.
    Wider,
    /// 狭くなる: something is no longer permitted, or becomes forbidden.
    Narrower,
    /// 広くも狭くもなる: both.
    Incomparable,
    /// 文言のみ: the words changed, no decision did.
    WordingOnly,
    /// 並べ替え: only places and numbers changed.
    Rearranged,
    /// 名前のみ: something got a name of its own, or lost it; under the wider name the other revision says the same.
    Named,
    /// 比べきれていない: the search was cut off, so nobody knows.
    NotCompared,
}

impl From<Class> for ClassOut {
    fn from(class: Class) -> Self {
        match class {
            Class::Wider => Self::Wider,
            Class::Narrower => Self::Narrower,
            Class::Incomparable => Self::Incomparable,
            Class::WordingOnly => Self::WordingOnly,
            Class::Rearranged => Self::Rearranged,
            Class::Named => Self::Named,
            Class::NotCompared => Self::NotCompared,
        }
    }
}

impl From<&Text> for WordsOut {
    fn from(text: &Text) -> Self {
        Self {
            ja: text.ja.clone(),
            en: text.en.clone(),
        }
    }
}
