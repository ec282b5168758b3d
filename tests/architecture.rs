//! Which module may use which: `docs/architecture.md` has the table, the sources have to keep to it.

mod circles;
mod sentences;
mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Libraries that only one module may name; several rows for one that several may.
const FENCED: [(&str, &str); 11] = [
    ("pest", "syntax"),
    ("clap", "cli"),
    ("miette", "cli"),
    ("tempfile", "cli"),
    ("cap_std", "cli"),
    ("cap_std", "project"),
    ("quick_junit", "cli"),
    ("maud", "render"),
    ("unicode_security", "characters"),
    ("biodivine_lib_bdd", "region"),
    ("codespan_reporting", "diagnostic"),
];

#[test]
fn modules_use_what_the_table_lets_them() {
    let table = table();
    let mut faults = Vec::new();
    for (module, files) in modules() {
        let allowed = table
            .get(&module)
            .unwrap_or_else(|| panic!("{module} is not in the table"));
        for file in files {
            let code = code_of(&file);
            for used in words_after(&code, "crate::") {
                let known = table.contains_key(&used);
                if known && used != module && !allowed.contains(&used) && !allowed.contains("everything") {
                    faults.push(format!("{} uses {used}", file.display()));
                }
            }
        }
    }
    faults.dedup();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn no_file_goes_round_in_a_circle() {
    let modules = sources::read(Path::new("src"));
    let circles = circles::circles(&circles::uses(&modules));
    assert!(
        circles.is_empty(),
        "files that need each other; move what they share into a file below both: {circles:#?}"
    );
}

#[test]
fn libraries_stay_in_their_module() {
    let mut faults = Vec::new();
    for (module, files) in modules() {
        for file in files {
            let code = code_of(&file);
            for (library, _) in FENCED {
                // The place of a line index in a file is told in codespan's own terms.
                let interface = module == "source" && library == "codespan_reporting";
                let at_home = FENCED.contains(&(library, module.as_str()));
                if !at_home && !interface && code.contains(&format!("{library}::")) {
                    faults.push(format!("{} names {library}", file.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// INVARIANT: a program that only decides compiles neither the compiler nor what draws pages.
#[test]
fn what_only_decides_depends_on_little() {
    let tree = std::process::Command::new(env!("CARGO"))
        .args([
            "tree",
            "--locked",
            "--offline",
            "--no-default-features",
            "--edges",
            "normal",
            "--prefix",
            "none",
        ])
        .output()
        .expect("cargo runs");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    let crates: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(crates.contains("serde_json"), "{crates:?}");
    let heavy = [
        "pest",
        "icu",
        "maud",
        "schemars",
        "similar",
        "codespan",
        "clap",
        "miette",
        "biodivine",
        "aho",
    ];
    let found: Vec<&&str> = crates
        .iter()
        .filter(|name| heavy.iter().any(|one| name.starts_with(one)))
        .collect();
    assert!(found.is_empty(), "put these behind a feature in Cargo.toml: {found:?}");
    assert!(crates.len() <= 32, "{} crates: {crates:?}", crates.len());
}

#[test]
fn the_page_on_architecture_stays_short() {
    let page = std::fs::read_to_string("docs/architecture.md").expect("the page is readable");
    assert!(page.split_whitespace().count() < 1100, "more than two pages");
}

/// The first and the last column of the table: module, and what it may use.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let page = std::fs::read_to_string("docs/architecture.md").expect("the page is readable");
    page.lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let used = cells[cells.len() - 1]
                .split_whitespace()
                .map(|word| word.trim_matches('`').to_owned());
            (cells[0].trim_matches('`').to_owned(), used.collect())
        })
        .collect()
}

/// The files of each module at the top of the crate.
fn modules() -> BTreeMap<String, Vec<PathBuf>> {
    let mut modules: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder is readable") {
            let path = entry.expect("the folder is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let inner = path.strip_prefix("src").expect("below src");
                let first = inner.components().next().expect("a file has a name");
                let module = first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
                if module != "lib" && module != "main" {
                    modules.entry(module).or_default().push(path);
                }
            }
        }
    }
    modules
}

/// The code of a file, without comments and its unit tests, which stand last or in a file of their own.
fn code_of(file: &Path) -> String {
    let text = std::fs::read_to_string(file).expect("the file is readable");
    if file.ends_with("tests.rs") && declares_its_tests(file) {
        return String::new();
    }
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// Whether the module that a `tests.rs` belongs to declares it for tests only.
fn declares_its_tests(file: &Path) -> bool {
    let module = file.parent().expect("a file lies in a folder").with_extension("rs");
    std::fs::read_to_string(module).is_ok_and(|text| text.contains("#[cfg(test)]\nmod tests;"))
}

/// The words that follow a prefix; those in braces as well: `use crate::{LoadError, source}`.
fn words_after(code: &str, prefix: &str) -> BTreeSet<String> {
    let word = |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    code.split(prefix)
        .skip(1)
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list
                .split('}')
                .next()
                .unwrap_or_default()
                .split(',')
                .map(|part| word(part.trim()))
                .collect(),
            None => vec![word(rest)],
        })
        .collect()
}
