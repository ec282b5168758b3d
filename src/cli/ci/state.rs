//! What a file is, beside the base.

use super::examined::Against;
use super::judged::Judged;
use crate::cli::sentences::ci::state as say;
use crate::diagnostic::Text;
use crate::text::sentence::File;

/// What a file is, beside the base.
pub(super) fn state(one: &Judged<'_>) -> Text {
    match &one.examined.against {
        Against::Declares => say::declares_only(),
        Against::Faulty => say::has_errors(),
        Against::New => say::is_new(),
        Against::FaultyBase(_) => say::base_has_errors(),
        Against::Same => say::is_unchanged(),
        Against::Other(old) if old.path == one.examined.path => say::is_changed(),
        Against::Other(old) => say::was_renamed(&File(old.path.clone())),
    }
}
