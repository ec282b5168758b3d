//! Every policy below a folder, and every folder that belongs to another repository.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::reading::unreadable;
use crate::cli::error::CliError;

/// What lies below a folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::cli) struct Below {
    /// The files that are named as policies, hidden ones and links as well. Sorted.
    pub(in crate::cli) policies: Vec<PathBuf>,
    /// The folders that hold a `.git` of their own, which are not looked through. Sorted.
    pub(in crate::cli) repositories: Vec<PathBuf>,
}

/// Looks through a folder. Links to folders are not followed: what they lead to lies in the repository and is found there, or
/// lies outside of it.
///
/// # Errors
/// `C0003` for a folder that cannot be read: nothing is passed over in silence.
pub(in crate::cli) fn below(folder: &Path) -> Result<Below, CliError> {
    let mut found = Below::default();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        if next != folder && is_repository(&next) {
            found.repositories.push(next);
            continue;
        }
        let entries = fs::read_dir(&next).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        for entry in entries.map_err(|error| unreadable(&next, error))? {
            let path = entry.path();
            let kind = entry.file_type().map_err(|error| unreadable(&path, error))?;
            if kind.is_dir() {
                if entry.file_name() != ".git" {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|end| end == "policy") && !path.is_dir() {
                found.policies.push(path);
            }
        }
    }
    found.policies.sort();
    found.repositories.sort();
    Ok(found)
}

/// Whether a folder is the top of a working tree.
pub(in crate::cli) fn is_repository(folder: &Path) -> bool {
    folder.join(".git").symlink_metadata().is_ok()
}

/// Whether something lies at a path, be it a link that leads nowhere.
pub(in crate::cli) fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether a file, all links followed, lies below a folder, which is canonical; so does what is not there.
pub(in crate::cli) fn is_within(path: &Path, folder: &Path) -> bool {
    path.canonicalize().map_or(true, |place| place.starts_with(folder))
}

/// Whether a path leads to a regular file, or to nothing.
pub(in crate::cli) fn is_regular(path: &Path) -> bool {
    path.metadata().map_or(true, |metadata| metadata.is_file())
}

/// Where a path leads, links on the way followed but for the last part; the end of it need not be there.
pub(in crate::cli) fn place(path: &Path) -> Result<PathBuf, CliError> {
    let resolve = || -> io::Result<PathBuf> {
        if path.is_dir() {
            return path.canonicalize();
        }
        let mut folder = std::path::absolute(path)?;
        let mut rest = Vec::new();
        while let Some(name) = folder.file_name().map(ToOwned::to_owned) {
            rest.push(name);
            folder.pop();
            if let Ok(mut place) = folder.canonicalize() {
                place.extend(rest.iter().rev());
                return Ok(place);
            }
        }
        path.canonicalize()
    };
    resolve().map_err(|error| unreadable(path, error))
}

/// Adds to the end of a file, which is made if it is not there.
pub(in crate::cli) fn append(path: &Path, text: &str) -> Result<(), CliError> {
    use std::io::Write as _;
    super::writing::refuse_leaving(path)?;
    let write = || -> io::Result<()> {
        let mut file = fs::OpenOptions::new().append(true).create(true).open(path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all().or_else(|error| match error.kind() {
            // Pipes and terminals have nothing to force to a disk.
            io::ErrorKind::InvalidInput => Ok(()),
            _ => Err(error),
        })
    };
    write().map_err(|error| super::writing::cannot_write(path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_folders_are_looked_through_and_other_repositories_are_told() {
        let around = tempfile::tempdir().expect("a folder");
        let path = |name: &str| around.path().join(name);
        for (folder, file) in [
            ("a", "a.policy"),
            (".hidden/deep", "b.policy"),
            (".git", "c.policy"),
            ("sub/.git", "HEAD"),
            ("sub/in", "d.policy"),
            ("a/folder.policy", "memo.txt"),
        ] {
            fs::create_dir_all(path(folder)).expect("a folder");
            fs::write(path(folder).join(file), "").expect("a file");
        }
        let found = below(around.path()).expect("it can be read");
        assert_eq!(found.policies, [path(".hidden/deep/b.policy"), path("a/a.policy")]);
        assert_eq!(found.repositories, [path("sub")]);
    }

    #[test]
    fn what_is_appended_stands_at_the_end() {
        let around = tempfile::tempdir().expect("a folder");
        let file = around.path().join("summary.md");
        append(&file, "一\n").expect("it can be written");
        append(&file, "二\n").expect("it can be written");
        assert_eq!(fs::read_to_string(&file).expect("it is there"), "一\n二\n");
        assert!(append(around.path(), "").is_err());
    }
}
