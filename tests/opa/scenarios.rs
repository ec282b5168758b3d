//! What generated policies reach too seldom: long chains and circles of giving way, chains of linkings with exceptions.

use std::collections::BTreeSet;

use hoshin::internals::decide::{Decider, Request, Verdict};
use hoshin::internals::norm::{Act, Effect, Processing};
use hoshin::internals::vocabulary::ConceptId;

use super::agreement::compare;
use super::asking::Rego;
use crate::support::compiled::{LINKED_AND_EXCEPTED, policy};
use crate::support::sketch::{ConceptSketch, Named, NormSketch, Sketch};

/// So many clauses, permits and refusals in turn, each of which gives way to the next and holds while its own condition
/// is asserted. `circle`: the last gives way to the first.
fn chain(length: usize, circle: bool) -> Sketch {
    let everything = || Named {
        named: vec![0],
        except: Vec::new(),
    };
    let conditions = (0..length).map(|index| ConceptSketch {
        name: format!("条件{index}"),
        parents: Vec::new(),
        attribute: None,
        countries: Vec::new(),
    });
    let norms = (0..length).map(|index| {
        let next = match index + 1 {
            next if next < length => Some(next),
            _ => circle.then_some(0),
        };
        let effect = if index % 2 == 0 { Effect::Forbid } else { Effect::Permit };
        NormSketch {
            key: format!("規則{index}"),
            effect,
            acts: vec![Act::Use],
            data: everything(),
            parties: everything(),
            abroad: true,
            purposes: everything(),
            routes: None,
            processing: effect.default_processing(),
            requires: vec![vec![index + 1]],
            unless: Vec::new(),
            excepts: false,
            gives_way_to: next.into_iter().collect(),
            rider: false,
            goes_before: Vec::new(),
            transform: None,
            clause: index,
        }
    });
    Sketch {
        data: Vec::new(),
        parties: Vec::new(),
        purposes: Vec::new(),
        conditions: conditions.collect(),
        linkings: Vec::new(),
        routes: 0,
        clauses: vec![None; length],
        norms: norms.collect(),
    }
}

#[test]
fn long_chains_and_circles_of_giving_way_are_settled_alike() {
    let mut verdicts = BTreeSet::new();
    for (length, circle) in [(1, false), (2, true), (5, false), (8, true), (11, false), (12, true)] {
        let policy = chain(length, circle).policy();
        let decider = Decider::new(&policy);
        let mut rego = Rego::of(&policy);
        let all = (1u32 << length) - 1;
        // All asserted, and others from all over.
        for subset in [all, all - 1, all >> 1]
            .into_iter()
            .chain((0..=all).step_by(1 + all as usize / 16))
        {
            let asserted = (0..length as u32).filter(|index| subset >> index & 1 == 1);
            let request = Request {
                processing: Processing::Raw,
                conditions: asserted.map(|index| ConceptId(index + 1)).collect(),
                ..Request::new(Act::Use, ConceptId::TOP)
            };
            let decision = compare(&policy, &decider, &mut rego, &request).expect("they agree");
            verdicts.insert(decision.verdict);
        }
    }
    assert_eq!(verdicts.len(), 3, "{verdicts:?}");
}

/// The whole of a chain of twelve must be gone through: what its end does decides what its beginning does.
#[test]
fn the_end_of_a_chain_is_felt_at_its_beginning() {
    let verdict = |length: usize| {
        let policy = chain(length, false).policy();
        let conditions = (1..=length as u32).map(ConceptId).collect();
        let request = Request {
            conditions,
            ..Request::new(Act::Use, ConceptId::TOP)
        };
        let decider = Decider::new(&policy);
        let mut rego = Rego::of(&policy);
        let decision = compare(&policy, &decider, &mut rego, &request).expect("they agree");
        (decision.verdict, decision.decided_by.len())
    };
    assert_eq!(verdict(11), (Verdict::Forbidden, 6));
    assert_eq!(verdict(12), (Verdict::Permitted, 6));
}

#[test]
fn what_is_excepted_stays_so_through_a_chain_of_linkings() {
    let policy = policy(LINKED_AND_EXCEPTED);
    let decider = Decider::new(&policy);
    let mut rego = Rego::of(&policy);
    let mut verdicts = BTreeSet::new();
    let data = policy.vocabulary.data.iter().map(|(id, _)| id).chain([ConceptId::TOP]);
    for data in data {
        for conditions in [&[][..], &["会員登録"], &["社内規程"], &["会員登録", "社内規程"]] {
            let find = |name: &&str| policy.vocabulary.conditions.find(name).expect("declared");
            let request = Request {
                party: policy.metadata.operator.as_ref().expect("named").party,
                conditions: conditions.iter().map(find).collect(),
                ..Request::new(Act::Use, data)
            };
            let decision = compare(&policy, &decider, &mut rego, &request).expect("they agree");
            verdicts.insert((data, decision.verdict));
        }
    }
    assert!(verdicts.len() > 10, "{verdicts:?}");
}

/// What a consent reaches, and that no general name reaches 個人番号, Rego says as well.
#[test]
fn consents_with_a_scope_are_counted_alike() {
    let policy = policy(
        "情報 個人情報 { ・氏名 ・病歴［要配慮］ ・個人番号 }
主体 第三者 { ・販売店 ・広告会社 ・海外店［外国］ }
条件 { ・配信の同意［同意、範囲＝案内、範囲＝販売店］ }
方針「個人情報の取扱い」{
  事業者 当社「株式会社あかり文具」
  章 目的「利用目的」{
    目的 発送「商品の発送」
    目的 案内「商品のご案内」
  }
  章 提供「提供」{
    提供しない「当社は、法令に基づく場合または同意がある場合を除き、個人情報を第三者に提供しません。」{
      提供先［第三者］
      項目［個人情報］
      但し［同意、法令］
    }
    提供「27条2項の届出により、または同意を得て、個人情報を第三者に提供します。」{
      提供先［第三者］
      項目［個人情報］
      場合［オプトアウト届出、同意］
    }
  }
}
",
    );
    let decider = Decider::new(&policy);
    let mut rego = Rego::of(&policy);
    let vocabulary = &policy.vocabulary;
    let mut verdicts = BTreeSet::new();
    for (data, _) in vocabulary.data.iter() {
        for (party, _) in vocabulary.parties.iter() {
            for (purpose, _) in vocabulary.purposes.iter() {
                for conditions in [&[][..], &["配信の同意"], &["同意"], &["法令"], &["オプトアウト届出"]]
                {
                    let find = |name: &&str| vocabulary.conditions.find(name).expect("declared");
                    let request = Request {
                        party,
                        purpose,
                        conditions: conditions.iter().map(find).collect(),
                        ..Request::new(Act::Provide, data)
                    };
                    let decision = compare(&policy, &decider, &mut rego, &request).expect("they agree");
                    verdicts.insert((conditions.len(), decision.verdict));
                }
            }
        }
    }
    assert!(verdicts.len() > 3, "{verdicts:?}");
}
