//! Steps 2 to 4 of the decision: which of the norms that apply count, and which of those decide.

use std::collections::VecDeque;

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

/// Which of some norms, by their places among them, give way to which.
#[derive(Debug)]
pub(crate) struct Orders {
    /// Per norm: those of opposite effect that it gives way to.
    pub(crate) to: Vec<Vec<usize>>,
    /// Per norm: those that give way to it.
    from: Vec<Vec<usize>>,
}

impl Orders {
    pub(crate) fn of(rules: &impl Rules, norms: &[u32]) -> Self {
        let involved: Vec<bool> = norms.iter().map(|norm| rules.involved(*norm)).collect();
        let mut orders = Self {
            to: vec![Vec::new(); norms.len()],
            from: vec![Vec::new(); norms.len()],
        };
        for at in (0..norms.len()).filter(|at| involved[*at]) {
            for (other, other_is_involved) in involved.iter().enumerate() {
                orders.see(rules, norms, at, other);
                if !other_is_involved {
                    orders.see(rules, norms, other, at);
                }
            }
        }
        orders
    }

    fn see(&mut self, rules: &impl Rules, norms: &[u32], at: usize, other: usize) {
        let (one, two) = (norms[at], norms[other]);
        if rules.refuses(one) != rules.refuses(two) && rules.gives_way(one, two) {
            self.to[at].push(other);
            self.from[other].push(at);
        }
    }

    /// Looks at those among the norms that give way, each again whenever one that it gives way to has changed, until none changes any more.
    /// Permits only ever gain and refusals only ever lose, so every order of doing so comes to the same end. `look` says whether
    /// the norm changed.
    pub(crate) fn settle(
        &self,
        among: &[usize],
        refuses: impl Fn(usize) -> bool,
        mut look: impl FnMut(usize, &[usize]) -> bool,
    ) {
        let giving = |refusing: bool| {
            let all = among.iter().copied().filter(|at| !self.to[*at].is_empty());
            all.filter(|at| refuses(*at) == refusing).collect::<Vec<_>>()
        };
        let mut open: VecDeque<usize> = giving(false).into_iter().chain(giving(true)).collect();
        let mut waits = vec![false; self.to.len()];
        open.iter().for_each(|at| waits[*at] = true);
        while let Some(at) = open.pop_front() {
            waits[at] = false;
            if look(at, &self.to[at]) {
                for &dependent in &self.from[at] {
                    if !std::mem::replace(&mut waits[dependent], true) {
                        open.push_back(dependent);
                    }
                }
            }
        }
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
    let orders = Orders::of(rules, applied);
    let refuses = |at: usize| rules.refuses(applied[at]);
    let mut counts: Vec<bool> = (0..applied.len())
        .map(|at| refuses(at) || orders.to[at].is_empty())
        .collect();
    let all: Vec<usize> = (0..applied.len()).collect();
    orders.settle(&all, refuses, |at, others| {
        let count = !others.iter().any(|other| counts[*other]);
        let changed = counts[at] != count;
        counts[at] = count;
        changed
    });
    let kept = applied.iter().zip(counts);
    kept.filter_map(|(norm, counts)| counts.then_some(*norm)).collect()
}
