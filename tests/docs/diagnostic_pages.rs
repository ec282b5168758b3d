//! Every code has its page, in the one form that `hoshin explain` shows.

use std::collections::{BTreeMap, BTreeSet};

use hoshin::cli::CliCode;
use hoshin::internals::diagnostic::{Code, Lang};

use super::block;

const HEADINGS: [&str; 6] = ["何が起きているか", "なぜ", "例", "直し方", "参照", "In English"];

/// Two files, which a console block checks.
const TWO_REVISIONS: &str = "the example is a revision beside its 旧版: the page runs `hoshin check` on both";

/// Faults that no block of a page can show, and why.
const NOT_SHOWN: [(Code, &str); 17] = [
    (Code::H0701, TWO_REVISIONS),
    (Code::H0704, TWO_REVISIONS),
    (Code::H0705, TWO_REVISIONS),
    (Code::H0706, TWO_REVISIONS),
    (Code::H0707, TWO_REVISIONS),
    (
        Code::H0708,
        "the example would be a policy of hundreds of conditions, each tangled with many",
    ),
    (Code::H0709, TWO_REVISIONS),
    (Code::H0710, TWO_REVISIONS),
    (Code::H0711, TWO_REVISIONS),
    (Code::H0712, TWO_REVISIONS),
    (Code::H0713, TWO_REVISIONS),
    (
        Code::H0522,
        "the example would be a policy of hundreds of conditions, each tangled with many",
    ),
    (Code::H0902, "the example would be a file of more than 64 MiB"),
    (
        Code::H0903,
        "no source is known that reaches the parser's own limit before H0901 is reported",
    ),
    (Code::H0904, "the example would be more than a thousand faulty lines"),
    (Code::H0905, "the example would be tens of thousands of marks"),
    (
        Code::H0906,
        "the example would be a thousand imports, or a name of hundreds of letters",
    ),
];

/// A code with its page.
struct Page {
    name: &'static str,
    slug: &'static str,
    subtitle: String,
    text: &'static str,
    /// Whether the page shows policies that give the code and that do not.
    shows_policies: bool,
}

/// The pages of all codes, of policies and of the command line.
fn pages() -> Vec<Page> {
    let policy = Code::ALL.iter().map(|code| Page {
        name: code.name(),
        slug: code.slug(),
        subtitle: format!(
            "{}（{}、{} から）",
            code.title(),
            code.level().word(Lang::Ja),
            code.since()
        ),
        text: code.page(),
        shows_policies: NOT_SHOWN.iter().all(|(hidden, _)| hidden != code),
    });
    let command_line = CliCode::ALL.iter().map(|code| Page {
        name: code.name(),
        slug: code.slug(),
        subtitle: format!("{}（エラー、{} から）", code.title(), code.since()),
        text: code.page(),
        shows_policies: false,
    });
    policy.chain(command_line).collect()
}

#[test]
fn every_page_has_all_its_parts() {
    let faults: Vec<String> = pages().iter().flat_map(faults_of).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn a_page_stands_for_every_code_and_no_other() {
    let codes: BTreeSet<String> = pages().iter().map(|page| format!("{}.md", page.name)).collect();
    let faults: Vec<String> = std::fs::read_dir("docs/diagnostics")
        .expect("the folder is readable")
        .map(|entry| entry.expect("the folder is readable").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| !codes.contains(name))
        .map(|name| {
            format!("docs/diagnostics/{name} is the page of no code: take it out, and retire the number in its table")
        })
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn slugs_are_unique_and_in_kebab_case() {
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let mut seen = BTreeMap::new();
    let mut faults = Vec::new();
    for Page { name, slug, .. } in pages() {
        if !slug.split('-').all(is_word) {
            faults.push(format!(
                "{name}: `{slug}` is not in kebab case: small letters and hyphens"
            ));
        }
        if let Some(before) = seen.insert(slug, name) {
            faults.push(format!(
                "{name}: `{slug}` is the English name of {before}: find another"
            ));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn faults_of(page: &Page) -> Vec<String> {
    let mut faults = Vec::new();
    let mut expect = |holds: bool, fault: String| {
        if !holds {
            faults.push(format!("docs/diagnostics/{}.md: {fault}", page.name));
        }
    };
    let first: Vec<&str> = page.text.lines().take(4).collect();
    let title = format!("# {} {}", page.name, page.slug);
    let beginning = [title.as_str(), "", page.subtitle.as_str(), ""];
    expect(
        first == beginning,
        format!("begins with {first:?}: write {beginning:?}, as the table of codes has it"),
    );
    let headings: Vec<&str> = page.text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    expect(
        headings == HEADINGS,
        format!("the headings are {headings:?}: write {HEADINGS:?}"),
    );
    if page.shows_policies {
        let blocks = block::blocks(page.text);
        let under = |heading: &str, expected: Option<&str>| {
            blocks.iter().any(|block| {
                block.language == "policy" && block.heading == heading && block.value("expect") == expected
            })
        };
        let failing = format!(
            "no block ```policy,expect={} under 例: add an example that gives it",
            page.name
        );
        expect(under("例", Some(page.name)), failing);
        let mended = "no block ```policy under 直し方: add the example as it is mended".to_owned();
        expect(under("直し方", None), mended);
    }
    faults
}
