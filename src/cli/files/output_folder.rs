//! Replacing a folder of output as a whole.
//!
//! Everything is written into a new folder beside the old one and forced to the disk; then the two are exchanged in one
//! step of the file system. A run killed at any moment leaves the old output or the new, never a mixture; what it
//! leaves beside them is cleared away by the next run.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::{cannot_write, parent, shown, sync_folder};
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::diagnostic::Text;

/// Lies in every folder of output, says where it comes from, and names every file that hoshin wrote into it.
const MARKER: &str = ".hoshin-output";

const MARKER_HEAD: &str = "# hoshin が作ったフォルダーです。次の hoshin build で丸ごと置き換わります。";

/// What file managers leave behind in every folder they show.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// A folder that output may be put into.
#[derive(Debug)]
pub(in crate::cli) struct OutputFolder {
    /// As the user wrote it.
    given: PathBuf,
    /// Where it is; a link already followed.
    target: PathBuf,
    /// Its name in the folder around it.
    name: String,
    /// Held so that of two runs one waits for the other. Given back when dropped.
    lock: Option<File>,
}

impl OutputFolder {
    /// Makes sure that output can be put there and destroys nothing of the user's.
    ///
    /// # Errors
    /// `C0007` where nothing can be written, `C0008` where something is that hoshin did not make.
    pub(in crate::cli) fn open(folder: &Path) -> Result<Self, CliError> {
        let target = resolve(folder).map_err(|error| cannot_write(folder, error))?;
        let name = target
            .file_name()
            .ok_or_else(|| cannot_write(folder, io::ErrorKind::InvalidInput.into()))?;
        let name = name.to_string_lossy().into_owned();
        fs::create_dir_all(parent(&target)).map_err(|error| cannot_write(folder, error))?;
        // Not every file system can lock a folder. Without the lock two runs at once still each leave a whole output.
        let lock = File::open(parent(&target)).ok().filter(|folder| folder.lock().is_ok());
        let given = folder.to_path_buf();
        let opened = Self {
            given,
            target,
            name,
            lock,
        };
        opened.recover().map_err(|error| cannot_write(folder, error))?;
        opened.refuse_what_is_not_ours()?;
        Ok(opened)
    }

    /// Puts these files, and nothing else, into the folder. Their paths are relative, with `/`.
    ///
    /// # Errors
    /// `C0007`; the folder is then as it was.
    pub(in crate::cli) fn replace(&self, files: &[(String, Vec<u8>)]) -> Result<(), CliError> {
        self.try_replace(files)
            .map_err(|error| cannot_write(&self.given, error))
    }

    fn try_replace(&self, files: &[(String, Vec<u8>)]) -> io::Result<()> {
        let beside = parent(&self.target);
        let new = tempfile::Builder::new()
            .prefix(&self.beside("new-"))
            .tempdir_in(beside)?;
        let marker = (MARKER.to_owned(), marker(files).into_bytes());
        let mut folders = BTreeSet::from([new.path().to_path_buf()]);
        let mut written = Vec::new();
        for (name, bytes) in files.iter().chain([&marker]) {
            let path = new.path().join(name);
            fs::create_dir_all(parent(&path))?;
            folders.insert(parent(&path).to_path_buf());
            let mut file = File::create_new(&path)?;
            file.write_all(bytes)?;
            written.push(file);
            // A process may hold only so many files open.
            if written.len() == 64 {
                sync_all(&written)?;
                written.clear();
            }
        }
        sync_all(&written)?;
        folders.iter().rev().for_each(|folder| sync_folder(folder));
        if self.target.exists() {
            fs::set_permissions(new.path(), self.target.metadata()?.permissions())?;
            exchange(new.path(), &self.target, &beside.join(self.beside("old")))?;
            sync_folder(beside);
            // The old output now lies where the new one was written. What cannot be removed, a later run clears away.
            let _ = new.close();
        } else {
            fs::rename(new.path(), &self.target)?;
            sync_folder(beside);
            // It is no longer temporary.
            let _ = new.keep();
        }
        Ok(())
    }

    /// The beginning of the names used beside the folder.
    fn beside(&self, what: &str) -> String {
        format!(".{}.hoshin-{what}", self.name)
    }

    /// Clears away what a run that was killed has left beside the folder.
    fn recover(&self) -> io::Result<()> {
        let beside = parent(&self.target);
        let old = beside.join(self.beside("old"));
        if old.exists() && !self.target.exists() {
            fs::rename(&old, &self.target)?;
        }
        if self.lock.is_none() {
            // Another run may be writing there just now.
            return Ok(());
        }
        let (new, old) = (self.beside("new-"), self.beside("old"));
        // Tidying up: what cannot be removed does no harm.
        for entry in fs::read_dir(beside).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if (name.starts_with(&new) || *name == old) && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
        Ok(())
    }

    fn refuse_what_is_not_ours(&self) -> Result<(), CliError> {
        if !self.target.exists() {
            return Ok(());
        }
        if !self.target.is_dir() {
            return Err(not_a_folder(&shown(&self.given)));
        }
        let foreign = foreign(&self.target).map_err(|error| cannot_write(&self.given, error))?;
        let Some(foreign) = foreign else { return Ok(()) };
        let shown = shown(&self.given);
        Err(CliError::new(
            CliCode::C0008,
            Text::new(
                format!("`{shown}` に、hoshin が作ったものではない `{foreign}` があります"),
                format!("`{shown}` holds `{foreign}`, which hoshin did not make"),
            ),
        )
        .help(
            "何も書いていません。ほかのフォルダーを指定するか、中身を移してください",
            "nothing was written; name another folder, or move it away",
        ))
    }
}

fn not_a_folder(shown: &str) -> CliError {
    CliError::new(
        CliCode::C0007,
        Text::new(
            format!("`{shown}` はファイルなので、出力のフォルダーにできません"),
            format!("`{shown}` is a file and cannot be the output folder"),
        ),
    )
    .help("ほかの名前を指定してください", "name another folder")
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

/// Forces files to the disk, several at a time: the file system then needs few turns of its disk for all of them.
fn sync_all(files: &[File]) -> io::Result<()> {
    const AT_ONCE: usize = 8;
    let share = files.len().div_ceil(AT_ONCE).max(1);
    std::thread::scope(|scope| {
        let sync = |share: &[File]| share.iter().try_for_each(File::sync_all);
        let threads: Vec<_> = files
            .chunks(share)
            .map(|share| scope.spawn(move || sync(share)))
            .collect();
        threads.into_iter().try_for_each(|thread| match thread.join() {
            Ok(result) => result,
            Err(panic) => std::panic::resume_unwind(panic),
        })
    })
}

fn marker(files: &[(String, Vec<u8>)]) -> String {
    let names: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let mut text = String::from(MARKER_HEAD);
    for name in names {
        text.push('\n');
        text.push_str(name);
    }
    text.push('\n');
    text
}

/// Something in the folder that hoshin did not write, if there is any.
fn foreign(folder: &Path) -> io::Result<Option<String>> {
    let marker = match fs::read_to_string(folder.join(MARKER)) {
        Ok(text) => text,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidData) => String::new(),
        Err(error) => return Err(error),
    };
    let ours: BTreeSet<&str> = match marker.strip_prefix(MARKER_HEAD) {
        Some(names) => names.lines().chain([MARKER]).filter(|name| !name.is_empty()).collect(),
        None => BTreeSet::new(),
    };
    foreign_among(folder, "", &ours)
}

fn foreign_among(folder: &Path, prefix: &str, ours: &BTreeSet<&str>) -> io::Result<Option<String>> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let path = format!("{prefix}{name}");
        let inside = format!("{path}/");
        let kind = entry.file_type()?;
        if kind.is_file() && (ours.contains(path.as_str()) || LITTER.contains(&&*name)) {
            continue;
        }
        if !kind.is_dir() || !ours.iter().any(|ours| ours.starts_with(&inside)) {
            return Ok(Some(path));
        }
        if let Some(foreign) = foreign_among(&entry.path(), &inside, ours)? {
            return Ok(Some(foreign));
        }
    }
    Ok(None)
}

/// Puts `new` in the place of `target`. Afterwards `target` is new, and what it was lies at `new` or is gone.
fn exchange(new: &Path, target: &Path, aside: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, new, CWD, target, RenameFlags::EXCHANGE) {
            Ok(()) => return Ok(()),
            // This file system cannot exchange.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
            Err(error) => return Err(error.into()),
        }
    }
    replace_in_two_steps(new, target, aside)
}

/// For file systems that cannot exchange: a run killed between the steps is put right by the next one.
fn replace_in_two_steps(new: &Path, target: &Path, aside: &Path) -> io::Result<()> {
    fs::rename(target, aside)?;
    if let Err(error) = fs::rename(new, target) {
        fs::rename(aside, target)?;
        return Err(error);
    }
    // What cannot be removed, a later run clears away.
    let _ = fs::remove_dir_all(aside);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(path: &Path, text: &str) {
        fs::create_dir(path).expect("a folder");
        fs::write(path.join("file"), text).expect("a file");
    }

    #[test]
    fn where_folders_cannot_be_exchanged_two_renames_do_it() {
        let around = tempfile::tempdir().expect("a folder");
        let path = |name: &str| around.path().join(name);
        folder(&path("out"), "old");
        folder(&path("new"), "new");
        replace_in_two_steps(&path("new"), &path("out"), &path("aside")).expect("it succeeds");
        assert_eq!(fs::read_to_string(path("out/file")).expect("it is there"), "new");
        assert!(!path("new").exists() && !path("aside").exists());
    }

    #[test]
    fn where_the_second_rename_fails_the_first_is_taken_back() {
        let around = tempfile::tempdir().expect("a folder");
        let path = |name: &str| around.path().join(name);
        folder(&path("out"), "old");
        assert!(replace_in_two_steps(&path("missing"), &path("out"), &path("aside")).is_err());
        assert_eq!(fs::read_to_string(path("out/file")).expect("it is there"), "old");
        assert!(!path("aside").exists());
    }

    #[test]
    fn what_was_set_aside_comes_back_and_what_was_half_written_goes() {
        let around = tempfile::tempdir().expect("a folder");
        let path = |name: &str| around.path().join(name);
        folder(&path(".out.hoshin-old"), "old");
        fs::write(path(".out.hoshin-old").join(MARKER), format!("{MARKER_HEAD}\nfile\n")).expect("a marker");
        folder(&path(".out.hoshin-new-x"), "half");
        folder(&path(".other.hoshin-new-x"), "another's");
        OutputFolder::open(&path("out")).expect("it is ours");
        assert_eq!(fs::read_to_string(path("out/file")).expect("it is there"), "old");
        assert!(!path(".out.hoshin-old").exists() && !path(".out.hoshin-new-x").exists());
        assert!(path(".other.hoshin-new-x").exists());
    }
}
