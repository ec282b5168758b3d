//! What would end a permission: all minimal sets of further conditions under which the request is no longer permitted.
//!
//! Who forgot to assert one of them was permitted what he may not do, and would not learn of it otherwise.

use std::collections::BTreeSet;

use super::answer::{Ending, Verdict};
use super::bits::Bits;
use super::merge::{Choice, merge};
use super::position::Position;
use super::problem::{Further, Problem};
use super::ways::condition_set;

/// How many sets of conditions are tried before the search is cut off. Policies as people write them need a handful.
const LIMIT: usize = 1024;

/// The endings of what is permitted as put, fewest conditions first; and whether these are all.
pub(super) fn endings(problem: &Problem<'_>) -> (Vec<Ending>, bool) {
    let (found, complete) = search(problem);
    let mut endings = Vec::new();
    for verdict in [Verdict::Forbidden, Verdict::NotStated] {
        let of_verdict = found.iter().filter(|(_, then)| *then == verdict);
        let choices = of_verdict.map(|(asserted, _)| Choice {
            slots: asserted.iter().map(|atom| Bits::from_iter([atom])).collect(),
            ruled_out: Bits::default(),
            norms: responsible(problem, asserted),
        });
        endings.extend(merge(choices.collect()).into_iter().map(|choice| Ending {
            conditions: condition_set(problem, &choice, |slot| problem.assertable(slot)),
            verdict,
            by: problem.norms_at(&choice.norms),
        }));
    }
    endings.sort_by(|a, b| {
        let key = |ending: &Ending| (ending.conditions.all_of.len(), ending.conditions.clone());
        key(a).cmp(&key(b))
    });
    (endings, complete)
}

/// All minimal sets of atoms, each with the verdict that it brings. Goes through sets by size; from one that ends nothing it goes on
/// only with atoms of which at least one is needed ([`Problem::harmful`]).
fn search(problem: &Problem<'_>) -> (Vec<(Bits, Verdict)>, bool) {
    let mut found: Vec<(Bits, Verdict)> = Vec::new();
    let mut frontier = BTreeSet::from([Bits::default()]);
    let mut steps = 0;
    while !frontier.is_empty() {
        let mut next = BTreeSet::new();
        for asserted in frontier {
            if found.iter().any(|(known, _)| known.is_subset(&asserted)) {
                continue;
            }
            steps += 1;
            if steps > LIMIT {
                return (found, false);
            }
            let held = problem.held.with(&only(&asserted));
            let verdicts = problem.cells.iter();
            let verdicts = verdicts.filter_map(|cell| problem.verdict(cell, problem.strength, &held));
            match verdicts.max() {
                Some(verdict) if verdict != Verdict::Permitted => found.push((asserted, verdict)),
                _ => {
                    let mut harmful = Bits::default();
                    for cell in &problem.cells {
                        harmful.union_with(&problem.harmful(cell, problem.strength, &held));
                    }
                    next.extend(harmful.iter().map(|atom| asserted.with(atom)));
                }
            }
        }
        frontier = next;
    }
    (found, true)
}

fn only(asserted: &Bits) -> Further {
    Further {
        asserted: asserted.clone(),
        ruled_out: Bits::default(),
    }
}

/// The norms that then refuse; where none does, the permits that then fall away.
fn responsible(problem: &Problem<'_>, asserted: &Bits) -> BTreeSet<Position> {
    let held = problem.held.with(&only(asserted));
    let mut norms = BTreeSet::new();
    for cell in &problem.cells {
        let Some(then) = problem.judge(cell, problem.strength, &held) else {
            continue;
        };
        match then.verdict {
            Verdict::Permitted => {}
            Verdict::Forbidden => norms.extend(then.deciding),
            Verdict::NotStated => {
                let now = problem.judge(cell, problem.strength, &problem.held);
                norms.extend(now.into_iter().flat_map(|now| now.deciding));
            }
        }
    }
    norms
}
