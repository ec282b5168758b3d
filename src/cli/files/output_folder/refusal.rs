//! Why a folder of output is not replaced.

use std::path::Path;

use super::contents::{Foreign, Why};
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::files::path::named;
use crate::cli::sentences::output_folder as say;
use crate::text::sentence::File;

pub(super) fn not_a_folder(given: &Path) -> CliError {
    CliError::new(CliCode::C0007, say::is_a_file(&named(given))).advise(say::name_another())
}

pub(super) fn mount_point(given: &Path) -> CliError {
    let folder = named(given);
    let within = File(folder.0.trim_end_matches('/').to_owned());
    CliError::new(CliCode::C0030, say::is_a_mount_point(&folder)).advise(say::name_one_within(&within))
}

pub(super) fn not_ours(given: &Path, foreign: &Foreign) -> CliError {
    let (folder, path) = (named(given), File(foreign.path.to_string()));
    let (message, advice) = match foreign.why {
        Why::NotOurs => (say::holds_another_file(&folder, &path), say::name_another_or_move()),
        Why::Edited => (say::was_edited(&folder, &path), say::keep_or_delete_the_change()),
        Why::Unknown => (
            say::may_have_been_edited(&folder, &path),
            say::look_and_delete_or_move(),
        ),
    };
    CliError::new(CliCode::C0008, message).advise(advice)
}
