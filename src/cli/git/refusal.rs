//! Why a repository is not opened, or cannot be read.

use std::io;
use std::path::Path;

use super::{Refused, unusable};
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::files;
use crate::diagnostic::Text;

pub(super) fn no_repository(folder: &Path, error: io::Error) -> CliError {
    let shown = match folder.as_os_str().is_empty() || folder == Path::new(".") {
        true => Text::new("今いるフォルダー", "the current folder"),
        false => {
            let folder = files::shown(folder);
            Text::new(format!("`{folder}`"), format!("`{folder}`"))
        }
    };
    CliError::new(
        CliCode::C0021,
        Text::new(
            format!("{}から git のリポジトリを開けません", shown.ja),
            format!("cannot open a git repository from {}", shown.en),
        ),
    )
    .help(
        "git で管理しているフォルダーの中で実行するか、ファイルを指定してください",
        "run hoshin inside a repository, or name a file",
    )
    .caused_by(error)
}

pub(super) fn bare_repository(folder: &Path) -> CliError {
    let shown = files::shown(folder);
    CliError::new(
        CliCode::C0021,
        Text::new(
            format!("`{shown}` は作業用のファイルのないリポジトリ（bare）なので、開きません"),
            format!("`{shown}` is a bare repository and is not opened"),
        ),
    )
    .help(
        "ほかのリポジトリの中に、このようなフォルダーが紛れ込んでいることがあります。方針を取り出した（checkout した）フォルダーで実行してください",
        "such a folder can be smuggled into another repository; run hoshin in a working tree",
    )
}

pub(super) fn elsewhere(top: &str) -> CliError {
    CliError::new(
        CliCode::C0021,
        Text::new(
            format!("git の設定が、別のフォルダー `{top}` をリポジトリとしています"),
            format!("git's configuration takes another folder, `{top}`, for the repository"),
        ),
    )
    .help(
        "`git config --show-origin core.worktree` で設定を確かめてください",
        "see `git config --show-origin core.worktree`",
    )
}

pub(super) fn failed(command: &str, refused: Refused) -> CliError {
    unusable(Text::new(
        format!("`git {command}` が答えません"),
        format!("`git {command}` does not answer"),
    ))
    .caused_by(io::Error::other(refused.said))
}

pub(super) fn unreadable_path(line: &[u8]) -> CliError {
    let path = String::from_utf8_lossy(line);
    let path = path.split_once('\t').map_or(&*path, |(_, path)| path);
    unusable(Text::new(
        format!("パスが UTF-8 ではない方針があります: `{path}`"),
        format!("the path of a policy is not UTF-8: `{path}`"),
    ))
    .help("ファイルの名前を付け直してください", "rename the file")
}
