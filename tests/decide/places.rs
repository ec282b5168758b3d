//! A party in several countries: who asks about it asks about all its places, and one of them can be asked about.

use hoshin::internals::bundle::Bundle;
use hoshin::internals::decide::{Decider, Question, Request, explain};
use hoshin::internals::norm::Act;
use hoshin::internals::policy::{Expected, Policy};
use hoshin::internals::vocabulary::{ConceptId, Dimension};

use crate::support::compiled::{compiled, findings, policy};
use crate::support::naive::Naive;

const SOURCE: &str = "情報 個人情報 { ・氏名［直接識別］ ・住所［直接識別］ }
主体 第三者 { ・加盟店 ・配信社［国名＝アメリカ合衆国、国名＝シンガポール共和国］「Example Ads Inc.」 ・制作会社［国名＝ドイツ連邦共和国］ }
方針「個人情報の取扱い」{
  事業者 当社「株式会社あかり文具」
  章 提供「提供」{
    提供「当社は、氏名をExample Ads Inc.に提供します。」{ 提供先［配信社］\n項目［氏名］ }
    提供「当社は、住所をExample Ads Inc.のアメリカ合衆国の拠点に提供します。」{ 提供先［配信社：アメリカ合衆国］\n項目［住所］ }
    提供「当社は、氏名を制作会社に提供します。」{ 提供先［制作会社：ドイツ連邦共和国］\n項目［氏名］ }
  }
  章 外国「外国」{ 越境「外国にある第三者への提供」［提供］{ ・「国名は、前章のとおりです。」 } }
}
";

fn ask(policy: &Policy, data: &str, party: &str) -> Result<(Expected, String), String> {
    let decider = Decider::new(policy);
    let question = Question {
        act: "提供",
        data: &[data],
        party: Some(party),
        ..Question::default()
    };
    let request = decider.request(&question).map_err(|wrong| wrong[0].japanese())?;
    let decision = decider.decide(&request);
    let found = decision.answer.kind();
    assert_eq!(Naive::new(policy).answer(&request).kind, found);
    Ok((found, explain::japanese(policy, &request, &decision)))
}

#[test]
fn who_asks_about_a_party_asks_about_all_its_places() {
    use Expected::{NotStated, Permitted};
    let policy = policy(SOURCE);
    for (data, party, expected) in [
        ("氏名", "配信社", Permitted),
        ("住所", "配信社", NotStated),
        ("住所", "配信社：アメリカ合衆国", Permitted),
        ("住所", "配信社:アメリカ合衆国", Permitted),
        ("住所", "Example Ads Inc.：アメリカ合衆国", Permitted),
        ("住所", "Example Ads Inc.（アメリカ合衆国）", Permitted),
        ("住所", "配信社：シンガポール共和国", NotStated),
        ("氏名", "配信社：シンガポール共和国", Permitted),
        ("氏名", "制作会社", Permitted),
        ("氏名", "制作会社：ドイツ連邦共和国", Permitted),
    ] {
        let (found, told) = ask(&policy, data, party).expect("a party of the policy");
        assert_eq!(found, expected, "{data} {party}: {told}");
    }
    let (_, told) = ask(&policy, "住所", "配信社").expect("a party");
    assert!(told.contains("相手方「配信社：アメリカ合衆国」: 許可"), "{told}");
    let wrong = ask(&policy, "氏名", "配信社：タイ王国").expect_err("it is not there");
    assert!(wrong.contains("配信社：タイ王国"), "{wrong}");
}

/// It has no part that nobody named.
#[test]
fn the_places_of_a_party_are_all_there_is_of_it() {
    let policy = policy(SOURCE);
    let parties = &policy.vocabulary.parties;
    let id = parties.find("配信社").expect("declared");
    assert_eq!(parties.leaves_of(id).len(), 2);
    assert_eq!(parties.rest(id), None);
    assert!(ask(&policy, "氏名", "その他の配信社").is_err());
    assert!(!Naive::leaves(parties).contains(&id));
}

#[test]
fn a_bundle_answers_alike() {
    let compilation = compiled(SOURCE);
    let policy = compilation.policy.expect("a policy");
    let bundle = Bundle::from_policy(&policy, &compilation.sources).to_json();
    let read = Bundle::from_json(&bundle)
        .expect("a bundle")
        .to_policy()
        .expect("a policy");
    let deciders = [Decider::new(&policy), Decider::new(&read)];
    let parties = &policy.vocabulary.parties;
    for (party, _) in parties.iter() {
        for data in ["氏名", "住所"] {
            let data = policy.vocabulary.data.find(data).expect("declared");
            let request = Request {
                party,
                ..Request::new(Act::Provide, data)
            };
            let [first, second] = deciders.each_ref().map(|decider| decider.decide(&request).verdict);
            assert_eq!(first, second, "{}", parties.get(party).name);
        }
    }
    assert_eq!(
        read.vocabulary.graph(Dimension::Party).leaf_count(),
        parties.leaf_count()
    );
    assert_ne!(parties.find("配信社：アメリカ合衆国"), None::<ConceptId>);
}

#[test]
fn a_test_of_the_policy_may_ask_about_a_place() {
    let tests = "検証「氏名」{ 提供［氏名］\n提供先［配信社：シンガポール共和国］\n結果［許可］ }
検証「住所」{ 提供［住所］\n提供先［配信社：シンガポール共和国］\n結果［定めなし］ }
検証「どこでも」{ 提供［住所］\n提供先［配信社］\n結果［定めなし］ }";
    let policy = policy(&format!("{SOURCE}{tests}\n"));
    let decider = Decider::new(&policy);
    assert_eq!(policy.tests.len(), 3);
    for test in &policy.tests {
        let request = Request {
            party: test.party.expect("each has one"),
            ..Request::new(test.act, test.data[0])
        };
        assert_eq!(decider.decide(&request).answer.kind(), test.expected, "{}", test.title);
    }
}

#[test]
fn a_country_that_the_party_is_not_in_is_no_place_of_it() {
    let wrong = SOURCE.replace(
        "提供先［配信社：アメリカ合衆国］",
        "提供先［配信社：シンガボール共和国］",
    );
    assert_eq!(findings(&wrong)[0].1, "配信社：シンガボール共和国");
    let compilation = compiled(&wrong);
    let told = format!("{:?}", compilation.diagnostics);
    assert!(told.contains("配信社：シンガポール共和国"), "{told}");
}
