//! `check --report`, and what a run tells of the checks of a whole policy.

use serde_json::Value;

use super::project::Project;

const POLICY: &str = "情報 個人情報 { ・氏名［直接識別］ ・購入履歴 }
主体 加盟店
方針「個人情報の取扱いについて」{
  章 提供「第三者への提供」{
    「お客様の情報を大切に扱います。」
    提供 加盟店への提供「当社は、氏名その他の個人情報を加盟店に提供します。」{
      提供先［加盟店］
      項目［個人情報］
    }
    提供しない 不提供「当社は、購入履歴を加盟店に提供しません。」{
      提供先［加盟店］
      項目［購入履歴］
      EXCEPTION
    }
  }
}
";

fn project(exception: &str) -> Project {
    Project::new().file("方針.policy", POLICY.replace("EXCEPTION", exception))
}

/// The permit lies in the prohibition.
fn contradicting() -> Project {
    let text = POLICY
        .replace("EXCEPTION", "")
        .replace("項目［購入履歴］", "項目［個人情報］");
    Project::new().file("方針.policy", text.replace("購入履歴を加盟店", "個人情報を加盟店"))
}

#[test]
fn a_run_without_a_conflict_says_how_much_it_compared() {
    let ran = project("優先［加盟店への提供］").run(&["check", "方針.policy"]);
    ran.exits(0);
    assert!(
        ran.out.ends_with("1 組の条項を比較し、矛盾はありませんでした\n"),
        "{}",
        ran.out
    );
    let english = project("優先［加盟店への提供］").run(&["check", "--lang", "en", "方針.policy"]);
    assert!(
        english
            .out
            .ends_with("compared 1 pair of clauses and found no contradiction\n"),
        "{}",
        english.out
    );
}

#[test]
fn a_run_with_a_conflict_does_not_say_that_there_is_none() {
    let ran = project("").run(&["check", "方針.policy"]);
    ran.exits(0);
    assert!(ran.out.contains("警告[H0502]"), "{}", ran.out);
    assert!(!ran.out.contains("組の条項を比較し"), "{}", ran.out);
}

#[test]
fn a_conflict_that_is_hidden_is_not_denied() {
    let ran = project("").run(&["check", "--allow", "H0502", "方針.policy"]);
    ran.exits(0);
    assert!(!ran.out.contains("組の条項を比較し"), "{}", ran.out);
}

#[test]
fn a_contradiction_stops_the_build() {
    let project = contradicting();
    let ran = project.run(&["build", "方針.policy", "-o", "site"]);
    ran.exits(1);
    assert!(ran.err.contains("エラー[H0501]"), "{}", ran.err);
    assert!(!project.path("site").exists());
}

#[test]
fn the_report_counts_what_is_bound_to_a_rule() {
    let ran = project("優先［加盟店への提供］").run(&["check", "--report", "方針.policy"]);
    ran.exits(0);
    let expected = "規則に結び付いている文言の割合（文言と規則が一致している割合ではありません）:
1. 第三者への提供: 75%（45 / 60 字）、規則のない文 1 件、「その他」「等」などの開いた書き方 1 か所
    方針.policy:5:5: 「お客様の情報を大切に扱います。」
";
    assert!(ran.out.starts_with(expected), "{}", ran.out);
}

#[test]
fn a_policy_with_errors_has_no_report_and_no_heading_of_one() {
    let ran = project("優先［加盟店への提今日］").run(&["check", "--report", "方針.policy"]);
    ran.exits(1);
    assert!(ran.out.starts_with("エラー[H0201]"), "{}", ran.out);
}

#[test]
fn the_report_for_programs_is_a_member_of_the_document() {
    let ran = project("優先［加盟店への提供］").run(&["check", "--report", "--format", "json", "方針.policy"]);
    ran.exits(0);
    let document: Value = serde_json::from_str(&ran.out).expect("JSON");
    let chapter = &document["coverage"][0];
    assert_eq!(chapter["heading"], "1. 第三者への提供");
    assert_eq!(
        (&chapter["bound"], &chapter["total"]),
        (&Value::from(45), &Value::from(60))
    );
    assert_eq!(chapter["plain"][0]["start"]["line"], 5);
    let without = project("優先［加盟店への提供］").run(&["check", "--format", "json", "方針.policy"]);
    let document: Value = serde_json::from_str(&without.out).expect("JSON");
    assert_eq!(document.get("coverage"), None);
}

#[test]
fn the_report_goes_with_human_and_json_only() {
    let ran = project("").run(&["check", "--report", "--format", "sarif", "方針.policy"]);
    ran.exits(2);
    assert!(ran.err.contains("C0001"), "{}", ran.err);
}

/// A rule without words is compared with the paragraph beside it, and the report says so as well.
#[test]
fn a_paragraph_that_states_a_rule_without_words_is_bound() {
    let source = |paragraph: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ }}
主体 第三者 {{ ・加盟店 }}
方針「個人情報の取扱いについて」{{
  章 提供「第三者への提供」{{
    「{paragraph}」
    ・「法令に基づく場合」
    「お問い合わせください。」
    提供しない 原則 {{
      提供先［第三者］
      項目［個人情報］
      但し［法令］
    }}
  }}
}}
"
        )
    };
    let report = |paragraph: &str| {
        let project = Project::new().file("方針.policy", source(paragraph));
        project.run(&["check", "--report", "--hints", "方針.policy"]).out
    };
    let stated = report("当社は、次の場合その他法令で認められる場合を除き、個人情報を第三者に提供しません。");
    assert!(stated.contains("規則のない文 1 件"), "{stated}");
    assert!(
        stated.contains("方針.policy:7:5: 「お問い合わせください。」"),
        "{stated}"
    );
    assert!(!stated.contains("H0622"), "{stated}");
    // What is left open is listed, and what was not compared is said.
    assert!(
        stated.contains("方針.policy:5:6: 開いた書き方: 当社は、次の場合その他"),
        "{stated}"
    );
    assert!(stated.contains("比べていません"), "{stated}");
    // A paragraph on another act stands for itself.
    let other = report("当社は、個人情報の取扱いを委託しません。");
    assert!(
        other.contains("規則のない文 3 件") && other.contains("H0622"),
        "{other}"
    );
}

/// What the policy defines leaves nothing open, and a name alone is no sentence without a rule.
#[test]
fn defined_terms_are_not_open_and_names_alone_are_not_counted() {
    let source = "情報 個人情報 { ・氏名［直接識別］ }
主体 提携先「提携する企業等」
方針「個人情報の取扱いについて」{
  事業者 当社「株式会社見本商店」
  章 名称「事業者の名称」{ 「{当社}」 }
  章 提供「第三者への提供」{
    「店舗および通信販売（以下「店舗等」といいます）をご利用ください。」
    「店舗等と催し等では、お客様係が伺います。」
    提供［氏名］「氏名を提携する企業等に提供します。」{ 提供先［提携先］ }
  }
}
";
    let project = Project::new().file("方針.policy", source);
    let report = project.run(&["check", "--report", "方針.policy"]).out;
    assert!(report.contains("事業者の名称: 文言なし"), "{report}");
    assert!(report.contains("開いた書き方 1 か所"), "{report}");
    assert!(report.contains("開いた書き方: 店舗等と催し等では"), "{report}");
}
