//! H0501 to H0503, H0507: a permit and a refusal of equal rank, neither giving way to the other, that meet in some request.
//!
//! The decision takes the refusal there; the editor is told, because no reader can tell the pair from a mistake.

mod conflict;
mod groups;
mod told;

pub use conflict::{Conflict, Conflicts};

use std::collections::{BTreeMap, BTreeSet};

use super::relation::Relation;
use super::search::{Clashes, Found, Pair, Search};
use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic};
use crate::norm::NormId;
use crate::policy::Policy;
use crate::region::Sample;

/// Up to so many conflicts all are found, and so many pairs that could not be decided are kept.
pub(super) const EACH: usize = 1 << 12;

/// Beyond, so many of each permit.
const SOME: usize = 8;

/// All such pairs of a policy.
#[must_use]
#[cfg(any(test, feature = "internals"))]
pub fn conflicts(policy: &Policy) -> Conflicts {
    let subject = Subject::new(policy);
    find(&subject, &Search::new(&subject))
}

pub(super) fn find(subject: &Subject<'_>, search: &Search) -> Conflicts {
    let live = subject.ids().filter(|id| !subject.is_inert(*id));
    let (refusals, permits): (Vec<NormId>, Vec<NormId>) = live.partition(|id| subject.norm(*id).effect.refuses());
    let mut finding = Finding::new(subject, search, EACH);
    search.clashes(&permits, false, &mut finding);
    if !finding.all {
        // Every refusal that is at odds with a permit is told with one.
        finding.at_least_one = true;
        search.clashes(&refusals, true, &mut finding);
    }
    // Where there are very many it is not even known which.
    let again = match finding.all_undecided {
        true => finding.undecided.clone(),
        false => BTreeSet::new(),
    };
    for pair in again {
        match search.clash(pair) {
            Found::Yes(sample) => finding.found(pair, &sample),
            Found::No => {
                finding.undecided.remove(&pair);
            }
            Found::Unknown => {}
        }
    }
    finding.done()
}

/// The conflicts while they are looked for.
struct Finding<'s, 'p> {
    subject: &'s Subject<'p>,
    search: &'s Search,
    found: BTreeMap<Pair, Conflict>,
    /// How many there are of each norm.
    of_norm: Vec<usize>,
    undecided: BTreeSet<Pair>,
    /// As many of them are kept.
    most: usize,
    /// None of them was left out.
    all_undecided: bool,
    all: bool,
    /// Of each refusal one is enough.
    at_least_one: bool,
}

impl<'s, 'p> Finding<'s, 'p> {
    fn new(subject: &'s Subject<'p>, search: &'s Search, most: usize) -> Self {
        Self {
            subject,
            search,
            found: BTreeMap::new(),
            of_norm: vec![0; subject.policy.norms.len()],
            undecided: BTreeSet::new(),
            most,
            all_undecided: true,
            all: true,
            at_least_one: false,
        }
    }

    fn done(self) -> Conflicts {
        let undecided = self.undecided.into_iter();
        Conflicts {
            found: self.found.into_values().collect(),
            all: self.all,
            undecided: undecided.map(|pair| (pair.permit, pair.refusal)).collect(),
            all_undecided: self.all_undecided,
        }
    }

    fn of(&self, norm: NormId) -> usize {
        self.of_norm[norm.0 as usize]
    }

    fn has_enough(&self, pair: Pair) -> bool {
        match self.at_least_one {
            true => self.of(pair.refusal) > 0,
            false => self.found.len() >= EACH && self.of(pair.permit) >= SOME,
        }
    }
}

impl Clashes for Finding<'_, '_> {
    fn wants(&mut self, pair: Pair) -> bool {
        let enough = self.has_enough(pair);
        if enough && !self.all || self.found.contains_key(&pair) || !may_clash(self.subject, self.search, pair) {
            return false;
        }
        self.all &= !enough;
        !enough
    }

    fn found(&mut self, pair: Pair, sample: &Sample) {
        let Pair { permit, refusal } = pair;
        let conflict = Conflict {
            permit,
            refusal,
            relation: relation(self.subject, self.search, permit, refusal),
            witness: sample.witness(self.subject.has_routes()),
        };
        self.found.insert(pair, conflict);
        self.undecided.remove(&pair);
        for norm in [permit, refusal] {
            self.of_norm[norm.0 as usize] += 1;
        }
    }

    fn cut_off(&mut self, pair: Pair) {
        // So many are more than anybody can look at.
        match self.undecided.len() < self.most {
            true => {
                self.undecided.insert(pair);
            }
            false => self.all_undecided &= self.undecided.contains(&pair),
        }
    }
}

/// What must hold for two norms to clash, and is quickly seen.
fn may_clash(subject: &Subject<'_>, search: &Search, pair: Pair) -> bool {
    let Pair { permit, refusal } = pair;
    let (one, other) = (subject.norm(permit), subject.norm(refusal));
    // An exception says nothing that its prohibition does not: whoever forbids more forbids that as well.
    !one.exception
        && one.rank == other.rank
        && one.processing.strength() <= other.processing.strength()
        && !one.acts.intersection(other.acts).is_empty()
        && !search.gives_way(refusal, permit)
        && !search.gives_way(permit, refusal)
        && search.speak_of_the_same(subject, permit, refusal)
}

fn relation(subject: &Subject<'_>, search: &Search, permit: NormId, refusal: NormId) -> Relation {
    let (one, other) = (subject.norm(permit), subject.norm(refusal));
    let directly = one.data.leaves.intersects(&other.data.leaves);
    let linked = search.region(permit).zip(search.region(refusal)).filter(|_| !directly);
    let data = match linked {
        Some((one, other)) => (one.data(), other.data()),
        None => (&one.data.leaves, &other.data.leaves),
    };
    Relation::of(one, other, data)
}

/// The conflicts that a finding speaks of.
pub(super) fn reported<'c>(subject: &Subject<'_>, conflicts: &'c [Conflict]) -> impl Iterator<Item = &'c Conflict> {
    let policy = subject.policy;
    conflicts.iter().filter(|conflict| conflict.code(policy).is_some())
}

/// One finding for each fault: what one clause has in dispute with several others is one.
pub(super) fn report(subject: &Subject<'_>, conflicts: &Conflicts) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for code in [Code::H0501, Code::H0502, Code::H0503, Code::H0507] {
        let of_code: Vec<&Conflict> = (conflicts.found)
            .iter()
            .filter(|conflict| conflict.code(subject.policy) == Some(code))
            .collect();
        let groups = groups::groups(subject, &of_code);
        diagnostics.extend(
            groups
                .iter()
                .map(|group| told::told(subject, code, group, conflicts.all)),
        );
    }
    diagnostics
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{NoImports, Options, compile};

    const RULES: &str = "情報 氏名
主体 加盟店
方針「個人情報の取扱いについて」{
  章 提供「提供」{
    提供「甲」{ 提供先［加盟店］
      項目［氏名］
    }
    提供「乙」{ 提供先［加盟店］
      項目［氏名］
    }
    提供しない「丙」{ 提供先［加盟店］
      項目［氏名］
    }
  }
}
";

    /// Where more pairs are cut off than are kept, and of those kept it becomes known after all, the others stay unknown.
    #[test]
    fn pairs_that_are_not_kept_are_not_taken_for_compared() {
        let compiled = compile("p", RULES.into(), &mut NoImports, &Options::default());
        let policy = compiled.policy.expect("it compiles");
        let subject = Subject::new(&policy);
        let search = Search::new(&subject);
        let [kept, dropped] = [0, 1].map(|permit| Pair {
            permit: NormId(permit),
            refusal: NormId(2),
        });
        let Found::Yes(sample) = search.clash(kept) else {
            panic!("they clash");
        };
        let mut finding = Finding::new(&subject, &search, 1);
        finding.cut_off(kept);
        finding.cut_off(dropped);
        finding.found(kept, &sample);
        let conflicts = finding.done();
        assert!(conflicts.at_least_undecided() > 0, "{conflicts:?}");
        let report = super::super::undecided::report(&subject, &conflicts, 0);
        assert!(report.is_some_and(|report| report.message.ja.contains("1 組以上")));
    }
}
