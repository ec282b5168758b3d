//! H0501 to H0503, H0507: a permit and a refusal of equal rank, neither giving way to the other, that meet in some request.
//!
//! The decision takes the refusal there; the editor is told, because no reader can tell the pair from a mistake.

mod groups;
mod words;

use std::collections::BTreeSet;

use super::relation::{Kind, Relation};
use super::search::{Found, Search};
use super::subject::Subject;
use super::witness::Witness;
use crate::diagnostic::{Code, Diagnostic};
use crate::norm::{Effect, NormId, Rank};
use crate::policy::Policy;
use crate::vocabulary::ConceptId;

/// A permit and a refusal that both count at the top rank in some request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The permit.
    pub permit: NormId,
    /// The forbid or limit.
    pub refusal: NormId,
    /// How the one lies to the other.
    pub relation: Relation,
    /// One such request.
    pub witness: Witness,
}

impl Conflict {
    /// Under which code it is reported. `None`: it is declared. A 限定 says for which of its purposes data may be used; a permit
    /// that says nothing of purposes leaves just that open.
    #[must_use]
    pub fn code(&self, policy: &Policy) -> Option<Code> {
        let norm = |id: NormId| &policy.norms[id.0 as usize];
        let (permit, refusal) = (norm(self.permit), norm(self.refusal));
        if refusal.effect == Effect::Limit && permit.purposes.named == [ConceptId::TOP] {
            return None;
        }
        Some(match (refusal.rank, self.relation.kind()) {
            (Rank::Rider, _) => Code::H0507,
            (Rank::Ordinary, Kind::Contradiction) => Code::H0501,
            (Rank::Ordinary, Kind::Narrowing) => Code::H0502,
            (Rank::Ordinary, Kind::Crossing) => Code::H0503,
        })
    }
}

/// The conflicts of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conflicts {
    /// The pairs, in the order of the permits.
    pub found: Vec<Conflict>,
    /// Whether these are all of them. Where very many clauses are at odds with very many, each is in some pair, and not each
    /// pair is looked for.
    pub all: bool,
    /// The pairs that could not be decided: the search was cut off.
    pub undecided: Vec<(NormId, NormId)>,
}

/// Up to so many conflicts all are found.
const EACH: usize = 1 << 12;

/// Beyond, so many of each permit.
const SOME: usize = 8;

/// All such pairs of a policy.
#[must_use]
pub fn conflicts(policy: &Policy) -> Conflicts {
    let subject = Subject::new(policy);
    find(&subject, &Search::new(&subject))
}

pub(super) fn find(subject: &Subject<'_>, search: &Search) -> Conflicts {
    let live = subject.ids().filter(|id| !subject.is_inert(*id));
    let (refusals, permits): (Vec<NormId>, Vec<NormId>) = live.partition(|id| subject.norm(*id).effect.refuses());
    let mut conflicts = Conflicts {
        all: true,
        ..Conflicts::default()
    };
    let mut disputed = BTreeSet::new();
    for permit in &permits {
        let mut of_permit = 0;
        for refusal in &refusals {
            if of_permit >= SOME && conflicts.found.len() >= EACH {
                conflicts.all = false;
                break;
            }
            if conflicts.look_at(subject, search, *permit, *refusal) {
                of_permit += 1;
                disputed.insert(*refusal);
            }
        }
    }
    if !conflicts.all {
        // Every refusal that is at odds with a permit is told with one.
        for refusal in refusals.iter().filter(|refusal| !disputed.contains(refusal)) {
            let mut permits = permits.iter();
            permits.any(|permit| conflicts.look_at(subject, search, *permit, *refusal));
        }
        conflicts.found.sort_by_key(|one| (one.permit, one.refusal));
        conflicts.undecided.sort_unstable();
        conflicts.undecided.dedup();
    }
    conflicts
}

impl Conflicts {
    /// Looks whether two norms clash and keeps what it sees. Whether they do.
    fn look_at(&mut self, subject: &Subject<'_>, search: &Search, permit: NormId, refusal: NormId) -> bool {
        if !may_clash(subject, search, permit, refusal) {
            return false;
        }
        match search.clash(permit, refusal) {
            Found::Yes(witness) => {
                self.found.push(Conflict {
                    permit,
                    refusal,
                    relation: relation(subject, search, permit, refusal),
                    witness: Witness::of(subject, &witness),
                });
                return true;
            }
            Found::No => {}
            Found::Unknown => self.undecided.push((permit, refusal)),
        }
        false
    }
}

/// What must hold for two norms to clash, and is quickly seen.
fn may_clash(subject: &Subject<'_>, search: &Search, permit: NormId, refusal: NormId) -> bool {
    let (one, other) = (subject.norm(permit), subject.norm(refusal));
    one.rank == other.rank
        && one.processing.strength() <= other.processing.strength()
        && !one.acts.intersection(other.acts).is_empty()
        && search.speak_of_the_same(subject, permit, refusal)
        && !search.gives_way(refusal, permit)
        && !search.gives_way(permit, refusal)
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
                .map(|group| words::told(subject, code, group, conflicts.all)),
        );
    }
    diagnostics
}
