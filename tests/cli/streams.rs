//! Standard output and standard error: closed pipes, full disks, colours.

use std::process::Stdio;

use super::project::{Project, Ran, SHOP};
use crate::support::program::values;

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let lines = "提供先［だれか］\n".repeat(20_000);
    let project = Project::shop().file("long.policy", format!("{SHOP}{lines}"));
    let commands: [(&[&str], i32); 7] = [
        (&["check", "long.policy", "--format", "short"], 1),
        (&["check", "long.policy", "--format", "json"], 1),
        (&["--help"], 0),
        (&["codes"], 0),
        (&["explain", "H0201"], 0),
        (&["completions", "bash"], 0),
        (&["man"], 0),
    ];
    for (arguments, code) in commands {
        let mut command = project.command(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("hoshin starts");
        drop(child.stdout.take());
        let ran = Ran::from(child.wait_with_output().expect("hoshin ends"));
        ran.exits(code);
        assert_eq!(ran.err, "", "{arguments:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said() {
    let project = Project::shop();
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .expect("Linux has it");
    let mut command = project.command(&["check", "shop.policy"]);
    let output = command
        .stdout(full)
        .stderr(Stdio::piped())
        .spawn()
        .and_then(std::process::Child::wait_with_output);
    let ran = Ran::from(output.expect("hoshin starts and ends"));
    assert!(ran.exits(2).err.contains("エラー[C0007]"), "{ran:#?}");
}

/// Whatever a command has to say, on a disk that is full it ends with 2 and no panic.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said_by_every_command() {
    let project = Project::shop().file("wrong.policy", "提供先［だれか］\n");
    let full = || {
        std::fs::File::options()
            .write(true)
            .open("/dev/full")
            .expect("Linux has it")
    };
    for arguments in [
        &["check", "wrong.policy"][..],
        &["check", "shop.policy", "--format", "json"],
        &["check", "shop.policy", "--format", "sarif"],
        &["render", "shop.policy", "--format", "html"],
        &["diff", "shop.policy", "shop.policy"],
        &["ask", "shop.policy", "利用", "氏名"],
        &["ask", "shop.policy", "--lines"],
        &["test", "shop.policy"],
        &["explain", "H0201"],
        &["codes"],
        &["schema"],
        &["completions", "bash"],
        &["man"],
        &["--help"],
        &["--version"],
    ] {
        let mut command = project.command(arguments);
        let lines = || std::fs::File::open(project.path("wrong.policy")).expect("a file");
        command.stdin(lines());
        let ran = Ran::of(command.stdout(full()).stderr(Stdio::piped()));
        ran.exits(2);
        assert!(ran.err.contains("エラー[C0007]"), "{arguments:?} {ran:#?}");
        let mut nobody = project.command(arguments);
        nobody.stdin(lines()).stderr(full());
        let ran = Ran::of(nobody.stdout(full()));
        ran.exits(2);
    }
}

/// With no standard output at all, what was found still decides.
#[test]
#[cfg(unix)]
fn closed_streams_are_no_panic() {
    let project = Project::shop().file("wrong.policy", "提供先［だれか］\n");
    let closed = |script: &str| {
        let mut shell = std::process::Command::new("sh");
        shell
            .args(["-c", script, env!("CARGO_BIN_EXE_hoshin")])
            .current_dir(project.path(""));
        Ran::of(&mut shell)
    };
    for (script, code) in [
        ("\"$0\" check shop.policy >&-", 0),
        ("\"$0\" check wrong.policy >&-", 1),
        ("\"$0\" check shop.policy >&- 2>&-", 0),
        ("\"$0\" check missing.policy 2>&-", 2),
        ("\"$0\" check shop.policy <&- >&- 2>&-", 0),
        ("\"$0\" build shop.policy -o out <&- >&- 2>&-", 0),
    ] {
        let ran = closed(script);
        ran.exits(code);
    }
    assert!(project.read("out/index.html").starts_with("<!DOCTYPE html>"));
}

#[test]
fn colours_are_for_terminals_and_for_who_asks() {
    let project = Project::new().file("a.policy", "");
    let coloured = |arguments: &[&str], variables: &[(&str, &str)]| {
        let ran = Ran::of(project.command(arguments).envs(variables.iter().copied()));
        (ran.out + &ran.err).contains('\u{1B}')
    };
    let check = ["check", "a.policy"];
    let missing = ["check", "b.policy"];
    for arguments in [check, missing] {
        assert!(!coloured(&arguments, &[]));
        assert!(!coloured(&arguments, &[("TERM", "xterm-256color")]));
        assert!(coloured(&arguments, &[("CLICOLOR_FORCE", "1")]));
        assert!(!coloured(&arguments, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
        assert!(!coloured(
            &[&arguments[..], &["--color", "never"]].concat(),
            &[("CLICOLOR_FORCE", "1")]
        ));
        assert!(coloured(
            &[&arguments[..], &["--color", "always"]].concat(),
            &[("NO_COLOR", "1")]
        ));
    }
    assert!(coloured(&["--color", "always", "--unknown"], &[]));
    for format in values("check", Some("--format")) {
        let for_people = ["human", "short"].contains(&format.as_str());
        let arguments = ["check", "a.policy", "--color", "always", "--format", &format];
        assert_eq!(coloured(&arguments, &[]), for_people, "{format}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_gets_colours_and_lines_of_its_width() {
    let wide = format!("方針「{}」{{ 提供先［だれか］ }}\n", "長い題名".repeat(50));
    let project = Project::new().file("a.policy", wide);
    let hoshin = env!("CARGO_BIN_EXE_hoshin");
    // util-linux's script gives the program a terminal.
    let mut command = std::process::Command::new("script");
    command
        .args([
            "-qec",
            &format!("stty rows 24 cols 60 && {hoshin} check a.policy"),
            "/dev/null",
        ])
        .current_dir(project.path(""))
        .env("TERM", "xterm")
        .env_remove("NO_COLOR")
        .env_remove("CI")
        .stdin(Stdio::null());
    let ran = Ran::of(&mut command);
    assert!(ran.out.contains("\u{1B}[1m"), "{ran:#?}");
    let plain = anstream::adapter::strip_str(&ran.out).to_string();
    let line = plain
        .lines()
        .find(|line| line.contains("1 |"))
        .expect("the source line is shown");
    let width = unicode_width::UnicodeWidthStr::width(line.trim_end());
    assert!((40..=60).contains(&width), "{width} columns: {line:?}");
}

#[test]
fn the_language_is_the_users() {
    let project = Project::new();
    let japanese = |arguments: &[&str], variables: &[(&str, &str)]| {
        let ran = Ran::of(project.command(arguments).envs(variables.iter().copied()));
        match (ran.err.contains("エラー"), ran.err.contains("error")) {
            (true, false) => true,
            (false, true) => false,
            _ => panic!("one language or the other: {ran:#?}"),
        }
    };
    let check = ["check", "a.policy"];
    for silent in [
        &[][..],
        &[("LANG", "C")],
        &[("LANG", "C.UTF-8")],
        &[("LC_ALL", "POSIX")],
        &[("LANG", "")],
    ] {
        assert!(japanese(&check, silent), "{silent:?}");
    }
    assert!(japanese(&check, &[("LANG", "ja_JP.UTF-8")]));
    assert!(!japanese(&check, &[("LANG", "en_US.UTF-8")]));
    assert!(!japanese(
        &check,
        &[("LANG", "ja_JP.UTF-8"), ("LC_MESSAGES", "en_US.UTF-8")]
    ));
    assert!(japanese(&check, &[("LANG", "en_US.UTF-8"), ("LC_ALL", "ja_JP.UTF-8")]));
    assert!(japanese(
        &["--lang", "ja", "check", "a.policy"],
        &[("LANG", "en_US.UTF-8")]
    ));
    assert!(!japanese(&["check", "a.policy", "--lang=en"], &[]));
    assert!(!japanese(&["--lang", "en", "nonsense"], &[]));
}
