//! Which git is started.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Its file.
const NAME: &str = if cfg!(windows) { "git.exe" } else { "git" };

/// The first git in the folders of PATH that are named by an absolute path.
///
/// A relative one (`.`, an empty entry) would be looked for in the folder that git is run in, which is a stranger's; Windows
/// looks there even unasked, unless it is told the whole path.
pub(super) fn find() -> Option<PathBuf> {
    absolute(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(NAME))
        .find(|file| is_program(file))
}

/// The absolute folders of PATH, in their order: what git itself may find its own programs in.
pub(super) fn absolute(path: &OsStr) -> impl Iterator<Item = PathBuf> {
    std::env::split_paths(path).filter(|folder| folder.is_absolute())
}

#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    file.metadata()
        .is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_that_depend_on_where_git_is_run_are_passed_over() {
        let root = if cfg!(windows) { "C:\\" } else { "/" };
        let usr = Path::new(root).join("usr");
        let parts = [
            Path::new("."),
            Path::new(""),
            Path::new("bin"),
            &usr,
            Path::new("../bin"),
        ];
        let path = std::env::join_paths(parts).expect("plain paths");
        assert_eq!(absolute(&path).collect::<Vec<_>>(), [usr]);
    }
}
