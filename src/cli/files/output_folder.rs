//! Replacing a folder of output as a whole.
//!
//! First it is decided whether anything in it is the user's; until then nothing is touched, not even beside it. Then
//! everything is written into a new folder beside the old one and forced to the disk, and the two are exchanged in one step
//! of the file system. A run killed at any moment leaves the old output or the new, never a mixture; what it leaves beside
//! them is cleared away by the next run. Nothing is ever removed but files that hold what hoshin wrote into them.

mod contents;
pub(super) mod digest;
mod exchange;
mod marker;
mod refusal;
mod sync;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use cap_fs_ext::DirExt as _;
use cap_std::ambient_authority;
use cap_std::fs::{Dir, OpenOptions};

use super::path::parent;
use super::reading::leads_outside;
use super::temporary::{Names, Use};
use super::writing::{cannot_write, leaves_its_repository};
use crate::cli::error::CliError;
use contents::Foreign;
use digest::Digest;
use exchange::{Step, exchange};
use marker::{MARKER, UNFINISHED};
use refusal::{mount_point, not_a_folder, not_ours};
use sync::{sync_all, sync_folder};

/// Puts these files, and nothing else, into a folder that the user named. Their paths are relative, with `/`.
///
/// # Errors
/// `C0007` where nothing can be written, `C0008` where something is that is the user's, `C0029` where a link in a
/// repository leads out of it, `C0030` for a mount point. The folder and all around it are then as they were.
pub(in crate::cli) fn replace(given: &Path, files: &[(String, Vec<u8>)]) -> Result<(), CliError> {
    let failed = |error| cannot_write(given, error);
    let target = resolve(given).map_err(failed)?;
    if leaves_its_repository(given, &target) {
        return Err(leads_outside(given));
    }
    let name = target
        .file_name()
        .ok_or_else(|| failed(io::ErrorKind::InvalidInput.into()))?;
    let name = name
        .to_str()
        .ok_or_else(|| failed(io::ErrorKind::InvalidInput.into()))?;
    // There is nothing that could be lost in a folder that is not there.
    std::fs::create_dir_all(parent(&target)).map_err(failed)?;
    let around = Dir::open_ambient_dir(parent(&target), ambient_authority()).map_err(failed)?;
    // Not every file system can lock a folder. Without the lock two runs at once still each leave a whole output.
    let lock = File::open(parent(&target)).ok().filter(|folder| folder.lock().is_ok());
    let output = Output {
        given,
        name,
        names: Names::beside(name, &around).map_err(failed)?,
        around,
        digests: marker::of(files),
        files,
    };
    output.refuse_what_is_not_ours()?;
    if lock.is_some() {
        // Without it another run may be writing there just now.
        output.recover();
    }
    output.write()
}

/// A folder of output, and what is to be in it.
struct Output<'a> {
    /// As the user wrote it.
    given: &'a Path,
    /// The folder around it.
    around: Dir,
    /// Its name there.
    name: &'a str,
    names: Names,
    files: &'a [(String, Vec<u8>)],
    digests: BTreeMap<String, Digest>,
}

impl Output<'_> {
    fn failed(&self, error: io::Error) -> CliError {
        match error.kind() {
            io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => mount_point(self.given),
            _ => cannot_write(self.given, error),
        }
    }

    fn is_there(&self) -> bool {
        self.around.symlink_metadata(self.name).is_ok()
    }

    fn refuse_what_is_not_ours(&self) -> Result<(), CliError> {
        // Where a run was killed between the two steps of replacing it, the output lies aside.
        let aside;
        let name = match self.is_there() {
            true => self.name,
            false => match self.set_aside() {
                Some(found) => {
                    aside = found;
                    &aside
                }
                None => return Ok(()),
            },
        };
        let metadata = self.around.symlink_metadata(name).map_err(|error| self.failed(error))?;
        if !metadata.is_dir() {
            return Err(not_a_folder(self.given));
        }
        match self.foreign_in(name).map_err(|error| self.failed(error))? {
            Some(foreign) => Err(not_ours(self.given, &foreign)),
            None => Ok(()),
        }
    }

    fn foreign_in(&self, name: &str) -> io::Result<Option<Foreign>> {
        contents::foreign(&self.around.open_dir_nofollow(name)?, &self.digests)
    }

    /// What lies beside the folder under a name that hoshin gave.
    fn beside(&self, purpose: Use) -> Vec<String> {
        let entries = self.around.entries().into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| self.names.is_ours(purpose, name)).collect();
        names.sort();
        names
    }

    fn set_aside(&self) -> Option<String> {
        self.beside(Use::Aside).into_iter().next()
    }

    /// Puts right what a run that was killed has left beside the folder. What cannot be removed does no harm.
    fn recover(&self) {
        if !self.is_there()
            && let Some(aside) = self.set_aside()
        {
            let _ = self.around.rename(&aside, &self.around, self.name);
        }
        for name in self.beside(Use::New).into_iter().chain(self.beside(Use::Aside)) {
            let unfinished = |folder: Dir| folder.symlink_metadata(UNFINISHED).is_ok();
            let _ = match self.around.open_dir_nofollow(&name).is_ok_and(unfinished) {
                true => contents::clear_unfinished(&self.around, &name),
                false => contents::clear(&self.around, &name),
            };
        }
    }

    fn write(&self) -> Result<(), CliError> {
        let new = self.names.fresh(Use::New).map_err(|error| self.failed(error))?;
        self.around.create_dir(&new).map_err(|error| self.failed(error))?;
        if let Err(error) = self.fill(&new) {
            let _ = contents::clear_unfinished(&self.around, &new);
            return Err(self.failed(error));
        }
        let result = match self.is_there() {
            true => self.change_places(&new),
            false => (self.around.rename(&new, &self.around, self.name)).map_err(|error| self.failed(error)),
        };
        self.sync_around();
        // The old output now lies where the new one was written, or the new one still does where that failed. What cannot
        // be removed, a later run clears away.
        let _ = contents::clear(&self.around, &new);
        result
    }

    /// Writes everything into a new folder and forces it to the disk.
    fn fill(&self, new: &str) -> io::Result<()> {
        let folder = self.around.open_dir_nofollow(new)?;
        let mut folders = BTreeSet::from([""]);
        let mut written = Vec::new();
        let list = (UNFINISHED.to_owned(), marker::write(&self.digests).into_bytes());
        for (path, bytes) in std::iter::once(&list).chain(self.files) {
            if let Some((inside, _)) = path.rsplit_once('/') {
                folder.create_dir_all(inside)?;
                folders.extend(path.match_indices('/').filter_map(|(at, _)| path.get(..at)));
            }
            let mut file = folder.open_with(path, OpenOptions::new().write(true).create_new(true))?;
            file.write_all(bytes)?;
            written.push(file.into_std());
            // A process may hold only so many files open.
            if written.len() == 64 {
                sync_all(&written)?;
                written.clear();
            }
        }
        sync_all(&written)?;
        folder.rename(UNFINISHED, &folder, MARKER)?;
        folders.iter().rev().for_each(|inside| sync_folder(&folder, inside));
        match self.around.symlink_metadata(self.name) {
            Ok(old) => self.around.set_permissions(new, old.permissions()),
            Err(_) => Ok(()),
        }
    }

    /// Exchanges the old output and the new. What was the old one is looked at again then, where nobody writes any more; if
    /// somebody has put something into it meanwhile, all is taken back.
    fn change_places(&self, new: &str) -> Result<(), CliError> {
        let aside = self.names.fresh(Use::Aside).map_err(|error| self.failed(error))?;
        let step = exchange(&self.around, new, self.name, &aside).map_err(|error| self.failed(error))?;
        let old = match step {
            Step::Exchanged => new,
            Step::Aside => &aside,
        };
        let foreign = self.foreign_in(old);
        if let Ok(None) = foreign {
            if step == Step::Aside {
                let _ = contents::clear(&self.around, &aside);
            }
            return Ok(());
        }
        // Where this fails as well, the old output still lies beside the folder, whole.
        let taken_back = match step {
            Step::Exchanged => exchange(&self.around, new, self.name, &aside).map(|_| ()),
            Step::Aside => (self.around.rename(self.name, &self.around, new))
                .and_then(|()| self.around.rename(&aside, &self.around, self.name)),
        };
        taken_back.map_err(|error| self.failed(error))?;
        match foreign {
            Ok(Some(foreign)) => Err(not_ours(self.given, &foreign)),
            Ok(None) => Ok(()),
            Err(error) => Err(self.failed(error)),
        }
    }

    fn sync_around(&self) {
        sync_folder(&self.around, "");
    }
}

/// The path with links followed, though its last parts need not exist.
fn resolve(folder: &Path) -> io::Result<PathBuf> {
    match folder.canonicalize() {
        Err(error) if error.kind() == io::ErrorKind::NotFound && !folder.is_symlink() => {
            let name = folder.file_name().ok_or(error)?;
            Ok(resolve(parent(folder))?.join(name))
        }
        result => result,
    }
}

#[cfg(test)]
mod tests;
