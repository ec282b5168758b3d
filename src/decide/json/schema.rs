//! The JSON Schema of the format, made from the structs that read and write it.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::reply::Document;
use super::request::Wanted;
use crate::norm::{Act, Processing};
use crate::schema::{self, one_of};

/// The JSON Schema of an answer, ending in a line break; that of a request is under `$defs/Request`.
#[must_use]
pub fn schema() -> String {
    let mut requests = SchemaSettings::draft2020_12().for_deserialize().into_generator();
    requests.subschema_for::<Wanted>();
    let requests = requests.take_definitions(true);
    let mut schema = schema::of::<Document>("hoshin.decision/1", "hoshin decision, version 1");
    if let Some(Value::Object(definitions)) = schema.get_mut("$defs") {
        definitions.extend(requests);
    }
    schema::written(schema)
}

pub(super) fn act_or_word(_: &mut SchemaGenerator) -> Schema {
    let words = Act::ALL.iter().flat_map(|act| [act.english(), act.word()]);
    one_of(&words.collect::<Vec<_>>())
}

pub(super) fn state_or_word(_: &mut SchemaGenerator) -> Schema {
    let words = Processing::ALL.iter().flat_map(|state| [state.english(), state.word()]);
    let words: Vec<Value> = words.map(|word| json!(word)).chain([Value::Null]).collect();
    json_schema!({ "enum": words })
}
