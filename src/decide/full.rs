//! The decision with its reasons.

use std::collections::BTreeSet;

use super::answer::{Answer, Decision, Parts, Verdict, Way};
use super::endings::endings;
use super::index::{Ask, Index};
use super::merge::{Choice, merge};
use super::nearest::nearest;
use super::position::Position;
use super::problem::{Problem, strictest};
use super::verdict::settle;
use super::ways::{Found, all_ways, condition_set, kind, states};
use crate::norm::NormId;
use crate::policy::Expected;

/// Decides a problem, and says why. Not yet told in parts.
pub(super) fn full(problem: &Problem<'_>, ask: &Ask<'_>) -> Decision {
    match strictest(problem) {
        (Verdict::Permitted, _) | (_, None) => permitted(problem),
        (verdict, Some(cell)) => refused(problem, ask, verdict, cell),
    }
}

fn permitted(problem: &Problem<'_>) -> Decision {
    let mut deciding = BTreeSet::new();
    let mut opposed = BTreeSet::new();
    for cell in &problem.cells {
        if let Some(applied) = problem.applied(cell, problem.strength, &problem.held) {
            deciding.extend(settle(problem.index, &applied).deciding);
            opposed.extend(opposing(problem, &applied, true));
        }
    }
    let (ended_by, ended_by_complete) = endings(problem);
    Decision {
        answer: Answer::Permitted,
        verdict: Verdict::Permitted,
        decided_by: problem.norms_at(&deciding),
        overridden: problem.norms_at(&opposed),
        set_aside: problem.norms_at(&problem.set_aside()),
        but_for_duty: false,
        place: None,
        uniform: true,
        certain: true,
        ways: Vec::new(),
        complete: true,
        parts: Parts::default(),
        ended_by,
        ended_by_complete,
    }
}

fn refused(problem: &Problem<'_>, ask: &Ask<'_>, verdict: Verdict, cell: usize) -> Decision {
    let spot = &problem.cells[cell];
    let applied = problem
        .applied(spot, problem.strength, &problem.held)
        .unwrap_or_default();
    let by: BTreeSet<Position> = settle(problem.index, &applied).deciding.into_iter().collect();
    let (found, complete) = all_ways(problem);
    let kind = kind(verdict, problem.strength, &found);
    let ways = shown(problem, &found);

    let chosen: Vec<&(u8, Way)> = match kind {
        Expected::PermittedUnderConditions => ways
            .iter()
            .filter(|(strength, _)| *strength == problem.strength)
            .collect(),
        Expected::PermittedIfProcessed => {
            let alone = ways
                .iter()
                .find(|(strength, way)| *strength > problem.strength && way.conditions.is_empty());
            let usable = found.iter().filter(|way| way.own || verdict != Verdict::Forbidden);
            let strength = alone
                .map(|(strength, _)| *strength)
                .or_else(|| usable.map(|way| way.strength).min());
            ways.iter().filter(|way| Some(way.0) == strength).collect()
        }
        _ => Vec::new(),
    };
    let conditions = || chosen.iter().map(|(_, way)| way.conditions.clone()).collect();
    let permits: BTreeSet<NormId> = chosen.iter().flat_map(|(_, way)| way.permits.iter().copied()).collect();
    let (answer, decided_by) = match kind {
        Expected::Permitted => (Answer::Permitted, BTreeSet::new()),
        Expected::PermittedUnderConditions => (
            Answer::UnderConditions {
                conditions: conditions(),
            },
            permits,
        ),
        Expected::PermittedIfProcessed => {
            let states = chosen
                .iter()
                .flat_map(|(_, way)| way.states.iter().copied())
                .collect::<BTreeSet<_>>();
            let answer = Answer::IfProcessed {
                states: states.into_iter().collect(),
                transforms: with_transform(problem.index, &permits),
                conditions: conditions(),
            };
            (answer, permits)
        }
        Expected::Forbidden => {
            let by = problem.norms_at(&by);
            (Answer::Forbidden { by: by.clone() }, by.into_iter().collect())
        }
        Expected::NotStated => {
            let nearest = nearest(problem.index, ask, &spot.place);
            (Answer::NotStated { nearest }, BTreeSet::new())
        }
    };
    let against = match kind {
        Expected::Forbidden => opposing(problem, &applied, false).collect(),
        _ => by,
    };
    Decision {
        answer,
        verdict,
        decided_by: decided_by.into_iter().collect(),
        overridden: problem.norms_at(&against),
        set_aside: problem.norms_at(&problem.set_aside()),
        but_for_duty: verdict == Verdict::Forbidden && problem.may_be_for_duty(),
        place: Some(spot.place),
        uniform: problem.cells.iter().all(|cell| {
            let found = problem.verdict(cell, problem.strength, &problem.held);
            found.is_none_or(|found| found == verdict)
        }),
        certain: problem.verdict(spot, problem.strength, &problem.loosest) == Some(verdict),
        ways: ways.into_iter().map(|(_, way)| way).collect(),
        complete,
        parts: Parts::default(),
        ended_by: Vec::new(),
        ended_by_complete: true,
    }
}

/// The ways as callers see them, those that differ in one condition only made one, with their strength.
fn shown(problem: &Problem<'_>, found: &[Found]) -> Vec<(u8, Way)> {
    let strengths: BTreeSet<u8> = found.iter().map(|way| way.strength).collect();
    let mut shown = Vec::new();
    for strength in strengths {
        let at_strength = found.iter().filter(|way| way.strength == strength);
        let choices = at_strength.map(|way| Choice {
            slots: (way.further.asserted.iter())
                .map(|atom| [atom].into_iter().collect())
                .collect(),
            ruled_out: way.further.ruled_out.clone(),
            norms: deciding(problem, way),
        });
        let mut ways: Vec<Way> = merge(choices.collect())
            .into_iter()
            .map(|choice| Way {
                states: states(problem, strength, &choice.norms),
                conditions: condition_set(problem, &choice, |slot| problem.permitting(slot)),
                permits: problem.norms_at(&choice.norms),
            })
            .collect();
        ways.sort_by(|a, b| {
            let key = |way: &Way| {
                let asked = way.conditions.all_of.len() + usize::from(!way.conditions.none_of.is_empty());
                (asked, way.conditions.clone())
            };
            key(a).cmp(&key(b))
        });
        shown.extend(ways.into_iter().map(|way| (strength, way)));
    }
    shown
}

/// The permits that decide once the way is taken.
fn deciding(problem: &Problem<'_>, way: &Found) -> BTreeSet<Position> {
    let held = problem.held.with(&way.further);
    let settled = problem
        .cells
        .iter()
        .filter_map(|cell| problem.judge(cell, way.strength, &held));
    settled.flat_map(|settled| settled.deciding).collect()
}

/// Those of the norms that apply whose effect is the opposite.
fn opposing(problem: &Problem<'_>, applied: &[Position], refuses: bool) -> impl Iterator<Item = Position> {
    let opposing = applied
        .iter()
        .filter(|position| problem.index.rule(**position).refuses == refuses);
    opposing.copied().collect::<Vec<_>>().into_iter()
}

fn with_transform(index: &Index, permits: &BTreeSet<NormId>) -> Vec<NormId> {
    let transforms = |norm: &NormId| index.rule_of(*norm).transforms;
    permits.iter().copied().filter(transforms).collect()
}
