//! Into hoshin through the command line: names of files, folders and revisions, words, what is read from a pipe.

use super::project::{Project, Ran, SHOP, VOCABULARY, tree};
use crate::hidden::assert_unseen;
use crate::support::program::values;

/// Some that a file name may hold.
const MANY: &str = "\u{1B}\u{9B}\u{202E}\u{2066}\u{200B}\u{3164}\u{34F}\u{E0041}\r\u{7}";

#[track_caller]
fn assert_ran_unseen(ran: &Ran, what: &[&str]) {
    assert!(!ran.err.contains("panicked"), "{ran:#?}");
    assert_unseen(&ran.out, MANY, &format!("{what:?}"));
    assert_unseen(&ran.err, MANY, &format!("{what:?}"));
}

#[test]
fn no_name_and_no_word_comes_out_as_it_is() {
    let name = format!("店{MANY}.policy");
    let hostile = SHOP.replace(
        "配送「商品の発送」",
        "配送「商品\u{200B}\u{3164}\u{34F}\u{E0041}の発送」",
    );
    let revised = hostile
        .replace("2026-04-01", "2026-05-01")
        .replace("［氏名、住所］", "［氏名］");
    let project = Project::new()
        .file("vocabulary.policy", VOCABULARY)
        .file(&name, hostile)
        .file("新.policy", revised)
        .file(&format!("壊{MANY}.json"), "{\"format\": \"hoshin.bundle/1-draft.2\"}")
        .file("誤.policy", format!("情報 {MANY}\n"));
    let broken = format!("壊{MANY}.json");
    let (folder, absent) = (format!("出{MANY}"), format!("無{MANY}.policy"));
    let git = format!("git:v{MANY}:shop.policy");
    let word = format!("氏{MANY}名");
    let option = format!("--{MANY}");
    let mut runs: Vec<Vec<&str>> = vec![
        vec!["build", &name, "-o", &folder],
        vec!["build", &name, "新.policy", "-o", "公開"],
        vec!["fmt", "--check", &absent],
        vec!["fmt", &name],
        vec!["test", &name],
        vec!["ask", &name, "利用", "氏名", "--目的", "配送"],
        vec!["ask", &name, "利用", &word],
        vec!["ask", &name, "利用", &word, "--json"],
        vec!["ask", &name, &word, "氏名"],
        vec!["ask", &broken, "利用", "氏名"],
        vec!["check", &absent],
        vec!["check", &git],
        vec!["check", "誤.policy"],
        vec!["check", &option],
        vec!["check", "--format", &word, &name],
        vec!["diff", &git, &name],
        vec!["diff", &broken, &name],
        vec!["explain", &word],
        vec![&word],
        vec!["diff", "--labels", &word, &name, "新.policy"],
    ];
    let formats = |command| values(command, Some("--format"));
    let (checks, diffs) = (formats("check"), formats("diff"));
    let (renders, tests) = (formats("render"), formats("test"));
    for format in &checks {
        for lang in ["ja", "en"] {
            runs.push(vec![
                "check",
                "--format",
                format,
                "--lang",
                lang,
                &name,
                "誤.policy",
                &absent,
            ]);
        }
    }
    for format in &diffs {
        runs.push(vec!["diff", "--format", format, &name, "新.policy"]);
        runs.push(vec!["diff", "--format", format, "--fail-on", "any", "新.policy", &name]);
    }
    runs.push(vec!["diff", "."]);
    for format in &renders {
        runs.push(vec!["render", "--format", format, &name]);
    }
    for format in &tests {
        runs.push(vec!["test", "--format", format, &name, "誤.policy"]);
    }
    for arguments in &runs {
        assert_ran_unseen(&project.run(arguments), arguments);
    }
    for (path, bytes) in tree(&project.path(&folder)) {
        let text = String::from_utf8(bytes).expect("hoshin writes UTF-8");
        assert_unseen(&text, MANY, &path);
        assert_unseen(&path, MANY, &path);
    }
    assert!(!tree(&project.path(&folder)).is_empty());
}

#[test]
fn a_requests_line_comes_back_unseen() {
    let project = Project::shop();
    let line = format!(
        "{{\"act\": \"collect\", \"data\": [\"{}\"]}}\n",
        "\u{202E}\u{9B}\u{200B}"
    );
    let ran = project.pipe(&["ask", "shop.policy", "--lines"], line);
    assert_ran_unseen(&ran, &["ask", "--lines"]);
    assert!(!ran.out.is_empty(), "{ran:#?}");
}

#[test]
fn an_archive_of_old_bundles_shows_what_they_hid() {
    let old = SHOP
        .replace("2026-04-01", "2025-04-01")
        .replace("配送「商品の発送」", "配送「商品\u{200B}の発送」");
    let project = Project::shop().file(
        "古い/v1\u{3164}.policy",
        old.replace("vocabulary.policy", "../vocabulary.policy"),
    );
    let ran = project.run(&["build", "shop.policy", "-o", "公開", "--archive", "古い"]);
    assert_ran_unseen(&ran, &["build", "--archive"]);
    ran.exits(0);
    let files = tree(&project.path("公開"));
    assert!(files.len() > 6, "{files:?}");
    for (path, bytes) in files {
        assert_unseen(&String::from_utf8(bytes).expect("UTF-8"), MANY, &path);
        assert_unseen(&path, MANY, &path);
    }
}
