//! Which files a policy may import, and what they are called.

use super::project::{Project, SHOP, VOCABULARY};

fn policy(import: &str) -> String {
    SHOP.replace("vocabulary.policy", import)
}

/// The one line of a check that fails.
#[track_caller]
fn fault(project: &Project, file: &str) -> String {
    let ran = project.run(&["check", file, "--format", "short"]);
    ran.exits(1);
    let import = ran.out.lines().find(|line| line.contains("[H000"));
    import.unwrap_or_else(|| panic!("an import fails: {ran:#?}")).to_owned()
}

#[test]
fn paths_count_from_the_importing_file() {
    let project = Project::new()
        .file(".git/HEAD", "")
        .file("a/shop.policy", policy("../b/one.policy"))
        .file("b/one.policy", "取込 \"c/two.policy\"\n")
        .file("b/c/two.policy", VOCABULARY);
    for (file, folder) in [("a/shop.policy", ""), ("./a/../a/shop.policy", "")] {
        project.run(&["check", file]).exits(0);
        assert_eq!(folder, "");
    }
}

#[test]
fn a_fault_in_an_imported_file_is_shown_by_its_path_from_here() {
    let project = Project::new()
        .file(".git/HEAD", "")
        .file("a/shop.policy", policy("../b/one.policy"))
        .file(
            "b/one.policy",
            VOCABULARY.replace("主体 加盟店", "主体 加盟店\n主体 加盟店"),
        );
    let ran = project.run(&["check", "a/shop.policy", "--format", "short"]);
    assert!(
        ran.exits(1).out.starts_with("b/one.policy:7:4: エラー[H0202]"),
        "{ran:#?}"
    );
    let mut inside = project.command(&["check", "shop.policy", "--format", "short"]);
    let ran = super::project::Ran::of(inside.current_dir(project.path("a")));
    assert!(
        ran.exits(1).out.starts_with("../b/one.policy:7:4: エラー[H0202]"),
        "{ran:#?}"
    );
}

#[test]
fn what_is_not_there_is_said_at_the_import() {
    let project = Project::new().file("a.policy", policy("missing.policy"));
    assert!(fault(&project, "a.policy").starts_with("a.policy:1:4: エラー[H0004]"));
}

#[test]
fn nothing_outside_the_project_is_read() {
    let project = Project::new()
        .file("vocabulary.policy", VOCABULARY)
        .file("project/.git/HEAD", "")
        .file("project/a/up.policy", policy("../../vocabulary.policy"))
        .file(
            "project/a/nowhere.policy",
            policy("../../../../../../../../../../missing"),
        )
        .file("project/a/absolute.policy", policy("/etc/passwd"));
    for file in ["up", "nowhere", "absolute"] {
        let fault = fault(&project, &format!("project/a/{file}.policy"));
        assert!(fault.contains("エラー[H0006]"), "{fault}");
    }
}

#[test]
fn without_a_repository_the_current_folder_is_the_project() {
    let project = Project::new()
        .file("vocabulary.policy", VOCABULARY)
        .file("a/shop.policy", policy("../vocabulary.policy"));
    project.run(&["check", "a/shop.policy"]).exits(0);
    let mut inside = project.command(&["check", "shop.policy"]);
    let ran = super::project::Ran::of(inside.current_dir(project.path("a")));
    assert!(ran.exits(1).out.contains("エラー[H0006]"), "{ran:#?}");
}

#[test]
#[cfg(unix)]
fn a_link_that_leads_outside_is_refused_and_one_inside_is_followed() {
    use std::os::unix::fs::symlink;
    let project = Project::new()
        .file("vocabulary.policy", VOCABULARY)
        .file("project/.git/HEAD", "")
        .file("project/words/vocabulary.policy", VOCABULARY)
        .file("project/outside.policy", policy("out.policy"))
        .file("project/inside.policy", policy("in.policy"));
    symlink("../vocabulary.policy", project.path("project/out.policy")).expect("a link");
    symlink("words/vocabulary.policy", project.path("project/in.policy")).expect("a link");
    assert!(fault(&project, "project/outside.policy").contains("エラー[H0006]"));
    project.run(&["check", "project/inside.policy"]).exits(0);
}

#[test]
#[cfg(unix)]
fn a_file_reached_twice_is_one_file() {
    let project = Project::shop().file("twice.policy", format!("取込 \"link.policy\"\n{SHOP}"));
    std::os::unix::fs::symlink("vocabulary.policy", project.path("link.policy")).expect("a link");
    project.run(&["check", "twice.policy"]).exits(0);
    let project = project.file("self.policy", policy("self.policy"));
    assert!(fault(&project, "self.policy").contains("エラー[H0005]"));
}

#[test]
fn a_folder_cannot_be_imported() {
    let project = Project::new()
        .file("words/vocabulary.policy", VOCABULARY)
        .file("a.policy", policy("words"));
    assert!(fault(&project, "a.policy").contains("エラー[H0004]"));
    let project = project.file("b.policy", policy(""));
    project.run(&["check", "b.policy"]).exits(1);
}

#[test]
#[cfg(unix)]
fn a_pipe_cannot_be_imported_and_does_not_hang() {
    let project = Project::new().file("a.policy", policy("pipe"));
    let made = std::process::Command::new("mkfifo")
        .arg(project.path("pipe"))
        .status()
        .expect("mkfifo is there");
    assert!(made.success());
    assert!(fault(&project, "a.policy").contains("エラー[H0004]"));
}
