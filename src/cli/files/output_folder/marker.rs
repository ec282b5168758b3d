//! `.hoshin-output`: lies in every folder of output, says where it comes from, and lists every file that hoshin wrote into
//! it with a digest of what it held then.
//!
//! ```text
//! # hoshin が作ったフォルダーです。次の hoshin build で丸ごと置き換わります。
//! # hoshin.output/2
//! 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  index.html
//! ```
//!
//! The lines are those of `sha256sum`, which can check them as well.

use std::collections::{BTreeMap, BTreeSet};

use super::digest::Digest;

/// The file's name.
pub(super) const MARKER: &str = ".hoshin-output";

/// The same list while the folder is being written. It is the first file there, and gets its name when it is the last.
pub(super) const UNFINISHED: &str = ".hoshin-unfinished";

/// As much as is read of one.
pub(super) const LONGEST: u64 = 16 << 20;

const HEAD: &str = "# hoshin が作ったフォルダーです。次の hoshin build で丸ごと置き換わります。";
const FORMAT: &str = "# hoshin.output/2";

/// What a folder says hoshin wrote into it.
#[derive(Debug)]
pub(super) enum Marker {
    /// Path to digest.
    Digests(BTreeMap<String, Digest>),
    /// An older hoshin wrote names only.
    Names(BTreeSet<String>),
}

/// The list of these files.
pub(super) fn of(files: &[(String, Vec<u8>)]) -> BTreeMap<String, Digest> {
    let digest = |(name, bytes): &(String, Vec<u8>)| (name.clone(), Digest::of(bytes));
    files.iter().map(digest).collect()
}

pub(super) fn write(digests: &BTreeMap<String, Digest>) -> String {
    let mut text = format!("{HEAD}\n{FORMAT}\n");
    for (name, digest) in digests {
        text.push_str(&format!("{digest}  {name}\n"));
    }
    text
}

/// Reads a list; none where anything stands in it that hoshin does not write.
pub(super) fn read(text: &str) -> Option<Marker> {
    let mut lines = text.strip_suffix('\n')?.strip_prefix(HEAD)?.split('\n').peekable();
    lines.next_if(|rest| rest.is_empty())?;
    match lines.next_if(|line| *line == FORMAT) {
        Some(_) => {
            let entry = |line: &str| {
                let (digest, name) = line.split_once("  ")?;
                is_below(name).then_some((name.to_owned(), Digest::read(digest)?))
            };
            lines.map(entry).collect::<Option<_>>().map(Marker::Digests)
        }
        None => {
            let name = |name: &str| is_below(name).then(|| name.to_owned());
            lines.map(name).collect::<Option<_>>().map(Marker::Names)
        }
    }
}

/// The names of the files that hoshin writes, whatever folders they stand in. A list that names others is not hoshin's: who made
/// it would have hoshin remove what hoshin never wrote.
const WRITTEN: [&str; 11] = [
    "index.html",
    "history.html",
    "changes.html",
    "policy.txt",
    "bundle.json",
    "runtime.json",
    "conformance.json",
    ".manifest",
    "data.json",
    "hoshin.rego",
    "precedence.rego",
];

/// Whether a path leads to something below the folder, and is one that hoshin writes.
fn is_below(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    if !WRITTEN.contains(&name) {
        return false;
    }
    path.split('/').all(|part| !matches!(part, "" | "." | "..")) && !path.contains(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_again() {
        let files = [
            ("a/index.html".to_owned(), b"x".to_vec()),
            ("policy.txt".to_owned(), Vec::new()),
        ];
        let digests = of(&files);
        match read(&write(&digests)) {
            Some(Marker::Digests(read)) => assert_eq!(read, digests),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_list_of_an_older_hoshin_has_names_only() {
        match read(&format!("{HEAD}\nbundle.json\nindex.html\n")) {
            Some(Marker::Names(names)) => assert_eq!(Vec::from_iter(names), ["bundle.json", "index.html"]),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_somebody_else_has_written_into_it_makes_it_theirs() {
        let good = write(&of(&[("index.html".to_owned(), Vec::new())]));
        assert!(read(&good).is_some());
        for text in [
            String::new(),
            "memo\n".to_owned(),
            good.trim_end().to_owned(),
            format!("{good}memo\n"),
            format!("{good}\n"),
            good.replace("  index", "  ../index"),
            good.replace("index.html", "memo.html"),
            good.replace("  index", "  /index"),
            good.replace("  index", " index"),
            good.to_uppercase(),
        ] {
            assert!(read(&text).is_none(), "{text:?}");
        }
    }
}
