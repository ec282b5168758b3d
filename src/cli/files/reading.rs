//! What is said where something cannot be read.

use std::io;
use std::path::Path;

use super::path::named;
use crate::bundle::MAX_BUNDLE_BYTES;
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::sentences::reading as say;
use crate::source::{self, MAX_SOURCE_BYTES};
use crate::text::sentence::{File, Size};

pub(super) fn unreadable(path: &Path, error: io::Error) -> CliError {
    let path = named(path);
    match error.kind() {
        io::ErrorKind::NotFound => CliError::new(CliCode::C0002, say::not_found(&path)).advise(say::check_the_path()),
        io::ErrorKind::IsADirectory => CliError::new(CliCode::C0004, say::is_a_folder(&path)).advise(
            say::name_the_files_in_it(&File(path.0.trim_end_matches('/').to_owned())),
        ),
        kind => {
            let advice = match kind {
                io::ErrorKind::PermissionDenied => say::may_it_be_read(),
                _ => say::can_others_open_it(),
            };
            CliError::new(CliCode::C0003, say::cannot_read(&path))
                .advise(advice)
                .caused_by(error)
        }
    }
}

/// What is told of a file that is larger than it may be.
pub(in crate::cli) fn too_large(file: &File) -> CliError {
    let (source, bundle) = limits();
    CliError::new(CliCode::C0005, say::too_large(file, &source, &bundle)).advise(say::is_it_a_policy())
}

/// The same of standard input.
pub(super) fn standard_input_too_large() -> CliError {
    let (source, bundle) = limits();
    CliError::new(CliCode::C0005, say::standard_input_too_large(&source, &bundle)).advise(say::is_it_a_policy())
}

/// How large a source may be, and how large a bundle.
fn limits() -> (Size, Size) {
    let size = |bytes| Size(source::mebibytes(bytes));
    (size(MAX_SOURCE_BYTES), size(MAX_BUNDLE_BYTES))
}

/// What is told of a standard input that cannot be read.
pub(super) fn unreadable_standard_input(error: io::Error) -> CliError {
    CliError::new(CliCode::C0003, say::cannot_read_standard_input()).caused_by(error)
}

/// What is told of a link that leads out of the folder that its finder keeps to.
pub(in crate::cli) fn leads_outside(path: &Path) -> CliError {
    CliError::new(CliCode::C0029, say::leads_outside(&named(path))).advise(say::name_the_place_itself())
}

/// What is told of a pipe, a device or a socket where a file should be.
pub(super) fn not_a_file(path: &Path) -> CliError {
    CliError::new(CliCode::C0028, say::not_a_regular_file(&named(path))).advise(say::put_a_file_in_its_place())
}
