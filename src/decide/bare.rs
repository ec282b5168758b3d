//! The answer alone, for callers that ask often: one leaf in every dimension is decided without allocation in almost every
//! case.

use super::answer::Verdict;
use super::index::{Ask, Decider, Rule};
use super::problem::{Problem, strictest};
use super::verdict::{settle, verdict};
use super::ways::kind_only;
use crate::norm::Rank;
use crate::policy::Expected;

/// Which of the five answers a request has.
pub(super) fn bare(decider: &Decider, ask: &Ask<'_>) -> Expected {
    if let Some(kind) = at_one_leaf(decider, ask) {
        return kind;
    }
    let problem = Problem::new(decider, ask);
    match strictest(&problem).0 {
        Verdict::Permitted => Expected::Permitted,
        verdict => kind_only(&problem, verdict),
    }
}

/// The answer, where it can be seen from the norms that match one leaf.
fn at_one_leaf(decider: &Decider, ask: &Ask<'_>) -> Option<Expected> {
    let &[data] = ask.data else { return None };
    if decider.widened[data.index()] {
        return None;
    }
    let leaf = decider.data.only(data)?;
    let rows = [
        decider.data.rows.row(leaf),
        decider.parties.rows.row(decider.parties.only(ask.party)?),
        decider.purposes.rows.row(decider.purposes.only(ask.purpose)?),
    ];
    let linkable = !decider.links.is_empty() && decider.links.starts().contains(leaf);
    if linkable && is_linked(decider, ask, leaf) {
        return None;
    }
    let mut seen = Seen::default();
    decider.each_match(ask.act, rows, |position| seen.see(decider, ask, position));
    if seen.too_many || seen.routes_differ {
        return None;
    }
    let applied = &seen.applied[..seen.count];
    let verdict = if seen.involved {
        settle(decider, applied).verdict
    } else {
        verdict(applied.iter().map(|position| {
            let rule = &decider.rules[*position as usize];
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

fn is_linked(decider: &Decider, ask: &Ask<'_>, leaf: u32) -> bool {
    decider.links.starting_at(leaf).iter().any(|link| {
        let mut when = decider.links.when(link).iter();
        when.all(|formula| decider.formulas.holds(*formula, ask.asserted))
    })
}

/// What was seen of the norms that match.
#[derive(Default)]
struct Seen {
    applied: [u32; 32],
    count: usize,
    too_many: bool,
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
    fn see(&mut self, decider: &Decider, ask: &Ask<'_>, position: u32) {
        let rule = &decider.rules[position as usize];
        if rule.routed {
            match ask.route {
                Some(route) if decider.covers_route(position, route) => {}
                Some(_) => return,
                None if decider.route_count == 0 => return,
                None => {
                    self.routes_differ = true;
                    return;
                }
            }
        }
        self.refusals |= rule.refuses;
        if rule
            .unless
            .is_some_and(|formula| decider.formulas.holds(formula, ask.asserted))
        {
            return;
        }
        let requires = decider.requires(position).iter();
        let mut unmet = requires
            .filter(|formula| !decider.formulas.holds(**formula, ask.asserted))
            .peekable();
        let speaks = rule.speaks_of(ask.level);
        if speaks && unmet.peek().is_none() {
            self.apply(rule, position);
        } else if !rule.refuses {
            let conditions = unmet.peek().is_some();
            if unmet.all(|formula| decider.can_hold_beside(*formula, rule.unless)) {
                self.hopeful.processing |= !speaks && !conditions;
                self.hopeful.conditions |= speaks && conditions;
                self.hopeful.both |= !speaks && conditions;
            }
        }
    }

    fn apply(&mut self, rule: &Rule, position: u32) {
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

impl Decider {
    /// Whether some condition makes the formula hold without making the other hold.
    fn can_hold_beside(&self, formula: u32, unless: Option<u32>) -> bool {
        let unless = unless.map_or(&[][..], |unless| self.formulas.ranges(unless));
        self.formulas.ranges(formula).iter().any(|(start, end)| {
            let mut from = *start;
            for (other_start, other_end) in unless {
                if *other_start <= from && from < *other_end {
                    from = *other_end;
                }
            }
            from < *end
        })
    }
}

/// Riders stand above the rest; the order of the variants is relied upon.
const _: () = assert!(Rank::Ordinary as u8 == 0 && Rank::Rider as u8 == 1);
