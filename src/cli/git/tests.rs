//! Repositories that would have git run something, and what keeps each of them from it: every barrier that is named holds
//! alone, and without any of them the attack succeeds, so that the test would see it.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::barriers::{self, Barrier};
use super::program;

/// A folder with a repository in it, and the file that an attack makes.
struct Ground {
    folder: tempfile::TempDir,
}

impl Ground {
    fn new() -> Self {
        let ground = Self {
            folder: tempfile::tempdir().expect("a folder"),
        };
        std::fs::create_dir(ground.repository()).expect("a folder");
        ground.set_up(&ground.repository(), &["init", "--quiet", "--initial-branch=main"]);
        ground.configure("user.name", "editor");
        ground.configure("user.email", "editor@mihon.example");
        std::fs::write(ground.repository().join("a.policy"), "方針").expect("a file");
        ground.set_up(&ground.repository(), &["add", "--all"]);
        ground.set_up(&ground.repository(), &["commit", "--quiet", "--message", "first"]);
        ground
    }

    fn repository(&self) -> PathBuf {
        self.folder.path().join("repository")
    }

    fn canary(&self) -> PathBuf {
        self.folder.path().join("canary")
    }

    /// A shell command that makes the canary.
    fn strike(&self) -> String {
        format!("touch '{}'", self.canary().display())
    }

    fn configure(&self, name: &str, value: &str) {
        self.set_up(&self.repository(), &["config", name, value]);
    }

    /// A program that makes the canary and succeeds.
    fn script(&self, file: &Path) -> String {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, format!("#!/bin/sh\n{}\n", self.strike())).expect("a file");
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o755)).expect("permissions");
        file.display().to_string()
    }

    #[track_caller]
    fn set_up(&self, folder: &Path, arguments: &[&str]) {
        let mut command = Command::new("git");
        let output = plain(&mut command).args(arguments).current_dir(folder).output();
        let output = output.expect("git is installed");
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }

    /// A partial clone: the file of its commit is to be fetched from a remote.
    fn promise(&self, url: &str) {
        for (name, value) in [
            ("core.repositoryFormatVersion", "1"),
            ("extensions.partialClone", "origin"),
            ("remote.origin.promisor", "true"),
            ("remote.origin.url", url),
            ("protocol.allow", "always"),
            ("protocol.ext.allow", "always"),
            ("protocol.file.allow", "always"),
            ("protocol.ssh.allow", "always"),
        ] {
            self.configure(name, value);
        }
        // `git hash-object` of what the file holds; what is loose can be taken away.
        let objects = self.repository().join(".git/objects");
        let output = plain(&mut Command::new("git"))
            .args(["rev-parse", "HEAD:a.policy"])
            .current_dir(self.repository())
            .output();
        let id = String::from_utf8(output.expect("git").stdout).expect("an id");
        let (folder, file) = id.trim().split_at(2);
        std::fs::remove_file(objects.join(folder).join(file)).expect("it is loose");
    }
}

/// git as nobody in particular, without any barrier.
fn plain(command: &mut Command) -> &mut Command {
    command.env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", "/nonexistent")
}

/// Every git on this machine.
fn gits() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let files = program::absolute(&path).map(|folder| folder.join("git"));
    let real = files.filter_map(|file| file.canonicalize().ok());
    real.collect::<BTreeSet<_>>().into_iter().collect()
}

/// A command of git that a repository takes advantage of.
struct Attack {
    name: &'static str,
    /// Prepares the repository and gives the folder that git is run in.
    prepare: fn(&Ground) -> PathBuf,
    arguments: &'static [&'static str],
    stdin: &'static str,
    /// Each of these is enough.
    held_by: &'static [Barrier],
}

const READ: &[&str] = &["cat-file", "--batch", "--follow-symlinks"];
const FILE: &str = "HEAD:a.policy\n";
const NO_LAZY_FETCH: Barrier = Barrier::Variable("GIT_NO_LAZY_FETCH", "1");
const NO_PROTOCOL: Barrier = Barrier::Variable("GIT_ALLOW_PROTOCOL", "");

/// What hoshin asks git could be turned against it by the first ones; the others need commands that hoshin does not use.
const ATTACKS: &[Attack] = &[
    Attack {
        name: "a promisor remote that is a command",
        prepare: |ground| {
            ground.promise(&format!(
                "ext::sh -c {}",
                ground.strike().replace(' ', "% ").replace('\'', "")
            ));
            ground.repository()
        },
        arguments: READ,
        stdin: FILE,
        held_by: &[NO_LAZY_FETCH, NO_PROTOCOL, Barrier::Config("protocol.ext.allow=never")],
    },
    Attack {
        name: "a promisor remote on this machine that names its own upload-pack",
        prepare: |ground| {
            ground.promise(&ground.repository().display().to_string());
            ground.configure(
                "remote.origin.uploadpack",
                &format!("{};git-upload-pack", ground.strike()),
            );
            ground.repository()
        },
        arguments: READ,
        stdin: FILE,
        held_by: &[NO_LAZY_FETCH, NO_PROTOCOL, Barrier::Config("protocol.file.allow=never")],
    },
    Attack {
        name: "a promisor remote behind an ssh command",
        prepare: |ground| {
            ground.promise("ssh://mihon.example/x");
            ground.configure("core.sshCommand", &format!("{};false", ground.strike()));
            ground.repository()
        },
        arguments: READ,
        stdin: FILE,
        // Without the command of the configuration it would be ssh itself that is run.
        held_by: &[NO_LAZY_FETCH, NO_PROTOCOL, Barrier::Config("protocol.ssh.allow=never")],
    },
    Attack {
        name: "a bare repository among the files",
        prepare: |ground| {
            ground.promise(&format!(
                "ext::sh -c {}",
                ground.strike().replace(' ', "% ").replace('\'', "")
            ));
            let outer = ground.folder.path().join("outer");
            std::fs::create_dir_all(&outer).expect("a folder");
            ground.set_up(&outer, &["init", "--quiet"]);
            ground.configure("core.bare", "true");
            let inner = outer.join("docs");
            std::fs::rename(ground.repository().join(".git"), &inner).expect("a folder");
            inner
        },
        arguments: READ,
        stdin: FILE,
        held_by: &[
            Barrier::Config("safe.bareRepository=explicit"),
            NO_LAZY_FETCH,
            NO_PROTOCOL,
            Barrier::Config("protocol.ext.allow=never"),
        ],
    },
    Attack {
        name: "a file system monitor",
        prepare: |ground| {
            let script = ground.script(&ground.folder.path().join("monitor"));
            ground.configure("core.fsmonitor", &script);
            ground.repository()
        },
        arguments: &["status"],
        stdin: "",
        held_by: &[Barrier::Config("core.fsmonitor=false")],
    },
    Attack {
        name: "a hook",
        prepare: |ground| {
            ground.script(&ground.repository().join(".git/hooks/reference-transaction"));
            ground.repository()
        },
        arguments: &["update-ref", "refs/heads/other", "HEAD"],
        stdin: "",
        held_by: &[Barrier::Config("core.hooksPath=/dev/null")],
    },
    Attack {
        name: "a credential helper",
        prepare: |ground| {
            ground.configure("credential.helper", &format!("!{};true", ground.strike()));
            ground.repository()
        },
        arguments: &["credential", "fill"],
        stdin: "protocol=https\nhost=mihon.example\n\n",
        held_by: &[Barrier::Config("credential.helper=")],
    },
    Attack {
        name: "a program that asks for passwords",
        prepare: |ground| {
            let script = ground.script(&ground.folder.path().join("ask"));
            ground.configure("core.askPass", &script);
            ground.repository()
        },
        arguments: &["credential", "fill"],
        stdin: "protocol=https\nhost=mihon.example\n\n",
        held_by: &[Barrier::Config("core.askPass="), Barrier::Variable("GIT_ASKPASS", "")],
    },
    Attack {
        name: "a command that tells what an alternate has",
        prepare: |ground| {
            let alternate = ground.folder.path().join("alternate");
            std::fs::create_dir(&alternate).expect("a folder");
            ground.set_up(&alternate, &["init", "--quiet"]);
            let objects = alternate.join(".git/objects");
            let file = ground.repository().join(".git/objects/info/alternates");
            std::fs::write(file, format!("{}\n", objects.display())).expect("a file");
            ground.configure("core.alternateRefsCommand", &format!("{};:", ground.strike()));
            ground.repository()
        },
        arguments: &["rev-list", "--alternate-refs", "HEAD"],
        stdin: "",
        held_by: &[Barrier::Config("core.alternateRefsCommand=")],
    },
];

/// Whether the attack makes its file, before these barriers alone.
fn succeeds(attack: &Attack, git: &Path, barriers: impl IntoIterator<Item = Barrier>) -> bool {
    let ground = Ground::new();
    let folder = (attack.prepare)(&ground);
    assert!(!ground.canary().exists(), "{}: it waits for git", attack.name);
    let mut command = Command::new(git);
    plain(&mut command);
    for barrier in barriers {
        barrier.stand(&mut command);
    }
    let mut child = command
        .env_remove("SSH_ASKPASS")
        .args(attack.arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("git starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    // git may end before it has read it.
    let _ = stdin.write_all(attack.stdin.as_bytes());
    drop(stdin);
    child.wait().expect("git ends");
    ground.canary().exists()
}

#[test]
fn every_barrier_holds_alone_and_without_one_the_attack_succeeds() {
    let mut faults = Vec::new();
    for git in gits() {
        for attack in ATTACKS {
            let (name, shown) = (attack.name, git.display());
            if !succeeds(attack, &git, []) {
                faults.push(format!(
                    "{shown}: {name}: nothing happens without barriers: the test would see nothing"
                ));
            }
            for barrier in attack.held_by {
                assert!(barriers::all().any(|one| one == *barrier), "{barrier:?} stands");
                if succeeds(attack, &git, [*barrier]) {
                    faults.push(format!("{shown}: {name}: {barrier:?} alone does not hold"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn with_any_barrier_taken_away_the_others_hold() {
    for git in gits() {
        for attack in ATTACKS.iter().filter(|attack| attack.held_by.len() > 1) {
            for gone in attack.held_by {
                let others = barriers::all().filter(|one| one != gone);
                assert!(!succeeds(attack, &git, others), "{}: without {gone:?}", attack.name);
            }
        }
        for attack in ATTACKS {
            assert!(!succeeds(attack, &git, barriers::all()), "{}: with all", attack.name);
        }
    }
}

/// What git is asked for goes through all of them.
#[test]
fn every_git_is_started_behind_all_barriers() {
    let command = super::git(Path::new("")).expect("git is installed");
    let arguments: Vec<String> = command
        .get_args()
        .map(|one| one.to_string_lossy().into_owned())
        .collect();
    for barrier in barriers::all() {
        let stands = match barrier {
            Barrier::Config(setting) => arguments.iter().any(|one| one == setting),
            Barrier::Option(flag) => arguments.iter().any(|one| one == flag),
            Barrier::Variable(name, value) => command
                .get_envs()
                .any(|(one, set)| one == name && set == Some(std::ffi::OsStr::new(value))),
            Barrier::Unheard | Barrier::AbsolutePath => true,
        };
        assert!(stands, "{barrier:?}");
    }
}

/// An answer without end is cut off, and one that complains without end is not waited for.
#[test]
fn what_git_says_is_bounded() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("talker");
    for (script, ends) in [("exec yes", false), ("yes >&2 & exec head -c 10 /dev/zero", true)] {
        std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).expect("a file");
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).expect("permissions");
        let answer = super::answer_of(Command::new(&file), &["ls-tree"], 1000);
        match ends {
            true => assert_eq!(answer.expect("an answer").expect("it succeeds").len(), 10),
            false => assert!(answer.is_err()),
        }
    }
}
