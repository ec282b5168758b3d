//! Every example of the written docs is run: the policies are compiled, the commands are executed.

mod block;
mod changelog;
mod codes;
mod commands;
mod console_block;
mod diagnostic_pages;
mod dictionary;
mod policy_block;
mod terms;

use std::path::{Path, PathBuf};

use policy_block::Files;

#[test]
fn every_block_of_the_docs_does_what_it_is_marked_to_do() {
    let faults: Vec<String> = pages().iter().flat_map(|page| faults_of(page)).collect();
    assert!(faults.is_empty(), "\n\n{}\n", faults.join("\n\n"));
}

#[test]
fn links_between_pages_lead_somewhere() {
    let broken: Vec<String> = pages().iter().flat_map(|page| broken_links(page)).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

fn broken_links(page: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(page).expect("the page is readable");
    let prose: String = text.split("```").step_by(2).collect();
    prose
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        // Targets of the language, shown as code.
        .filter(|target| !["改定履歴", "旧版"].contains(target))
        .filter(|target| !target.contains("://") && !target.starts_with("mailto:"))
        .filter(|target| !leads_somewhere(page, target))
        .map(|target| format!("{}: {target}", page.display()))
        .collect()
}

fn leads_somewhere(page: &Path, target: &str) -> bool {
    let (file, heading) = target.split_once('#').unwrap_or((target, ""));
    let path = match file {
        "" => page.to_owned(),
        file => page.parent().unwrap_or(Path::new(".")).join(file),
    };
    if heading.is_empty() {
        return path.exists();
    }
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let mut headings = text.lines().filter(|line| line.starts_with('#'));
    headings.any(|line| anchor(line.trim_start_matches('#')) == heading)
}

/// The anchor that GitHub gives a heading: marks dropped, blanks as hyphens.
fn anchor(heading: &str) -> String {
    let kept = heading
        .trim()
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() })
        .collect()
}

/// README, CONTRIBUTING, and everything under `docs/`.
fn pages() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = ["README.md", "README.ja.md", "CONTRIBUTING.md", "CHANGELOG.md"]
        .map(PathBuf::from)
        .to_vec();
    let mut folders = vec![PathBuf::from("docs")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder is readable") {
            let path = entry.expect("the folder is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "md") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn faults_of(page: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(page).expect("the page is readable");
    let blocks = block::blocks(&text);
    // A file may be imported by a block above it, as in a cycle; what is written later wins.
    let mut files: Files = blocks
        .iter()
        .rev()
        .filter_map(|block| Some((block.value("file")?.to_owned(), block.text.clone())))
        .collect();
    let mut faults = Vec::new();
    for block in &blocks {
        if let Some(name) = block.value("file") {
            files.insert(name.to_owned(), block.text.clone());
        }
        let fault = match block.language.as_str() {
            "policy" => policy_block::fault(block, &files),
            "console" => console_block::fault(block, &files),
            _ => None,
        };
        faults.extend(fault.map(|fault| format!("{}:{} {fault}", page.display(), block.line)));
    }
    faults
}
