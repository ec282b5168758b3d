//! A page while it is drawn.

use std::collections::BTreeSet;

use super::anchors::Anchors;
use crate::document::ClauseId;
use crate::policy::Policy;

/// A page while it is drawn.
pub(super) struct Page<'a> {
    pub(super) policy: &'a Policy,
    pub(super) anchors: Anchors,
    /// Clauses whose id stands on the page already.
    pub(super) placed: BTreeSet<ClauseId>,
    /// Definitions whose id stands on the page already.
    pub(super) defined: BTreeSet<&'a str>,
    /// Terms linked since the last heading of the table of contents.
    pub(super) linked_terms: BTreeSet<&'a str>,
    /// Where the list of revisions lies, if one is published.
    pub(super) history: Option<&'a str>,
    /// Where the previous revision lies, if it is published.
    pub(super) previous: Option<&'a str>,
    /// Whether a table of contents was drawn.
    pub(super) has_contents: bool,
}
