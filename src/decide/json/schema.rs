//! The JSON Schema of the format, made from the structs that read and write it.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::reply::Document;
use super::request::Wanted;
use crate::schema;

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
