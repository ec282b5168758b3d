//! A repository, as seen from a folder in it.

use std::io;
use std::path::{Path, PathBuf};

use super::object::{Object, object};
use super::refusal::{bare_repository, elsewhere, failed, no_repository, unreadable_path};
use super::tree::{TreeEntry, entry};
use super::{Refused, ask, ask_for, ask_line};
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::sentences::commits::{self as say, Near, Refs, Rev, Tags};
use crate::diagnostic::Text;
use crate::source::MAX_SOURCE_BYTES;
use crate::syntax::nearest;

/// A repository, as seen from a folder in it.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Repository {
    /// The folder git is run in.
    folder: PathBuf,
    /// The folder that holds the working tree. Canonical.
    root: PathBuf,
    /// The folder from the root of the repository; empty or ending in `/`.
    prefix: String,
}

impl Repository {
    /// The repository that a folder lies in.
    ///
    /// # Errors
    /// `C0020` without git; `C0021` where git does not open one, where it opens another than the one whose `.git` lies
    /// nearest, and inside a bare one.
    pub(in crate::cli) fn around(folder: &Path) -> Result<Self, CliError> {
        let home = canonical(folder).map_err(|error| no_repository(folder, error))?;
        let found = nearest_repository(&home).map_err(|bare| bare_repository(&bare))?;
        let say = |arguments: &[&str]| -> Result<String, CliError> {
            let answer =
                ask(folder, arguments)?.map_err(|refused| no_repository(folder, io::Error::other(refused.said)))?;
            Ok(answer.trim_end_matches(['\n', '\r']).to_owned())
        };
        let top = say(&["rev-parse", "--show-toplevel"])?;
        let prefix = say(&["rev-parse", "--show-prefix"])?;
        let root = canonical(Path::new(&top)).map_err(|error| no_repository(folder, error))?;
        // `core.worktree` of a stranger's configuration may lead anywhere.
        if found.is_none_or(|found| found != root) {
            return Err(elsewhere(&top));
        }
        Ok(Self {
            folder: folder.to_path_buf(),
            root,
            prefix,
        })
    }

    /// The folder git is run in.
    pub(in crate::cli) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder that holds the working tree. Canonical.
    pub(in crate::cli) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder git is run in, from the root of the repository; empty or ending in `/`.
    pub(in crate::cli) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The full id of the commit that a revision names.
    ///
    /// # Errors
    /// `C0022` where there is none.
    pub(in crate::cli) fn commit(&self, rev: &str) -> Result<String, CliError> {
        self.refuse_two_meanings(rev)?;
        let wanted = format!("{rev}^{{commit}}");
        let answer = ask(&self.folder, &["rev-parse", "--verify", "--quiet", &wanted])?;
        let id = answer.as_deref().unwrap_or_default().trim();
        // `^main` is an answer to git's question and no commit.
        if is_id(id) {
            return Ok(id.to_owned());
        }
        Err(self.unknown(rev)?)
    }

    /// Refuses a name that a branch and a tag have, or two branches: git would take the tag, which anybody may have pushed.
    fn refuse_two_meanings(&self, rev: &str) -> Result<(), CliError> {
        let end = rev.find(['^', '~', '@', ':', '{']).unwrap_or(rev.len());
        let Some(name) = rev
            .get(..end)
            .filter(|name| !name.is_empty() && !name.starts_with("refs/"))
        else {
            return Ok(());
        };
        // In the order in which git looks (gitrevisions(7)).
        let places = ["refs/", "refs/tags/", "refs/heads/", "refs/remotes/"].map(|place| format!("{place}{name}"));
        let mut arguments = vec!["for-each-ref", "--format=%(refname)"];
        arguments.extend(places.iter().map(String::as_str));
        let answer = ask(&self.folder, &arguments)?.map_err(|refused| failed("for-each-ref", refused))?;
        let found: Vec<&str> = answer
            .lines()
            .filter(|line| places.iter().any(|place| place == line))
            .collect();
        if found.len() < 2 {
            return Ok(());
        }
        Err(CliError::new(
            CliCode::C0022,
            say::may_be_any_of(
                &Rev(name.to_owned()),
                &Refs(Text::new(found.join("、"), found.join(", "))),
            ),
        )
        .advise(say::write_it_from_refs_on(&Rev(found[found.len() - 1].to_owned()))))
    }

    /// The best common ancestors of two commits; none where their histories are not related.
    pub(in crate::cli) fn merge_bases(&self, one: &str, other: &str) -> Result<Vec<String>, CliError> {
        let answer = ask(&self.folder, &["merge-base", "--all", one, other])?;
        match answer {
            Ok(ids) if ids.lines().all(is_id) => Ok(ids.lines().map(str::to_owned).collect()),
            // That there is none, git says by its exit code alone.
            Err(Refused { code: Some(1), .. }) => Ok(Vec::new()),
            Ok(_) => Err(failed("merge-base", Refused::default())),
            Err(refused) => Err(failed("merge-base", refused)),
        }
    }

    /// Whether only part of the history is here.
    pub(in crate::cli) fn is_shallow(&self) -> Result<bool, CliError> {
        let answer = ask(&self.folder, &["rev-parse", "--is-shallow-repository"])?;
        Ok(answer.is_ok_and(|answer| answer.trim() == "true"))
    }

    /// All files of a commit.
    ///
    /// # Errors
    /// `C0039` where they cannot all be told, or one of them is a policy whose path is not UTF-8.
    pub(in crate::cli) fn tree(&self, commit: &str) -> Result<Vec<TreeEntry>, CliError> {
        let arguments = ["ls-tree", "-r", "-z", "--full-tree", commit];
        let answer = ask_for(&self.folder, &arguments, super::MOST)?;
        let answer = answer.map_err(|refused| failed("ls-tree", refused))?;
        let mut entries = Vec::new();
        for line in answer.split(|byte| *byte == 0).filter(|line| !line.is_empty()) {
            match entry(line) {
                Some(entry) => entries.push(entry),
                None if line.ends_with(b".policy") => return Err(unreadable_path(line)),
                None => {}
            }
        }
        Ok(entries)
    }

    /// Reads what lies at a path of a commit, following links inside of the commit.
    pub(in crate::cli) fn read(&self, commit: &str, path: &str) -> Result<Object, CliError> {
        // The head of the answer is a line of at most some hundred bytes.
        let most = MAX_SOURCE_BYTES as u64 + 4096;
        let arguments = ["cat-file", "--batch", "--follow-symlinks"];
        let answer = ask_line(&self.folder, &arguments, &format!("{commit}:{path}"), most)?;
        Ok(object(answer))
    }

    fn unknown(&self, rev: &str) -> Result<CliError, CliError> {
        let error = CliError::new(CliCode::C0022, say::no_such_revision(&Rev(rev.to_owned())));
        let names = |arguments: &[&str]| -> Result<Vec<String>, CliError> {
            let answer = ask(&self.folder, arguments)?.unwrap_or_default();
            Ok(answer.lines().map(str::to_owned).collect())
        };
        let short = "--format=%(refname:short)";
        let all = names(&["for-each-ref", short, "refs/heads", "refs/tags", "refs/remotes"])?;
        if let Some(meant) = nearest(rev, all.iter().map(String::as_str)) {
            return Ok(error.advise(say::did_you_mean(&Near(meant.to_owned()))));
        }
        if self.is_shallow()? {
            return Ok(error.advise(say::history_is_cut_off()));
        }
        let tags = names(&["for-each-ref", "--count=5", "--sort=-creatordate", short, "refs/tags"])?;
        Ok(match tags.is_empty() {
            true => error.advise(say::name_a_commit()),
            false => error.advise(say::name_a_commit_such_as(&Tags(tags.join("、")))),
        })
    }

    /// The policies and bundles of a commit, to say what was probably meant; none where git does not tell.
    pub(in crate::cli) fn files(&self, commit: &str) -> Vec<String> {
        let usable = |name: &String| name.ends_with(".policy") || name.ends_with(".json");
        let entries = self.tree(commit).unwrap_or_default().into_iter();
        entries.map(|entry| entry.path).filter(usable).collect()
    }
}

/// Whether git names a commit or a file so: by its full id, in SHA-1 or SHA-256.
fn is_id(text: &str) -> bool {
    text.len() >= 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The nearest folder above that holds `.git`, or the bare repository that lies nearer: git would open that one, and
/// anybody may put one among the files of a repository.
fn nearest_repository(home: &Path) -> Result<Option<PathBuf>, PathBuf> {
    for folder in home.ancestors() {
        if folder.join(".git").symlink_metadata().is_ok() {
            return Ok(Some(folder.to_path_buf()));
        }
        let holds = |name: &str| folder.join(name).symlink_metadata().is_ok();
        if holds("HEAD") && ["objects", "refs", "commondir"].into_iter().any(holds) {
            return Err(folder.to_path_buf());
        }
    }
    Ok(None)
}

fn canonical(folder: &Path) -> io::Result<PathBuf> {
    match folder.as_os_str().is_empty() {
        true => Path::new(".").canonicalize(),
        false => folder.canonicalize(),
    }
}
