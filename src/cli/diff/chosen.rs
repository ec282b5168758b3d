//! Which revisions are compared with which.

use std::path::{Path, PathBuf};

use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::files;
use crate::cli::policies;
use crate::cli::revision::{self, Faulty, Revision, RevisionPlace};
use crate::cli::sentences::revisions as say;
use crate::text::sentence::File;

/// Revisions, and the pairs of them that are compared, old before new.
#[derive(Debug)]
pub(super) struct Chosen {
    revisions: Vec<Revision>,
    pairs: Vec<(usize, usize)>,
}

/// Why there is nothing to compare.
#[derive(Debug)]
pub(super) enum Fault {
    /// The new revision has errors: what the user is working on.
    New(Faulty),
    /// An old one has: what it is measured against.
    Old(Faulty),
}

impl Chosen {
    /// Reads what the arguments name.
    ///
    /// Two arguments are compared as they stand; a folder stands for its newest revision, or, as OLD of a revision that
    /// lies in it, for the one before that. One argument alone is compared with its 旧版; a folder alone, each of its
    /// revisions with the next.
    ///
    /// # Errors
    /// `C0006` for standard input twice, `C0025` and `C0026` where there is nothing to compare with, and what reading
    /// gives.
    pub(super) fn by(arguments: &[PathBuf], stdin_name: Option<&Path>) -> Result<Result<Self, Fault>, CliError> {
        match arguments {
            [old, new] => {
                if policies::is_standard_input(old) {
                    policies::refuse_repetition(arguments)?;
                }
                between(&RevisionPlace::of(old)?, &RevisionPlace::of(new)?, stdin_name)
            }
            [alone] => match RevisionPlace::of(alone)? {
                RevisionPlace::Folder(folder) => within(&folder),
                place => with_previous(&place, stdin_name),
            },
            // INVARIANT: clap asks for one or two.
            _ => Ok(Ok(Self {
                revisions: Vec::new(),
                pairs: Vec::new(),
            })),
        }
    }

    fn pair(old: Revision, new: Revision) -> Self {
        Self {
            revisions: vec![old, new],
            pairs: vec![(0, 1)],
        }
    }

    /// The pairs, old before new.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&Revision, &Revision)> {
        let revision = |index: usize| self.revisions.get(index);
        self.pairs
            .iter()
            .filter_map(move |(old, new)| Some((revision(*old)?, revision(*new)?)))
    }
}

fn between(
    old: &RevisionPlace,
    new: &RevisionPlace,
    stdin_name: Option<&Path>,
) -> Result<Result<Chosen, Fault>, CliError> {
    let new = match new {
        RevisionPlace::Folder(folder) => match revision::revisions_in(folder)? {
            Ok(mut revisions) => revisions.pop().ok_or_else(|| too_few(folder, 1))?,
            Err(faulty) => return Ok(Err(Fault::New(faulty))),
        },
        place => match revision::read(place, stdin_name)? {
            Ok(revision) => revision,
            Err(faulty) => return Ok(Err(Fault::New(faulty))),
        },
    };
    let old = match old {
        RevisionPlace::Folder(folder) => match revision::revisions_in(folder)? {
            Ok(revisions) => before(revisions, &new).ok_or_else(|| too_few(folder, 2))?,
            Err(faulty) => return Ok(Err(Fault::Old(faulty))),
        },
        place => match revision::read(place, stdin_name)? {
            Ok(revision) => revision,
            Err(faulty) => return Ok(Err(Fault::Old(faulty))),
        },
    };
    Ok(Ok(Chosen::pair(old, new)))
}

/// Of revisions in order, the one before another that is among them; else the newest.
fn before(mut revisions: Vec<Revision>, new: &Revision) -> Option<Revision> {
    let identity = new.origin.identity();
    let among = revisions
        .iter()
        .position(|revision| revision.origin.identity() == identity);
    if let Some(index) = among {
        revisions.truncate(index);
    }
    revisions.pop()
}

fn within(folder: &Path) -> Result<Result<Chosen, Fault>, CliError> {
    let revisions = match revision::revisions_in(folder)? {
        Ok(revisions) => revisions,
        Err(faulty) => return Ok(Err(Fault::Old(faulty))),
    };
    if revisions.len() < 2 {
        return Err(too_few(folder, 2));
    }
    let pairs = (1..revisions.len()).map(|new| (new - 1, new)).collect();
    Ok(Ok(Chosen { revisions, pairs }))
}

fn with_previous(place: &RevisionPlace, stdin_name: Option<&Path>) -> Result<Result<Chosen, Fault>, CliError> {
    let new = match revision::read(place, stdin_name)? {
        Ok(new) => new,
        Err(faulty) => return Ok(Err(Fault::New(faulty))),
    };
    match new.previous()? {
        Some(Ok(old)) => Ok(Ok(Chosen::pair(old, new))),
        Some(Err(faulty)) => Ok(Err(Fault::Old(faulty))),
        None => Err(nothing_named(&new)),
    }
}

fn nothing_named(new: &Revision) -> CliError {
    CliError::new(CliCode::C0025, say::nothing_named(&File(new.subject.name.clone()))).advise(say::name_two())
}

fn too_few(folder: &Path, needed: usize) -> CliError {
    CliError::new(CliCode::C0026, say::too_few(&files::named(folder), &needed))
        .advise(say::name_a_folder_of_revisions())
}
