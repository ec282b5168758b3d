//! 個人番号: no general name reaches it.

use hoshin::internals::compile::Compilation;
use hoshin::internals::decide::{Decider, Question, explain};
use hoshin::internals::diagnostic::Code;
use hoshin::internals::policy::Expected;

use crate::support::compiled::compiled;
use crate::support::naive::Naive;

fn case(data: &str, lines: &str) -> Compilation {
    compiled(&format!(
        "情報 個人情報 {{ ・氏名［直接識別］ {data} }}
主体 第三者 {{ ・税務署 ・加盟店 }}
方針「個人情報の取扱い」{{
  事業者 当社「株式会社あかり文具」
  章 定め「個人情報の取扱い」{{
{lines}
  }}
}}
"
    ))
}

#[track_caller]
fn ask(case: &Compilation, act: &str, data: &str, party: Option<&str>) -> (Expected, String) {
    let policy = case
        .policy
        .as_ref()
        .unwrap_or_else(|| panic!("{:#?}", case.diagnostics));
    let decider = Decider::new(policy);
    let question = Question {
        act,
        data: &[data],
        party,
        ..Question::default()
    };
    let request = decider.request(&question).expect("all names are declared");
    let decision = decider.decide(&request);
    assert_eq!(Naive::new(policy).answer(&request).kind, decision.answer.kind());
    (decision.answer.kind(), explain::japanese(policy, &request, &decision))
}

const GENERAL: &str = "取得［個人情報］「当社は、個人情報を取得します。」
    取得［個人番号］「当社は、個人番号を取得します。」
    目的 発送「商品の発送」
    提供［個人情報］「当社は、個人情報を加盟店に提供します。」{ 提供先［加盟店］ }";

/// The Number Act limits use and provision: what is said of personal information, or of what is collected, is not said of the number.
#[test]
fn general_names_do_not_reach_the_number() {
    for data in ["・個人番号", "・個人番号「マイナンバー」"] {
        let case = case(data, GENERAL);
        assert_eq!(ask(&case, "提供", "氏名", Some("加盟店")).0, Expected::Permitted);
        assert_eq!(ask(&case, "提供", "個人番号", Some("加盟店")).0, Expected::NotStated);
        assert_eq!(
            ask(&case, "利用", "氏名", None).0,
            Expected::NotStated,
            "no purpose is named"
        );
        assert_eq!(ask(&case, "利用", "個人番号", None).0, Expected::NotStated);
        assert_eq!(ask(&case, "取得", "個人番号", None).0, Expected::Permitted);
    }
    // Whatever the policy calls what goes to the tax office, it says so by its name.
    let named = "提供［個人番号］「当社は、個人番号を税務署に提供します。」{ 提供先［税務署］ }";
    let (found, told) = ask(&case("・個人番号", named), "提供", "個人番号", Some("税務署"));
    assert_eq!(found, Expected::Permitted);
    assert!(
        told.ends_with("個人番号の取扱いには番号法の定めがあります。hoshin はそれを確かめていません。"),
        "{told}"
    );
}

/// A purpose reaches what is collected, and not the number; one that names it does.
#[test]
fn a_stated_purpose_reaches_the_number_only_by_its_name() {
    let ask_for = |lines: &str, purpose: &str| {
        let case = case("・個人番号", lines);
        let policy = case.policy.as_ref().expect("it compiles");
        let decider = Decider::new(policy);
        let question = Question {
            act: "利用",
            data: &["個人番号"],
            purpose: Some(purpose),
            ..Question::default()
        };
        decider.decide_bare(&decider.request(&question).expect("all names are declared"))
    };
    assert_eq!(ask_for(GENERAL, "発送"), Expected::NotStated);
    let named = "取得［個人番号］「当社は、個人番号を取得します。」
    目的 税務「源泉徴収の事務」{ 項目［個人番号］「個人番号」 }";
    assert_eq!(ask_for(named, "税務"), Expected::Permitted);
}

/// Nor does a linking bring it under one.
#[test]
fn a_linking_brings_the_number_under_no_general_name() {
    let case = case(
        "・個人番号",
        "提供［個人情報］「当社は、個人情報を加盟店に提供します。」{ 提供先［加盟店］ }
    紐付け［個人番号 → 個人情報］",
    );
    assert_eq!(ask(&case, "提供", "個人番号", Some("加盟店")).0, Expected::NotStated);
    assert_eq!(ask(&case, "提供", "氏名", Some("加盟店")).0, Expected::Permitted);
}

#[test]
fn it_is_told_where_it_is_declared() {
    let marked = |data: &str| -> Vec<String> {
        let case = case(data, "取得［個人情報］「当社は、個人情報を取得します。」");
        let found = case.diagnostics.iter().filter(|one| one.code == Code::H0213);
        found
            .map(|one| case.sources.text_of(one.labels[0].span).to_owned())
            .collect()
    };
    assert_eq!(marked("・個人番号"), ["個人番号"]);
    assert_eq!(marked("・番号「マイナンバー」"), ["番号"]);
    assert_eq!(marked("・会員番号"), [""; 0]);
}
