//! What was one and became several, or was several and became one.

use super::links::{Division, is_under};
use super::matcher::Matcher;
use super::shingles::Bigrams;
use crate::diff::units::{Class, Unit};
use crate::document::ClauseId;

/// A part is recognised when so much of it, per mille, stands in the whole and not in the other parts.
const IN_THE_WHOLE: u32 = 600;
/// A shorter text could stand anywhere.
const RECOGNISABLE: usize = 7;

/// Splits and merges, by unit.
#[derive(Debug, Default)]
pub(super) struct Divided {
    pub(super) splits: Vec<Division<usize>>,
    pub(super) merges: Vec<Division<usize>>,
}

impl Divided {
    /// Whether two units without being a pair are one by a split or a merge.
    pub(super) fn relates(&self, old: usize, new: usize) -> bool {
        let told = |divisions: &[Division<usize>], whole: usize, part: usize| {
            let at = divisions.binary_search_by_key(&whole, |division| division.whole);
            at.is_ok_and(|at| divisions[at].parts.binary_search(&part).is_ok())
        };
        told(&self.splits, old, new) || told(&self.merges, new, old)
    }

    /// The same by clause.
    pub(super) fn clauses(&self, matcher: &Matcher<'_>) -> (Vec<Division<ClauseId>>, Vec<Division<ClauseId>>) {
        let of = |divisions: &[Division<usize>], whole: &[Unit<'_>], parts: &[Unit<'_>]| {
            let clauses = divisions.iter().filter_map(|division| {
                let parts: Vec<ClauseId> = division.parts.iter().filter_map(|part| parts[*part].clause).collect();
                let whole = whole[division.whole].clause.filter(|_| parts.len() > 1)?;
                Some(Division { whole, parts })
            });
            clauses.collect()
        };
        let (old, new) = (matcher.old.units, matcher.new.units);
        (of(&self.splits, old, new), of(&self.merges, new, old))
    }
}

pub(super) fn find(matcher: &mut Matcher<'_>) -> Divided {
    let mut splits: Vec<(usize, usize)> = Vec::new();
    let mut merges: Vec<(usize, usize)> = Vec::new();
    for new in 1..matcher.new.units.len() {
        if let Some(old) = matcher.units.old_of[new] {
            if matcher.new.class(new) == Class::Text {
                words(matcher, old, new, &mut splits, &mut merges);
            }
        } else if let Some(whole) = contents(matcher, new, Direction::NewFromOld) {
            splits.push((whole, new));
        }
    }
    for old in 1..matcher.old.units.len() {
        if matcher.units.new_of[old].is_none()
            && let Some(whole) = contents(matcher, old, Direction::OldFromNew)
        {
            merges.push((whole, old));
        }
    }
    Divided {
        splits: gathered(splits, &matcher.units.new_of),
        merges: gathered(merges, &matcher.units.old_of),
    }
}

/// The parts of each whole, with its partner among them.
fn gathered(mut found: Vec<(usize, usize)>, partner: &[Option<usize>]) -> Vec<Division<usize>> {
    found.sort_unstable();
    found.dedup();
    let wholes = found.chunk_by(|a, b| a.0 == b.0);
    wholes
        .map(|same| {
            let whole = same[0].0;
            let mut parts: Vec<usize> = same.iter().map(|(_, part)| *part).chain(partner[whole]).collect();
            parts.sort_unstable();
            parts.dedup();
            Division { whole, parts }
        })
        .collect()
}

/// Sentences beside a paragraph that stood in it before, or that went into it.
fn words(
    matcher: &mut Matcher<'_>,
    old: usize,
    new: usize,
    splits: &mut Vec<(usize, usize)>,
    merges: &mut Vec<(usize, usize)>,
) {
    if matcher.old.key(old) == matcher.new.key(new) {
        return;
    }
    let (left, right) = matcher.bigrams(old, new);
    let (gone, came) = (left.without(right), right.without(left));
    if gone.len() >= RECOGNISABLE {
        let found = neighbours(
            matcher.new.units,
            matcher.new.children(parent(matcher.new.units, new)),
            new,
            |unit| matcher.units.old_of[unit].is_none(),
        );
        take(
            found,
            gone,
            |unit| matcher.new.key(unit),
            |unit| splits.push((old, unit)),
        );
    }
    if came.len() >= RECOGNISABLE {
        let found = neighbours(
            matcher.old.units,
            matcher.old.children(parent(matcher.old.units, old)),
            old,
            |unit| matcher.units.new_of[unit].is_none(),
        );
        take(
            found,
            came,
            |unit| matcher.old.key(unit),
            |unit| merges.push((new, unit)),
        );
    }
}

fn parent(units: &[Unit<'_>], unit: usize) -> usize {
    units[unit].parent.unwrap_or(0)
}

/// The free siblings right before and right after a unit, nearest first.
fn neighbours(units: &[Unit<'_>], siblings: &[usize], unit: usize, is_free: impl Fn(usize) -> bool) -> Vec<usize> {
    let Ok(at) = siblings.binary_search(&unit) else {
        return Vec::new();
    };
    let fits = |other: &usize| is_free(*other) && units[*other].kind.class() == Class::Text;
    let after = siblings[at + 1..].iter().copied().take_while(fits);
    let before = siblings[..at].iter().rev().copied().take_while(fits);
    after.chain(before).collect()
}

/// Takes what stands in the rest of the whole, as long as anything is left of it.
fn take<'t>(units: Vec<usize>, mut rest: Bigrams, text: impl Fn(usize) -> &'t str, mut found: impl FnMut(usize)) {
    for unit in units {
        if rest.len() < RECOGNISABLE {
            break;
        }
        let part = Bigrams::new(text(unit));
        if part.len() >= RECOGNISABLE && part.within(&rest) >= IN_THE_WHOLE {
            rest = rest.without(&part);
            found(unit);
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Direction {
    NewFromOld,
    OldFromNew,
}

/// The unit on the other side, paired with another, that at least half of what stands under this one comes from.
fn contents(matcher: &Matcher<'_>, unit: usize, direction: Direction) -> Option<usize> {
    let (here, there, to_there, to_here) = match direction {
        Direction::NewFromOld => (&matcher.new, &matcher.old, &matcher.units.old_of, &matcher.units.new_of),
        Direction::OldFromNew => (&matcher.old, &matcher.new, &matcher.units.new_of, &matcher.units.old_of),
    };
    let mut votes: Vec<(usize, u64)> = Vec::new();
    for &child in here.children(unit) {
        if let Some(parent) = to_there[child].and_then(|other| there.units[other].parent)
            && there.class(parent) == here.class(unit)
            // A heading set over part of what stood under another splits nothing.
            && to_here[parent].is_some_and(|partner| !is_under(here.units, unit, partner))
        {
            votes.push((parent, here.weight(child)));
        }
    }
    votes.sort_unstable();
    let tally = votes.chunk_by(|a, b| a.0 == b.0);
    let tally = tally.map(|same| (same.iter().map(|(_, weight)| weight).sum::<u64>(), same[0].0));
    let (weight, whole) = tally.fold(None, |best: Option<(u64, usize)>, next| match best {
        Some(best) if best.0 >= next.0 => Some(best),
        _ => Some(next),
    })?;
    (weight * 2 >= here.weight(unit)).then_some(whole)
}
