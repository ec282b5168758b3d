//! What nobody named: a purpose, a party, data that no name of the policy stands for.

use hoshin::internals::bundle::Bundle;
use hoshin::internals::compile::Compilation;
use hoshin::internals::decide::{Decider, Question, Unresolved, Why};
use hoshin::internals::diagnostic::Code;
use hoshin::internals::policy::{Expected, Policy};

use crate::support::compiled::compiled;
use crate::support::naive::Naive;

/// A policy with this vocabulary, two purposes, and these lines in one chapter.
fn case(vocabulary: &str, lines: &str) -> Compilation {
    compiled(&format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・住所［直接識別］ }}
{vocabulary}
方針「個人情報の取扱い」{{
  事業者 当社「株式会社あかり文具」
  章 取得「取得する情報」{{
    取得「当社は、個人情報を取得します。」
  }}
  章 目的「利用目的」{{
    目的 発送「商品の発送」
    目的 案内「商品のご案内」
  }}
  章 定め「個人情報の取扱い」{{
{lines}
  }}
}}
"
    ))
}

fn policy(case: &Compilation) -> &Policy {
    case.policy
        .as_ref()
        .unwrap_or_else(|| panic!("no policy: {:#?}", case.diagnostics))
}

/// Asks `利用 氏名 当社 発送`: act, data, party, purpose; `-` leaves out. The naive evaluator and the bundle say the same.
#[track_caller]
fn ask(case: &Compilation, words: &str) -> Result<Expected, Vec<Unresolved>> {
    let policy = policy(case);
    let stated = |word: &'static str| (word != "-").then_some(word);
    let words: Vec<&'static str> = words.to_owned().leak().split_whitespace().collect();
    let question = Question {
        act: words[0],
        data: &[words[1]],
        party: stated(words[2]),
        purpose: stated(words[3]),
        ..Question::default()
    };
    let decider = Decider::new(policy);
    let request = decider.request(&question)?;
    let found = decider.decide(&request).answer.kind();
    assert_eq!(decider.decide_bare(&request), found, "{words:?}");
    assert_eq!(Naive::new(policy).answer(&request).kind, found, "{words:?}");
    let bundle = Bundle::from_policy(policy, &case.sources);
    let again = bundle.to_policy().expect("a bundle of ours");
    assert_eq!(Decider::new(&again).decide_bare(&request), found, "{words:?}");
    Ok(found)
}

#[track_caller]
fn answers(case: &Compilation, expected: &[(&str, Expected)]) {
    for (words, answer) in expected {
        assert_eq!(ask(case, words), Ok(*answer), "{words}");
    }
}

use Expected::{Forbidden, NotStated, Permitted};

const PARTIES: &str = "主体 第三者 { ・加盟店 ・配送業者 }";
const BEYOND: &str = "利用しない 目的外「当社は、利用目的の達成に必要な範囲を超えて、個人情報を利用しません。」{ 項目［個人情報］\n但し［目的］ }";

/// The commonest sentence about purposes is no dead clause: it forbids the purposes that the policy does not name.
#[test]
fn what_goes_beyond_the_purposes_is_forbidden() {
    let case = case(PARTIES, BEYOND);
    let codes: Vec<Code> = case.diagnostics.iter().map(|one| one.code).collect();
    assert!(!codes.contains(&Code::H0504), "{codes:?}");
    answers(
        &case,
        &[
            ("利用 氏名 - 発送", Permitted),
            ("利用 氏名 - 案内", Permitted),
            ("利用 氏名 - その他：転売", Forbidden),
            ("利用 氏名 - -", Forbidden),
        ],
    );
}

/// A permission for the purposes there are is none for any purpose.
#[test]
fn every_purpose_that_is_named_is_not_every_purpose() {
    let case = case(PARTIES, "「ここでは何も定めません。」");
    answers(
        &case,
        &[
            ("利用 氏名 - 発送", Permitted),
            ("利用 氏名 - -", NotStated),
            ("利用 氏名 - その他", NotStated),
            ("利用 氏名 - その他の目的", NotStated),
        ],
    );
    let lines = "利用「当社は、個人情報を利用します。」{ 項目［個人情報］ }";
    answers(
        &self::case(PARTIES, lines),
        &[("利用 氏名 - -", Permitted), ("利用 氏名 - その他：転売", Permitted)],
    );
}

/// A party that nobody named is a third party where the policy speaks of third parties.
#[test]
fn an_unknown_party_is_a_third_party_where_there_are_any() {
    let lines = "提供しない「当社は、個人情報を第三者に提供しません。」{ 提供先［第三者］\n項目［個人情報］ }";
    answers(
        &case(PARTIES, lines),
        &[
            ("提供 氏名 その他：名簿業者 -", Forbidden),
            ("提供 氏名 その他の第三者 -", Forbidden),
            ("提供 氏名 加盟店 -", Forbidden),
        ],
    );
    let lines = "提供しない「当社は、個人情報を加盟店に提供しません。」{ 提供先［加盟店］\n項目［個人情報］ }";
    let without = case("主体 加盟店", lines);
    answers(
        &without,
        &[
            ("提供 氏名 その他：名簿業者 -", NotStated),
            ("提供 氏名 その他の主体 -", NotStated),
            ("提供 氏名 加盟店 -", Forbidden),
        ],
    );
}

/// A slip of the pen opens nothing: only who says その他 asks about what the policy does not know.
#[test]
fn a_misspelt_name_is_no_other_purpose() {
    let case = case(PARTIES, "利用「当社は、個人情報を利用します。」{ 項目［個人情報］ }");
    for words in [
        "利用 氏名 - 発想",
        "利用 氏名 - 転売",
        "利用 氏名 - その他転売",
        "利用 使命 - 発送",
    ] {
        let unknown = ask(&case, words).expect_err(words);
        assert_eq!(unknown.len(), 1, "{words}");
    }
    // What the policy has a name for is no other.
    let known = ask(&case, "利用 氏名 - その他：発送").expect_err("a purpose of the policy");
    assert_eq!(known[0].why, Why::Known("発送".to_owned()));
    assert_eq!(known[0].nearest(), Some("発送"));
    assert_eq!(
        known[0].japanese(),
        "目的「発送」は方針にあります（「その他：発送」ではなく「発送」と尋ねてください）"
    );
    assert_eq!(ask(&case, "利用 その他：歩数 - 発送"), Ok(NotStated));
    assert_eq!(ask(&case, "利用 その他の個人情報 - 発送"), Ok(Permitted));
}

/// A name of the policy's own goes before the words for what nobody named.
#[test]
fn a_purpose_called_other_is_that_purpose() {
    let lines = "利用 雑用「当社は、個人情報をその他の業務に利用します。」{ 項目［個人情報］\n目的［その他の目的］ }";
    let case = case("目的 その他の目的「その他の業務」", lines);
    answers(
        &case,
        &[
            ("利用 氏名 - その他の目的", Permitted),
            ("利用 氏名 - その他：転売", NotStated),
        ],
    );
}

/// A limit to all purposes there are is a limit to these.
#[test]
fn a_limit_to_the_purposes_there_are_leaves_no_other() {
    let lines = "利用「当社は、個人情報を利用します。」{ 項目［個人情報］ }
    特約「住所は、発送および案内の目的にのみ利用します。」{ 対象［住所］\n限定［発送、案内］ }";
    let case = case(PARTIES, lines);
    let codes: Vec<Code> = case.diagnostics.iter().map(|one| one.code).collect();
    assert!(
        !codes.contains(&Code::H0504) && !codes.contains(&Code::H0506),
        "{codes:?}"
    );
    answers(
        &case,
        &[
            ("利用 住所 - 発送", Permitted),
            ("利用 住所 - その他：転売", Forbidden),
            ("利用 氏名 - その他：転売", Permitted),
        ],
    );
}

/// 検証 can say it, and what it says survives the bundle.
#[test]
fn a_policy_test_asks_about_what_nobody_named() {
    let test = |named: &str| {
        format!(
            "{BEYOND}\n  }}\n  検証「目的外」{{ 利用［氏名］\n目的［{named}］\n結果［禁止］ }}\n  章 末尾「末尾」{{ 「末尾です。」"
        )
    };
    let of = |named: &str| case(PARTIES, &test(named));
    let sound = of("その他");
    let tests = &policy(&sound).tests;
    assert_eq!(tests[0].purpose, policy(&sound).vocabulary.purposes.other());
    let bundle = Bundle::from_policy(policy(&sound), &sound.sources);
    assert!(bundle.to_json().contains(r#""purpose":{"rest_of":"*"}"#));
    assert_eq!(&bundle.to_policy().expect("a bundle of ours").tests, tests);
    let unknown = of("転売");
    assert!(unknown.diagnostics.iter().any(|one| one.code == Code::H0201));
}
