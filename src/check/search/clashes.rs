//! Pairs of a permit and a refusal that both decide somewhere.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::{Found, Search, rule};
use crate::norm::NormId;
use crate::region::{Cell, CutOff, Judgement, Region, RuleId, Sample, Visitor, When};

/// A permit and a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::check) struct Pair {
    pub(in crate::check) permit: NormId,
    pub(in crate::check) refusal: NormId,
}

/// What is looked for, and what becomes of it.
pub(in crate::check) trait Clashes {
    /// Whether it is still asked if these two clash.
    fn wants(&mut self, pair: Pair) -> bool;
    /// They do: a request in which both count, and none above them does.
    fn found(&mut self, pair: Pair, sample: &Sample);
    /// The search was cut off before it was known.
    fn cut_off(&mut self, pair: Pair);
}

impl Search {
    /// Looks for the clashes of some norms, all of which permit, or all of which refuse, with any other.
    pub(in crate::check) fn clashes(&self, hubs: &[NormId], refusing: bool, clashes: &mut impl Clashes) {
        for (region, hubs) in self.by_region(hubs.iter().map(|hub| (*hub, *hub))) {
            let norms = self.speaking_of(region);
            let mut around = Around {
                search: self,
                hubs,
                refusing,
                clashes,
            };
            let _ = self.space.walk(region, &norms, &mut around);
        }
    }

    /// A request in which a permit and a refusal of one rank both count, and none above them does. Looked for with the norms
    /// alone on which it depends: where all that is said of a request is too much to look at, this may be little enough.
    pub(in crate::check) fn clash(&self, pair: Pair) -> Found<Sample> {
        let Pair { permit, refusal } = pair;
        let (Some(one), Some(other)) = (self.region(permit), self.region(refusal)) else {
            return Found::No;
        };
        let region = one.intersection(other);
        if region.is_empty() {
            return Found::No;
        }
        let norms = self.bearing_on(&region, [permit, refusal]);
        if !self.spend(norms.len()) {
            return Found::Unknown;
        }
        let mut hunt = Hunt {
            search: self,
            pair,
            found: Found::No,
        };
        let _ = self.space.walk(&region, &norms, &mut hunt);
        hunt.found
    }

    /// Of the norms that may speak of the region, those on which it depends whether some of them count and decide: those that
    /// outrank them, and what each of these gives way to.
    fn bearing_on(&self, region: &Region, norms: [NormId; 2]) -> Vec<RuleId> {
        let rank = self.space.rank(rule(norms[0]));
        let in_region = |id: &NormId| self.region(*id).is_some_and(|own| own.intersects(region));
        let above = (self.by_rank.iter()).take_while(|(of, _)| of.0 > rank);
        let above = above.flat_map(|(_, of_rank)| of_rank).copied().filter(in_region);
        let mut open: Vec<NormId> = norms.into_iter().chain(above).collect();
        let mut kept: BTreeSet<NormId> = open.iter().copied().collect();
        while let Some(id) = open.pop() {
            for other in self.gives_way_to[id.0 as usize].iter().filter(|other| in_region(other)) {
                if kept.insert(*other) {
                    open.push(*other);
                }
            }
        }
        kept.into_iter().map(rule).collect()
    }

    /// When a norm counts, and none above it does.
    fn decides(&self, judgement: &Judgement, norm: NormId) -> Result<When, CutOff> {
        let rank = self.space.rank(rule(norm));
        judgement.counts(rule(norm)).and(&judgement.is_top(0, rank))
    }
}

/// Looks for the clashes of some norms about the same requests.
struct Around<'s, 'c, C> {
    search: &'s Search,
    hubs: Vec<NormId>,
    /// They refuse.
    refusing: bool,
    clashes: &'c mut C,
}

impl<C: Clashes> Around<'_, '_, C> {
    fn pair(&self, hub: NormId, other: NormId) -> Pair {
        match self.refusing {
            true => Pair {
                permit: other,
                refusal: hub,
            },
            false => Pair {
                permit: hub,
                refusal: other,
            },
        }
    }

    /// Those of some norms that are of the opposite effect to the hubs.
    fn others(&self, members: impl Iterator<Item = NormId>) -> Vec<NormId> {
        let space = &self.search.space;
        members
            .filter(|other| space.refuses(rule(*other)) != self.refusing)
            .collect()
    }

    fn give_up(&mut self, hubs: &[NormId], others: &[NormId]) {
        for hub in hubs {
            for other in others {
                let pair = self.pair(*hub, *other);
                if self.clashes.wants(pair) {
                    self.clashes.cut_off(pair);
                }
            }
        }
    }

    /// Looks at what becomes of the hubs in a cell at some strengths.
    fn look_at(&mut self, cell: &Cell<'_>, judgement: &Judgement, hubs: &[NormId], others: &[NormId]) {
        for &hub in hubs {
            let decides = self.search.decides(judgement, hub);
            if decides.as_ref().is_ok_and(When::is_never) {
                continue;
            }
            for &other in others {
                let pair = self.pair(hub, other);
                if !self.clashes.wants(pair) {
                    continue;
                }
                if !self.search.spend(judgement.counts(rule(other)).size()) {
                    self.clashes.cut_off(pair);
                    continue;
                }
                let both = (decides.as_ref().map_err(|CutOff| CutOff)).and_then(|decides| {
                    let counts = judgement.counts(rule(other));
                    // Mostly they do not depend on one another.
                    match decides.meets(&counts)? {
                        true => decides.and(&counts),
                        false => Ok(When::Never),
                    }
                });
                match both {
                    Ok(both) => {
                        if let Some(sample) = cell.sample(judgement, &both) {
                            self.clashes.found(pair, &sample);
                        }
                    }
                    Err(CutOff) => self.clashes.cut_off(pair),
                }
            }
        }
    }
}

impl<C: Clashes> Visitor for Around<'_, '_, C> {
    fn enter(&mut self, _region: &Region, members: &[RuleId]) -> bool {
        let hubs: Vec<NormId> = (self.hubs.iter().copied())
            .filter(|hub| members.binary_search(&rule(*hub)).is_ok())
            .collect();
        if hubs.is_empty() {
            return false;
        }
        let others = self.others(members.iter().map(|id| id.norm));
        if !self.search.spend(members.len()) {
            self.give_up(&hubs, &others);
            return false;
        }
        hubs.iter()
            .any(|hub| others.iter().any(|other| self.clashes.wants(self.pair(*hub, *other))))
    }

    fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
        let members: BTreeSet<NormId> = cell.members.iter().map(|member| member.id.norm).collect();
        let hubs: Vec<NormId> = self.hubs.iter().copied().filter(|hub| members.contains(hub)).collect();
        let others = self.others(members.into_iter());
        for strengths in cell.strengths() {
            match cell.judge(strengths) {
                Ok(judgement) => self.look_at(cell, &judgement, &hubs, &others),
                Err(CutOff) => self.give_up(&hubs, &others),
            }
        }
        ControlFlow::Continue(())
    }
}

/// Looks for one request in which two norms clash, until it is found or the work is used up.
struct Hunt<'s> {
    search: &'s Search,
    pair: Pair,
    found: Found<Sample>,
}

impl Hunt<'_> {
    fn wanted(&self) -> [RuleId; 2] {
        [rule(self.pair.permit), rule(self.pair.refusal)]
    }
}

impl Visitor for Hunt<'_> {
    fn enter(&mut self, _region: &Region, members: &[RuleId]) -> bool {
        let wanted = self.wanted().iter().all(|id| members.binary_search(id).is_ok());
        if wanted && !self.search.spend(members.len()) {
            self.found = Found::Unknown;
            return false;
        }
        wanted
    }

    fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
        for strengths in cell.strengths() {
            if !self.search.spend(cell.members.len()) {
                self.found = Found::Unknown;
                return ControlFlow::Break(());
            }
            let both = cell.judge(strengths).and_then(|judgement| {
                let decides = self.search.decides(&judgement, self.pair.permit)?;
                let both = decides.and(&judgement.counts(rule(self.pair.refusal)))?;
                Ok(cell.sample(&judgement, &both))
            });
            match both {
                Ok(None) => {}
                Ok(Some(sample)) => {
                    self.found = Found::Yes(sample);
                    return ControlFlow::Break(());
                }
                Err(CutOff) => self.found = Found::Unknown,
            }
        }
        ControlFlow::Continue(())
    }
}
