//! What is told, in both languages.

pub(crate) mod sentence;

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

    /// Two wordings that are made of what can be seen alone: of words of ours, and of texts.
    pub(crate) fn of_visible(ja: String, en: String) -> Self {
        Self { ja, en }
    }

    /// No words: for a label that only marks its place.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// This sentence, then another.
    #[must_use]
    pub(crate) fn then(&self, next: &Self) -> Self {
        Self::of_visible(format!("{}。{}", self.ja, next.ja), format!("{}; {}", self.en, next.en))
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
