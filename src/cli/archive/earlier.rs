//! Where the revisions before the current one are found: in a folder, or where 旧版 leads to.

use std::collections::BTreeSet;
use std::path::Path;

use super::current::Current;
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::revision::{self, Faulty, Measure, Revision};
use crate::cli::sentences::revisions as say;
use crate::text::sentence::File;

/// The revisions of a folder that come before the current one.
pub(super) fn in_folder(current: &Current<'_>, folder: &Path) -> Result<Result<Vec<Revision>, Faulty>, CliError> {
    let mut revisions = match revision::revisions_in(folder)? {
        Ok(revisions) => revisions,
        Err(faulty) => return Ok(Err(faulty)),
    };
    let identity = current.origin.identity();
    if let Some(index) = revisions.iter().position(|one| one.origin.identity() == identity) {
        revisions.truncate(index);
    }
    // The folder may hold a copy of what is being published.
    if let Some(today) = revision::date_of(current.policy) {
        revisions.retain(|one| revision::date_of(one.policy()).is_none_or(|date| date < today));
    }
    Ok(Ok(revisions))
}

/// The revisions that 旧版 leads to.
pub(super) fn chain(current: &Current<'_>) -> Result<Result<Vec<Revision>, Faulty>, CliError> {
    let mut seen = BTreeSet::from([current.origin.identity()]);
    let mut newest_first: Vec<Revision> = Vec::new();
    let mut measure = Measure::default();
    loop {
        let previous = match newest_first.last() {
            None => revision::previous(current.name, current.policy, current.origin)?,
            Some(revision) => revision.previous()?,
        };
        match previous {
            None => break,
            Some(Err(faulty)) => return Ok(Err(faulty)),
            Some(Ok(revision)) if !seen.insert(revision.origin.identity()) => {
                return Err(leads_back(&revision.subject.name));
            }
            Some(Ok(revision)) => {
                measure.count(revision.bytes, current.name)?;
                newest_first.push(revision);
            }
        }
    }
    newest_first.reverse();
    Ok(Ok(newest_first))
}

fn leads_back(name: &str) -> CliError {
    CliError::new(CliCode::C0025, say::leads_back(&File(name.to_owned()))).advise(say::let_the_oldest_name_none())
}
