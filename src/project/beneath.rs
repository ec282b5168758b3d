//! Reading beneath a folder that is held open.
//!
//! What a policy names is looked up from the handle of its project's folder and nowhere else. The system itself refuses a
//! look-up that leaves the folder, by `..`, by a link or by both in turn, so no check of a path can disagree with what is
//! then opened, however quickly links are changed.

use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use cap_std::ambient_authority;
use cap_std::fs::{Dir, Metadata, OpenOptions};

use super::bounded::{Read, read_all};
use crate::compile::LoadError;

/// A folder nothing is read outside of, held open.
#[derive(Debug)]
pub(crate) struct Root {
    folder: Dir,
    /// Where it lies. Canonical.
    path: PathBuf,
}

/// Where a file or a folder lies beneath a root.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) root: Arc<Root>,
    /// From the root, links followed; empty for the root itself.
    pub(crate) at: PathBuf,
}

/// What lies at a path, links followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    File,
    Folder,
    /// A pipe, a device, a socket: it might never end, or never begin.
    Other,
}

/// Why something beneath a root is not read.
#[derive(Debug)]
pub(crate) enum Refusal {
    Missing,
    LeadsOutside,
    NotAFile(Kind),
    TooLarge,
    Unreadable(io::Error),
}

impl Root {
    pub(crate) fn open(path: PathBuf) -> io::Result<Self> {
        let folder = Dir::open_ambient_dir(&path, ambient_authority())?;
        Ok(Self { folder, path })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What lies at a path, links followed.
    pub(crate) fn kind(&self, path: &Path) -> Result<Kind, Refusal> {
        Ok(kind(&self.folder.metadata(here(path))?))
    }

    /// Where a regular file lies, links followed.
    pub(crate) fn locate(&self, path: &Path) -> Result<PathBuf, Refusal> {
        // Asked before anything is opened: to open a device can do something already.
        expect_file(&self.folder.metadata(here(path))?)?;
        let found = self.folder.canonicalize(here(path))?;
        // What git keeps for itself is no part of a project: checkouts leave credentials there.
        let is_git = |part: Component<'_>| part.as_os_str().eq_ignore_ascii_case(".git");
        match found.components().any(is_git) {
            true => Err(Refusal::LeadsOutside),
            false => Ok(found),
        }
    }

    /// Reads a regular file.
    pub(crate) fn read(&self, path: &Path) -> Result<Vec<u8>, Refusal> {
        let file = self.folder.open_with(here(path), &without_waiting())?;
        // Of what was opened, whatever lies at the path by now.
        let metadata = file.metadata()?;
        expect_file(&metadata)?;
        match read_all(file, metadata.len())? {
            Read::Whole(bytes) => Ok(bytes),
            Read::TooLarge => Err(Refusal::TooLarge),
        }
    }

    /// The folder at a path, links followed, and where it lies.
    pub(crate) fn folder(&self, path: &Path) -> Result<(PathBuf, Dir), Refusal> {
        if path.as_os_str().is_empty() {
            return Ok((PathBuf::new(), self.folder.try_clone()?));
        }
        let folder = self.folder.open_dir(path)?;
        Ok((self.folder.canonicalize(path)?, folder))
    }

    /// Opens what lies at a path, whatever it is, and waits for who writes if it is a pipe: for what the user names.
    pub(crate) fn open_as_named(&self, path: &Path) -> Result<std::fs::File, Refusal> {
        Ok(self.folder.open(here(path))?.into_std())
    }
}

impl Place {
    /// The place as a path of the system.
    pub(crate) fn path(&self) -> PathBuf {
        self.root.path.join(&self.at)
    }
}

impl Refusal {
    /// The same, as the library tells it of an import.
    pub(crate) fn of_import(self) -> LoadError {
        match self {
            Self::Missing => LoadError::NotFound,
            Self::LeadsOutside => LoadError::OutsideProject,
            Self::NotAFile(_) => LoadError::NotAFile,
            Self::TooLarge => LoadError::TooLarge,
            Self::Unreadable(error) => LoadError::Unreadable(error.to_string()),
        }
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            // INVARIANT: cap-std's own refusal has no number of the system; a file without permission has one.
            io::ErrorKind::PermissionDenied if error.raw_os_error().is_none() => Self::LeadsOutside,
            _ => Self::Unreadable(error),
        }
    }
}

pub(crate) fn kind(metadata: &Metadata) -> Kind {
    if metadata.is_file() {
        Kind::File
    } else if metadata.is_dir() {
        Kind::Folder
    } else {
        Kind::Other
    }
}

fn expect_file(metadata: &Metadata) -> Result<(), Refusal> {
    match kind(metadata) {
        Kind::File => Ok(()),
        kind => Err(Refusal::NotAFile(kind)),
    }
}

/// Reads, and never waits for a pipe that nobody writes into.
pub(crate) fn without_waiting() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use cap_std::fs::OpenOptionsExt as _;
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    }
    options
}

/// The folder itself has no name in itself.
fn here(path: &Path) -> &Path {
    if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    }
}
