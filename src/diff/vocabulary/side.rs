//! The two revisions, a leaf of either, and the clauses that go by another anchor.

use std::collections::BTreeMap;

/// Which of the two revisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// 改定前
    Old,
    /// 改定後
    New,
}

impl Side {
    /// Both, the old one first.
    pub const BOTH: [Self; 2] = [Self::Old, Self::New];

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Old => Self::New,
            Self::New => Self::Old,
        }
    }

    /// As an index: 0 for the old one.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }
}

/// The clauses of the old revision that go by another anchor in the new one. Names local to a clause follow it.
pub type Anchors = BTreeMap<String, String>;

/// A leaf in the two revisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JointLeaf {
    /// Its number in the old revision.
    pub old: Option<u32>,
    /// Its number in the new revision.
    pub new: Option<u32>,
}

impl JointLeaf {
    /// Its number in one revision.
    #[must_use]
    pub fn on(self, side: Side) -> Option<u32> {
        match side {
            Side::Old => self.old,
            Side::New => self.new,
        }
    }
}
