//! The file system: the only place that touches it.
//!
//! What the *user* names may lie anywhere and may be a pipe; only a link inside a repository is not followed out of it,
//! since not the user made it. What a *policy* names, or a folder of revisions holds, is a regular file beneath the
//! project's folder, opened from the handle of that folder.
#![expect(
    clippy::disallowed_methods,
    reason = "IO belongs to the command line, and within it to this module"
)]

mod folder;
mod lines;
mod output_folder;
mod path;
mod reading;
mod temporary;
mod walk;
mod writing;

use std::fs::File;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::string::FromUtf8Error;

pub(super) use folder::Folder;
pub(super) use lines::{Line, standard_input as standard_input_lines};
pub(super) use output_folder::replace as replace_folder;
pub(super) use path::{named, parent, shown};
pub(super) use reading::too_large;
pub(super) use writing::{rewrite, write_into, write_whole};

use path::tidy;
use reading::{leads_outside, standard_input_too_large, unreadable, unreadable_standard_input};
pub(super) use walk::{append, below, is_regular, is_repository, is_there, is_within, place};

use super::error::CliError;
use crate::compile::{LoadError, Loader};
use crate::project::beneath::Refusal;
pub(super) use crate::project::beneath::{Kind, Place};
pub(super) use crate::project::bounded::{BYTE_ORDER_MARK, is_json};
use crate::project::bounded::{Read, read_all};
use crate::project::{self, Project};

/// A policy as the user named it, read and ready to be compiled.
pub(super) struct Input {
    /// The folder the user named it in, with `/`; empty for the current one.
    pub(super) folder: String,
    /// Its name in that folder.
    pub(super) name: String,
    /// What it holds.
    pub(super) bytes: Vec<u8>,
    /// What it may import.
    pub(super) project: Box<dyn Loader>,
}

/// Reads a policy from a file that the user named.
pub(super) fn open(path: &Path) -> Result<Input, CliError> {
    let bytes = read(path)?;
    input_around(path, bytes)
}

/// Reads a policy from standard input, under the name of a file that need not exist.
pub(super) fn open_standard_input(name: Option<&Path>) -> Result<Input, CliError> {
    match read_all(io::stdin().lock(), 0) {
        Ok(Read::Whole(bytes)) => input_around(name.unwrap_or(Path::new("<stdin>")), bytes),
        Ok(Read::TooLarge) => Err(standard_input_too_large()),
        Err(error) => Err(unreadable_standard_input(error)),
    }
}

/// Reads a text file that the user named.
pub(super) fn read_text(path: &Path) -> Result<Result<String, FromUtf8Error>, CliError> {
    Ok(String::from_utf8(read(path)?))
}

/// A file that another led to.
pub(super) struct Beside {
    /// As the user would write it.
    pub(super) path: PathBuf,
    pub(super) input: Input,
    pub(super) place: Place,
}

/// Reads the policy that another calls `path`, by the rules for its imports. What is read belongs to the same project:
/// `place` is where the other lies in it, if it is known.
pub(super) fn open_beside(
    entry: &Path,
    place: Option<&Place>,
    path: &str,
) -> Result<Result<Beside, LoadError>, CliError> {
    let project = match place {
        Some(place) => Project::of_place(place),
        None => {
            let name = Path::new(entry.file_name().unwrap_or(entry.as_os_str()));
            Project::around(parent(entry), name).map_err(|error| unreadable(entry, error))?
        }
    };
    let place = match project.locate(path) {
        Ok(place) => place,
        Err(error) => return Ok(Err(error)),
    };
    let bytes = match place.root.read(&place.at) {
        Ok(bytes) => bytes,
        Err(refusal) => return Ok(Err(refusal.of_import())),
    };
    let path = as_written(parent(entry), &project.name_of(&place), &place);
    let input = input(&path, bytes, Project::of_place(&place));
    Ok(Ok(Beside { path, input, place }))
}

/// Whether a path that the user named leads to a folder.
pub(super) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// What tells a file from every other, whatever links lead to it. One that is not there goes by its path.
pub(super) fn identity(path: &Path) -> String {
    shown(&path.canonicalize().unwrap_or_else(|_| path.to_path_buf()))
}

/// The same of a file that another led to.
pub(super) fn identity_of(place: &Place) -> String {
    shown(&place.path())
}

/// The path of a file that is called `name` as seen from a folder: without `..`, unless that leads elsewhere.
fn as_written(folder: &Path, name: &Path, place: &Place) -> PathBuf {
    let path = folder.join(name);
    let tidy = tidy(&path);
    match tidy.canonicalize() {
        Ok(found) if found == place.path() => tidy,
        _ => path,
    }
}

fn input_around(path: &Path, bytes: Vec<u8>) -> Result<Input, CliError> {
    let name = Path::new(path.file_name().unwrap_or(path.as_os_str()));
    let project = Project::around(parent(path), name).map_err(|error| unreadable(path, error))?;
    Ok(input(path, bytes, project))
}

fn input(path: &Path, bytes: Vec<u8>, project: Project) -> Input {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let folder: PathBuf = parent(path)
        .components()
        .filter(|part| *part != Component::CurDir)
        .collect();
    Input {
        folder: shown(&folder),
        name: shown(Path::new(name)),
        bytes,
        project: Box::new(project),
    }
}

/// Reads a file that the user named. Pipes are read too, so that `<(…)` of a shell can be given; folders are refused.
fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    let file = open_as_named(path)?;
    let metadata = file.metadata().map_err(|error| unreadable(path, error))?;
    if metadata.is_dir() {
        return Err(unreadable(path, io::ErrorKind::IsADirectory.into()));
    }
    match read_all(file, metadata.len()).map_err(|error| unreadable(path, error))? {
        Read::Whole(bytes) => Ok(bytes),
        Read::TooLarge => Err(too_large(&named(path))),
    }
}

fn open_as_named(path: &Path) -> Result<File, CliError> {
    let opened = project::open_as_named(path).map_err(|refusal| match refusal {
        Refusal::Missing => unreadable(path, io::ErrorKind::NotFound.into()),
        Refusal::LeadsOutside => leads_outside(path),
        Refusal::NotAFile(_) => reading::not_a_file(path),
        Refusal::TooLarge => too_large(&named(path)),
        Refusal::Unreadable(error) => unreadable(path, error),
    })?;
    opened.map_err(|error| unreadable(path, error))
}
