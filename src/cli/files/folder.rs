//! Looking into a folder of revisions.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::path::named;
use super::reading::{leads_outside, not_a_file, too_large, unreadable};
use super::writing::leaves_its_repository;
use super::{Beside, as_written, input};
use crate::cli::error::CliError;
use crate::project::beneath::{Kind, Place, Refusal, Root};
use crate::project::{Project, relative, root_around};

/// A folder that the user named, or one in it. What lies in it is read by the rules for imports.
#[derive(Debug)]
pub(in crate::cli) struct Folder {
    /// As the user would write it.
    path: PathBuf,
    place: Place,
}

impl Folder {
    /// Opens a folder that the user named.
    pub(in crate::cli) fn open(path: &Path) -> Result<Self, CliError> {
        let open = || -> io::Result<Place> {
            let here = path.canonicalize()?;
            let root = Root::open(root_around(&here))?;
            let at = here.strip_prefix(root.path()).unwrap_or(Path::new("")).to_path_buf();
            Ok(Place {
                root: Arc::new(root),
                at,
            })
        };
        let place = open().map_err(|error| unreadable(path, error))?;
        if leaves_its_repository(path, &place.path()) {
            return Err(leads_outside(path));
        }
        Ok(Self {
            path: path.to_path_buf(),
            place,
        })
    }

    /// The path of something in the folder, as the user would write it.
    pub(in crate::cli) fn path(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// The names in the folder, sorted; hidden ones are passed over.
    pub(in crate::cli) fn names(&self) -> Result<Vec<String>, CliError> {
        let list = || -> Result<Vec<String>, Refusal> {
            let (_, folder) = self.place.root.folder(&self.place.at)?;
            let mut names = Vec::new();
            for entry in folder.entries()? {
                let name = entry?.file_name();
                // One that is no text cannot be opened by its name, and is told when that is tried.
                let name = name.to_string_lossy().into_owned();
                if !name.starts_with('.') {
                    names.push(name);
                }
            }
            names.sort();
            Ok(names)
        };
        list().map_err(|refusal| told(&self.path, refusal))
    }

    /// What lies there under a name, links followed; none where a link leads nowhere.
    pub(in crate::cli) fn kind(&self, name: &str) -> Result<Option<Kind>, CliError> {
        match self.place.root.kind(&self.place.at.join(name)) {
            Ok(kind) => Ok(Some(kind)),
            Err(Refusal::Missing) => Ok(None),
            Err(refusal) => Err(told(&self.path(name), refusal)),
        }
    }

    /// A folder in it.
    pub(in crate::cli) fn folder(&self, name: &str) -> Result<Self, CliError> {
        let path = self.path(name);
        let found = self.place.root.folder(&self.place.at.join(name));
        let (at, _) = found.map_err(|refusal| told(&path, refusal))?;
        let root = self.place.root.clone();
        Ok(Self {
            path,
            place: Place { root, at },
        })
    }

    /// Reads a regular file in it.
    pub(in crate::cli) fn read(&self, name: &str) -> Result<Beside, CliError> {
        let read = || -> Result<(Place, Vec<u8>), Refusal> {
            let at = self.place.root.locate(&self.place.at.join(name))?;
            let bytes = self.place.root.read(&at)?;
            let root = self.place.root.clone();
            Ok((Place { root, at }, bytes))
        };
        let (place, bytes) = read().map_err(|refusal| told(&self.path(name), refusal))?;
        // A link is called by what it leads to, since imports count from there.
        let path = as_written(&self.path, &relative(&self.place.at, &place.at), &place);
        let input = input(&path, bytes, Project::of_place(&place));
        Ok(Beside { path, input, place })
    }
}

/// What is told of something in the folder that is not read.
fn told(path: &Path, refusal: Refusal) -> CliError {
    match refusal {
        Refusal::Missing => unreadable(path, io::ErrorKind::NotFound.into()),
        Refusal::LeadsOutside => leads_outside(path),
        Refusal::NotAFile(Kind::Folder) => unreadable(path, io::ErrorKind::IsADirectory.into()),
        Refusal::NotAFile(_) => not_a_file(path),
        Refusal::TooLarge => too_large(&named(path)),
        Refusal::Unreadable(error) => unreadable(path, error),
    }
}
