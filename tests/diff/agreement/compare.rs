//! Two policies, request by request: what the comparison states beside what the naive evaluator makes of each. Also included by
//! `fuzz/fuzz_targets/diff.rs`.

use std::collections::{BTreeMap, BTreeSet};

use hoshin::internals::decide::{Request, Verdict};
use hoshin::internals::diff::decisions::{Decisions, Effect, Statement, decisions};
use hoshin::internals::diff::vocabulary::{Anchors, Joint, JointVocabulary, Side};
use hoshin::internals::norm::{NormId, Processing};
use hoshin::internals::policy::Policy;
use hoshin::internals::vocabulary::{Attribute, ConceptId, Graph, LeafSet};
use proptest::prelude::*;

use crate::support::naive::{Concepts, Judgement, Naive, Spot, subsets};
use crate::support::sketch::{ACTS, Context, Size, Sketch, norm, sketch};

const STATES: [Processing; 5] = Processing::ALL;

/// A revision of a policy: norms taken out, put in and replaced, linkings dropped.
pub(crate) fn revised(size: Size) -> impl Strategy<Value = (Sketch, Sketch)> {
    sketch(size).prop_flat_map(|before| {
        let context = Context::of(&before);
        let edits = prop::collection::vec((any::<prop::sample::Index>(), prop::option::of(norm(context))), 0..3);
        (Just(before), edits, any::<bool>()).prop_map(|(before, edits, unlink)| {
            let mut after = before.clone();
            for (at, norm) in edits {
                let at = at.index(after.norms.len() + 1);
                match norm {
                    Some(norm) if at == after.norms.len() => after.norms.push(norm),
                    Some(norm) => after.norms[at] = norm,
                    None if at < after.norms.len() => {
                        after.norms.remove(at);
                    }
                    None => {}
                }
            }
            if unlink {
                after.linkings.pop();
            }
            (before, after)
        })
    })
}

/// Two policies of one language: both know what a law makes somebody do, and the same kinds of it, or neither does.
pub(crate) fn unrelated(size: Size) -> impl Strategy<Value = (Sketch, Sketch)> {
    let duties = |sketch: &Sketch| -> BTreeSet<String> {
        let policy = sketch.policy();
        let naive = Naive::new(&policy);
        let conditions = policy.vocabulary.conditions.iter();
        let duties = conditions.filter(|(id, _)| naive.is_duty(*id));
        duties.map(|(_, concept)| concept.name.clone()).collect()
    };
    (sketch(size), sketch(size)).prop_map(move |(mut before, mut after)| {
        if duties(&before) != duties(&after) {
            let longer = if before.conditions.len() < after.conditions.len() {
                &after
            } else {
                &before
            };
            let conditions = longer.conditions.clone();
            before.conditions.clone_from(&conditions);
            after.conditions = conditions;
        }
        (before, after)
    })
}

pub(crate) fn diff(before: &Policy, after: &Policy) -> (JointVocabulary, Decisions) {
    let vocabulary = JointVocabulary::of(before, after, &Anchors::new());
    let decisions = decisions(before, after, &vocabulary);
    (vocabulary, decisions)
}

/// A name that is the same for what is the same: a party in another country is not.
fn called(graph: &Graph, id: ConceptId) -> String {
    let concept = graph.get(id);
    let name = concept.name.split('：').next().unwrap_or_default();
    let above = Naive::above(graph, id);
    match countries(graph, id) {
        none if none.is_empty() => {
            let mut above = above.iter();
            match above.any(|id| graph.get(*id).attributes.contains(&Attribute::Foreign)) {
                true => format!("{name}, abroad"),
                false => name.to_owned(),
            }
        }
        some => format!("{name}, in {some:?}"),
    }
}

/// Where it is, or where what contains it is.
fn countries(graph: &Graph, id: ConceptId) -> BTreeSet<String> {
    let concept = graph.get(id);
    match concept.countries.is_empty() {
        true => (concept.parents.iter())
            .flat_map(|parent| countries(graph, *parent))
            .collect(),
        false => concept.countries.iter().cloned().collect(),
    }
}

/// A vocabulary of both: the names of the leaves, and what each is in the two policies.
fn union(before: &Graph, after: &Graph) -> BTreeMap<String, [Option<ConceptId>; 2]> {
    let named = |graph: &Graph| {
        let leaves = Naive::leaves(graph).into_iter().filter(|id| *id != ConceptId::TOP);
        leaves.map(|id| (called(graph, id), id)).collect::<BTreeMap<_, _>>()
    };
    let [of_before, of_after] = [before, after].map(named);
    let mut all: BTreeSet<String> = of_before.keys().chain(of_after.keys()).cloned().collect();
    // What nobody named goes by the name of the top element here.
    let top = &before.get(ConceptId::TOP).name;
    let has_other = |graph: &Graph| Naive::leaves(graph).contains(&ConceptId::TOP);
    let declares = |graph: &Graph| !graph.is_empty();
    if all.is_empty() || [before, after].iter().any(|graph| declares(graph) && has_other(graph)) {
        all.insert(top.clone());
    }
    let of = |graph: &Graph, named: &BTreeMap<String, ConceptId>, name: &str| match graph.is_empty() {
        true => Some(ConceptId::TOP),
        false if name == top => has_other(graph).then_some(ConceptId::TOP),
        false => named.get(name).copied(),
    };
    all.into_iter()
        .map(|name| {
            let ids = [of(before, &of_before, &name), of(after, &of_after, &name)];
            (name, ids)
        })
        .collect()
}

/// The joint leaf of each name.
fn places(joint: &Joint, before: &Graph, after: &Graph) -> BTreeMap<String, u32> {
    (0u32..)
        .zip(&joint.leaves)
        .map(|(place, leaf)| {
            let name = |graph: &Graph, leaf: u32| called(graph, graph.leaf_concept(leaf));
            let name = match (leaf.old, leaf.new) {
                (Some(old), _) if !before.is_empty() => name(before, old),
                (_, Some(new)) => name(after, new),
                (old, None) => name(before, old.unwrap_or(0)),
            };
            (name, place)
        })
        .collect()
}

fn holds(statement: &Statement, request: &Request, at: [u32; 3], route: Option<u32>, asserted: &LeafSet) -> bool {
    let requests = &statement.requests;
    requests.acts.contains(request.act)
        && requests.data.contains(at[0])
        && requests.parties.contains(at[1])
        && requests.purposes.contains(at[2])
        && requests.states.contains(&request.processing)
        && route.is_none_or(|route| requests.routes.as_ref().is_none_or(|routes| routes.contains(route)))
        && requests
            .conditions
            .iter()
            .any(|cube| cube.all_of.iter().all(|any| any.intersects(asserted)) && !cube.none_of.intersects(asserted))
}

/// Goes through every request over the words of both.
pub(crate) fn compare(before: &Policy, after: &Policy) -> Result<(), TestCaseError> {
    let (vocabulary, decisions) = diff(before, after);
    prop_assert!(decisions.complete);
    let policies = [before, after];
    let naive = policies.map(Naive::new);
    let words = |dimension| {
        let (before, after) = (before.vocabulary.graph(dimension), after.vocabulary.graph(dimension));
        let places = places(vocabulary.joint(dimension), before, after);
        let all = union(before, after);
        prop_assert_eq!(places.keys().collect::<Vec<_>>(), all.keys().collect::<Vec<_>>());
        Ok(all
            .into_iter()
            .map(|(name, ids)| (places[&name], ids))
            .collect::<Vec<_>>())
    };
    use hoshin::internals::vocabulary::Dimension;
    let [data, parties, purposes, conditions] = Dimension::ALL.map(words);
    let (data, parties, purposes, conditions) = (data?, parties?, purposes?, conditions?);
    let routes: Vec<Option<u32>> = match policies.map(|policy| policy.vocabulary.routes.len() as u32) {
        [0, 0] => vec![None],
        [one, two] => (0..one.max(two)).map(Some).collect(),
    };
    let joint_route = |route: Option<u32>| {
        let route = route?;
        let same = vocabulary
            .routes
            .routes
            .iter()
            .position(|joint| joint.old.or(joint.new) == Some(route));
        same.map(|route| route as u32)
    };
    let all: BTreeSet<usize> = (0..conditions.len()).collect();
    let is_duty = |ids: &[Option<ConceptId>; 2]| {
        let sides = ids.iter().zip(&naive);
        sides
            .into_iter()
            .any(|(id, naive)| id.is_some_and(|id| naive.is_duty(id)))
    };
    let duty: BTreeSet<usize> = all
        .iter()
        .copied()
        .filter(|index| is_duty(&conditions[*index].1))
        .collect();
    let mut reasons: Vec<[BTreeSet<NormId>; 2]> = vec![Default::default(); decisions.statements.len()];
    let mut verdicts: Vec<(BTreeSet<Verdict>, BTreeSet<Verdict>)> = vec![Default::default(); reasons.len()];
    let mut seen_witnesses: BTreeSet<usize> = BTreeSet::new();
    for act in ACTS {
        for (d, data) in &data {
            for (r, party) in &parties {
                for (p, purpose) in &purposes {
                    for &route in &routes {
                        for processing in STATES {
                            let spots = Side::BOTH.map(|side| {
                                let side = side.index();
                                Some(Spot {
                                    data: data[side]?,
                                    party: party[side]?,
                                    purpose: purpose[side]?,
                                    route,
                                })
                            });
                            let names_duty = (spots.iter().zip(&naive))
                                .any(|(spot, naive)| spot.is_some_and(|spot| naive.names_duty(act, spot)));
                            for asserted in subsets(&all) {
                                let by_duty = !asserted.is_disjoint(&duty);
                                let mut request = Request::new(act, ConceptId::TOP);
                                request.processing = processing;
                                let judged = Side::BOTH.map(|side| {
                                    let side = side.index();
                                    let spot = spots[side]?;
                                    let asserted: Concepts =
                                        asserted.iter().filter_map(|index| conditions[*index].1[side]).collect();
                                    Some(naive[side].judge(&request, spot, processing.strength(), &asserted))
                                });
                                let verdict = |judged: &Option<Judgement>| {
                                    judged.as_ref().map_or(Verdict::NotStated, |j| j.verdict)
                                };
                                let (from, to) = (verdict(&judged[0]), verdict(&judged[1]));
                                let asserted: LeafSet = asserted.iter().map(|index| conditions[*index].0).collect();
                                let at = [*d, *r, *p];
                                let route = joint_route(route);
                                let is_in = |statement: &&Statement| holds(statement, &request, at, route, &asserted);
                                let stated: Vec<(usize, &Statement)> = decisions
                                    .statements
                                    .iter()
                                    .enumerate()
                                    .filter(|(_, statement)| is_in(statement))
                                    .collect();
                                let unknown: Vec<&Statement> = decisions.unknown_words.iter().filter(is_in).collect();
                                prop_assert!(stated.len() + unknown.len() < 2, "told twice");
                                // What a law makes somebody do is looked at where a norm speaks of that.
                                if by_duty && !names_duty {
                                    continue;
                                }
                                // A word that only one revision knows is a part of what contains it in the other: beyond
                                // what the naive evaluator tells (`tests/diff/unknown_words.rs`).
                                let known = [data, party, purpose].iter().all(|ids| ids.iter().all(Option::is_some));
                                if !known {
                                    continue;
                                }
                                let changes: BTreeSet<Effect> = stated
                                    .iter()
                                    .map(|(_, statement)| *statement)
                                    .chain(unknown.iter().copied())
                                    .map(|statement| statement.effect)
                                    .collect();
                                let expected: BTreeSet<_> = Effect::of(from, to).into_iter().collect();
                                prop_assert_eq!(changes, expected, "{:?} {:?} {:?} {:?}", request, at, route, asserted);
                                let deciding = |side: usize| {
                                    judged[side]
                                        .iter()
                                        .flat_map(|judged| judged.deciding.iter().copied())
                                        .collect::<Vec<_>>()
                                };
                                for (index, statement) in stated {
                                    verdicts[index].0.insert(from);
                                    verdicts[index].1.insert(to);
                                    for (side, reasons) in reasons[index].iter_mut().enumerate() {
                                        reasons.extend(deciding(side));
                                    }
                                    let witness = &statement.witness;
                                    let request = &witness.request;
                                    let is_witness = request.act == act
                                        && [request.data, request.party, request.purpose] == at
                                        && request.route == route
                                        && request.processing == processing
                                        && request.conditions == asserted;
                                    if is_witness {
                                        seen_witnesses.insert(index);
                                        prop_assert_eq!(&witness.decided_before, &deciding(0));
                                        prop_assert_eq!(&witness.decided_after, &deciding(1));
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    let known = |statement: &Statement| {
        let requests = &statement.requests;
        [
            (Dimension::Data, &requests.data),
            (Dimension::Party, &requests.parties),
            (Dimension::Purpose, &requests.purposes),
        ]
        .into_iter()
        .all(|(dimension, set)| {
            let joint = vocabulary.joint(dimension);
            Side::BOTH.into_iter().all(|side| set.is_subset(joint.known(side)))
        })
    };
    for (index, statement) in decisions.statements.iter().enumerate().filter(|(_, one)| known(one)) {
        prop_assert!(seen_witnesses.contains(&index), "each witness is a request");
        let (from, to) = &verdicts[index];
        prop_assert_eq!(&statement.from, &from.iter().copied().collect::<Vec<_>>());
        prop_assert_eq!(&statement.to, &to.iter().copied().collect::<Vec<_>>());
        for (norms, reasons) in [&statement.decided_before, &statement.decided_after]
            .into_iter()
            .zip(&reasons[index])
        {
            prop_assert_eq!(norms, &reasons.iter().copied().collect::<Vec<_>>());
        }
    }
    Ok(())
}
