//! Why a repository is not opened, or cannot be read.

use std::io;
use std::path::Path;

use super::{Refused, unusable};
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::files;
use crate::cli::sentences::git::{self as say, GitCommand};
use crate::text::sentence::File;

pub(super) fn no_repository(folder: &Path, error: io::Error) -> CliError {
    let message = match folder.as_os_str().is_empty() || folder == Path::new(".") {
        true => say::no_repository_here(),
        false => say::no_repository(&files::named(folder)),
    };
    CliError::new(CliCode::C0021, message)
        .advise(say::run_in_a_repository())
        .caused_by(error)
}

pub(super) fn bare_repository(folder: &Path) -> CliError {
    CliError::new(CliCode::C0021, say::bare(&files::named(folder))).advise(say::run_in_a_working_tree())
}

pub(super) fn elsewhere(top: &str) -> CliError {
    CliError::new(CliCode::C0021, say::elsewhere(&File(top.to_owned()))).advise(say::see_the_worktree())
}

pub(super) fn failed(command: &str, refused: Refused) -> CliError {
    unusable(say::does_not_answer(&GitCommand(command.to_owned()))).caused_by(io::Error::other(refused.said))
}

pub(super) fn unreadable_path(line: &[u8]) -> CliError {
    let path = String::from_utf8_lossy(line);
    let path = path.split_once('\t').map_or(&*path, |(_, path)| path);
    unusable(say::path_is_not_utf8(&File(path.to_owned()))).advise(say::rename_the_file())
}
