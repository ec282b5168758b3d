//! What is made from the arguments' definition: help, manual, completions, and the published reference.

use super::project::{Project, tree};

const COMMANDS: [&str; 13] = [
    "check",
    "build",
    "diff",
    "ci",
    "render",
    "ask",
    "test",
    "explain",
    "fmt",
    "codes",
    "schema",
    "completions",
    "man",
];

/// `docs/cli.md` is the help as the program prints it.
#[test]
fn the_published_reference_is_the_help() {
    let project = Project::new();
    let mut reference = String::from(
        "# コマンド\n\n<!-- hoshin の --help から作られています。書き換えるには HOSHIN_UPDATE=1 cargo test を実行します。 -->\n",
    );
    let mut section = |heading: &str, arguments: &[&str]| {
        let ran = project.run(arguments);
        reference += &format!("\n## {heading}\n\n```text\n{}\n```\n", ran.exits(0).out.trim_end());
    };
    section("hoshin", &["--help"]);
    for command in COMMANDS {
        section(&format!("hoshin {command}"), &[command, "--help"]);
    }
    published("docs/cli.md", &reference);
}

/// `docs/diagnostics.schema.json` describes what `check --format json` prints.
#[test]
fn the_published_schema_is_the_programs() {
    let schema = Project::new().run(&["schema", "diagnostics"]).exits(0).out.clone();
    published("docs/diagnostics.schema.json", &schema);
}

/// `docs/decision.schema.json` and `docs/tests.schema.json` describe what `ask` and `test` print, `docs/ci.schema.json` what `ci` writes.
#[test]
fn the_published_schemas_of_decisions_and_tests_are_the_programs() {
    for of in ["decision", "tests", "ci"] {
        let schema = Project::new().run(&["schema", of]).exits(0).out.clone();
        published(&format!("docs/{of}.schema.json"), &schema);
    }
}

/// Compares a file of the docs with what it is made from; writes it where the update is asked for.
#[track_caller]
fn published(name: &str, wanted: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var_os("HOSHIN_UPDATE").is_some() {
        std::fs::write(&path, wanted).expect("the docs can be written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, wanted, "{name} is out of date; run HOSHIN_UPDATE=1 cargo test");
}

#[test]
fn the_help_is_japanese_throughout() {
    let project = Project::new();
    let top = project.run(&["--help"]);
    for command in COMMANDS {
        assert!(
            top.exits(0).out.contains(&format!("  {command} ")),
            "{command} is listed"
        );
        let help = project.run(&[command, "--help"]);
        assert_eq!(help.exits(0).out, project.run(&[command, "-h"]).exits(0).out);
        for english in [
            "Usage",
            "Options:",
            "Commands:",
            "Arguments:",
            "Print",
            "[default",
            "[possible",
        ] {
            assert!(!help.out.contains(english), "{command}: {english}");
        }
    }
}

#[test]
fn there_is_a_manual_page_for_every_command() {
    let project = Project::new();
    project.run(&["man", "pages"]).exits(0);
    let pages = tree(&project.path("pages"));
    assert_eq!(pages.len(), COMMANDS.len() + 1);
    for command in COMMANDS {
        let page = project.read(&format!("pages/hoshin-{command}.1"));
        assert!(
            page.contains(".TH hoshin-") && page.contains(".SH オプション"),
            "{page}"
        );
    }
    assert_eq!(project.run(&["man"]).exits(0).out, project.read("pages/hoshin.1"));
}

#[test]
fn completions_name_every_command() {
    let project = Project::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = project.run(&["completions", shell]);
        for command in COMMANDS {
            assert!(ran.exits(0).out.contains(command), "{shell} {command}");
        }
    }
}

#[test]
fn schemas_are_schemas() {
    let project = Project::new();
    for of in [
        &["schema"][..],
        &["schema", "bundle"],
        &["schema", "diagnostics"],
        &["schema", "decision"],
        &["schema", "tests"],
        &["schema", "diff"],
        &["schema", "ci"],
    ] {
        let schema = project.run(of).exits(0).json();
        assert!(jsonschema::validator_for(&schema).is_ok(), "{of:?}");
    }
    let schema = project.run(&["schema", "diagnostics"]).json();
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    let found = project.pipe(&["check", "-", "--format", "json"], "提供先").json();
    assert!(validator.is_valid(&found), "{found:#}");
}
