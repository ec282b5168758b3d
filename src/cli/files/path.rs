//! Paths as text: as they are shown, and parted.

use std::path::{Component, Path, PathBuf};

pub(in crate::cli) use crate::project::shown;
use crate::text::sentence::File;

/// A path as a sentence quotes it.
pub(in crate::cli) fn named(path: &Path) -> File {
    File(shown(path))
}

/// The folder a path lies in; the current folder for a bare name.
pub(in crate::cli) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => path,
    }
}

/// A path without `.`, and without `..` after a folder that the path itself names.
pub(super) fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(tidy.components().next_back(), Some(Component::Normal(_))) => {
                tidy.pop();
            }
            _ => tidy.push(part),
        }
    }
    tidy
}
