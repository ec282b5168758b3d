//! What would turn a refusal into a permission: all minimal sets of further conditions at every strength of processing.

use std::collections::BTreeSet;

use super::answer::{ConditionSet, Verdict};
use super::bits::Bits;
use super::merge::Choice;
use super::position::Position;
use super::problem::{Further, Held, Problem};
use crate::norm::Processing;
use crate::policy::Expected;
use crate::vocabulary::LeafSet;

/// How many sets of conditions are tried, per strength of processing, before the search for ways is cut off. Policies as
/// people write them need a few dozen. One way is then still looked for, whatever its size, so that a permission under
/// conditions is not taken for none.
pub const LIMIT: usize = 4096;

/// One minimal way, in the terms of the problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) strength: u8,
    pub(super) further: Further,
    /// What refuses now falls away by itself once the permission's own terms are met.
    pub(super) own: bool,
}

/// All minimal ways, least processing first; and whether the search came to its end.
pub(super) fn all_ways(problem: &Problem<'_>) -> (Vec<Found>, bool) {
    let mut ways = Vec::new();
    let mut complete = true;
    for strength in strengths(problem) {
        let mut alone = false;
        complete &= search(problem, strength, &mut ways, |found| {
            alone |= found.further.is_empty();
            false
        });
        // Processing alone is enough; more of it is no smaller way.
        if alone {
            break;
        }
    }
    (ways, complete)
}

/// Which of the five answers a request has that is not permitted as put.
///
/// Processing alone comes first, for it is in the caller's hand; then conditions alone; then both together. A request that is
/// forbidden as put stays 禁止 unless some way is the permission's own: what has to lift the refusal (the 但し of a rider, what
/// the law excepts) is reported beside the answer and does not soften it.
pub(super) fn kind(verdict: Verdict, strength: u8, ways: &[Found]) -> Expected {
    let usable = || ways.iter().filter(|way| way.own || verdict != Verdict::Forbidden);
    if usable().any(|way| way.strength > strength && way.further.is_empty()) {
        Expected::PermittedIfProcessed
    } else if usable().any(|way| way.strength == strength) {
        Expected::PermittedUnderConditions
    } else if usable().next().is_some() {
        Expected::PermittedIfProcessed
    } else if verdict == Verdict::Forbidden {
        Expected::Forbidden
    } else {
        Expected::NotStated
    }
}

/// The same as [`kind`] of [`all_ways`], without looking further than the answer needs.
pub(super) fn kind_only(problem: &Problem<'_>, verdict: Verdict) -> Expected {
    let usable = |found: &Found| found.own || verdict != Verdict::Forbidden;
    let nothing = Further::default();
    let alone = problem
        .stronger()
        .into_iter()
        .find(|strength| first_refused(problem, *strength, &problem.held).is_none());
    if let Some(strength) = alone
        && usable(&found(problem, strength, nothing))
    {
        return Expected::PermittedIfProcessed;
    }
    let mut ways = Vec::new();
    for strength in strengths(problem).take_while(|strength| alone.is_none_or(|alone| *strength < alone)) {
        let mut any = false;
        search(problem, strength, &mut ways, |found| {
            any = usable(found);
            any
        });
        if any {
            return match strength == problem.strength {
                true => Expected::PermittedUnderConditions,
                false => Expected::PermittedIfProcessed,
            };
        }
    }
    kind(verdict, problem.strength, &[])
}

fn strengths(problem: &Problem<'_>) -> impl Iterator<Item = u8> {
    std::iter::once(problem.strength).chain(problem.stronger())
}

/// Adds every minimal way at one strength that no known way is part of. Stops when `stop` says so; whether it came to
/// its end otherwise.
///
/// Goes through sets of further conditions by size. From a set that is not enough it goes on only with conditions of which
/// at least one is needed ([`Problem::helpful`]), so every minimal set is reached and most others are not.
fn search(problem: &Problem<'_>, strength: u8, ways: &mut Vec<Found>, mut stop: impl FnMut(&Found) -> bool) -> bool {
    let mut steps = 0;
    let mut frontier = BTreeSet::from([Further::default()]);
    while !frontier.is_empty() {
        let mut next = BTreeSet::new();
        for further in frontier {
            if is_known(ways, &further) {
                continue;
            }
            steps += 1;
            if steps > LIMIT {
                if !ways.iter().any(|way| way.strength == strength)
                    && let Some(further) = dive(problem, strength)
                    && !is_known(ways, &further)
                {
                    let way = found(problem, strength, further);
                    stop(&way);
                    ways.push(way);
                }
                return false;
            }
            let held = problem.held.with(&further);
            let Some(refused) = first_refused(problem, strength, &held) else {
                let way = found(problem, strength, further);
                let enough = stop(&way);
                ways.push(way);
                if enough {
                    return true;
                }
                continue;
            };
            let helpful = problem.helpful(&problem.cells[refused], strength, &held);
            next.extend(further.grown(&helpful));
        }
        frontier = next;
    }
    true
}

/// Whether some way that was found is a part of these conditions.
fn is_known(ways: &[Found], further: &Further) -> bool {
    ways.iter().any(|way| way.further.is_subset(further))
}

/// One minimal way at one strength, whatever its size: where there are too many sets to go through them by size, a permission
/// under conditions is still not taken for none.
fn dive(problem: &Problem<'_>, strength: u8) -> Option<Further> {
    let refused = |further: &Further| {
        let held = problem.held.with(further);
        let cell = first_refused(problem, strength, &held)?;
        Some(problem.helpful(&problem.cells[cell], strength, &held))
    };
    let mut stack = vec![Further::default()];
    for _ in 0..LIMIT {
        let mut further = stack.pop()?;
        if let Some(helpful) = refused(&further) {
            let deeper: Vec<Further> = further.grown(&helpful).collect();
            stack.extend(deeper.into_iter().rev());
            continue;
        }
        while let Some(less) = further.shrunk().into_iter().find(|less| refused(less).is_none()) {
            further = less;
        }
        return Some(further);
    }
    None
}

fn first_refused(problem: &Problem<'_>, strength: u8, held: &Held) -> Option<usize> {
    problem.cells.iter().position(|cell| {
        problem
            .verdict(cell, strength, held)
            .is_some_and(|verdict| verdict != Verdict::Permitted)
    })
}

fn found(problem: &Problem<'_>, strength: u8, further: Further) -> Found {
    Found {
        own: is_own(problem, strength, &further),
        strength,
        further,
    }
}

/// Whether every refusal that stands now falls away once the terms of the deciding permits are met: their 場合, their 加工,
/// and the linkings without which none of them speaks of the data, and nothing else. What a prohibition excepts where the law
/// does is no permission's own: 「法令に基づく場合を除き」 stands in almost every policy. What is ruled out lifts nothing: it shows
/// that the refusal was not there.
fn is_own(problem: &Problem<'_>, strength: u8, further: &Further) -> bool {
    let held = problem.held.with(further);
    problem.cells.iter().all(|cell| {
        let now = problem.verdict(cell, problem.strength, &problem.held);
        if now != Some(Verdict::Forbidden) {
            return true;
        }
        let Some(then) = problem.judge(cell, strength, &held) else {
            return true;
        };
        let mut terms = problem.bringing(cell, &then.deciding, &held);
        let mut asked = problem.strength;
        for position in &then.deciding {
            let rule = problem.index.rule(*position);
            if !rule.by_law {
                terms.union_with(&problem.unmet(*position));
            }
            asked = asked.max(rule.processing.strength());
        }
        let own = Further {
            asserted: terms.intersection(&further.asserted),
            ruled_out: further.ruled_out.clone(),
        };
        problem
            .verdict(cell, asked, &problem.held.with(&own))
            .is_none_or(|verdict| verdict == Verdict::Permitted)
    })
}

/// The states to name for a way: those that the deciding permits ask for, else every state of the strength.
pub(super) fn states(problem: &Problem<'_>, strength: u8, deciding: &BTreeSet<Position>) -> Vec<Processing> {
    if strength == problem.strength {
        return Vec::new();
    }
    let asked: BTreeSet<Processing> = deciding
        .iter()
        .map(|position| problem.index.rule(*position).processing)
        .filter(|state| state.strength() == strength)
        .collect();
    match asked.is_empty() {
        true => Processing::ALL
            .into_iter()
            .filter(|state| state.strength() == strength)
            .collect(),
        false => asked.into_iter().collect(),
    }
}

/// The conditions that a choice stands for, each as the leaves of which one is asserted.
pub(super) fn condition_set(problem: &Problem<'_>, choice: &Choice, leaves: impl Fn(&Bits) -> LeafSet) -> ConditionSet {
    let mut all_of: Vec<LeafSet> = choice.slots.iter().map(leaves).collect();
    all_of.sort_unstable();
    ConditionSet {
        all_of,
        none_of: problem.leaves(&choice.ruled_out),
    }
}
