//! Consents that say what was consented to (範囲＝).

use hoshin::internals::bundle::Bundle;
use hoshin::internals::compile::Compilation;
use hoshin::internals::decide::{Decider, Question, explain};
use hoshin::internals::diagnostic::Code;
use hoshin::internals::policy::Expected;
use proptest::prelude::*;
use proptest::sample::subsequence;

use super::cases;
use crate::support::compiled::compiled;

const ACTS: [&str; 2] = ["提供", "委託"];
const PARTIES: [&str; 3] = ["加盟店", "広告会社", "配送業者"];
const PURPOSES: [&str; 3] = ["発送", "案内", "広告"];

/// A policy with two kinds of 同意, one of them with this in its ［］, and these lines.
fn case(scope: &str, lines: &str) -> Compilation {
    compiled(&format!(
        "情報 個人情報 {{ ・氏名［直接識別］ }}
主体 第三者 {{ ・加盟店 ・広告会社 ・配送業者 }}
条件 {{ ・配信の同意［同意{scope}］ ・書面の同意［同意］ }}
方針「個人情報の取扱い」{{
  事業者 当社「株式会社あかり文具」
  章 取得「取得する情報」{{
    取得「当社は、個人情報を取得します。」
  }}
  章 目的「利用目的」{{
    目的 発送「商品の発送」
    目的 案内「商品のご案内」
    目的 広告「他社の広告」
  }}
  章 定め「個人情報の取扱い」{{
{lines}
  }}
}}
"
    ))
}

#[track_caller]
fn decide(case: &Compilation, act: &str, party: &str, purpose: &str, conditions: &[&str]) -> Expected {
    let policy = case
        .policy
        .as_ref()
        .unwrap_or_else(|| panic!("no policy: {:#?}", case.diagnostics));
    let decider = Decider::new(policy);
    let question = Question {
        act,
        data: &["氏名"],
        party: Some(party),
        purpose: Some(purpose),
        conditions,
        ..Question::default()
    };
    let request = decider.request(&question).expect("all names are declared");
    decider.decide_bare(&request)
}

const EXCEPT_CONSENT: &str = "提供しない 原則「当社は、本人の同意なく、氏名を第三者に提供しません。」{ 提供先［第三者］\n項目［氏名］\n但し［同意］ }";

/// Who agreed to mails did not agree to a provision for other purposes.
#[test]
fn a_consent_counts_only_where_it_reaches() {
    let case = case("、範囲＝案内", EXCEPT_CONSENT);
    let asked = |purpose, conditions: &[&str]| decide(&case, "提供", "加盟店", purpose, conditions);
    assert_eq!(asked("案内", &["配信の同意"]), Expected::Permitted);
    assert_eq!(asked("広告", &["配信の同意"]), Expected::PermittedUnderConditions);
    assert_eq!(
        asked("その他：転売", &["配信の同意"]),
        Expected::PermittedUnderConditions
    );
    assert_eq!(asked("広告", &["配信の同意", "書面の同意"]), Expected::Permitted);
    // Who asserts 同意 asserts consent to what is asked about.
    assert_eq!(asked("広告", &["同意"]), Expected::Permitted);
}

#[test]
fn a_consent_may_reach_an_act_and_a_party() {
    let case = case("、範囲＝提供、範囲＝加盟店、範囲＝配送業者", EXCEPT_CONSENT);
    assert_eq!(
        decide(&case, "提供", "加盟店", "案内", &["配信の同意"]),
        Expected::Permitted
    );
    assert_eq!(
        decide(&case, "提供", "配送業者", "案内", &["配信の同意"]),
        Expected::Permitted
    );
    assert_eq!(
        decide(&case, "提供", "広告会社", "案内", &["配信の同意"]),
        Expected::PermittedUnderConditions
    );
}

#[test]
fn what_a_scope_names_must_be_known() {
    let codes = |scope: &str| -> Vec<Code> {
        case(scope, EXCEPT_CONSENT)
            .diagnostics
            .iter()
            .map(|one| one.code)
            .collect()
    };
    assert!(codes("、範囲＝あんない").contains(&Code::H0201));
    assert!(codes("、範囲＝\"案内\"").contains(&Code::H0207));
    assert!(codes("、契約、範囲＝案内").iter().all(|code| *code != Code::H0207));
    let other = compiled("条件 { ・会員登録［契約、範囲＝案内］ }\n目的 案内\n方針「取扱い」{ 「本文。」 }\n");
    assert!(
        other.diagnostics.iter().any(|one| one.code == Code::H0207),
        "{:#?}",
        other.diagnostics
    );
}

/// Who asserts a consent to something else is told why it does not count.
#[test]
fn that_a_consent_does_not_reach_is_said() {
    let case = case("、範囲＝案内", EXCEPT_CONSENT);
    let policy = case.policy.as_ref().expect("it compiles");
    let told = |purpose, conditions: &[&str]| {
        let decider = Decider::new(policy);
        let question = Question {
            act: "提供",
            data: &["氏名"],
            party: Some("加盟店"),
            purpose: Some(purpose),
            conditions,
            ..Question::default()
        };
        let request = decider.request(&question).expect("all names are declared");
        explain::japanese(policy, &request, &decider.decide(&request))
    };
    const SAYS: &str = "「配信の同意」の範囲は、問い合わせた取扱いには及びません。";
    assert!(
        told("広告", &["配信の同意"]).contains(SAYS),
        "{}",
        told("広告", &["配信の同意"])
    );
    assert!(!told("案内", &["配信の同意"]).contains("範囲"));
    assert!(!told("広告", &["契約"]).contains("範囲"));
    assert!(!told("広告", &["同意", "配信の同意"]).contains("範囲"));
}

/// Article 27(2), proviso, holds of what a linking brings under a permission as well.
#[test]
fn a_linking_brings_nothing_that_requires_special_care_under_a_filing() {
    let asked = |condition: &str, conditions: &[&str]| {
        let policy = compiled(&format!(
            "情報 会員情報 {{ ・氏名［直接識別］ }}
情報 病歴［要配慮］
主体 第三者 {{ ・名簿業者 }}
方針「個人情報の取扱い」{{
  章 提供「提供」{{
    提供［会員情報］「27条2項の届出により、または同意を得て、会員情報を名簿業者に提供します。」{{ 提供先［名簿業者］\n場合［{condition}］ }}
    紐付け［病歴 → 会員情報］
  }}
}}
"
        ));
        let policy = policy
            .policy
            .as_ref()
            .unwrap_or_else(|| panic!("{:#?}", policy.diagnostics))
            .clone();
        let decider = Decider::new(&policy);
        let ask = |data: &str| {
            let question = Question {
                act: "提供",
                data: &[data],
                party: Some("名簿業者"),
                conditions,
                ..Question::default()
            };
            decider.decide_bare(&decider.request(&question).expect("all names are declared"))
        };
        (ask("氏名"), ask("病歴"))
    };
    assert_eq!(asked("同意", &["同意"]), (Expected::Permitted, Expected::Permitted));
    let (name, illness) = asked("オプトアウト届出", &["オプトアウト届出"]);
    assert_eq!(name, Expected::Permitted);
    assert_ne!(illness, Expected::Permitted);
}

/// Statements about 提供 and 委託 in which the two consents play every part.
const LINES: [&str; 7] = [
    EXCEPT_CONSENT,
    "提供 全部「同意を得た場合の、氏名の第三者への提供」{ 提供先［第三者］\n項目［氏名］\n場合［同意］ }",
    "提供 案内の提供「ご案内のために同意を得た場合の、氏名の第三者への提供」{ 提供先［第三者］\n項目［氏名］\n目的［案内］\n場合［同意、契約］ }",
    "提供 二つ「同意と契約のある場合の、氏名の加盟店への提供」{ 提供先［加盟店］\n項目［氏名］\n場合［同意＋契約、書面の同意］ }",
    "委託 委託「同意を得た場合の、氏名の取扱いの第三者への委託」{ 提供先［第三者］\n項目［氏名］\n場合［同意］ }",
    "特約 特約「氏名は、配信の同意がなければ、加盟店に提供しません。」{ 対象［氏名］\n禁止［提供、加盟店］\n但し［配信の同意］ }",
    "特約 二重「氏名は、同意と契約がなければ、広告のために提供しません。」{ 対象［氏名］\n禁止［提供、広告］\n但し［同意＋契約］ }",
];

proptest! {
    #![proptest_config(cases(48))]

    /// A consent with a scope is, within it, the consent without one, and beyond it none.
    #[test]
    fn beyond_its_scope_a_consent_is_as_if_it_were_not_given(
        lines in subsequence(LINES.to_vec(), 1..LINES.len()),
        acts in subsequence(ACTS.to_vec(), 0..=1),
        parties in subsequence(PARTIES.to_vec(), 0..=2),
        purposes in subsequence(PURPOSES.to_vec(), 0..=2),
    ) {
        let scope: String = acts.iter().chain(&parties).chain(&purposes).map(|name| format!("、範囲＝{name}")).collect();
        let lines = lines.join("\n");
        let (scoped, plain) = (case(&scope, &lines), case("", &lines));
        let reaches = |names: &[&str], name: &str| names.is_empty() || names.contains(&name);
        // And a bundle says it too.
        let policy = scoped.policy.as_ref().expect("it compiles");
        let again = Bundle::from_policy(policy, &scoped.sources).to_policy().expect("a bundle of ours");
        prop_assert_eq!(&again.norms, &policy.norms);
        for act in ACTS {
            for party in PARTIES {
                for purpose in PURPOSES {
                    for others in [&[][..], &["契約"], &["書面の同意"], &["同意"]] {
                        let with: Vec<&str> = others.iter().copied().chain(["配信の同意"]).collect();
                        let counts = reaches(&acts, act) && reaches(&parties, party) && reaches(&purposes, purpose);
                        let found = decide(&scoped, act, party, purpose, &with);
                        let expected = decide(&plain, act, party, purpose, if counts { &with } else { others });
                        let words = (act, party, purpose, &with, &scope, &lines);
                        prop_assert_eq!(found == Expected::Permitted, expected == Expected::Permitted, "{:?}", words);
                        prop_assert_eq!(found == Expected::NotStated, expected == Expected::NotStated, "{:?}", words);
                    }
                }
            }
        }
    }
}
