//! `hoshin build` and `hoshin render`.

use std::process::Stdio;

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
    assert_eq!(
        (ran.out.as_str(), ran.err.as_str()),
        ("", "`out` に書き出しました（ページは `out/index.html`）\n")
    );
    assert_eq!(names(&project, "out"), OUTPUT);
    assert!(project.read("out/index.html").contains("<h1"));
    assert!(project.read("out/policy.txt").contains("商品の発送"));
    assert!(project.read("out/bundle.json").contains("\"hoshin.bundle/1-draft.2\""));
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
fn rules_for_open_policy_agent_are_written_where_they_are_asked_for() {
    let opa = [".manifest", "data.json", "hoshin.rego", "precedence.rego"].map(|file| format!("opa/{file}"));
    let project = Project::shop().file("other.policy", SHOP.replace("商品の発送", "商品の配送"));
    let ran = project.run(&["build", "--opa", "shop.policy", "-o", "out"]);
    assert_eq!(
        ran.exits(0).err,
        "`out` に書き出しました（ページは `out/index.html`）\n"
    );
    let mut expected: Vec<String> = OUTPUT.map(str::to_owned).into_iter().chain(opa.clone()).collect();
    expected.sort();
    assert_eq!(names(&project, "out"), expected);
    let bundle: serde_json::Value = serde_json::from_str(&project.read("out/bundle.json")).expect("JSON");
    let manifest: serde_json::Value = serde_json::from_str(&project.read("out/opa/.manifest")).expect("JSON");
    assert_eq!(manifest["revision"], bundle["digest"]);

    let both = ["build", "--opa", "shop.policy", "other.policy", "-o", "both"];
    project.run(&both).exits(0);
    let found = names(&project, "both");
    for folder in ["shop", "other"] {
        let written = opa.iter().map(|file| format!("{folder}/{file}"));
        assert!(written.clone().all(|file| found.contains(&file)), "{found:?}");
    }
    let before = tree(&project.path("both"));
    project.run(&both).exits(0);
    assert_eq!(tree(&project.path("both")), before);
    // What was asked for once and is no longer goes.
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    assert_eq!(names(&project, "out"), OUTPUT);
}

#[test]
fn many_policies_can_be_built_at_once() {
    let numbers = 0..50;
    let project = numbers.clone().fold(Project::shop(), |project, number| {
        project.file(&format!("p{number}.policy"), SHOP)
    });
    let files: Vec<String> = numbers.map(|number| format!("p{number}.policy")).collect();
    Ran::of(project.command(&["build", "-o", "out"]).args(&files)).exits(0);
    assert_eq!(names(&project, "out").len(), 3 * files.len() + 1);
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
fn a_page_of_the_companys_own_takes_the_policy_in() {
    let template =
        "<!DOCTYPE html><html lang=ja><head>{{head}}</head><body><header>見本商店</header>{{page}}</body></html>\n";
    let project = Project::shop()
        .file("site.html", template)
        .file("empty.html", "<p>{{title}}</p>");
    let ran = project.run(&["render", "shop.policy", "--format", "html", "--template", "site.html"]);
    let page = &ran.exits(0).out;
    assert!(page.starts_with("<!DOCTYPE html><html lang=ja><head>"), "{page}");
    assert!(
        page.contains("<header>見本商店</header>") && page.contains("商品の発送"),
        "{page}"
    );
    let ran = project.run(&["build", "shop.policy", "-o", "out", "--template", "empty.html"]);
    assert!(
        ran.exits(2).err.contains("エラー[C0010]") && ran.err.contains("{{page}}"),
        "{ran:#?}"
    );
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

/// Whether a run is done with writing its output beside the folder: the list of what it wrote is its last file.
fn written_beside(project: &Project) -> bool {
    let beside = left_behind(project)
        .into_iter()
        .filter(|name| name.starts_with(".out.hoshin-new-"));
    beside
        .into_iter()
        .any(|name| project.path(&name).join(OUTPUT[0]).exists())
}

/// Kills `build` at many moments of its run: the folder always holds the old output whole or the new output whole.
#[test]
fn a_build_that_is_killed_leaves_the_old_output_or_the_new() {
    // Many small policies, so that much of the run is writing.
    const POLICIES: u32 = 6;
    const TIMES: u32 = 40;
    let mut project = Project::shop();
    for (folder, word) in [("before", "発送"), ("after", "配送")] {
        for number in 0..POLICIES {
            let text = SHOP
                .replace("vocabulary", "../vocabulary")
                .replace("商品の発送", &format!("商品の{word}"));
            project = project.file(&format!("{folder}/p{number}.policy"), text);
        }
    }
    let files = |folder: &str| {
        (0..POLICIES)
            .map(|number| format!("{folder}/p{number}.policy"))
            .collect::<Vec<_>>()
    };
    let (before, after) = (files("before"), files("after"));
    let command = |files: &[String], output: &str| {
        let mut command = project.command(&["build", "-o", output]);
        command.args(files).stdout(Stdio::null()).stderr(Stdio::piped());
        command
    };
    let build = |files: &[String], output: &str| {
        Ran::of(&mut command(files, output)).exits(0);
    };
    build(&before, "old");
    build(&after, "new");
    build(&before, "out");
    let (old, new) = (tree(&project.path("old")), tree(&project.path("new")));
    assert!(old != new && old.len() == 3 * POLICIES as usize + 1);
    let started = std::time::Instant::now();
    build(&after, "out");
    let whole = started.elapsed();
    build(&before, "out");

    let (mut olds, mut news) = (0, 0);
    for time in 0..2 * TIMES {
        let mut child = command(&after, "out").spawn().expect("hoshin starts");
        if time < TIMES {
            // From the start to well after the end, evenly.
            std::thread::sleep(whole.mul_f64(1.4 * f64::from(time) / f64::from(TIMES)));
        } else {
            // About when the old output and the new change places: from when all of the new has been written.
            while !written_beside(&project) && child.try_wait().is_ok_and(|ended| ended.is_none()) {}
            let wait = std::time::Duration::from_micros(100).mul_f64(f64::from(time - TIMES));
            let from = std::time::Instant::now();
            while from.elapsed() < wait {}
        }
        let _ = child.kill();
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.code().is_none_or(|code| code == 0), "{output:?}");
        let found = tree(&project.path("out"));
        if found == new {
            news += 1;
            build(&before, "out");
        } else {
            assert!(
                found == old,
                "neither the old output nor the new: {:?}",
                names(&project, "out")
            );
            olds += 1;
        }
    }
    // How many were killed after the change of places depends on the load of the machine; that one left alone gets there does not.
    assert!(olds > 0, "no run was killed before its end");
    build(&after, "out");
    assert_eq!(tree(&project.path("out")), new, "after {news} runs killed late");
    build(&before, "out");
    assert_eq!(
        left_behind(&project),
        [""; 0],
        "the next run clears up what a killed one has left"
    );
}

/// A reader that looks all the time never finds the folder missing, not even between two steps of replacing it.
#[test]
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn the_output_is_there_at_every_moment_of_a_build() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let project = Project::shop();
    let build = || project.run(&["build", "shop.policy", "-o", "out"]).exits(0).code;
    build();
    let done = AtomicBool::new(false);
    let page = project.path("out/index.html");
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut looks = 0;
            while !done.load(Ordering::Relaxed) {
                assert!(page.exists(), "missing at look {looks}");
                looks += 1;
            }
            looks
        });
        for _ in 0..20 {
            build();
        }
        done.store(true, Ordering::Relaxed);
        assert!(reader.join().expect("never missing") > 1000);
    });
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
