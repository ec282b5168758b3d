//! The JSON Schema of the document (draft 2020-12), made from the structs that write it.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::v1;
use crate::keyword::Keyword;
use crate::schema;

/// The JSON Schema of the format, indented, with a line end.
#[must_use]
pub fn schema() -> String {
    let mut schema = schema::of::<v1::Bundle>(v1::FORMAT, "hoshin rule bundle, version 1 (draft)");
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        // It is absent only while it is computed.
        required.insert(1, "digest".into());
    }
    if let Some(Value::Object(definitions)) = schema.get_mut("$defs") {
        for (name, definition) in definitions {
            definition["title"] = name.clone().into();
            say_something(definition);
            for alternative in definition
                .get_mut("oneOf")
                .and_then(Value::as_array_mut)
                .into_iter()
                .flatten()
            {
                say_something(alternative);
            }
        }
    }
    let mut schema = schema.to_value();
    say_something(&mut schema);
    schema::written(Schema::try_from(schema).expect("it is still a schema"))
}

/// What is left out where it says nothing says something where it stands.
fn say_something(object: &mut Value) {
    let required = object.get("required").cloned().unwrap_or_default();
    let is_required = |name: &str| {
        required
            .as_array()
            .is_some_and(|names| names.iter().any(|one| one == name))
    };
    let Some(Value::Object(members)) = object.get_mut("properties") else {
        return;
    };
    for (_, member) in members.iter_mut().filter(|(name, _)| !is_required(name)) {
        if let Value::Object(member) = member {
            say_something_in(member);
        }
    }
}

fn say_something_in(member: &mut Map<String, Value>) {
    // What is there is no `null`.
    if let Some(Value::Array(types)) = member.get("type")
        && let Some(only) = types.iter().find(|one| **one != "null")
    {
        let only = only.clone();
        member.insert("type".to_owned(), only);
    }
    if let Some(Value::Array(any)) = member.remove("anyOf") {
        let only = any.into_iter().find(|one| one["type"] != "null");
        if let Some(Value::Object(only)) = only {
            member.extend(only);
        }
    }
    let (key, value) = match member.get("type").and_then(Value::as_str) {
        Some("array") => ("minItems", Value::from(1)),
        Some("boolean") => ("const", Value::from(true)),
        _ => return,
    };
    member.insert(key.to_owned(), value);
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
