//! What a policy may import: files inside its project's folder.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

use super::shown;
use crate::compile::{LoadError, Loaded, Loader};
use crate::source::MAX_SOURCE_BYTES;

/// Loads imports.
///
/// Names of sources count from the entry's folder, so that they (and the bundle) do not depend on where the project
/// lies or where hoshin was started. A file has one name, however many links lead to it.
#[derive(Debug)]
pub(in crate::cli) struct Project {
    /// The folder nothing is read outside of. Canonical.
    root: PathBuf,
    /// The entry's folder. Canonical.
    home: PathBuf,
    /// The files known so far: canonical path to name.
    names: BTreeMap<PathBuf, String>,
    /// The folder that each source's imports count from, by its name. Canonical.
    folders: BTreeMap<String, PathBuf>,
}

impl Project {
    /// The project of the entry `name` in `folder`.
    ///
    /// Its root is the nearest folder above that holds `.git`; else the current folder, if the entry lies in it; else
    /// the entry's own folder.
    pub(super) fn around(folder: &Path, name: &Path) -> io::Result<Self> {
        let home = match folder.canonicalize() {
            // The name given to standard input need not lead anywhere; then there is nothing to import.
            Err(error) if error.kind() == io::ErrorKind::NotFound => std::path::absolute(folder)?,
            result => result?,
        };
        let repository = home.ancestors().find(|folder| folder.join(".git").exists());
        let root = match repository {
            Some(folder) => folder.to_path_buf(),
            None => {
                let current = std::env::current_dir().and_then(|folder| folder.canonicalize());
                current
                    .ok()
                    .filter(|current| home.starts_with(current))
                    .unwrap_or_else(|| home.clone())
            }
        };
        let shown = shown(name);
        let mut names = BTreeMap::new();
        // Standard input has no file behind it.
        if let Ok(file) = home.join(name).canonicalize() {
            names.insert(file, shown.clone());
        }
        let folders = BTreeMap::from([(shown, home.clone())]);
        Ok(Self {
            root,
            home,
            names,
            folders,
        })
    }
}

impl Project {
    /// The same, when it is known which folder nothing is read outside of.
    pub(super) fn within(self, root: PathBuf) -> Self {
        Self { root, ..self }
    }

    /// The folder nothing is read outside of.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The file that a source calls `path`. Canonical.
    ///
    /// # Errors
    /// Where it is not there, or lies outside of the project.
    pub(in crate::cli) fn locate(&self, importer: &str, path: &str) -> Result<PathBuf, LoadError> {
        let path = Path::new(path);
        let folder = self.folders.get(importer).unwrap_or(&self.home);
        if path.has_root() || matches!(path.components().next(), Some(Component::Prefix(_))) {
            return Err(LoadError::OutsideProject);
        }
        // Checked before the file system is asked, so that nothing is learnt about what lies outside.
        if !lexically_normal(&folder.join(path)).starts_with(&self.root) {
            return Err(LoadError::OutsideProject);
        }
        let file = folder.join(path).canonicalize().map_err(refusal)?;
        if !file.starts_with(&self.root) {
            return Err(LoadError::OutsideProject);
        }
        Ok(file)
    }
}

impl Loader for Project {
    fn load(&mut self, importer: &str, path: &str) -> Result<Loaded, LoadError> {
        let file = self.locate(importer, path)?;
        let bytes = read(&file).map_err(refusal)?;
        let name = match self.names.get(&file) {
            Some(name) => name.clone(),
            None => relative(&self.home, &file),
        };
        let folder = file.parent().unwrap_or(&self.home).to_path_buf();
        self.folders.entry(name.clone()).or_insert(folder);
        self.names.insert(file, name.clone());
        Ok(Loaded { name, bytes })
    }
}

/// Reads a regular file. Anything else might never end, or never begin.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let metadata = path.metadata()?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !metadata.is_file() {
        return Err(io::Error::other("not a regular file"));
    }
    if metadata.len() > MAX_SOURCE_BYTES as u64 {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    File::open(path)?
        .take(MAX_SOURCE_BYTES as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn refusal(error: io::Error) -> LoadError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => LoadError::NotFound,
        _ => LoadError::Unreadable(error.to_string()),
    }
}

/// A path without `.` and `..`, links not followed.
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

/// How to reach a file from a folder, both canonical: `../語彙/共通.policy`.
fn relative(folder: &Path, file: &Path) -> String {
    let shared = folder
        .components()
        .zip(file.components())
        .take_while(|(a, b)| a == b)
        .count();
    let up = folder.components().skip(shared).map(|_| OsStr::new(".."));
    let down = file.components().skip(shared).map(Component::as_os_str);
    shown(&up.chain(down).collect::<PathBuf>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_count_from_the_entry() {
        assert_eq!(
            relative(Path::new("/p/方針"), Path::new("/p/方針/a.policy")),
            "a.policy"
        );
        assert_eq!(
            relative(Path::new("/p/方針"), Path::new("/p/語彙/a.policy")),
            "../語彙/a.policy"
        );
    }
}
