//! The examples as a user builds them: what lies on the disk answers the policy's own 検証.

use std::path::Path;
use std::process::Command;

use hoshin::internals::bundle::Bundle;
use hoshin::internals::decide::{Decider, Request};
use serde_json::{Value, json};

use super::agreement::word;
use super::asking::Rego;

/// The text of a file that `build --opa` wrote for a policy.
fn build(policy: &str, folder: &Path) {
    let output = Command::new(env!("CARGO_BIN_EXE_hoshin"))
        .args(["build", "--opa", policy, "-o"])
        .arg(folder)
        .output()
        .expect("the binary was built");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_examples_answer_their_own_tests_from_the_files_on_the_disk() {
    let around = tempfile::tempdir().expect("a folder");
    let mut asked = 0;
    for (name, policy) in [
        ("shop", "examples/shop/privacy.policy"),
        ("group", "examples/group/privacy.policy"),
    ] {
        let folder = around.path().join(name);
        build(policy, &folder);
        let text = |name: &str| std::fs::read_to_string(folder.join(name)).expect("it was written");
        let names = ["data.json", "hoshin.rego", "precedence.rego"];
        let mut rego = Rego::load(names.map(|name| (name, text(&format!("opa/{name}")))));

        let json = text("bundle.json");
        let bundle = Bundle::from_json(&json).expect("a bundle");
        let manifest: Value = serde_json::from_str(&text("opa/.manifest")).expect("JSON");
        assert_eq!(manifest["revision"], bundle.digest());

        let policy = bundle.to_policy().expect("a policy");
        let decider = Decider::new(&policy);
        let tests: Value = serde_json::from_str(&json).expect("JSON");
        let tests = tests["tests"].as_array().expect("tests");
        assert_eq!(tests.len(), policy.tests.len());
        for (written, test) in tests.iter().zip(&policy.tests) {
            let members = ["act", "data", "party", "purpose", "processing", "conditions", "route"];
            let request: Value = members
                .iter()
                .map(|member| ((*member).to_owned(), written[member].clone()))
                .collect();
            let answer = rego.answer(&request);
            assert_eq!(answer["errors"], json!([]), "{}", test.title);
            let verdict = decider.decide(&Request::of_test(test, &policy)).verdict;
            assert_eq!(answer["verdict"], word(verdict), "{}", test.title);
            // Two of the five answers are refusals that say what would help.
            let expected = test.expected.english();
            match expected.strip_prefix("permitted_") {
                Some(_) => assert_ne!(answer["verdict"], "permitted", "{}", test.title),
                None => assert_eq!(answer["verdict"], expected, "{}", test.title),
            }
            asked += 1;
        }
    }
    assert!(asked > 15, "{asked}");
}
