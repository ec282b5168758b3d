//! A git repository in a folder of a test's own.

use std::path::Path;
use std::process::Command;

use super::project::{Project, Ran};

impl Project {
    /// Makes the folder a repository.
    pub(super) fn repository(self) -> Self {
        self.git(&["init", "--quiet", "--initial-branch=main"]);
        self
    }

    /// Commits everything, under a tag.
    pub(super) fn commit(self, tag: &str) -> Self {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", tag]);
        self.git(&["tag", tag]);
        self
    }

    /// Runs git in the folder, as nobody in particular.
    pub(super) fn git(&self, arguments: &[&str]) -> String {
        git_in(&self.path(""), arguments)
    }

    /// Runs hoshin where git can be found.
    pub(super) fn run_with_git(&self, arguments: &[&str]) -> Ran {
        Ran::of(with_git(&mut self.command(arguments)))
    }
}

/// Lets a program find git, and nothing else of this environment.
pub(super) fn with_git(command: &mut Command) -> &mut Command {
    let path = std::env::var_os("PATH").unwrap_or_default();
    command
        .env("PATH", path)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("HOME", "/nonexistent")
}

/// Runs git in a folder and gives what it prints.
#[track_caller]
pub(super) fn git_in(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.env_clear().current_dir(folder);
    let who = [
        "user.name=編集者",
        "user.email=editor@mihon.example",
        "commit.gpgsign=false",
    ];
    for setting in who {
        command.args(["-c", setting]);
    }
    let output = with_git(command.args(arguments)).output().expect("git is installed");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {arguments:?}: {said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
