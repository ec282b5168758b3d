//! The JSON Schema of the document (draft 2020-12), made from the structs that write it.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::v1;
use crate::syntax::keyword::Keyword;

/// The JSON Schema of `hoshin.bundle/1`, indented, with a line end.
#[must_use]
pub fn schema() -> String {
    // What is written, not what serde could read: there every `Option` may be absent.
    let mut schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<v1::Bundle>();
    schema.insert("title".to_owned(), "hoshin rule bundle, version 1".into());
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        // It is absent only while it is computed.
        required.insert(1, "digest".into());
    }
    if let Some(Value::Object(definitions)) = schema.get_mut("$defs") {
        for (name, definition) in definitions {
            definition["title"] = name.clone().into();
        }
    }
    unwrap_lines(schema.as_object_mut());
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema serialises");
    text.push('\n');
    text
}

/// Joins the lines of each paragraph of the descriptions, which are as long as the lines of the code were.
fn unwrap_lines(object: Option<&mut Map<String, Value>>) {
    for (key, value) in object.into_iter().flatten() {
        match value {
            Value::String(text) if key == "description" => {
                let unwrap = |lines: &str| lines.lines().map(str::trim).collect::<Vec<_>>().join(" ");
                *text = text.split("\n\n").map(unwrap).collect::<Vec<_>>().join("\n\n");
            }
            Value::Array(items) => items.iter_mut().for_each(|item| unwrap_lines(item.as_object_mut())),
            value => unwrap_lines(value.as_object_mut()),
        }
    }
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
