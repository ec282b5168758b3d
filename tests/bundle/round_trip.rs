//! What is written reads back to the same, and so does the policy.

use hoshin::internals::bundle::Bundle;
use proptest::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{sample_bundle, sample_value};
use crate::support::arbitrary::policies;
use crate::support::sample::sample;

#[test]
fn the_sample_reads_back() {
    let (policy, sources) = sample();
    let bundle = Bundle::from_policy(&policy, &sources);
    let json = bundle.to_json();
    let read = Bundle::from_json(&json);
    assert_eq!(read.as_ref(), Ok(&bundle));
    let again = bundle.to_policy().expect("the policy");
    assert_eq!(again, policy);
    assert_eq!(Bundle::from_policy(&again, &bundle.places()), bundle);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_policy_reads_back((policy, sources) in policies()) {
        let bundle = Bundle::from_policy(&policy, &sources);
        let json = bundle.to_json();
        let read = Bundle::from_json(&json);
        prop_assert_eq!(read.as_ref(), Ok(&bundle));
        prop_assert_eq!(bundle.to_json(), json);
        let again = bundle.to_policy();
        prop_assert_eq!(again.as_ref(), Ok(&policy));
        if let Ok(again) = again {
            prop_assert_eq!(Bundle::from_policy(&again, &bundle.places()), bundle);
        }
    }
}

/// The set of leaves of this number.
fn set<'d>(document: &'d Value, graph: &str, number: &Value) -> &'d Value {
    let number = number.as_u64().expect("a number");
    &document["leaf_sets"][graph][number as usize]
}

#[test]
fn where_the_policy_lies_does_not_matter() {
    let (mut policy, sources) = sample();
    let here = Bundle::from_policy(&policy, &sources);
    policy.sources[0] = format!("/home/somebody/{}", policy.sources[0]);
    assert_eq!(Bundle::from_policy(&policy, &sources).to_json(), here.to_json());
}

#[test]
fn what_a_source_held_is_told_by_its_digest() {
    let (policy, sources) = sample();
    let bundle = Bundle::from_policy(&policy, &sources);
    let text = sources.iter().next().expect("the sample has a source").1.text();
    let digest: String = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(bundle.contents().sources[0].sha256, digest);
    // A bundle knows it without the source.
    let again = bundle.to_policy().expect("it reads back");
    assert_eq!(Bundle::from_policy(&again, &bundle.places()), bundle);
}

#[test]
fn members_stand_in_the_order_of_the_documentation() {
    let json = sample_bundle().to_pretty_json();
    let members: Vec<&str> = json
        .lines()
        .filter(|line| line.starts_with("  \""))
        .filter_map(|line| line.split('"').nth(1))
        .collect();
    assert_eq!(
        members,
        [
            "format",
            "digest",
            "extent",
            "generator",
            "policy",
            "sources",
            "vocabulary",
            "leaf_sets",
            "norms",
            "processing_requirements",
            "transfers_abroad",
            "revisions",
            "notices",
            "terms",
            "tests",
            "outline",
            "numbering",
            "document",
            "coverage"
        ]
    );
    assert!(json.ends_with("}\n") && !json.ends_with("\n\n"));
}

#[test]
fn a_norm_says_what_its_clause_says() {
    let document = sample_value();
    let norm = document["norms"]
        .as_array()
        .and_then(|norms| norms.iter().find(|norm| norm["key"] == "第三者提供.加盟店への提供~2"))
        .expect("the norm of the processing requirement");
    assert_eq!(norm["effect"], "permit");
    assert_eq!(norm["acts"], serde_json::json!(["provide"]));
    assert_eq!(norm["processing"], "deidentified");
    assert_eq!(norm["transform"]["drop"], serde_json::json!(["氏名", "住所"]));
    assert_eq!(norm["data"]["named"], serde_json::json!(["個人情報"]));
    assert_eq!(
        set(&document, "data_categories", &norm["data"]["leaves"]),
        &serde_json::json!([
            "生年月日", "年代", "要配慮個人情報", "お問い合わせ内容", {"rest_of": "個人情報"}
        ])
    );
    assert_eq!(
        norm["requires"],
        serde_json::json!([{"any_of": ["注文"], "leaves": norm["requires"][0]["leaves"]}])
    );
    assert_eq!(
        set(&document, "conditions", &norm["requires"][0]["leaves"]),
        &serde_json::json!(["注文"])
    );
    assert_eq!(
        norm["clause_path"],
        serde_json::json!(["第三者提供", "第三者提供.加盟店への提供"])
    );
    assert_eq!(
        document["processing_requirements"][0]["norms"],
        serde_json::json!([norm["key"]])
    );
}

#[test]
fn parties_abroad_that_a_permit_does_not_reach_are_withheld() {
    let document = sample_value();
    let entrusted = document["norms"]
        .as_array()
        .and_then(|norms| norms.iter().find(|norm| norm["acts"][0] == "entrust"))
        .expect("the norm about entrusting");
    assert_eq!(entrusted["parties"]["named"], serde_json::json!(["第三者"]));
    assert_eq!(
        set(&document, "parties", &entrusted["parties"]["withheld"]),
        &serde_json::json!(["海外配信社"])
    );
    assert_eq!(
        set(&document, "parties", &entrusted["parties"]["leaves"]),
        &serde_json::json!(["加盟店", {"rest_of": "第三者"}])
    );
}

#[test]
fn built_in_conditions_have_their_key_and_article() {
    let document = sample_value();
    let conditions = document["vocabulary"]["conditions"].as_array().expect("conditions");
    let find = |name: &str| {
        conditions
            .iter()
            .find(|one| one["name"] == name)
            .expect("the condition")
    };
    assert_eq!(
        find("法令")["built_in"],
        serde_json::json!({"key": "legal_obligation", "appi_article": "27(1)(i)"})
    );
    assert_eq!(find("契約")["built_in"], serde_json::json!({"key": "contract"}));
    assert_eq!(find("注文").get("built_in"), None);
    assert_eq!(find("注文")["parents"], serde_json::json!(["本人選択"]));
}

#[test]
fn a_place_is_a_line_and_a_column_in_characters() {
    let document = sample_value();
    let location = &document["vocabulary"]["data_categories"][1]["location"];
    assert_eq!(
        location,
        &serde_json::json!({"line": 2, "column": 4, "start_byte": 30, "end_byte": 42})
    );
}
