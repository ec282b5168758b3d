//! What a change is compared with: the commit where it parted from the base.

use std::collections::BTreeMap;
use std::path::Path;

use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::git::{Repository, TreeEntry};
use crate::cli::revision::Snapshot;
use crate::cli::sentences::ci::base as say;
use crate::cli::sentences::commits::Rev;

/// A repository, and the commit that its working tree is compared with.
#[derive(Debug)]
pub(super) struct Base {
    pub(super) repository: Repository,
    /// The commit, under a short name.
    pub(super) snapshot: Snapshot,
    /// As many characters of its id as tell it from others.
    pub(super) short: String,
    /// Its files, by their paths from the root.
    pub(super) files: BTreeMap<String, TreeEntry>,
    /// The files of HEAD.
    pub(super) head: BTreeMap<String, TreeEntry>,
}

impl Base {
    /// Finds the commit where HEAD parted from `rev`.
    ///
    /// # Errors
    /// `C0022` for a revision that is not there, `C0033` where the commit is not known for certain, and what git says.
    pub(super) fn find(rev: &str) -> Result<Self, CliError> {
        let repository = Repository::around(Path::new(""))?;
        if rev.is_empty() || rev.ends_with('/') || rev.starts_with('-') || rev.contains(char::is_control) {
            return Err(no_revision(rev));
        }
        let (base, head) = (repository.commit(rev)?, repository.commit("HEAD")?);
        let ancestors = repository.merge_bases(&base, &head)?;
        let commit = match ancestors.as_slice() {
            [one] if *one == base => one,
            // Of a history that is cut off it is not known whether there is a later one.
            _ if repository.is_shallow()? => return Err(shallow(rev)),
            [one] => one,
            [] => return Err(unrelated(rev)),
            several => return Err(ambiguous(rev, several.len())),
        };
        let files = |commit: &str| -> Result<BTreeMap<String, TreeEntry>, CliError> {
            let entries = repository.tree(commit)?.into_iter();
            Ok(entries.map(|entry| (entry.path.clone(), entry)).collect())
        };
        let (files, head) = (files(commit)?, files(&head)?);
        let short = commit.get(..12).unwrap_or(commit).to_owned();
        Ok(Self {
            snapshot: Snapshot::of(repository.clone(), short.clone(), commit.clone()),
            short,
            files,
            head,
            repository,
        })
    }

    /// A file of the commit as the user would write it.
    pub(super) fn shown(&self, path: &str) -> String {
        format!("git:{}:{path}", self.short)
    }

    /// Whether the commit has a file, other than a submodule, at a path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.files.get(path).is_some_and(|entry| !entry.is_submodule)
    }
}

fn no_revision(rev: &str) -> CliError {
    CliError::new(CliCode::C0022, say::names_no_revision(&Rev(rev.to_owned()))).advise(say::is_a_variable_empty())
}

fn shallow(rev: &str) -> CliError {
    CliError::new(CliCode::C0033, say::is_shallow(&Rev(rev.to_owned()))).advise(say::get_all_of_it())
}

fn unrelated(rev: &str) -> CliError {
    CliError::new(CliCode::C0033, say::is_unrelated(&Rev(rev.to_owned()))).advise(say::check_the_base())
}

fn ambiguous(rev: &str, count: usize) -> CliError {
    let rev = Rev(rev.to_owned());
    CliError::new(CliCode::C0033, say::is_ambiguous(&rev, &count)).advise(say::merge_it(&rev))
}
