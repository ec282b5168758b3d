//! What is said where something cannot be read.

use std::io;
use std::path::Path;

use super::path::shown;
use crate::bundle::MAX_BUNDLE_BYTES;
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::diagnostic::Text;
use crate::source::{self, MAX_SOURCE_BYTES};

pub(super) fn unreadable(path: &Path, error: io::Error) -> CliError {
    let shown = shown(path);
    match error.kind() {
        io::ErrorKind::NotFound => CliError::new(
            CliCode::C0002,
            Text::new(
                format!("`{shown}` が見つかりません"),
                format!("`{shown}` does not exist"),
            ),
        )
        .help(
            "パスの綴りと、今いるフォルダーを確かめてください",
            "check the spelling of the path and the current folder",
        ),
        io::ErrorKind::IsADirectory => CliError::new(
            CliCode::C0004,
            Text::new(format!("`{shown}` はフォルダーです"), format!("`{shown}` is a folder")),
        )
        .help(
            format!(
                "中のファイルを指定してください。例: {}/*.policy",
                shown.trim_end_matches('/')
            ),
            format!("name the files in it, such as {}/*.policy", shown.trim_end_matches('/')),
        ),
        kind => {
            let help = match kind {
                io::ErrorKind::PermissionDenied => ("読む権限があるか確かめてください", "check that you may read it"),
                _ => (
                    "ほかのアプリケーションで開けるか確かめてください",
                    "check that other programs can open it",
                ),
            };
            CliError::new(
                CliCode::C0003,
                Text::new(format!("`{shown}` を読めません"), format!("cannot read `{shown}`")),
            )
            .help(help.0, help.1)
            .caused_by(error)
        }
    }
}

/// What is told of something that is larger than it may be. `shown` is what the user calls it.
pub(in crate::cli) fn too_large(shown: &Text) -> CliError {
    let (source, bundle) = (source::mebibytes(MAX_SOURCE_BYTES), source::mebibytes(MAX_BUNDLE_BYTES));
    CliError::new(
        CliCode::C0005,
        Text::new(
            format!(
                "{} は大きすぎます（{source} まで、bundle.json は {bundle} まで）",
                shown.ja
            ),
            format!("{} is larger than {source} ({bundle} for a bundle.json)", shown.en),
        ),
    )
    .help(
        "方針のファイルか確かめてください。本当に大きいときは、分けて取込でつないでください",
        "check that it is a policy; if it really is that large, split it and join the parts with 取込",
    )
}

pub(super) fn quoted(path: &Path) -> Text {
    let shown = shown(path);
    Text::new(format!("`{shown}`"), format!("`{shown}`"))
}

/// What is told of a link that leads out of the folder that its finder keeps to.
pub(in crate::cli) fn leads_outside(path: &Path) -> CliError {
    let shown = shown(path);
    CliError::new(
        CliCode::C0029,
        Text::new(
            format!("`{shown}` は、プロジェクトのフォルダーの外に出るリンクです"),
            format!("`{shown}` is a link that leads out of the project's folder"),
        ),
    )
    .help(
        "リンクの先が正しければ、その場所を直接指定してください。プロジェクトの中にあるリンクは、外まではたどりません",
        "if what it leads to is meant, name that place itself; links in a project are not followed out of it",
    )
}

/// What is told of a pipe, a device or a socket where a file should be.
pub(super) fn not_a_file(path: &Path) -> CliError {
    let shown = shown(path);
    CliError::new(
        CliCode::C0028,
        Text::new(
            format!("`{shown}` は通常のファイルではありません"),
            format!("`{shown}` is not a regular file"),
        ),
    )
    .help(
        "パイプやデバイスは読みません。方針のファイルに置き換えるか、フォルダーから除いてください",
        "pipes and devices are not read; put a file in its place, or take it out of the folder",
    )
}
