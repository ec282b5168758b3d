//! How long data is kept.

use crate::vocabulary::ConceptId;

/// A retention period (期間) of a permit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Period {
    /// As written.
    pub written: String,
    /// The conditions of which any one ends it (以内, まで): they are among what lifts the permit.
    pub ends: Vec<ConceptId>,
    /// The conditions before which the data must not be erased (以上).
    pub at_least: Vec<ConceptId>,
}
