//! A policy from the file system.

use std::io;
use std::path::Path;

use super::compiled::{Compiled, Options, compile};
use crate::project::bounded::{Read, read_all};
use crate::project::{Project, open_as_named, shown};

/// Compiles a policy file with what it imports, as `hoshin check` does. Imports lie in the file's project: the nearest folder
/// above that holds `.git`, else the current folder if the file lies in it, else the file's own; what leads out of it, by
/// `..` or by a link, is a finding and not read. Nor is the file itself where it is a link out of a repository.
///
/// # Errors
/// Where the file itself cannot be read or is larger than a source may be. What is wrong with imports is among the findings.
pub fn compile_file(path: impl AsRef<Path>, options: &Options) -> io::Result<Compiled> {
    let path = path.as_ref();
    let name = Path::new(path.file_name().ok_or(io::ErrorKind::IsADirectory)?);
    let folder = match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => path,
    };
    let mut project = Project::around(folder, name)?;
    let file = open_as_named(path).map_err(|refusal| io::Error::other(refusal.of_import()))??;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    match read_all(file, metadata.len())? {
        Read::Whole(bytes) => Ok(compile(&shown(name), bytes, &mut project, options)),
        Read::TooLarge => Err(io::ErrorKind::FileTooLarge.into()),
    }
}
