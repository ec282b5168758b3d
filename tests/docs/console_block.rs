//! ```` ```console ```` blocks: `$ hoshin …` is run in a folder that holds the page's files and `examples/`, and what it
//! prints is compared with what the page shows. `< file` gives it standard input. A line `…` stands for any lines, `…` in a line for any text; `exit=1` names the exit code.

use std::path::Path;
use std::process::{Command, Stdio};

use super::block::Block;
use super::policy_block::Files;

/// The `privacy.policy` of pages that define none.
const A_POLICY: &str = "方針「個人情報の取扱いについて」{\n  「当社は、個人情報を大切に扱います。」\n}\n";

/// Runs the commands of a block and says how what they print differs from what is shown.
pub(super) fn fault(block: &Block, files: &Files) -> Option<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy_folder(Path::new("examples"), &folder.path().join("examples"));
    std::fs::write(folder.path().join("privacy.policy"), A_POLICY).expect("the folder is writable");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("the folder is writable");
    }
    let mut shown = String::new();
    let mut code = 0;
    for command in block.text.lines().filter_map(|line| line.strip_prefix("$ ")) {
        let mut words = words(command).into_iter();
        let mut input = Stdio::null();
        if let Some(at) = words.as_slice().iter().position(|word| word == "<") {
            let name = words.as_slice().get(at + 1).map_or("", String::as_str);
            let file = std::fs::File::open(folder.path().join(name));
            input = file.expect("a file of the page").into();
            words = words.take(at).collect::<Vec<_>>().into_iter();
        }
        if words.next().as_deref() != Some("hoshin") {
            return Some(format!("`{command}` is no command of hoshin: use a ```sh block"));
        }
        let output = Command::new(env!("CARGO_BIN_EXE_hoshin"))
            .args(words)
            .stdin(input)
            .current_dir(folder.path())
            .env("LC_ALL", "ja_JP.UTF-8")
            .env("NO_COLOR", "1")
            .env("COLUMNS", "100")
            .output()
            .expect("the binary was built");
        code = output.status.code().unwrap_or(-1);
        shown.push_str(&format!("$ {command}\n"));
        shown.push_str(&String::from_utf8_lossy(&output.stdout));
        shown.push_str(&String::from_utf8_lossy(&output.stderr));
    }
    let wanted_code = block.value("exit").map_or(0, |code| code.parse().expect("exit=NUMBER"));
    let same = matches(&block.text, &shown);
    (!same || code != wanted_code).then(|| format!("exit {code}, printed\n{shown}"))
}

/// Cuts a command line at blanks; "…" holds a word together.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![];
    let mut word = String::new();
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(std::mem::take(&mut word)),
            _ => word.push(c),
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// Whether the lines are the same, blanks at line ends aside; `…` on a line of its own stands for any lines.
fn matches(wanted: &str, found: &str) -> bool {
    let tidy = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    let (wanted, found) = (tidy(wanted.trim_end()), tidy(found.trim_end()));
    let same = |part: &[String], found: &[String]| {
        part.len() == found.len() && part.iter().zip(found).all(|(wanted, found)| same_line(wanted, found))
    };
    let mut parts = wanted.split(|line| line == "…");
    let first = parts.next().unwrap_or_default();
    if found.len() < first.len() || !same(first, &found[..first.len()]) {
        return false;
    }
    let mut rest = &found[first.len()..];
    let mut open_end = false;
    for part in parts {
        open_end = part.is_empty();
        if open_end {
            continue;
        }
        match rest.windows(part.len()).position(|window| same(part, window)) {
            Some(at) => rest = rest.get(at + part.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    rest.is_empty() || open_end
}

/// Whether a line is as shown; `…` in it stands for any text.
fn same_line(wanted: &str, found: &str) -> bool {
    let mut parts = wanted.split('…');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = found.strip_prefix(first) else {
        return false;
    };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        let at = match parts.peek() {
            None => rest.ends_with(part).then(|| rest.len() - part.len()),
            Some(_) => rest.find(part),
        };
        match at {
            Some(at) => rest = rest.get(at + part.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    true
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the folder is writable");
    for entry in std::fs::read_dir(from).expect("the folder is readable") {
        let entry = entry.expect("the folder is readable");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("the file is readable");
        }
    }
}

#[test]
fn an_ellipsis_stands_for_any_lines() {
    assert!(matches("$ a\n…\nend\n", "$ a\n1\n2\nend\n"));
    assert!(matches("$ a\n…\n", "$ a\n1\n2\n"));
    assert!(!matches("$ a\n…\nend\n", "$ a\n1\n2\n"));
    assert!(!matches("$ a\n1\n", "$ a\n1\n2\n"));
}

#[test]
fn a_quoted_word_keeps_its_blanks() {
    assert_eq!(
        words("hoshin check \"私の 方針.policy\""),
        ["hoshin", "check", "私の 方針.policy"]
    );
}
