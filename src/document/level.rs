//! The numbered levels, how each is numbered, and the numbers themselves.

use std::collections::BTreeMap;

use super::numbering::NumberPattern;

/// The three numbered levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutlineLevel {
    /// 章
    Chapter,
    /// 節, and the clauses that are numbered like one
    Section,
    /// 項
    Subsection,
}

impl OutlineLevel {
    /// All levels, outermost first.
    pub const ALL: [Self; 3] = [Self::Chapter, Self::Section, Self::Subsection];

    /// The keyword of the level.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Chapter => "章",
            Self::Section => "節",
            Self::Subsection => "項",
        }
    }
}

/// How one level is numbered and referred to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelStyle {
    /// How the number is written.
    pub pattern: NumberPattern,
    /// The word that a reference prints after the bare number (第3条: 条); `None` prints the number as in the heading.
    pub word: Option<String>,
}

/// How the whole document is numbered.
pub type Style = BTreeMap<OutlineLevel, LevelStyle>;

/// `1.` `(1)` `①`, as most companies number.
#[must_use]
pub fn default_style() -> Style {
    let level = |pattern: &str| LevelStyle {
        // The three patterns are constants that a test reads.
        pattern: NumberPattern::parse(pattern).unwrap_or_default(),
        word: None,
    };
    BTreeMap::from([
        (OutlineLevel::Chapter, level("1.")),
        (OutlineLevel::Section, level("(1)")),
        (OutlineLevel::Subsection, level("①")),
    ])
}

/// A number as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The level that was counted.
    pub level: OutlineLevel,
    /// As in the heading: `(1)`.
    pub full: String,
    /// Without its marks: `1`.
    pub bare: String,
}

/// A number as a reference prints it: 第3条, (1), 3.
pub(crate) fn number_in_reference(style: &Style, number: &Number) -> String {
    match style.get(&number.level).and_then(|style| style.word.as_ref()) {
        Some(word) => format!("第{}{word}", number.bare),
        None => number.full.trim_end_matches(['.', '．']).to_owned(),
    }
}
