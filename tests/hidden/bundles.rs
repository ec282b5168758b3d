//! Into hoshin through a bundle: what another program wrote, or an older hoshin.

use hoshin::internals::bundle::Bundle;
use hoshin::internals::compile::{NoImports, Options, compile};
use serde_json::Value;

use super::{Kind, PLACE, POLICY, assert_unseen, outputs, table};
use crate::bundle::independent_digest;

fn clean() -> Value {
    let compilation = compile(
        "a.policy",
        POLICY.as_bytes().to_vec(),
        &mut NoImports,
        &Options::default(),
    );
    let policy = compilation
        .policy
        .unwrap_or_else(|| panic!("{:#?}", compilation.diagnostics));
    let json = Bundle::from_policy(&policy, &compilation.sources).to_json();
    let mut value: Value = serde_json::from_str(&json).expect("JSON");
    // A source names countries that there are.
    value["vocabulary"]["parties"][0]["countries"] = serde_json::json!([format!("あ{PLACE}めりか")]);
    value
}

/// The bundle with the piece in every place, and a digest that fits.
fn with(piece: &str) -> String {
    let json = clean().to_string();
    let quoted = Value::from(piece).to_string();
    let json = json.replace(PLACE, quoted.trim_matches('"'));
    let mut value: Value = serde_json::from_str(&json).expect("JSON");
    value["digest"] = independent_digest(&value).into();
    value.to_string()
}

#[test]
fn the_policy_has_a_place_in_every_part_of_a_bundle() {
    let places = clean().to_string().matches(PLACE).count();
    assert!(places > 40, "{places}");
}

#[test]
fn control_characters_are_refused() {
    for (_, pieces) in table().into_iter().filter(|(kind, _)| *kind == Kind::Control) {
        for c in pieces.iter().flat_map(|piece| piece.chars()) {
            let error = Bundle::from_json(&with(&c.to_string())).expect_err("refused");
            assert_eq!(error.code(), "B0015", "U+{:04X}: {error}", u32::from(c));
            assert!(
                error.message().ja.contains(&format!("U+{:04X}", u32::from(c))),
                "{error}"
            );
        }
    }
    assert!(Bundle::from_json(&with("\t\n")).is_ok());
}

#[test]
fn everything_else_leaves_as_its_code_point() {
    let old = Bundle::from_json(&with(""))
        .expect("a bundle")
        .to_policy()
        .expect("a policy");
    for (_, pieces) in table().into_iter().filter(|(kind, _)| *kind != Kind::Control) {
        for piece in pieces {
            let bundle = Bundle::from_json(&with(&piece)).expect("a bundle");
            let new = bundle.to_policy().expect("a policy");
            let mut all = outputs::of_policy(&new, &bundle, &piece);
            all.extend(outputs::of_revisions(&old, &new, &piece));
            all.extend(outputs::of_revisions(&new, &old, &piece));
            for (what, output) in &all {
                assert_unseen(output, &piece, what);
            }
            // The data is exact all the same.
            assert_eq!(Bundle::from_json(&bundle.to_json()).as_ref(), Ok(&bundle));
            let first = piece.chars().next().expect("not empty");
            let shown = format!("はじめに［U+{:04X}］", u32::from(first));
            for (what, output) in all
                .iter()
                .filter(|(what, _)| ["the page", "the text", "the Markdown"].contains(what))
            {
                assert!(output.contains(&shown), "{what}");
            }
        }
    }
}

#[test]
fn a_name_may_hold_nothing_that_cannot_be_seen() {
    let json = clean().to_string();
    for name in ["氏名", "加盟店", "配送", "希望", "応募", "提供.店へ"] {
        for c in ['\u{3164}', '\u{202E}', '\u{E0100}', '\u{200B}'] {
            let hostile = json.replace(&format!("\"{name}\""), &format!("\"{name}{c}\""));
            let mut value: Value = serde_json::from_str(&hostile).expect("JSON");
            value["digest"] = independent_digest(&value).into();
            let error = Bundle::from_json(&value.to_string()).expect_err("refused");
            assert_eq!(error.code(), "B0015", "{name} {error}");
        }
    }
}

#[test]
fn two_names_that_are_one_are_refused() {
    let json = clean().to_string();
    let hostile = json
        .replace("\"name\":\"住所\"", "\"name\":\"氏名\"")
        .replace("住所", "氏名");
    let mut value: Value = serde_json::from_str(&hostile).expect("JSON");
    value["digest"] = independent_digest(&value).into();
    assert_eq!(
        Bundle::from_json(&value.to_string()).expect_err("refused").code(),
        "B0008"
    );
    let source = "情報 甲 { ・区分1 ・区分2 }\n方針「題」{ 章 乙「乙」{ 取得［甲］「区分を取得します。」 } }\n";
    let compilation = compile(
        "a.policy",
        source.as_bytes().to_vec(),
        &mut NoImports,
        &Options::default(),
    );
    let policy = compilation.policy.expect("a policy");
    let json = Bundle::from_policy(&policy, &compilation.sources).to_json();
    let mut value: Value = serde_json::from_str(&json.replace("区分2", "区分１")).expect("JSON");
    value["digest"] = independent_digest(&value).into();
    assert_eq!(
        Bundle::from_json(&value.to_string()).expect_err("refused").code(),
        "B0008"
    );
}
