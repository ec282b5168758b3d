//! The JSON Schema of the format (draft 2020-12), made from the structs that write it.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::DocumentOut;
use crate::decide::Verdict;
use crate::norm::{Act, Processing};

/// The JSON Schema of [`render`](super::render)'s document, ending in a line break.
#[must_use]
pub fn schema() -> String {
    let mut schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<DocumentOut>();
    schema.insert("title".to_owned(), "hoshin comparison of revisions, version 1".into());
    let mut out = serde_json::to_string_pretty(&unwrapped(schema.to_value())).expect("a schema serialises");
    out.push('\n');
    out
}

/// Joins the lines of each paragraph of the descriptions, which are as long as the lines of the code were.
fn unwrapped(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter().map(|(key, value)| match value {
                Value::String(text) if key == "description" => {
                    let join = |lines: &str| lines.lines().map(str::trim).collect::<Vec<_>>().join(" ");
                    let text = text.split("\n\n").map(join).collect::<Vec<_>>().join("\n\n");
                    (key, Value::String(text))
                }
                value => (key, unwrapped(value)),
            });
            Value::Object(members.collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(unwrapped).collect()),
        value => value,
    }
}

pub(super) fn act(_: &mut SchemaGenerator) -> Schema {
    one_of(&Act::ALL.iter().map(|act| act.english()).collect::<Vec<_>>())
}

pub(super) fn acts(_: &mut SchemaGenerator) -> Schema {
    list_of(&Act::ALL.iter().map(|act| act.english()).collect::<Vec<_>>())
}

pub(super) fn state(_: &mut SchemaGenerator) -> Schema {
    one_of(&Processing::ALL.map(Processing::english))
}

pub(super) fn states(_: &mut SchemaGenerator) -> Schema {
    list_of(&Processing::ALL.map(Processing::english))
}

pub(super) fn verdicts(_: &mut SchemaGenerator) -> Schema {
    let all = [Verdict::Permitted, Verdict::Forbidden, Verdict::NotStated];
    list_of(&all.map(super::decisions::verdict))
}

fn one_of(words: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": words })
}

fn list_of(words: &[&str]) -> Schema {
    json_schema!({ "type": "array", "items": { "type": "string", "enum": words } })
}
