//! Clauses by number.

/// A clause of a policy; an index into [`Document::clauses`](crate::document::Document::clauses).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseId(pub u32);
