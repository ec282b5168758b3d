//! `hoshin build` and `hoshin render`.

use std::io::Read as _;
use std::process::Stdio;
use std::time::Duration;

use super::project::{Project, Ran, SHOP, VOCABULARY, tree};

const OUTPUT: [&str; 4] = [".hoshin-output", "bundle.json", "index.html", "policy.txt"];

fn names(project: &Project, folder: &str) -> Vec<String> {
    tree(&project.path(folder)).into_iter().map(|(name, _)| name).collect()
}

/// What lies beside the folders and files that a test made: nothing, when every run cleared up after itself.
fn left_behind(project: &Project) -> Vec<String> {
    let entries = std::fs::read_dir(project.path("")).expect("the folder can be read");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with('.')).collect()
}

#[test]
fn a_policy_becomes_a_page_a_text_and_a_bundle() {
    let project = Project::shop();
    let ran = project.run(&["build", "shop.policy", "-o", "out"]);
    ran.exits(0);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", "`out` に書き出しました\n"));
    assert_eq!(names(&project, "out"), OUTPUT);
    assert!(project.read("out/index.html").contains("<h1"));
    assert!(project.read("out/policy.txt").contains("商品の発送"));
    assert!(project.read("out/bundle.json").contains("\"hoshin.bundle/1\""));
    assert_eq!(
        project.read("out/index.html"),
        project.run(&["render", "shop.policy", "--format", "html"]).out
    );
    assert_eq!(
        project.read("out/policy.txt"),
        project.run(&["render", "shop.policy", "--format", "text"]).out
    );
    assert_eq!(left_behind(&project), [""; 0]);
}

#[test]
fn several_policies_get_a_folder_each() {
    let project = Project::shop().file("other.policy", SHOP.replace("商品の発送", "商品の配送"));
    project
        .run(&["build", "shop.policy", "other.policy", "-o", "deep/out"])
        .exits(0);
    let mut expected = vec![OUTPUT[0].to_owned()];
    expected.extend(
        ["other", "shop"]
            .into_iter()
            .flat_map(|folder| OUTPUT[1..].iter().map(move |file| format!("{folder}/{file}"))),
    );
    assert_eq!(names(&project, "deep/out"), expected);
    assert!(project.read("deep/out/other/policy.txt").contains("商品の配送"));
    assert!(project.read("deep/out/shop/policy.txt").contains("商品の発送"));
    // What was written for two policies can be replaced by what is written for one.
    project.run(&["build", "shop.policy", "-o", "deep/out"]).exits(0);
    assert_eq!(names(&project, "deep/out"), OUTPUT);
}

#[test]
fn the_output_does_not_depend_on_where_the_policy_lies_or_hoshin_runs() {
    let one = Project::shop();
    one.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    let two = Project::new()
        .file("a/b/shop.policy", SHOP)
        .file("a/b/vocabulary.policy", VOCABULARY);
    two.run(&["build", "a/b/shop.policy", "-o", "out"]).exits(0);
    assert_eq!(tree(&one.path("out")), tree(&two.path("out")));
    let mut absolute = two.command(&["build", "-o", "out2"]);
    Ran::of(absolute.arg(two.path("a/b/shop.policy"))).exits(0);
    assert_eq!(tree(&one.path("out")), tree(&two.path("out2")));
}

#[test]
fn nothing_is_written_where_there_are_errors() {
    let project = Project::shop().file("wrong.policy", SHOP.replace("［加盟店］", "［加盟点］"));
    let ran = project.run(&["build", "shop.policy", "wrong.policy", "-o", "out"]);
    ran.exits(1);
    assert!(ran.err.contains("エラー[H0201]") && ran.out.is_empty(), "{ran:#?}");
    assert!(!project.path("out").exists());
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    let before = tree(&project.path("out"));
    project.run(&["build", "wrong.policy", "-o", "out"]).exits(1);
    assert_eq!(tree(&project.path("out")), before);
    project.run(&["build", "vocabulary.policy", "-o", "out"]).exits(1);
    assert_eq!(tree(&project.path("out")), before);
    assert_eq!(left_behind(&project), [""; 0]);
}

#[test]
fn warnings_are_told_and_can_be_denied() {
    let project = Project::shop().file("untidy.policy", SHOP.replace("方針「", "主体 取引先\n方針「"));
    let ran = project.run(&["build", "untidy.policy", "-o", "out", "--deny", "warnings"]);
    assert!(
        ran.exits(1).err.contains("エラー[H0206]") && !project.path("out").exists(),
        "{ran:#?}"
    );
    let ran = project.run(&["build", "untidy.policy", "-o", "out"]);
    assert!(ran.exits(0).err.contains("警告[H0206]"), "{ran:#?}");
    assert_eq!(names(&project, "out"), OUTPUT);
    let ran = project.run(&["render", "untidy.policy", "--format", "text"]);
    assert!(
        ran.exits(0).err.contains("警告[H0206]") && !ran.out.contains("警告"),
        "{ran:#?}"
    );
}

#[test]
fn a_folder_with_other_files_in_it_is_not_touched() {
    for foreign in ["memo.txt", "index.html", "shop/memo.txt", "images/logo.png", ".hidden"] {
        let project = Project::shop().file(&format!("out/{foreign}"), "mine");
        let ran = project.run(&["build", "shop.policy", "-o", "out"]);
        ran.exits(2);
        let first = foreign.split('/').next().expect("a name");
        assert!(ran.err.contains("エラー[C0008]") && ran.err.contains(first), "{ran:#?}");
        assert_eq!(tree(&project.path("out")), [(foreign.to_owned(), b"mine".to_vec())]);
    }
}

#[test]
fn a_file_put_beside_the_output_later_is_not_lost() {
    let project = Project::shop();
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    let project = project.file("out/memo.txt", "mine");
    let ran = project.run(&["build", "shop.policy", "-o", "out"]);
    assert!(ran.exits(2).err.contains("`memo.txt`"), "{ran:#?}");
    assert_eq!(project.read("out/memo.txt"), "mine");
    std::fs::remove_file(project.path("out/memo.txt")).expect("it can be removed");
    // What a file manager leaves is nobody's.
    let project = project.file("out/.DS_Store", "");
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    assert_eq!(names(&project, "out"), OUTPUT);
}

#[test]
fn output_goes_into_an_empty_folder_and_through_a_link() {
    let project = Project::shop();
    std::fs::create_dir(project.path("empty")).expect("a folder");
    project.run(&["build", "shop.policy", "-o", "empty/"]).exits(0);
    assert_eq!(names(&project, "empty"), OUTPUT);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("empty", project.path("link")).expect("a link");
        let text = SHOP.replace("商品の発送", "商品の配送");
        let project = project.file("shop.policy", text);
        project.run(&["build", "shop.policy", "-o", "link"]).exits(0);
        assert!(project.path("link").is_symlink());
        assert!(project.read("empty/policy.txt").contains("商品の配送"));
    }
}

#[test]
fn where_nothing_can_be_written_it_is_said() {
    let project = Project::shop().file("file", "");
    for output in ["file", "file/out", "/", "/proc/hoshin/out"] {
        let ran = project.run(&["build", "shop.policy", "-o", output]);
        ran.exits(2);
        assert!(
            ran.err.contains("エラー[C0007]") || ran.err.contains("エラー[C0008]"),
            "{output} {ran:#?}"
        );
    }
    assert_eq!(project.read("file"), "");
}

#[test]
fn names_that_would_meet_in_one_folder_are_refused() {
    let project = Project::shop()
        .file("a/shop.policy", SHOP)
        .file("a/SHOP.policy", SHOP)
        .file("...policy", SHOP);
    for files in [
        ["shop.policy", "a/shop.policy"],
        ["shop.policy", "a/SHOP.policy"],
        ["shop.policy", "...policy"],
    ] {
        let ran = project.run(&["build", files[0], files[1], "-o", "out"]);
        assert!(ran.exits(2).err.contains("エラー[C0009]"), "{ran:#?}");
        assert!(!project.path("out").exists());
    }
}

#[test]
fn a_theme_goes_into_the_page() {
    let project = Project::shop()
        .file("theme.css", "h1 { color: #136; }\n")
        .file("breakout.css", "</STYLE><script>alert(1)</script>")
        .file("sjis.css", b"/* \x82\xA0 */");
    let page = project.run(&["render", "shop.policy", "--format", "html", "--theme", "theme.css"]);
    assert!(page.exits(0).out.contains("h1 { color: #136; }"), "{page:#?}");
    project
        .run(&["build", "shop.policy", "-o", "out", "--theme", "theme.css"])
        .exits(0);
    assert_eq!(project.read("out/index.html"), page.out);
    for theme in ["breakout.css", "sjis.css"] {
        let ran = project.run(&["build", "shop.policy", "-o", "out", "--theme", theme]);
        assert!(ran.exits(2).err.contains("エラー[C0010]"), "{ran:#?}");
    }
    let ran = project.run(&["build", "shop.policy", "-o", "out", "--theme", "missing.css"]);
    assert!(ran.exits(2).err.contains("エラー[C0002]"), "{ran:#?}");
    assert_eq!(project.read("out/index.html"), page.out);
}

#[test]
fn a_vocabulary_has_nothing_to_render() {
    let ran = Project::shop().run(&["render", "vocabulary.policy", "--format", "text"]);
    assert!(
        ran.exits(1).err.contains("エラー[H0310]") && ran.out.is_empty(),
        "{ran:#?}"
    );
}

#[test]
fn standard_input_can_be_rendered() {
    let project = Project::shop();
    let from_file = project.run(&["render", "shop.policy", "--format", "markdown"]);
    let piped = project.pipe(
        &["render", "-", "--stdin-name", "shop.policy", "--format", "markdown"],
        SHOP,
    );
    assert!(piped.exits(0).out.starts_with("# "), "{piped:#?}");
    assert_eq!(piped.out, from_file.out);
}

/// Kills `build` at many moments of its run: the folder always holds the old output whole or the new output whole.
#[test]
fn a_build_that_is_killed_leaves_the_old_output_or_the_new() {
    let filler = |word: &str| format!("  「{}」\n", word.repeat(200)).repeat(300);
    let version = |word: &str| SHOP.replace("  章 利用目的", &format!("{}  章 利用目的", filler(word)));
    let (old, new) = (version("旧"), version("新しい"));
    let project = Project::shop().file("old.policy", &old).file("new.policy", &new);
    let build = |file: &str, output: &str| project.run(&["build", file, "-o", output]).exits(0).code;
    build("old.policy", "old");
    build("new.policy", "new");
    build("old.policy", "out");
    let (old, new) = (tree(&project.path("old")), tree(&project.path("new")));
    assert_ne!(old, new);
    let started = std::time::Instant::now();
    build("new.policy", "out");
    let whole = started.elapsed();
    build("old.policy", "out");

    let (mut olds, mut news) = (0, 0);
    const TIMES: u32 = 120;
    for time in 0..TIMES {
        let mut command = project.command(&["build", "new.policy", "-o", "out"]);
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("hoshin starts");
        // From the start to well after the end, evenly.
        std::thread::sleep(whole.mul_f64(f64::from(time) / f64::from(TIMES) * 1.3) + Duration::from_micros(50));
        let _ = child.kill();
        let status = child.wait().expect("it ends");
        let mut err = String::new();
        child
            .stderr
            .take()
            .expect("a pipe")
            .read_to_string(&mut err)
            .expect("UTF-8");
        assert!(status.code().is_none_or(|code| code == 0), "{status} {err}");
        let found = tree(&project.path("out"));
        if found == new {
            news += 1;
            build("old.policy", "out");
        } else {
            assert!(
                found == old,
                "after {time}: neither the old output nor the new: {:?}",
                names(&project, "out")
            );
            olds += 1;
        }
    }
    assert!(
        olds > 0 && news > 0,
        "{olds} runs were killed before the end, {news} after"
    );
    build("old.policy", "out");
    assert_eq!(
        left_behind(&project),
        [""; 0],
        "the next run clears up what a killed one has left"
    );
}

#[test]
fn two_builds_at_once_leave_one_whole_output() {
    let project = Project::shop().file("other.policy", SHOP.replace("商品の発送", "商品の配送"));
    project.run(&["build", "shop.policy", "-o", "one"]).exits(0);
    project.run(&["build", "other.policy", "-o", "two"]).exits(0);
    let (one, two) = (tree(&project.path("one")), tree(&project.path("two")));
    for _ in 0..10 {
        let files = ["shop.policy", "other.policy", "shop.policy", "other.policy"];
        let children = files.map(|file| {
            let mut command = project.command(&["build", file, "-o", "out"]);
            command
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .expect("hoshin starts")
        });
        for child in children {
            Ran::from(child.wait_with_output().expect("hoshin ends")).exits(0);
        }
        let found = tree(&project.path("out"));
        assert!(found == one || found == two);
    }
    assert_eq!(left_behind(&project), [""; 0]);
}
