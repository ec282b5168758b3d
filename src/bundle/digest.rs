//! The digest of a document: SHA-256 over its canonical form (RFC 8785), without the digest itself.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::v1;

/// Computes the digest and puts it in the document.
pub(super) fn seal(bundle: &mut v1::Bundle) {
    bundle.digest = String::new();
    bundle.digest = of(&canonical(bundle));
}

/// The digest as it is written: `sha256:` and 64 hexadecimal digits.
pub(super) fn of(canonical: &[u8]) -> String {
    format!("sha256:{}", hexadecimal(&Sha256::digest(canonical)))
}

/// The canonical form of a document whose own digest is empty.
///
/// INVARIANT: every number of the document is an unsigned 32-bit integer, so the canonical form, which knows only doubles,
/// loses none.
pub(super) fn canonical(bundle: &impl Serialize) -> Vec<u8> {
    // Only a map with keys that are no strings, or a failing `Serialize`, can make this fail; the document has neither.
    serde_json_canonicalizer::to_vec(bundle).expect("plain structs serialise")
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
    fn the_canonical_form_orders_keys_and_keeps_japanese() {
        let value = serde_json::json!({"b": [1, null], "a": {"氏名": "\u{7}\"太郎\"", "Ａ": 4_294_967_295_u32}});
        assert_eq!(
            String::from_utf8(canonical(&value)).as_deref(),
            Ok("{\"a\":{\"氏名\":\"\\u0007\\\"太郎\\\"\",\"Ａ\":4294967295},\"b\":[1,null]}")
        );
    }
}
