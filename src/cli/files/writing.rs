//! Writing a file whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use cap_std::ambient_authority;
use cap_std::fs::{Dir, Permissions};

use super::path::{named, parent};
use super::reading::leads_outside;
use super::temporary;
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::sentences::writing as say;
use crate::project::repository_of;

/// Replaces `before`, which a file held when it was read, and leaves its permissions as they are. A link stays a link: what it leads to is rewritten,
/// unless that lies outside of the repository that holds the link.
pub(in crate::cli) fn rewrite(path: &Path, before: &[u8], text: &str) -> Result<(), CliError> {
    let there = path.canonicalize().map_err(|error| cannot_write(path, error))?;
    if leaves_its_repository(path, &there) {
        return Err(leads_outside(path));
    }
    if !there.metadata().is_ok_and(|metadata| metadata.is_file()) {
        return Err(is_no_file(path));
    }
    // Formatting takes its time, and an editor may have saved meanwhile.
    if fs::read(&there).map_err(|error| cannot_write(path, error))? != before {
        return Err(is_changed(path));
    }
    put(&there, text).map_err(|error| cannot_write(path, error))
}

/// Writes a file, in place of one that may be there.
pub(in crate::cli) fn write_whole(path: &Path, text: &str) -> Result<(), CliError> {
    let failed = |error| cannot_write(path, error);
    if is_stream(path) {
        return fs::write(path, text).map_err(failed);
    }
    refuse_leaving(path)?;
    let there = match path.symlink_metadata() {
        Ok(metadata) if metadata.is_dir() => return Err(failed(io::ErrorKind::IsADirectory.into())),
        Ok(metadata) if metadata.is_file() => true,
        // Pipes and devices that the user names are written to and not replaced.
        Ok(_) => return fs::write(path, text).map_err(failed),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(failed(error)),
    };
    match there {
        true => put(path, text),
        false => new(path, text),
    }
    .map_err(failed)
}

/// Refuses a link, and a folder that a link leads out of its repository.
pub(super) fn refuse_leaving(path: &Path) -> Result<(), CliError> {
    if is_stream(path) {
        return Ok(());
    }
    if path.is_symlink() {
        return Err(is_a_link(path));
    }
    let folder = parent(path).canonicalize().map_err(|error| cannot_write(path, error))?;
    match leaves_its_repository(path, &folder) {
        true => Err(leads_outside(path)),
        false => Ok(()),
    }
}

/// Writes files into a folder, which is made if need be. Each replaces one of its name.
pub(in crate::cli) fn write_into(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), CliError> {
    fs::create_dir_all(folder).map_err(|error| cannot_write(folder, error))?;
    for (name, bytes) in files {
        // INVARIANT: what is written this way is text.
        write_whole(&folder.join(name), &String::from_utf8_lossy(bytes))?;
    }
    Ok(())
}

/// Whether a path stands for a stream that is open already, wherever it leads.
fn is_stream(path: &Path) -> bool {
    let streams = ["/dev/stdout", "/dev/stderr"].map(Path::new);
    streams.contains(&path) || path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd")
}

/// Whether what lies at a path, links followed, is outside of the repository that the path lies in as it is written.
pub(super) fn leaves_its_repository(path: &Path, there: &Path) -> bool {
    let root = repository_of(path).and_then(|(root, _)| root.canonicalize().ok());
    root.is_some_and(|root| !there.starts_with(root))
}

fn put(path: &Path, text: &str) -> io::Result<()> {
    let permissions = path.metadata()?.permissions();
    if permissions.readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    replace(path, text, Some(Permissions::from_std(permissions)))
}

fn new(path: &Path, text: &str) -> io::Result<()> {
    replace(path, text, None)
}

/// Everything is written beside the file and forced to the disk before the two change places.
fn replace(path: &Path, text: &str, permissions: Option<Permissions>) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let folder = Dir::open_ambient_dir(parent(path), ambient_authority())?;
    let (temporary, mut file) = temporary::file(&folder)?;
    let write = || -> io::Result<()> {
        file.write_all(text.as_bytes())?;
        if let Some(permissions) = permissions {
            file.set_permissions(permissions)?;
        }
        file.sync_all()?;
        folder.rename(&temporary, &folder, name)
    };
    if let Err(error) = write() {
        // It is ours, and nobody misses it.
        let _ = folder.remove_file(&temporary);
        return Err(error);
    }
    sync_folder(parent(path));
    Ok(())
}

/// Makes renames in a folder survive a power cut, where the system can.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        // Some file systems refuse; the rename itself has already succeeded.
        let _ = folder.sync_all();
    }
}

pub(super) fn cannot_write(path: &Path, error: io::Error) -> CliError {
    CliError::new(CliCode::C0007, say::cannot_write(&named(path)))
        .advise(say::check_the_permissions())
        .caused_by(error)
}

fn is_no_file(path: &Path) -> CliError {
    CliError::new(CliCode::C0007, say::is_no_file(&named(path))).advise(say::give_it_by_standard_input())
}

fn is_changed(path: &Path) -> CliError {
    CliError::new(CliCode::C0007, say::is_changed(&named(path))).advise(say::run_again())
}

fn is_a_link(path: &Path) -> CliError {
    CliError::new(CliCode::C0007, say::is_a_link(&named(path))).advise(say::name_its_target())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_saved_meanwhile_is_not_overwritten() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.policy");
        fs::write(&path, "saved since").expect("a file");
        assert!(rewrite(&path, b"as it was read", "formatted").is_err());
        assert!(fs::read(&path).is_ok_and(|found| found == b"saved since"));
        assert!(rewrite(&path, b"saved since", "formatted").is_ok());
        assert!(fs::read(&path).is_ok_and(|found| found == b"formatted"));
        let left = fs::read_dir(folder.path()).expect("it can be read");
        assert_eq!(left.count(), 1, "nothing beside it");
    }
}
