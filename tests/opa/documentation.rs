//! The example of `docs/opa.md`: each request has the answer that follows it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::asking::Rego;
use crate::support::compiled::policy;

const PAGE: &str = include_str!("../../docs/opa.md");

/// What stands in the fenced blocks whose first line begins so.
fn blocks(fence: &str) -> Vec<&'static str> {
    let open = format!("```{fence}");
    let rest = PAGE.split(open.as_str()).skip(1);
    rest.filter_map(|rest| rest.split_once('\n')?.1.split("```").next())
        .collect()
}

#[test]
fn every_request_shown_has_the_answer_shown() {
    let mut rego = Rego::of(&policy(blocks("policy")[0]));
    let shown: Vec<Value> = blocks("json")
        .into_iter()
        .map(|block| serde_json::from_str(block).expect("JSON"))
        .collect();
    assert!(shown.len() >= 6 && shown.len().is_multiple_of(2));
    for pair in shown.chunks(2) {
        assert_eq!(rego.answer(&pair[0]), pair[1], "{}", pair[0]);
    }
}

#[test]
fn every_document_that_the_page_names_is_there() {
    let mut rego = Rego::of(&policy(blocks("policy")[0]));
    let request: Value = serde_json::from_str(blocks("json")[0]).expect("JSON");
    let mut named = BTreeSet::new();
    for rest in PAGE.split("`data.hoshin.").skip(1) {
        let name = rest.split('`').next().unwrap_or_default();
        let value = rego.ask(name, &request);
        assert_ne!(value, "<undefined>", "{name}");
        if let Some(in_answer) = rego.answer(&request).get(name) {
            assert_eq!(in_answer, &value, "{name}");
        }
        named.insert(name);
    }
    assert_eq!(named.len(), 9, "{named:?}");
}

#[test]
fn every_member_of_a_request_is_in_the_table() {
    let module = include_str!("../../src/opa/hoshin.rego");
    let members = module
        .split("members := {")
        .nth(1)
        .and_then(|rest| rest.split('}').next());
    let members: Vec<&str> = members.expect("the list").split('"').skip(1).step_by(2).collect();
    assert_eq!(members.len(), 10);
    for member in members {
        assert!(PAGE.contains(&format!("\n| `{member}` | ")), "{member}");
    }
}
