//! 法令上の義務: every refusal makes way for it, and it permits nothing by itself.

use hoshin::internals::compile::Compilation;
use hoshin::internals::decide::{Decider, Decision, Question, Way, explain};
use hoshin::internals::diagnostic::Code;
use hoshin::internals::policy::Expected;
use hoshin::internals::vocabulary::{Dimension, Leaf, LeafSet};

use crate::support::compiled::compiled;
use crate::support::naive::Naive;

use Expected::{Forbidden, NotStated, Permitted};

fn case(lines: &str) -> Compilation {
    compiled(&format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・住所［直接識別］ }}
主体 第三者 {{ ・警察 ・広告会社 }}
条件 {{ ・令状［法令上の義務］ ・照会［法令］ }}
方針「個人情報の取扱い」{{
  事業者 当社「株式会社あかり文具」
  章 定め「個人情報の取扱い」{{
{lines}
  }}
}}
"
    ))
}

/// 提供 氏名 to the police, with these conditions.
#[track_caller]
fn decide(case: &Compilation, question: Question<'_>) -> (Decision, String) {
    let policy = case
        .policy
        .as_ref()
        .unwrap_or_else(|| panic!("{:#?}", case.diagnostics));
    let decider = Decider::new(policy);
    let request = decider.request(&question).expect("all names are declared");
    let decision = decider.decide(&request);
    // Of what a closed request leaves open there are too many sets to go through.
    if !request.closed {
        assert_eq!(Naive::new(policy).answer(&request).kind, decision.answer.kind());
    }
    assert_eq!(decider.decide_bare(&request), decision.answer.kind());
    let told = explain::japanese(policy, &request, &decision);
    (decision, told)
}

fn question<'q>(party: &'q str, conditions: &'q [&'q str]) -> Question<'q> {
    Question {
        act: "提供",
        data: &["氏名"],
        party: Some(party),
        conditions,
        ..Question::default()
    }
}

/// The conditions of each way, by their names.
#[track_caller]
fn ways(case: &Compilation, party: &str) -> Vec<String> {
    let (decision, _) = decide(case, question(party, &[]));
    let conditions = &case.policy.as_ref().expect("it compiles").vocabulary.conditions;
    let names = |set: &LeafSet| -> Vec<String> {
        let leaves = conditions.describe(set).into_iter().map(|leaf| match leaf {
            Leaf::Concept(id) | Leaf::Rest(id) => conditions.get(id).name.clone(),
        });
        leaves.collect()
    };
    let of = |way: &Way| way.conditions.all_of.iter().flat_map(names).collect::<Vec<_>>();
    decision.ways.iter().map(|way| of(way).join("・")).collect()
}

#[track_caller]
fn answer(case: &Compilation, party: &str, conditions: &[&str]) -> Expected {
    decide(case, question(party, conditions)).0.answer.kind()
}

const PROMISE: &str = "提供しない 原則「当社は、令状なしには個人情報を第三者に提供しません。」{ 提供先［第三者］
      項目［個人情報］
    }";

const BY_LAW: &str = "提供 法令による「法令に基づく場合に、個人情報を提供します。」{ 提供先［第三者］
      項目［個人情報］
      場合［法令］
    }
    提供しない 原則「上記のほか、個人情報を第三者に提供しません。」{ 提供先［第三者］
      項目［個人情報］
    }";

#[test]
fn a_prohibition_makes_way_and_nothing_is_permitted() {
    let case = case(PROMISE);
    assert_eq!(answer(&case, "警察", &[]), Forbidden);
    assert_eq!(
        answer(&case, "警察", &["法令"]),
        Forbidden,
        "an inquiry may be declined"
    );
    assert_eq!(answer(&case, "警察", &["照会"]), Forbidden);
    assert_eq!(answer(&case, "警察", &["法令上の義務"]), NotStated);
    assert_eq!(answer(&case, "警察", &["令状"]), NotStated, "a kind of it");
}

#[test]
fn what_a_clause_permits_by_law_is_permitted_by_duty_whatever_refuses() {
    let rider = format!(
        "{BY_LAW}
    目的 発送「商品の発送」
    特約 限り「氏名は、商品の発送のためにのみ利用します。」{{
      対象［氏名］
      限定［発送］
    }}
    特約 停止「氏名は提供しません。」{{
      対象［氏名］
      禁止［提供］
    }}"
    );
    for lines in [BY_LAW, &rider] {
        let case = case(lines);
        assert_eq!(answer(&case, "警察", &["法令"]), Forbidden);
        assert_eq!(answer(&case, "警察", &["法令上の義務"]), Permitted);
        assert_eq!(answer(&case, "広告会社", &["令状"]), Permitted);
    }
}

/// It is read from what surely holds.
#[test]
fn a_duty_that_is_only_possible_lifts_nothing() {
    let case = case(BY_LAW);
    let closed = Question {
        closed: true,
        ..question("警察", &[])
    };
    let (decision, _) = decide(&case, closed);
    assert_eq!(decision.answer.kind(), Forbidden);
    assert!(decision.certain, "that a duty may be there goes without saying");
    let withdrawn = Question {
        withdrawn: &["法令上の義務"],
        ..question("警察", &["法令上の義務"])
    };
    assert_eq!(decide(&case, withdrawn).0.answer.kind(), Forbidden);
    let surely = Question {
        closed: true,
        ..question("警察", &["法令上の義務"])
    };
    assert_eq!(decide(&case, surely).0.answer.kind(), Permitted);
}

/// It would stand in every answer.
#[test]
fn it_is_no_way_and_no_ending_where_no_clause_names_it() {
    let case = case(BY_LAW);
    // Anonymised data is not spoken of by the prohibition.
    assert_eq!(ways(&case, "警察"), ["法令"]);
    let excepted = self::case(
        "提供しない 原則「法令に基づく場合を除き、個人情報を第三者に提供しません。」{ 提供先［第三者］
      項目［個人情報］
      但し［法令］
    }",
    );
    assert_eq!(ways(&excepted, "警察"), ["法令"], "as before");
    let ended = self::case(
        "提供「氏名を警察に提供します。ただし、法令に基づく場合には提供しません。」{ 提供先［警察］
      項目［氏名］
      但し［法令］
    }",
    );
    let (decision, told) = decide(&ended, question("警察", &[]));
    assert_eq!(decision.ended_by.len(), 1);
    assert!(told.contains("「法令」") && !told.contains("義務"), "{told}");
}

#[test]
fn a_clause_that_names_it_makes_it_a_condition_like_any_other() {
    let case = case(
        "提供 令状による「当社は、令状がある場合に、氏名を警察に提供します。」{ 提供先［警察］
      項目［氏名］
      場合［法令上の義務］
    }
    提供しない 原則「上記のほか、個人情報を第三者に提供しません。」{ 提供先［第三者］
      項目［個人情報］
      但し［令状による］
    }",
    );
    assert_eq!(answer(&case, "警察", &[]), Forbidden, "as with 場合［法令］");
    assert_eq!(ways(&case, "警察"), ["法令上の義務"]);
    assert_eq!(answer(&case, "警察", &["法令"]), Forbidden);
    assert_eq!(answer(&case, "警察", &["令状"]), Permitted);
    assert_eq!(ways(&case, "広告会社"), [""; 0]);
    assert_eq!(answer(&case, "広告会社", &["令状"]), NotStated);
}

#[test]
fn a_prohibition_that_excepts_it_by_name_permits_it() {
    let case = case(
        "提供しない 原則「令状がある場合を除き、個人情報を第三者に提供しません。」{ 提供先［第三者］
      項目［個人情報］
      但し［法令上の義務］
    }",
    );
    assert_eq!(answer(&case, "警察", &["法令"]), Forbidden);
    assert_eq!(answer(&case, "警察", &["法令上の義務"]), Permitted);
    assert_eq!(ways(&case, "警察"), ["法令上の義務"]);
}

#[test]
fn the_answer_says_what_makes_way_and_that_the_duty_was_not_examined() {
    let case = case(BY_LAW);
    let (_, told) = decide(&case, question("警察", &["法令上の義務"]));
    assert!(
        told.contains("法令上の義務には及ばない禁止:\n・1. 個人情報の取扱い"),
        "{told}"
    );
    assert!(
        told.ends_with(
            "法令上の義務が実際にあるかどうかを、hoshin は確かめていません。義務があるとした場合の、この方針の答えです。"
        ),
        "{told}"
    );
    let (_, told) = decide(&self::case(PROMISE), question("警察", &["令状"]));
    assert!(
        told.contains("義務があることは、この方針による許可ではありません"),
        "{told}"
    );
    let wide = self::case(&BY_LAW.replace("項目［個人情報］\n    }", "項目［個人情報］\n      水準［統計］\n    }"));
    let (_, told) = decide(&wide, question("警察", &[]));
    assert!(
        told.contains("許可されません。\n法令上の義務がある場合は別です。"),
        "{told}"
    );
    let (_, told) = decide(&self::case(PROMISE), question("警察", &[]));
    assert!(!told.contains("義務"), "{told}");
}

/// A policy has one by that name already: its own would be a kind of it.
#[test]
fn a_policy_declares_no_condition_by_its_name() {
    let own = compiled("条件 { ・法令上の義務 }\n方針「個人情報の取扱い」{ 「文」 }\n");
    assert!(own.diagnostics.iter().any(|found| found.code == Code::H0202));
    let policy = case(PROMISE).policy.expect("it compiles");
    let conditions = policy.vocabulary.graph(Dimension::Condition);
    let id = |name| conditions.find(name).expect("a condition");
    assert!(conditions.contains(id("法令"), id("法令上の義務")));
    assert!(conditions.contains(id("法令"), id("令状")));
    assert!(!conditions.contains(id("法令上の義務"), id("照会")));
}
