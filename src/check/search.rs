//! The searches of the checks: whether two norms both decide somewhere, whether a clause decides anything.

use std::cell::Cell as Counter;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use super::nearby::Nearby;
use super::relation;
use super::subject::Subject;
use crate::norm::{NormId, Rank};
use crate::region::{Cell, CutOff, Judgement, Region, RuleId, Space, Visitor, When, Witness};

/// The norms of a policy as the search sees them.
#[derive(Debug)]
pub(super) struct Search {
    space: Space,
    /// Per norm: the requests it may speak of; nothing for one that applies to none.
    regions: Vec<Option<Region>>,
    nearby: Nearby,
    /// The norms of each rank, from the highest on.
    by_rank: BTreeMap<Reverse<Rank>, Vec<NormId>>,
    /// Per norm: those of opposite effect that it gives way to.
    gives_way_to: Vec<Vec<NormId>>,
    /// How much work is left: a policy made to keep the search busy must not keep its user waiting.
    left: Counter<u64>,
    /// The same for reasons: that a clause decides nothing is known already when they are looked for.
    left_for_reasons: Counter<u64>,
}

/// How often a norm is looked at, all searches taken together, before what is left goes undecided: some seconds. Policies as
/// people write them take a small part of it.
const EFFORT: u64 = 400_000_000;

/// The same for the reasons why clauses decide nothing.
const REASONS: u64 = 4_000_000;

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found<T> {
    Yes(T),
    No,
    /// The search was cut off.
    Unknown,
}

fn rule(norm: NormId) -> RuleId {
    RuleId { side: 0, norm }
}

/// Takes work off what is left; false where nothing is.
fn spend(left: &Counter<u64>, work: usize) -> bool {
    let rest = left.get().saturating_sub(1 + work as u64);
    left.set(rest);
    rest > 0
}

impl Search {
    pub(super) fn new(subject: &Subject<'_>) -> Self {
        let space = Space::of(subject.policy);
        let regions: Vec<Option<Region>> = subject
            .ids()
            .map(|id| (!subject.is_inert(id)).then(|| space.region(rule(id))))
            .collect();
        let mut by_rank: BTreeMap<_, Vec<NormId>> = BTreeMap::new();
        for id in subject.ids().filter(|id| !subject.is_inert(*id)) {
            let rank = Reverse(space.rank(rule(id)));
            by_rank.entry(rank).or_default().push(id);
        }
        Self {
            nearby: Nearby::new(&regions),
            gives_way_to: gives_way_to(subject, &space),
            space,
            regions,
            by_rank,
            left: Counter::new(EFFORT),
            left_for_reasons: Counter::new(REASONS),
        }
    }

    fn spend(&self, work: usize) -> bool {
        spend(&self.left, work)
    }

    pub(super) fn region(&self, norm: NormId) -> Option<&Region> {
        self.regions[norm.0 as usize].as_ref()
    }

    /// Whether some conditions and some request make both norms apply, however far the data is processed.
    pub(super) fn speak_of_the_same(&self, subject: &Subject<'_>, one: NormId, other: NormId) -> bool {
        let regions = self.region(one).zip(self.region(other));
        regions.is_some_and(|(one, other)| one.intersects(other))
            && relation::can_meet(subject.norm(one), subject.norm(other))
    }

    /// Whether a norm gives way to another by declaration.
    pub(super) fn gives_way(&self, norm: NormId, other: NormId) -> bool {
        self.space.gives_way(rule(norm), other)
    }

    /// The norms that may speak of something in the region, in order.
    fn speaking_of(&self, region: &Region) -> Vec<RuleId> {
        let nearby = self.nearby.of(region).into_iter();
        nearby
            .filter(|norm| self.region(*norm).is_some_and(|own| own.intersects(region)))
            .map(rule)
            .collect()
    }

    /// A request in which a permit and a refusal of one rank both count, and none above them does.
    pub(super) fn clash(&self, permit: NormId, refusal: NormId) -> Found<Witness> {
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
        let pair = [rule(permit), rule(refusal)];
        let rank = self.space.rank(pair[0]);
        self.hunt(&region, &norms, &pair, |cell, judgement| {
            let both = judgement.counts(pair[0]).and(&judgement.counts(pair[1]))?;
            let both = both.and(&judgement.is_top(0, rank))?;
            Ok(cell.witness(judgement, &both))
        })
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

    /// Per clause: whether some request has another verdict without its norms.
    pub(super) fn matter(&self, clauses: &[&[NormId]]) -> Vec<Found<()>> {
        // Norms about the same requests are looked at on one walk.
        let mut regions: BTreeMap<&Region, Vec<(usize, RuleId)>> = BTreeMap::new();
        for (clause, norms) in clauses.iter().enumerate() {
            for norm in *norms {
                if let Some(region) = self.region(*norm) {
                    regions.entry(region).or_default().push((clause, rule(*norm)));
                }
            }
        }
        let mut found = vec![Found::No; clauses.len()];
        for (region, mut open) in regions {
            open.retain(|(clause, _)| found[*clause] != Found::Yes(()));
            if open.is_empty() {
                continue;
            }
            let mut visitor = Mattering {
                search: self,
                clauses,
                open,
                found: &mut found,
            };
            let norms = self.speaking_of(region);
            match self.spend(norms.len()) {
                true => {
                    let _ = self.space.walk(region, &norms, &mut visitor);
                }
                false => visitor.give_up(),
            }
        }
        found
    }

    /// The norms that decide where norms of a clause apply, and one request of them each. Not all of them where there is much
    /// to look at.
    pub(super) fn deciding_instead(&self, clause: &[NormId]) -> Vec<(NormId, Witness)> {
        let mut visitor = Instead {
            search: self,
            clause,
            seen: BTreeSet::new(),
            found: Vec::new(),
        };
        for norm in clause {
            if let Some(region) = self.region(*norm)
                && self.left_for_reasons.get() > 0
            {
                let norms = self.speaking_of(region);
                if spend(&self.left_for_reasons, norms.len()) {
                    let _ = self.space.walk(region, &norms, &mut visitor);
                }
            }
        }
        visitor.found.sort_by_key(|(norm, _)| *norm);
        visitor.found
    }

    fn hunt<T>(
        &self,
        region: &Region,
        norms: &[RuleId],
        wanted: &[RuleId],
        see: impl FnMut(&Cell<'_>, &Judgement) -> Result<Option<T>, CutOff>,
    ) -> Found<T> {
        let mut hunt = Hunt {
            search: self,
            wanted,
            see,
            found: Found::No,
        };
        let _ = self.space.walk(region, norms, &mut hunt);
        hunt.found
    }
}

/// Per norm: those of opposite effect that it gives way to.
fn gives_way_to(subject: &Subject<'_>, space: &Space) -> Vec<Vec<NormId>> {
    let live = || subject.ids().filter(|id| !subject.is_inert(*id));
    let refuses = |id: NormId| subject.norm(id).effect.refuses();
    let mut found = vec![Vec::new(); subject.policy.norms.len()];
    for id in live().filter(|id| space.declares_order(rule(*id))) {
        for other in live().filter(|other| refuses(*other) != refuses(id)) {
            if space.gives_way(rule(id), other) {
                found[id.0 as usize].push(other);
            }
            if !space.declares_order(rule(other)) && space.gives_way(rule(other), id) {
                found[other.0 as usize].push(id);
            }
        }
    }
    found
}

/// Looks for something where certain norms may all speak, until it is found or the work is used up.
struct Hunt<'s, T, S> {
    search: &'s Search,
    wanted: &'s [RuleId],
    /// What a cell shows at some strengths.
    see: S,
    found: Found<T>,
}

impl<T, S: FnMut(&Cell<'_>, &Judgement) -> Result<Option<T>, CutOff>> Visitor for Hunt<'_, T, S> {
    fn enter(&mut self, _region: &Region, members: &[RuleId]) -> bool {
        let wanted = self.wanted.iter().all(|id| members.binary_search(id).is_ok());
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
            let judgement = cell.judge(strengths);
            match judgement.and_then(|judgement| (self.see)(cell, &judgement)) {
                Ok(None) => {}
                Ok(Some(what)) => {
                    self.found = Found::Yes(what);
                    return ControlFlow::Break(());
                }
                Err(CutOff) => self.found = Found::Unknown,
            }
        }
        ControlFlow::Continue(())
    }
}

/// Looks whether clauses matter that have norms about the same requests.
struct Mattering<'s, 'f> {
    search: &'s Search,
    clauses: &'s [&'s [NormId]],
    /// Clauses of which it is not known, each with a norm of it.
    open: Vec<(usize, RuleId)>,
    found: &'f mut Vec<Found<()>>,
}

impl Mattering<'_, '_> {
    /// What is still open stays so.
    fn give_up(&mut self) {
        for (clause, _) in self.open.drain(..) {
            self.found[clause] = Found::Unknown;
        }
    }
}

impl Visitor for Mattering<'_, '_> {
    fn enter(&mut self, _region: &Region, members: &[RuleId]) -> bool {
        if self.open.is_empty() {
            return false;
        }
        if !self.search.spend(members.len()) {
            self.give_up();
        }
        self.open.iter().any(|(_, id)| members.binary_search(id).is_ok())
    }

    fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
        for strengths in cell.strengths() {
            let judgement = match cell.judge(strengths) {
                Ok(judgement) => judgement,
                Err(CutOff) => {
                    self.give_up();
                    break;
                }
            };
            let open = std::mem::take(&mut self.open);
            for (clause, norm) in open {
                if self.found[clause] == Found::Yes(()) {
                    continue;
                }
                if !self.search.spend(cell.members.len()) {
                    self.found[clause] = Found::Unknown;
                    continue;
                }
                match makes_a_difference(cell, &judgement, norm, self.clauses[clause]) {
                    Ok(true) => {
                        self.found[clause] = Found::Yes(());
                        continue;
                    }
                    Ok(false) => {}
                    Err(CutOff) => self.found[clause] = Found::Unknown,
                }
                self.open.push((clause, norm));
            }
        }
        match self.open.is_empty() {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    }
}

/// Whether somewhere in a cell, where a norm of a clause applies, the verdict is another without the clause.
fn makes_a_difference(cell: &Cell<'_>, judgement: &Judgement, norm: RuleId, clause: &[NormId]) -> Result<bool, CutOff> {
    // Mostly it is seen where no more is asserted than the norm asks for.
    let Some(fewest) = judgement.applies(norm).fewest() else {
        return Ok(false);
    };
    if judgement.has_twins(0, clause) {
        return Ok(false);
    }
    if !judgement.has_orders() {
        let with = judgement.at(cell, 0, &fewest, |_| true).verdict;
        let without = judgement.at(cell, 0, &fewest, |norm| !clause.contains(&norm)).verdict;
        if with != without {
            return Ok(true);
        }
    }
    let without = judgement.without(cell, 0, |norm| clause.contains(&norm))?;
    Ok(!judgement.side(0).differs_from(&without)?.is_never())
}

struct Instead<'c> {
    search: &'c Search,
    clause: &'c [NormId],
    seen: BTreeSet<NormId>,
    found: Vec<(NormId, Witness)>,
}

impl Visitor for Instead<'_> {
    fn enter(&mut self, _region: &Region, members: &[RuleId]) -> bool {
        members.iter().any(|id| self.clause.contains(&id.norm)) && spend(&self.search.left_for_reasons, members.len())
    }

    fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
        for strengths in cell.strengths() {
            // A reason that is too large to find is none.
            if self.look_at(cell, strengths).is_err() {
                return ControlFlow::Continue(());
            }
        }
        ControlFlow::Continue(())
    }
}

impl Instead<'_> {
    fn look_at(&mut self, cell: &Cell<'_>, strengths: (u8, u8)) -> Result<(), CutOff> {
        let judgement = cell.judge(strengths)?;
        let own = self.clause.iter().map(|norm| judgement.applies(rule(*norm)));
        let own = When::any(own)?;
        if own.is_never() {
            return Ok(());
        }
        let without = judgement.without(cell, 0, |norm| self.clause.contains(&norm))?;
        for norm in judgement.norms(0) {
            if !spend(&self.search.left_for_reasons, 1) {
                return Err(CutOff);
            }
            if self.seen.contains(&norm) || self.clause.contains(&norm) {
                continue;
            }
            let decides = judgement.decides(cell, &without, rule(norm))?.and(&own)?;
            if let Some(witness) = cell.witness(&judgement, &decides) {
                self.seen.insert(norm);
                self.found.push((norm, witness));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{NoImports, Options, compile};

    const RULES: &str = "情報 氏名
主体 加盟店
条件 注文［本人選択］
方針「個人情報の取扱いについて」{
  章 提供「提供」{
    提供「甲」{ 提供先［加盟店］
      項目［氏名］
    }
    提供しない「乙」{ 提供先［加盟店］
      項目［氏名］
      場合［注文］
    }
    提供「丙」{ 提供先［加盟店］
      項目［氏名］
    }
  }
}
";

    /// What is found with so much work to spend: a clash of 甲 and 乙, whether 丙 and whether 乙 matters, what decides for 丙.
    fn found(effort: u64) -> (bool, Found<()>, Found<()>, usize) {
        let policy = compile("p", RULES.into(), &mut NoImports, &Options::default())
            .policy
            .expect("it compiles");
        let subject = Subject::new(&policy);
        let spending = || {
            let search = Search::new(&subject);
            search.left.set(effort);
            search.left_for_reasons.set(effort);
            search
        };
        let [first, refusal, last] = [0, 1, 2].map(NormId);
        let clash = match spending().clash(first, refusal) {
            Found::Yes(_) => true,
            Found::Unknown => false,
            Found::No => panic!("they clash"),
        };
        (
            clash,
            spending().matter(&[&[last]]).remove(0),
            spending().matter(&[&[refusal]]).remove(0),
            spending().deciding_instead(&[last]).len(),
        )
    }

    #[test]
    fn without_work_to_spend_nothing_is_known() {
        let nothing = (false, Found::Unknown, Found::Unknown, 0);
        assert_eq!(found(0), nothing);
        assert_eq!(found(1), nothing);
        assert_eq!(found(EFFORT), (true, Found::No, Found::Yes(()), 2));
    }

    #[test]
    fn a_search_that_is_cut_off_on_its_way_is_not_taken_for_an_answer() {
        let whole = found(EFFORT);
        for effort in 2..200 {
            let cut = found(effort);
            assert!(cut.1 == Found::Unknown || cut.1 == whole.1, "{effort}");
            assert!(cut.2 == Found::Unknown || cut.2 == whole.2, "{effort}");
        }
    }

    #[test]
    fn every_search_takes_from_the_same_work() {
        let policy = compile("p", RULES.into(), &mut NoImports, &Options::default())
            .policy
            .expect("it compiles");
        let subject = Subject::new(&policy);
        let search = Search::new(&subject);
        search.left.set(300);
        let mut runs = 0;
        while search.matter(&[&[NormId(2)]]) != [Found::Unknown] {
            runs += 1;
            assert!(runs < 300, "it is never used up");
        }
        assert!(runs > 0);
        let (dead, undecided) = super::super::dead::find(&subject, &search);
        assert_eq!((dead.len(), undecided), (0, 3), "nothing is left for the others");
    }
}
