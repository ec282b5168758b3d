//! SHA-256 of what files hold.

use std::fmt;
use std::io;

use sha2::{Digest as _, Sha256};

/// A digest, written as `sha256sum` does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli::files) struct Digest(String);

impl Digest {
    pub(in crate::cli::files) fn of(bytes: &[u8]) -> Self {
        Self::written(&Sha256::digest(bytes))
    }

    /// Of what a file holds, however much it is.
    pub(super) fn of_file(mut file: impl io::Read) -> io::Result<Self> {
        let mut hasher = Sha256::new();
        let mut buffer = vec![0; 1 << 16];
        loop {
            match file.read(&mut buffer) {
                Ok(0) => return Ok(Self::written(&hasher.finalize())),
                Ok(read) => hasher.update(buffer.get(..read).unwrap_or_default()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Reads one that was written before.
    pub(super) fn read(text: &str) -> Option<Self> {
        let digits = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == 64 && text.bytes().all(digits)).then(|| Self(text.to_owned()))
    }

    /// Its first sixteen digits.
    pub(in crate::cli::files) fn beginning(&self) -> &str {
        self.0.get(..16).unwrap_or(&self.0)
    }

    fn written(bytes: &[u8]) -> Self {
        Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
