//! From text to a checked document, cheapest check first.

use serde::Deserialize;
use serde_json::Value;

use super::error::{BundleError, Excess, JsonPlace, Shape};
use super::path::first_difference;
use super::{controls, digest, json_error, to_policy, v1};

/// Longest document accepted, in bytes: what the largest sources become. Counts and offsets in it are 32 bits wide.
pub const MAX_BUNDLE_BYTES: usize = 512 << 20;

/// How the format begins in every version.
const FAMILY: &str = "hoshin.bundle/";

/// The one member that every version has; the rest is skipped.
#[derive(Deserialize)]
struct Header {
    #[serde(default)]
    format: Value,
}

/// Reads and checks a document.
pub(super) fn bundle(text: &str) -> Result<v1::Bundle, BundleError> {
    if text.len() > MAX_BUNDLE_BYTES {
        return Err(BundleError::TooLarge {
            path: String::new(),
            what: Excess::Text,
        });
    }
    expect_format(text)?;
    let mut bundle: v1::Bundle = serde_json::from_str(text).map_err(|error| json_error::sorted(text, &error))?;
    let stated = std::mem::take(&mut bundle.digest);
    let canonical = digest::canonical(&bundle);
    if brackets(text.as_bytes()) != brackets(&canonical) {
        return Err(other_brackets(text, &canonical));
    }
    let computed = digest::of(&canonical);
    if stated != computed {
        return Err(BundleError::DigestMismatch { stated, computed });
    }
    bundle.digest = stated;
    controls::refuse(&canonical, &bundle)?;
    to_policy::checked(&bundle)?;
    Ok(bundle)
}

/// Tells text that is no JSON, JSON that is no bundle, and bundles of other versions apart.
fn expect_format(text: &str) -> Result<(), BundleError> {
    let header: Header = match serde_json::from_str(text) {
        Ok(header) => header,
        Err(error) if error.is_data() => return Err(BundleError::NotABundle),
        Err(error) => return Err(json_error::sorted(text, &error)),
    };
    match header.format.as_str() {
        Some(v1::FORMAT) => Ok(()),
        Some(other) if other.starts_with(FAMILY) => Err(BundleError::OtherVersion {
            found: other.to_owned(),
        }),
        _ => Err(BundleError::NotABundle),
    }
}

/// The error for brackets where the format has none.
fn other_brackets(text: &str, canonical: &[u8]) -> BundleError {
    let path = match (serde_json::from_str(text), serde_json::from_slice(canonical)) {
        (Ok(Value::Object(mut stated)), Ok(written)) => {
            stated.remove("digest");
            first_difference(&Value::Object(stated), &written)
        }
        _ => String::new(),
    };
    BundleError::WrongShape {
        at: JsonPlace { line: 1, column: 1 },
        path: path.trim_start_matches('.').to_owned(),
        problem: Shape::OtherValue,
    }
}

/// How many arrays and objects there are.
///
/// Serde reads an array for a struct, member by member, and `{"permit": null}` for `"permit"`. Neither is a bundle, and the
/// digest would not be that of the text. The first adds an array, and nothing takes one away; the second adds an object.
fn brackets(json: &[u8]) -> (usize, usize) {
    let (mut arrays, mut objects) = (0, 0);
    let mut quoted = false;
    let mut bytes = json.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => quoted = !quoted,
            b'\\' if quoted => {
                bytes.next();
            }
            b'[' if !quoted => arrays += 1,
            b'{' if !quoted => objects += 1,
            _ => {}
        }
    }
    (arrays, objects)
}
