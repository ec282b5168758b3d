//! What is left out: a member that says nothing does not stand in a document, and one that stands says something.
//!
//! Two texts for one bundle would have two digests, so saying `null`, `false` or `[]` where that is what leaving out means
//! is refused. Members that a decision reads are never left out and use none of this.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// What the error says of a member that stands and says nothing.
pub(in crate::bundle) const LEFT_OUT: &str = "says what leaving it out says";

/// Reads a member that is left out where it has its default: an empty array or text, `false`.
pub(super) fn stated<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Deserialize<'de> + Default + PartialEq,
    D: Deserializer<'de>,
{
    let value = T::deserialize(deserializer)?;
    match value == T::default() {
        true => Err(D::Error::custom(LEFT_OUT)),
        false => Ok(value),
    }
}

/// Reads a member that is left out where there is none. `null` is none of its values.
pub(super) fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
pub(super) fn is_false(value: &bool) -> bool {
    !*value
}
