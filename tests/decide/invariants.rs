//! What holds of every policy, whatever it says.

use std::collections::BTreeSet;

use hoshin::internals::decide::{Decider, Decision, Request, Verdict};
use hoshin::internals::norm::{AnyOf, Effect, NormId, Processing};
use hoshin::internals::policy::{Expected, Policy};
use hoshin::internals::vocabulary::ConceptId;
use proptest::prelude::*;

use super::agreement::{expand, level_of};
use super::cases;
use super::draw::draw;
use super::shuffle::{Shuffle, renamed_word};
use crate::support::naive::Naive;
use crate::support::sketch::{Context, DUTY, LAW, SMALL, Sketch, norm_of, sketch};

/// A way by the names of conditions: its level, what it asserts, what it rules out.
type Named = (u8, BTreeSet<String>, BTreeSet<String>);

/// What a decision says, free of ids: kind, ways by the names of conditions.
fn in_words(policy: &Policy, request: &Request, decision: &Decision) -> (Expected, Verdict, BTreeSet<Named>) {
    let conditions = &policy.vocabulary.conditions;
    let mut ways = BTreeSet::new();
    for way in &decision.ways {
        let name = |id: ConceptId| conditions.get(id).name.clone();
        let ruled_out = way.conditions.none_of.iter();
        let ruled_out: BTreeSet<String> = ruled_out.map(|leaf| name(conditions.leaf_concept(leaf))).collect();
        for set in expand(policy, &way.conditions) {
            let names = set.into_iter().map(name).collect();
            ways.insert((level_of(&way.states, request), names, ruled_out.clone()));
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
    #![proptest_config(cases(96))]

    #[test]
    fn one_more_prohibition_permits_nothing_but_under_conditions_that_its_own_exception_names(
        (before, after) in with_one_more(&[Effect::Forbid, Effect::Limit]),
        draws in prop::collection::vec(draw(), 16),
    ) {
        let added = after.norms.last().expect("one more").clone();
        let (before, after) = (before.policy(), after.policy());
        let (first, second) = (Decider::new(&before), Decider::new(&after));
        let conditions = &after.vocabulary.conditions;
        for draw in draws {
            let request = draw.request(&before);
            if second.decide_bare(&request) == Expected::Permitted {
                let own = |asserted: &ConceptId| {
                    let leaf = conditions.own_leaf(*asserted);
                    added.unless.iter().any(|id| leaf.intersects(conditions.leaves_of(ConceptId(*id as u32))))
                };
                let excepted = added.excepts && request.conditions.iter().any(own);
                prop_assert!(excepted || first.decide_bare(&request) == Expected::Permitted, "{:?}", request);
            }
        }
    }

    #[test]
    fn one_more_permit_refuses_nothing(
        (before, after) in with_one_more(&[Effect::Permit]),
        draws in prop::collection::vec(draw(), 16),
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

    /// It takes refusals away, and adds nothing but what 法令 does.
    #[test]
    fn a_duty_by_law_forbids_nothing_and_permits_what_a_permit_covers(
        sketch in sketch(SMALL),
        draws in prop::collection::vec(draw(), 16),
    ) {
        let policy = sketch.policy();
        let conditions = &policy.vocabulary.conditions;
        let (Some(law), Some(duty)) = (conditions.find(LAW), conditions.find(DUTY)) else { return Ok(()) };
        let permits = Policy {
            norms: policy.norms.iter().filter(|norm| !norm.effect.refuses()).cloned().collect(),
            ..policy.clone()
        };
        let (decider, permitting) = (Decider::new(&policy), Decider::new(&permits));
        // Whoever names the duty itself may say that a permit holds without it, or that nothing is linked with it.
        let by_itself = |any: &AnyOf| {
            let own = conditions.own_leaf(law);
            any.leaves.intersects(conditions.leaves_of(duty)) && !any.leaves.intersects(&own)
        };
        let linkings = policy.vocabulary.linkings.iter().flat_map(|linking| &linking.when);
        let lifting = policy.norms.iter().map(|norm| &norm.unless.conditions);
        let is_named = linkings.chain(lifting).any(by_itself);
        for draw in draws {
            let request = Request { withdrawn: Vec::new(), denied: Vec::new(), ..draw.request(&policy) };
            let given = |id: ConceptId| request.clone().asserting(id);
            let by_duty = decider.decide(&given(duty)).verdict;
            prop_assert_ne!(by_duty, Verdict::Forbidden, "{:?}", request);
            let covered = permitting.decide(&given(duty)).verdict;
            prop_assert_eq!(by_duty, covered, "{:?}", request);
            if !is_named && decider.decide(&given(law)).verdict == Verdict::Permitted {
                prop_assert_eq!(by_duty, Verdict::Permitted, "{:?}", request);
            }
        }
    }

    #[test]
    fn to_be_sure_of_less_or_to_leave_more_possible_permits_nothing(
        sketch in sketch(SMALL),
        draws in prop::collection::vec((draw(), any::<prop::sample::Index>(), 0..4), 16),
    ) {
        let policy = sketch.policy();
        let decider = Decider::new(&policy);
        for (draw, which, how) in draws {
            let request = Request { closed: true, ..draw.request(&policy) };
            let mut less = request.clone();
            match how {
                // What is not asserted any more is possible still.
                0 if !less.conditions.is_empty() => {
                    less.conditions.remove(which.index(less.conditions.len()));
                }
                // What is withdrawn is sure no longer.
                2 if !policy.vocabulary.conditions.is_empty() => {
                    let count = policy.vocabulary.conditions.len();
                    less.withdrawn.push(ConceptId(which.index(count) as u32 + 1));
                }
                1 if !less.denied.is_empty() => {
                    less.denied.remove(which.index(less.denied.len()));
                }
                // An open request leaves nothing possible that it does not assert.
                _ => {
                    let open = Request { closed: false, ..request.clone() };
                    if decider.decide_bare(&request) == Expected::Permitted {
                        prop_assert_eq!(decider.decide_bare(&open), Expected::Permitted, "{:?}", request);
                    }
                    continue;
                }
            }
            if decider.decide_bare(&less) == Expected::Permitted {
                prop_assert_eq!(decider.decide_bare(&request), Expected::Permitted, "{:?} beside {:?}", request, less);
            }
        }
    }

    #[test]
    fn a_closed_request_that_denies_the_rest_is_an_open_one(
        sketch in sketch(SMALL),
        draws in prop::collection::vec(draw(), 16),
    ) {
        let policy = sketch.policy();
        let decider = Decider::new(&policy);
        let conditions = &policy.vocabulary.conditions;
        for draw in draws {
            let open = Request { closed: false, withdrawn: Vec::new(), ..draw.request(&policy) };
            let below = |id: &ConceptId| open.conditions.iter().any(|asserted| conditions.contains(*id, *asserted));
            let denied: Vec<ConceptId> = conditions.iter().map(|(id, _)| id).filter(|id| !below(id)).collect();
            // A category of what is asserted cannot be denied, and its その他 is left.
            if conditions.iter().any(|(id, _)| below(&id) && !open.conditions.contains(&id)) {
                continue;
            }
            let open = Request { denied, ..open };
            let closed = Request { closed: true, ..open.clone() };
            prop_assert_eq!(decider.decide(&closed), decider.decide(&open), "{:?}", closed);
            // What an open request denies it does not assert in any case: only ways may go.
            let silent = Request { denied: Vec::new(), ..open.clone() };
            prop_assert_eq!(decider.verdict(&open), decider.verdict(&silent), "{:?}", open);
        }
    }

    #[test]
    fn more_processing_refuses_nothing(sketch in sketch(SMALL), draws in prop::collection::vec(draw(), 16)) {
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
        draws in prop::collection::vec(draw(), 16),
    ) {
        let before = sketch.policy();
        let shuffle = Shuffle::new(&sketch, &seeds);
        let after = shuffle.apply(&sketch).policy();
        let (first, second) = (Decider::new(&before), Decider::new(&after));
        for draw in draws {
            let request = draw.request(&before);
            let other = shuffle.request(&request, &before, &after);
            let (one, two) = (first.decide(&request), second.decide(&other));
            let renamed = in_words(&before, &request, &one);
            let all = |names: BTreeSet<String>| names.iter().map(|name| renamed_word(name)).collect::<BTreeSet<_>>();
            let ways = renamed.2.into_iter().map(|(level, names, ruled_out)| (level, all(names), all(ruled_out)));
            let renamed = (renamed.0, renamed.1, ways.collect::<BTreeSet<_>>());
            prop_assert_eq!(renamed, in_words(&after, &other, &two), "{:?}", request);
            // Of several leaves that are refused alike the first in order is named, so only then the norms may differ.
            let naive = Naive::new(&before);
            let at_one_leaf = naive.spots(&request, &naive.held(&request).possibly).len() == 1;
            if at_one_leaf || one.place.is_none() {
                prop_assert_eq!(keys(&before, &one.decided_by), keys(&after, &two.decided_by));
                prop_assert_eq!(keys(&before, &one.overridden), keys(&after, &two.overridden));
            }
        }
    }
}
