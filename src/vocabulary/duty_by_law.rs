//! 法令上の義務: what a law makes somebody do, as a warrant or a statutory report does. No promise stands against it.

use super::graph::Graph;
use super::leaf_set::LeafSet;

/// The condition. 法令に基づく場合, of which it is a kind, reaches inquiries as well that may be declined.
pub const DUTY_BY_LAW: &str = "法令上の義務";

/// The leaves of the conditions that every refusal makes way for, in one numbering of leaves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DutyByLaw {
    /// The duty with its kinds.
    pub(crate) leaves: LeafSet,
    /// What lies beside it where 法令 is named.
    pub(crate) beside: LeafSet,
}

impl DutyByLaw {
    /// Of a vocabulary of conditions; none where it does not know the duty.
    pub(crate) fn of(conditions: &Graph) -> Self {
        Self::numbered(conditions, LeafSet::clone)
    }

    /// The same where the leaves are numbered otherwise.
    pub(crate) fn numbered(conditions: &Graph, numbered: impl Fn(&LeafSet) -> LeafSet) -> Self {
        let Some(id) = conditions.find(DUTY_BY_LAW) else {
            return Self::default();
        };
        let around: Vec<LeafSet> = (conditions.get(id).parents.iter())
            .map(|outer| conditions.own_leaf(*outer))
            .collect();
        Self {
            leaves: numbered(conditions.leaves_of(id)),
            beside: numbered(&LeafSet::union_all(&around)),
        }
    }

    /// Together with that of another vocabulary in the same numbering.
    pub(crate) fn union(&self, other: &Self) -> Self {
        Self {
            leaves: self.leaves.union(&other.leaves),
            beside: self.beside.union(&other.beside),
        }
    }

    /// Whether some conditions speak of the duty itself, or of a kind of it, and not of 法令 as a whole. Only then is it told apart
    /// from what else is done by law.
    pub(crate) fn is_named_by(&self, conditions: &LeafSet) -> bool {
        let all = self.leaves.union(&self.beside);
        conditions.intersects(&all) && !all.is_subset(conditions)
    }
}
