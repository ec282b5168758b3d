//! What the policies make of a cell at some strengths, whatever conditions are asserted: functions of what is asserted.
//!
//! Made by `judging`; here it is kept and asked.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::member::Member;
use super::rule::RuleId;
use super::when::{CutOff, When};
use super::whens::Whens;
use crate::decide::Verdict;
use crate::decide::bits::Bits;
use crate::decide::verdict::Orders;
use crate::norm::{NormId, Rank};
use crate::vocabulary::LeafSet;

/// What the judgement of a cell depends on: the norms with how they reach it, the linkings, the strength.
pub(super) type Key = (Vec<Member>, Vec<Bits>, (u8, u8));

/// What the policies make of a cell.
#[derive(Debug)]
pub(crate) struct Judgement {
    pub(super) whens: Rc<Whens>,
    /// The strengths, first and last.
    pub(crate) strengths: (u8, u8),
    /// The norms, in the order of the cell, and when each applies.
    pub(super) members: Vec<RuleId>,
    pub(super) applies: Vec<When>,
    /// Which give way to which, by their places.
    pub(super) orders: Orders,
    /// Per norm: how many there are of its kind in the cell, with the first of them, where they say the same and no order
    /// concerns them. None of another kind.
    pub(super) twins: Vec<Option<(usize, usize)>>,
    /// Per policy.
    pub(super) sides: Vec<Outcome>,
}

/// What a policy, or some of its norms, make of a cell.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// Per norm of the cell: when it applies and gives way to none.
    pub(super) counts: Vec<When>,
    pub(crate) permitted: When,
    pub(crate) forbidden: When,
    /// From the highest rank down: when a norm above it counts, and when a refusal of it does.
    pub(super) ranks: Vec<(Rank, When, When)>,
}

impl Outcome {
    /// When this is the verdict.
    pub(crate) fn when(&self, verdict: Verdict) -> Result<When, CutOff> {
        Ok(match verdict {
            Verdict::Permitted => self.permitted.clone(),
            Verdict::Forbidden => self.forbidden.clone(),
            Verdict::NotStated => self.permitted.or(&self.forbidden)?.not(),
        })
    }

    /// When the two come to different verdicts.
    pub(crate) fn differs_from(&self, other: &Self) -> Result<When, CutOff> {
        let mut differs = When::Never;
        for (one, two) in [(&self.permitted, &other.permitted), (&self.forbidden, &other.forbidden)] {
            differs = differs.or(&one.and_not(two)?)?.or(&two.and_not(one)?)?;
        }
        Ok(differs)
    }
}

impl Judgement {
    /// The place of a norm among those of the cell.
    pub(super) fn place(&self, id: RuleId) -> Option<usize> {
        self.members.binary_search(&id).ok()
    }

    /// When a norm applies. One that is not of the cell never does.
    pub(crate) fn applies(&self, id: RuleId) -> When {
        self.place(id).map_or(When::Never, |at| self.applies[at].clone())
    }

    /// When a norm applies and gives way to none.
    pub(crate) fn counts(&self, id: RuleId) -> When {
        let counts = &self.sides[usize::from(id.side)].counts;
        self.place(id).map_or(When::Never, |at| counts[at].clone())
    }

    /// What a policy makes of the cell.
    pub(crate) fn side(&self, side: u8) -> &Outcome {
        &self.sides[usize::from(side)]
    }

    /// The norms of a policy, in order.
    pub(crate) fn norms(&self, side: u8) -> impl Iterator<Item = NormId> + '_ {
        self.members.iter().filter(move |id| id.side == side).map(|id| id.norm)
    }

    /// Whether of each of these norms of a policy another that says the same is in the cell, or it never applies: then the
    /// policy makes the same of the cell without them.
    pub(crate) fn has_twins(&self, side: u8, norms: &[NormId]) -> bool {
        let mut of_kind: FxHashMap<usize, usize> = FxHashMap::default();
        for norm in norms {
            let Some(at) = self
                .place(RuleId { side, norm: *norm })
                .filter(|at| !self.applies[*at].is_never())
            else {
                continue;
            };
            let Some((first, count)) = self.twins[at] else {
                return false;
            };
            let own = of_kind.entry(first).or_default();
            *own += 1;
            if *own == count {
                return false;
            }
        }
        true
    }

    /// When no norm above this rank counts.
    pub(crate) fn is_top(&self, side: u8, rank: Rank) -> When {
        let levels = &self.sides[usize::from(side)].ranks;
        let level = levels.iter().find(|(of, ..)| *of == rank);
        level.map_or(When::Never, |(_, above, _)| above.not())
    }

    /// What is asserted so that each of some atoms is.
    pub(crate) fn asserting(&self, atoms: &Bits) -> LeafSet {
        self.whens.asserting(atoms)
    }

    /// The conditions that the norms of the cell tell apart.
    pub(crate) fn leaves(&self) -> &[LeafSet] {
        self.whens.leaves()
    }

    /// How much there was to look at, in nodes.
    pub(crate) fn cost(&self) -> usize {
        let counts = self.sides.iter().flat_map(|side| &side.counts);
        let levels = self.sides.iter().flat_map(|side| &side.ranks);
        counts.map(When::size).sum::<usize>()
            + levels
                .map(|(_, above, refused)| above.size() + refused.size())
                .sum::<usize>()
    }
}
