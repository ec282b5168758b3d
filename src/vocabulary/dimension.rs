//! The four vocabularies.

/// Which of the four vocabularies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// 情報: data categories.
    Data,
    /// 主体: parties.
    Party,
    /// 目的: purposes.
    Purpose,
    /// 条件: conditions.
    Condition,
}

impl Dimension {
    /// All four, in the order in which a request states them.
    pub const ALL: [Self; 4] = [Self::Data, Self::Party, Self::Purpose, Self::Condition];

    /// The Japanese word for a member of the vocabulary.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Data => "情報",
            Self::Party => "主体",
            Self::Purpose => "目的",
            Self::Condition => "条件",
        }
    }

    /// The English term.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Data => "data category",
            Self::Party => "party",
            Self::Purpose => "purpose",
            Self::Condition => "condition",
        }
    }
}
