//! H0501 to H0503, H0507: a permit and a refusal of equal rank, neither giving way to the other, that meet in some request.
//!
//! The decision takes the refusal there; the editor is told, because no reader can tell the pair from a mistake.

mod groups;
mod words;

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

/// All such pairs of a policy, in the order of the permits, and those that could not be decided: under so many conditions that
/// the search was cut off.
#[must_use]
pub fn conflicts(policy: &Policy) -> (Vec<Conflict>, Vec<(NormId, NormId)>) {
    let subject = Subject::new(policy);
    find(&subject, &Search::new(&subject))
}

pub(super) fn find(subject: &Subject<'_>, search: &Search) -> (Vec<Conflict>, Vec<(NormId, NormId)>) {
    let live = || subject.ids().filter(|id| !subject.is_inert(*id));
    let refusals: Vec<NormId> = live().filter(|id| subject.norm(*id).effect.refuses()).collect();
    let mut found = Vec::new();
    let mut undecided = Vec::new();
    for permit in live().filter(|id| !subject.norm(*id).effect.refuses()) {
        for refusal in &refusals {
            if !may_clash(subject, search, permit, *refusal) {
                continue;
            }
            match search.clash(permit, *refusal) {
                Found::Yes(witness) => found.push(Conflict {
                    permit,
                    refusal: *refusal,
                    relation: relation(subject, search, permit, *refusal),
                    witness: Witness::of(subject, &witness),
                }),
                Found::No => {}
                Found::Unknown => undecided.push((permit, *refusal)),
            }
        }
    }
    (found, undecided)
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
        Some((one, other)) => (&one.data, &other.data),
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
pub(super) fn report(subject: &Subject<'_>, conflicts: &[Conflict]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for code in [Code::H0501, Code::H0502, Code::H0503, Code::H0507] {
        let of_code: Vec<&Conflict> = conflicts
            .iter()
            .filter(|conflict| conflict.code(subject.policy) == Some(code))
            .collect();
        let groups = groups::groups(subject, &of_code);
        diagnostics.extend(groups.iter().map(|group| words::told(subject, code, group)));
    }
    diagnostics
}
