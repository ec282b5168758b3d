//! Where a revision lies.

use std::path::{Path, PathBuf};

use super::git::Snapshot;
use crate::cli::files;
use crate::cli::policies;

/// Where a revision lies, which tells it from every other and says where what it names is looked for.
#[derive(Debug)]
pub(in crate::cli) enum Origin {
    File {
        path: PathBuf,
        /// Where it lies in its project, where not the user but another revision or a folder has led here.
        place: Option<files::Place>,
    },
    Commit {
        snapshot: Snapshot,
        /// From the root of the repository.
        path: String,
    },
}

impl Origin {
    /// What tells a place from every other, however it is named.
    pub(in crate::cli) fn identity(&self) -> String {
        match self {
            Self::File { place: Some(place), .. } => files::identity_of(place),
            Self::File { path, place: None } => files::identity(path),
            Self::Commit { snapshot, path } => snapshot.identity(path),
        }
    }

    /// What tells it from other revisions in few characters: the file's name without its ending, the revision in git.
    pub(in crate::cli) fn short_name(&self) -> String {
        match self {
            Self::File { path, .. } => files::shown(Path::new(path.file_stem().unwrap_or_default())),
            Self::Commit { snapshot, .. } => snapshot.as_named().to_owned(),
        }
    }
}

/// Where a file lies that the user named; standard input lies where its name says.
pub(in crate::cli) fn origin_of(path: &Path, stdin_name: Option<&Path>) -> Origin {
    let path = match policies::is_standard_input(path) {
        true => stdin_name.unwrap_or(Path::new("<stdin>")),
        false => path,
    };
    Origin::File {
        path: path.to_path_buf(),
        place: None,
    }
}
