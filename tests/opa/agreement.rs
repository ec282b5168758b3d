//! Every answer in Rego is the one that hoshin gives.

use std::collections::BTreeMap;

use hoshin::internals::decide::{Decider, Decision, Request, Verdict};
use hoshin::internals::norm::{Act, NormId, Processing};
use hoshin::internals::policy::{Expected, Policy};
use hoshin::internals::vocabulary::{ConceptId, Dimension};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::asking::{Rego, input, leaf, strings};
use crate::decide::draw::draw;
use crate::support::arbitrary::policies;
use crate::support::naive::Naive;
use crate::support::sketch::{SMALL, Size, TINY, sketch};

proptest! {
    #![proptest_config(crate::decide::cases(64))]

    #[test]
    fn generated_policies_decide_alike_in_rego(
        sketch in sketch(SMALL),
        draws in prop::collection::vec(draw(), 16),
    ) {
        let policy = sketch.policy();
        let decider = Decider::new(&policy);
        let mut rego = Rego::of(&policy);
        for draw in draws {
            compare(&policy, &decider, &mut rego, &draw.request(&policy))?;
        }
    }

    #[test]
    fn policies_of_every_act_and_any_wording_decide_alike_in_rego(
        (policy, _) in policies(),
        draws in prop::collection::vec((any::<prop::sample::Index>(), draw()), 8),
    ) {
        let decider = Decider::new(&policy);
        let mut rego = Rego::of(&policy);
        for (act, draw) in draws {
            let request = Request { act: *act.get(Act::ALL), ..draw.request(&policy) };
            compare(&policy, &decider, &mut rego, &request)?;
        }
    }
}

proptest! {
    #![proptest_config(crate::decide::cases(6))]

    #[test]
    fn every_request_to_a_tiny_policy_is_decided_alike_in_rego(sketch in sketch(TINY)) {
        let policy = sketch.policy();
        let decider = Decider::new(&policy);
        let mut rego = Rego::of(&policy);
        // Every seventh, from all over.
        for request in Naive::new(&policy).every_request().iter().step_by(7) {
            compare(&policy, &decider, &mut rego, request)?;
        }
    }
}

/// The generated requests reach what is worth reaching: a test of the tests above.
#[test]
fn generated_requests_reach_precedence_linkings_and_every_verdict() {
    const MANY_NORMS: Size = Size {
        norms: 24,
        linkings: 5,
        ..SMALL
    };
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let strategy = (sketch(MANY_NORMS), prop::collection::vec(draw(), 24));
    for _ in 0..80 {
        let (sketch, draws) = strategy.new_tree(&mut runner).expect("a policy").current();
        let policy = sketch.policy();
        let decider = Decider::new(&policy);
        let mut rego = Rego::of(&policy);
        for draw in draws {
            let request = draw.request(&policy);
            let decision = compare(&policy, &decider, &mut rego, &request).expect("they agree");
            let mut count = |what, holds: bool| *seen.entry(what).or_default() += usize::from(holds);
            count("permitted", decision.verdict == Verdict::Permitted);
            count("not stated", decision.verdict == Verdict::NotStated);
            count("forbidden", decision.verdict == Verdict::Forbidden);
            let ordered = |id: &NormId| !policy.norms[id.0 as usize].unless.clauses.is_empty();
            count(
                "a refusal gave way",
                decision.verdict == Verdict::Permitted && decision.overridden.iter().any(ordered),
            );
            let linked = sketch
                .linkings
                .iter()
                .any(|linking| request.data.iter().any(|id| id.0 as usize == linking.from));
            count("linked and permitted", linked && decision.verdict == Verdict::Permitted);
            count("routes", request.route.is_some());
            count(
                "closed and permitted",
                request.closed && decision.verdict == Verdict::Permitted,
            );
            count("uncertain", !decision.certain);
        }
    }
    for (what, count) in &seen {
        assert!(*count >= 10, "{what}: {count}");
    }
}

proptest! {
    #![proptest_config(crate::decide::cases(32))]

    #[test]
    fn one_more_step_has_the_verdict_that_rego_foretells(sketch in sketch(SMALL), draws in prop::collection::vec(draw(), 4)) {
        let policy = sketch.policy();
        let decider = Decider::new(&policy);
        let mut rego = Rego::of(&policy);
        for draw in draws {
            let request = named(&draw.request(&policy));
            let verdict = |request: &Request| word(decider.decide(request).verdict);
            let processed: BTreeMap<&str, &str> = Processing::ALL
                .into_iter()
                .filter(|state| state.strength() > request.processing.strength())
                .map(|state| (state.english(), verdict(&Request { processing: state, ..request.clone() })))
                .collect();
            let input = input(&policy, &request);
            prop_assert_eq!(rego.ask("verdict_if_processed", &input), json!(processed), "{:?}", request);
            let found = rego.ask("verdict_if_asserted", &input);
            let now = verdict(&request);
            let conditions = &policy.vocabulary.conditions;
            let naive = Naive::new(&policy);
            for (id, condition) in conditions.iter() {
                let mut barred = request.denied.iter().chain(&request.withdrawn);
                if barred.any(|denied| conditions.contains(*denied, id)) {
                    prop_assert!(found.get(&condition.name).is_none(), "it is denied or withdrawn");
                    continue;
                }
                let then = verdict(&request.clone().asserting(id));
                match found.get(&condition.name) {
                    Some(found) => prop_assert_eq!(found, then, "{:?} and {}", request, condition.name),
                    // It lifts every refusal, and permits nothing by itself.
                    None if naive.is_duty(id) => {}
                    // Nothing asks for it, or it is asserted already.
                    None => prop_assert_eq!(now, then, "{:?} and {}", request, condition.name),
                }
            }
        }
    }
}

/// The request with conditions that have names: the top element is no condition.
fn named(request: &Request) -> Request {
    let conditions = request.conditions.iter().copied();
    Request {
        conditions: conditions.filter(|id| *id != ConceptId::TOP).collect(),
        ..request.clone()
    }
}

/// Compares all that both answers say.
pub(super) fn compare(
    policy: &Policy,
    decider: &Decider,
    rego: &mut Rego,
    request: &Request,
) -> Result<Decision, TestCaseError> {
    let request = named(request);
    let decision = decider.decide(&request);
    let answer = rego.answer(&input(policy, &request));
    prop_assert_eq!(&answer["errors"], &json!([]), "{:?}", request);
    prop_assert_eq!(&answer["verdict"], word(decision.verdict), "{:?}", request);
    prop_assert_eq!(&answer["allow"], decision.verdict == Verdict::Permitted);
    let keys = |norms: &[NormId]| -> Vec<&str> {
        norms
            .iter()
            .map(|id| policy.norms[id.0 as usize].key.as_str())
            .collect()
    };
    let (deciding, overridden) = (strings(&answer["deciding"]), strings(&answer["overridden"]));
    match decision.answer.kind() {
        Expected::Permitted | Expected::Forbidden => {
            prop_assert_eq!(deciding, keys(&decision.decided_by), "deciding {:?}", request);
            prop_assert_eq!(overridden, keys(&decision.overridden), "overridden {:?}", request);
        }
        // What decides now is what the answer's terms override.
        _ => prop_assert_eq!(deciding, keys(&decision.overridden), "deciding {:?}", request),
    }
    match decision.place {
        None => prop_assert_eq!(&answer["place"], &Value::Null),
        Some(place) => {
            let found = &answer["place"];
            prop_assert_eq!(
                &found["data"],
                &leaf(policy, Dimension::Data, place.data),
                "{:?}",
                request
            );
            prop_assert_eq!(
                &found["party"],
                &leaf(policy, Dimension::Party, place.party),
                "{:?}",
                request
            );
            prop_assert_eq!(
                &found["purpose"],
                &leaf(policy, Dimension::Purpose, place.purpose),
                "{:?}",
                request
            );
        }
    }
    Ok(decision)
}

pub(super) fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Permitted => "permitted",
        Verdict::NotStated => "not_stated",
        Verdict::Forbidden => "forbidden",
    }
}
