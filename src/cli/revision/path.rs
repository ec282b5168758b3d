//! Paths inside a commit: `/` between the parts, never out of the repository.

/// A path without `.` and `..`; `None` where it leaves the repository or begins outside of it.
pub(in crate::cli) fn normal(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    if path.starts_with('/') {
        return None;
    }
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// A path that counts from a folder, as one that counts from the root.
pub(in crate::cli) fn from(folder: &str, path: &str) -> Option<String> {
    if path.starts_with('/') {
        return None;
    }
    match folder.trim_end_matches('/') {
        "" => normal(path),
        folder => normal(&format!("{folder}/{path}")),
    }
}

/// The folder a path lies in and its name there.
pub(in crate::cli) fn parted(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// How to reach a file from a folder, both counted from the root: `../語彙/共通.policy`.
pub(in crate::cli) fn relative(folder: &str, file: &str) -> String {
    let folder: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let file: Vec<&str> = file.split('/').collect();
    let shared = folder.iter().zip(&file).take_while(|(a, b)| a == b).count();
    let up = folder.iter().skip(shared).map(|_| "..");
    let down = file.iter().skip(shared).copied();
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leaves_the_repository() {
        assert_eq!(normal("a/./b//c.policy").as_deref(), Some("a/b/c.policy"));
        assert_eq!(normal("a/../b.policy").as_deref(), Some("b.policy"));
        assert_eq!(normal("../b.policy"), None);
        assert_eq!(normal("a/../../a/b.policy"), None, "not even to come back");
        assert_eq!(normal("/etc/passwd"), None);
        assert_eq!(from("", "/etc/passwd"), None);
        assert_eq!(from("方針", "../語彙.policy").as_deref(), Some("語彙.policy"));
        assert_eq!(from("", "a.policy").as_deref(), Some("a.policy"));
        assert_eq!(from("方針", "../../語彙.policy"), None);
    }

    #[test]
    fn names_count_from_the_entrys_folder() {
        assert_eq!(relative("方針", "方針/a.policy"), "a.policy");
        assert_eq!(relative("方針/社", "語彙/a.policy"), "../../語彙/a.policy");
        assert_eq!(relative("", "a.policy"), "a.policy");
    }
}
