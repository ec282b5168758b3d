//! The searches of the checks, over all requests: which norms both decide somewhere, which clauses decide nothing, and what
//! decides in their place.

mod clashes;
mod instead;
mod matter;

use std::cell::Cell as Counter;
use std::cmp::Reverse;
use std::collections::BTreeMap;

pub(super) use clashes::{Clashes, Pair};
pub(super) use instead::Deciding;

use super::nearby::Nearby;
use super::relation;
use super::subject::Subject;
use crate::norm::{NormId, Rank};
use crate::region::{Region, RuleId, Space};

/// The norms of a policy as the search sees them.
#[derive(Debug)]
pub(super) struct Search {
    space: Space,
    /// Per norm: the requests it may speak of; nothing for one that applies to none.
    regions: Vec<Option<Region>>,
    nearby: Nearby,
    /// The norms of each rank, from the highest on.
    by_rank: BTreeMap<Reverse<Rank>, Vec<NormId>>,
    /// Per norm: those of opposite effect that it gives way to, in order.
    gives_way_to: Vec<Vec<NormId>>,
    /// How much work is left: a policy made to keep the search busy must not keep its user waiting.
    left: Counter<u64>,
    /// The same for reasons: that a clause decides nothing is known already when they are looked for.
    left_for_reasons: Counter<u64>,
}

/// How much is looked at in norms and made in nodes of diagrams, all searches taken together, before what is left goes
/// undecided: some seconds. Policies as people write them take a small part of it.
const EFFORT: u64 = 1 << 26;

/// The same for the reasons why clauses decide nothing.
const REASONS: u64 = 1 << 22;

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

    /// Takes work off what is left, with what was made since; false where nothing is.
    fn spend(&self, work: usize) -> bool {
        self.spend_of(&self.left, work)
    }

    fn spend_of(&self, left: &Counter<u64>, work: usize) -> bool {
        let work = 1 + work as u64 + self.space.take_work();
        let rest = left.get().saturating_sub(work);
        left.set(rest);
        rest > 0
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

    /// Whether a norm gives way to another of opposite effect by declaration.
    pub(super) fn gives_way(&self, norm: NormId, other: NormId) -> bool {
        self.gives_way_to(norm).binary_search(&other).is_ok()
    }

    /// Those of opposite effect that a norm gives way to, in order.
    pub(super) fn gives_way_to(&self, norm: NormId) -> &[NormId] {
        &self.gives_way_to[norm.0 as usize]
    }

    /// The norms that may speak of something in the region, in order.
    fn speaking_of(&self, region: &Region) -> Vec<RuleId> {
        let nearby = self.nearby.of(region).into_iter();
        nearby
            .filter(|norm| self.region(*norm).is_some_and(|own| own.intersects(region)))
            .map(rule)
            .collect()
    }

    /// What is to be looked at of some norms, together where they are about the same requests: these are looked at on one walk.
    /// Nothing of norms that apply to none.
    fn by_region<T>(&self, norms: impl Iterator<Item = (NormId, T)>) -> BTreeMap<&Region, Vec<T>> {
        let mut found: BTreeMap<&Region, Vec<T>> = BTreeMap::new();
        for (norm, what) in norms {
            if let Some(region) = self.region(norm) {
                found.entry(region).or_default().push(what);
            }
        }
        found
    }
}

/// Per norm: those of opposite effect that it gives way to.
fn gives_way_to(subject: &Subject<'_>, space: &Space) -> Vec<Vec<NormId>> {
    let live: Vec<NormId> = subject.ids().filter(|id| !subject.is_inert(*id)).collect();
    let mut found = vec![Vec::new(); subject.policy.norms.len()];
    for (norm, others) in live.iter().zip(space.orders(0, &live)) {
        found[norm.0 as usize] = others.into_iter().map(|at| live[at]).collect();
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::conflicts::{Conflicts, find};
    use super::*;
    use crate::compile::{NoImports, Options, compile};
    use crate::policy::Policy;

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

    fn rules() -> Policy {
        let compiled = compile("p", RULES.into(), &mut NoImports, &Options::default());
        compiled.policy.expect("it compiles")
    }

    /// What is found with so much work to spend: a clash of 甲 and 乙, whether 丙 and whether 乙 matters, what decides for 丙.
    fn found(effort: u64) -> (bool, Found<()>, Found<()>, usize) {
        let policy = rules();
        let subject = Subject::new(&policy);
        let spending = || {
            let search = Search::new(&subject);
            search.left.set(effort);
            search.left_for_reasons.set(effort);
            search
        };
        let [first, refusal, last] = [0, 1, 2].map(NormId);
        let clash = match spending().clash(Pair { permit: first, refusal }) {
            Found::Yes(_) => true,
            Found::Unknown => false,
            Found::No => panic!("they clash"),
        };
        (
            clash,
            spending().matter(&[&[last]]).remove(0),
            spending().matter(&[&[refusal]]).remove(0),
            spending().deciding_instead(&[&[last]]).remove(0).len(),
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
    fn a_pair_that_was_not_looked_at_to_the_end_is_undecided() {
        let policy = rules();
        let subject = Subject::new(&policy);
        let found = |effort| {
            let search = Search::new(&subject);
            search.left.set(effort);
            find(&subject, &search)
        };
        let whole = found(EFFORT);
        let pairs = |found: &Conflicts| -> Vec<(NormId, NormId)> {
            let told = found.found.iter().map(|one| (one.permit, one.refusal));
            told.chain(found.undecided.iter().copied())
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect()
        };
        assert_eq!((whole.found.len(), whole.undecided.len()), (2, 0));
        for effort in 0..200 {
            assert_eq!(pairs(&found(effort)), pairs(&whole), "{effort}");
        }
        assert_eq!(found(0).undecided.len(), 2);
    }

    #[test]
    fn every_search_takes_from_the_same_work() {
        let policy = rules();
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
