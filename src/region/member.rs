//! How a norm reaches the data of a cell.

use super::rule::RuleId;
use crate::decide::bits::Bits;

/// A norm that may speak of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Member {
    /// The norm.
    pub(crate) id: RuleId,
    /// It speaks of the data itself.
    pub(super) directly: bool,
    /// The linkings that bring the data under it.
    pub(super) brought_by: Bits,
    /// The linkings that take the data out of it.
    pub(super) taken_by: Bits,
}
