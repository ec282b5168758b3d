//! The example of `docs/bundle.md`: its JSON is what its policy compiles to, and its table is what that decides.

use hoshin::internals::bundle::Bundle;
use hoshin::internals::compile::{NoImports, Options, compile};
use serde_json::Value;

use super::enforce::{Request, Verdict, decide};

const PAGE: &str = include_str!("../../docs/bundle.md");

/// The fenced blocks in a language.
fn blocks<'p>(page: &'p str, language: &str) -> Vec<&'p str> {
    let open = format!("```{language}\n");
    page.split(open.as_str())
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect()
}

fn bundle() -> Value {
    let source = blocks(PAGE, "policy")[0];
    let compilation = compile(
        "見本書店.policy",
        source.as_bytes().to_vec(),
        &mut NoImports,
        &Options::default(),
    );
    let policy = compilation.policy.expect("the example has no errors");
    let json = Bundle::from_policy(&policy, &compilation.sources).to_json();
    serde_json::from_str(&json).expect("JSON")
}

#[test]
fn the_json_shown_is_what_the_policy_compiles_to() {
    let bundle = bundle();
    let shown = blocks(PAGE, "json");
    assert!(!shown.is_empty());
    for block in shown {
        let (before, _) = PAGE.split_once(block).expect("a block of the page");
        let pointer = before
            .lines()
            .rev()
            .find_map(|line| line.strip_prefix("`/")?.strip_suffix('`'));
        let pointer = format!("/{}", pointer.expect("the place stands above the block"));
        let value: Value = serde_json::from_str(block).expect("JSON");
        assert_eq!(Some(&value), bundle.pointer(&pointer), "{pointer}");
    }
}

#[test]
fn the_table_shows_what_the_bundle_decides() {
    let bundle = bundle();
    let rows: Vec<Vec<&str>> = PAGE
        .lines()
        .skip_while(|line| !line.starts_with("| data | party |"))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() > 4);
    for row in rows {
        let &[data, party, processing, asserted, verdict] = row.as_slice() else {
            panic!("a row: {row:?}");
        };
        let request = Request {
            act: "provide",
            data: vec![data.to_owned()],
            party: party.to_owned(),
            purpose: "出版支援".to_owned(),
            processing,
            conditions: asserted.split('、').filter(|name| !name.is_empty()).collect(),
            denied: Vec::new(),
            withdrawn: Vec::new(),
            closed: false,
            route: None,
        };
        let decided = match decide(&bundle, &request) {
            Verdict::Permitted => "permitted",
            Verdict::NotStated => "not_stated",
            Verdict::Forbidden => "forbidden",
        };
        assert_eq!(decided, verdict, "{row:?}");
    }
}

#[test]
fn every_error_of_the_reader_is_listed() {
    let codes = (1..=16).map(|number| format!("| B{number:04} |"));
    for code in codes {
        assert_eq!(PAGE.matches(&code).count(), 1, "{code}");
    }
}

#[test]
fn every_member_of_the_document_that_the_page_names_is_there() {
    let schemas = [
        hoshin::internals::bundle::schema(),
        hoshin::internals::conformance::schema(),
    ];
    let schemas = schemas.map(|schema| serde_json::from_str::<Value>(&schema).expect("JSON").to_string());
    let text = schemas.concat();
    // `like_this` and `like.this`, in running text: a member, a word, or a path of them.
    let prose: String = PAGE.split("```").step_by(2).collect();
    let mut named = 0;
    for quoted in prose.split('`').skip(1).step_by(2) {
        let is_member = quoted
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte == b'.');
        // `null` and `false` are what no member of a bundle is.
        if !is_member || quoted.ends_with(".json") || ["null", "false"].contains(&quoted) {
            continue;
        }
        for part in quoted.split('.') {
            assert!(text.contains(&format!("\"{part}\"")), "{quoted}");
            named += 1;
        }
    }
    assert!(named > 50, "{named}");
}
