//! The file system: the only place that touches it.
#![expect(
    clippy::disallowed_methods,
    reason = "IO belongs to the command line, and within it to this module"
)]

mod lines;
mod output_folder;
mod project;
mod walk;

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Component, Path, PathBuf};
use std::string::FromUtf8Error;

pub(super) use lines::{Line, standard_input as standard_input_lines};
pub(super) use output_folder::OutputFolder;
use project::Project;
pub(super) use walk::{append, below, is_regular, is_repository, is_there, is_within, place};

use super::error::CliError;
use super::error_code::CliCode;
use crate::compile::{LoadError, Loader};
use crate::diagnostic::Text;
use crate::source::MAX_SOURCE_BYTES;

/// A policy as the user named it, read and ready to be compiled.
pub(super) struct Input {
    /// The folder the user named it in, with `/`; empty for the current one.
    pub(super) folder: String,
    /// Its name in that folder.
    pub(super) name: String,
    /// What it holds.
    pub(super) bytes: Vec<u8>,
    /// What it may import.
    pub(super) project: Box<dyn Loader>,
}

/// Reads a policy from a file.
pub(super) fn open(path: &Path) -> Result<Input, CliError> {
    let bytes = read(path)?;
    input(path, bytes, None)
}

/// Reads a policy from standard input, under the name of a file that need not exist.
pub(super) fn open_standard_input(name: Option<&Path>) -> Result<Input, CliError> {
    let mut bytes = Vec::new();
    // One byte more than allowed: `source::decode` then says that it is too much.
    let most = MAX_SOURCE_BYTES as u64 + 1;
    io::stdin().lock().take(most).read_to_end(&mut bytes).map_err(|error| {
        CliError::new(
            CliCode::C0003,
            Text::new("標準入力を読めません", "cannot read standard input"),
        )
        .caused_by(error)
    })?;
    input(name.unwrap_or(Path::new("<stdin>")), bytes, None)
}

/// Reads a text file that the user named.
pub(super) fn read_text(path: &Path) -> Result<Result<String, FromUtf8Error>, CliError> {
    Ok(String::from_utf8(read(path)?))
}

/// Replaces what a file holds, whole or not at all, and leaves its permissions as they are.
pub(super) fn rewrite(path: &Path, text: &str) -> Result<(), CliError> {
    let write = || -> io::Result<()> {
        // A link stays a link: what it leads to is rewritten.
        let path = path.canonicalize()?;
        let permissions = path.metadata()?.permissions();
        if permissions.readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let mut file = tempfile::NamedTempFile::with_prefix_in(".hoshin-", parent(&path))?;
        file.write_all(text.as_bytes())?;
        file.as_file().set_permissions(permissions)?;
        file.as_file().sync_all()?;
        file.persist(&path)?;
        sync_folder(parent(&path));
        Ok(())
    };
    write().map_err(|error| cannot_write(path, error))
}

/// Writes a file, whole or not at all, in place of one that may be there.
pub(super) fn write_whole(path: &Path, text: &str) -> Result<(), CliError> {
    if path.exists() && !path.is_dir() {
        return match path.is_file() {
            true => rewrite(path, text),
            // `/dev/stdout` and pipes are written to and not replaced.
            false => fs::write(path, text).map_err(|error| cannot_write(path, error)),
        };
    }
    let write = || -> io::Result<()> {
        if path.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // What a file is usually made with; the user's umask takes from it.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let mut file = builder.prefix(".hoshin-").tempfile_in(parent(path))?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        sync_folder(parent(path));
        Ok(())
    };
    write().map_err(|error| cannot_write(path, error))
}

/// Writes files into a folder, which is made if need be. Each replaces one of its name.
pub(super) fn write_into(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), CliError> {
    fs::create_dir_all(folder).map_err(|error| cannot_write(folder, error))?;
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(|error| cannot_write(&path, error))?;
    }
    Ok(())
}

/// A path as shown to the user, with `/`.
pub(super) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

/// Whether a path leads to a folder.
pub(super) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether a path leads to a regular file.
pub(super) fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// What lies in a folder, sorted by name; hidden files are passed over.
pub(super) fn list(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let list = || -> io::Result<Vec<PathBuf>> {
        let mut paths = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if !entry.file_name().to_string_lossy().starts_with('.') {
                paths.push(entry.path());
            }
        }
        paths.sort();
        Ok(paths)
    };
    list().map_err(|error| unreadable(folder, error))
}

/// Reads the policy that another calls `path`, by the rules for its imports. What is read belongs to the same project:
/// `root` is that project's, where it is known already, and is given back.
pub(super) fn open_beside(
    entry: &Path,
    root: Option<PathBuf>,
    path: &str,
) -> Result<Result<(PathBuf, Input, PathBuf), LoadError>, CliError> {
    let name = Path::new(entry.file_name().unwrap_or(entry.as_os_str()));
    let project = project(entry, name, root)?;
    if let Err(error) = project.locate(&shown(name), path) {
        return Ok(Err(error));
    }
    let root = project.root().to_path_buf();
    let path = tidy(&parent(entry).join(path));
    let bytes = read(&path)?;
    let input = input(&path, bytes, Some(root.clone()))?;
    Ok(Ok((path, input, root)))
}

fn project(path: &Path, name: &Path, root: Option<PathBuf>) -> Result<Project, CliError> {
    let project = Project::around(parent(path), name).map_err(|error| unreadable(path, error))?;
    Ok(match root {
        Some(root) => project.within(root),
        None => project,
    })
}

/// What tells a file from every other, whatever links lead to it. One that is not there goes by its path.
pub(super) fn identity(path: &Path) -> String {
    shown(&path.canonicalize().unwrap_or_else(|_| path.to_path_buf()))
}

/// A path without `.`, and without `..` after a folder that the path itself names.
pub(super) fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(tidy.components().next_back(), Some(Component::Normal(_))) => {
                tidy.pop();
            }
            _ => tidy.push(part),
        }
    }
    tidy
}

fn input(path: &Path, bytes: Vec<u8>, root: Option<PathBuf>) -> Result<Input, CliError> {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let folder: PathBuf = parent(path)
        .components()
        .filter(|part| *part != Component::CurDir)
        .collect();
    let project = project(path, Path::new(name), root)?;
    Ok(Input {
        folder: shown(&folder),
        name: shown(Path::new(name)),
        bytes,
        project: Box::new(project),
    })
}

/// Reads a file that the user named. Pipes are read too, so that `<(…)` of a shell can be given; folders are refused.
fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    let file = File::open(path).map_err(|error| unreadable(path, error))?;
    let metadata = file.metadata().map_err(|error| unreadable(path, error))?;
    if metadata.is_dir() {
        return Err(unreadable(path, io::ErrorKind::IsADirectory.into()));
    }
    if metadata.len() > MAX_SOURCE_BYTES as u64 {
        return Err(too_large(path));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    let most = MAX_SOURCE_BYTES as u64 + 1;
    file.take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(path, error))?;
    if bytes.len() > MAX_SOURCE_BYTES {
        return Err(too_large(path));
    }
    Ok(bytes)
}

fn unreadable(path: &Path, error: io::Error) -> CliError {
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

fn too_large(path: &Path) -> CliError {
    let shown = shown(path);
    CliError::new(
        CliCode::C0005,
        Text::new(
            format!("`{shown}` は大きすぎます（1 GiB まで）"),
            format!("`{shown}` is larger than 1 GiB"),
        ),
    )
    .help(
        "方針のファイルか確かめてください。本当に大きいときは、分けて取込でつないでください",
        "check that it is a policy; if it really is that large, split it and join the parts with 取込",
    )
}

fn cannot_write(path: &Path, error: io::Error) -> CliError {
    let shown = shown(path);
    CliError::new(
        CliCode::C0007,
        Text::new(format!("`{shown}` に書き込めません"), format!("cannot write `{shown}`")),
    )
    .help(
        "書き込みの権限と空き容量を確かめてください",
        "check the permissions and the room on the disk",
    )
    .caused_by(error)
}

/// The folder a path lies in; the current folder for a bare name.
pub(super) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => path,
    }
}

/// Makes renames in a folder survive a power cut, where the system can.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        // Some file systems refuse; the rename itself has already succeeded.
        let _ = folder.sync_all();
    }
}
