//! The files themselves: a manifest as Open Policy Agent wants it, data under the roots, modules that are Rego.

use hoshin::internals::opa::{File, bundle};
use proptest::prelude::*;
use regorus::Engine;
use serde_json::{Value, json};

use crate::support::arbitrary::policies;
use crate::support::sample::sample;
use crate::support::sketch::{SMALL, sketch};

const DIGEST: &str = "sha256:0f1e2d3c";

fn text<'f>(files: &'f [File], name: &str) -> &'f str {
    let file = files.iter().find(|file| file.name == name);
    &file.unwrap_or_else(|| panic!("no {name}")).text
}

fn files() -> Vec<File> {
    bundle(&sample().0, DIGEST)
}

#[test]
fn the_bundle_is_a_manifest_data_and_two_modules() {
    let names: Vec<&str> = files().iter().map(|file| file.name).collect();
    assert_eq!(names, [".manifest", "data.json", "hoshin.rego", "precedence.rego"]);
}

/// The members that OPA reads: https://openpolicyagent.org/schemas/bundle/v1/manifest.schema.json
#[test]
fn the_manifest_says_what_opa_wants_to_know() {
    let manifest: Value = serde_json::from_str(text(&files(), ".manifest")).expect("JSON");
    assert_eq!(manifest["revision"], DIGEST);
    assert_eq!(manifest["roots"], json!(["hoshin"]));
    assert_eq!(manifest["rego_version"], 1);
    assert!(manifest["metadata"].is_object());
    let known = ["revision", "roots", "rego_version", "metadata"];
    let members = manifest.as_object().expect("an object");
    assert!(
        members.keys().all(|member| known.contains(&member.as_str())),
        "{manifest}"
    );
}

#[test]
fn data_and_packages_lie_under_the_root() {
    let data: Value = serde_json::from_str(text(&files(), "data.json")).expect("JSON");
    let roots: Vec<&String> = data.as_object().expect("an object").keys().collect();
    assert_eq!(roots, ["hoshin"]);
    assert_eq!(data["hoshin"]["policy"]["format"], "hoshin.opa/1");
    assert_eq!(data["hoshin"]["policy"]["digest"], DIGEST);
    let mut engine = Engine::new();
    for name in ["hoshin.rego", "precedence.rego"] {
        let package = engine
            .add_policy(name.to_owned(), text(&files(), name).to_owned())
            .expect("Rego");
        assert_eq!(package, "data.hoshin");
    }
}

#[test]
fn the_modules_are_written_as_opa_fmt_writes() {
    for name in ["hoshin.rego", "precedence.rego"] {
        let files = files();
        let module = text(&files, name);
        assert!(
            module.contains("\nimport rego.v1\n") && module.ends_with('\n') && !module.contains("\n\n\n"),
            "{name}"
        );
        for line in module.lines() {
            assert!(
                !line.ends_with(' ') && !line.starts_with(' ') && !line.contains('\r'),
                "{name}: {line}"
            );
            assert!(line.chars().count() <= 120, "{name}: {line}");
            // What the interpreter was seen to get wrong.
            let code = line.split('#').next().unwrap_or_default();
            assert!(!code.contains("every "), "{name}: {line}");
        }
    }
}

proptest! {
    #![proptest_config(crate::decide::cases(32))]

    #[test]
    fn the_same_policy_gives_the_same_bytes((policy, _) in policies()) {
        prop_assert_eq!(bundle(&policy, DIGEST), bundle(&policy.clone(), DIGEST));
    }

    #[test]
    fn only_data_and_rounds_differ_between_policies(one in sketch(SMALL), other in sketch(SMALL)) {
        let (one, other) = (bundle(&one.policy(), DIGEST), bundle(&other.policy(), DIGEST));
        prop_assert_eq!(text(&one, "hoshin.rego"), text(&other, "hoshin.rego"));
    }
}
