//! Files that lie in Git LFS, of which a repository holds only a pointer.

use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::sentences::commits as say;
use crate::text::sentence::File;

/// Whether these bytes only say where Git LFS keeps the file (git-lfs, "specification", version 1).
pub(super) fn is_pointer(bytes: &[u8]) -> bool {
    bytes.len() < 1024 && bytes.starts_with(b"version https://git-lfs.github.com/spec/v1")
}

/// Says that a file cannot be read from here.
pub(super) fn refused(name: &str) -> CliError {
    CliError::new(CliCode::C0024, say::lies_in_lfs(&File(name.to_owned()))).advise(say::keep_out_of_lfs())
}
