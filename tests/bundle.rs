//! The rule bundle: what is written reads back, and nothing else does.

mod conformance;
mod digest;
mod documentation;
mod enforce;
mod enforcement;
mod hostile;
mod real;
mod round_trip;
mod runtime;
mod schema;

use hoshin::internals::bundle::Bundle;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::sample::sample;

fn sample_bundle() -> Bundle {
    let (policy, sources) = sample();
    Bundle::from_policy(&policy, &sources)
}

/// The sample as a stranger's program sees it.
fn sample_value() -> Value {
    serde_json::from_str(&sample_bundle().to_json()).expect("JSON")
}

/// The canonical form of RFC 8785, written for this test from the standard: for values without fractions.
fn canonical(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => quoted(text),
        Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Value::Object(members) => {
            let mut members: Vec<(Vec<u16>, String)> = members
                .iter()
                .map(|(key, value)| {
                    (
                        key.encode_utf16().collect(),
                        format!("{}:{}", quoted(key), canonical(value)),
                    )
                })
                .collect();
            members.sort();
            let members: Vec<String> = members.into_iter().map(|(_, member)| member).collect();
            format!("{{{}}}", members.join(","))
        }
    }
}

fn quoted(text: &str) -> String {
    let inner: String = text
        .chars()
        .map(|c| match c {
            '"' => "\\\"".to_owned(),
            '\\' => "\\\\".to_owned(),
            '\u{8}' => "\\b".to_owned(),
            '\t' => "\\t".to_owned(),
            '\n' => "\\n".to_owned(),
            '\u{c}' => "\\f".to_owned(),
            '\r' => "\\r".to_owned(),
            c if (c as u32) < 0x20 => format!("\\u{:04x}", c as u32),
            c => c.to_string(),
        })
        .collect();
    format!("\"{inner}\"")
}

/// The digest as the standard has it, without a line of the library's code.
pub(crate) fn independent_digest(document: &Value) -> String {
    let mut document = document.clone();
    if let Some(members) = document.as_object_mut() {
        members.remove("digest");
    }
    let hash = Sha256::digest(canonical(&document));
    let digits: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{digits}")
}

/// Gives a changed document the digest it needs to be read at all, as anybody can.
fn sealed(mut document: Value) -> String {
    document["digest"] = Value::String(independent_digest(&document));
    document.to_string()
}
