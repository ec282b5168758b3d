//! Step 2: what is left open in a cell, the strength of the data and the conditions, divided no further than needed.

use super::cell::{Cell, Member};
use super::space::RuleId;
use crate::decide::Verdict;
use crate::decide::bits::Bits;
use crate::decide::conditions::{Atoms, Formula, Formulas};
use crate::decide::verdict::{self, Settled, settle};
use crate::norm::{Act, NormId};
use crate::vocabulary::LeafSet;

/// How many situations of a cell are looked at before the search is cut off. Policies as people write them need a dozen.
const LIMIT: usize = 1 << 16;

/// The strengths of processing, from raw to aggregate.
const STRENGTHS: std::ops::RangeInclusive<u8> = 0..=3;

/// The conditions that some formulas can tell apart.
#[derive(Debug)]
pub(super) struct Terms {
    atoms: Atoms,
    /// Per formula, in order: the atoms that make it hold.
    masks: Vec<(Formula, Bits)>,
}

impl Terms {
    pub(super) fn new(formulas: &Formulas, used: &[Formula]) -> Self {
        let atoms = Atoms::of(formulas, &used.iter().copied().collect());
        let masks = used.iter().map(|formula| (*formula, atoms.mask(*formula))).collect();
        Self { atoms, masks }
    }

    fn mask(&self, formula: Formula) -> &Bits {
        // INVARIANT: the terms of a cell are those of all formulas of its norms and linkings.
        let at = self.masks.partition_point(|(known, _)| *known < formula);
        &self.masks[at].1
    }
}

/// What is to be done after a situation was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Divide it, if something in it is open.
    Split,
    /// Divide it so that this norm applies as soon as may be.
    SplitFor(RuleId),
    /// Leave it; go on with the others.
    Done,
    /// Enough was seen.
    Stop,
}

/// How a search came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Effort {
    /// All was seen.
    Complete,
    /// The visitor stopped it.
    Stopped,
    /// There were more situations than are looked at.
    CutOff,
}

/// Whether a norm applies in a situation, or a formula holds. Of several that must all hold the least is the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    No,
    Open,
    Yes,
}

/// A part of a cell: some strengths of the data, some conditions asserted, some not, the rest open.
#[derive(Debug)]
pub(crate) struct Situation<'c> {
    /// The cell.
    pub(crate) cell: &'c Cell<'c>,
    /// The strengths, first and last.
    pub(crate) strengths: (u8, u8),
    terms: &'c Terms,
    asserted: Bits,
    denied: Bits,
    /// Per member of the cell.
    status: Vec<Status>,
}

/// One request of a situation, at one leaf in every dimension, in the numbering of the space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Witness {
    pub(crate) act: Act,
    pub(crate) data: u32,
    pub(crate) party: u32,
    pub(crate) purpose: u32,
    /// The route, or 0 where no policy declares one.
    pub(crate) route: u32,
    /// The strength of the data.
    pub(crate) strength: u8,
    /// One leaf of each of these is asserted, and no other condition.
    pub(crate) asserted: Vec<LeafSet>,
}

impl Cell<'_> {
    /// Shows situations, from the whole cell at each strength on, dividing them as the answers say. Of the two halves the
    /// one with fewer conditions asserted comes first, so the first situation found asserts no more than it needs.
    pub(crate) fn explore(&self, mut see: impl FnMut(&Situation<'_>) -> Step) -> Effort {
        let mut used: Vec<Formula> = (self.members.iter())
            .flat_map(|member| self.space.rule(member.id).formulas())
            .collect();
        for (side, start) in self.space.sides.iter().zip(&self.starts) {
            for link in side.links.in_force(start, |_| true).iter() {
                used.extend(side.links.when(link));
            }
        }
        let terms = self.space.terms(used);
        let mut looked_at = 0;
        for strengths in self.strengths() {
            let mut open = vec![(Bits::default(), Bits::default())];
            while let Some((asserted, denied)) = open.pop() {
                looked_at += 1;
                if looked_at > LIMIT {
                    return Effort::CutOff;
                }
                let situation = Situation::new(self, strengths, &terms, asserted, denied);
                let wanted = match see(&situation) {
                    Step::Stop => return Effort::Stopped,
                    Step::Done => continue,
                    Step::Split => None,
                    Step::SplitFor(id) => Some(id),
                };
                let Some((atom, asserting_first)) = situation.next(wanted) else {
                    continue;
                };
                let with = (situation.asserted.with(atom), situation.denied.clone());
                let without = (situation.asserted, situation.denied.with(atom));
                let (first, second) = if asserting_first {
                    (with, without)
                } else {
                    (without, with)
                };
                open.push(second);
                open.push(first);
            }
        }
        Effort::Complete
    }

    /// The strengths, those together at which the same norms speak.
    fn strengths(&self) -> Vec<(u8, u8)> {
        let speaking = |strength: u8| -> Vec<bool> {
            let members = self.members.iter();
            members
                .map(|member| self.space.rule(member.id).speaks_of(strength))
                .collect()
        };
        let mut found: Vec<(u8, u8)> = Vec::new();
        for strength in STRENGTHS {
            match found.last_mut() {
                Some(last) if speaking(last.0) == speaking(strength) => last.1 = strength,
                _ => found.push((strength, strength)),
            }
        }
        found
    }
}

impl<'c> Situation<'c> {
    fn new(cell: &'c Cell<'c>, strengths: (u8, u8), terms: &'c Terms, asserted: Bits, denied: Bits) -> Self {
        let mut situation = Self {
            cell,
            strengths,
            terms,
            asserted,
            denied,
            status: Vec::new(),
        };
        let links: Vec<(Bits, Bits)> = (0..cell.starts.len()).map(|side| situation.links(side)).collect();
        situation.status = (cell.members.iter())
            .map(|member| situation.status_of(member, &links[usize::from(member.id.side)]))
            .collect();
        situation
    }

    /// The linkings of one policy that are in force for certain, and those that may be.
    fn links(&self, side: usize) -> (Bits, Bits) {
        let start = &self.cell.starts[side];
        if start.is_empty() {
            return (Bits::default(), Bits::default());
        }
        let links = &self.cell.space.sides[side].links;
        let all =
            |link: usize, fit: fn(Status) -> bool| links.when(link).iter().all(|formula| fit(self.holds(*formula)));
        (
            links.in_force(start, |link| all(link, |status| status == Status::Yes)),
            links.in_force(start, |link| all(link, |status| status != Status::No)),
        )
    }

    fn holds(&self, formula: Formula) -> Status {
        let mask = self.terms.mask(formula);
        if mask.intersects(&self.asserted) {
            Status::Yes
        } else if mask.is_subset(&self.denied) {
            Status::No
        } else {
            Status::Open
        }
    }

    fn status_of(&self, member: &Member, (sure, maybe): &(Bits, Bits)) -> Status {
        let rule = self.cell.space.rule(member.id);
        if !rule.speaks_of(self.strengths.0) {
            return Status::No;
        }
        let mut status = Status::Yes;
        let mut and = |other: Status| status = status.min(other);
        if !member.directly && !member.brought_by.intersects(sure) {
            and(if member.brought_by.intersects(maybe) {
                Status::Open
            } else {
                Status::No
            });
        }
        if member.taken_by.intersects(maybe) {
            and(if member.taken_by.intersects(sure) {
                Status::No
            } else {
                Status::Open
            });
        }
        for formula in &rule.requires {
            and(self.holds(*formula));
        }
        if let Some(formula) = rule.unless {
            and(match self.holds(formula) {
                Status::Yes => Status::No,
                Status::No => Status::Yes,
                Status::Open => Status::Open,
            });
        }
        status
    }

    /// The condition to divide by, and whether to assert it first; `None` where nothing is open.
    fn next(&self, wanted: Option<RuleId>) -> Option<(usize, bool)> {
        let mut members = self.cell.members.iter().zip(&self.status);
        let open = |(_, status): &(&Member, &Status)| **status == Status::Open;
        let preferred = wanted.and_then(|id| members.clone().filter(open).find(|(member, _)| member.id == id));
        let (member, _) = preferred.or_else(|| members.find(open))?;
        let rule = self.cell.space.rule(member.id);
        let undecided = |formula: Formula| {
            let mask = self.terms.mask(formula);
            (mask.iter()).find(|atom| !self.asserted.contains(*atom) && !self.denied.contains(*atom))
        };
        let is_open = |formula: &&Formula| self.holds(**formula) == Status::Open;
        if let Some(formula) = rule.requires.iter().find(is_open) {
            return undecided(*formula).map(|atom| (atom, preferred.is_some()));
        }
        if let Some(formula) = rule.unless.filter(|formula| self.holds(*formula) == Status::Open) {
            return undecided(formula).map(|atom| (atom, false));
        }
        let side = usize::from(member.id.side);
        let links = &self.cell.space.sides[side].links;
        let (_, maybe) = self.links(side);
        let mut formulas = maybe.iter().flat_map(|link| links.when(link));
        let formula = formulas.find(|formula| self.holds(**formula) == Status::Open)?;
        undecided(*formula).map(|atom| (atom, preferred.is_some()))
    }

    fn with_status(&self, side: u8, wanted: impl Fn(&Member, Status) -> bool) -> Vec<u32> {
        let members = self.cell.members.iter().zip(&self.status);
        members
            .filter(|(member, status)| member.id.side == side && wanted(member, **status))
            .map(|(member, _)| member.id.norm.0)
            .collect()
    }

    /// Whether a norm applies: `None` while conditions that matter are open. A norm that is not of the cell does not.
    pub(crate) fn applies(&self, id: RuleId) -> Option<bool> {
        let at = self.cell.members.iter().position(|member| member.id == id);
        match at.map_or(Status::No, |at| self.status[at]) {
            Status::Yes => Some(true),
            Status::No => Some(false),
            Status::Open => None,
        }
    }

    /// Whether of every norm of the policy it is known whether it applies.
    pub(crate) fn is_settled(&self, side: u8) -> bool {
        let mut members = self.cell.members.iter().zip(&self.status);
        members.all(|(member, status)| member.id.side != side || *status != Status::Open)
    }

    /// The norms of a policy that apply for certain and give way to none, in a situation that [is settled](Self::is_settled).
    pub(crate) fn counted(&self, side: u8) -> Vec<NormId> {
        let applied = self.with_status(side, |_, status| status == Status::Yes);
        let counted = verdict::counted(&self.cell.space.sides[usize::from(side)], &applied);
        counted.into_iter().map(NormId).collect()
    }

    /// The norms that decide, in a situation that [is settled](Self::is_settled).
    pub(crate) fn deciding(&self, side: u8) -> Vec<NormId> {
        self.settle(side, |_, status| status == Status::Yes)
            .deciding
            .into_iter()
            .map(NormId)
            .collect()
    }

    /// The norms that would decide if those for which `without` holds were not there, in a situation that
    /// [is settled](Self::is_settled).
    pub(crate) fn deciding_without(&self, side: u8, without: impl Fn(NormId) -> bool) -> Vec<NormId> {
        let applies = |member: &Member, status| status == Status::Yes && !without(member.id.norm);
        let deciding = self.settle(side, applies).deciding;
        deciding.into_iter().map(NormId).collect()
    }

    /// The loosest and the strictest verdict that a policy may come to, the norms for which `without` holds left out.
    ///
    /// One more permit never makes a verdict stricter, one more refusal never looser (`docs/semantics.en.md`), so the bounds
    /// are those of all open permits and no open refusal, and the reverse.
    pub(crate) fn bounds(&self, side: u8, without: impl Fn(NormId) -> bool) -> (Verdict, Verdict) {
        let space = self.cell.space;
        let bound = |open_ones_that_refuse: bool| {
            self.settle(side, |member, status| {
                let applies = match status {
                    Status::Yes => true,
                    Status::No => false,
                    Status::Open => space.rule(member.id).refuses == open_ones_that_refuse,
                };
                applies && !without(member.id.norm)
            })
            .verdict
        };
        match self.is_settled(side) {
            true => (bound(true), bound(true)),
            false => (bound(false), bound(true)),
        }
    }

    /// The verdict of a policy, where it is the same all over the situation.
    pub(crate) fn verdict(&self, side: u8) -> Option<Verdict> {
        let (loosest, strictest) = self.bounds(side, |_| false);
        (loosest == strictest).then_some(strictest)
    }

    fn settle(&self, side: u8, wanted: impl Fn(&Member, Status) -> bool) -> Settled {
        let applied = self.with_status(side, wanted);
        settle(&self.cell.space.sides[usize::from(side)], &applied)
    }

    /// The conditions that the norms of the cell tell apart.
    pub(crate) fn atoms(&self) -> &[LeafSet] {
        self.terms.atoms.all()
    }

    /// What is asserted: one leaf of each of these sets, no matter which.
    pub(crate) fn asserted(&self) -> Vec<LeafSet> {
        let atoms = self.asserted.iter();
        atoms.map(|atom| self.terms.atoms.leaves(atom).clone()).collect()
    }

    /// What is not asserted: none of these leaves. About all others nothing is said.
    pub(crate) fn denied(&self) -> LeafSet {
        LeafSet::union_all(self.denied.iter().map(|atom| self.terms.atoms.leaves(atom)))
    }

    /// The first request of the situation: the first leaf of every set, the least strength, nothing asserted but what must be.
    pub(crate) fn witness(&self) -> Witness {
        let region = &self.cell.region;
        // INVARIANT: no set of a cell is empty.
        let first = |leaves: &LeafSet| leaves.first().unwrap_or_default();
        Witness {
            act: region.acts.iter().next().unwrap_or(Act::Use),
            data: first(&region.data),
            party: first(&region.parties),
            purpose: first(&region.purposes),
            route: first(&region.routes),
            strength: self.strengths.0,
            asserted: self.asserted(),
        }
    }
}
