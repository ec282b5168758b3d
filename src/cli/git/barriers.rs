//! What stands between a stranger's repository and a program that its configuration names.
//!
//! Values given with `-c` win over those of the repository, the user and the system. The user's and the system's own
//! configuration is read as ever: `safe.directory` says there which folders git may open, and who can write it needs no
//! repository to run something.

use std::process::Command;

use super::program;

/// One barrier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Barrier {
    /// What the caller's environment says to git is taken away: `GIT_DIR`, `GIT_CONFIG_COUNT`, `GIT_EXTERNAL_DIFF` …
    Unheard,
    /// git finds its helpers in absolute folders only.
    AbsolutePath,
    /// An option of git itself.
    Option(&'static str),
    /// A variable that git knows.
    Variable(&'static str, &'static str),
    /// A value of the configuration.
    Config(&'static str),
}

use Barrier::{AbsolutePath, Config, Option as Flag, Unheard, Variable};

/// A file that is empty and a folder that holds nothing.
const NOWHERE: &str = if cfg!(windows) { "NUL" } else { "/dev/null" };
const NO_HOOKS: &str = if cfg!(windows) {
    "core.hooksPath=NUL"
} else {
    "core.hooksPath=/dev/null"
};

/// All of them. `Unheard` comes first, since others set what it takes away.
const BARRIERS: &[Barrier] = &[
    Unheard,
    AbsolutePath,
    // A bare repository that lies among the files of another is not taken for the repository (from git 2.38).
    Config("safe.bareRepository=explicit"),
    // Nothing is fetched: an object that is missing from a partial clone is missing (from git 2.39.4 and 2.45).
    Variable("GIT_NO_LAZY_FETCH", "1"),
    // No transport is allowed, whatever a configuration says (any git).
    Variable("GIT_ALLOW_PROTOCOL", ""),
    // The same by the configuration. What names a transport wins over what names none, so they are named.
    Config("protocol.allow=never"),
    Config("protocol.ext.allow=never"),
    Config("protocol.file.allow=never"),
    Config("protocol.fd.allow=never"),
    Config("protocol.git.allow=never"),
    Config("protocol.ssh.allow=never"),
    Config("protocol.http.allow=never"),
    Config("protocol.https.allow=never"),
    Config("protocol.ftp.allow=never"),
    Config("protocol.ftps.allow=never"),
    // Programs that the configuration may name.
    Config("core.fsmonitor=false"),
    Config(NO_HOOKS),
    Config("core.sshCommand="),
    Config("core.gitProxy="),
    Config("core.askPass="),
    Config("core.editor=:"),
    Config("core.pager=cat"),
    Config("core.alternateRefsCommand="),
    Config("credential.helper="),
    Config("diff.external="),
    Config("interactive.diffFilter="),
    Config("log.showSignature=false"),
    Config("gc.auto=0"),
    Config("maintenance.auto=false"),
    Config("submodule.recurse=false"),
    Flag("--no-pager"),
    Variable("GIT_TERMINAL_PROMPT", "0"),
    Variable("GIT_ASKPASS", ""),
    // Nothing is written, not even an index that was refreshed.
    Variable("GIT_OPTIONAL_LOCKS", "0"),
    // Parents are those that the commits name: no replacement, no graft, no cache that could say something else.
    Variable("GIT_NO_REPLACE_OBJECTS", "1"),
    Variable("GIT_GRAFT_FILE", NOWHERE),
    Config("advice.graftFileDeprecated=false"),
    Config("core.commitGraph=false"),
    // Paths are paths, not patterns.
    Variable("GIT_LITERAL_PATHSPECS", "1"),
];

/// All barriers.
pub(super) fn all() -> impl Iterator<Item = Barrier> + Clone {
    BARRIERS.iter().copied()
}

impl Barrier {
    /// Puts the barrier before a git that is about to be started.
    pub(super) fn stand(self, command: &mut Command) {
        match self {
            Unheard => {
                let ours = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with("GIT_");
                for (name, _) in std::env::vars_os().filter(|(name, _)| ours(name)) {
                    command.env_remove(name);
                }
            }
            AbsolutePath => {
                let path = std::env::var_os("PATH").unwrap_or_default();
                // INVARIANT: what was split can be joined.
                let path = std::env::join_paths(program::absolute(&path)).unwrap_or_default();
                command.env("PATH", path);
            }
            Flag(flag) => {
                command.arg(flag);
            }
            Variable(name, value) => {
                command.env(name, value);
            }
            Config(setting) => {
                command.args(["-c", setting]);
            }
        }
    }
}
