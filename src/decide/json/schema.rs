//! The JSON Schema of the format (draft 2020-12), made from the structs that read and write it.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::reply::Document;
use super::request::Wanted;
use crate::norm::{Act, Processing};

/// The JSON Schema of an answer, ending in a line break; that of a request is under `$defs/Request`.
#[must_use]
pub fn schema() -> String {
    let mut requests = SchemaSettings::draft2020_12().for_deserialize().into_generator();
    requests.subschema_for::<Wanted>();
    let requests = requests.take_definitions(true);
    let mut schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Document>();
    schema.insert("title".to_owned(), "hoshin decision, version 1".into());
    if let Some(Value::Object(definitions)) = schema.get_mut("$defs") {
        definitions.extend(requests);
    }
    let mut out = serde_json::to_string_pretty(&unwrapped(schema.to_value())).expect("a schema serialises");
    out.push('\n');
    out
}

/// Joins the lines of each paragraph of the descriptions, which are as long as the lines of the code were.
pub(in crate::decide) fn unwrapped(value: Value) -> Value {
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

pub(super) fn act_or_word(_: &mut SchemaGenerator) -> Schema {
    one_of(
        &Act::ALL
            .iter()
            .flat_map(|act| [act.english(), act.word()])
            .collect::<Vec<_>>(),
    )
}

pub(super) fn state(_: &mut SchemaGenerator) -> Schema {
    one_of(&Processing::ALL.map(Processing::english))
}

pub(super) fn states(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": { "enum": Processing::ALL.map(Processing::english) } })
}

pub(super) fn state_or_word(_: &mut SchemaGenerator) -> Schema {
    let mut words: Vec<Value> = Vec::new();
    for state in Processing::ALL {
        words.extend([json!(state.english()), json!(state.word())]);
    }
    words.push(Value::Null);
    json_schema!({ "enum": words })
}

fn one_of(words: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": words })
}
