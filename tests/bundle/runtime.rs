//! Bundles of what decisions need: smaller, decided like the whole, and taken for nothing else.

use hoshin::internals::bundle::{Bundle, BundleError, schema, v1};
use hoshin::internals::decide::{Decider, Request};
use hoshin::internals::policy::Policy;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::sealed;
use crate::support::arbitrary::policies;
use crate::support::sample::sample;

fn runtime() -> (Policy, Bundle) {
    let (policy, sources) = sample();
    let bundle = Bundle::runtime(&policy, &sources);
    (policy, bundle)
}

fn value(bundle: &Bundle) -> Value {
    serde_json::from_str(&bundle.to_json()).expect("JSON")
}

#[test]
fn it_holds_what_decides_and_nothing_else() {
    let (policy, bundle) = runtime();
    let document = value(&bundle);
    let members: Vec<&String> = document.as_object().expect("an object").keys().collect();
    assert_eq!(
        members,
        [
            "digest",
            "extent",
            "format",
            "generator",
            "leaf_sets",
            "norms",
            "numbering",
            "outline",
            "policy",
            "sources",
            "vocabulary"
        ]
    );
    let text = document.to_string();
    for member in [
        "location",
        "wording",
        "provenance",
        "inferred",
        "title_runs",
        "retention_period",
    ] {
        assert!(!text.contains(&format!("\"{member}\"")), "{member}");
    }
    // What decides stands as it does in the whole.
    let whole = value(&Bundle::from_policy(&policy, &sample().1));
    assert_eq!(document["leaf_sets"], whole["leaf_sets"]);
    for (small, norm) in document["norms"]
        .as_array()
        .into_iter()
        .flatten()
        .zip(whole["norms"].as_array().into_iter().flatten())
    {
        for (member, stated) in small.as_object().expect("a norm") {
            if !["data", "parties", "purposes", "transform"].contains(&member.as_str()) {
                assert_eq!(stated, &norm[member], "{member}");
            }
        }
    }
}

#[test]
fn it_is_valid_and_reads_back() {
    let (_, bundle) = runtime();
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    let error = jsonschema::validate(&schema, &value(&bundle))
        .err()
        .map(|error| error.to_string());
    assert_eq!(error, None);
    assert_eq!(Bundle::from_json(&bundle.to_json()).as_ref(), Ok(&bundle));
    assert_eq!(bundle.contents().extent, v1::Extent::Runtime);
}

#[test]
fn it_is_never_taken_for_the_whole() {
    let (policy, bundle) = runtime();
    assert_eq!(bundle.to_policy(), Err(BundleError::OnlyRuntime));
    assert!(bundle.to_decidable().is_ok());
    let whole = Bundle::from_policy(&policy, &sample().1);
    assert_eq!(whole.to_decidable(), whole.to_policy());
    // Not even where it says that it is, or where the whole says that it is one.
    let mut document = value(&bundle);
    document["extent"] = json!("whole");
    let error = Bundle::from_json(&sealed(document)).expect_err("it is no whole");
    assert_eq!(error.code(), "B0013", "{error}");
    let mut document = value(&whole);
    document["extent"] = json!("runtime");
    let error = Bundle::from_json(&sealed(document)).expect_err("it holds more");
    assert_eq!(error.code(), "B0013", "{error}");
    let mut document = value(&bundle);
    document["tests"] = value(&whole)["tests"].clone();
    let error = Bundle::from_json(&sealed(document)).expect_err("it holds more");
    assert!(
        matches!(&error, BundleError::Inconsistent { path } if path.starts_with("tests")),
        "{error}"
    );
}

/// Every decision on the policy's own tests is the same, and cited by the same numbers and titles.
#[test]
fn it_decides_as_the_whole_does() {
    let (policy, bundle) = runtime();
    let small = bundle.to_decidable().expect("it can be decided");
    let (decider, from_small) = (Decider::new(&policy), Decider::new(&small));
    assert!(!policy.tests.is_empty());
    for test in &policy.tests {
        let request = Request::of_test(test, &policy);
        let (decision, again) = (decider.decide(&request), from_small.decide(&request));
        assert_eq!(again, decision, "{}", test.title);
        for norm in &decision.decided_by {
            let (cited, again) = (
                hoshin::internals::decide::explain::cite(&policy, *norm),
                hoshin::internals::decide::explain::cite(&small, *norm),
            );
            assert_eq!(
                (again.number, again.title, again.anchor),
                (cited.number, cited.title, cited.anchor)
            );
        }
    }
}

/// What is deployed is of the size of what was written.
#[test]
fn it_is_at_most_twice_its_source() {
    let name = "examples/group/privacy.policy";
    let compilation = super::real::compiled_from_disk(name);
    let policy = compilation.policy.expect("the example compiles");
    let source = std::fs::metadata(name).expect("the example is there").len();
    let bundle = Bundle::runtime(&policy, &compilation.sources).to_json().len() as u64;
    assert!(bundle <= 2 * source, "{bundle} bytes from {source}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_policy_has_one_that_reads_back((policy, sources) in policies()) {
        let bundle = Bundle::runtime(&policy, &sources);
        let read = Bundle::from_json(&bundle.to_json());
        prop_assert_eq!(read.as_ref(), Ok(&bundle));
        let small = bundle.to_decidable();
        prop_assert!(small.is_ok());
        if let Ok(small) = small {
            prop_assert_eq!(&Bundle::runtime(&small, &bundle.places()), &bundle);
            for (norm, again) in policy.norms.iter().zip(&small.norms) {
                prop_assert_eq!(&norm.data.leaves, &again.data.leaves);
                prop_assert_eq!(&norm.parties.leaves, &again.parties.leaves);
                prop_assert_eq!(&norm.purposes.leaves, &again.purposes.leaves);
                prop_assert_eq!(&norm.unless, &again.unless);
            }
        }
        prop_assert!(bundle.to_json().len() <= Bundle::from_policy(&policy, &sources).to_json().len());
    }
}
