//! What the program says of itself, so that no test lists commands or values by hand: a new one is tested as well.

use std::process::Command;

/// Runs hoshin and gives what it printed, on both streams.
fn said(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_hoshin"))
        .args(arguments)
        .env_clear()
        .output()
        .expect("hoshin starts and ends");
    let both = [output.stdout, output.stderr].concat();
    String::from_utf8(both).expect("hoshin prints UTF-8")
}

/// All commands, in the order of the help.
pub(crate) fn commands() -> Vec<String> {
    let help = said(&["--help"]);
    let listed = help.split("\nコマンド:\n").nth(1).expect("the help lists the commands");
    let names = listed.lines().take_while(|line| !line.is_empty());
    // A line that goes on is indented further.
    let names = names.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

/// The commands that have an option.
pub(crate) fn commands_with(option: &str) -> Vec<String> {
    let begins = |line: &str| line.trim_start().starts_with(&format!("{option} "));
    let has = |command: &String| said(&[command, "--help"]).lines().any(begins);
    commands().into_iter().filter(has).collect()
}

/// The values that an option, or the argument where none is named, may have: what is offered where another is given.
pub(crate) fn values(command: &str, option: Option<&str>) -> Vec<String> {
    let file = option.map(|_| "a.policy");
    let arguments = [Some("--lang=en"), Some(command), file, option, Some("?")];
    let arguments: Vec<&str> = arguments.into_iter().flatten().collect();
    let answer = said(&arguments);
    let offered = answer.split("one of ").nth(1).unwrap_or_else(|| panic!("{answer}"));
    offered.split(',').map(|value| value.trim().to_owned()).collect()
}

#[test]
fn commands_and_values_are_read_as_a_user_would() {
    assert!(commands().starts_with(&["check".to_owned(), "build".to_owned()]));
    assert!(commands().ends_with(&["completions".to_owned(), "man".to_owned()]));
    assert_eq!(values("render", Some("--format")), ["html", "text", "markdown"]);
    assert!(values("schema", None).contains(&"bundle".to_owned()));
    assert!(
        commands_with("--format").contains(&"check".to_owned())
            && !commands_with("--format").contains(&"fmt".to_owned())
    );
}
