//! Words in the two languages that hoshin speaks.

use std::borrow::Cow;

use crate::characters;

/// The language messages are shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Japanese, the default.
    #[default]
    Ja,
    /// English.
    En,
}

/// One sentence in both languages. What it quotes may come from a stranger: characters that no reader could see stand in
/// it as their code points.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Pairs the two wordings of one sentence.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            ja: visible(ja.into()),
            en: visible(en.into()),
        }
    }

    /// No words: for a label that only marks its place.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// The wording in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        }
    }
}

fn visible(text: String) -> String {
    match characters::shown(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(shown) => shown,
    }
}
