//! `hoshin diff`: forms, exit codes, what is told where a run fails.

use super::project::{Project, Ran, SHOP, VOCABULARY, tree};
use super::repository::with_git;

/// The shop's policy before: the affiliated shops got names alone.
fn narrow() -> String {
    SHOP.replace("「氏名・住所」［氏名、住所］", "「氏名」［氏名］")
        .replace("2026-04-01", "2025-04-01")
}

fn shop() -> Project {
    Project::shop().file("old.policy", narrow())
}

fn diff<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["diff", "old.policy", "shop.policy"], more].concat()
}

#[test]
fn a_revision_is_shown_with_what_it_means() {
    let ran = shop().run(&diff(&[]));
    assert_eq!(ran.exits(0).err, "");
    insta::assert_snapshot!(ran.out);
}

#[test]
fn a_revision_in_english_keeps_the_words_of_the_policy() {
    let ran = shop().run(&diff(&["--lang", "en", "--only", "decisions"]));
    ran.exits(0);
    insta::assert_snapshot!(ran.out);
}

#[test]
fn markdown_is_for_a_pull_request() {
    let ran = shop().run(&diff(&["--format", "markdown"]));
    ran.exits(0);
    insta::assert_snapshot!(ran.out);
}

#[test]
fn the_same_is_no_change_however_it_is_written() {
    let project = shop().file("same.policy", SHOP.replace('\n', "\r\n").replace("  ", "\t"));
    for arguments in [
        &["diff", "shop.policy", "shop.policy"][..],
        &["diff", "shop.policy", "same.policy"],
        &["diff", "shop.policy", "same.policy", "--format", "markdown"],
    ] {
        let ran = project.run(&[arguments, &["--fail-on", "any"]].concat());
        assert!(ran.exits(0).out.contains("文言に変更はありません。"), "{ran:#?}");
    }
    let ran = project.run(&["diff", "shop.policy", "same.policy", "--format", "github"]);
    assert_eq!(ran.exits(0).out, "");
}

#[test]
fn what_fails_is_what_was_asked_for() {
    let project = shop().file(
        "acknowledged.policy",
        SHOP.replace(
            "最終改定［2026-04-01］",
            "最終改定［2026-04-01］{\n    承認［加盟店への提供、2026-03-15］\"取締役会で承認した\"\n  }",
        ),
    );
    let project = project.file(
        "words.policy",
        SHOP.replace("この方針を公表します", "本方針を公表します"),
    );
    let wider = ["old.policy", "shop.policy"];
    let acknowledged = ["old.policy", "acknowledged.policy"];
    let narrower = ["shop.policy", "old.policy"];
    let wording = ["shop.policy", "words.policy"];
    for (pair, failing) in [
        (wider, &["unacknowledged", "wider", "any"][..]),
        (acknowledged, &["wider", "any"]),
        (narrower, &["narrower", "any"]),
        (wording, &["any"]),
    ] {
        for wanted in ["unacknowledged", "wider", "narrower", "any"] {
            let ran = project.run(&["diff", pair[0], pair[1], "--fail-on", wanted]);
            let fails = failing.contains(&wanted);
            assert_eq!(
                ran.exits(i32::from(fails)).err.is_empty(),
                !fails,
                "{pair:?} {wanted}: {ran:#?}"
            );
        }
    }
    // Any of several.
    let ran = project.run(&[
        "diff",
        "old.policy",
        "shop.policy",
        "--fail-on",
        "narrower",
        "--fail-on",
        "wider",
    ]);
    assert!(ran.exits(1).err.contains("広がりが 1 件"), "{ran:#?}");
    let ran = project.run(&["diff", "old.policy", "acknowledged.policy", "--only", "decisions"]);
    assert!(
        ran.exits(0)
            .out
            .replace("\n  ", "")
            .contains("承認（2026-03-15）: 取締役会で承認した"),
        "{ran:#?}"
    );
}

#[test]
fn annotations_stand_at_the_line_that_widens() {
    let project = shop();
    let ran = project.run(&diff(&["--format", "github"]));
    assert!(
        ran.exits(0)
            .out
            .starts_with("::warning file=shop.policy,line=15,col=7,"),
        "{ran:#?}"
    );
    let ran = project.run(&diff(&["--format", "github", "--fail-on", "unacknowledged"]));
    assert!(
        ran.exits(1).out.starts_with("::error file=shop.policy,line=15,"),
        "{ran:#?}"
    );
    // A prohibition that is gone is told where it would stand, not by a line of another revision.
    let forbids = SHOP.replace(
        "    提供 加盟店への提供",
        "    提供しない 売らない「当社は、住所を加盟店に提供しません。」{\n      提供先［加盟店］\n      項目［住所］\n    }\n    提供 加盟店への提供",
    );
    let project = project.file("forbids.policy", forbids);
    let ran = project.run(&["diff", "forbids.policy", "shop.policy", "--format", "github"]);
    assert!(ran.exits(0).out.contains("file=shop.policy,line=12,"), "{ran:#?}");
}

/// The dangerous one: what stands in ［］ changed and no reader can see it.
#[test]
fn a_meaning_that_changed_where_the_wording_did_not_is_an_error() {
    let unseen = |text: String| {
        text.replace("「氏名」［", "「お名前など」［")
            .replace("「氏名・住所」［", "「お名前など」［")
    };
    let project = Project::shop()
        .file("a.policy", unseen(narrow()))
        .file("b.policy", unseen(SHOP.to_owned()));
    let ran = project.run(&["diff", "a.policy", "b.policy", "--format", "github"]);
    assert!(
        ran.exits(1).out.starts_with("::error file=b.policy,line=15,") && ran.out.contains("文言が変わらない"),
        "{ran:#?}"
    );
    // Also where it becomes narrower.
    let ran = project.run(&["diff", "b.policy", "a.policy", "--format", "sarif"]);
    assert_eq!(
        ran.exits(0).json()["runs"][0]["results"][0]["ruleId"],
        "meaning-changed-wording-not"
    );
    let ran = project.run(&["diff", "a.policy", "b.policy", "--only", "decisions"]);
    assert!(
        ran.exits(1).err.contains("文言に表れない広がりが 1 件あります"),
        "{ran:#?}"
    );
    let ran = project.run(&["diff", "a.policy", "b.policy", "--only", "decisions", "--allow-unseen"]);
    assert!(
        ran.exits(0)
            .out
            .replace("\n  ", "")
            .contains("この変化は文言に表れていません"),
        "{ran:#?}"
    );
    // A word that joins a category widens clauses that nobody touched.
    let category = |joins: bool| {
        let (inside, outside) = if joins {
            (" ・電話番号", "")
        } else {
            ("", "情報 連絡先 { ・電話番号 }\n")
        };
        let policy = SHOP.replace(
            "取込 \"vocabulary.policy\"",
            &format!("情報 個人情報 {{ ・氏名［直接識別］ ・住所［直接識別］{inside} }}\n{outside}主体 加盟店"),
        );
        policy.replace("［氏名、住所］", "［個人情報］")
    };
    let project = project
        .file("c.policy", category(false))
        .file("d.policy", category(true));
    let ran = project.run(&["diff", "c.policy", "d.policy", "--format", "github"]);
    assert!(
        ran.exits(1).out.contains("title=文言が変わらない") && ran.out.contains("電話番号"),
        "{ran:#?}"
    );
}

#[test]
fn sarif_follows_the_schema_of_oasis() {
    let schema = include_str!("../fixtures/sarif/sarif-schema-2.1.0.json").replace("{2}]?$\"", "{2}$\"");
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("it is JSON");
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    let project = shop();
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    for new in ["shop.policy", "out/bundle.json"] {
        let ran = project.run(&["diff", "old.policy", new, "--format", "sarif"]);
        let log = ran.exits(0).json();
        let errors: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0], "{new}");
        assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(1));
    }
}

/// A tool that shows places in files knows no commits.
#[test]
fn annotations_to_a_commit_name_the_file_in_the_repository() {
    let project = Project::new()
        .file("方針/shop.policy", SHOP)
        .file("方針/vocabulary.policy", VOCABULARY)
        .file("方針/old.policy", narrow())
        .repository()
        .commit("v1");
    let ran = project.run_with_git(&[
        "diff",
        "git:v1:方針/old.policy",
        "git:v1:方針/shop.policy",
        "--format",
        "github",
    ]);
    assert!(
        ran.exits(0).out.starts_with("::warning file=方針/shop.policy,line="),
        "{ran:#?}"
    );
}

#[test]
fn columns_are_labelled_and_ordered_as_asked() {
    let project = shop();
    let head = |more: &[&str]| {
        let ran = project.run(&diff(&[&["--only", "table", "--format", "markdown"], more].concat()));
        let line = ran.exits(0).out.lines().find(|line| line.starts_with('|'));
        line.expect("a table").to_owned()
    };
    assert_eq!(head(&[]), "| 改定後 | 改定前 |");
    assert_eq!(head(&["--order", "old-new"]), "| 改定前 | 改定後 |");
    assert_eq!(head(&["--labels", "改正後、改正前"]), "| 改正後 | 改正前 |");
    let ran = project.run(&diff(&["--labels", "改定後"]));
    assert!(ran.exits(2).err.contains("エラー[C0001]"), "{ran:#?}");
}

#[test]
fn width_is_folded_by_choice() {
    let project = shop().file(
        "wide.policy",
        SHOP.replace("この方針を公表します", "この方針をＷｅｂで公表します"),
    );
    let project = project.file(
        "half.policy",
        SHOP.replace("この方針を公表します", "この方針をWebで公表します"),
    );
    let arguments = ["diff", "wide.policy", "half.policy"];
    let ran = project.run(&arguments);
    assert!(ran.exits(0).out.contains("Ｗｅｂ"), "{ran:#?}");
    let ran = project.run(&[&arguments[..], &["--fold-width"]].concat());
    assert!(ran.exits(0).out.contains("文言に変更はありません。"), "{ran:#?}");
}

#[test]
fn what_is_the_same_is_shown_in_full_where_asked() {
    let project = shop();
    assert!(!project.run(&diff(&[])).exits(0).out.contains("この方針を"));
    assert!(project.run(&diff(&["--full"])).exits(0).out.contains("この方針を"));
}

#[test]
fn the_result_can_go_to_a_file_whole_or_not_at_all() {
    let project = shop().file("there.html", "old");
    let page = project.run(&diff(&["--format", "html"])).exits(0).out.clone();
    assert!(
        page.starts_with("<!DOCTYPE html>") && page.contains("広くなる"),
        "{page}"
    );
    for file in ["new.html", "there.html"] {
        let ran = project.run(&diff(&["--format", "html", "-o", file]));
        assert_eq!((ran.exits(0).out.as_str(), project.read(file)), ("", page.clone()));
    }
    let before = tree(&project.path(""));
    let project = project.file("folder/x", "");
    for file in ["folder", "missing/new.html"] {
        let ran = project.run(&diff(&["--format", "html", "-o", file]));
        assert!(ran.exits(2).err.contains("エラー[C0007]"), "{ran:#?}");
    }
    std::fs::remove_dir_all(project.path("folder")).expect("it is there");
    assert_eq!(tree(&project.path("")), before, "nothing is left behind");
}

#[test]
fn a_folder_is_compared_from_one_revision_to_the_next() {
    let project = Project::new()
        .file("revisions/vocabulary.policy", VOCABULARY)
        .file("revisions/b.policy", narrow())
        .file("revisions/package.json", "{\"name\": \"x\"}")
        .file("revisions/first/tsconfig.json", "{")
        .file("revisions/memo.txt", "会議の覚え書き")
        .file("revisions/a.policy", SHOP)
        .file(
            "revisions/first/privacy.policy",
            narrow().replace("2025", "2024").replace("\"vocab", "\"../vocab"),
        );
    let ran = project.run(&["diff", "revisions", "--format", "json"]);
    let document = ran.exits(0).json();
    let comparisons = document["comparisons"].as_array().expect("comparisons");
    let names = |comparison: &serde_json::Value| format!("{} {}", comparison["old"]["name"], comparison["new"]["name"]);
    assert_eq!(
        comparisons.iter().map(names).collect::<Vec<_>>(),
        [
            "\"revisions/first/privacy.policy\" \"revisions/b.policy\"",
            "\"revisions/b.policy\" \"revisions/a.policy\""
        ]
    );
    let ran = project.run(&["diff", "revisions", "--fail-on", "wider"]);
    assert!(
        ran.exits(1).err.contains("revisions/a.policy: 広がりが 1 件"),
        "{ran:#?}"
    );
    let ran = project.run(&["diff", "revisions", "--format", "html"]);
    assert!(ran.exits(2).err.contains("エラー[C0001]"), "{ran:#?}");
    // As OLD it stands for its newest, or for the one before NEW.
    let old_of = |arguments: &[&str]| {
        let ran = project.run(&[&["diff"], arguments, &["--format", "json"]].concat());
        ran.exits(0).json()["comparisons"][0]["old"]["name"].clone()
    };
    assert_eq!(
        old_of(&["revisions", "./revisions/../revisions/a.policy"]),
        "revisions/b.policy"
    );
    assert_eq!(old_of(&["revisions", "revisions/a.policy"]), "revisions/b.policy");
    assert_eq!(old_of(&["revisions/b.policy", "revisions"]), "revisions/b.policy");
    let project = project.file("draft.policy", SHOP.replace("\"vocab", "\"revisions/vocab"));
    let ran = project.run(&["diff", "revisions", "draft.policy", "--format", "json"]);
    assert_eq!(
        ran.exits(0).json()["comparisons"][0]["old"]["name"],
        "revisions/a.policy"
    );
}

#[test]
fn a_source_and_its_bundle_are_the_same_revision() {
    let project = shop();
    project.run(&["build", "shop.policy", "-o", "out"]).exits(0);
    project.run(&["build", "old.policy", "-o", "before"]).exits(0);
    project
        .run(&["diff", "shop.policy", "out/bundle.json", "--fail-on", "any"])
        .exits(0);
    let of = |old: &str, new: &str| {
        let mut document = project.run(&["diff", old, new, "--format", "json"]).exits(0).json();
        for side in ["old", "new"] {
            document["comparisons"][0][side]["name"] = "".into();
        }
        document
    };
    assert_eq!(
        of("old.policy", "shop.policy"),
        of("before/bundle.json", "out/bundle.json")
    );
}

#[test]
fn documents_with_nothing_in_common_are_said_to_be_so() {
    const OTHER: &str = "方針「会員規約」{\n  章 規約「規約について」{ 「この規約は、会員の利用条件を定めます。」 }\n  章 退会「退会」{ 「会員はいつでも退会できます。」 }\n}\n";
    let project = shop().file("other.policy", OTHER);
    let ran = project.run(&["diff", "other.policy", "shop.policy"]);
    assert!(
        ran.exits(0)
            .err
            .starts_with("注意: 二つの版には、共通の条項も文言もほとんどありません"),
        "{ran:#?}"
    );
    assert_eq!(project.run(&diff(&[])).err, "");
    let ran = project.run(&["diff", "other.policy", "shop.policy", "--format", "json"]);
    assert_eq!(ran.json()["comparisons"][0]["related"], false);
}

#[test]
fn standard_input_can_be_the_new_revision() {
    let project = shop();
    let ran = project.pipe(
        &[
            "diff",
            "old.policy",
            "-",
            "--stdin-name",
            "draft.policy",
            "--format",
            "github",
        ],
        SHOP,
    );
    assert!(ran.exits(0).out.starts_with("::warning file=draft.policy,"), "{ran:#?}");
}

/// Wording that would be a command, an element or an escape anywhere else stays wording.
#[test]
fn hostile_wording_stays_wording_in_every_form() {
    // Control characters do not come so far: H0002.
    let hostile = "<script>alert(1)</script>|`x`::error::y%0A::error::z";
    let policy = |items: &str| {
        SHOP.replace("「商品の発送」［配送］", &format!("「{hostile}」［配送］"))
            .replace(
                "「氏名・住所」［氏名、住所］",
                &format!("「{hostile}{items}」［{items}］"),
            )
    };
    let project = Project::shop()
        .file("a.policy", policy("氏名"))
        .file("b.policy", policy("住所"));
    for format in ["human", "html", "markdown", "json", "sarif", "github"] {
        let ran = project.run(&["diff", "a.policy", "b.policy", "--format", format]);
        let out = &ran.exits(0).out;
        if format == "html" {
            assert!(!out.contains("<script"), "{out}");
        }
        if format == "markdown" {
            use pulldown_cmark::{Event, Options, Parser};
            let html = Parser::new_ext(out, Options::ENABLE_TABLES).filter_map(|event| match event {
                Event::Html(html) | Event::InlineHtml(html) => Some(html.into_string()),
                _ => None,
            });
            let ours = ["<ins>", "</ins>", "<del>", "</del>", "<br>"];
            assert_eq!(
                html.filter(|html| !ours.contains(&html.as_str())).collect::<Vec<_>>(),
                [""; 0]
            );
        }
        if format == "github" {
            assert!(
                out.lines().all(|line| line.starts_with("::warning file=b.policy,")),
                "{out}"
            );
        }
    }
}

/// With git around or without: a comparison of files asks nothing of it.
#[test]
fn files_are_compared_without_git() {
    let project = shop().file("bin/git", "#!/bin/sh\ntouch ../made\nexit 1\n");
    let mut command = project.command(&diff(&[]));
    with_git(&mut command);
    Ran::of(command.env("PATH", project.path("bin"))).exits(0);
    assert!(!project.path("made").exists());
}

/// A policy that declares no 事業者 has an operator all the same, and nobody else collects for it.
#[test]
fn what_the_operator_does_alone_is_told_of_nobody_else() {
    let source = |items: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ ・住所［直接識別］ }}
主体 第三者 {{ ・加盟店 }}
方針「個人情報の取扱い」{{
  章 取得「取得する情報」{{ 取得［{items}］「当店は、{items}を取得します。」 }}
}}
"
        )
    };
    let project = shop()
        .file("old.policy", source("氏名"))
        .file("new.policy", source("氏名、住所"));
    let ran = project.run(&["diff", "old.policy", "new.policy"]);
    let out = &ran.exits(0).out;
    assert!(out.contains("【広くなる】") && !out.contains("加盟店"), "{out}");
}
