//! The JSON Schema of the format, made from the structs that write it.

use schemars::{Schema, SchemaGenerator};

use super::DocumentOut;
use crate::decide::Verdict;
use crate::schema;

/// The JSON Schema of [`render`](super::render)'s document, ending in a line break.
#[must_use]
pub fn schema() -> String {
    schema::written(schema::of::<DocumentOut>(
        "hoshin.diff/1",
        "hoshin comparison of revisions, version 1",
    ))
}

pub(super) fn verdicts(_: &mut SchemaGenerator) -> Schema {
    let all = [Verdict::Permitted, Verdict::Forbidden, Verdict::NotStated];
    schema::list_of(&all.map(super::decisions::verdict))
}
