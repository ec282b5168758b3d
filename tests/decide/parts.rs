//! A request that is refused as a whole is told in parts: each spot is in one of them, and its answer is that of the part.

use std::collections::BTreeMap;

use hoshin::internals::decide::{ConditionSet, Decider, Part, PartAnswer, Question, Request, explain};
use hoshin::internals::norm::{Act, Effect, Processing};
use hoshin::internals::policy::{Expected, Policy};
use hoshin::internals::vocabulary::{ConceptId, Graph, LeafSet};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::agreement::{expand, level_of};
use super::cases;
use super::draw::draw;
use crate::support::compiled::policy;
use crate::support::naive::{Concepts, Naive, Spot, Way};
use crate::support::sketch::{ConceptSketch, LinkingSketch, Named, NormSketch, SMALL, Sketch, sketch};

fn holds(policy: &Policy, part: &Part, spot: Spot) -> bool {
    let vocabulary = &policy.vocabulary;
    let of = |graph: &Graph, set: &LeafSet, id: ConceptId| graph.own_leaf(id).is_subset(set);
    of(&vocabulary.data, &part.data, spot.data)
        && of(&vocabulary.parties, &part.parties, spot.party)
        && of(&vocabulary.purposes, &part.purposes, spot.purpose)
        && (part.routes.is_empty() || spot.route.is_some_and(|route| part.routes.contains(route)))
}

fn compare(policy: &Policy, request: &Request) -> Result<usize, TestCaseError> {
    let decision = Decider::new(policy).decide(request);
    let naive = Naive::new(policy);
    let spots = naive.spots(request, &naive.held(request).possibly);
    let answers: BTreeMap<Spot, _> = spots
        .iter()
        .map(|spot| (*spot, naive.at(*spot).answer(request)))
        .collect();
    prop_assert!(decision.parts.complete);
    let parts = &decision.parts.parts;
    let whole = decision.answer.kind();
    if parts.is_empty() {
        // Of one spot more may be hoped than of the whole: what would help it may bring further data under what was asked about.
        if matches!(whole, Expected::Forbidden | Expected::NotStated) {
            let kinds: std::collections::BTreeSet<Expected> = answers.values().map(|answer| answer.kind).collect();
            prop_assert!(kinds.len() == 1, "{:?} {:?}", request, kinds);
        }
        return Ok(0);
    }
    prop_assert!(parts.len() > 1);
    prop_assert!(parts.iter().map(Part::size).is_sorted_by(|one, other| one >= other));
    let spots_in = parts.iter().map(Part::size).sum::<u64>();
    for (spot, answer) in &answers {
        let of: Vec<&Part> = parts.iter().filter(|part| holds(policy, part, *spot)).collect();
        let [part] = of.as_slice() else {
            return Err(TestCaseError::fail(format!(
                "{request:?} {spot:?} is in {} parts",
                of.len()
            )));
        };
        prop_assert_eq!(part.answer.kind, answer.kind, "{:?} {:?}", request, spot);
        if !part.answer.conditions.is_empty() {
            // What 法令 permits a duty by law permits as well; it is no way of its own.
            let by_duty = |way: &Way| way.conditions.iter().any(|leaf| naive.is_duty(*leaf));
            let ways = ways(policy, request, &part.answer);
            prop_assert!(
                ways.iter().all(|way| answer.ways.contains(way) || by_duty(way)),
                "{:?} {:?}",
                request,
                spot
            );
        }
    }
    // Nothing that was not asked about is in a part. Routes are told as one where they make no difference.
    let routes = if parts.iter().all(|part| part.routes.is_empty()) {
        policy.vocabulary.routes.len().max(1)
    } else {
        1
    };
    let routes = if request.route.is_some() { 1 } else { routes };
    prop_assert_eq!(spots_in * routes as u64, answers.len() as u64, "{:?}", request);
    Ok(parts.len())
}

/// The terms of a part as the naive evaluator has them.
fn ways(policy: &Policy, request: &Request, answer: &PartAnswer) -> std::collections::BTreeSet<Way> {
    let level = level_of(&answer.states, request);
    let possibly = Naive::new(policy).held(request).possibly;
    let of = |set: &ConditionSet| {
        let none_of = set
            .none_of
            .iter()
            .map(|leaf| policy.vocabulary.conditions.leaf_concept(leaf));
        let ruled_out = &none_of.collect::<Concepts>() & &possibly;
        let way = move |conditions| Way {
            level,
            conditions,
            ruled_out: ruled_out.clone(),
        };
        expand(policy, set).into_iter().map(way).collect::<Vec<_>>()
    };
    answer.conditions.iter().flat_map(of).collect()
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn each_spot_has_the_answer_of_its_part(
        sketch in sketch(SMALL),
        draws in prop::collection::vec(draw(), 12),
    ) {
        let policy = sketch.policy();
        for draw in draws {
            compare(&policy, &draw.request(&policy))?;
        }
    }
}

/// What a refusal names and takes out again refuses nothing, whatever may be linked to it.
#[test]
fn a_refusal_of_nothing_has_no_part() {
    let concept = |name: &str| ConceptSketch {
        name: name.to_owned(),
        parents: Vec::new(),
        attribute: None,
        countries: Vec::new(),
    };
    let sketch = Sketch {
        data: vec![concept("情報1"), concept("情報2")],
        parties: Vec::new(),
        purposes: Vec::new(),
        conditions: ["条件1", "条件2", "条件3"].map(concept).to_vec(),
        linkings: vec![LinkingSketch {
            from: 1,
            to: 2,
            when: vec![vec![3]],
        }],
        routes: 1,
        clauses: vec![None],
        norms: vec![NormSketch {
            data: Named {
                named: vec![2],
                except: vec![2],
            },
            processing: Processing::Deidentified,
            ..NormSketch::of(Effect::Forbid)
        }],
    };
    let policy = sketch.policy();
    let request = Request {
        processing: Processing::Pseudonymised,
        closed: true,
        ..Request::new(Act::Provide, ConceptId::TOP)
    };
    compare(&policy, &request).expect("they agree");
}

#[test]
fn generated_requests_come_apart() {
    let mut runner = TestRunner::deterministic();
    let strategy = (sketch(SMALL), prop::collection::vec(draw(), 20));
    let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
    for _ in 0..60 {
        let (sketch, draws) = strategy.new_tree(&mut runner).expect("a policy").current();
        let policy = sketch.policy();
        for draw in draws {
            let parts = compare(&policy, &draw.request(&policy)).expect("they agree");
            *seen.entry(parts.min(3)).or_default() += 1;
        }
    }
    assert!(seen.len() == 3 && seen.values().all(|count| *count >= 10), "{seen:?}");
}

/// 発送 permitted, 広告 forbidden, and a foreign company below 第三者 that alone gets data.
const PARTS: &str = "\
情報 個人情報 { ・氏名［直接識別］ ・住所［直接識別］ }
主体 第三者 { ・加盟店 ・ゴーグル［外国、国名＝アメリカ合衆国］「Goggle LLC」 }
方針「個人情報の取扱い」{
  事業者 当社「株式会社あかり文具」
  章 取得「取得する情報」{
    取得「当社は、個人情報を取得します。」
  }
  章 目的「利用目的」{
    目的 発送「商品の発送」
    目的 広告「広告の配信」
  }
  章 制限「制限」{
    利用しない「当社は、広告の配信のために氏名を利用しません。」{
      項目［氏名］
      目的［広告］
    }
    提供しない「当社は、個人情報を第三者に提供しません。」{
      項目［個人情報］
      提供先［第三者］
    }
    外部送信「Goggle LLCに住所を送信します。」{
      送信先［ゴーグル］
      項目［住所］
    }
  }
}
";

#[track_caller]
fn told(policy: &Policy, question: &Question<'_>) -> String {
    let decider = Decider::new(policy);
    let request = decider.request(question).expect("known words");
    explain::japanese(policy, &request, &decider.decide(&request))
}

#[test]
fn what_differs_by_purpose_is_told_by_purpose() {
    let policy = policy(PARTS);
    let asked = Question {
        act: "利用",
        data: &["氏名"],
        ..Question::default()
    };
    assert_eq!(
        told(&policy, &asked),
        "「氏名」を利用することの可否は、目的によって異なります。
・目的「発送」: 許可（2.(1) 商品の発送（#目的.発送））
・目的「広告」: 禁止（3. 制限「当社は、広告の配信のために氏名を利用しません。」（#制限.利用しない1））
・その他の目的: 定めなし
まとめて尋ねたときの答えは、最も厳しい「禁止」です。
及ばない許可:
・2.(2) 広告の配信（#目的.広告）"
    );
    // Of what is so for every purpose it is said.
    let asked = Question {
        act: "提供",
        data: &["氏名"],
        party: Some("第三者"),
        ..Question::default()
    };
    let told = told(&policy, &asked);
    assert!(
        told.starts_with("目的を問わず、「氏名」を「第三者」に提供することは、禁止されています。"),
        "{told}"
    );
}

#[test]
fn the_one_party_that_gets_it_is_a_part() {
    let asked = Question {
        act: "外部送信",
        data: &["住所"],
        party: Some("第三者"),
        ..Question::default()
    };
    assert_eq!(
        told(&policy(PARTS), &asked),
        "目的を問わず、「住所」を「第三者」に送信することの可否は、相手によって異なります。
・相手方「その他の第三者」「加盟店」: 定めなし
・相手方「ゴーグル」: 許可（3. 制限「Goggle LLCに住所を送信します。」（#制限.外部送信1））
まとめて尋ねたときの答えは、最も厳しい「定めなし」です。定めのない取扱いは許可されません。"
    );
}
