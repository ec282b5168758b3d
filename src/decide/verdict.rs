//! Steps 2 to 4 of the decision: which of the norms that apply count, and which of those decide.

use std::collections::VecDeque;

use super::answer::Verdict;
use super::precedence::Declared;
use crate::norm::Rank;

/// What has to be known of norms, to settle what they make of one leaf.
pub(crate) trait Rules {
    /// What norms go by.
    type Id: Copy;
    /// Whether the norm forbids or limits.
    fn refuses(&self, norm: Self::Id) -> bool;
    /// Its rank.
    fn rank(&self, norm: Self::Id) -> Rank;
    /// Whether it declares an order (但し naming a clause, 優先).
    fn involved(&self, norm: Self::Id) -> bool;
    /// The order it declares.
    fn declared(&self, norm: Self::Id) -> &Declared;
    /// Which policy it is of: no order goes from one policy to another.
    fn policy(&self, _norm: Self::Id) -> u8 {
        0
    }
}

/// What comes of the norms that apply to one leaf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settled<Id> {
    pub(crate) verdict: Verdict,
    /// The norms that decide.
    pub(crate) deciding: Vec<Id>,
}

/// Settles what the norms, all of which apply, make of one leaf.
pub(crate) fn settle<R: Rules>(rules: &R, applied: &[R::Id]) -> Settled<R::Id> {
    settled(rules, counted(rules, applied))
}

/// What comes of the norms that count.
pub(crate) fn settled<R: Rules>(rules: &R, counted: Vec<R::Id>) -> Settled<R::Id> {
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
    /// Those that give way, each after those that it gives way to where they go round in no circle.
    inner_first: Vec<usize>,
}

impl Orders {
    /// Linear in the norms and in how many of them each of those that declare an order names.
    pub(crate) fn of<R: Rules>(rules: &R, norms: &[R::Id]) -> Self {
        let mut orders = Self {
            to: vec![Vec::new(); norms.len()],
            from: vec![Vec::new(); norms.len()],
            inner_first: Vec::new(),
        };
        let key = |at: usize| (rules.policy(norms[at]), rules.declared(norms[at]).clause.0);
        let mut by_clause: Vec<usize> = (0..norms.len()).collect();
        by_clause.sort_by_key(|at| key(*at));
        for at in (0..norms.len()).filter(|at| rules.involved(norms[*at])) {
            let (norm, declared) = (norms[at], rules.declared(norms[at]));
            let named = |ranges: &[(u32, u32)]| -> Vec<usize> {
                let policy = rules.policy(norm);
                let mut found = Vec::new();
                for &(first, end) in ranges {
                    let start = by_clause.partition_point(|other| key(*other) < (policy, first));
                    let rest = by_clause[start..].iter().copied();
                    let inside = rest.take_while(|other| key(*other) < (policy, end));
                    let (own, own_end) = declared.clause;
                    found.extend(inside.filter(|other| {
                        let clause = key(*other).1;
                        (clause < own || own_end <= clause) && rules.refuses(norms[*other]) != rules.refuses(norm)
                    }));
                }
                found
            };
            for other in named(&declared.gives_way_to) {
                orders.to[at].push(other);
            }
            for other in named(&declared.goes_before) {
                orders.to[other].push(at);
            }
        }
        for at in 0..norms.len() {
            orders.to[at].sort_unstable();
            orders.to[at].dedup();
            for &other in &orders.to[at] {
                orders.from[other].push(at);
            }
        }
        orders.inner_first = inner_first(&orders.to);
        orders
    }

    /// Whether some norm gives way to this one.
    pub(crate) fn has_dependents(&self, at: usize) -> bool {
        !self.from[at].is_empty()
    }

    /// Which of those that apply count, by their places.
    pub(crate) fn counted(&self, applies: &[bool], refuses: impl Fn(usize) -> bool) -> Vec<bool> {
        let mut counts: Vec<bool> = (applies.iter().zip(&self.to).enumerate())
            .map(|(at, (applies, to))| *applies && (refuses(at) || to.is_empty()))
            .collect();
        self.settle(applies, |at, others| {
            let count = !others.iter().any(|other| counts[*other]);
            let changed = counts[at] != count;
            counts[at] = count;
            changed
        });
        counts
    }

    /// Looks at those among the norms that give way, each again whenever one that it gives way to has changed, until none changes any more.
    /// Permits only ever gain and refusals only ever lose, so every order of doing so comes to the same end. `look` says whether
    /// the norm changed.
    pub(crate) fn settle(&self, among: &[bool], mut look: impl FnMut(usize, &[usize]) -> bool) {
        let mut waits = among.to_vec();
        let inner_first = self.inner_first.iter().copied();
        let mut open: VecDeque<usize> = inner_first.filter(|at| among[*at]).collect();
        while let Some(at) = open.pop_front() {
            waits[at] = false;
            if look(at, &self.to[at]) {
                for &dependent in &self.from[at] {
                    if among[dependent] && !std::mem::replace(&mut waits[dependent], true) {
                        open.push_back(dependent);
                    }
                }
            }
        }
    }
}

/// Those that give way to some, each after those that it gives way to where they go round in no circle.
fn inner_first(to: &[Vec<usize>]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut seen = vec![false; to.len()];
    for start in 0..to.len() {
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        // Each with how many of its own were looked at.
        let mut path = vec![(start, 0)];
        while let Some((at, next)) = path.last_mut() {
            match to[*at].get(*next) {
                Some(&other) => {
                    *next += 1;
                    if !std::mem::replace(&mut seen[other], true) {
                        path.push((other, 0));
                    }
                }
                None => {
                    if !to[*at].is_empty() {
                        found.push(*at);
                    }
                    path.pop();
                }
            }
        }
    }
    found
}

/// Those of the norms that do not give way.
///
/// A norm gives way to a norm of the opposite effect that itself counts. Going round in a circle, the refusals stand:
/// of all consistent answers this takes the one in which most refusals and fewest permits count. It exists and is found by
/// starting from "all refusals, no permit", because more refusals that count never make a permit count, nor more permits a
/// refusal.
pub(crate) fn counted<R: Rules>(rules: &R, applied: &[R::Id]) -> Vec<R::Id> {
    if !applied.iter().any(|norm| rules.involved(*norm)) {
        return applied.to_vec();
    }
    let orders = Orders::of(rules, applied);
    let counts = orders.counted(&vec![true; applied.len()], |at| rules.refuses(applied[at]));
    let kept = applied.iter().zip(counts);
    kept.filter_map(|(norm, counts)| counts.then_some(*norm)).collect()
}
