//! Who may use whom, read from the `use` lines of `src/`. The table is that of `docs/architecture.md`.

use std::path::{Path, PathBuf};

/// A module, and the modules of this crate that it may name.
const MAY_USE: &[(&str, &[&str])] = &[
    ("span", &[]),
    ("source", &["diagnostic", "span"]),
    ("diagnostic", &["source", "span"]),
    ("syntax", &["diagnostic", "span", "syntax"]),
    ("vocabulary", &["norm", "span", "vocabulary"]),
    ("document", &["norm", "span", "document"]),
    ("norm", &["document", "span", "vocabulary"]),
    ("policy", &["document", "norm", "span", "vocabulary"]),
    (
        "resolve",
        &[
            "compile",
            "diagnostic",
            "document",
            "norm",
            "policy",
            "resolve",
            "source",
            "span",
            "syntax",
            "vocabulary",
        ],
    ),
    ("decide", &["decide", "document", "norm", "policy", "vocabulary"]),
    ("render", &["document", "norm", "policy", "render", "vocabulary"]),
    (
        "bundle",
        &[
            "bundle",
            "diagnostic",
            "document",
            "norm",
            "policy",
            "source",
            "span",
            "syntax",
            "vocabulary",
        ],
    ),
    ("format", &["diagnostic", "format", "span", "syntax"]),
];

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    files
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(&root)
                .expect("below src")
                .to_string_lossy()
                .replace('\\', "/");
            let text = std::fs::read_to_string(&path).expect("a source");
            // Tests beside the code may build what they need.
            let code = text.split("#[cfg(test)]").next().unwrap_or("");
            let code = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect::<Vec<_>>()
                .join("\n");
            (name, code)
        })
        .collect()
}

/// The modules that a text names as `crate::module`.
fn named(code: &str) -> Vec<&str> {
    code.match_indices("crate::")
        .map(|(at, found)| {
            let rest = &code[at + found.len()..];
            rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .next()
                .unwrap_or("")
        })
        .collect()
}

#[test]
fn modules_use_only_what_they_may() {
    let mut broken = Vec::new();
    for (name, code) in sources() {
        let module = name.split(['/', '.']).next().unwrap_or("");
        let Some((_, allowed)) = MAY_USE.iter().find(|(known, _)| *known == module) else {
            continue;
        };
        for used in named(&code) {
            let is_module = MAY_USE.iter().any(|(known, _)| *known == used) || matches!(used, "cli" | "compile");
            if is_module && used != module && !allowed.contains(&used) {
                broken.push(format!("src/{name} uses {used}"));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn outside_libraries_stay_where_they_belong() {
    let homes = [
        ("pest", "syntax"),
        ("clap", "cli"),
        ("miette", "cli"),
        ("maud", "render"),
    ];
    let mut broken = Vec::new();
    for (name, code) in sources() {
        let module = name.split(['/', '.']).next().unwrap_or("");
        for (library, home) in homes {
            let used = code.lines().any(|line| {
                let line = line.trim();
                line.starts_with(&format!("use {library}::"))
                    || (!line.starts_with("//") && line.contains(&format!(" {library}::")))
            });
            if used && module != home {
                broken.push(format!("src/{name} uses {library}"));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}
