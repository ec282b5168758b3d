//! Step 2: what the policies make of a cell at some strengths, whatever conditions are asserted: all of it at once.
//!
//! The decision procedure of `decide::verdict`, step by step, on functions of conditions in the place of yes and no: which
//! norms apply, which of these count, what the verdict is, which norms decide. It takes the same turns for all sets of
//! conditions together, and so comes to the same end for each.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::cell::Cell;
use super::judgement::{Judgement, Outcome};
use super::rule::RuleId;
use super::side::Side;
use super::space::Space;
use super::when::{CutOff, When};
use super::whens::Whens;
use super::witness::Sample;
use crate::decide::bits::Bits;
use crate::decide::conditions::Formula;
use crate::decide::precedence::Declared;
use crate::decide::verdict::{self, Orders, Rules, Settled};
use crate::norm::{NormId, Processing, Rank};
use crate::vocabulary::LeafSet;

/// The strengths of processing, from raw to aggregate.
const STRENGTHS: std::ops::RangeInclusive<u8> = 0..=Processing::STRONGEST;

/// How much is made, in nodes of diagrams, until nobody gives way any more: what a policy made for it needs.
const MOST_WORK: usize = 1 << 22;

/// From so many norms on what is made of a cell is kept.
const LARGE: usize = 16;

/// As many as are kept.
const KEPT: usize = 256;

impl Cell<'_> {
    /// The strengths, those together at which the same norms speak.
    pub(crate) fn strengths(&self) -> Vec<(u8, u8)> {
        let speaking = |strength: u8| -> Vec<bool> {
            let members = self.members.iter();
            members
                .map(|member| self.space.rule(member.id).speaks_of(strength))
                .collect()
        };
        let mut found: Vec<((u8, u8), Vec<bool>)> = Vec::new();
        for strength in STRENGTHS {
            let speaking = speaking(strength);
            match found.last_mut() {
                Some((last, same)) if *same == speaking => last.1 = strength,
                _ => found.push(((strength, strength), speaking)),
            }
        }
        found.into_iter().map(|(strengths, _)| strengths).collect()
    }

    /// What the policies make of the cell at these strengths.
    ///
    /// # Errors
    /// Where there is more to look at than is looked at.
    pub(crate) fn judge(&self, strengths: (u8, u8)) -> Result<Rc<Judgement>, CutOff> {
        if self.members.len() < LARGE {
            return Judgement::new(self, strengths).map(Rc::new);
        }
        let key = (self.members.clone(), self.starts.clone(), strengths);
        if let Some(known) = self.space.judgements.borrow().get(&key) {
            return Ok(Rc::clone(known));
        }
        let made = Judgement::new(self, strengths).map(Rc::new)?;
        let mut kept = self.space.judgements.borrow_mut();
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(key, Rc::clone(&made));
        Ok(made)
    }

    /// The first request of the cell at the first of the strengths under which something holds, as little asserted as may be;
    /// `None` where it never does.
    pub(crate) fn sample(&self, judgement: &Judgement, when: &When) -> Option<Sample> {
        let asserted = when.fewest()?;
        // INVARIANT: no set of a cell is empty.
        let first = |leaves: &LeafSet| leaves.first().unwrap_or_default();
        Some(Sample {
            act: self.region.acts.iter().next()?,
            at: self.region.sets.iter().map(first).collect(),
            strength: judgement.strengths.0,
            asserted: judgement.asserting(&asserted),
        })
    }

    /// The formulas that the norms and linkings of the cell ask for.
    fn formulas(&self) -> Vec<Formula> {
        let mut used: Vec<Formula> = (self.members.iter())
            .flat_map(|member| self.space.rule(member.id).formulas())
            .collect();
        for (side, start) in self.space.sides.iter().zip(&self.starts) {
            for link in side.links.in_force(start, |_| true).iter() {
                used.extend(side.links.when(link));
            }
        }
        // That every refusal makes way for a duty by law is told where a norm speaks of one, and goes without saying elsewhere:
        // the search then leaves out what somebody must do.
        if self.space.formulas.name_duty(&used) {
            used.extend(self.space.sides.iter().map(|side| side.duty));
        }
        used
    }
}

impl Judgement {
    fn new(cell: &Cell<'_>, strengths: (u8, u8)) -> Result<Self, CutOff> {
        let space = cell.space;
        let used = cell.formulas();
        let names_duty = space.formulas.name_duty(&used);
        let whens = space.whens(used);
        let links = (space.sides.iter().zip(&cell.starts))
            .map(|(side, start)| in_force(side, start, &whens))
            .collect::<Result<Vec<_>, _>>()?;
        let applies = (cell.members.iter())
            .map(|member| {
                let rule = space.rule(member.id);
                if !rule.speaks_of(strengths.0) {
                    return Ok(When::Never);
                }
                let links = &links[usize::from(member.id.side)];
                let one_of = |wanted: &Bits| When::any(wanted.iter().filter_map(|link| links.get(link)).cloned());
                let mut when = match member.directly {
                    true => When::Always,
                    false => one_of(&member.brought_by)?,
                };
                when = when.and_not(&one_of(&member.taken_by)?)?;
                for formula in &rule.requires {
                    when = when.and(whens.when(*formula)?)?;
                }
                let duty = space.sides[usize::from(member.id.side)].duty;
                let duty = (names_duty && rule.refuses).then_some(duty);
                for formula in rule.unless.into_iter().chain(duty) {
                    when = when.and_not(whens.when(formula)?)?;
                }
                Ok(when)
            })
            .collect::<Result<Vec<When>, CutOff>>()?;
        let members: Vec<RuleId> = cell.members.iter().map(|member| member.id).collect();
        let orders = Orders::of(&Members(space, &members), &(0..members.len()).collect::<Vec<_>>());
        let mut judgement = Self {
            twins: twins(&space.sides, &members, &applies, &orders.to),
            orders,
            whens,
            strengths,
            members,
            applies,
            sides: Vec::new(),
        };
        for side in 0..space.sides.len() {
            let settled = judgement.settle(space, side as u8, |_| true)?;
            judgement.sides.push(settled);
        }
        Ok(judgement)
    }

    /// What the norms of a policy for which `wanted` holds make of the cell, the others as good as not there.
    pub(crate) fn without(
        &self,
        cell: &Cell<'_>,
        side: u8,
        unwanted: impl Fn(NormId) -> bool,
    ) -> Result<Outcome, CutOff> {
        self.settle(cell.space, side, |norm| !unwanted(norm))
    }

    fn settle(&self, space: &Space, side: u8, wanted: impl Fn(NormId) -> bool) -> Result<Outcome, CutOff> {
        let rules = &space.sides[usize::from(side)];
        let is_wanted = |id: &RuleId| id.side == side && wanted(id.norm);
        let own: Vec<usize> = (0..self.members.len())
            .filter(|at| is_wanted(&self.members[*at]))
            .collect();
        let refuses = |at: usize| rules.refuses(self.members[at].norm);
        let counts = self.counting(space, &own, refuses)?;
        let mut ranks: Vec<Rank> = own.iter().map(|at| rules.rank(self.members[*at].norm)).collect();
        ranks.sort_unstable();
        ranks.dedup();
        let mut settled = Outcome {
            counts,
            permitted: When::Never,
            forbidden: When::Never,
            ranks: Vec::new(),
        };
        let mut above = When::Never;
        for rank in ranks.into_iter().rev() {
            let of = |refusing: bool| {
                let own = own.iter().copied();
                let own = own.filter(|at| refuses(*at) == refusing && rules.rank(self.members[*at].norm) == rank);
                When::any(own.map(|at| settled.counts[at].clone()))
            };
            let (refused, permitted) = (of(true)?, of(false)?);
            settled.forbidden = settled.forbidden.or(&refused.and_not(&above)?)?;
            let here = permitted.and_not(&refused)?.and_not(&above)?;
            settled.permitted = settled.permitted.or(&here)?;
            let around = above.or(&refused)?.or(&permitted)?;
            let made = [&refused, &permitted, &here, &around];
            space.spend(own.len() + made.into_iter().map(When::size).sum::<usize>());
            settled
                .ranks
                .push((rank, std::mem::replace(&mut above, around), refused));
        }
        Ok(settled)
    }

    /// When each norm counts: applies, and gives way to none that counts (`decide::verdict::counted`).
    fn counting(&self, space: &Space, own: &[usize], refuses: impl Fn(usize) -> bool) -> Result<Vec<When>, CutOff> {
        let mut is_own = vec![false; self.members.len()];
        own.iter().for_each(|at| is_own[*at] = true);
        let mut counts = vec![When::Never; self.members.len()];
        for &at in own {
            if self.orders.to[at].is_empty() || refuses(at) {
                counts[at] = self.applies[at].clone();
            }
        }
        let mut work = 0;
        let mut cut_off = false;
        self.orders.settle(&is_own, |at, others| {
            if cut_off {
                return false;
            }
            let others: Vec<When> = (others.iter())
                .filter(|other| is_own[**other])
                .map(|other| counts[*other].clone())
                .collect();
            let read = 1 + others.iter().map(When::size).sum::<usize>();
            match When::any(others).and_then(|others| self.applies[at].and_not(&others)) {
                Ok(count) if work <= MOST_WORK => {
                    work += read + count.size();
                    let changed = counts[at] != count;
                    counts[at] = count;
                    changed
                }
                _ => {
                    cut_off = true;
                    false
                }
            }
        });
        space.spend(work);
        if cut_off {
            return Err(CutOff);
        }
        Ok(counts)
    }

    /// When a norm is one of those that decide; `settled` is what they make of the cell.
    pub(crate) fn decides(&self, cell: &Cell<'_>, settled: &Outcome, id: RuleId) -> Result<When, CutOff> {
        let Some(at) = self.place(id) else {
            return Ok(When::Never);
        };
        let rules = &cell.space.sides[usize::from(id.side)];
        let rank = rules.rank(id.norm);
        let level = settled.ranks.iter().find(|(of, ..)| *of == rank);
        let Some((_, above, refused)) = level else {
            return Ok(When::Never);
        };
        let own = settled.counts[at].and_not(above)?;
        match rules.refuses(id.norm) {
            true => Ok(own),
            false => own.and_not(refused),
        }
    }

    /// Whether it is seen at once that a policy makes the same of the cell without some of its norms: each of them counts nowhere,
    /// or decides nowhere and nothing gives way to it.
    pub(crate) fn is_idle(&self, cell: &Cell<'_>, side: u8, norms: &[NormId]) -> Result<bool, CutOff> {
        for norm in norms {
            let id = RuleId { side, norm: *norm };
            let Some(at) = self.place(id) else { continue };
            let settled = self.side(side);
            if settled.counts[at].is_never() {
                continue;
            }
            if self.orders.has_dependents(at) || !self.decides(cell, settled, id)?.is_never() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// What the norms of a policy for which `wanted` holds make of one set of atoms.
    pub(crate) fn at(
        &self,
        cell: &Cell<'_>,
        side: u8,
        asserted: &Bits,
        wanted: impl Fn(NormId) -> bool,
    ) -> Settled<NormId> {
        let rules = &cell.space.sides[usize::from(side)];
        let applies: Vec<bool> = (self.members.iter().zip(&self.applies))
            .map(|(id, when)| id.side == side && wanted(id.norm) && when.holds(asserted))
            .collect();
        let counts = (self.orders).counted(&applies, |at| cell.space.refuses(self.members[at]));
        let counted = self.members.iter().zip(counts).filter(|(_, counts)| *counts);
        verdict::settled(rules, counted.map(|(id, _)| id.norm).collect())
    }
}

/// When each linking that something starts at, or that goes on from one, is in force. Nothing for the others.
fn in_force(side: &Side, start: &Bits, whens: &Whens) -> Result<Vec<When>, CutOff> {
    let links = &side.links;
    let reachable: Vec<usize> = links.in_force(start, |_| true).iter().collect();
    let Some(last) = reachable.last() else {
        return Ok(Vec::new());
    };
    let mut force = vec![When::Never; last + 1];
    loop {
        let mut changed = false;
        for &link in &reachable {
            let mut when = match start.contains(link) {
                true => When::Always,
                false => {
                    let before = reachable.iter().filter(|before| links.next(**before).contains(link));
                    When::any(before.map(|before| force[*before].clone()))?
                }
            };
            for formula in links.when(link) {
                when = when.and(whens.when(*formula)?)?;
            }
            if when != force[link] {
                force[link] = when;
                changed = true;
            }
        }
        if !changed {
            return Ok(force);
        }
    }
}

/// Per norm: the first of those in the cell that say the same, and how many there are.
fn twins(
    sides: &[Side],
    members: &[RuleId],
    applies: &[When],
    gives_way_to: &[Vec<usize>],
) -> Vec<Option<(usize, usize)>> {
    let mut ordered: Vec<bool> = gives_way_to.iter().map(|others| !others.is_empty()).collect();
    gives_way_to.iter().flatten().for_each(|other| ordered[*other] = true);
    let kind = |at: usize| {
        let (id, rules) = (members[at], &sides[usize::from(members[at].side)]);
        (id.side, rules.refuses(id.norm), rules.rank(id.norm), &applies[at])
    };
    let mut kinds: FxHashMap<_, (usize, usize)> = FxHashMap::default();
    for at in (0..members.len()).filter(|at| !ordered[*at]) {
        kinds.entry(kind(at)).or_insert((at, 0)).1 += 1;
    }
    let of = |at: usize| (!ordered[at]).then(|| kinds[&kind(at)]);
    (0..members.len()).map(of).collect()
}

/// The norms of all policies in a cell, by their places: none gives way to one of another policy.
struct Members<'s>(&'s Space, &'s [RuleId]);

impl Rules for Members<'_> {
    /// A place among the norms of the cell.
    type Id = usize;

    fn refuses(&self, at: usize) -> bool {
        self.0.rule(self.1[at]).refuses
    }

    fn rank(&self, at: usize) -> Rank {
        self.0.rank(self.1[at])
    }

    fn involved(&self, at: usize) -> bool {
        self.0.rule(self.1[at]).involved
    }

    fn declared(&self, at: usize) -> &Declared {
        let id = self.1[at];
        self.0.sides[usize::from(id.side)].declared(id.norm)
    }

    fn policy(&self, at: usize) -> u8 {
        self.1[at].side
    }
}
