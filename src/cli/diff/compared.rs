//! Two revisions and what tells them apart.

use crate::cli::revision::Revision;
use crate::diff::Comparison;

/// Two revisions and what tells them apart.
pub(super) struct Compared<'r> {
    pub(super) old: &'r Revision,
    pub(super) new: &'r Revision,
    pub(super) comparison: Comparison<'r>,
}
