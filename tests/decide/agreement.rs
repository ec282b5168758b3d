//! Every decision is what the naive evaluator says.

use std::collections::{BTreeMap, BTreeSet};

use hoshin::internals::decide::{Answer, ConditionSet, Decider, Decision, Point, Request, Verdict};
use hoshin::internals::norm::{NormId, Processing};
use hoshin::internals::policy::{Expected, Policy};
use hoshin::internals::vocabulary::ConceptId;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::cases;
use super::draw::draw;
use crate::support::naive::{Concepts, Naive, Spot, Way};
use crate::support::sketch::{SMALL, TINY, sketch};

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn decisions_agree_with_the_naive_evaluator(
        sketch in sketch(SMALL),
        draws in prop::collection::vec(draw(), 16),
    ) {
        let policy = sketch.policy();
        let decider = Decider::new(&policy);
        let naive = Naive::new(&policy);
        for draw in draws {
            let request = draw.request(&policy);
            let decision = decider.decide(&request);
            compare(&policy, &naive, &request, &decision)?;
            prop_assert_eq!(decider.decide_bare(&request), decision.answer.kind(), "bare answer to {:?}", request);
        }
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn every_request_to_a_tiny_policy_gets_the_naive_answer(sketch in sketch(TINY)) {
        let policy = sketch.policy();
        let decider = Decider::new(&policy);
        let naive = Naive::new(&policy);
        for request in naive.every_request() {
            let expected = naive.answer(&request);
            prop_assert_eq!(decider.decide_bare(&request), expected.kind, "{:?}", request);
        }
    }
}

#[test]
fn generated_policies_reach_every_kind_of_answer() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let strategy = (sketch(SMALL), prop::collection::vec(draw(), 40));
    for _ in 0..2000 {
        let (sketch, draws) = strategy.new_tree(&mut runner).expect("a policy").current();
        let policy = sketch.policy();
        let decider = Decider::new(&policy);
        for draw in draws {
            let request = draw.request(&policy);
            let decision = decider.decide(&request);
            let mut count = |what: &str| *seen.entry(what.to_owned()).or_default() += 1;
            count(decision.answer.kind().word());
            let linked = request
                .data
                .iter()
                .any(|id| sketch.linkings.iter().any(|linking| linking.from == id.0 as usize));
            let applied = &decision.overridden;
            if applied
                .iter()
                .any(|id| !policy.norms[id.0 as usize].unless.clauses.is_empty())
            {
                count("gave way or did not");
            }
            if decision.answer.kind() == Expected::Forbidden && !decision.ways.is_empty() {
                count("禁止 with a way");
            }
            if decision
                .ways
                .iter()
                .any(|way| !way.states.is_empty() && !way.conditions.all_of.is_empty())
            {
                count("both needed");
            }
            if decision.ways.iter().any(|way| way.conditions.all_of.len() > 1) {
                count("two conditions");
            }
            if decision.ways.len() > 1 {
                count("several ways");
            }
            if !decision.certain {
                count("perhaps");
            }
            if decision.ways.iter().any(|way| !way.conditions.none_of.is_empty()) {
                count("ruled out");
            }
            if decision
                .ways
                .iter()
                .any(|way| !way.conditions.none_of.is_empty() && !way.conditions.all_of.is_empty())
            {
                count("asserted and ruled out");
            }
            for ending in &decision.ended_by {
                count("ended");
                if ending.conditions.all_of.len() > 1 {
                    count("ended by two conditions");
                }
                if ending.verdict == Verdict::NotStated {
                    count("ended without a refusal");
                }
            }
            let was_asserted = |id: &ConceptId| {
                let below = policy.vocabulary.conditions.leaves_of(*id);
                let own = |asserted: &ConceptId| policy.vocabulary.conditions.own_leaf(*asserted);
                request
                    .conditions
                    .iter()
                    .any(|asserted| own(asserted).intersects(below))
            };
            if request.withdrawn.iter().any(was_asserted) {
                count("withdrawn");
            }
            if request.closed && decision.answer.kind() == Expected::Permitted {
                count("closed and permitted");
            }
            if linked && decision.answer.kind() == Expected::Permitted {
                count("linked");
            }
            if decision
                .decided_by
                .iter()
                .any(|id| policy.norms[id.0 as usize].exception)
            {
                count("by an exception");
            }
        }
    }
    for (what, count) in &seen {
        assert!(*count >= 10, "{what}: {count}");
    }
    assert_eq!(seen.len(), 20, "{seen:?}");
}

fn spot(policy: &Policy, place: Point) -> Spot {
    let vocabulary = &policy.vocabulary;
    Spot {
        data: vocabulary.data.leaf_concept(place.data),
        party: vocabulary.parties.leaf_concept(place.party),
        purpose: vocabulary.purposes.leaf_concept(place.purpose),
        route: place.route,
    }
}

/// Every set of condition leaves that one set of choices stands for.
pub(super) fn expand(policy: &Policy, set: &ConditionSet) -> BTreeSet<Concepts> {
    let mut all = BTreeSet::from([Concepts::new()]);
    for choice in &set.all_of {
        all = all
            .iter()
            .flat_map(|chosen| {
                choice.iter().map(move |leaf| {
                    let mut chosen = chosen.clone();
                    chosen.insert(policy.vocabulary.conditions.leaf_concept(leaf));
                    chosen
                })
            })
            .collect();
    }
    all
}

pub(super) fn level_of(states: &[Processing], request: &Request) -> u8 {
    let levels: BTreeSet<u8> = states.iter().map(|state| state.strength()).collect();
    assert!(levels.len() < 2, "{states:?}");
    levels.first().copied().unwrap_or(request.processing.strength())
}

fn set(norms: &[NormId]) -> BTreeSet<NormId> {
    assert!(norms.is_sorted());
    norms.iter().copied().collect()
}

/// Everything a decision says, compared with what the naive evaluator says.
fn compare(policy: &Policy, naive: &Naive<'_>, request: &Request, decision: &Decision) -> Result<(), TestCaseError> {
    let expected = naive.answer(request);
    prop_assert_eq!(decision.verdict, expected.verdict, "verdict on {:?}", request);
    prop_assert!(decision.complete);

    let mut ways = BTreeSet::new();
    let mut ways_count = 0;
    for way in &decision.ways {
        let level = level_of(&way.states, request);
        let none_of = way.conditions.none_of.iter();
        let none_of: Concepts = none_of
            .map(|leaf| policy.vocabulary.conditions.leaf_concept(leaf))
            .collect();
        prop_assert!(none_of.is_disjoint(&naive.held(request).surely));
        let ruled_out = &none_of & &naive.held(request).possibly;
        prop_assert_eq!(ruled_out.is_empty(), none_of.is_empty());
        for conditions in expand(policy, &way.conditions) {
            let one = Way {
                level,
                conditions,
                ruled_out: ruled_out.clone(),
            };
            // What 法令 permits a duty by law permits as well, with the refusals gone besides; it is no way of its own.
            if !naive.is_duty_named(request) && one.conditions.iter().any(|leaf| naive.is_duty(*leaf)) {
                let then = naive.held(request).with(&one.conditions, &one.ruled_out);
                prop_assert_eq!(naive.verdict_held(request, level, &then), Verdict::Permitted);
                continue;
            }
            check_way(naive, request, &one, &way.permits, &way.states, policy)?;
            ways.insert(one);
            ways_count += 1;
        }
    }
    prop_assert_eq!(&ways, &expected.ways, "ways for {:?}", request);
    prop_assert_eq!(ways.len(), ways_count, "a way twice for {:?}", request);
    prop_assert_eq!(decision.answer.kind(), expected.kind, "kind of {:?}", request);

    let held = naive.held(request);
    let level = request.processing.strength();
    let judge = |spot: Spot| naive.judge_held(request, spot, level, &held);
    // What is certain is so in all that may be the case, and what is permitted is permitted in all of it.
    if decision.certain {
        for world in naive.worlds(request) {
            let verdict = naive.verdict_held(request, level, &world);
            prop_assert_eq!(verdict, decision.verdict, "in {:?}", world);
        }
    }
    prop_assert!(decision.certain || request.closed && decision.verdict != Verdict::Permitted);
    let opposed = |judged: &BTreeSet<NormId>, refuses: bool| -> BTreeSet<NormId> {
        let of_effect = |id: &&NormId| policy.norms[id.0 as usize].effect.refuses() == refuses;
        judged.iter().filter(of_effect).copied().collect()
    };
    check_endings(policy, naive, request, decision)?;
    let spots = naive.spots(request, &held.possibly);
    match decision.place {
        None => {
            prop_assert_eq!(&decision.answer, &Answer::Permitted);
            let all: Vec<_> = spots.into_iter().map(judge).collect();
            let deciding: BTreeSet<NormId> = all.iter().flat_map(|one| one.deciding.iter().copied()).collect();
            let against = all.iter().flat_map(|one| opposed(&one.applied, true)).collect();
            prop_assert_eq!(set(&decision.decided_by), deciding);
            prop_assert_eq!(set(&decision.overridden), against);
        }
        Some(place) => {
            let elsewhere: BTreeSet<Verdict> = spots.iter().map(|spot| judge(*spot).verdict).collect();
            prop_assert_eq!(decision.uniform, elsewhere.len() == 1);
            let spot = spot(policy, place);
            let meant = |asked: &&Spot| {
                **asked
                    == Spot {
                        route: spot.route.or(asked.route),
                        ..spot
                    }
            };
            let meant: Vec<_> = spots.iter().filter(meant).map(|asked| judge(*asked)).collect();
            prop_assert!(!meant.is_empty(), "{spot:?} is not asked about by {request:?}");
            // Where the place names no route, all routes are alike.
            let judged = meant[0].clone();
            prop_assert!(meant.iter().all(|other| *other == judged), "{spot:?} is several places");
            prop_assert_eq!(judged.verdict, decision.verdict);
            match &decision.answer {
                Answer::Permitted => prop_assert!(false, "permitted with a place that is not"),
                Answer::Forbidden { by } => {
                    prop_assert_eq!(by, &decision.decided_by);
                    prop_assert_eq!(set(by), judged.deciding);
                    prop_assert_eq!(set(&decision.overridden), opposed(&judged.applied, false));
                }
                Answer::NotStated { nearest } => {
                    prop_assert!(decision.decided_by.is_empty());
                    let mut expected = naive.nearest(request, spot);
                    expected.truncate(hoshin::internals::decide::NEAREST);
                    let found: Vec<_> = nearest.iter().map(|miss| (miss.norm, miss.on.clone())).collect();
                    prop_assert_eq!(found, expected);
                }
                Answer::UnderConditions { conditions } => {
                    let here = decision.ways.iter().filter(|way| way.states.is_empty());
                    prop_assert_eq!(conditions, &here.map(|way| way.conditions.clone()).collect::<Vec<_>>());
                    prop_assert_eq!(set(&decision.overridden), opposed(&judged.deciding, true));
                }
                Answer::IfProcessed { states, conditions, .. } => {
                    prop_assert!(level_of(states, request) > level);
                    prop_assert!(!conditions.is_empty());
                    prop_assert_eq!(set(&decision.overridden), opposed(&judged.deciding, true));
                }
            }
        }
    }
    Ok(())
}

/// What would end a permission, compared with what the naive evaluator finds.
fn check_endings(
    policy: &Policy,
    naive: &Naive<'_>,
    request: &Request,
    decision: &Decision,
) -> Result<(), TestCaseError> {
    prop_assert!(decision.ended_by_complete);
    if decision.verdict != Verdict::Permitted {
        prop_assert!(decision.ended_by.is_empty());
        return Ok(());
    }
    let (level, held) = (request.processing.strength(), naive.held(request));
    let mut endings = BTreeSet::new();
    for ending in &decision.ended_by {
        prop_assert!(ending.conditions.none_of.is_empty());
        for conditions in expand(policy, &ending.conditions) {
            let then = held.with(&conditions, &Concepts::new());
            prop_assert_eq!(naive.verdict_held(request, level, &then), ending.verdict);
            let mut by = BTreeSet::new();
            for spot in naive.spots(request, &then.possibly) {
                let judged = naive.judge_held(request, spot, level, &then);
                match judged.verdict {
                    Verdict::Permitted => {}
                    Verdict::Forbidden => by.extend(judged.deciding),
                    Verdict::NotStated if naive.spots(request, &held.possibly).contains(&spot) => {
                        by.extend(naive.judge_held(request, spot, level, &held).deciding);
                    }
                    Verdict::NotStated => {}
                }
            }
            prop_assert_eq!(set(&ending.by), by, "{:?} of {:?}", conditions, request);
            prop_assert!(endings.insert(conditions), "an ending twice for {:?}", request);
        }
    }
    prop_assert_eq!(&endings, &naive.endings(request), "endings of {:?}", request);
    prop_assert!(!request.closed || endings.is_empty());
    Ok(())
}

/// A way permits the request, by no other norms than it names, and in each state it names.
fn check_way(
    naive: &Naive<'_>,
    request: &Request,
    way: &Way,
    permits: &[NormId],
    states: &[Processing],
    policy: &Policy,
) -> Result<(), TestCaseError> {
    let held = naive.held(request).with(&way.conditions, &way.ruled_out);
    for spot in naive.spots(request, &held.possibly) {
        let judged = naive.judge_held(request, spot, way.level, &held);
        prop_assert_eq!(judged.verdict, Verdict::Permitted);
        prop_assert!(judged.deciding.is_subset(&set(permits)));
    }
    let asked_for = |state: &Processing| {
        permits
            .iter()
            .any(|id| policy.norms[id.0 as usize].processing == *state)
    };
    let at_level = |state: &Processing| !states.is_empty() && state.strength() == way.level;
    let asked: Vec<Processing> = Processing::ALL
        .into_iter()
        .filter(|state| at_level(state) && asked_for(state))
        .collect();
    let all: Vec<Processing> = Processing::ALL.into_iter().filter(at_level).collect();
    prop_assert_eq!(states, if asked.is_empty() { all } else { asked });
    Ok(())
}
