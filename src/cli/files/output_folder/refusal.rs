//! Why a folder of output is not replaced.

use std::path::Path;

use super::contents::{Foreign, Why};
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::files::path::shown;
use crate::diagnostic::Text;

pub(super) fn not_a_folder(given: &Path) -> CliError {
    let shown = shown(given);
    CliError::new(
        CliCode::C0007,
        Text::new(
            format!("`{shown}` はファイルなので、出力のフォルダーにできません"),
            format!("`{shown}` is a file and cannot be the output folder"),
        ),
    )
    .help("ほかの名前を指定してください", "name another folder")
}

pub(super) fn mount_point(given: &Path) -> CliError {
    let shown = shown(given);
    CliError::new(
        CliCode::C0030,
        Text::new(
            format!("`{shown}` はディスクのマウント先なので、丸ごと置き換えられません"),
            format!("`{shown}` is a mount point and cannot be replaced as a whole"),
        ),
    )
    .help(
        format!(
            "何も書いていません。その中のフォルダーを指定してください。例: {}/privacy",
            shown.trim_end_matches('/')
        ),
        format!(
            "nothing was written; name a folder in it, such as {}/privacy",
            shown.trim_end_matches('/')
        ),
    )
}

pub(super) fn not_ours(given: &Path, foreign: &Foreign) -> CliError {
    let shown = shown(given);
    let path = &foreign.path;
    let (message, help) = match foreign.why {
        Why::NotOurs => (
            Text::new(
                format!("`{shown}` に、hoshin が作ったものではない `{path}` があります"),
                format!("`{shown}` holds `{path}`, which hoshin did not make"),
            ),
            (
                "何も書いていません。ほかのフォルダーを指定するか、中身を移してください",
                "nothing was written; name another folder, or move it away",
            ),
        ),
        Why::Edited => (
            Text::new(
                format!("`{shown}` の `{path}` は、hoshin が書き出した後に変更されています"),
                format!("`{path}` in `{shown}` was changed after hoshin wrote it"),
            ),
            (
                "何も書いていません。変更を残すならそのファイルをほかの場所に移し、残さないなら消してから、実行し直してください",
                "nothing was written; move the file away to keep the change, or delete it, and run again",
            ),
        ),
        Why::Unknown => (
            Text::new(
                format!("`{shown}` は以前の hoshin が書き出したもので、`{path}` が変更されていないか確かめられません"),
                format!("`{shown}` was written by an older hoshin: whether `{path}` was changed cannot be told"),
            ),
            (
                "何も書いていません。中身を確かめ、フォルダーごと消すか移してから、実行し直してください",
                "nothing was written; look at what it holds, delete or move the folder, and run again",
            ),
        ),
    };
    CliError::new(CliCode::C0008, message).help(help.0, help.1)
}
