//! Every code has its page, in the one form that `hoshin explain` shows.

use hoshin::diagnostic::{Code, Lang};

use super::block;

const HEADINGS: [&str; 6] = ["何が起きているか", "なぜ", "例", "直し方", "参照", "In English"];

/// Faults that no block of a page can show, and why.
const NOT_SHOWN: [(Code, &str); 2] = [
    (Code::H0902, "the example would be a file of more than 1 GiB"),
    (
        Code::H0903,
        "no source is known that reaches the parser's own limit before H0901 is reported",
    ),
];

#[test]
fn every_code_has_a_page_with_all_its_parts() {
    let faults: Vec<String> = Code::ALL.iter().flat_map(|code| faults_of(*code)).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn a_page_stands_for_every_code_and_no_other() {
    let mut pages: Vec<String> = std::fs::read_dir("docs/diagnostics")
        .expect("the folder is readable")
        .map(|entry| {
            entry
                .expect("the folder is readable")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| name.starts_with('H'))
        .collect();
    pages.sort();
    let codes: Vec<String> = Code::ALL.iter().map(|code| format!("{code}.md")).collect();
    assert_eq!(pages, codes);
}

#[test]
fn slugs_are_unique_and_in_kebab_case() {
    let mut slugs: Vec<&str> = Code::ALL.iter().map(|code| code.slug()).collect();
    assert!(slugs.iter().all(|slug| {
        slug.split('-')
            .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
    }));
    slugs.sort_unstable();
    slugs.dedup();
    assert_eq!(slugs.len(), Code::ALL.len());
}

fn faults_of(code: Code) -> Vec<String> {
    let page = code.page();
    let mut faults = Vec::new();
    let mut expect = |holds: bool, fault: &str| {
        if !holds {
            faults.push(format!("{code}: {fault}"));
        }
    };
    let mut lines = page.lines();
    let title = format!("# {code} {}", code.slug());
    expect(lines.next() == Some(title.as_str()), "the title is not `# CODE slug`");
    let level = code.level().word(Lang::Ja);
    let subtitle = format!("{}（{level}、{} から）", code.title(), code.since());
    expect(
        lines.nth(1) == Some(subtitle.as_str()),
        &format!("the third line is not `{subtitle}`"),
    );
    let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    expect(headings == HEADINGS, &format!("the headings are {headings:?}"));
    if NOT_SHOWN.iter().all(|(hidden, _)| *hidden != code) {
        let blocks = block::blocks(page);
        let under = |heading: &str, expected: Option<&str>| {
            blocks.iter().any(|block| {
                block.language == "policy" && block.heading == heading && block.value("expect") == expected
            })
        };
        expect(under("例", Some(code.name())), "no failing example under 例");
        expect(under("直し方", None), "no mended example under 直し方");
    }
    faults
}
