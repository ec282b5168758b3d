//! `hoshin.diff/1`: what the JSON says is what the comparison says, and an independent validator agrees with the schema.

use hoshin::internals::diff::json::{Compared, render, schema};
use hoshin::internals::diff::{Options, compare};
use hoshin::internals::policy::Policy;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;

use crate::decide::cases;
use crate::support::arbitrary::policies;
use crate::support::compiled::policy;
use crate::support::sketch::{SMALL, sketch};

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/diff.schema.json");

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
    jsonschema::validator_for(&schema).expect("a schema")
}

fn document(old: &Policy, new: &Policy) -> Value {
    let comparison = compare(old, new, &Options::default());
    let compared = Compared {
        old: "old.policy",
        new: "git:v2:new.policy",
        comparison: &comparison,
        fails: Vec::new(),
    };
    let text = render(&[compared]);
    assert!(text.ends_with("}\n"));
    serde_json::from_str(&text).expect("JSON")
}

#[track_caller]
fn valid(document: &Value) -> Result<(), String> {
    validator().validate(document).map_err(|error| error.to_string())
}

#[test]
fn the_shipped_schema_is_current() {
    if std::env::var_os("HOSHIN_UPDATE").is_some() {
        std::fs::write(SHIPPED, schema()).expect("docs/ can be written");
    }
    let shipped = std::fs::read_to_string(SHIPPED).unwrap_or_default();
    assert!(
        shipped == schema(),
        "docs/diff.schema.json is out of date; run HOSHIN_UPDATE=1 cargo test"
    );
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn any_comparison_of_documents_is_valid((old, _) in policies(), (new, _) in policies()) {
        prop_assert_eq!(valid(&document(&old, &new)), Ok(()));
    }

    #[test]
    fn any_comparison_of_norms_is_valid(old in sketch(SMALL), new in sketch(SMALL)) {
        prop_assert_eq!(valid(&document(&old.policy(), &new.policy())), Ok(()));
    }
}

#[test]
fn another_version_or_a_missing_member_is_not_valid() {
    let policy = policy("方針「個人情報の取扱い」{\n  「個人情報を大切に扱います。」\n}\n");
    let good = document(&policy, &policy);
    assert_eq!(valid(&good), Ok(()));
    let mut other = good.clone();
    other["format"] = "hoshin.diff/2".into();
    assert!(valid(&other).is_err());
    for member in ["old", "class", "clauses", "decisions", "table", "related"] {
        let mut lacking = good.clone();
        let comparison = lacking["comparisons"][0].as_object_mut().expect("an object");
        comparison.remove(member);
        assert!(valid(&lacking).is_err(), "{member}");
    }
}

#[test]
fn a_revision_is_told_with_its_clauses_its_decisions_and_its_table() {
    let source = |item: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ ・住所［直接識別］ }}
主体 第三者 {{ ・加盟店 ・広告配信社 }}
方針「個人情報の取扱い」{{
  最終改定［2026-04-01］
  章 提供「第三者への提供」{{
    提供 加盟店へ「加盟店への提供」{{
      提供先［加盟店］
      項目「項目」{{ ・「お名前など」［{item}］ }}
    }}
  }}
}}
"
        )
    };
    let document = document(&policy(&source("氏名")), &policy(&source("氏名、住所")));
    let comparison = &document["comparisons"][0];
    assert_eq!(comparison["class"], "wider");
    assert_eq!(comparison["new"]["name"], "git:v2:new.policy");
    assert_eq!(comparison["new"]["dates"][0]["date"], "2026-04-01");
    assert_eq!(comparison["clauses"][1]["new"]["anchor"], "提供.加盟店へ");
    let statement = &comparison["decisions"]["statements"][0];
    assert_eq!(statement["requests"]["data"]["names"][0], "住所");
    assert_eq!(statement["requests"]["parties"]["names"][0], "加盟店");
    assert_eq!(statement["decided_after"][0], "提供.加盟店へ");
    assert_eq!(statement["visible"], false, "only what stands in ［］ changed");
    assert_eq!(statement["witness"]["clauses_after"][0]["number"], "1.(1)");
    let rows = comparison["table"]["rows"].as_array().expect("rows");
    assert!(
        rows.iter().all(|row| row["kind"] != "changed"),
        "the wording is the same: {rows:#?}"
    );
}

/// `class` for a program that looks at nothing else.
#[test]
fn the_class_is_null_for_what_is_the_same_and_wording_only_for_words() {
    let source =
        |words: &str| format!("方針「個人情報の取扱い」{{\n  「{words}」\n  章 連絡「連絡先」{{ 「お客様係」 }}\n}}\n");
    let old = policy(&source("個人情報を大切に扱います。"));
    assert_eq!(document(&old, &old)["comparisons"][0]["class"], Value::Null);
    let new = policy(&source("個人情報を適切に扱います。"));
    assert_eq!(document(&old, &new)["comparisons"][0]["class"], "wording_only");
}
