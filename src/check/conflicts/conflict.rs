//! What is found: pairs of norms that clash.

use super::super::relation::{Kind, Relation};
use crate::diagnostic::Code;
use crate::norm::{Effect, NormId, Rank};
use crate::policy::Policy;
use crate::region::Witness;
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
    /// Pairs that could not be decided: the search was cut off.
    pub undecided: Vec<(NormId, NormId)>,
    /// Whether these are all of them: of very many only some are kept.
    pub all_undecided: bool,
}

impl Conflicts {
    /// Of how many pairs, at least, it is not known whether they clash.
    pub(in crate::check) fn at_least_undecided(&self) -> usize {
        let kept = self.undecided.len();
        match self.all_undecided {
            true => kept,
            false => kept.max(1),
        }
    }
}
