//! How much of a file is read at most.

use std::io::{self, Read as _};

use crate::bundle::MAX_BUNDLE_BYTES;
use crate::source::MAX_SOURCE_BYTES;

/// What became of reading a file.
pub(crate) enum Read {
    Whole(Vec<u8>),
    TooLarge,
}

/// Reads to the end, but no more than a source or a bundle may hold. `expected` is what the system says of the length.
pub(crate) fn read_all(mut file: impl io::Read, expected: u64) -> io::Result<Read> {
    if expected > MAX_BUNDLE_BYTES as u64 {
        return Ok(Read::TooLarge);
    }
    let mut bytes = Vec::with_capacity((expected as usize).min(MAX_SOURCE_BYTES));
    let mut read = |most: usize, bytes: &mut Vec<u8>| {
        // One byte more than allowed tells that there is more.
        file.by_ref().take((most + 1 - bytes.len()) as u64).read_to_end(bytes)
    };
    read(MAX_SOURCE_BYTES, &mut bytes)?;
    if bytes.len() <= MAX_SOURCE_BYTES {
        return Ok(Read::Whole(bytes));
    }
    if is_json(&bytes) {
        read(MAX_BUNDLE_BYTES, &mut bytes)?;
        if bytes.len() <= MAX_BUNDLE_BYTES {
            return Ok(Read::Whole(bytes));
        }
    }
    Ok(Read::TooLarge)
}

/// Whether the content begins as a JSON document does, and no source.
pub(crate) fn is_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    text.trim_ascii_start().first() == Some(&b'{')
}

pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

#[cfg(test)]
mod tests {
    use super::*;

    fn length(file: impl io::Read, expected: u64) -> Option<usize> {
        match read_all(file, expected).expect("it can be read") {
            Read::Whole(bytes) => Some(bytes.len()),
            Read::TooLarge => None,
        }
    }

    #[test]
    fn what_never_ends_is_read_to_the_limit_and_no_further() {
        assert_eq!(length(io::repeat(b' '), 0), None);
        assert_eq!(
            length(io::repeat(b'x').take(MAX_SOURCE_BYTES as u64), 0),
            Some(MAX_SOURCE_BYTES)
        );
        assert_eq!(length(io::repeat(b'x').take(MAX_SOURCE_BYTES as u64 + 1), 0), None);
    }

    #[test]
    fn a_bundle_has_a_limit_of_its_own() {
        let json = |length: usize| b"{".chain(io::repeat(b' ').take(length as u64 - 1));
        assert_eq!(length(json(MAX_SOURCE_BYTES + 1), 0), Some(MAX_SOURCE_BYTES + 1));
        assert_eq!(length(io::empty(), MAX_BUNDLE_BYTES as u64 + 1), None, "not even begun");
    }
}
