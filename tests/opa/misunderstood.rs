//! What the module does not understand it says, and permits nothing.

use hoshin::internals::policy::Policy;
use serde_json::{Value, json};

use super::asking::Rego;
use crate::support::compiled::policy;

/// Everything about personal information is permitted, whatever for.
fn open() -> Policy {
    policy(
        "情報 個人情報 { ・氏名［直接識別］ }
主体 第三者 { ・販売店 }
方針「個人情報の取扱い」{
  事業者 当社「株式会社あかり文具」
  章 提供「提供」{
    目的 発送「商品の発送」
    提供「当社は、個人情報を第三者に提供します。」{
      提供先［第三者］
      項目［個人情報］
    }
  }
}
",
    )
}

fn request() -> Value {
    json!({"act": "provide", "data": ["氏名"], "party": "販売店", "purpose": "発送"})
}

#[test]
fn what_may_be_left_out_or_null_is_asked_about_as_a_whole() {
    let mut rego = Rego::of(&open());
    let mut verdict = |member: &str, value: Option<Value>| {
        let mut request = request();
        let members = request.as_object_mut().expect("an object");
        match value {
            Some(value) => members.insert(member.to_owned(), value),
            None => members.remove(member),
        };
        let answer = rego.answer(&request);
        assert_eq!(answer["errors"], json!([]), "{request}");
        answer["verdict"].as_str().expect("a word").to_owned()
    };
    for unstated in ["processing", "conditions", "route"] {
        assert_eq!(verdict(unstated, Some(Value::Null)), "permitted");
        assert_eq!(verdict(unstated, None), "permitted");
    }
    assert_eq!(verdict("conditions", Some(json!([]))), "permitted");
    // Something else than the policy knows is asked about as well.
    for (whole, expected) in [
        ("data", "not_stated"),
        ("party", "not_stated"),
        ("purpose", "permitted"),
    ] {
        assert_eq!(verdict(whole, Some(Value::Null)), verdict(whole, None));
        assert_eq!(verdict(whole, None), expected, "{whole}");
    }
    assert_eq!(verdict("data", Some(json!([]))), verdict("data", Some(json!(["*"]))));
}

#[test]
fn every_word_that_is_not_understood_is_named_and_nothing_is_permitted() {
    let mut rego = Rego::of(&open());
    let cases = [
        ("act", json!("提供"), "unknown"),
        ("act", json!(null), "missing"),
        ("act", json!(["provide"]), "unknown"),
        ("act", json!({"provide": true}), "unknown"),
        ("data", json!("氏名"), "not an array"),
        ("data", json!({"氏名": true}), "not an array"),
        ("data", json!(["氏名", "住所"]), "unknown"),
        ("data", json!(["氏名", 1]), "unknown"),
        ("data", json!(["氏名", null]), "unknown"),
        ("data", json!(["氏名", {"rest_of": "個人情報"}]), "unknown"),
        ("party", json!("加盟店"), "unknown"),
        ("party", json!(0), "unknown"),
        ("party", json!(["販売店"]), "unknown"),
        ("party", json!({"name": "販売店"}), "unknown"),
        ("purpose", json!("広告"), "unknown"),
        ("purpose", json!(false), "unknown"),
        ("processing", json!("encrypted"), "unknown"),
        ("processing", json!(3), "unknown"),
        ("conditions", json!("同意"), "not an array"),
        ("conditions", json!(["本人の同意"]), "unknown"),
        ("conditions", json!(["*"]), "unknown"),
        ("conditions", json!([["同意"]]), "unknown"),
        ("route", json!("店頭"), "unknown"),
        ("route", json!(0), "unknown"),
        ("purposes", json!(["発送"]), "unknown member"),
        ("", json!(1), "unknown member"),
    ];
    assert_eq!(rego.answer(&request())["verdict"], "permitted");
    for (member, value, problem) in cases {
        let mut request = request();
        request[member] = value;
        let answer = rego.answer(&request);
        let errors = answer["errors"].as_array().expect("errors");
        assert_eq!(errors.len(), 1, "{request} gives {errors:?}");
        assert_eq!(
            (&errors[0]["member"], &errors[0]["problem"]),
            (&json!(member), &json!(problem)),
            "{request}"
        );
        assert_refused(&answer, &request);
        assert_eq!(rego.ask("verdict_if_processed", &request), json!({}));
        assert_eq!(rego.ask("verdict_if_asserted", &request), json!({}));
    }
}

#[test]
fn what_is_no_request_at_all_is_refused() {
    let mut rego = Rego::of(&open());
    for input in [
        json!(null),
        json!(true),
        json!(1),
        json!("provide"),
        json!([]),
        json!([request()]),
        json!({}),
    ] {
        let answer = rego.answer(&input);
        assert!(!answer["errors"].as_array().expect("errors").is_empty(), "{input}");
        assert_refused(&answer, &input);
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let request = json!({"act": "sell", "data": ["住所", "氏名"], "party": "だれか", "conditions": ["口約束", "同意"]});
    let answer = Rego::of(&open()).answer(&request);
    let errors = answer["errors"].as_array().expect("errors");
    let mut values: Vec<&str> = errors.iter().filter_map(|error| error["value"].as_str()).collect();
    values.sort_unstable();
    assert_eq!(values, ["sell", "だれか", "住所", "口約束"]);
}

fn assert_refused(answer: &Value, request: &Value) {
    assert_eq!(answer["verdict"], "not_stated", "{request}");
    assert_eq!(answer["allow"], false, "{request}");
    assert_eq!(answer["deciding"], json!([]), "{request}");
    assert_eq!(answer["place"], Value::Null, "{request}");
}
