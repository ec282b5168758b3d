//! What a policy may import: files inside its project's folder.
//!
//! The library's own [`Loader`] for the file system. What a policy names is a regular file beneath the project's folder, opened
//! from the handle of that folder.
#![expect(
    clippy::disallowed_methods,
    reason = "IO belongs to the command line, and to this loader, which a feature adds"
)]

pub(crate) mod beneath;
pub(crate) mod bounded;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::compile::{LoadError, Loaded, Loader};
use beneath::{Place, Refusal, Root};

/// A path as shown to the user, with `/`.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

/// Loads imports.
///
/// Names of sources count from the entry's folder, so that they (and the bundle) do not depend on where the project
/// lies or where hoshin was started. A file has one name, however many links lead to it.
#[derive(Debug)]
pub(crate) struct Project {
    /// The folder nothing is read outside of; none where there is none, as for standard input from nowhere.
    root: Option<Arc<Root>>,
    /// The entry's folder. Like every path here it counts from the root and has no links in it.
    home: PathBuf,
    /// The files known so far, and their names.
    names: BTreeMap<PathBuf, String>,
    /// The folder that each source's imports count from, by its name.
    folders: BTreeMap<String, PathBuf>,
}

impl Project {
    /// The project of the entry `name` in `folder`.
    pub(crate) fn around(folder: &Path, name: &Path) -> io::Result<Self> {
        let home = match folder.canonicalize() {
            // The name given to standard input need not lead anywhere; then there is nothing to import.
            Err(error) if error.kind() == io::ErrorKind::NotFound => std::path::absolute(folder)?,
            result => result?,
        };
        let root = match Root::open(root_around(&home)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            result => Some(Arc::new(result?)),
        };
        let from_root = root.as_ref().and_then(|root| home.strip_prefix(root.path()).ok());
        let home = from_root.map(Path::to_path_buf).unwrap_or_default();
        // Standard input has no file behind it, and what leads out of the project has no place in it.
        let entry = root.as_ref().and_then(|root| root.locate(&home.join(name)).ok());
        Ok(Self::of(root, home, entry, shown(name)))
    }

    /// The project of an entry that lies in the project of another.
    pub(crate) fn of_place(place: &Place) -> Self {
        let home = parent(&place.at);
        let name = shown(Path::new(place.at.file_name().unwrap_or_default()));
        Self::of(Some(place.root.clone()), home, Some(place.at.clone()), name)
    }

    fn of(root: Option<Arc<Root>>, home: PathBuf, entry: Option<PathBuf>, name: String) -> Self {
        Self {
            root,
            names: entry.map(|entry| (entry, name.clone())).into_iter().collect(),
            folders: BTreeMap::from([(name, home.clone())]),
            home,
        }
    }

    /// The regular file that the entry calls `path`.
    ///
    /// # Errors
    /// Where it is not there, or lies outside of the project.
    pub(crate) fn locate(&self, path: &str) -> Result<Place, LoadError> {
        self.locate_from(&self.home, path)
    }

    /// How to reach a file from the entry's folder.
    pub(crate) fn name_of(&self, place: &Place) -> PathBuf {
        relative(&self.home, &place.at)
    }

    fn locate_from(&self, folder: &Path, path: &str) -> Result<Place, LoadError> {
        let path = Path::new(path);
        if path.has_root() || matches!(path.components().next(), Some(Component::Prefix(_))) {
            return Err(LoadError::OutsideProject);
        }
        let root = self.root.as_ref().ok_or(LoadError::NotFound)?;
        let at = root.locate(&folder.join(path)).map_err(|refusal| refusal.of_import())?;
        Ok(Place { root: root.clone(), at })
    }
}

impl Loader for Project {
    fn load(&mut self, importer: &str, path: &str) -> Result<Loaded, LoadError> {
        let folder = self.folders.get(importer).unwrap_or(&self.home);
        let place = self.locate_from(folder, path)?;
        if let Some(name) = self.names.get(&place.at) {
            // It was handed over before: it is not read a second time.
            return Ok(Loaded {
                name: name.clone(),
                bytes: Vec::new(),
            });
        }
        // Two files must not go by one name; what is no text could be shown as another is.
        if place.at.to_str().is_none() {
            return Err(LoadError::NotFound);
        }
        let bytes = place.root.read(&place.at).map_err(|refusal| refusal.of_import())?;
        let name = shown(&self.name_of(&place));
        self.folders.insert(name.clone(), parent(&place.at));
        self.names.insert(place.at, name.clone());
        Ok(Loaded { name, bytes })
    }
}

/// Opens what the user named, whatever it is. A link in a repository is not followed out of it: not the user made it.
///
/// # Errors
/// The outer error is a refusal beneath a repository, the inner one the system's.
pub(crate) fn open_as_named(path: &Path) -> Result<io::Result<std::fs::File>, Refusal> {
    let Some((repository, from_there)) = repository_of(path) else {
        return Ok(std::fs::File::open(path));
    };
    match Root::open(repository) {
        Ok(root) => root.open_as_named(&from_there).map(Ok),
        Err(error) => Ok(Err(error)),
    }
}

/// The folder of the project that a folder belongs to: the nearest one above that holds `.git`; else the current folder,
/// if the folder lies in it; else the folder itself. Canonical, as `home` is.
pub(crate) fn root_around(home: &Path) -> PathBuf {
    let repository = home.ancestors().find(|folder| folder.join(".git").exists());
    if let Some(folder) = repository {
        return folder.to_path_buf();
    }
    let current = std::env::current_dir().and_then(|folder| folder.canonicalize());
    current
        .ok()
        // The whole file system is nobody's project, wherever hoshin was started.
        .filter(|current| home.starts_with(current) && current.parent().is_some())
        .unwrap_or_else(|| home.to_path_buf())
}

/// The repository that a path lies in as it is written, and the path from there.
pub(crate) fn repository_of(path: &Path) -> Option<(PathBuf, PathBuf)> {
    let written = std::path::absolute(path).ok()?;
    let normal = lexically_normal(&written);
    let mut above = normal.ancestors().skip(1);
    let root = above.find(|folder| folder.join(".git").exists())?;
    let from_root = written.strip_prefix(root).ok()?;
    Some((root.to_path_buf(), from_root.to_path_buf()))
}

/// A path without `.` and `..`, links not followed: to find what the user means by it, never to open something by.
fn lexically_normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            _ => normal.push(part),
        }
    }
    normal
}

fn parent(at: &Path) -> PathBuf {
    at.parent().unwrap_or(Path::new("")).to_path_buf()
}

/// How to reach a file from a folder, both without links: `../語彙/共通.policy`.
pub(crate) fn relative(folder: &Path, file: &Path) -> PathBuf {
    let shared = folder
        .components()
        .zip(file.components())
        .take_while(|(a, b)| a == b)
        .count();
    let up = folder.components().skip(shared).map(|_| OsStr::new(".."));
    let down = file.components().skip(shared).map(Component::as_os_str);
    up.chain(down).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_count_from_the_entry() {
        for (folder, file, name) in [
            ("方針", "方針/a.policy", "a.policy"),
            ("方針", "語彙/a.policy", "../語彙/a.policy"),
            ("", "語彙/a.policy", "語彙/a.policy"),
        ] {
            assert_eq!(relative(Path::new(folder), Path::new(file)), Path::new(name));
        }
    }
}
