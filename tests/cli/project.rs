//! A folder with files in it, and hoshin run in it.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A policy in two files that nothing is wrong with.
pub(super) const SHOP: &str = include_str!("policies/shop.policy");
/// What it imports.
pub(super) const VOCABULARY: &str = include_str!("policies/vocabulary.policy");

/// A folder of a test's own.
pub(super) struct Project {
    folder: tempfile::TempDir,
}

/// What a run of hoshin gave.
#[derive(Debug)]
pub(super) struct Ran {
    pub(super) code: Option<i32>,
    pub(super) out: String,
    pub(super) err: String,
}

impl Project {
    pub(super) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    /// A folder with the policy of two files in it.
    pub(super) fn shop() -> Self {
        Self::new()
            .file("shop.policy", SHOP)
            .file("vocabulary.policy", VOCABULARY)
    }

    /// Adds a file, and the folders on the way to it.
    pub(super) fn file(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("folders can be made");
        std::fs::write(path, text).expect("files can be written");
        self
    }

    /// Writes a file into the folder as it is.
    pub(super) fn with(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        std::fs::write(self.path(name), text).expect("files can be written");
        self
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("the file is there and is text")
    }

    /// hoshin with these arguments, in this folder, in an environment that says nothing.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hoshin"));
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command
    }

    pub(super) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).stdin(Stdio::null()))
    }

    /// Runs hoshin with this standard input.
    pub(super) fn pipe(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Ran {
        let mut command = self.command(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("hoshin starts");
        let mut stdin = child.stdin.take().expect("standard input is a pipe");
        stdin.write_all(input.as_ref()).expect("hoshin reads it all");
        drop(stdin);
        Ran::from(child.wait_with_output().expect("hoshin ends"))
    }
}

impl Ran {
    pub(super) fn of(command: &mut Command) -> Self {
        Self::from(command.output().expect("hoshin starts and ends"))
    }

    /// The exit code, after making sure that nothing panicked.
    #[track_caller]
    pub(super) fn exits(&self, code: i32) -> &Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        assert!(!self.err.contains("panicked"), "{self:#?}");
        self
    }

    /// Standard output as JSON.
    #[track_caller]
    pub(super) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).expect("standard output is JSON")
    }

    /// The codes in standard output, in order.
    pub(super) fn codes(&self) -> Vec<&str> {
        self.out
            .lines()
            .filter_map(|line| line.split(['[', ']']).find(|part| is_code(part)))
            .collect()
    }
}

fn is_code(text: &str) -> bool {
    let number = text.strip_prefix(['H', 'C']);
    number.is_some_and(|number| number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
        }
    }
}

/// Every file below a folder, with what it holds, sorted by path.
pub(super) fn tree(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).expect("the folder can be read") {
            let path = entry.expect("its entries can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(folder)
                    .expect("it lies below")
                    .to_string_lossy()
                    .into_owned();
                files.push((name, std::fs::read(&path).expect("the file can be read")));
            }
        }
    }
    files.sort();
    files
}
