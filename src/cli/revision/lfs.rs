//! Files that lie in Git LFS, of which a repository holds only a pointer.

use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::diagnostic::Text;

/// Whether these bytes only say where Git LFS keeps the file (git-lfs, "specification", version 1).
pub(super) fn is_pointer(bytes: &[u8]) -> bool {
    bytes.len() < 1024 && bytes.starts_with(b"version https://git-lfs.github.com/spec/v1")
}

/// Says that a file cannot be read from here.
pub(super) fn refused(name: &str) -> CliError {
    CliError::new(
        CliCode::C0024,
        Text::new(
            format!("`{name}` の中身は Git LFS にあり、ここにはその控えしかありません"),
            format!("what `{name}` holds lies in Git LFS; here is only a pointer to it"),
        ),
    )
    .help(
        "方針のファイルを Git LFS の対象から外すか、`git lfs pull` で取得したファイルを指定してください",
        "do not keep policies in Git LFS, or name a file that `git lfs pull` has fetched",
    )
}
