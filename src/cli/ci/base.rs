//! What a change is compared with: the commit where it parted from the base.

use std::collections::BTreeMap;
use std::path::Path;

use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::git::{Repository, TreeEntry};
use crate::cli::revision::Snapshot;
use crate::diagnostic::Text;

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
    CliError::new(
        CliCode::C0022,
        Text::new(
            format!("`--base` の `{rev}` は版の名前になっていません"),
            format!("`--base {rev}` names no revision"),
        ),
    )
    .help(
        "CI の変数が空になっていないか確かめてください（GitHub Actions の github.base_ref は、プルリクエストのときだけ入ります）。例: --base origin/main",
        "is a variable of the CI empty? (github.base_ref of GitHub Actions is set for pull requests only); for example --base origin/main",
    )
}

fn shallow(rev: &str) -> CliError {
    CliError::new(
        CliCode::C0033,
        Text::new(
            format!("履歴の一部しか取得していないため、`{rev}` と分かれたところが決まりません"),
            format!("only part of the history is here, so it is not known where HEAD parted from `{rev}`"),
        ),
    )
    .help(
        "履歴をすべて取得してください: `git fetch --unshallow`（GitHub Actions なら actions/checkout に fetch-depth: 0、GitLab なら GIT_DEPTH: 0）",
        "get all of it: `git fetch --unshallow` (in GitHub Actions: fetch-depth: 0 for actions/checkout; in GitLab: GIT_DEPTH: 0)",
    )
}

fn unrelated(rev: &str) -> CliError {
    CliError::new(
        CliCode::C0033,
        Text::new(
            format!("`{rev}` と今の版（HEAD）に、共通の履歴がありません"),
            format!("`{rev}` and HEAD have no history in common"),
        ),
    )
    .help(
        "`--base` の版が正しいか、`git merge-base` で確かめてください",
        "see `git merge-base` and check the value of `--base`",
    )
}

fn ambiguous(rev: &str, count: usize) -> CliError {
    CliError::new(
        CliCode::C0033,
        Text::new(
            format!("`{rev}` と今の版（HEAD）が互いに取り込み合っていて、分かれたところが {count} つあります"),
            format!("`{rev}` and HEAD were merged into one another; they have {count} best common ancestors"),
        ),
    )
    .help(
        format!("`git merge {rev}` で取り込んでから実行すると、一つに決まります"),
        format!("after `git merge {rev}` there is one"),
    )
}
