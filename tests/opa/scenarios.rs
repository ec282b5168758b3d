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
