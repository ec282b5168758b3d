//! The decision procedure, against a naive evaluator on generated policies.

use std::collections::{BTreeMap, BTreeSet};

use hoshin::decide::{Answer, ConditionSet, Decider, Decision, Place, Request, Verdict};
use hoshin::norm::{Effect, NormId, Processing};
use hoshin::policy::{Expected, Policy};
use hoshin::vocabulary::ConceptId;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::support::naive::{Concepts, Naive, Spot, Way};
use crate::support::sketch::{
    ACTS, ConceptSketch, Context, LinkingSketch, Named, NormSketch, SMALL, Sketch, TINY, TransformSketch, norm_of,
    sketch,
};

/// Numbers from which a request is made that fits a policy.
#[derive(Clone)]
struct Draw {
    act: Index,
    data: Vec<Index>,
    party: Index,
    purpose: Index,
    state: Index,
    conditions: Vec<Index>,
    route: Option<Index>,
}

fn draw() -> impl Strategy<Value = Draw> {
    let index = any::<Index>;
    (
        index(),
        prop_oneof![9 => prop::collection::vec(index(), 1), 1 => prop::collection::vec(index(), 0..3)],
        index(),
        index(),
        index(),
        prop::collection::vec(index(), 0..3),
        prop::option::of(index()),
    )
        .prop_map(|(act, data, party, purpose, state, conditions, route)| Draw {
            act,
            data,
            party,
            purpose,
            state,
            conditions,
            route,
        })
}

impl std::fmt::Debug for Draw {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("draw")
    }
}

impl Draw {
    fn request(&self, policy: &Policy) -> Request {
        let vocabulary = &policy.vocabulary;
        let concept = |index: &Index, count: usize| ConceptId(index.index(count + 1) as u32);
        let data: Vec<ConceptId> = self
            .data
            .iter()
            .map(|index| concept(index, vocabulary.data.len()))
            .collect();
        let routes = vocabulary.routes.len();
        Request {
            act: *self.act.get(&ACTS),
            // The first answer to "which data" is all of it.
            data: if data.is_empty() { vec![ConceptId::TOP] } else { data },
            party: concept(&self.party, vocabulary.parties.len()),
            purpose: concept(&self.purpose, vocabulary.purposes.len()),
            processing: *self.state.get(&Processing::ALL),
            conditions: self
                .conditions
                .iter()
                .map(|index| concept(index, vocabulary.conditions.len()))
                .collect(),
            route: self
                .route
                .filter(|_| routes > 0)
                .map(|index| index.index(routes) as u32),
        }
    }
}

fn spot(policy: &Policy, place: Place) -> Spot {
    let vocabulary = &policy.vocabulary;
    Spot {
        data: vocabulary.data.leaf_concept(place.data),
        party: vocabulary.parties.leaf_concept(place.party),
        purpose: vocabulary.purposes.leaf_concept(place.purpose),
        route: place.route,
    }
}

/// Every set of condition leaves that one set of choices stands for.
fn expand(policy: &Policy, set: &ConditionSet) -> BTreeSet<Concepts> {
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

fn level_of(states: &[Processing], request: &Request) -> u8 {
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
        for conditions in expand(policy, &way.conditions) {
            check_way(
                naive,
                request,
                &Way {
                    level,
                    conditions: conditions.clone(),
                },
                &way.permits,
                &way.states,
                policy,
            )?;
            ways.insert(Way { level, conditions });
            ways_count += 1;
        }
    }
    prop_assert_eq!(&ways, &expected.ways, "ways for {:?}", request);
    prop_assert_eq!(ways.len(), ways_count, "a way twice for {:?}", request);
    prop_assert_eq!(decision.answer.kind(), expected.kind, "kind of {:?}", request);

    let asserted = naive.asserted(request);
    let level = request.processing.strength();
    let judge = |spot: Spot| naive.judge(request, spot, level, &asserted);
    let opposed = |judged: &BTreeSet<NormId>, refuses: bool| -> BTreeSet<NormId> {
        let of_effect = |id: &&NormId| policy.norms[id.0 as usize].effect.refuses() == refuses;
        judged.iter().filter(of_effect).copied().collect()
    };
    let spots = naive.spots(request, &asserted);
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
                    expected.truncate(hoshin::decide::NEAREST);
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

/// A way permits the request, by no other norms than it names, and in each state it names.
fn check_way(
    naive: &Naive<'_>,
    request: &Request,
    way: &Way,
    permits: &[NormId],
    states: &[Processing],
    policy: &Policy,
) -> Result<(), TestCaseError> {
    let asserted = &naive.asserted(request) | &way.conditions;
    for spot in naive.spots(request, &asserted) {
        let judged = naive.judge(request, spot, way.level, &asserted);
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

/// So many cases, or as many as PROPTEST_CASES says.
fn cases(count: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|count| count.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(count),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn decisions_agree_with_the_naive_evaluator(
        sketch in sketch(SMALL),
        draws in prop::collection::vec(draw(), 24),
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
    #![proptest_config(cases(24))]

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

/// What a decision says, free of ids: kind, ways by the names of conditions.
fn in_words(
    policy: &Policy,
    request: &Request,
    decision: &Decision,
) -> (Expected, Verdict, BTreeSet<(u8, BTreeSet<String>)>) {
    let conditions = &policy.vocabulary.conditions;
    let mut ways = BTreeSet::new();
    for way in &decision.ways {
        for set in expand(policy, &way.conditions) {
            let names = set.iter().map(|id| conditions.get(*id).name.clone()).collect();
            ways.insert((level_of(&way.states, request), names));
        }
    }
    (decision.answer.kind(), decision.verdict, ways)
}

fn keys(policy: &Policy, norms: &[NormId]) -> BTreeSet<String> {
    norms.iter().map(|id| policy.norms[id.0 as usize].key.clone()).collect()
}

/// A sketch with a norm more, of an effect the caller chooses.
fn with_one_more(effects: &'static [Effect]) -> impl Strategy<Value = (Sketch, Sketch)> {
    (sketch(SMALL), proptest::sample::select(effects)).prop_flat_map(|(before, effect)| {
        norm_of(Context::of(&before), effect).prop_map(move |norm| {
            let mut after = before.clone();
            after.norms.push(norm);
            (before.clone(), after)
        })
    })
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn one_more_prohibition_permits_nothing(
        (before, after) in with_one_more(&[Effect::Forbid, Effect::Limit]),
        draws in prop::collection::vec(draw(), 24),
    ) {
        let (before, after) = (before.policy(), after.policy());
        let (first, second) = (Decider::new(&before), Decider::new(&after));
        for draw in draws {
            let request = draw.request(&before);
            if second.decide_bare(&request) == Expected::Permitted {
                prop_assert_eq!(first.decide_bare(&request), Expected::Permitted, "{:?}", request);
            }
        }
    }

    #[test]
    fn one_more_permit_refuses_nothing(
        (before, after) in with_one_more(&[Effect::Permit]),
        draws in prop::collection::vec(draw(), 24),
    ) {
        let (before, after) = (before.policy(), after.policy());
        let (first, second) = (Decider::new(&before), Decider::new(&after));
        for draw in draws {
            let request = draw.request(&before);
            if first.decide_bare(&request) == Expected::Permitted {
                prop_assert_eq!(second.decide_bare(&request), Expected::Permitted, "{:?}", request);
            }
        }
    }

    #[test]
    fn more_processing_refuses_nothing(sketch in sketch(SMALL), draws in prop::collection::vec(draw(), 24)) {
        let policy = sketch.policy();
        let decider = Decider::new(&policy);
        for draw in draws {
            let request = draw.request(&policy);
            let verdicts: Vec<_> = Processing::ALL
                .into_iter()
                .map(|state| decider.decide(&request.clone().processing(state)).verdict)
                .collect();
            let permitted = |verdict: &Verdict| *verdict == Verdict::Permitted;
            prop_assert!(verdicts.iter().map(permitted).is_sorted(), "{verdicts:?} for {request:?}");
        }
    }

    #[test]
    fn other_names_and_another_order_change_nothing(
        sketch in sketch(SMALL),
        seeds in prop::collection::vec(any::<u64>(), 7),
        draws in prop::collection::vec(draw(), 24),
    ) {
        let before = sketch.policy();
        let shuffle = Shuffle::new(&sketch, &seeds);
        let after = shuffle.apply(&sketch).policy();
        let (first, second) = (Decider::new(&before), Decider::new(&after));
        for draw in draws {
            let request = draw.request(&before);
            let other = shuffle.request(&request);
            let (one, two) = (first.decide(&request), second.decide(&other));
            let renamed = in_words(&before, &request, &one);
            let renamed = (renamed.0, renamed.1, renamed.2.into_iter().map(|(level, names)| {
                (level, names.iter().map(|name| renamed_word(name)).collect::<BTreeSet<_>>())
            }).collect::<BTreeSet<_>>());
            prop_assert_eq!(renamed, in_words(&after, &other, &two), "{:?}", request);
            // Of several leaves that are refused alike the first in order is named, so only then the norms may differ.
            let at_one_leaf = Naive::new(&before).spots(&request, &Naive::new(&before).asserted(&request)).len() == 1;
            if at_one_leaf || one.place.is_none() {
                prop_assert_eq!(keys(&before, &one.decided_by), keys(&after, &two.decided_by));
                prop_assert_eq!(keys(&before, &one.overridden), keys(&after, &two.overridden));
            }
        }
    }
}

#[test]
fn generated_policies_reach_every_kind_of_answer() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let strategy = (sketch(SMALL), prop::collection::vec(draw(), 40));
    for _ in 0..300 {
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
                .any(|id| !sketch.norms[id.0 as usize].gives_way_to.is_empty())
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
            if linked && decision.answer.kind() == Expected::Permitted {
                count("linked");
            }
        }
    }
    for (what, count) in &seen {
        assert!(*count >= 10, "{what}: {count}");
    }
    assert_eq!(seen.len(), 11, "{seen:?}");
}

/// Other names and another order of everything that has an order.
struct Shuffle {
    data: Vec<usize>,
    parties: Vec<usize>,
    purposes: Vec<usize>,
    conditions: Vec<usize>,
    clauses: Vec<usize>,
    norms: Vec<usize>,
    linkings: Vec<usize>,
}

fn renamed_word(name: &str) -> String {
    format!("新{name}")
}

/// A permutation of 0..count: where each goes.
fn permutation(count: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|index| {
        (seed ^ (*index as u64 + 1))
            .wrapping_mul(0x9E37_79B9_7F4A_7C15)
            .rotate_left(*index as u32)
    });
    let mut goes_to = vec![0; count];
    for (to, from) in order.into_iter().enumerate() {
        goes_to[from] = to;
    }
    goes_to
}

/// The same for concepts, of which 0 stays the top element.
fn concepts_to(count: usize, seed: u64) -> Vec<usize> {
    let moved = permutation(count, seed).into_iter().map(|to| to + 1);
    [0].into_iter().chain(moved).collect()
}

fn moved<T: Clone>(items: &[T], goes_to: &[usize]) -> Vec<T> {
    let mut pairs: Vec<(usize, &T)> = goes_to.iter().copied().zip(items).collect();
    pairs.sort_by_key(|(to, _)| *to);
    pairs.into_iter().map(|(_, item)| item.clone()).collect()
}

fn all(indices: &[usize], goes_to: &[usize]) -> Vec<usize> {
    indices.iter().map(|index| goes_to[*index]).collect()
}

impl Shuffle {
    fn new(sketch: &Sketch, seeds: &[u64]) -> Self {
        Self {
            data: concepts_to(sketch.data.len(), seeds[0]),
            parties: concepts_to(sketch.parties.len(), seeds[1]),
            purposes: concepts_to(sketch.purposes.len(), seeds[2]),
            conditions: concepts_to(sketch.conditions.len(), seeds[3]),
            clauses: permutation(sketch.clauses.len(), seeds[4]),
            norms: permutation(sketch.norms.len(), seeds[5]),
            linkings: permutation(sketch.linkings.len(), seeds[6]),
        }
    }

    fn apply(&self, sketch: &Sketch) -> Sketch {
        let concepts = |concepts: &[ConceptSketch], goes_to: &[usize]| {
            let renamed: Vec<ConceptSketch> = concepts
                .iter()
                .map(|concept| ConceptSketch {
                    name: renamed_word(&concept.name),
                    parents: all(&concept.parents, goes_to),
                    ..concept.clone()
                })
                .collect();
            moved(&renamed, &goes_to.iter().skip(1).map(|to| to - 1).collect::<Vec<_>>())
        };
        let named = |named: &Named, goes_to: &[usize]| Named {
            named: all(&named.named, goes_to),
            except: all(&named.except, goes_to),
        };
        let formulas = |formulas: &[Vec<usize>]| formulas.iter().map(|any| all(any, &self.conditions)).collect();
        let norms: Vec<NormSketch> = sketch
            .norms
            .iter()
            .map(|norm| NormSketch {
                data: named(&norm.data, &self.data),
                parties: named(&norm.parties, &self.parties),
                purposes: named(&norm.purposes, &self.purposes),
                requires: formulas(&norm.requires),
                unless: all(&norm.unless, &self.conditions),
                gives_way_to: all(&norm.gives_way_to, &self.clauses),
                goes_before: all(&norm.goes_before, &self.clauses),
                transform: norm.transform.as_ref().map(|transform| TransformSketch {
                    drop: all(&transform.drop, &self.data),
                    keep: all(&transform.keep, &self.data),
                    generalise: transform
                        .generalise
                        .iter()
                        .map(|(from, to)| (self.data[*from], self.data[*to]))
                        .collect(),
                }),
                clause: self.clauses[norm.clause],
                ..norm.clone()
            })
            .collect();
        let linkings: Vec<LinkingSketch> = sketch
            .linkings
            .iter()
            .map(|linking| LinkingSketch {
                from: self.data[linking.from],
                to: self.data[linking.to],
                when: formulas(&linking.when),
            })
            .collect();
        let clauses: Vec<Option<usize>> = sketch
            .clauses
            .iter()
            .map(|parent| parent.map(|parent| self.clauses[parent]))
            .collect();
        Sketch {
            data: concepts(&sketch.data, &self.data),
            parties: concepts(&sketch.parties, &self.parties),
            purposes: concepts(&sketch.purposes, &self.purposes),
            conditions: concepts(&sketch.conditions, &self.conditions),
            linkings: moved(&linkings, &self.linkings),
            routes: sketch.routes,
            clauses: moved(&clauses, &self.clauses),
            norms: moved(&norms, &self.norms),
        }
    }

    fn request(&self, request: &Request) -> Request {
        let moved = |id: ConceptId, goes_to: &[usize]| ConceptId(goes_to[id.index()] as u32);
        Request {
            data: request.data.iter().map(|id| moved(*id, &self.data)).collect(),
            party: moved(request.party, &self.parties),
            purpose: moved(request.purpose, &self.purposes),
            conditions: request
                .conditions
                .iter()
                .map(|id| moved(*id, &self.conditions))
                .collect(),
            ..request.clone()
        }
    }
}
