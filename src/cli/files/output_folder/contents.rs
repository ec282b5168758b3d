//! What lies in a folder of output, and whose it is.

use std::collections::BTreeMap;
use std::io::{self, Read as _};

use cap_fs_ext::{DirExt as _, FollowSymlinks, OpenOptionsFollowExt as _};
use cap_std::fs::{Dir, File};

use super::digest::Digest;
use super::marker::{self, LONGEST, MARKER, Marker, UNFINISHED};
use crate::project::beneath::{Kind, kind, without_waiting};

/// Something that is not hoshin's to replace.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Foreign {
    /// Its path in the folder.
    pub(super) path: String,
    pub(super) why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// hoshin did not make it.
    NotOurs,
    /// hoshin wrote it, and it holds something else now.
    Edited,
    /// hoshin wrote it, and nobody knows what it held.
    Unknown,
}

/// What file managers leave behind in every folder they show, and how it begins.
const LITTER: [(&str, &[u8]); 3] = [
    (".DS_Store", b"\0\0\0\x01Bud1"),
    ("Thumbs.db", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
    ("desktop.ini", b"[.ShellClassInfo]"),
];

/// The first thing in the folder, by its path, that hoshin did not write, or that it wrote and that somebody changed. What
/// holds just what is to be written there anyway is nobody's loss.
pub(super) fn foreign(folder: &Dir, new: &BTreeMap<String, Digest>) -> io::Result<Option<Foreign>> {
    let marker = list(folder, MARKER)?;
    let seen = See {
        marker: marker.as_ref(),
        new,
    };
    seen.look(folder, "")
}

/// The list of files that lies in a folder; none where there is none or it is not hoshin's.
pub(super) fn list(folder: &Dir, name: &str) -> io::Result<Option<Marker>> {
    match folder.symlink_metadata(name) {
        Ok(metadata) if metadata.is_file() => {}
        Ok(_) => return Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    }
    let mut text = Vec::new();
    open(folder, name)?.take(LONGEST).read_to_end(&mut text)?;
    Ok(std::str::from_utf8(&text).ok().and_then(marker::read))
}

struct See<'a> {
    marker: Option<&'a Marker>,
    new: &'a BTreeMap<String, Digest>,
}

impl See<'_> {
    fn look(&self, folder: &Dir, prefix: &str) -> io::Result<Option<Foreign>> {
        for name in names(folder)? {
            let not_ours = |name: &str| Foreign {
                path: format!("{prefix}{name}"),
                why: Why::NotOurs,
            };
            let name = match name {
                Ok(name) => name,
                Err(shown) => return Ok(Some(not_ours(&shown))),
            };
            let path = format!("{prefix}{name}");
            match kind(&folder.symlink_metadata(&name)?) {
                Kind::File => {
                    if let Some(why) = self.whose(folder, &name, &path)? {
                        return Ok(Some(Foreign { path, why }));
                    }
                }
                Kind::Folder if self.wrote_into(&path) => {
                    let inside = folder.open_dir_nofollow(&name)?;
                    if let Some(foreign) = self.look(&inside, &format!("{path}/"))? {
                        return Ok(Some(foreign));
                    }
                }
                Kind::Folder | Kind::Other => return Ok(Some(not_ours(&name))),
            }
        }
        Ok(None)
    }

    /// Whose a file is, if it is not ours.
    fn whose(&self, folder: &Dir, name: &str, path: &str) -> io::Result<Option<Why>> {
        if path == MARKER && self.marker.is_some() {
            return Ok(None);
        }
        let (digest, why) = match self.marker {
            Some(Marker::Digests(ours)) => (ours.get(path), ours.get(path).map(|_| Why::Edited)),
            Some(Marker::Names(ours)) => (None, ours.get(path).map(|_| Why::Unknown)),
            None => (None, None),
        };
        if digest.is_some() || self.new.contains_key(path) {
            let found = Digest::of_file(open(folder, name)?)?;
            if digest == Some(&found) || self.new.get(path) == Some(&found) {
                return Ok(None);
            }
        }
        if why.is_none() && is_litter(folder, name)? {
            return Ok(None);
        }
        Ok(Some(why.unwrap_or(Why::NotOurs)))
    }

    fn wrote_into(&self, path: &str) -> bool {
        let inside = format!("{path}/");
        let ours: Box<dyn Iterator<Item = &String>> = match self.marker {
            Some(Marker::Digests(ours)) => Box::new(ours.keys()),
            Some(Marker::Names(ours)) => Box::new(ours.iter()),
            None => Box::new(std::iter::empty()),
        };
        ours.chain(self.new.keys()).any(|ours| ours.starts_with(&inside))
    }
}

/// Takes away a folder of output that nobody needs any more: the files that hold what hoshin wrote into them, and the
/// folders that are empty then. Where anything else lies in it, nothing is taken away.
pub(super) fn clear(around: &Dir, name: &str) -> io::Result<()> {
    let folder = around.open_dir_nofollow(name)?;
    if foreign(&folder, &BTreeMap::new())?.is_none()
        && let Some(Marker::Digests(ours)) = list(&folder, MARKER)?
    {
        remove(&folder, &ours, holds)?;
        remove_file(&folder, MARKER)?;
    }
    drop(folder);
    // Refused by the system where anything is left.
    around.remove_dir(name)
}

/// The same of one that a killed run was still writing: what it had begun to write need not hold anything yet.
///
/// INVARIANT: the folder bears a name that only a run of hoshin gives, and until it is finished nobody is shown it.
pub(super) fn clear_unfinished(around: &Dir, name: &str) -> io::Result<()> {
    let folder = around.open_dir_nofollow(name)?;
    if let Some(Marker::Digests(ours)) = list(&folder, UNFINISHED)? {
        remove(&folder, &ours, |_, _, _| true)?;
    }
    // The list is the first file; where it is not complete, it is alone.
    if names(&folder)? == [Ok(UNFINISHED.to_owned())] {
        remove_file(&folder, UNFINISHED)?;
    }
    drop(folder);
    around.remove_dir(name)
}

/// Removes the files of a list for which `may` says so, and litter beside them; then the folders that were made for them.
fn remove(folder: &Dir, ours: &BTreeMap<String, Digest>, may: impl Fn(&Dir, &str, &Digest) -> bool) -> io::Result<()> {
    let mut folders: Vec<&str> = vec![""];
    for (path, digest) in ours {
        folders.extend(path.match_indices('/').filter_map(|(at, _)| path.get(..at)));
        let (inside, name) = path.rsplit_once('/').unwrap_or(("", path));
        let Some(inside) = descend(folder, inside) else {
            continue;
        };
        let is_file = inside.symlink_metadata(name).is_ok_and(|metadata| metadata.is_file());
        if is_file && may(&inside, name, digest) {
            remove_file(&inside, name)?;
        }
    }
    folders.sort_unstable();
    folders.dedup();
    // What lies inside comes after what it lies in.
    for path in folders.into_iter().rev() {
        let Some(inside) = descend(folder, path) else { continue };
        for (name, _) in LITTER {
            if is_litter(&inside, name).unwrap_or(false) {
                remove_file(&inside, name)?;
            }
        }
        drop(inside);
        if !path.is_empty() {
            folder.remove_dir(path)?;
        }
    }
    Ok(())
}

/// A folder further down, no link on the way.
fn descend(folder: &Dir, path: &str) -> Option<Dir> {
    let here = folder.try_clone().ok()?;
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    parts.try_fold(here, |folder, part| folder.open_dir_nofollow(part).ok())
}

/// Whether a file holds what hoshin wrote into it.
fn holds(folder: &Dir, name: &str, digest: &Digest) -> bool {
    let found = open(folder, name).and_then(Digest::of_file);
    found.is_ok_and(|found| found == *digest)
}

fn remove_file(folder: &Dir, name: &str) -> io::Result<()> {
    match folder.remove_file(name) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The names in a folder, sorted; one that is no text, and so stands in no list, as an error that shows it.
fn names(folder: &Dir) -> io::Result<Vec<Result<String, String>>> {
    let name = |entry: io::Result<cap_std::fs::DirEntry>| {
        let name = entry?.file_name().into_string();
        Ok(name.map_err(|name| name.to_string_lossy().into_owned()))
    };
    let mut names = folder.entries()?.map(name).collect::<io::Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

fn is_litter(folder: &Dir, name: &str) -> io::Result<bool> {
    let Some((_, beginning)) = LITTER.iter().find(|(litter, _)| *litter == name) else {
        return Ok(false);
    };
    match folder.symlink_metadata(name) {
        Ok(metadata) if metadata.is_file() => {}
        _ => return Ok(false),
    }
    let mut found = Vec::new();
    // It may begin with the mark of an encoding and a line end.
    open(folder, name)?.take(64).read_to_end(&mut found)?;
    Ok(found.is_empty() || found.windows(beginning.len()).any(|window| window == *beginning))
}

/// Opens a file, no link, without waiting.
fn open(folder: &Dir, name: &str) -> io::Result<File> {
    let mut options = without_waiting();
    options.follow(FollowSymlinks::No);
    let file = folder.open_with(name, &options)?;
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::Error::other("not a regular file")),
    }
}
