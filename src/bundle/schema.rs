//! The JSON Schema of the document (draft 2020-12), made from the structs that write it.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::v1;
use crate::schema;
use crate::syntax::keyword::Keyword;

/// The JSON Schema of `hoshin.bundle/1`, indented, with a line end.
#[must_use]
pub fn schema() -> String {
    let mut schema = schema::of::<v1::Bundle>("hoshin rule bundle, version 1");
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        // It is absent only while it is computed.
        required.insert(1, "digest".into());
    }
    if let Some(Value::Object(definitions)) = schema.get_mut("$defs") {
        for (name, definition) in definitions {
            definition["title"] = name.clone().into();
        }
    }
    schema::written(schema)
}

/// The kinds of clause: the English terms of all keywords.
pub(super) fn clause_kind(_: &mut SchemaGenerator) -> Schema {
    let mut kinds: Vec<String> = clause_keywords().map(|(_, english)| key(english)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    json_schema!({ "type": "string", "enum": kinds })
}

/// Every keyword that a clause can have, with its English term. A paragraph has a name for its clause and none in the
/// source.
pub(super) fn clause_keywords() -> impl Iterator<Item = (&'static str, &'static str)> {
    Keyword::WORDS
        .iter()
        .map(|keyword| (keyword.word(), keyword.english()))
        .chain([("段落", Keyword::Prose.english())])
}

/// An English term as a key: `prohibition to provide` is `prohibition_to_provide`.
pub(super) fn key(term: &str) -> String {
    term.replace([' ', '-'], "_")
}
