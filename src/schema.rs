//! What the JSON Schemas of the formats share (draft 2020-12): each is made from the structs that write the format.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use crate::norm::{Act, Processing};

/// The schema of what is written as `T`, not of what serde could read: there every `Option` may be absent. `format` is the
/// name of the format, such as `hoshin.bundle/1`, and gives the schema its `$id`: `urn:hoshin:bundle:1`. It names the schema
/// and is nothing to fetch.
pub(crate) fn of<T: JsonSchema>(format: &str, title: &str) -> Schema {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    let id = format!("urn:{}", format.replacen('.', ":", 1).replace('/', ":"));
    schema.insert("$id".to_owned(), id.into());
    schema.insert("title".to_owned(), title.into());
    schema
}

/// The schema as text, indented, ending in a line break.
pub(crate) fn written(schema: Schema) -> String {
    let schema = Schema::try_from(unwrapped(schema.to_value())).expect("it is still a schema");
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema serialises");
    text.push('\n');
    text
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

/// One of the words.
pub(crate) fn one_of(words: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": words })
}

/// A list of the words.
pub(crate) fn list_of(words: &[&str]) -> Schema {
    json_schema!({ "type": "array", "items": { "type": "string", "enum": words } })
}

/// An act, in English.
pub(crate) fn act(_: &mut SchemaGenerator) -> Schema {
    one_of(&acts_in_english())
}

/// A list of acts.
pub(crate) fn acts(_: &mut SchemaGenerator) -> Schema {
    list_of(&acts_in_english())
}

/// A state of processing, in English.
pub(crate) fn state(_: &mut SchemaGenerator) -> Schema {
    one_of(&Processing::ALL.map(Processing::english))
}

/// A list of states of processing.
pub(crate) fn states(_: &mut SchemaGenerator) -> Schema {
    list_of(&Processing::ALL.map(Processing::english))
}

fn acts_in_english() -> Vec<&'static str> {
    Act::ALL.iter().map(|act| act.english()).collect()
}
