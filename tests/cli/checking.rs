//! `hoshin check`: exit codes, formats, levels.

use super::project::{Project, SHOP};

/// A policy with a name that is not declared.
fn wrong() -> String {
    SHOP.replace("提供先［加盟店］", "提供先［加盟点］")
}

/// A policy with a declaration that is not used: a warning.
fn untidy() -> String {
    SHOP.replace("方針「", "主体 取引先\n方針「")
}

#[test]
fn a_clean_policy_exits_with_0() {
    let ran = Project::shop().run(&["check", "shop.policy"]);
    ran.exits(0);
    assert_eq!(
        (ran.out.as_str(), ran.err.as_str()),
        (
            "問題は見つかりませんでした\n1 組の条項を比較し、矛盾はありませんでした\n",
            ""
        )
    );
}

#[test]
fn an_error_exits_with_1() {
    let ran = Project::shop()
        .file("wrong.policy", wrong())
        .run(&["check", "wrong.policy"]);
    ran.exits(1);
    insta::assert_snapshot!(ran.out);
    assert_eq!(ran.err, "");
}

#[test]
fn an_error_in_english() {
    let ran = Project::shop()
        .file("wrong.policy", wrong())
        .run(&["check", "wrong.policy", "--lang", "en"]);
    ran.exits(1);
    insta::assert_snapshot!(ran.out);
}

#[test]
fn a_warning_exits_with_0_unless_denied() {
    let project = Project::shop().file("untidy.policy", untidy());
    let short = |more: &[&str]| project.run(&[&["check", "untidy.policy", "--format", "short"], more].concat());
    let ran = short(&[]);
    ran.exits(0);
    assert_eq!(
        ran.out,
        "untidy.policy:3:4: 警告[H0206]: 主体 `取引先` はどこにも使われていません\n"
    );
    for denied in ["warnings", "H0206", "unused-name"] {
        let ran = short(&["--deny", denied]);
        ran.exits(1);
        assert!(ran.out.contains("エラー[H0206]"), "{ran:#?}");
    }
    let ran = short(&["--deny", "warnings", "--allow", "H0206"]);
    ran.exits(0);
    assert_eq!(ran.out, "");
}

#[test]
fn an_error_cannot_be_allowed() {
    let ran = Project::shop().run(&["check", "shop.policy", "--allow", "H0201"]);
    ran.exits(2);
    assert!(ran.err.contains("エラー[C0012]"), "{ran:#?}");
}

#[test]
fn hints_are_counted_and_shown_when_asked_for() {
    let inferred = SHOP.replace("［氏名、住所］", "");
    let project = Project::shop().file("inferred.policy", inferred);
    let ran = project.run(&["check", "inferred.policy"]);
    assert_eq!(
        ran.exits(0).out,
        "問題は見つかりませんでした（参考 1 件。--hints で表示）\n1 組の条項を比較し、矛盾はありませんでした\n"
    );
    let ran = project.run(&["check", "inferred.policy", "--hints"]);
    assert!(ran.exits(0).out.starts_with("参考[H0603]: "), "{ran:#?}");
    let ran = project.run(&["check", "inferred.policy", "--strict"]);
    assert!(!ran.exits(1).out.contains("参考"), "{ran:#?}");
}

#[test]
fn several_files_are_checked_each_on_its_own_and_reported_together() {
    let project = Project::shop().file("b/wrong.policy", wrong().replace("vocabulary", "../vocabulary"));
    let ran = project.run(&["check", "shop.policy", "b/wrong.policy", "--format", "short"]);
    ran.exits(1);
    assert_eq!(
        ran.out,
        "b/wrong.policy:14:11: エラー[H0201]: `加盟点` という主体は宣言されていません\n"
    );
    let ran = project.run(&["check", "shop.policy", "b/wrong.policy", "--format", "json"]);
    let json = ran.exits(1).json();
    assert_eq!(json["format"], "hoshin.diagnostics/1");
    assert_eq!(
        json["counts"],
        serde_json::json!({ "errors": 1, "warnings": 0, "hints": 0 })
    );
    assert_eq!(json["diagnostics"][0]["labels"][0]["file"], "b/wrong.policy");
    let ran = project.run(&["check", "shop.policy", "b/wrong.policy", "--format", "sarif"]);
    let sarif = ran.exits(1).json();
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "H0201");
    assert_eq!(
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "b/wrong.policy"
    );
    let ran = project.run(&["check", "shop.policy", "b/wrong.policy", "--format", "github"]);
    assert!(
        ran.exits(1)
            .out
            .starts_with("::error file=b/wrong.policy,line=14,col=11,"),
        "{ran:#?}"
    );
}

#[test]
fn a_file_that_two_policies_import_speaks_once() {
    let broken = "情報 個人情報 {\n  ・氏名\n  ・氏名\n  ・住所\n}\n主体 加盟店\n";
    let project = Project::shop()
        .file("other.policy", SHOP)
        .file("vocabulary.policy", broken);
    let one = project.run(&["check", "shop.policy", "--format", "short"]);
    let two = project.run(&["check", "shop.policy", "other.policy", "--format", "short"]);
    assert!(
        one.exits(1).out.contains("vocabulary.policy:3:4: エラー[H0202]"),
        "{one:#?}"
    );
    assert_eq!(two.exits(1).out, one.out);
}

#[test]
fn a_file_that_cannot_be_read_does_not_keep_the_others_from_being_checked() {
    let project = Project::shop().file("wrong.policy", wrong());
    let ran = project.run(&["check", "missing.policy", "wrong.policy", "--format", "short"]);
    ran.exits(2);
    assert_eq!(ran.codes(), ["H0201"]);
    assert!(ran.err.contains("エラー[C0002]"), "{ran:#?}");
}

#[test]
fn machine_formats_are_whole_documents_when_nothing_is_found() {
    let project = Project::shop();
    let json = project.run(&["check", "shop.policy", "--format", "json"]);
    assert_eq!(json.exits(0).json()["diagnostics"], serde_json::json!([]));
    let sarif = project.run(&["check", "shop.policy", "--format", "sarif"]);
    assert_eq!(sarif.exits(0).json()["runs"][0]["results"], serde_json::json!([]));
    for format in ["github", "short"] {
        assert_eq!(
            project.run(&["check", "shop.policy", "--format", format]).exits(0).out,
            ""
        );
    }
}

#[test]
fn the_same_run_gives_the_same_bytes() {
    let project = Project::shop().file("wrong.policy", wrong());
    for format in ["human", "short", "json", "sarif", "github"] {
        let run = || {
            project
                .run(&["check", "wrong.policy", "shop.policy", "--format", format])
                .out
        };
        assert_eq!(run(), run());
    }
}
