//! Where the revisions of a policy come from: a file, a commit of git, a bundle, a folder that holds several.

mod date;
mod folder;
mod git;
mod lfs;
mod measure;
mod origin;
pub(super) mod path;

use std::path::{Path, PathBuf};

use super::error::CliError;
use super::error_code::CliCode;
use super::files::{self, Input};
use super::policies::{self, Compiled};
use super::sentences::revisions::{self as say, Reason};
use super::subject::{self, Opened, Subject};
use crate::compile::LoadError;
use crate::diagnostic::{Code, Findings, Level};
use crate::policy::Policy;
use crate::source::{MAX_SOURCE_BYTES, mebibytes};
use crate::text::sentence::{File, Size};
use git::GitPlace;

pub(super) use date::date_of;
pub(super) use folder::revisions_in;
pub(super) use git::Snapshot;
pub(super) use measure::Measure;
pub(super) use origin::{Origin, origin_of};

/// What an argument names.
#[derive(Debug)]
pub(super) enum RevisionPlace {
    /// A source or a bundle; `-` for standard input.
    File(PathBuf),
    /// A folder of revisions.
    Folder(PathBuf),
    /// A file of a commit.
    Git(GitPlace),
}

impl RevisionPlace {
    /// Reads an argument. A file whose name begins with `git:` is named `./git:…`.
    ///
    /// # Errors
    /// `C0001` for a place in git that is not complete.
    pub(super) fn of(argument: &Path) -> Result<Self, CliError> {
        if let Some(place) = argument.to_str().and_then(GitPlace::parse) {
            return place.map(Self::Git);
        }
        Ok(match files::is_folder(argument) {
            true => Self::Folder(argument.to_path_buf()),
            false => Self::File(argument.to_path_buf()),
        })
    }
}

/// A revision, read and ready to be compared.
#[derive(Debug)]
pub(super) struct Revision {
    pub(super) subject: Subject,
    pub(super) origin: Origin,
    /// How long the file is that it was read from.
    pub(super) bytes: usize,
}

/// A source that is no policy.
#[derive(Debug)]
pub(super) struct Faulty {
    /// As the user names it.
    pub(super) name: String,
    pub(super) compiled: Box<Compiled>,
}

impl Faulty {
    /// Whether nothing is wrong with it but that it is no policy: a file that only declares.
    fn only_declares(&self) -> bool {
        let found = self.compiled.compilation.diagnostics.iter();
        let mut errors = found.filter(|diagnostic| diagnostic.level == Level::Error);
        errors.all(|diagnostic| diagnostic.code == Code::H0310)
    }
}

/// Reads and compiles a file or a file of a commit.
///
/// # Errors
/// What reading gives; a source with errors is none.
pub(super) fn read(place: &RevisionPlace, stdin_name: Option<&Path>) -> Result<Result<Revision, Faulty>, CliError> {
    match place {
        RevisionPlace::File(path) | RevisionPlace::Folder(path) => of_file(path, stdin_name),
        RevisionPlace::Git(place) => of_commit(git::open(place, Path::new(""))?),
    }
}

fn of_file(path: &Path, stdin_name: Option<&Path>) -> Result<Result<Revision, Faulty>, CliError> {
    let input = policies::open(path, stdin_name)?;
    let origin = origin_of(path, stdin_name);
    let name = match &origin {
        Origin::File { path, .. } => files::shown(path),
        // INVARIANT: a file does not lie in a commit.
        Origin::Commit { path, .. } => path.clone(),
    };
    opened(name, input, origin)
}

/// A file that a policy or a folder has led to.
fn of_file_in_project(beside: files::Beside) -> Result<Result<Revision, Faulty>, CliError> {
    let files::Beside { path, input, place } = beside;
    let place = Some(place);
    opened(files::shown(&path), input, Origin::File { path, place })
}

fn of_commit(entry: git::Entry) -> Result<Result<Revision, Faulty>, CliError> {
    let (snapshot, path) = (entry.snapshot.clone(), entry.path.clone());
    opened(snapshot.name(&path), entry.input(), Origin::Commit { snapshot, path })
}

fn opened(name: String, input: Input, origin: Origin) -> Result<Result<Revision, Faulty>, CliError> {
    if lfs::is_pointer(&input.bytes) {
        return Err(lfs::refused(&name));
    }
    let bytes = input.bytes.len();
    Ok(match subject::read(name.clone(), input)? {
        Opened::Sound(subject) => Ok(Revision {
            subject: *subject,
            origin,
            bytes,
        }),
        Opened::Faulty(compiled) => Err(Faulty { name, compiled }),
    })
}

impl Revision {
    /// The policy.
    pub(super) fn policy(&self) -> &Policy {
        &self.subject.policy
    }

    /// Where annotations to it stand; none for a bundle. The files of a commit go by their paths in the repository: tools
    /// that show annotations in files know no commits.
    pub(super) fn findings(&self) -> Option<Findings<'_>> {
        let (sources, folder) = self.subject.sources()?;
        let folder = match &self.origin {
            Origin::File { .. } => folder,
            Origin::Commit { snapshot, .. } => snapshot.home(),
        };
        Some(Findings {
            sources,
            diagnostics: &[],
            folder,
        })
    }

    /// The revision that 旧版 names; none where nothing is named, and before a bundle, which does not say where its
    /// source lay.
    ///
    /// # Errors
    /// As for [`previous`].
    pub(super) fn previous(&self) -> Result<Option<Result<Self, Faulty>>, CliError> {
        if self.subject.is_bundle() {
            return Ok(None);
        }
        previous(&self.subject.name, self.policy(), &self.origin)
    }
}

/// The revision that the 旧版 of a policy names.
///
/// # Errors
/// `C0025` where there is none at that place or it lies outside of the project, and what reading gives.
pub(super) fn previous(
    name: &str,
    policy: &Policy,
    origin: &Origin,
) -> Result<Option<Result<Revision, Faulty>>, CliError> {
    let Some(path) = &policy.metadata.previous else {
        return Ok(None);
    };
    let found = previous_at(name, path, origin)?;
    let itself = |revision: &Revision| revision.origin.identity() == origin.identity();
    match &found {
        Some(Ok(revision)) if itself(revision) => Err(CliError::new(
            CliCode::C0025,
            say::previous_is_itself(&File(name.to_owned()), &File(path.to_owned())),
        )
        .advise(say::name_the_one_before())),
        _ => Ok(found),
    }
}

fn previous_at(name: &str, path: &str, origin: &Origin) -> Result<Option<Result<Revision, Faulty>>, CliError> {
    if let Some(place) = GitPlace::parse(path) {
        let folder = match origin {
            Origin::File { path, .. } => files::parent(path),
            Origin::Commit { snapshot, .. } => snapshot.working_folder(),
        };
        return of_commit(git::open(&place?, folder)?).map(Some);
    }
    let missing = |error| no_previous(name, path, &error);
    match origin {
        Origin::File { path: entry, place } => {
            let beside = files::open_beside(entry, place.as_ref(), path)?.map_err(missing)?;
            of_file_in_project(beside).map(Some)
        }
        Origin::Commit { snapshot, path: entry } => {
            let entry = snapshot.beside(path::parted(entry).1, path).map_err(missing)?;
            of_commit(entry?).map(Some)
        }
    }
}

fn no_previous(name: &str, path: &str, error: &LoadError) -> CliError {
    let (name, path) = (File(name.to_owned()), File(path.to_owned()));
    let message = match error {
        LoadError::NotFound => say::previous_not_found(&name, &path),
        LoadError::OutsideProject => say::previous_outside(&name, &path),
        LoadError::NotAFile => say::previous_not_a_file(&name, &path),
        LoadError::TooLarge => say::previous_too_large(&name, &path, &Size(mebibytes(MAX_SOURCE_BYTES))),
        LoadError::Unreadable(reason) => say::previous_unreadable(&name, &path, &Reason(reason.clone())),
    };
    CliError::new(CliCode::C0025, message).advise(say::where_the_previous_is())
}
