//! `test`: the 検証 of a policy.

use super::project::{Project, SHOP};

const TESTS: &str = "
  検証「加盟店に氏名を渡せる」{
    提供［氏名］
    提供先［加盟店］
    目的［配送］
    結果［許可］
  }
  検証「氏名を配送に使える」{
    利用［氏名］
    目的［配送］
    結果［許可］
  }
";

const FAILING: &str = "
  検証「住所を渡さない」{
    提供［住所］
    提供先［加盟店］
    目的［配送］
    結果［禁止］
  }
";

/// The shop's policy with these tests in it.
fn shop(tests: &str) -> String {
    let end = SHOP.trim_end().strip_suffix('}').expect("the policy ends with a brace");
    format!("{end}{tests}}}\n")
}

fn project() -> Project {
    Project::shop()
        .file("good.policy", shop(TESTS))
        .file("bad.policy", shop(&format!("{TESTS}{FAILING}")))
}

#[test]
fn a_run_is_told_like_that_of_unit_tests() {
    let project = project();
    let mut report = String::new();
    let cases: [(&[&str], i32); 12] = [
        (&["good.policy"], 0),
        (&["bad.policy"], 1),
        (&["bad.policy", "-q"], 1),
        (&["good.policy", "-q"], 0),
        (&["good.policy", "-v", "--filter", "配送"], 0),
        (&["bad.policy", "--filter", "渡せる", "--filter", "使える"], 0),
        (&["good.policy", "--filter", "広告"], 1),
        (&["shop.policy"], 0),
        (&["shop.policy", "--coverage"], 0),
        (&["good.policy", "bad.policy", "--coverage"], 1),
        (&["bad.policy", "--lang", "en", "--coverage"], 1),
        (&["shop.policy", "--lang", "en", "--coverage"], 0),
    ];
    for (arguments, code) in cases {
        let ran = project.run(&[&["test"], arguments].concat());
        report += &format!("$ hoshin test {}\n{}\n", arguments.join(" "), ran.out);
        assert_eq!(ran.exits(code).err, "");
    }
    insta::assert_snapshot!(report);
}

#[test]
fn a_bundle_is_tested_like_its_source() {
    let project = project();
    project.run(&["build", "bad.policy", "-o", "out"]).exits(0);
    let source = project.run(&["test", "bad.policy", "--coverage", "-v"]);
    let bundle = project.run(&["test", "out/bundle.json", "--coverage", "-v"]);
    assert_eq!(source.exits(1).out, bundle.exits(1).out);
}

#[test]
fn what_cannot_be_tested_does_not_keep_the_rest_from_it() {
    let project = project()
        .file("wrong.policy", SHOP.replace("［加盟店］", "［加盟点］"))
        .file("other.json", "{\"format\": \"hoshin.bundle/9\"}");
    let ran = project.run(&["test", "wrong.policy", "good.policy"]);
    assert!(
        ran.exits(1).err.contains("H0201") && ran.out.contains("すべて成功"),
        "{ran:#?}"
    );
    let ran = project.run(&["test", "other.json", "good.policy", "missing.policy"]);
    ran.exits(2);
    assert!(ran.err.contains("C0016") && ran.err.contains("C0002") && ran.out.contains("すべて成功"));
    let ran = project.run(&["test", "missing.policy"]);
    assert_eq!(ran.exits(2).out, "");
    let ran = project.run(&["test", "good.policy", "good.policy"]);
    assert!(ran.exits(2).err.contains("C0006"), "{ran:#?}");
}

#[test]
fn json_keeps_to_the_schema() {
    let project = project().file("wrong.policy", SHOP.replace("［加盟店］", "［加盟点］"));
    let schema = project.run(&["schema", "tests"]).exits(0).json();
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for arguments in [
        &["good.policy", "bad.policy", "wrong.policy"][..],
        &["good.policy", "--filter", "配送"],
        &["shop.policy"],
    ] {
        let report = project.run(&[&["test", "--format", "json"], arguments].concat()).json();
        let error = validator.validate(&report).err().map(|error| error.to_string());
        assert_eq!(error, None, "{report:#}");
    }
    let ran = project.run(&["test", "--format", "json", "bad.policy", "wrong.policy"]);
    let mut report = ran.exits(1).json();
    assert_eq!(report["not_run"], serde_json::json!(["wrong.policy"]));
    assert_eq!(
        report["counts"],
        serde_json::json!({"tests": 3, "succeeded": 2, "failed": 1})
    );
    let failed = report["policies"][0]["tests"][2].take();
    assert_eq!(failed["expected"], "forbidden");
    assert_eq!(failed["answer"], "permitted");
    assert_eq!(
        failed["place"],
        serde_json::json!({"file": "bad.policy", "line": 32, "column": 3})
    );
    let report = project
        .run(&["test", "--format", "json", "good.policy", "--filter", "配送"])
        .json();
    assert!(report["policies"][0]["coverage"].is_null());
}

#[test]
fn marks_are_coloured_for_terminals_only() {
    let project = project();
    assert!(!project.run(&["test", "bad.policy"]).out.contains('\u{1B}'));
    let ran = project.run(&["test", "bad.policy", "--color", "always"]);
    assert!(
        ran.out.contains("\u{1B}[32mok") && ran.out.contains("\u{1B}[31m失敗"),
        "{ran:#?}"
    );
}
