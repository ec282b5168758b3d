//! How a run ended, and what the process says of it.

use std::process::ExitCode;

/// How a run ended. The gravest is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    Clean,
    Problems,
    CouldNotRun,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Problems => 1,
            Outcome::CouldNotRun => 2,
        })
    }
}
