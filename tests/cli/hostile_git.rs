//! A stranger's repository: what its configuration names does not run, with any git of this machine.

use std::path::{Path, PathBuf};

use super::project::{Project, Ran, SHOP, VOCABULARY};
use super::repository::with_git;

/// The folders of PATH that hold a git.
fn gits() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).filter(|folder| folder.is_absolute() && folder.join("git").is_file());
    folders.collect()
}

fn script(file: &Path, text: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    std::fs::write(file, format!("#!/bin/sh\n{text}\n")).expect("a file");
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o755)).expect("permissions");
}

/// A repository whose configuration names a program wherever one can be named.
fn hostile() -> Project {
    let project = Project::new()
        .file("shop.policy", SHOP)
        .file("vocabulary.policy", VOCABULARY)
        .file(".gitattributes", "*.policy filter=x diff=x merge=x\n")
        .repository()
        .commit("v1");
    project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    let program = project.path("program");
    script(&program, &format!("touch '{}'; cat", project.path("made").display()));
    let program = program.display().to_string();
    let ext = format!("ext::{program} x");
    for (name, value) in [
        ("core.fsmonitor", program.as_str()),
        ("core.hooksPath", "hooks"),
        ("core.pager", &program),
        ("core.editor", &program),
        ("core.sshCommand", &program),
        ("core.gitProxy", &program),
        ("core.askPass", &program),
        ("core.alternateRefsCommand", &program),
        ("credential.helper", &program),
        ("diff.external", &program),
        ("diff.x.textconv", &program),
        ("diff.x.command", &program),
        ("filter.x.clean", &program),
        ("filter.x.smudge", &program),
        ("filter.x.process", &program),
        ("merge.x.driver", &program),
        ("gpg.program", &program),
        ("log.showSignature", "true"),
        ("pager.rev-parse", &program),
        ("pager.ls-tree", &program),
        ("alias.cat-file", &format!("!{program}")),
        ("alias.ls-tree", &format!("!{program}")),
        ("remote.origin.url", &ext),
        ("remote.origin.promisor", "true"),
        ("remote.origin.uploadpack", &program),
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("protocol.allow", "always"),
        ("protocol.ext.allow", "always"),
    ] {
        project.git(&["config", name, value]);
    }
    for hook in [
        "post-checkout",
        "pre-auto-gc",
        "reference-transaction",
        "post-index-change",
    ] {
        script(&project.path(".git/hooks").join(hook), &program);
        script(&project.path("hooks").join(hook), &program);
    }
    project
}

/// Runs hoshin in a folder of a project, with one of the gits.
fn run(project: &Project, folder: &str, git: &Path, arguments: &[&str]) -> Ran {
    let mut command = project.command(arguments);
    with_git(&mut command).env("PATH", git).env("PAGER", "cat");
    Ran::of(command.current_dir(project.path(folder)))
}

#[test]
fn nothing_that_a_repository_names_is_run() {
    for git in gits() {
        let project = hostile();
        let blob = project.git(&["-c", "core.fsmonitor=false", "rev-parse", "HEAD:vocabulary.policy"]);
        assert!(!project.path("made").exists(), "it waits for hoshin");
        run(
            &project,
            "",
            &git,
            &["ci", "--base", "origin/main", "shop.policy", "vocabulary.policy"],
        )
        .exits(1);
        run(&project, "", &git, &["diff", "git:v1:shop.policy", "shop.policy"]).exits(0);
        run(&project, "", &git, &["diff", "git:v9:shop.policy", "shop.policy"]).exits(2);
        // What was promised is not fetched: it is missing, and nothing passes without it.
        let (folder, file) = blob.trim().split_at(2);
        std::fs::remove_file(project.path(".git/objects").join(folder).join(file)).expect("it is loose");
        run(&project, "", &git, &["diff", "git:v1:shop.policy", "shop.policy"]).exits(2);
        run(
            &project,
            "",
            &git,
            &["ci", "--base", "origin/main", "shop.policy", "vocabulary.policy"],
        )
        .exits(2);
        assert!(!project.path("made").exists(), "{}", git.display());
    }
}

/// A bare repository that lies among the files, with a configuration of its own, is not taken for the repository.
#[test]
fn a_bare_repository_among_the_files_is_not_opened() {
    for git in gits() {
        let inner = hostile();
        let blob = inner.git(&["-c", "core.fsmonitor=false", "rev-parse", "HEAD:shop.policy"]);
        let (folder, file) = blob.trim().split_at(2);
        std::fs::remove_file(inner.path(".git/objects").join(folder).join(file)).expect("it is loose");
        let outer = Project::shop().repository().commit("v1");
        std::fs::rename(inner.path(".git"), outer.path("docs")).expect("a folder");
        let new = outer.path("shop.policy").display().to_string();
        for folder in ["docs", "docs/refs"] {
            for arguments in [
                &["diff", "git:v1:shop.policy", new.as_str()][..],
                &["ci", "--base", "v1"],
            ] {
                let ran = run(&outer, folder, &git, arguments);
                assert!(ran.exits(2).err.contains("エラー[C0021]"), "{ran:#?}");
            }
        }
        assert!(!inner.path("made").exists(), "{}", git.display());
    }
}

/// `core.worktree` leads elsewhere: what is compared would not be what is looked at.
#[test]
fn another_working_tree_is_not_taken_for_this_one() {
    let other = Project::shop();
    let project = Project::shop().repository().commit("v1");
    project.git(&["config", "core.worktree", &other.path("").display().to_string()]);
    let ran = project.run_with_git(&["ci", "--base", "v1"]);
    assert!(ran.exits(2).err.contains("エラー[C0021]"), "{ran:#?}");
}

/// An object store outside is read as git reads it; its own configuration says nothing.
#[test]
fn alternates_run_nothing() {
    let other = hostile();
    let project = Project::new().repository();
    let objects = other.path(".git/objects").display().to_string();
    let project = project.file(".git/objects/info/alternates", format!("{objects}\n"));
    let head = other.git(&["-c", "core.fsmonitor=false", "rev-parse", "HEAD"]);
    project.git(&["update-ref", "refs/heads/main", head.trim()]);
    let project = project.file("shop.policy", SHOP).file("vocabulary.policy", VOCABULARY);
    project
        .run_with_git(&["diff", "git:main:shop.policy", "shop.policy"])
        .exits(0);
    assert!(!other.path("made").exists());
}

/// A git in the current folder, or in one that PATH names from there, is a stranger's.
#[test]
fn git_is_not_looked_for_in_the_repository() {
    let project = Project::shop().repository().commit("v1");
    let made = project.path("made");
    for place in ["git", "bin/git"] {
        script(&project.path(place), &format!("touch '{}'", made.display()));
    }
    let real = std::env::var("PATH").unwrap_or_default();
    for path in [format!(".:{real}"), format!(":bin:{real}"), format!("./bin:{real}")] {
        let mut command = project.command(&["diff", "git:v1:shop.policy", "shop.policy"]);
        Ran::of(with_git(&mut command).env("PATH", path)).exits(0);
    }
    let mut command = project.command(&["diff", "git:v1:shop.policy", "shop.policy"]);
    let ran = Ran::of(with_git(&mut command).env("PATH", ".:bin:"));
    assert!(ran.exits(2).err.contains("エラー[C0020]"), "{ran:#?}");
    assert!(!made.exists());
}

/// Parents are those that the commits name: neither a replacement nor a graft changes what is compared.
#[test]
fn the_history_cannot_be_told_otherwise() {
    let narrow = SHOP.replace("「氏名・住所」［氏名、住所］", "「氏名」［氏名］");
    let formatted = |text: &str| Project::new().pipe(&["fmt", "-"], text).exits(0).out.clone();
    let project = Project::new()
        .file("shop.policy", formatted(SHOP))
        .file("vocabulary.policy", VOCABULARY)
        .repository()
        .commit("wide")
        .file("shop.policy", formatted(&narrow))
        .commit("narrow");
    project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    let project = project.file("shop.policy", formatted(SHOP)).commit("wide-again");
    let ci = || project.run_with_git(&["ci", "--base", "origin/main"]);
    ci().exits(1);
    project.git(&["replace", "narrow", "wide"]);
    ci().exits(1);
    let id = |rev: &str| project.git(&["rev-parse", rev]).trim().to_owned();
    project.git(&["replace", "--delete", "narrow"]);
    let graft = format!("{} {}\n", id("wide-again"), id("wide"));
    std::fs::create_dir_all(project.path(".git/info")).expect("a folder");
    std::fs::write(project.path(".git/info/grafts"), graft).expect("a file");
    ci().exits(1);
}
