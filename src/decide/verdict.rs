//! Steps 2 to 4 of the decision: which of the norms that apply count, and which of those decide.

use super::answer::Verdict;
use super::index::Decider;
use crate::norm::Rank;

/// What comes of the norms that apply to one leaf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Settled {
    pub(super) verdict: Verdict,
    /// The positions of the norms that decide.
    pub(super) deciding: Vec<u32>,
}

/// Settles what the norms at these positions, all of which apply, make of one leaf.
pub(super) fn settle(decider: &Decider, applied: &[u32]) -> Settled {
    let counted = counted(decider, applied);
    let verdict = verdict(counted.iter().map(|position| {
        let rule = &decider.rules[*position as usize];
        (rule.refuses, rule.rank)
    }));
    let top = counted
        .iter()
        .map(|position| decider.rules[*position as usize].rank)
        .max();
    let deciding = counted
        .into_iter()
        .filter(|position| {
            let rule = &decider.rules[*position as usize];
            Some(rule.rank) == top && rule.refuses == (verdict == Verdict::Forbidden)
        })
        .collect();
    Settled { verdict, deciding }
}

/// The highest rank decides; within a rank a refusal beats a permit.
pub(super) fn verdict(counted: impl Iterator<Item = (bool, Rank)>) -> Verdict {
    let mut top: Option<(Rank, bool)> = None;
    for (refuses, rank) in counted {
        top = top.max(Some((rank, refuses)));
    }
    match top {
        None => Verdict::NotStated,
        Some((_, true)) => Verdict::Forbidden,
        Some((_, false)) => Verdict::Permitted,
    }
}

/// Those of the norms that do not give way.
///
/// A norm gives way to a norm of the opposite effect that itself counts. Going round in a circle, the refusals stand:
/// of all consistent answers this takes the one in which most refusals and fewest permits count. It exists and is found by
/// starting from "all refusals, no permit", because more refusals that count never make a permit count, nor more permits a
/// refusal.
fn counted(decider: &Decider, applied: &[u32]) -> Vec<u32> {
    let rule = |position: u32| &decider.rules[position as usize];
    if !applied.iter().any(|position| rule(*position).involved) {
        return applied.to_vec();
    }
    let mut counts: Vec<bool> = applied.iter().map(|position| rule(*position).refuses).collect();
    loop {
        let before = counts.clone();
        for refuses in [false, true] {
            for (at, &position) in applied.iter().enumerate() {
                if rule(position).refuses != refuses {
                    continue;
                }
                counts[at] = !applied.iter().zip(&counts).any(|(&other, &other_counts)| {
                    other_counts && rule(other).refuses != refuses && decider.precedence.gives_way(position, other)
                });
            }
        }
        if counts == before {
            break;
        }
    }
    let kept = applied.iter().zip(counts);
    kept.filter_map(|(position, counts)| counts.then_some(*position))
        .collect()
}
