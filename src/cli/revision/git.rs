//! `git:REV:PATH`: a file as it was in a commit, and the files it imports, as they were there.
//!
//! Everything is asked of the `git` program (`cli/git.rs`).

use std::path::Path;

use super::{lfs, path};
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::files::Input;
use crate::cli::git::{Object, Repository};
use crate::cli::sentences::commits::{self as say, Near, Place, Rev};
use crate::cli::sentences::reading;
use crate::compile::{LoadError, Loaded, Loader};
use crate::syntax::nearest;
use crate::text::sentence::File;

/// What a place in git begins with.
pub(super) const PREFIX: &str = "git:";

/// A file of a commit, as the user names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct GitPlace {
    pub(super) rev: String,
    pub(super) path: String,
}

impl GitPlace {
    /// Reads `git:REV:PATH`; `None` for what does not begin with `git:`.
    ///
    /// # Errors
    /// `C0001` where one of the parts is missing or could be taken for something else.
    pub(super) fn parse(text: &str) -> Option<Result<Self, CliError>> {
        let rest = text.strip_prefix(PREFIX)?;
        Some(Self::parts(rest).ok_or_else(|| {
            CliError::new(CliCode::C0001, say::not_a_place_in_git(&Place(text.to_owned()))).advise(say::such_a_place())
        }))
    }

    fn parts(rest: &str) -> Option<Self> {
        let (rev, path) = split(rest)?;
        let usable = |part: &str| !part.is_empty() && !part.starts_with('-') && !part.contains(char::is_control);
        (usable(rev) && usable(path)).then(|| Self {
            rev: rev.to_owned(),
            path: path.to_owned(),
        })
    }
}

/// Cuts at the first colon that stands outside of braces: `main@{2026-04-01 09:00}:privacy.policy`.
fn split(rest: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    for (at, c) in rest.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => return Some((rest.get(..at)?, rest.get(at + 1..)?)),
            _ => {}
        }
    }
    None
}

/// A commit, and where in it a policy lies: what the policy may import.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Snapshot {
    repository: Repository,
    /// The revision as the user names it.
    rev: String,
    /// The full id of the commit.
    commit: String,
    /// The entry's folder, from the root of the repository.
    home: String,
}

/// A file read from a commit.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) snapshot: Snapshot,
    /// From the root of the repository.
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
}

/// Reads a file of a commit. `folder` lies in the repository that is meant.
pub(super) fn open(place: &GitPlace, folder: &Path) -> Result<Entry, CliError> {
    let repository = Repository::around(folder)?;
    let commit = repository.commit(&place.rev)?;
    let from_here = place.path.starts_with("./") || place.path.starts_with("../");
    let home = if from_here { repository.prefix() } else { "" };
    let path = path::from(home, &place.path).filter(|path| !path.is_empty());
    let path = path.ok_or_else(|| outside(place))?;
    Snapshot::of(repository, place.rev.clone(), commit).entry(path, place)
}

impl Entry {
    /// What is needed to compile it.
    pub(super) fn input(self) -> Input {
        Input {
            folder: self.snapshot.folder(),
            name: path::parted(&self.path).1.to_owned(),
            bytes: self.bytes,
            project: Box::new(self.snapshot),
        }
    }
}

impl Snapshot {
    /// A commit by its full id; `rev` is what it goes by.
    pub(in crate::cli) fn of(repository: Repository, rev: String, commit: String) -> Self {
        Self {
            repository,
            rev,
            commit,
            home: String::new(),
        }
    }

    /// Reads a file of the commit, and gives what is needed to compile it.
    ///
    /// # Errors
    /// `C0023`, `C0024` where it is not there.
    pub(in crate::cli) fn input(&self, path: &str) -> Result<Input, CliError> {
        let place = GitPlace {
            rev: self.rev.clone(),
            path: path.to_owned(),
        };
        let entry = self.clone().entry(path.to_owned(), &place)?;
        if lfs::is_pointer(&entry.bytes) {
            return Err(lfs::refused(&self.name(path)));
        }
        Ok(entry.input())
    }

    /// Reads another file of the same commit.
    ///
    /// # Errors
    /// As for an import.
    pub(super) fn beside(&self, importer: &str, path: &str) -> Result<Result<Entry, CliError>, LoadError> {
        let path = self.locate(importer, path)?;
        let place = GitPlace {
            rev: self.rev.clone(),
            path: path.clone(),
        };
        Ok(self.clone().entry(path, &place))
    }

    fn entry(mut self, path: String, place: &GitPlace) -> Result<Entry, CliError> {
        let bytes = match self.repository.read(&self.commit, &path)? {
            Object::File(bytes) => bytes,
            Object::TooLarge => return Err(too_large(place)),
            other => return Err(self.not_there(place, &path, &other)),
        };
        self.home = path::parted(&path).0.to_owned();
        Ok(Entry {
            snapshot: self,
            path,
            bytes,
        })
    }

    /// What tells a file of this commit from every other file of any commit.
    pub(super) fn identity(&self, path: &str) -> String {
        format!("{PREFIX}{}:{path}", self.commit)
    }

    /// The folder that the names of sources count from, as the user would write it.
    pub(super) fn folder(&self) -> String {
        format!("{PREFIX}{}:{}", self.rev, self.home)
    }

    /// The folder that the names of sources count from, from the root of the repository.
    pub(super) fn home(&self) -> &str {
        &self.home
    }

    /// The revision as the user names it.
    pub(super) fn as_named(&self) -> &str {
        &self.rev
    }

    /// A path of the repository as the user would write it.
    pub(super) fn name(&self, path: &str) -> String {
        format!("{PREFIX}{}:{path}", self.rev)
    }

    /// The folder to run git in.
    pub(super) fn working_folder(&self) -> &Path {
        self.repository.folder()
    }

    fn locate(&self, importer: &str, path: &str) -> Result<String, LoadError> {
        let outside = || LoadError::OutsideProject;
        let importer = path::from(&self.home, importer).ok_or_else(outside)?;
        let path = path::from(path::parted(&importer).0, path).ok_or_else(outside)?;
        if path.is_empty() || path.contains(char::is_control) {
            return Err(LoadError::NotFound);
        }
        Ok(path)
    }

    fn not_there(&self, place: &GitPlace, path: &str, object: &Object) -> CliError {
        let file = File(format!("{PREFIX}{}:{}", place.rev, place.path));
        let message = match object {
            Object::Folder => reading::is_a_folder(&file),
            Object::LeadsOutside => say::leads_out_of_the_repository(&file),
            _ => say::not_in_the_revision(&File(place.path.clone()), &Rev(place.rev.clone())),
        };
        let error = CliError::new(CliCode::C0023, message);
        let files = self.repository.files(&self.commit);
        let name = path::parted(path).1;
        let from_here = path::from(self.repository.prefix(), path);
        let meant = files
            .iter()
            .find(|file| Some(*file) == from_here.as_ref())
            .or_else(|| files.iter().find(|file| path::parted(file).1 == name))
            .map(String::as_str)
            .or_else(|| nearest(path, files.iter().map(String::as_str)));
        match meant {
            Some(meant) => {
                let meant = format!("{PREFIX}{}:{meant}", place.rev);
                error.advise(say::did_you_mean(&Near(meant)))
            }
            None => error.advise(say::where_paths_count_from()),
        }
    }
}

impl Loader for Snapshot {
    fn load(&mut self, importer: &str, path: &str) -> Result<Loaded, LoadError> {
        let path = self.locate(importer, path)?;
        let object = self.repository.read(&self.commit, &path);
        match object.map_err(|error| LoadError::Unreadable(error.message.ja))? {
            Object::File(bytes) if lfs::is_pointer(&bytes) => {
                Err(LoadError::Unreadable("Git LFS のポインターです".to_owned()))
            }
            Object::File(bytes) => Ok(Loaded {
                name: path::relative(&self.home, &path),
                bytes,
            }),
            Object::Folder => Err(LoadError::NotAFile),
            Object::TooLarge => Err(LoadError::TooLarge),
            Object::LeadsOutside => Err(LoadError::OutsideProject),
            Object::Missing => Err(LoadError::NotFound),
        }
    }
}

fn outside(place: &GitPlace) -> CliError {
    CliError::new(CliCode::C0023, say::outside_the_repository(&File(place.path.clone())))
        .advise(say::where_paths_count_from())
}

fn too_large(place: &GitPlace) -> CliError {
    crate::cli::files::too_large(&File(format!("{PREFIX}{}:{}", place.rev, place.path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Option<(String, String)> {
        let place = GitPlace::parse(text)?.ok()?;
        Some((place.rev, place.path))
    }

    #[test]
    fn a_revision_ends_at_the_first_colon_outside_of_braces() {
        let parts = |rev: &str, path: &str| Some((rev.to_owned(), path.to_owned()));
        assert_eq!(parse("git:v1:a.policy"), parts("v1", "a.policy"));
        assert_eq!(parse("git:main~2:方針/a:b.policy"), parts("main~2", "方針/a:b.policy"));
        assert_eq!(
            parse("git:main@{2026-04-01 09:00}:a.policy"),
            parts("main@{2026-04-01 09:00}", "a.policy")
        );
        assert!(GitPlace::parse("a.policy").is_none());
    }

    #[test]
    fn what_git_could_take_for_an_option_is_refused() {
        for text in [
            "git:",
            "git:v1",
            "git::a.policy",
            "git:v1:",
            "git:--upload-pack=x:a.policy",
            "git:v1:-a.policy",
            "git:v1\n:a.policy",
            "git:v1:a\n.policy",
        ] {
            assert!(matches!(GitPlace::parse(text), Some(Err(_))), "{text:?}");
        }
    }
}
