//! Control characters in a document. No source gives any, and what reads a document may be a terminal.

use serde_json::Value;

use super::error::BundleError;
use super::v1;

/// Refuses a document in which any text holds a control character other than a tab or a line feed (which parts the paragraphs of a period). `canonical` is its canonical form, in which
/// every one of them stands escaped or as it is.
pub(super) fn refuse(canonical: &[u8], bundle: &v1::Bundle) -> Result<(), BundleError> {
    if !may_hold(canonical) {
        return Ok(());
    }
    // The way there is looked for only now that there is something to tell.
    let found = serde_json::to_value(bundle).ok().and_then(|value| find(&value));
    match found {
        Some((path, character)) => Err(BundleError::HiddenCharacter { path, character }),
        None => Ok(()),
    }
}

/// Whether there is an escape, other than of quotes and backslashes, or a character beyond those that are escaped.
fn may_hold(canonical: &[u8]) -> bool {
    let mut bytes = canonical.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' if !matches!(bytes.next(), Some(b'"' | b'\\' | b't' | b'n')) => return true,
            0x7F => return true,
            0xC2 if bytes.peek().is_some_and(|next| *next < 0xA0) => return true,
            _ => {}
        }
    }
    false
}

fn find(value: &Value) -> Option<(String, char)> {
    match value {
        Value::String(text) => is_refused(text).map(|c| (String::new(), c)),
        Value::Array(items) => items.iter().enumerate().find_map(|(index, item)| {
            let (path, c) = find(item)?;
            Some((format!("[{index}]{path}"), c))
        }),
        Value::Object(members) => members.iter().find_map(|(name, member)| {
            if let Some(c) = is_refused(name) {
                return Some((String::new(), c));
            }
            let (path, c) = find(member)?;
            let dot = if path.starts_with('[') || path.is_empty() {
                ""
            } else {
                "."
            };
            Some((format!("{name}{dot}{path}"), c))
        }),
        _ => None,
    }
}

fn is_refused(text: &str) -> Option<char> {
    text.chars().find(|c| c.is_control() && !matches!(c, '\t' | '\n'))
}
