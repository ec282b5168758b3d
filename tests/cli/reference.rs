//! What is made from the arguments' definition: help, manual, completions, and the published reference.

use super::project::{Project, tree};
use crate::support::program::{commands, values};
use crate::support::published::published;

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
    for command in commands() {
        section(&format!("hoshin {command}"), &[&command, "--help"]);
    }
    published("docs/cli.md", &reference);
}

/// `docs/NAME.schema.json` describes what `hoshin schema NAME` is about.
#[test]
fn the_published_schemas_are_the_programs() {
    for of in values("schema", None) {
        let schema = Project::new().run(&["schema", &of]).exits(0).out.clone();
        published(&format!("docs/{of}.schema.json"), &schema);
    }
}

#[test]
fn the_help_is_japanese_throughout() {
    let project = Project::new();
    let top = project.run(&["--help"]);
    for command in commands() {
        assert!(
            top.exits(0).out.contains(&format!("  {command} ")),
            "{command} is listed"
        );
        let help = project.run(&[&command, "--help"]);
        assert_eq!(help.exits(0).out, project.run(&[&command, "-h"]).exits(0).out);
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
    assert_eq!(pages.len(), commands().len() + 1);
    for command in commands() {
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
    for shell in values("completions", None) {
        let ran = project.run(&["completions", &shell]);
        for command in commands() {
            assert!(ran.exits(0).out.contains(&command), "{shell} {command}");
        }
    }
}

#[test]
fn schemas_are_schemas() {
    let project = Project::new();
    let without = project.run(&["schema"]).exits(0).out.clone();
    assert_eq!(without, project.run(&["schema", "bundle"]).out);
    for of in values("schema", None) {
        let schema = project.run(&["schema", &of]).exits(0).json();
        assert!(jsonschema::validator_for(&schema).is_ok(), "{of}");
    }
    let schema = project.run(&["schema", "diagnostics"]).json();
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    let found = project.pipe(&["check", "-", "--format", "json"], "提供先").json();
    assert!(validator.is_valid(&found), "{found:#}");
}
