//! Which norms policy tests cover.

use hoshin::internals::decide::testing::{self, Coverage};
use hoshin::internals::policy::Policy;

use crate::support::compiled::policy;

/// A permit with a 場合, a prohibition that gives way to it, and an exception.
fn shop(tests: &str) -> Policy {
    policy(&format!(
        "
情報 個人情報 {{ ・氏名［直接識別］ ・病歴［要配慮］ }}
主体 第三者 {{ ・加盟店 ・広告会社 }}
方針「個人情報の取扱い」{{
  事業者 当社「株式会社あかり文具」
  目的 発送「商品の発送」
  章 第三者提供「第三者への提供」{{
    提供 加盟店への提供「加盟店への提供」{{
      提供先［加盟店］
      項目［氏名］
      場合 {{ ・注文［本人選択］「ご注文の場合」 }}
    }}
    提供 例外「法令に基づく提供」{{
      提供先［第三者］
      項目［個人情報］
      場合［法令］
    }}
    提供しない 原則「上記のほか、当社は、個人情報を第三者に提供しません。」{{
      提供先［第三者］
      項目［個人情報］
      但し［加盟店への提供、例外］
    }}
  }}
{tests}
}}
"
    ))
}

/// The keys of the norms that the tests cover.
fn covered(policy: &Policy) -> Vec<&str> {
    let coverage = Coverage::of(policy, &testing::run(policy, |_| true));
    let uncovered: Vec<u32> = coverage.uncovered().map(|norm| norm.0).collect();
    assert_eq!(coverage.covered() + uncovered.len(), coverage.total());
    let norms = (0u32..).zip(&policy.norms);
    let covered = norms.filter(|(index, _)| !uncovered.contains(index));
    covered.map(|(_, norm)| norm.key.as_str()).collect()
}

fn test(act: &str, party: &str, conditions: &str, expected: &str) -> String {
    format!("検証「問い」{{\n{act}［氏名］\n提供先［{party}］\n{conditions}\n結果［{expected}］\n}}\n")
}

#[test]
fn without_tests_nothing_is_covered() {
    assert_eq!(covered(&shop("")), [] as [&str; 0]);
}

#[test]
fn a_permission_covers_what_permits_and_not_the_prohibition_that_gave_way() {
    let tests = test("提供", "加盟店", "条件［加盟店への提供.注文］", "許可");
    assert_eq!(covered(&shop(&tests)), ["第三者提供.加盟店への提供"]);
}

#[test]
fn a_conditional_permission_covers_what_forbids_until_then_as_well() {
    let tests = test("提供", "加盟店", "", "条件付き許可");
    assert_eq!(
        covered(&shop(&tests)),
        ["第三者提供.加盟店への提供", "第三者提供.例外", "第三者提供.原則"]
    );
}

#[test]
fn what_is_not_stated_covers_nothing() {
    assert_eq!(covered(&shop(&test("委託", "加盟店", "", "定めなし"))), [] as [&str; 0]);
}

#[test]
fn a_test_that_fails_covers_what_decides_it_all_the_same() {
    let tests = test("提供", "加盟店", "条件［法令］", "禁止");
    let policy = shop(&tests);
    let run = testing::run(&policy, |_| true);
    assert!(!run[0].succeeded());
    assert_eq!(covered(&policy), ["第三者提供.例外"]);
}

#[test]
fn a_prohibition_does_not_cover_the_permits_of_its_exceptions() {
    let tests = "検証「問い」{\n利用［病歴］\n目的［発送］\n結果［禁止］\n}\n";
    let rider = "章 特約「特約」{ ・特約 制限「病歴は利用しません。」{ 対象［病歴］ 禁止［利用］ 但し［同意］ } }\n";
    let rider = rider.replace(" 禁止", "\n禁止").replace(" 但し", "\n但し");
    let policy = shop(&format!("{rider}{tests}"));
    assert_eq!(covered(&policy), ["特約.制限"]);
    let run = testing::run(&policy, |_| true);
    assert!(!run[0].decision.ways.is_empty(), "consent would lift it");
}

#[test]
fn the_share_is_rounded_down_and_whole_only_when_it_is() {
    let one = test("提供", "加盟店", "条件［法令］", "許可");
    let policy = shop(&one);
    let coverage = Coverage::of(&policy, &testing::run(&policy, |_| true));
    assert_eq!((coverage.covered(), coverage.total(), coverage.percent()), (1, 4, 25));
    let policy = shop(&test("提供", "加盟店", "", "条件付き許可"));
    let run = testing::run(&policy, |_| true);
    assert!(run[0].succeeded());
    let coverage = Coverage::of(&policy, &run);
    assert_eq!((coverage.covered(), coverage.total(), coverage.percent()), (3, 4, 75));
    let nothing = crate::support::compiled::policy("方針「題」{\n「文」\n}\n");
    assert_eq!(Coverage::of(&nothing, &[]).percent(), 100);
}

#[test]
fn only_the_tests_that_are_wanted_are_run() {
    let policy = shop(&test("提供", "加盟店", "条件［法令］", "許可"));
    assert_eq!(testing::run(&policy, |test| test.title == "問い").len(), 1);
    assert_eq!(testing::run(&policy, |test| test.title == "別").len(), 0);
}
