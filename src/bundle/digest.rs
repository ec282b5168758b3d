//! The digest of a document: SHA-256 over its canonical form (RFC 8785), without the digest itself.

use sha2::{Digest, Sha256};

use super::v1;

/// Computes the digest and puts it in the document.
pub(super) fn seal(bundle: &mut v1::Bundle) {
    bundle.digest = String::new();
    bundle.digest = of(&canonical(bundle));
}

/// The SHA-256 of a text, in lower-case hexadecimal.
#[cfg(feature = "compile")]
pub(super) fn of_text(text: &str) -> String {
    hexadecimal(&Sha256::digest(text))
}

/// The digest as it is written: `sha256:` and 64 hexadecimal digits.
pub(super) fn of(canonical: &[u8]) -> String {
    format!("sha256:{}", hexadecimal(&Sha256::digest(canonical)))
}

/// The canonical form of a document whose own digest is empty.
pub(super) fn canonical(bundle: &v1::Bundle) -> Vec<u8> {
    sort_members(&serde_json::to_vec(bundle).expect("plain structs serialise"))
}

/// Sorts the members of every object of compact JSON as serde writes it.
///
/// INVARIANT: for the document nothing else parts serde's form from the canonical one. Strings are escaped alike, every
/// number is an unsigned 32-bit integer, and keys are lower-case ASCII letters, digits and `_`, so their order is that of
/// bytes. The tests hold this against two other implementations; the one on the shelf takes ten times as long.
fn sort_members(json: &[u8]) -> Vec<u8> {
    let mut sorted: Vec<u8> = Vec::with_capacity(json.len());
    // For each open array or object, where its members begin in `sorted`; none for arrays.
    let mut open: Vec<Option<Vec<usize>>> = Vec::new();
    let mut rest = json;
    while let Some((&byte, after)) = rest.split_first() {
        let length = if byte == b'"' { string_length(rest) } else { 1 };
        let (token, after) = if length == 1 {
            (&rest[..1], after)
        } else {
            rest.split_at(length)
        };
        match byte {
            b'}' => close_object(open.pop().flatten().unwrap_or_default(), &mut sorted),
            b']' => {
                open.pop();
            }
            _ => {}
        }
        sorted.extend_from_slice(token);
        match byte {
            b'{' => open.push(Some(vec![sorted.len()])),
            b'[' => open.push(None),
            b',' => {
                if let Some(Some(members)) = open.last_mut() {
                    members.push(sorted.len());
                }
            }
            _ => {}
        }
        rest = after;
    }
    sorted
}

/// How long the string at the start is, with its quotes.
fn string_length(json: &[u8]) -> usize {
    let mut at = 1;
    while at < json.len() && json[at] != b'"' {
        at += if json[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(json.len())
}

/// Puts the members at the end of `json`, which begin at the given places, in order.
fn close_object(starts: Vec<usize>, json: &mut Vec<u8>) {
    let Some(&first) = starts.first() else { return };
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([json.len()]);
    // A key is followed by its quote, which comes before every letter: whole members sort as their keys do.
    let mut members: Vec<&[u8]> = starts.iter().zip(ends).map(|(start, end)| &json[*start..end]).collect();
    if members.is_sorted() {
        return;
    }
    members.sort_unstable();
    let members = members.join(&b',');
    json.truncate(first);
    json.extend_from_slice(&members);
}

fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(
            hexadecimal(&Sha256::digest(b"abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn members_are_sorted_and_nothing_else_is() {
        let json = r#"{"rank":[3,1,{"b":{},"a":"},{\"\\"}],"key":"名","keys":{"y":{"d":1,"c":null},"x":[]},"ke":true}"#;
        assert_eq!(
            String::from_utf8(sort_members(json.as_bytes())).as_deref(),
            Ok(r#"{"ke":true,"key":"名","keys":{"x":[],"y":{"c":null,"d":1}},"rank":[3,1,{"a":"},{\"\\","b":{}}]}"#)
        );
    }
}
