//! The answer alone, for callers that ask often: one leaf in every dimension is decided without allocation in almost every
//! case.

use super::answer::Verdict;
use super::index::{Ask, Index, Rule};
use super::position::Position;
use super::problem::{Problem, strictest};
use super::verdict::{settle, verdict};
use super::ways::kind_only;
use crate::norm::Rank;
use crate::policy::Expected;

/// Which of the five answers a request has.
pub(super) fn bare(index: &Index, ask: &Ask<'_>) -> Expected {
    if let Some(kind) = at_one_leaf(index, ask) {
        return kind;
    }
    let problem = Problem::new(index, ask);
    match strictest(&problem).0 {
        Verdict::Permitted => Expected::Permitted,
        verdict => kind_only(&problem, verdict),
    }
}

/// The answer, where it can be seen from the norms that match one leaf.
fn at_one_leaf(index: &Index, ask: &Ask<'_>) -> Option<Expected> {
    let &[data] = ask.data else { return None };
    if ask.further.is_some() {
        return None;
    }
    if index.widened[data.index()] {
        return None;
    }
    let leaf = index.data.only(data)?;
    let rows = [
        index.data.rows.row(leaf),
        index.parties.rows.row(index.parties.only(ask.party)?),
        index.purposes.rows.row(index.purposes.only(ask.purpose)?),
    ];
    let linkable = !index.links.is_empty() && index.links.starts().contains(leaf);
    if linkable && is_linked(index, ask, leaf) {
        return None;
    }
    let mut seen = Seen {
        by_duty: index.is_by_duty(ask),
        ..Seen::default()
    };
    index.each_match(ask.act, rows, |position| seen.see(index, ask, position));
    if seen.too_many || seen.routes_differ {
        return None;
    }
    let applied = &seen.applied[..seen.count];
    let verdict = if seen.involved {
        settle(index, applied).verdict
    } else {
        verdict(applied.iter().map(|position| {
            let rule = index.rule(*position);
            (rule.refuses, rule.rank)
        }))
    };
    match verdict {
        Verdict::Permitted => Some(Expected::Permitted),
        _ if linkable => None,
        // No permit could apply that does not already, so nothing but an exception could change it.
        Verdict::Forbidden if !seen.hopeful.any() => Some(Expected::Forbidden),
        Verdict::NotStated if !seen.hopeful.any() => Some(Expected::NotStated),
        // Nothing could refuse, so the terms of the permits are all there is.
        Verdict::NotStated if !seen.refusals => Some(seen.hopeful.kind()),
        _ => None,
    }
}

fn is_linked(index: &Index, ask: &Ask<'_>, leaf: u32) -> bool {
    index.links.starting_at(leaf).iter().any(|link| {
        let mut when = index.links.when(link).iter();
        when.all(|formula| index.formulas.holds(*formula, ask.asserted))
    })
}

/// What was seen of the norms that match.
#[derive(Default)]
struct Seen {
    applied: [Position; 32],
    count: usize,
    too_many: bool,
    /// A law makes somebody do it, so that no refusal applies.
    by_duty: bool,
    /// The request names no route and the norms tell routes apart.
    routes_differ: bool,
    /// A norm that applies declares an order.
    involved: bool,
    /// Some refusal matches, whether or not it applies.
    refusals: bool,
    hopeful: Hopeful,
}

/// What the permits that match and do not apply still ask for.
#[derive(Default)]
struct Hopeful {
    processing: bool,
    conditions: bool,
    both: bool,
}

impl Seen {
    fn see(&mut self, index: &Index, ask: &Ask<'_>, position: Position) {
        let rule = index.rule(position);
        if rule.routed {
            match ask.route {
                Some(route) if index.covers_route(position, route) => {}
                Some(_) => return,
                None if index.route_count == 0 => return,
                None => {
                    self.routes_differ = true;
                    return;
                }
            }
        }
        if rule.refuses && self.by_duty {
            return;
        }
        self.refusals |= rule.refuses;
        if rule
            .unless
            .is_some_and(|formula| index.formulas.holds(formula, ask.asserted))
        {
            return;
        }
        let requires = index.requires(position).iter();
        let mut unmet = requires
            .filter(|formula| !index.formulas.holds(**formula, ask.asserted))
            .peekable();
        let speaks = rule.speaks_of(ask.strength);
        if speaks && unmet.peek().is_none() {
            self.apply(rule, position);
        } else if !rule.refuses {
            let conditions = unmet.peek().is_some();
            if unmet.all(|formula| index.formulas.can_hold_beside(*formula, rule.unless)) {
                self.hopeful.processing |= !speaks && !conditions;
                self.hopeful.conditions |= speaks && conditions;
                self.hopeful.both |= !speaks && conditions;
            }
        }
    }

    fn apply(&mut self, rule: &Rule, position: Position) {
        self.involved |= rule.involved;
        match self.applied.get_mut(self.count) {
            Some(place) => {
                *place = position;
                self.count += 1;
            }
            None => self.too_many = true,
        }
    }
}

impl Hopeful {
    fn any(&self) -> bool {
        self.processing || self.conditions || self.both
    }

    fn kind(&self) -> Expected {
        match self {
            Self { processing: true, .. } => Expected::PermittedIfProcessed,
            Self { conditions: true, .. } => Expected::PermittedUnderConditions,
            _ => Expected::PermittedIfProcessed,
        }
    }
}

/// Riders stand above the rest; the order of the variants is relied upon.
const _: () = assert!(Rank::Ordinary as u8 == 0 && Rank::Rider as u8 == 1);
