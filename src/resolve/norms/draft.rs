//! A norm before it has a key and a place.

use crate::document::ClauseId;
use crate::norm::{ActSet, AnyOf, Effect, Period, Processing, Rank, Scope, Transform};

/// A norm without key and provenance.
#[derive(Clone)]
pub(super) struct Draft {
    pub(super) effect: Effect,
    pub(super) acts: ActSet,
    pub(super) data: Scope,
    pub(super) parties: Scope,
    pub(super) purposes: Scope,
    pub(super) routes: Option<Vec<u32>>,
    pub(super) processing: Processing,
    pub(super) requires: Vec<AnyOf>,
    /// What lifts it where all of them hold; nothing does where there are none.
    pub(super) unless: Vec<AnyOf>,
    /// The clauses that it gives way to.
    pub(super) gives_way_to: Vec<ClauseId>,
    pub(super) rank: Rank,
    pub(super) priority_over: Vec<ClauseId>,
    pub(super) transform: Option<Transform>,
    pub(super) basis: Vec<String>,
    pub(super) period: Option<Period>,
    pub(super) exception: bool,
    /// The source names no state of processing.
    pub(super) any_state: bool,
}
