//! How many revisions of one policy are read, and how much.

use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::sentences::revisions as say;
use crate::source::mebibytes;
use crate::text::sentence::{File, Size};

/// As many revisions as anybody has.
pub(in crate::cli) const MOST: usize = 1000;

/// As much as they may hold in all, in bytes.
const MOST_BYTES: usize = 512 << 20;

/// What was read so far.
#[derive(Debug, Default)]
pub(in crate::cli) struct Measure {
    revisions: usize,
    bytes: usize,
}

impl Measure {
    /// Counts another revision. `place` is where the revisions come from.
    ///
    /// # Errors
    /// `C0031` where they are too many or too much.
    pub(in crate::cli) fn count(&mut self, bytes: usize, place: &str) -> Result<(), CliError> {
        self.revisions += 1;
        self.bytes = self.bytes.saturating_add(bytes);
        if self.revisions <= MOST && self.bytes <= MOST_BYTES {
            return Ok(());
        }
        let size = Size(mebibytes(MOST_BYTES));
        Err(
            CliError::new(CliCode::C0031, say::too_many(&File(place.to_owned()), &MOST, &size))
                .advise(say::keep_what_was_published()),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_are_too_many_and_much_is_too_much() {
        let mut many = Measure::default();
        assert!((0..MOST).all(|_| many.count(1, "版").is_ok()));
        assert!(many.count(1, "版").is_err());
        let mut much = Measure::default();
        assert!(much.count(MOST_BYTES, "版").is_ok());
        assert!(much.count(1, "版").is_err());
    }
}
