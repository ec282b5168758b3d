//! The state of data as a fact that sentences quote.

use std::borrow::Cow;

use crate::norm::Processing;
use crate::text::sentence::Part;

impl Part for Processing {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.word())
    }

    fn en(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.english())
    }

    #[cfg(test)]
    fn sample(_: usize) -> Self {
        Self::Pseudonymised
    }
}
