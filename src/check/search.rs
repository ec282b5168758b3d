//! The searches of the checks: whether two norms both decide somewhere, whether a clause decides anything.

use std::cell::Cell as Counter;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::relation;
use super::subject::Subject;
use crate::norm::NormId;
use crate::region::{Cell, Effort, Region, RuleId, Situation, Space, Step, Visitor, Witness};

/// The norms of a policy as the search sees them.
#[derive(Debug)]
pub(super) struct Search {
    space: Space,
    /// Per norm: the requests it may speak of; nothing for one that applies to none.
    regions: Vec<Option<Region>>,
    /// How much work is left: a policy made to keep the search busy must not keep its user waiting.
    left: Counter<u64>,
}

/// How often a norm is looked at, all searches taken together, before what is left goes undecided: some seconds. Policies as
/// people write them take a small part of it.
const EFFORT: u64 = 40_000_000;

/// In how many situations of a cell the reasons are looked for why a clause decides nothing: that it does is known already.
const ENOUGH: usize = 512;

/// Of so many norms that are only held against a region one counts.
const CHEAP: usize = 16;

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

impl Search {
    pub(super) fn new(subject: &Subject<'_>) -> Self {
        let space = Space::of(subject.policy);
        let regions = subject
            .ids()
            .map(|id| (!subject.is_inert(id)).then(|| space.region(rule(id))))
            .collect();
        Self {
            space,
            regions,
            left: Counter::new(EFFORT),
        }
    }

    /// Takes work off what is left; false where nothing is.
    fn spend(&self, work: usize) -> bool {
        let left = self.left.get().saturating_sub(1 + work as u64);
        self.left.set(left);
        left > 0
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
        let regions = self.regions.iter().enumerate();
        regions
            .filter(|(_, own)| own.as_ref().is_some_and(|own| own.intersects(region)))
            .map(|(index, _)| rule(NormId(index as u32)))
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
        if !self.spend(self.regions.len() / CHEAP) {
            return Found::Unknown;
        }
        let norms = self.bearing_on(&region, [permit, refusal]);
        let pair = [rule(permit), rule(refusal)];
        self.hunt(&region, &norms, &pair, |situation| self.both_decide(pair, situation))
    }

    /// Of the norms that may speak of the region, those on which it depends whether some of them count and decide: those that
    /// outrank them, and what each of these gives way to.
    fn bearing_on(&self, region: &Region, norms: [NormId; 2]) -> Vec<RuleId> {
        let rank = self.space.rank(rule(norms[0]));
        let (mut kept, mut others): (Vec<RuleId>, Vec<RuleId>) = self
            .speaking_of(region)
            .into_iter()
            .partition(|id| norms.contains(&id.norm) || self.space.rank(*id) > rank);
        let mut at = 0;
        while let Some(id) = kept.get(at).copied() {
            let (bearing, rest) = others
                .into_iter()
                .partition(|other| self.space.gives_way(id, other.norm));
            kept.extend::<Vec<RuleId>>(bearing);
            others = rest;
            at += 1;
        }
        kept.sort_unstable();
        kept
    }

    /// A request whose verdict is another without the norms of a clause.
    pub(super) fn matters(&self, clause: &[NormId]) -> Found<()> {
        let mut unknown = false;
        for norm in clause {
            let Some(region) = self.region(*norm) else { continue };
            if !self.spend(self.regions.len() / CHEAP) {
                return Found::Unknown;
            }
            let own = rule(*norm);
            let see = |situation: &Situation<'_>| makes_a_difference(own, clause, situation);
            match self.hunt(region, &self.speaking_of(region), &[own], see) {
                Found::Yes(()) => return Found::Yes(()),
                Found::Unknown => unknown = true,
                Found::No => {}
            }
        }
        match unknown {
            true => Found::Unknown,
            false => Found::No,
        }
    }

    /// The norms that decide where norms of a clause apply, and one request of them each.
    pub(super) fn deciding_instead(&self, clause: &[NormId]) -> Vec<(NormId, Witness)> {
        let mut visitor = Instead {
            search: self,
            clause,
            seen: BTreeSet::new(),
            found: Vec::new(),
        };
        for norm in clause {
            if let Some(region) = self.region(*norm) {
                let _ = self.space.walk(region, &self.speaking_of(region), &mut visitor);
            }
        }
        visitor.found.sort_by_key(|(norm, _)| *norm);
        visitor.found
    }
}

/// Looks for something where certain norms may all speak, until it is found or the work is used up.
struct Hunt<'s, T, S> {
    search: &'s Search,
    wanted: &'s [RuleId],
    /// What a situation shows.
    see: S,
    found: Found<T>,
}

/// What a situation shows of what is looked for.
enum Seen<T> {
    Found(T),
    /// Look on as the step says.
    Further(Step),
}

impl<T, S: FnMut(&Situation<'_>) -> Seen<T>> Visitor for Hunt<'_, T, S> {
    fn enter(&mut self, _region: &Region, members: &[RuleId]) -> bool {
        let wanted = self.wanted.iter().all(|id| members.binary_search(id).is_ok());
        if wanted && !self.search.spend(members.len()) {
            self.found = Found::Unknown;
            return false;
        }
        wanted
    }

    fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
        let effort = cell.explore(|situation| {
            if !self.search.spend(situation.cell.members.len()) {
                self.found = Found::Unknown;
                return Step::Stop;
            }
            match (self.see)(situation) {
                Seen::Further(step) => step,
                Seen::Found(what) => {
                    self.found = Found::Yes(what);
                    Step::Stop
                }
            }
        });
        match effort {
            Effort::Stopped => ControlFlow::Break(()),
            Effort::Complete => ControlFlow::Continue(()),
            Effort::CutOff => {
                self.found = Found::Unknown;
                ControlFlow::Continue(())
            }
        }
    }
}

impl Search {
    fn hunt<T>(
        &self,
        region: &Region,
        norms: &[RuleId],
        wanted: &[RuleId],
        see: impl FnMut(&Situation<'_>) -> Seen<T>,
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

    /// Whether both of a pair count here, and nothing above them does.
    fn both_decide(&self, pair: [RuleId; 2], situation: &Situation<'_>) -> Seen<Witness> {
        let mut open = None;
        for id in pair {
            match situation.applies(id) {
                Some(true) => {}
                Some(false) => return Seen::Further(Step::Done),
                None => open = open.or(Some(id)),
            }
        }
        if let Some(id) = open {
            return Seen::Further(Step::SplitFor(id));
        }
        if !situation.is_settled(0) {
            return Seen::Further(Step::Split);
        }
        let counted = situation.counted(0);
        let rank = |norm: &NormId| self.space.rank(rule(*norm));
        let both = pair.iter().all(|id| counted.contains(&id.norm));
        if both && counted.iter().map(rank).max() == Some(self.space.rank(pair[0])) {
            return Seen::Found(situation.witness());
        }
        Seen::Further(Step::Done)
    }
}

/// Whether, where a norm of a clause applies, the verdict is another without the clause.
fn makes_a_difference(norm: RuleId, clause: &[NormId], situation: &Situation<'_>) -> Seen<()> {
    match situation.applies(norm) {
        Some(false) => return Seen::Further(Step::Done),
        Some(true) => {}
        None => return Seen::Further(Step::SplitFor(norm)),
    }
    let with = situation.bounds(0, |_| false);
    let without = situation.bounds(0, |norm| clause.contains(&norm));
    if with.0 > without.1 || without.0 > with.1 {
        return Seen::Found(());
    }
    // The same all over the situation, either way.
    if with.0 == with.1 && with == without {
        return Seen::Further(Step::Done);
    }
    Seen::Further(Step::Split)
}

struct Instead<'c> {
    search: &'c Search,
    clause: &'c [NormId],
    seen: BTreeSet<NormId>,
    found: Vec<(NormId, Witness)>,
}

impl Visitor for Instead<'_> {
    fn enter(&mut self, _region: &Region, members: &[RuleId]) -> bool {
        members.iter().any(|id| self.clause.contains(&id.norm)) && self.search.spend(members.len())
    }

    fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
        let mut seen = 0;
        cell.explore(|situation| {
            seen += 1;
            if seen > ENOUGH || !self.search.spend(situation.cell.members.len()) {
                return Step::Stop;
            }
            let own = || self.clause.iter().map(|norm| situation.applies(rule(*norm)));
            if own().all(|applies| applies == Some(false)) {
                return Step::Done;
            }
            if !situation.is_settled(0) {
                return match self
                    .clause
                    .iter()
                    .find(|norm| situation.applies(rule(**norm)).is_none())
                {
                    Some(norm) => Step::SplitFor(rule(*norm)),
                    None => Step::Split,
                };
            }
            for norm in situation.deciding_without(0, |norm| self.clause.contains(&norm)) {
                if self.seen.insert(norm) {
                    self.found.push((norm, situation.witness()));
                }
            }
            Step::Done
        });
        ControlFlow::Continue(())
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
            spending().matters(&[last]),
            spending().matters(&[refusal]),
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
        while search.matters(&[NormId(2)]) != Found::Unknown {
            runs += 1;
            assert!(runs < 300, "it is never used up");
        }
        assert!(runs > 0);
        let (dead, undecided) = super::super::dead::find(&subject, &search);
        assert_eq!((dead.len(), undecided), (0, 3), "nothing is left for the others");
    }
}
