//! Which files are looked at: the policies in the working tree, and those that the base had.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::base::Base;
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::files;
use crate::cli::sentences::ci::scope as say;
use crate::cli::sentences::reading;
use crate::diagnostic::Text;
use crate::text::sentence::File;

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
    say::not_looked_into(&File(path.to_owned()))
}

/// Something that belongs to no commit of the repository.
pub(super) fn outside(path: &Path) -> CliError {
    CliError::new(CliCode::C0034, say::outside(&files::named(path))).advise(say::run_in_its_repository())
}

fn another_repository(folder: &Path) -> CliError {
    CliError::new(CliCode::C0034, say::another_repository(&files::named(folder)))
        .advise(say::run_there_or_leave_it_out())
}

fn unreadable_name(path: &Path) -> CliError {
    CliError::new(CliCode::C0039, say::unreadable_name(&files::named(path))).advise(say::rename_the_file())
}

fn not_checked_out(path: &str) -> CliError {
    CliError::new(CliCode::C0038, say::not_checked_out(&File(path.to_owned()))).advise(say::check_out_all_or_commit())
}

fn not_found(path: &Path) -> CliError {
    CliError::new(CliCode::C0002, reading::not_found(&files::named(path))).advise(reading::check_the_path())
}
