//! What was read of a change, and what came of it.

use super::examined::Examined;
use super::judged::Judged;
use crate::cli::error::CliError;
use crate::cli::outcome::Outcome;
use crate::diagnostic::Text;

/// Everything that was read.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// The commit that was compared with, in short.
    pub(super) commit: Option<String>,
    pub(super) examined: Vec<Examined>,
    /// What could not be done, apart from what belongs to one file.
    pub(super) errors: Vec<CliError>,
    /// What was passed over, and what the user allows.
    pub(super) notes: Vec<Text>,
}

/// What came of it.
pub(super) struct Run<'e> {
    /// The revision that the user compares with.
    pub(super) base: &'e str,
    pub(super) gathered: &'e Gathered,
    pub(super) judged: Vec<Judged<'e>>,
}

impl Run<'_> {
    /// What could not be done.
    pub(super) fn errors(&self) -> impl Iterator<Item = &CliError> {
        let own = self
            .judged
            .iter()
            .flat_map(|one| one.examined.errors.iter().chain(&one.refused));
        self.gathered.errors.iter().chain(own)
    }

    /// What was passed over, and what was not compared because the user allows it.
    pub(super) fn notes(&self) -> impl Iterator<Item = &Text> {
        self.gathered
            .notes
            .iter()
            .chain(self.judged.iter().filter_map(|one| one.allowed.as_ref()))
    }

    pub(super) fn outcome(&self) -> Outcome {
        if self.errors().next().is_some() {
            Outcome::CouldNotRun
        } else if self.judged.iter().any(Judged::fails) {
            Outcome::Problems
        } else {
            Outcome::Clean
        }
    }
}
