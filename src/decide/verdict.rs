//! Steps 2 to 4 of the decision: which of the norms that apply count, and which of those decide.

use super::answer::Verdict;
use crate::norm::Rank;

/// What has to be known of norms, by number, to settle what they make of one leaf.
pub(crate) trait Rules {
    /// Whether the norm forbids or limits.
    fn refuses(&self, norm: u32) -> bool;
    /// Its rank.
    fn rank(&self, norm: u32) -> Rank;
    /// Whether it declares an order (但し naming a clause, 優先).
    fn involved(&self, norm: u32) -> bool;
    /// Whether it gives way to the other.
    fn gives_way(&self, norm: u32, other: u32) -> bool;
}

/// What comes of the norms that apply to one leaf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settled {
    pub(crate) verdict: Verdict,
    /// The norms that decide.
    pub(crate) deciding: Vec<u32>,
}

/// Settles what the norms, all of which apply, make of one leaf.
pub(crate) fn settle(rules: &impl Rules, applied: &[u32]) -> Settled {
    let counted = counted(rules, applied);
    let verdict = verdict(counted.iter().map(|norm| (rules.refuses(*norm), rules.rank(*norm))));
    let top = counted.iter().map(|norm| rules.rank(*norm)).max();
    let deciding = counted
        .into_iter()
        .filter(|norm| Some(rules.rank(*norm)) == top && rules.refuses(*norm) == (verdict == Verdict::Forbidden))
        .collect();
    Settled { verdict, deciding }
}

/// The highest rank decides; within a rank a refusal beats a permit.
pub(crate) fn verdict(counted: impl Iterator<Item = (bool, Rank)>) -> Verdict {
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
pub(crate) fn counted(rules: &impl Rules, applied: &[u32]) -> Vec<u32> {
    if !applied.iter().any(|norm| rules.involved(*norm)) {
        return applied.to_vec();
    }
    let mut counts: Vec<bool> = applied.iter().map(|norm| rules.refuses(*norm)).collect();
    loop {
        let before = counts.clone();
        for refuses in [false, true] {
            for (at, &norm) in applied.iter().enumerate() {
                if rules.refuses(norm) != refuses {
                    continue;
                }
                counts[at] = !applied.iter().zip(&counts).any(|(&other, &other_counts)| {
                    other_counts && rules.refuses(other) != refuses && rules.gives_way(norm, other)
                });
            }
        }
        if counts == before {
            break;
        }
    }
    let kept = applied.iter().zip(counts);
    kept.filter_map(|(norm, counts)| counts.then_some(*norm)).collect()
}
