//! Every command, and every format of it, stands where a user looks for it.

use std::collections::BTreeSet;

use crate::support::program::{commands, commands_with, values};

#[test]
fn every_command_stands_in_the_changelog_and_in_the_table_of_commands() {
    let changelog = std::fs::read_to_string("CHANGELOG.md").expect("the changelog is readable");
    let outputs = std::fs::read_to_string("docs/outputs.md").expect("the page is readable");
    let mut faults = Vec::new();
    for command in commands() {
        if !is_told(&changelog, &command) {
            faults.push(format!(
                "CHANGELOG.md does not mention `hoshin {command}`: say in the newest release what it does"
            ));
        }
        let row = |line: &str| line.starts_with("| `hoshin ") && is_told(line, &command);
        if !outputs.lines().any(row) {
            faults.push(format!(
                "docs/outputs.md, table under コマンドと終了コード: no row `hoshin {command}`: add it, with what it does"
            ));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// Whether a text names a command: `hoshin check …`, or `check` alone in a list of them.
fn is_told(text: &str, command: &str) -> bool {
    let ends = ["`", " ", "\n"];
    ends.iter().any(|end| text.contains(&format!("hoshin {command}{end}"))) || text.contains(&format!("`{command}`"))
}

#[test]
fn every_format_of_a_command_stands_in_the_table_of_its_formats() {
    let page = std::fs::read_to_string("docs/outputs.md").expect("the page is readable");
    let mut faults = Vec::new();
    for command in commands_with("--format") {
        let head = format!("| `{command} --format` |");
        let Some((_, after)) = page.split_once(&head) else {
            faults.push(format!(
                "docs/outputs.md has no table that begins with {head}: add it, a row a format"
            ));
            continue;
        };
        let table: Vec<&str> = after.lines().take_while(|line| !line.is_empty()).collect();
        for format in values(&command, Some("--format")) {
            let row = format!("| `{format}` |");
            if !table.iter().any(|line| line.starts_with(&row)) {
                faults.push(format!(
                    "docs/outputs.md, table {head}: no row {row}: add it, with what the format is for"
                ));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_format_of_a_command_stands_in_the_changelog() {
    let changelog = std::fs::read_to_string("CHANGELOG.md").expect("the changelog is readable");
    let mut faults = Vec::new();
    for command in commands_with("--format") {
        let told = behind_the_option(&changelog, &command);
        for format in values(&command, Some("--format")) {
            if !told.contains(format.as_str()) {
                faults.push(format!(
                    "CHANGELOG.md does not mention `hoshin {command} --format {format}`: add it behind **format** in the \
                     newest release, with what it is for"
                ));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The formats that the changelog tells of a command: `hoshin diff --format json`, and with more of them `…json, sarif`.
fn behind_the_option<'t>(changelog: &'t str, command: &str) -> BTreeSet<&'t str> {
    let option = format!("`hoshin {command} --format ");
    let marked = changelog
        .split("\n- ")
        .filter_map(|entry| entry.split_once("**format**"));
    let lists = marked.flat_map(|(_, told)| {
        told.split(&option)
            .skip(1)
            .filter_map(|rest| rest.split('`').next())
            .collect::<Vec<_>>()
    });
    lists.flat_map(|list| list.split(", ")).collect()
}

#[test]
fn every_schema_is_published_and_named() {
    let page = std::fs::read_to_string("docs/outputs.md").expect("the page is readable");
    let mut faults = Vec::new();
    let schemas = values("schema", None);
    let named = format!("`hoshin schema [{}]`", schemas.join("\\|"));
    if !page.contains(&named) {
        faults.push(format!(
            "docs/outputs.md, table under コマンドと終了コード: write {named}"
        ));
    }
    for schema in schemas {
        let file = format!("docs/{schema}.schema.json");
        if !std::path::Path::new(&file).exists() {
            faults.push(format!("{file} is not there: run HOSHIN_UPDATE=1 cargo test"));
        }
        let link = format!("{schema}.schema.json");
        let linked = std::fs::read_dir("docs").expect("the folder is readable").any(|entry| {
            let path = entry.expect("the folder is readable").path();
            path.extension().is_some_and(|end| end == "md")
                && std::fs::read_to_string(path).is_ok_and(|text| text.contains(&link))
        });
        if !linked {
            faults.push(format!(
                "no page of docs/ links to {file}: tell in docs/outputs.md what it describes"
            ));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
