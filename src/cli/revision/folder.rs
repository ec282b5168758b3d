//! A folder of revisions: `2025-04-01.policy`, `2026-04-01.policy`, or a folder for each.

use std::cmp::Ordering;
use std::path::{Path, PathBuf};

use super::{Faulty, Place, Revision, date_of, read};
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::files;
use crate::diagnostic::Text;

/// The revisions of a folder, the oldest first; or the first one that cannot be compiled.
///
/// Every source and bundle in the folder counts, and in the folders in it; files that only declare do not. Where every
/// revision has a date, the dates order them; else their names do, numbers by their value.
///
/// # Errors
/// `C0026` where there is none, and what reading gives.
pub(in crate::cli) fn revisions_in(folder: &Path) -> Result<Result<Vec<Revision>, Faulty>, CliError> {
    let mut revisions = Vec::new();
    for path in candidates(folder)? {
        match read(&Place::File(path), None)? {
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

/// The files that could be revisions. Of a folder with a bundle in it the bundle counts.
fn candidates(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let mut found = Vec::new();
    for path in files::list(folder)? {
        if files::is_folder(&path) {
            let bundle = path.join("bundle.json");
            match is_bundle(&bundle)? {
                true => found.push(bundle),
                false => found.extend(files::list(&path)?.into_iter().filter(|path| is_source(path))),
            }
        } else if is_source(&path) || is_bundle(&path)? {
            found.push(path);
        }
    }
    Ok(found)
}

fn is_source(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "policy") && files::is_file(path)
}

/// Whether it is a bundle, of whatever version. Other JSON that lies about is passed over.
fn is_bundle(path: &Path) -> Result<bool, CliError> {
    if path.extension().is_none_or(|end| end != "json") || !files::is_file(path) {
        return Ok(false);
    }
    Ok(files::read_text(path)?.is_ok_and(|text| text.contains("\"hoshin.bundle/")))
}

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
    let shown = files::shown(folder);
    CliError::new(
        CliCode::C0026,
        Text::new(
            format!("`{shown}` に方針の版がありません"),
            format!("`{shown}` holds no revision of a policy"),
        ),
    )
    .help(
        "版ごとのファイル（2025-04-01.policy など）を置いたフォルダーを指定してください",
        "name a folder with a file for each revision, such as 2025-04-01.policy",
    )
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
