//! What `hoshin ci` writes: annotations in the lines that changed, SARIF as GitHub's table requires, JUnit, the summary.

use serde_json::Value;

use super::project::{Project, Ran, SHOP, VOCABULARY};
use super::repository::with_git;

fn formatted(text: &str) -> String {
    Project::new().pipe(&["fmt", "-"], text).exits(0).out.clone()
}

fn narrow() -> String {
    SHOP.replace("「氏名・住所」［氏名、住所］", "「氏名」［氏名］")
}

/// A repository with these files on `main`.
fn repository(files: &[(&str, &str)]) -> Project {
    let files = files.iter().map(|(name, text)| (name, formatted(text)));
    let project = files.fold(Project::new(), |project, (name, text)| project.file(name, text));
    let project = project.repository().commit("published");
    project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    project
}

fn ci(project: &Project, more: &[&str]) -> Ran {
    project.run_with_git(&[&["ci", "--base", "origin/main"], more].concat())
}

/// The workflow commands of a run.
fn commands(ran: &Ran) -> Vec<&str> {
    let (commands, _) = ran.out.split_once("::stop-commands::").expect("the report follows");
    commands.lines().collect()
}

/// The number of the first line of a file that holds a text.
#[track_caller]
fn line(project: &Project, file: &str, text: &str) -> usize {
    let found = project.read(file).lines().position(|line| line.contains(text));
    found.expect("the text is there") + 1
}

#[test]
fn a_widening_stands_at_the_line_that_changed() {
    let project = repository(&[("方針/a b.policy", &narrow()), ("方針/vocabulary.policy", VOCABULARY)]);
    let project = project.file("方針/a b.policy", formatted(SHOP));
    let mut command = project.command(&["ci", "--base", "origin/main", "--github", "--sarif", "out.sarif"]);
    let ran = Ran::of(with_git(command.current_dir(project.path("方針"))));
    ran.exits(1);
    let changed = line(&project, "方針/a b.policy", "氏名・住所");
    let found = commands(&ran);
    let place = format!("::error file=方針/a b.policy,line={changed},");
    assert!(found.len() == 1 && found[0].starts_with(&place), "{found:#?}");
    let log: Value = serde_json::from_str(&project.read("方針/out.sarif")).expect("JSON");
    let run = &log["runs"][0];
    assert_eq!(run["automationDetails"]["id"], "hoshin/方針/a b.policy/");
    let result = &run["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "%E6%96%B9%E9%87%9D/a%20b.policy");
    assert_eq!(
        (&place["region"]["startLine"], &place["region"]["endLine"]),
        (&changed.into(), &changed.into())
    );
    // The clause is told as well.
    let clause = line(&project, "方針/a b.policy", "提供 加盟店への提供");
    let related = &result["relatedLocations"][0];
    assert_eq!(related["physicalLocation"]["region"]["startLine"], clause);
    assert_eq!(
        (&related["id"], &related["message"]["text"]),
        (&1.into(), &"この条項".into())
    );
}

#[test]
fn a_widening_by_the_vocabulary_stands_in_its_file() {
    let policy = SHOP.replace("［氏名、住所］", "［個人情報］");
    let with = |word: &str| {
        VOCABULARY.replace(
            "  ・住所［直接識別］\n",
            &format!("  ・住所［直接識別］\n  ・{word}［準識別］\n"),
        )
    };
    let known = formatted(&with("生年"));
    let project = repository(&[
        ("shop.policy", &policy),
        ("語彙.policy", &known),
        ("vocabulary.policy", &known),
    ]);
    let wider = with("生年月日");
    let project = project.file("vocabulary.policy", formatted(&wider));
    let ran = ci(&project, &["--github"]);
    ran.exits(1);
    let place = format!(
        "file=vocabulary.policy,line={},",
        line(&project, "vocabulary.policy", "生年月日")
    );
    let found = commands(&ran);
    assert!(
        found
            .iter()
            .any(|one| one.contains(&place) && one.contains("文言が変わらない")),
        "{found:#?}"
    );
}

/// Two policies of one name in a repository of several: each has alerts of its own.
#[test]
fn policies_of_one_name_are_kept_apart() {
    let project = repository(&[
        ("a/privacy.policy", &narrow()),
        ("a/vocabulary.policy", VOCABULARY),
        ("b/privacy.policy", &narrow()),
        ("b/vocabulary.policy", VOCABULARY),
    ]);
    let project = project.file("b/privacy.policy", formatted(SHOP));
    ci(&project, &["--sarif", "o.sarif", "--junit", "o.xml"]).exits(1);
    let log: Value = serde_json::from_str(&project.read("o.sarif")).expect("JSON");
    let runs = log["runs"].as_array().expect("runs").iter();
    let found: Vec<(&str, usize)> = runs
        .map(|run| {
            let id = run["automationDetails"]["id"].as_str().expect("an id");
            (id, run["results"].as_array().expect("results").len())
        })
        .collect();
    assert_eq!(
        found,
        [
            ("hoshin/a/privacy.policy/", 0),
            ("hoshin/a/vocabulary.policy/", 0),
            ("hoshin/b/privacy.policy/", 1),
            ("hoshin/b/vocabulary.policy/", 0),
        ]
    );
    let xml = project.read("o.xml");
    assert!(
        xml.contains("<testsuite name=\"a/privacy.policy\" tests=\"3\" skipped=\"0\" errors=\"0\" failures=\"0\">"),
        "{xml}"
    );
    assert!(
        xml.contains("<testsuite name=\"b/privacy.policy\" tests=\"3\" skipped=\"0\" errors=\"0\" failures=\"1\">"),
        "{xml}"
    );
}

/// More policies than a file may have runs: one run holds all.
#[test]
fn many_policies_share_a_run() {
    let names: Vec<String> = (0..21).map(|index| format!("{index:02}.policy")).collect();
    let (one, wide) = (formatted(&narrow()), formatted(SHOP));
    let project = Project::new().file("vocabulary.policy", VOCABULARY);
    let project = names.iter().fold(project, |project, name| project.file(name, &one));
    let project = project.repository().commit("published");
    project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    let project = names.iter().fold(project, |project, name| project.file(name, &wide));
    ci(&project, &["--sarif", "o.sarif"]).exits(1);
    let log: Value = serde_json::from_str(&project.read("o.sarif")).expect("JSON");
    assert_eq!(log["runs"].as_array().map(Vec::len), Some(1));
    assert_eq!(log["runs"][0]["automationDetails"]["id"], "hoshin/");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let files: std::collections::BTreeSet<&str> = results
        .iter()
        .filter_map(|one| one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str())
        .collect();
    assert_eq!(files.len(), 21);
}

/// What GitHub's table of properties requires, and the schema of OASIS.
#[test]
fn sarif_is_what_code_scanning_reads() {
    let schema = include_str!("../fixtures/sarif/sarif-schema-2.1.0.json").replace("{2}]?$\"", "{2}$\"");
    let schema: Value = serde_json::from_str(&schema).expect("it is JSON");
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    let project = repository(&[("shop.policy", &narrow()), ("vocabulary.policy", VOCABULARY)]);
    for (file, text) in [
        ("shop.policy", SHOP.to_owned()),
        ("shop.policy", SHOP.replace("［加盟店］", "［加盟点］")),
        ("shop.policy", "方針「".to_owned()),
        ("new.policy", SHOP.to_owned()),
    ] {
        let project = &project;
        std::fs::write(project.path(file), text).expect("a file");
        for base in ["origin/main", "nowhere"] {
            let ran = project.run_with_git(&["ci", "--base", base, "--sarif", "o.sarif", "--lang", "en"]);
            assert_ne!(ran.code, Some(0), "{ran:#?}");
            let log: Value = serde_json::from_str(&project.read("o.sarif")).expect("JSON");
            let errors: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
            assert_eq!(errors, [""; 0], "{log:#}");
            for run in log["runs"].as_array().expect("runs") {
                assert_eq!(
                    run["invocations"][0]["executionSuccessful"],
                    ran.code == Some(1),
                    "{log:#}"
                );
                for rule in run["tool"]["driver"]["rules"].as_array().expect("rules") {
                    for text in ["shortDescription", "fullDescription", "help"] {
                        let text = rule[text]["text"].as_str().expect("a text");
                        assert!(!text.is_empty() && text.chars().count() <= 1024, "{rule:#}");
                    }
                }
                let mut seen = std::collections::BTreeSet::new();
                for result in run["results"].as_array().expect("results") {
                    assert_eq!(result["locations"].as_array().map(Vec::len), Some(1), "{result:#}");
                    let print = result["partialFingerprints"]["primaryLocationLineHash"].as_str();
                    assert!(seen.insert(print.expect("a fingerprint")), "{result:#}");
                }
            }
        }
    }
}

/// A result is recognised when lines come above it.
#[test]
fn fingerprints_stay_where_lines_move() {
    let project = repository(&[("shop.policy", &narrow()), ("vocabulary.policy", VOCABULARY)]);
    let print = |text: String| {
        std::fs::write(project.path("shop.policy"), formatted(&text)).expect("a file");
        ci(&project, &["--sarif", "o.sarif"]).exits(1);
        let log: Value = serde_json::from_str(&project.read("o.sarif")).expect("JSON");
        log["runs"][0]["results"][0]["partialFingerprints"].clone()
    };
    let moved = SHOP.replace("取込 ", "// 一行目\n// 二行目\n取込 ");
    assert_eq!(print(SHOP.to_owned()), print(moved));
}

#[test]
fn a_faulty_change_is_told_in_every_form() {
    let project = repository(&[("shop.policy", &narrow()), ("vocabulary.policy", VOCABULARY)]);
    let project = project.file("shop.policy", SHOP.replace("［加盟店］", "［加盟点］"));
    let ran = ci(
        &project,
        &[
            "--github",
            "--sarif",
            "o.sarif",
            "--junit",
            "o.xml",
            "--summary",
            "o.md",
        ],
    );
    ran.exits(1);
    assert!(
        commands(&ran)[0].starts_with("::error file=shop.policy,") && ran.out.contains("エラー[H0201]"),
        "{ran:#?}"
    );
    assert!(project.read("o.sarif").contains("\"ruleId\": \"H0201\""));
    assert!(project.read("o.xml").contains("H0201"));
    assert!(project.read("o.md").contains("**H0201**"));
    // `diff` leaves a program that reads it with as much.
    let project = project.file("old.policy", narrow());
    for (format, said) in [
        ("json", "\"code\": \"H0201\""),
        ("sarif", "\"ruleId\": \"H0201\""),
        ("github", "::error file=shop.policy,"),
    ] {
        let ran = project.run(&["diff", "old.policy", "shop.policy", "--format", format]);
        assert!(
            ran.exits(1).out.contains(said) && ran.err.contains("エラー[H0201]"),
            "{ran:#?}"
        );
        project
            .run(&["diff", "old.policy", "shop.policy", "--format", format, "-o", "out"])
            .exits(1);
        assert_eq!(project.read("out"), ran.out);
    }
}

/// Why a run fails is said in every form, not on the terminal alone.
#[test]
fn what_fail_on_stops_is_said_in_every_form() {
    let project = repository(&[("shop.policy", SHOP), ("vocabulary.policy", VOCABULARY)]);
    let project = project.file("shop.policy", formatted(&narrow()));
    let all = &[
        "--github",
        "--sarif",
        "o.sarif",
        "--junit",
        "o.xml",
        "--summary",
        "o.md",
    ];
    ci(&project, all).exits(0);
    std::fs::remove_file(project.path("o.md")).expect("it is there");
    for (wanted, rule, words) in [
        ("narrower", "narrowing", "狭くなる変更が 1 件あります"),
        ("any", "revisions-differ", "二つの版に違いがあります"),
    ] {
        let ran = ci(&project, &[&["--fail-on", wanted], &all[..]].concat());
        let changed = format!(
            "::error file=shop.policy,line={},",
            line(&project, "shop.policy", "［氏名］")
        );
        assert!(
            ran.exits(1).out.contains(words) && commands(&ran)[0].starts_with(&changed),
            "{ran:#?}"
        );
        assert!(
            project.read("o.sarif").contains(&format!("\"ruleId\": \"{rule}\"")),
            "{wanted}"
        );
        assert!(
            project.read("o.xml").contains(words) && project.read("o.md").contains(words),
            "{wanted}"
        );
    }
    let project = project.file("old.policy", SHOP);
    // `diff` as well.
    for (wanted, words) in [("narrower", "狭くなる変更が 1 件"), ("any", "二つの版に違いがあります")]
    {
        let diff = |format: &str| {
            let ran = project.run(&[
                "diff",
                "old.policy",
                "shop.policy",
                "--fail-on",
                wanted,
                "--format",
                format,
            ]);
            ran.exits(1).out.clone()
        };
        let document: Value = serde_json::from_str(&diff("json")).expect("JSON");
        let fails = document["comparisons"][0]["fails"][0]["ja"].as_str().expect("a reason");
        assert!(fails.contains(words), "{fails}");
        for format in ["markdown", "html"] {
            assert!(diff(format).contains(words), "{format}");
        }
        assert!(
            diff("github").contains("::error file=shop.policy,line="),
            "{}",
            diff("github")
        );
    }
}

/// The summary is added to what others wrote.
#[test]
fn the_summary_is_appended() {
    let project = repository(&[("shop.policy", &narrow()), ("vocabulary.policy", VOCABULARY)]);
    let project = project
        .file("shop.policy", formatted(SHOP))
        .file("summary.md", "前の段\n");
    ci(&project, &["--summary", "summary.md"]).exits(1);
    insta::assert_snapshot!(project.read("summary.md").replace(&commit(&project), "0123456789ab"));
}

#[test]
fn the_report_is_read_by_people() {
    let project = repository(&[("shop.policy", &narrow()), ("vocabulary.policy", VOCABULARY)]);
    let project = project
        .file("shop.policy", SHOP)
        .file("new.policy", formatted(&narrow()));
    let mut report = String::new();
    for lang in ["ja", "en"] {
        let ran = ci(&project, &["--lang", lang]);
        report += &format!("{}\n{}\n", ran.exits(2).err, ran.out);
    }
    insta::assert_snapshot!(report.replace(&commit(&project), "0123456789ab"));
}

fn commit(project: &Project) -> String {
    project
        .git(&["rev-parse", "origin/main"])
        .get(..12)
        .expect("an id")
        .to_owned()
}

/// An output that cannot be written ends the run with 2, and the others are written.
#[test]
fn an_output_that_cannot_be_written_is_no_success() {
    let project = repository(&[("shop.policy", &narrow()), ("vocabulary.policy", VOCABULARY)]);
    let project = project.file("folder/memo", "");
    for option in ["--sarif", "--junit", "--summary"] {
        for file in ["/dev/full", "folder", "missing/out"] {
            let ran = ci(&project, &[option, file]);
            assert!(ran.exits(2).err.contains("エラー[C0007]"), "{option} {file}: {ran:#?}");
            assert!(ran.out.contains("通してはいけません"), "{ran:#?}");
        }
    }
    ci(&project, &["--sarif", "/dev/full", "--junit", "o.xml"]).exits(2);
    assert!(project.read("o.xml").contains("<testsuites"));
}

/// A file that another file system is mounted on, as containers do: written, or an error.
#[test]
fn a_mount_point_as_output_is_written_or_an_error() {
    let project = repository(&[("shop.policy", &narrow()), ("vocabulary.policy", VOCABULARY)]);
    let project = project.file("from", "before\n").file("to", "");
    for option in ["--sarif", "--junit", "--summary"] {
        let script = format!(
            "mount --bind from to && '{}' ci --base origin/main {option} to shop.policy vocabulary.policy",
            env!("CARGO_BIN_EXE_hoshin")
        );
        let mut command = std::process::Command::new("unshare");
        command
            .env_clear()
            .args(["--user", "--map-root-user", "--mount", "sh", "-c", &script]);
        let Ok(output) = with_git(&mut command).current_dir(project.path("")).output() else {
            return;
        };
        let ran = Ran::from(output);
        if ran.err.contains("unshare") || ran.err.contains("mount:") {
            // This machine lets nobody mount anything.
            return;
        }
        match ran.code {
            Some(0) => assert_ne!(project.read("from"), "before\n", "{option}"),
            _ => assert!(ran.exits(2).err.contains("エラー[C0007]"), "{option}: {ran:#?}"),
        }
    }
}

/// What could not be done is told as an annotation too, and what a file is called is no command to the runner.
#[test]
fn what_is_not_done_is_annotated() {
    let project = repository(&[("shop.policy", &narrow()), ("vocabulary.policy", VOCABULARY)]);
    let long = format!("{} ::add-mask::y.policy", "長".repeat(40));
    let project = project.file(&long, formatted(SHOP));
    let ran = ci(&project, &["--github"]);
    ran.exits(2);
    assert_eq!(ran.err, "", "the runner listens to both streams");
    let (commands, rest) = ran.out.split_once("::stop-commands::").expect("the report follows");
    assert!(
        commands.starts_with("::error file=長") && commands.contains("title=比べていない方針"),
        "{commands}"
    );
    assert!(rest.contains("エラー[C0035]"), "{rest}");
    let ran = project.run_with_git(&["ci", "--base", "", "--github"]);
    let said = "::error title=C0022 リポジトリにない版::";
    assert!(ran.exits(2).out.starts_with(said), "{ran:#?}");
}

/// What a policy says is no command to the runner.
#[test]
fn a_policy_gives_the_runner_no_commands() {
    let project = repository(&[("shop.policy", &narrow()), ("vocabulary.policy", VOCABULARY)]);
    let hostile = "::error::x%0A::add-mask::y";
    let test = format!(
        "  検証「{hostile}」{{\n    提供［氏名］\n    提供先［加盟店］\n    目的［配送］\n    結果［禁止］\n  }}\n}}\n"
    );
    let text = SHOP.replace("「氏名・住所」", &format!("「{hostile}」"));
    let text = text.trim_end().trim_end_matches('}').to_owned() + &test;
    let project = project.file("shop.policy", formatted(&text));
    let ran = ci(&project, &["--github"]);
    let (commands, rest) = ran
        .exits(1)
        .out
        .split_once("::stop-commands::")
        .expect("the report follows");
    assert!(
        commands.lines().all(
            |line| line.starts_with("::error file=shop.policy,") || line.starts_with("::warning file=shop.policy,")
        )
    );
    let word = rest.lines().next().expect("a word");
    let (_, after) = rest
        .split_once(&format!("\n::{word}::\n"))
        .expect("commands are heard again");
    assert!(!after.contains(hostile), "{after}");
    // Nobody can know the word.
    let again = ci(&project, &["--github"]);
    assert!(!again.out.contains(word));
}

#[test]
fn junit_is_written_by_test_as_well() {
    let project = Project::shop();
    let test =
        "  検証「渡さない <>」{\n    提供［氏名］\n    提供先［加盟店］\n    目的［配送］\n    結果［禁止］\n  }\n}\n";
    let text = SHOP.trim_end().trim_end_matches('}').to_owned() + test;
    let project = project
        .file("bad.policy", text)
        .file("wrong.policy", SHOP.replace("［加盟店］", "［加盟点］"));
    let ran = project.run(&["test", "--format", "junit", "bad.policy", "shop.policy", "wrong.policy"]);
    insta::assert_snapshot!(ran.exits(1).out);
}

#[test]
fn json_keeps_to_its_schema_and_says_what_the_exit_code_says() {
    let schema = Project::new().run(&["schema", "ci"]).exits(0).json();
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let project = repository(&[("shop.policy", &narrow()), ("vocabulary.policy", VOCABULARY)]);
    let broken = SHOP.replace("［加盟店］", "［加盟点］");
    for (text, base, code, outcome, state) in [
        (narrow(), "origin/main", 0, "passes", "unchanged"),
        (SHOP.to_owned(), "origin/main", 1, "fails", "changed"),
        (broken, "origin/main", 1, "fails", "faulty"),
        (narrow(), "nowhere", 2, "not_done", ""),
    ] {
        let text = match state {
            "faulty" => text,
            _ => formatted(&text),
        };
        std::fs::write(project.path("shop.policy"), text).expect("a file");
        project
            .run_with_git(&["ci", "--base", base, "--json", "o.json"])
            .exits(code);
        let document: Value = serde_json::from_str(&project.read("o.json")).expect("JSON");
        let error = validator.validate(&document).err().map(|error| error.to_string());
        assert_eq!(error, None, "{document:#}");
        assert_eq!(document["outcome"], outcome);
        match state {
            "" => assert_eq!(document["not_done"][0]["code"], "C0022"),
            state => assert_eq!(document["files"][0]["state"], state),
        }
        if state == "changed" {
            let file = &document["files"][0];
            assert_eq!(
                (&file["compared_with"], &file["complete"]),
                (&"shop.policy".into(), &true.into())
            );
            assert_eq!(file["remarks"][0]["rule"], "unacknowledged-widening");
            assert_eq!(
                file["remarks"][0]["place"]["line"],
                line(&project, "shop.policy", "氏名・住所")
            );
            assert_eq!(file["fails"][0]["ja"], "承認のない広がりが 1 件あります");
        }
    }
}
