//! The states of data, and what turns one into another.

use crate::span::Span;
use crate::vocabulary::{Attribute, ConceptId, Graph, LeafSet};

/// The state data is in when an act is done with it.
///
/// 個人非識別 is the company's own word. What asks for 匿名加工 (APPI article 43) is not met by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Processing {
    /// 生データ: as collected.
    Raw,
    /// 仮名加工情報, APPI article 2(5).
    Pseudonymised,
    /// 個人非識別: the recipient cannot tell the person from the information alone.
    Deidentified,
    /// 匿名加工情報, APPI article 2(6).
    Anonymised,
    /// 統計情報: aggregate.
    Aggregate,
}

impl Processing {
    /// The strength of aggregate data.
    pub const STRONGEST: u8 = 4;

    /// All states, weakest first.
    pub const ALL: [Self; 5] = [
        Self::Raw,
        Self::Pseudonymised,
        Self::Deidentified,
        Self::Anonymised,
        Self::Aggregate,
    ];

    /// How strongly the data is processed, from 0.
    #[must_use]
    pub fn strength(self) -> u8 {
        match self {
            Self::Raw => 0,
            Self::Pseudonymised => 1,
            Self::Deidentified => 2,
            Self::Anonymised => 3,
            Self::Aggregate => 4,
        }
    }

    /// As written in a source.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Raw => "生データ",
            Self::Pseudonymised => "仮名加工",
            Self::Deidentified => "個人非識別",
            Self::Anonymised => "匿名加工",
            Self::Aggregate => "統計",
        }
    }

    /// The key used in the bundle.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Pseudonymised => "pseudonymised",
            Self::Deidentified => "deidentified",
            Self::Anonymised => "anonymised",
            Self::Aggregate => "aggregate",
        }
    }

    /// The state written so.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// The state of this key.
    #[must_use]
    pub fn from_english(term: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.english() == term)
    }
}

/// What must be done to data before an act (加工).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transform {
    /// 除外: removed.
    pub drop: Vec<ConceptId>,
    /// 残す: nothing but these may remain. Empty: no bound.
    pub keep: Vec<ConceptId>,
    /// 一般化: the first is replaced by the second.
    pub generalise: Vec<(ConceptId, ConceptId)>,
    /// Where the 加工 is written.
    pub span: Span,
}

impl Transform {
    /// The data leaves that are no longer there once it was applied: those under 除外, and, where 残す sets a bound,
    /// every direct or quasi identifier that is neither kept nor replaced by something that stays.
    #[must_use]
    pub fn removes(&self, data: &Graph) -> LeafSet {
        let dropped = data.leaves_of_all(&self.drop);
        if self.keep.is_empty() {
            return dropped;
        }
        let identifying = data
            .leaves_with(Attribute::DirectIdentifier)
            .union(data.leaves_with(Attribute::QuasiIdentifier));
        let removed = dropped.union(&identifying.difference(&data.leaves_of_all(&self.keep)));
        let replaced = self
            .generalise
            .iter()
            .filter(|(_, to)| !data.leaves_of(*to).is_subset(&removed))
            .map(|(from, _)| data.leaves_of(*from));
        removed.difference(&LeafSet::union_all(replaced)).union(&dropped)
    }
}
