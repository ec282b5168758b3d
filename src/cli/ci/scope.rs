//! Which files are looked at: the policies in the working tree, and those that the base had.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::base::Base;
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::files;
use crate::diagnostic::Text;

/// What is looked at. Paths count from the root of the repository.
#[derive(Debug, Default)]
pub(super) struct Scope {
    /// The files in the working tree that are named as policies.
    pub(super) present: BTreeSet<String>,
    /// Those that the base has and the working tree has not.
    pub(super) gone: BTreeSet<String>,
    /// What cannot be looked at.
    pub(super) errors: Vec<CliError>,
    /// What is passed over.
    pub(super) notes: Vec<Text>,
}

impl Scope {
    /// Reads what the user named: files and folders, by default the current folder.
    ///
    /// # Errors
    /// `C0002` for what is neither here nor in the base, `C0034` for what lies outside of the repository.
    pub(super) fn of(paths: &[PathBuf], base: &Base) -> Result<Self, CliError> {
        let here = [PathBuf::from(".")];
        let paths = if paths.is_empty() { &here } else { paths };
        let mut scope = Self::default();
        for path in paths {
            scope.add(path, base)?;
        }
        Ok(scope)
    }

    fn add(&mut self, given: &Path, base: &Base) -> Result<(), CliError> {
        let root = base.repository.root();
        let place = files::place(given)?;
        let from_root = path_from(root, &place).ok_or_else(|| outside(given))?;
        let mut above = place.ancestors().take_while(|folder| *folder != root);
        if let Some(other) = above.find(|folder| files::is_repository(folder)) {
            return Err(another_repository(other));
        }
        let prefix = match from_root.as_str() {
            "" => String::new(),
            path => format!("{path}/"),
        };
        let mut named = false;
        if files::is_folder(&place) {
            named = true;
            let below = files::below(&place)?;
            for file in below.policies {
                match path_from(root, &file) {
                    Some(path) => drop(self.present.insert(path)),
                    None => self.errors.push(unreadable_name(&file)),
                }
            }
            for repository in below.repositories {
                self.pass_over(root, &repository)?;
            }
        } else if files::is_there(&place) {
            named = true;
            self.present.insert(from_root.clone());
        }
        let within = |path: &str| path == from_root || path.starts_with(&prefix);
        let is_policy = |path: &str| path.ends_with(".policy") || path == from_root;
        let known = base.files.keys().filter(|path| within(path) && is_policy(path));
        for path in known {
            named = true;
            // A path that leads through a link is not the file that the base had there.
            if !self.present.contains(path) && !base.head.contains_key(path) && base.has(path) {
                self.gone.insert(path.clone());
            }
        }
        for path in base.head.keys().filter(|path| within(path) && is_policy(path)) {
            named = true;
            if !self.present.contains(path) {
                self.errors.push(not_checked_out(path));
            }
        }
        if !named {
            return Err(not_found(given));
        }
        let modules = base
            .head
            .values()
            .filter(|entry| entry.is_submodule && within(&entry.path));
        for entry in modules {
            let place = root.join(&entry.path);
            if !files::is_repository(&place) {
                self.notes.push(not_looked_into(&entry.path));
            }
        }
        Ok(())
    }

    /// A folder of another repository: where it holds policies, nobody has compared them.
    fn pass_over(&mut self, root: &Path, repository: &Path) -> Result<(), CliError> {
        let below = files::below(repository)?;
        let nested = below.repositories.iter().try_fold(false, |found, folder| {
            files::below(folder).map(|below| found || !below.policies.is_empty())
        })?;
        match below.policies.is_empty() && !nested {
            true => {
                let shown = path_from(root, repository).unwrap_or_else(|| files::shown(repository));
                self.notes.push(not_looked_into(&shown));
            }
            false => self.errors.push(another_repository(repository)),
        }
        Ok(())
    }
}

/// A path from the root of the repository, with `/`; none outside of it, and where it cannot be written in UTF-8.
fn path_from(root: &Path, path: &Path) -> Option<String> {
    let inner = path.strip_prefix(root).ok()?;
    inner.to_str()?;
    Some(files::shown(inner)).filter(|path| !path.contains(char::is_control))
}

fn not_looked_into(path: &str) -> Text {
    Text::new(
        format!("`{path}` は別のリポジトリ（サブモジュールなど）なので、中を調べていません"),
        format!("`{path}` is another repository, such as a submodule, and was not looked into"),
    )
}

/// Something that belongs to no commit of the repository.
pub(super) fn outside(path: &Path) -> CliError {
    let shown = files::shown(path);
    CliError::new(
        CliCode::C0034,
        Text::new(
            format!("`{shown}` は、今いるフォルダーのリポジトリの外にあります"),
            format!("`{shown}` lies outside of the repository of the current folder"),
        ),
    )
    .help(
        "その方針のあるリポジトリの中で実行してください",
        "run hoshin in the repository that the policy belongs to",
    )
}

fn another_repository(folder: &Path) -> CliError {
    let shown = files::shown(folder);
    CliError::new(
        CliCode::C0034,
        Text::new(
            format!("`{shown}` は別のリポジトリなので、中の方針を比べられません"),
            format!("`{shown}` is another repository; the policies in it cannot be compared"),
        ),
    )
    .help(
        "そのフォルダーの中で hoshin ci を実行するか、調べるパスを指定して範囲から外してください",
        "run hoshin ci in that folder, or name the paths to look at, without it",
    )
}

fn unreadable_name(path: &Path) -> CliError {
    let shown = files::shown(path);
    CliError::new(
        CliCode::C0039,
        Text::new(
            format!("`{shown}` は名前に読めない文字があるため、版の間で対応を取れません"),
            format!("the name of `{shown}` cannot be read, so it cannot be found in another revision"),
        ),
    )
    .help("ファイルの名前を付け直してください", "rename the file")
}

fn not_checked_out(path: &str) -> CliError {
    CliError::new(
        CliCode::C0038,
        Text::new(
            format!("`{path}` は今の版（HEAD）にありますが、フォルダーにありません"),
            format!("HEAD has `{path}`, and the folder has not"),
        ),
    )
    .help(
        "すべてのファイルを取り出してください（`git sparse-checkout disable`）。消したのなら、コミットしてから実行してください",
        "check out all files (`git sparse-checkout disable`); if it was deleted, commit that first",
    )
}

fn not_found(path: &Path) -> CliError {
    let shown = files::shown(path);
    CliError::new(
        CliCode::C0002,
        Text::new(
            format!("`{shown}` が見つかりません"),
            format!("`{shown}` does not exist"),
        ),
    )
    .help(
        "パスの綴りと、今いるフォルダーを確かめてください",
        "check the spelling of the path and the current folder",
    )
}
