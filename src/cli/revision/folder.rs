//! A folder of revisions: `2025-04-01.policy`, `2026-04-01.policy`, or a folder for each.

use std::cmp::Ordering;
use std::path::Path;

use super::measure::Measure;
use super::{Faulty, Revision, date_of, of_file_in_project};
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::files::{self, Beside, Folder, Kind};
use crate::cli::sentences::revisions as say;

/// The revisions of a folder, the oldest first; or the first one that cannot be compiled.
///
/// Every source and bundle in the folder counts, and in the folders in it; files that only declare do not. Where every
/// revision has a date, the dates order them; else their names do, numbers by their value.
///
/// # Errors
/// `C0026` where there is none, and what reading gives.
pub(in crate::cli) fn revisions_in(folder: &Path) -> Result<Result<Vec<Revision>, Faulty>, CliError> {
    let mut revisions = Vec::new();
    let mut measure = Measure::default();
    for beside in candidates(&Folder::open(folder)?) {
        let beside = beside?;
        measure.count(beside.input.bytes.len(), &files::shown(folder))?;
        match of_file_in_project(beside)? {
            Ok(revision) => revisions.push(revision),
            Err(faulty) if faulty.only_declares() => {}
            Err(faulty) => return Ok(Err(faulty)),
        }
    }
    if revisions.is_empty() {
        return Err(none_in(folder));
    }
    let date = |revision: &Revision| date_of(revision.policy());
    let dated = revisions.iter().all(|revision| date(revision).is_some());
    revisions.sort_by(|a, b| {
        let by_date = if dated { date(a).cmp(&date(b)) } else { Ordering::Equal };
        by_date.then_with(|| by_name(&a.subject.name, &b.subject.name))
    });
    Ok(Ok(revisions))
}

/// The files that could be revisions, each read when it is asked for. Of a folder with a bundle in it the bundle counts.
fn candidates(folder: &Folder) -> impl Iterator<Item = Result<Beside, CliError>> {
    // What keeps a folder from being looked into comes in its place among the files.
    let names = match folder.names() {
        Ok(names) => names.into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    };
    names
        .into_iter()
        .flat_map(|name| match name.and_then(|name| in_folder(folder, &name)) {
            Ok(found) => found.into_iter().map(Ok).collect(),
            Err(error) => vec![Err(error)],
        })
}

/// What lies under a name in the folder, or in the folder of that name.
fn in_folder(folder: &Folder, name: &str) -> Result<Vec<Beside>, CliError> {
    if name == RUNTIME && folder.kind(BUNDLE)? == Some(Kind::File) {
        // Beside the whole bundle of the same revision.
        return Ok(Vec::new());
    }
    if folder.kind(name)? != Some(Kind::Folder) {
        return Ok(candidate(folder, name)?.into_iter().collect());
    }
    let inner = folder.folder(name)?;
    if inner.kind(BUNDLE)? == Some(Kind::File)
        && let Some(bundle) = candidate(&inner, BUNDLE)?
    {
        return Ok(vec![bundle]);
    }
    let mut found = Vec::new();
    for name in inner.names()?.iter().filter(|name| has_ending(name, "policy")) {
        if inner.kind(name)? != Some(Kind::Folder) {
            found.extend(candidate(&inner, name)?);
        }
    }
    Ok(found)
}

/// Reads a file that could be a revision. What is called like one and cannot be read is told; other files are passed over.
fn candidate(folder: &Folder, name: &str) -> Result<Option<Beside>, CliError> {
    if has_ending(name, "policy") {
        return folder.read(name).map(Some);
    }
    if !has_ending(name, "json") {
        return Ok(None);
    }
    let beside = folder.read(name)?;
    Ok(is_bundle(&beside.input.bytes).then_some(beside))
}

/// Whether it is a bundle, of whatever version. Other JSON that lies about is passed over.
fn is_bundle(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.contains("\"hoshin.bundle/"))
}

fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == ending)
}

const BUNDLE: &str = "bundle.json";
const RUNTIME: &str = "runtime.json";

/// Names in order, numbers in them by their value: `v9` before `v10`.
fn by_name(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    loop {
        let ((a_piece, a_rest), (b_piece, b_rest)) = (piece(left), piece(right));
        let order = match (number(a_piece), number(b_piece)) {
            (Some(a), Some(b)) => a.len().cmp(&b.len()).then_with(|| a.cmp(b)),
            _ => a_piece.cmp(b_piece),
        };
        if order != Ordering::Equal {
            return order;
        }
        if a_piece.is_empty() {
            return a.cmp(b);
        }
        (left, right) = (a_rest, b_rest);
    }
}

/// The digits of a piece without leading zeros.
fn number(piece: &str) -> Option<&str> {
    piece
        .starts_with(|c: char| c.is_ascii_digit())
        .then(|| piece.trim_start_matches('0'))
}

/// The digits or other characters that a text begins with, and the rest.
fn piece(text: &str) -> (&str, &str) {
    let digits = text.starts_with(|c: char| c.is_ascii_digit());
    let end = text.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(text.len());
    text.split_at(end)
}

fn none_in(folder: &Path) -> CliError {
    CliError::new(CliCode::C0026, say::none_in(&files::named(folder))).advise(say::name_a_folder_of_revisions())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_count_by_their_value() {
        let mut names = ["v10", "v9", "2026-04-01", "2025-10-01", "v09b", "v9a", "a"];
        names.sort_by(|a, b| by_name(a, b));
        assert_eq!(names, ["2025-10-01", "2026-04-01", "a", "v9", "v9a", "v09b", "v10"]);
    }
}
