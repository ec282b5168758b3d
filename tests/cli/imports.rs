//! Which files a policy may import, and what they are called.

use hoshin::internals::compile::{LoadError, Loaded, Loader, Options, compile};
use hoshin::internals::compile::{MAX_IMPORTED_BYTES, MAX_IMPORTS};
use hoshin::internals::diagnostic::Code;

use super::project::{Project, SHOP, VOCABULARY};

fn policy(import: &str) -> String {
    SHOP.replace("vocabulary.policy", import)
}

/// Hands over the same text for every name, and counts.
struct Endless {
    text: Vec<u8>,
    loads: usize,
}

impl Loader for Endless {
    fn load(&mut self, _importer: &str, path: &str) -> Result<Loaded, LoadError> {
        self.loads += 1;
        Ok(Loaded {
            name: path.to_owned(),
            bytes: self.text.clone(),
        })
    }
}

/// Compiles a policy with these imports, and tells the codes found and how often a file was asked for.
fn imported(imports: impl Iterator<Item = String>, text: Vec<u8>) -> (Vec<Code>, usize) {
    let source: String = imports.map(|name| format!("取込 \"{name}\"\n")).collect();
    let mut loader = Endless { text, loads: 0 };
    let compilation = compile("a.policy", source.into_bytes(), &mut loader, &Options::default());
    let codes = compilation.diagnostics.iter().map(|found| found.code).collect();
    (codes, loader.loads)
}

#[test]
fn imports_without_end_are_told_and_not_followed() {
    let names = |count: usize| (0..count).map(|number| format!("{number}.policy"));
    let comment = b"// \n".to_vec();
    let (codes, loads) = imported(names(MAX_IMPORTS), comment.clone());
    assert!(
        !codes.contains(&Code::H0902) && loads == MAX_IMPORTS,
        "{codes:?} {loads}"
    );
    let (codes, loads) = imported(names(MAX_IMPORTS + 100), comment);
    let told = codes.iter().filter(|code| **code == Code::H0902).count();
    assert_eq!((told, loads), (1, MAX_IMPORTS));
}

#[test]
fn imports_have_a_limit_in_all() {
    let names = ["a", "b"].map(str::to_owned).into_iter();
    let (codes, loads) = imported(names, vec![b' '; MAX_IMPORTED_BYTES + 1]);
    let told = codes.iter().filter(|code| **code == Code::H0902).count();
    assert_eq!((told, loads), (1, 1));
}

#[test]
fn what_a_file_imports_twice_is_asked_for_once() {
    let (_, loads) = imported(std::iter::repeat_n("same.policy".to_owned(), 5000), b"// \n".to_vec());
    assert_eq!(loads, 1);
}

/// However often it is imported, and by whatever paths: 1,000 times 5 MB would take a while.
#[test]
#[cfg(unix)]
fn a_file_is_read_once() {
    let imports: String = (0..1000).map(|number| format!("取込 \"l{number}\"\n")).collect();
    let project = Project::new()
        .file("large.policy", "\n".repeat(5_000_000))
        .file("a.policy", imports);
    for number in 0..1000 {
        std::os::unix::fs::symlink("large.policy", project.path(&format!("l{number}"))).expect("a link");
    }
    let started = std::time::Instant::now();
    project.run(&["check", "a.policy", "--format", "short"]);
    let took = started.elapsed();
    assert!(took < std::time::Duration::from_secs(20), "{took:?}");
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

/// A checkout of CI keeps a token in .git/config: no message may quote it.
#[test]
fn nothing_of_git_itself_is_read() {
    let secret = "AUTHORIZATION: basic c2VjcmV0";
    let project = Project::new()
        .file("p/.git/HEAD", "")
        .file("p/.git/config", format!("[http]\n\textraheader = {secret}\n"))
        .file("p/sub/.GIT/config", secret)
        .file("p/import.policy", policy(".git/config"))
        .file("p/dots.policy", policy("sub/../.git/./config"))
        .file("p/capitals.policy", policy("sub/.GIT/config"))
        .file(
            "p/before.policy",
            "方針「個人情報」{\n  旧版 \".git/config\"\n  章 取得「取得」{\n    「取得します。」\n  }\n}\n",
        );
    for file in ["import", "dots", "capitals", "before"] {
        for format in ["human", "json"] {
            let ran = project.run(&["check", "--format", format, &format!("p/{file}.policy")]);
            let told = format!("{}{}", ran.out, ran.err);
            assert!(told.contains("H0006") || told.contains("C0025"), "{file}: {told}");
            assert!(!told.contains("c2VjcmV0"), "{file}: {told}");
        }
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
