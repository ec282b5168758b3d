//! The files of a commit, as `git ls-tree` tells them.

/// A file of a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct TreeEntry {
    /// From the root of the repository.
    pub(in crate::cli) path: String,
    /// Whether it stands for a commit of another repository.
    pub(in crate::cli) is_submodule: bool,
    /// The id of its content.
    pub(in crate::cli) object: String,
}

/// Reads `mode type id<TAB>path`; `None` where the path is not UTF-8.
pub(super) fn entry(line: &[u8]) -> Option<TreeEntry> {
    let (head, path) = std::str::from_utf8(line).ok()?.split_once('\t')?;
    let mut words = head.split(' ').skip(1);
    let (kind, object) = (words.next()?, words.next()?);
    Some(TreeEntry {
        path: path.to_owned(),
        is_submodule: kind == "commit",
        object: object.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_a_tree_are_read_as_its_manual_says() {
        let id = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
        let read = |kind: &str, path: &[u8]| entry(&[format!("100644 {kind} {id}\t").as_bytes(), path].concat());
        let file = read("blob", "方針/a\tb.policy".as_bytes()).expect("an entry");
        assert_eq!((file.path.as_str(), file.is_submodule), ("方針/a\tb.policy", false));
        assert_eq!(file.object, id);
        assert!(read("commit", b"sub").expect("an entry").is_submodule);
        assert_eq!(read("blob", b"\x82\xA0.policy"), None);
    }
}
