//! Where a norm stands in the index.

/// The place of a norm among those of an index, where norms about the same things stand side by side. It is no
/// [`NormId`](crate::norm::NormId): that is the place of a norm in its policy.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Position(u32);

impl Position {
    /// The place with this number.
    pub(super) fn new(number: usize) -> Self {
        Self(number as u32)
    }

    /// The place that a bit of a word of a row stands for.
    pub(super) fn of_bit(word: usize, bit: u32) -> Self {
        Self(word as u32 * 64 + bit)
    }

    /// As an index.
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}
