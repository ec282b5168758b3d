//! What is written takes effect: who is abroad, what is processed, and how things are collected.

use hoshin::internals::bundle::Bundle;
use hoshin::internals::compile::Compilation;
use hoshin::internals::decide::{Decider, Decision, Question, Why};
use hoshin::internals::diagnostic::Code;
use hoshin::internals::policy::Expected;

use crate::support::compiled::{compiled, findings};
use crate::support::naive::Naive;

const WORDS: &str = "
情報 個人情報 { ・氏名［直接識別］ ・住所［直接識別］ ・性別［準識別］ }
主体 第三者 { ・加盟店 ・研究所 ・海外店［外国］ }
条件 { ・申込み［本人選択］ }
目的 改善 { ・配送 ・分析 }
";

fn with(lines: &str) -> Compilation {
    compiled(&format!(
        "{WORDS}方針「個人情報の取扱い」{{\n章 定め「個人情報の取扱い」{{\n{lines}\n}}\n}}\n"
    ))
}

/// Asks `提供 氏名 先=加盟店 目的=配送 状態=統計 条件=申込み 経路=店頭`. The naive evaluator and the bundle must say the same.
#[track_caller]
pub(super) fn answer(case: &Compilation, words: &str) -> Expected {
    decision(case, words).answer.kind()
}

/// The states that processing alone would have to reach.
#[track_caller]
pub(super) fn ways(case: &Compilation, words: &str) -> Vec<&'static str> {
    let ways = decision(case, words).ways;
    let states = ways.iter().filter(|way| way.conditions.all_of.is_empty());
    states.flat_map(|way| &way.states).map(|state| state.word()).collect()
}

#[track_caller]
fn decision(case: &Compilation, words: &str) -> Decision {
    let policy = case
        .policy
        .as_ref()
        .unwrap_or_else(|| panic!("{:#?}", case.diagnostics));
    let mut parts = words.split(' ');
    let (act, data) = (parts.next().expect("an act"), [parts.next().expect("data")]);
    let given: Vec<(&str, &str)> = parts.map(|part| part.split_once('=').expect("a named part")).collect();
    let find = |wanted: &str| given.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
    let conditions: Vec<&str> = find("条件").into_iter().collect();
    let question = Question {
        act,
        data: &data,
        party: find("先"),
        purpose: find("目的"),
        processing: find("状態"),
        route: find("経路"),
        conditions: &conditions,
        ..Question::default()
    };
    let decider = Decider::new(policy);
    let request = decider.request(&question).expect("known words");
    let decision = decider.decide(&request);
    let kind = decision.answer.kind();
    assert_eq!(kind, Naive::new(policy).answer(&request).kind, "{words}");
    for bundle in [
        Bundle::from_policy(policy, &case.sources),
        Bundle::runtime(policy, &case.sources),
    ] {
        let read = Bundle::from_json(&bundle.to_json()).expect("a bundle");
        let read = read.to_decidable().expect("a policy");
        assert_eq!(Decider::new(&read).answer(&question), Ok(kind), "{words}");
    }
    decision
}

/// O2. A rider's permit is a permit like any other.
#[test]
fn a_general_name_in_a_rider_reaches_nobody_abroad() {
    let rider = "特約 氏名の提供「氏名は、第三者に提供し、利用します。」{ 対象［氏名］
      許可［提供、利用、第三者］
    }";
    let policy = with(rider);
    assert_eq!(answer(&policy, "提供 氏名 先=加盟店"), Expected::Permitted);
    assert_eq!(answer(&policy, "提供 氏名 先=海外店"), Expected::NotStated);
    let policy = with(&format!("{rider}\n越境［氏名の提供］「第三者が外国にある場合」"));
    assert_eq!(answer(&policy, "提供 氏名 先=海外店"), Expected::Permitted);
    let named = "特約「氏名は、海外店に提供します。」{ 対象［氏名］
      許可［提供、海外店］
    }";
    assert_eq!(answer(&with(named), "提供 氏名 先=海外店"), Expected::Permitted);
    // What article 27(1) excepts reaches those abroad, from a rider as from a clause (article 28(1)).
    let by_law = with(
        "特約「法令に基づく場合は、氏名を第三者に提供します。」{ 対象［氏名］
      場合［法令］
      許可［提供、第三者］
    }",
    );
    assert_eq!(answer(&by_law, "提供 氏名 先=海外店 条件=法令"), Expected::Permitted);
    assert_eq!(
        answer(&by_law, "提供 氏名 先=海外店"),
        Expected::PermittedUnderConditions
    );
    let all = with(
        "特約「氏名は、自由に取り扱います。」{ 対象［氏名］
      許可［配送］
    }",
    );
    assert_eq!(answer(&all, "提供 氏名 先=海外店 目的=配送"), Expected::NotStated);
    assert_eq!(answer(&all, "提供 氏名 先=研究所 目的=配送"), Expected::Permitted);
    assert_eq!(answer(&all, "利用 氏名 目的=配送"), Expected::Permitted);
    // What it forbids it forbids everywhere.
    let forbidden = with(
        "特約「氏名は、第三者に提供しません。」{ 対象［氏名］
      禁止［提供、第三者］
    }",
    );
    assert_eq!(answer(&forbidden, "提供 氏名 先=海外店"), Expected::Forbidden);
}

/// O3. 加工 for one of the items: that one is not provided as it is.
#[test]
fn what_a_processing_names_is_not_done_as_it_is() {
    let policy = with(
        "提供 甲「個人情報を提供します。性別は加工します。」{ 提供先［加盟店］
      項目［個人情報］
      目的［配送］
      加工 { 項目［性別］ }
    }",
    );
    assert_eq!(answer(&policy, "提供 氏名 先=加盟店 目的=配送"), Expected::Permitted);
    assert_eq!(
        answer(&policy, "提供 性別 先=加盟店 目的=配送"),
        Expected::PermittedIfProcessed
    );
    assert_eq!(
        answer(&policy, "提供 性別 先=加盟店 目的=配送 状態=個人非識別"),
        Expected::Permitted
    );
    assert_eq!(
        answer(&policy, "提供 個人情報 先=加盟店 目的=配送"),
        Expected::PermittedIfProcessed
    );
}

#[test]
fn what_a_processing_names_in_two_dimensions_is_the_pair_of_them() {
    let policy = with(
        "提供 甲「氏名と住所を提供します。分析のための住所は統計にします。」{ 提供先［加盟店］
      項目［氏名、住所］
      目的［配送、分析］
      加工 {
        項目［住所］
        目的［分析］
        水準［統計］
        但し［申込み］
      }
    }",
    );
    assert_eq!(answer(&policy, "提供 氏名 先=加盟店 目的=分析"), Expected::Permitted);
    assert_eq!(answer(&policy, "提供 住所 先=加盟店 目的=配送"), Expected::Permitted);
    assert_eq!(
        answer(&policy, "提供 住所 先=加盟店 目的=分析"),
        Expected::PermittedIfProcessed
    );
    assert_eq!(
        answer(&policy, "提供 住所 先=加盟店 目的=分析 条件=申込み"),
        Expected::Permitted
    );
    assert_eq!(
        answer(&policy, "提供 住所 先=加盟店 目的=分析 状態=統計"),
        Expected::Permitted
    );
}

/// A 加工 for something that the clause does not speak of takes nothing away.
#[test]
fn a_processing_beside_what_the_clause_says_adds_to_it() {
    let policy = with(
        "提供 甲「氏名を提供します。性別は統計にして提供します。」{ 提供先［加盟店］
      項目［氏名］
      加工 {
        項目［性別］
        水準［統計］
      }
    }",
    );
    assert_eq!(answer(&policy, "提供 氏名 先=加盟店"), Expected::Permitted);
    assert_eq!(answer(&policy, "提供 性別 先=加盟店"), Expected::PermittedIfProcessed);
}

/// O4. Raw for one, processed for another.
#[test]
fn a_processing_for_one_party_leaves_the_other() {
    let policy = with(
        "提供 甲「加盟店に氏名を提供します。研究所には統計にして提供します。」{ 提供先［加盟店］
      項目［氏名］
      加工 {
        提供先［研究所］
        水準［統計］
      }
    }",
    );
    assert_eq!(answer(&policy, "提供 氏名 先=加盟店"), Expected::Permitted);
    assert_eq!(answer(&policy, "提供 氏名 先=研究所"), Expected::PermittedIfProcessed);
    let inside = with(
        "提供 甲「第三者に氏名を提供します。研究所には統計にして提供します。」{ 提供先［第三者］
      項目［氏名］
      加工 {
        提供先［研究所］
        水準［統計］
      }
    }",
    );
    assert_eq!(answer(&inside, "提供 氏名 先=加盟店"), Expected::Permitted);
    assert_eq!(answer(&inside, "提供 氏名 先=研究所"), Expected::PermittedIfProcessed);
    assert_eq!(answer(&inside, "提供 氏名 先=海外店"), Expected::NotStated);
}

/// With a 但し the 加工 lets the data be as it is for whom it names, and for nobody else.
#[test]
fn what_lifts_a_processing_for_one_party_lifts_it_for_that_party() {
    let policy = with(
        "提供 甲「氏名を提供します。」{ 項目［氏名］
      加工 {
        提供先［研究所］
        水準［統計］
        但し［申込み］
      }
    }",
    );
    assert_eq!(answer(&policy, "提供 氏名 先=研究所 条件=申込み"), Expected::Permitted);
    assert_eq!(answer(&policy, "提供 氏名 先=加盟店 条件=申込み"), Expected::NotStated);
}

/// O5. What the head of a list of routes names is collected by each of them.
#[test]
fn the_data_of_a_list_of_routes_is_that_of_each() {
    let policy = with(
        "取得［住所］「住所を取得します。」
    経路［氏名］「どのように」{
      ・直接「お客様からじかに」
      ・店頭「住所を店頭で」
    }",
    );
    assert_eq!(answer(&policy, "取得 氏名 経路=直接"), Expected::Permitted);
    assert_eq!(answer(&policy, "取得 氏名 経路=店頭"), Expected::NotStated);
    let other = with("経路［氏名］「どのように」{\n      ・直接「お客様からじかに」\n    }");
    assert_eq!(answer(&other, "取得 住所 経路=直接"), Expected::NotStated);
}

/// What the operator does alone nobody else does, whether or not the policy says who the operator is.
#[test]
fn nobody_else_does_what_the_operator_does_alone() {
    let case = with("利用［氏名］「氏名を利用します。」{ 目的［配送］ }");
    let policy = case.policy.as_ref().expect("a policy");
    let decider = Decider::new(policy);
    let of = |party| Question {
        act: "利用",
        data: &["氏名"],
        party,
        purpose: Some("配送"),
        ..Question::default()
    };
    assert_eq!(decider.answer(&of(None)), Ok(Expected::Permitted));
    let refused = decider.answer(&of(Some("加盟店"))).expect_err("nobody else uses it");
    assert_eq!(refused[0].why, Why::DoneAlone, "{refused:?}");
    assert!(refused[0].japanese().contains("事業者が自ら行う行為に相手はありません"));
    // A rider about somebody is about what is done with them.
    let rider = with(
        "利用［氏名］「氏名を利用します。」
特約「加盟店には、氏名を配送のためにのみ提供します。」{ 対象［氏名］
  提供先［加盟店］
  限定［配送］
}",
    );
    assert_eq!(answer(&rider, "利用 氏名 目的=分析"), Expected::Permitted);
}

#[test]
fn a_party_of_what_is_done_alone_has_no_effect_and_is_an_error() {
    let faults = |lines: &str| -> Vec<(Code, String)> {
        let source = format!("{WORDS}方針「個人情報の取扱い」{{\n章 定め「個人情報の取扱い」{{\n{lines}\n}}\n");
        let found = findings(&format!("{source}}}\n")).into_iter();
        found.filter(|(code, _)| *code == Code::H0208).collect()
    };
    let marked = |text: &str| vec![(Code::H0208, text.to_owned())];
    assert_eq!(
        faults("利用［氏名］「氏名を利用します。」{ 提供先［加盟店］ }"),
        marked("提供先")
    );
    assert_eq!(
        faults("特約「氏名は、加盟店が利用しません。」{ 対象［氏名］\n禁止［利用、加盟店］ }"),
        marked("禁止")
    );
    assert_eq!(
        faults("特約「氏名は、加盟店に提供しません。」{ 対象［氏名］\n禁止［利用、提供、加盟店］ }"),
        []
    );
    let tested = "利用［氏名］「氏名を利用します。」\n}\n検証「加盟店は利用しない」{ 利用［氏名］\n提供先［加盟店］\n結果［定めなし］ ";
    assert_eq!(faults(tested), marked("提供先"));
}
