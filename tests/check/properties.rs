//! What the checks find is what the naive evaluator finds, on generated policies.

use std::collections::BTreeSet;

use hoshin::internals::check::relation::Side;
use hoshin::internals::check::{check, conflicts, dead};
use hoshin::internals::decide::{Request, Verdict};
use hoshin::internals::diagnostic::{Code, Findings, Lang, Level, human};
use hoshin::internals::document::ClauseId;
use hoshin::internals::norm::{Effect, Norm, NormId, Processing};
use hoshin::internals::policy::Policy;
use hoshin::internals::vocabulary::ConceptId;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::decide::cases;
use crate::support::arbitrary::policies;
use crate::support::naive::{Concepts, Judgement, Naive, subsets};
use crate::support::sketch::{ACTS, ConceptSketch, Named, NormSketch, Size, Sketch, TINY, sketch};

/// Small enough to try everything, large enough for three clauses to meet.
const FEW: Size = Size {
    norms: 6,
    linkings: 1,
    ..TINY
};

/// What the norms make of every request at single leaves. What a law makes somebody do is looked at where a norm of the whole policy
/// speaks of that.
fn every_judgement(policy: &Policy, whole: &Policy) -> Vec<Judgement> {
    let (naive, whole) = (Naive::new(policy), Naive::new(whole));
    let conditions: Concepts = Naive::leaves(&policy.vocabulary.conditions).into_iter().collect();
    let mut all = Vec::new();
    for act in ACTS {
        let request = Request::new(act, ConceptId::TOP);
        for asserted in subsets(&conditions) {
            let by_duty = asserted.iter().any(|leaf| naive.is_duty(*leaf));
            for spot in naive.spots(&request, &asserted) {
                if by_duty && !whole.names_duty(act, spot) {
                    continue;
                }
                for state in Processing::ALL {
                    all.push(naive.judge(&request, spot, state.strength(), &asserted));
                }
            }
        }
    }
    all
}

fn verdicts(policy: &Policy, whole: &Policy) -> Vec<Verdict> {
    every_judgement(policy, whole)
        .into_iter()
        .map(|judged| judged.verdict)
        .collect()
}

/// The pairs of a permit and a refusal that count together at the highest rank somewhere.
fn naive_conflicts(policy: &Policy) -> BTreeSet<(NormId, NormId)> {
    let refuses = |id: &NormId| policy.norms[id.0 as usize].effect.refuses();
    let mut found = BTreeSet::new();
    for judged in every_judgement(policy, policy) {
        let accused = judged.at_top.iter().filter(|id| !policy.norms[id.0 as usize].exception);
        let (refusals, permits): (Vec<NormId>, Vec<NormId>) = accused.partition(|id| refuses(id));
        found.extend(
            permits
                .iter()
                .flat_map(|permit| refusals.iter().map(move |refusal| (*permit, *refusal))),
        );
    }
    found
}

/// Whether the sets or the conditions of a norm leave no request to which it could apply.
fn is_inert(norm: &Norm) -> bool {
    let lifted = &norm.unless.conditions.leaves;
    norm.data.leaves.is_empty()
        || norm.parties.leaves.is_empty()
        || norm.purposes.leaves.is_empty()
        || norm.routes.as_ref().is_some_and(Vec::is_empty)
        || norm.requires.iter().any(|any| any.leaves.is_subset(lifted))
}

fn without(policy: &Policy, clause: ClauseId) -> Policy {
    let mut policy = policy.clone();
    policy.norms.retain(|norm| norm.provenance.clause != clause);
    policy
}

proptest! {
    #![proptest_config(cases(160))]

    #[test]
    fn a_conflict_is_found_if_and_only_if_both_count_at_equal_top_rank(sketch in sketch(FEW)) {
        let policy = sketch.policy();
        let conflicts::Conflicts { found, all, undecided, all_undecided } = conflicts::conflicts(&policy);
        prop_assert!(all && all_undecided);
        prop_assert_eq!(undecided, []);
        let pairs: BTreeSet<(NormId, NormId)> = found.iter().map(|one| (one.permit, one.refusal)).collect();
        prop_assert_eq!(pairs.len(), found.len());
        prop_assert_eq!(pairs, naive_conflicts(&policy));
    }

    #[test]
    fn the_relation_of_two_norms_is_that_of_the_requests_they_cover(sketch in sketch(FEW)) {
        let policy = sketch.policy();
        let naive = Naive::new(&policy);
        let conditions: Concepts = Naive::leaves(&policy.vocabulary.conditions).into_iter().collect();
        let asserted = subsets(&conditions);
        for conflict in conflicts::conflicts(&policy).found {
            let norm = |id: NormId| &policy.norms[id.0 as usize];
            let (permit, refusal) = (norm(conflict.permit), norm(conflict.refusal));
            let met = |norm: &Norm| -> BTreeSet<usize> {
                let meets = |at: &usize| naive.conditions_hold(norm, &asserted[*at]);
                (0..asserted.len()).filter(meets).collect()
            };
            let side = |one: &BTreeSet<usize>, other: &BTreeSet<usize>| {
                match (one.is_subset(other), other.is_subset(one)) {
                    (true, true) => Side::Equal,
                    (true, false) => Side::Narrower,
                    (false, true) => Side::Wider,
                    (false, false) => Side::Overlapping,
                }
            };
            prop_assert_eq!(conflict.relation.conditions, side(&met(permit), &met(refusal)), "{:?}", conflict);
            let leaves = |set: &hoshin::internals::vocabulary::LeafSet| set.iter().map(|leaf| leaf as usize).collect();
            let purposes = side(&leaves(&permit.purposes.leaves), &leaves(&refusal.purposes.leaves));
            prop_assert_eq!(conflict.relation.purposes, purposes);
        }
    }

    #[test]
    fn the_witness_of_a_conflict_is_a_request_in_which_both_count(sketch in sketch(FEW)) {
        let policy = sketch.policy();
        let naive = Naive::new(&policy);
        let vocabulary = &policy.vocabulary;
        for conflict in conflicts::conflicts(&policy).found {
            let witness = &conflict.witness;
            let spot = crate::support::naive::Spot {
                data: vocabulary.data.leaf_concept(witness.data),
                party: vocabulary.parties.leaf_concept(witness.party),
                purpose: vocabulary.purposes.leaf_concept(witness.purpose),
                route: witness.route,
            };
            let asserted: Concepts =
                witness.conditions.iter().map(|leaf| vocabulary.conditions.leaf_concept(leaf)).collect();
            let request = Request::new(witness.act, ConceptId::TOP);
            let judged = naive.judge(&request, spot, witness.processing.strength(), &asserted);
            prop_assert!(judged.at_top.contains(&conflict.permit), "{:?}", conflict);
            prop_assert!(judged.at_top.contains(&conflict.refusal), "{:?}", conflict);
            prop_assert_eq!(judged.verdict, Verdict::Forbidden);
        }
    }

    #[test]
    fn a_clause_is_dead_if_and_only_if_deleting_it_changes_no_decision(sketch in sketch(FEW)) {
        let policy = sketch.policy();
        let found: BTreeSet<ClauseId> = dead::dead(&policy).iter().map(|dead| dead.clause).collect();
        let stating: BTreeSet<ClauseId> = policy.norms.iter().map(|norm| norm.provenance.clause).collect();
        let before = verdicts(&policy, &policy);
        for clause in stating {
            let mut norms = policy.norms.iter().filter(|norm| norm.provenance.clause == clause);
            let expected = verdicts(&without(&policy, clause), &policy) == before;
            let reported = found.contains(&clause) || norms.all(is_inert);
            prop_assert_eq!(reported, expected, "clause {:?}", clause);
        }
    }

    #[test]
    fn every_conflict_that_is_not_declared_is_reported(sketch in sketch(FEW)) {
        let policy = sketch.policy();
        let reported: BTreeSet<_> = check(&policy).diagnostics.iter().map(|found| found.code).collect();
        for conflict in conflicts::conflicts(&policy).found {
            if let Some(code) = conflict.code(&policy) {
                prop_assert!(reported.contains(&code), "{:?}", conflict);
            }
        }
    }

    #[test]
    fn every_finding_can_be_told_in_both_languages((policy, sources) in policies()) {
        let report = check(&policy);
        for lang in [Lang::Ja, Lang::En] {
            for found in &report.diagnostics {
                prop_assert!(!found.labels.is_empty(), "{:?}", found);
                let texts = [&found.message].into_iter().chain(&found.notes).chain(&found.help);
                for text in texts {
                    let text = text.get(lang);
                    prop_assert!(!text.is_empty(), "{:?}", found);
                }
            }
            let findings = Findings { sources: &sources, diagnostics: &report.diagnostics, folder: "" };
            let options = human::Options { lang, hints: human::Hints::Shown, ..human::Options::default() };
            let drawn = human::render(&[findings], &options);
            prop_assert!(report.diagnostics.iter().all(|found| drawn.contains(found.code.name())));
        }
    }

    #[test]
    fn checking_twice_says_the_same(sketch in sketch(FEW)) {
        let policy = sketch.policy();
        prop_assert_eq!(check(&policy), check(&policy.clone()));
    }
}

/// A permit and a prohibition of the same, and riders above them, each under the conditions given and lifted by the last.
fn contested(conditions: usize, riders: Vec<(Vec<Vec<usize>>, Vec<usize>)>) -> Policy {
    let named = |id: usize| Named {
        named: vec![id],
        except: Vec::new(),
    };
    let concepts = |word: &str, count: usize| -> Vec<ConceptSketch> {
        let one = |index: usize| ConceptSketch {
            name: format!("{word}{index}"),
            parents: Vec::new(),
            attribute: None,
            countries: Vec::new(),
        };
        (1..=count).map(one).collect()
    };
    let norm = |effect: Effect, rider: bool, requires: Vec<Vec<usize>>, unless: Vec<usize>, clause: usize| NormSketch {
        key: format!("{effect:?}{clause}{requires:?}"),
        effect,
        acts: vec![ACTS[1]],
        data: named(1),
        parties: named(1),
        abroad: false,
        purposes: named(1),
        routes: None,
        processing: effect.default_processing(),
        requires,
        unless,
        excepts: false,
        gives_way_to: Vec::new(),
        rider,
        goes_before: Vec::new(),
        transform: None,
        clause,
    };
    let mut norms = vec![
        norm(Effect::Permit, false, Vec::new(), Vec::new(), 0),
        norm(Effect::Forbid, false, Vec::new(), Vec::new(), 1),
    ];
    let riders = riders.into_iter();
    norms.extend(riders.map(|(requires, unless)| norm(Effect::Forbid, true, requires, unless, 2)));
    Sketch {
        data: concepts("情報", 1),
        parties: concepts("主体", 1),
        purposes: concepts("目的", 1),
        conditions: concepts("条件", conditions),
        linkings: Vec::new(),
        routes: 0,
        clauses: vec![None, None, None],
        norms,
    }
    .policy()
}

/// Riders with a condition each, and two of which one always applies: to see that the permit and the prohibition below them
/// never decide takes every set of conditions.
fn exhausting(riders: usize) -> Policy {
    let each = (2..=riders + 1).map(|condition| (vec![vec![condition]], Vec::new()));
    let always = [(vec![vec![1]], Vec::new()), (Vec::new(), vec![1])];
    contested(riders + 1, each.chain(always).collect())
}

/// Riders with two conditions each, every condition in several of them and together with far ones.
fn tangled(conditions: usize) -> Policy {
    let pair = |one: usize, two: usize| (vec![vec![one + 1], vec![two % conditions + 1]], Vec::new());
    let riders = (0..conditions).flat_map(|one| [pair(one, one * 7 + 3), pair(one, one * 31 + 11)]);
    contested(conditions, riders.collect())
}

fn codes_of(policy: &Policy) -> Vec<Code> {
    let found = check(policy);
    found.diagnostics.iter().map(|found| found.code).collect()
}

#[test]
fn hundreds_of_conditions_are_looked_at_to_the_end() {
    for riders in [6, 200] {
        let codes = codes_of(&exhausting(riders));
        assert!(
            !codes.contains(&Code::H0522) && !codes.contains(&Code::H0501),
            "{codes:?}"
        );
        // The prohibition forbids what the riders do already, and they what it does.
        assert_eq!(codes, [Code::H0520, Code::H0520]);
    }
}

#[test]
fn a_search_that_is_cut_off_says_so_before_all_else() {
    let report = check(&tangled(400));
    let first = report.diagnostics.first().expect("a finding");
    assert_eq!((first.code, first.level), (Code::H0522, Level::Error));
    assert!(first.message.ja.starts_with("最後まで比べていません"), "{first:?}");
    assert!(report.compared.undecided > 0);
    assert!(!codes_of(&tangled(12)).contains(&Code::H0522));
}

#[test]
fn generated_policies_have_every_kind_of_finding() {
    let mut runner = TestRunner::deterministic();
    let strategy = sketch(FEW);
    let mut kinds = BTreeSet::new();
    let mut clean = 0;
    for _ in 0..400 {
        let policy = strategy.new_tree(&mut runner).expect("a policy").current().policy();
        let conflicts = conflicts::conflicts(&policy).found;
        clean += usize::from(conflicts.is_empty());
        kinds.extend(
            conflicts
                .iter()
                .map(|one| format!("{:?} {:?}", one.relation.kind(), one.code(&policy))),
        );
        kinds.extend(dead::dead(&policy).iter().map(|dead| format!("{:?}", dead.why)));
    }
    assert!(clean >= 40, "{clean}");
    for kind in [
        "Contradiction Some(H0501)",
        "Narrowing Some(H0502)",
        "Crossing Some(H0503)",
        "Crossing Some(H0507)",
        "Redundant",
        "Shadowed",
        "Overridden",
    ] {
        assert!(kinds.contains(kind), "{kind} is not among {kinds:#?}");
    }
}
