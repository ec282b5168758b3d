//! Which unit and which clause is which, and what was divided or joined.

use crate::diff::units::Unit;
use crate::document::ClauseId;

/// Which part of one revision is which of the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pairing {
    pub(super) clauses: Links,
    pub(super) units: Links,
    /// By new clause, by new unit.
    pub(super) moved_clauses: Vec<bool>,
    pub(super) moved_units: Vec<bool>,
    pub(super) renamed: Vec<(ClauseId, ClauseId)>,
    pub(super) splits: Vec<Division<ClauseId>>,
    pub(super) merges: Vec<Division<ClauseId>>,
    pub(super) unit_splits: Vec<Division<usize>>,
    pub(super) unit_merges: Vec<Division<usize>>,
}

/// One thing on one side that is several on the other: a clause split into parts, or the merger of parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Division<T> {
    /// On the side where it is one.
    pub whole: T,
    /// On the side where it is several, in their order.
    pub parts: Vec<T>,
}

/// A one-to-one relation between indices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Links {
    /// By index on the old side.
    pub(super) new_of: Vec<Option<usize>>,
    /// By index on the new side.
    pub(super) old_of: Vec<Option<usize>>,
}

impl Links {
    pub(super) fn mirrored(self) -> Self {
        Self {
            new_of: self.old_of,
            old_of: self.new_of,
        }
    }
}

impl Pairing {
    /// The old clause that this new clause was.
    #[must_use]
    pub fn old_of(&self, new: ClauseId) -> Option<ClauseId> {
        let old = self.clauses.old_of.get(new.0 as usize).copied().flatten();
        old.map(|index| ClauseId(index as u32))
    }

    /// The new clause that this old clause became.
    #[must_use]
    pub fn new_of(&self, old: ClauseId) -> Option<ClauseId> {
        let new = self.clauses.new_of.get(old.0 as usize).copied().flatten();
        new.map(|index| ClauseId(index as u32))
    }

    /// New clauses that no old clause was, in order.
    #[cfg(any(test, feature = "internals"))]
    pub fn added(&self) -> impl Iterator<Item = ClauseId> {
        unpaired(&self.clauses.old_of)
    }

    /// Old clauses that no new clause is, in order.
    pub fn removed(&self) -> impl Iterator<Item = ClauseId> {
        unpaired(&self.clauses.new_of)
    }

    /// Pairs of clauses, old and new, in the order of the new revision.
    pub fn pairs(&self) -> impl Iterator<Item = (ClauseId, ClauseId)> {
        let pairs = self.clauses.old_of.iter().enumerate();
        pairs.filter_map(|(new, old)| Some((ClauseId((*old)? as u32), ClauseId(new as u32))))
    }

    /// Whether this new clause stood elsewhere: under another clause, or in another order among those beside it. What
    /// stands in a clause that moved has not moved itself, and a number that changed because others came or went is no move.
    #[must_use]
    pub fn is_moved(&self, new: ClauseId) -> bool {
        self.moved_clauses.get(new.0 as usize).copied().unwrap_or(false)
    }

    /// Clauses that are called differently, old and new, in the order of the new revision. A clause whose name only shows
    /// that an enclosing one was renamed is not among them.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn renamed(&self) -> &[(ClauseId, ClauseId)] {
        &self.renamed
    }

    /// Old clauses that became several new ones; the one it is paired with is the first or among the parts.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn splits(&self) -> &[Division<ClauseId>] {
        &self.splits
    }

    /// New clauses that several old ones became.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn merges(&self) -> &[Division<ClauseId>] {
        &self.merges
    }

    /// The old unit (an index in [`units`](crate::diff::units::units)) that this new unit was.
    #[must_use]
    pub fn old_unit(&self, new: usize) -> Option<usize> {
        self.units.old_of.get(new).copied().flatten()
    }

    /// The new unit that this old unit became.
    #[must_use]
    pub fn new_unit(&self, old: usize) -> Option<usize> {
        self.units.new_of.get(old).copied().flatten()
    }

    /// Whether this new unit moved; see [`Pairing::is_moved`].
    #[must_use]
    pub fn is_unit_moved(&self, new: usize) -> bool {
        self.moved_units.get(new).copied().unwrap_or(false)
    }

    /// Old units that became several.
    #[must_use]
    pub fn unit_splits(&self) -> &[Division<usize>] {
        &self.unit_splits
    }

    /// New units that several old ones became.
    #[must_use]
    pub fn unit_merges(&self) -> &[Division<usize>] {
        &self.unit_merges
    }

    /// The pairing of the same documents with old and new exchanged.
    #[must_use]
    pub fn mirrored(self) -> Self {
        let across = |moved: &[bool], links: &Links| {
            let of_old = links.new_of.iter();
            of_old
                .map(|new| new.is_some_and(|new| moved.get(new).copied().unwrap_or(false)))
                .collect()
        };
        let mut renamed: Vec<_> = self.renamed.iter().map(|(old, new)| (*new, *old)).collect();
        renamed.sort_by_key(|(_, new)| *new);
        Self {
            moved_clauses: across(&self.moved_clauses, &self.clauses),
            moved_units: across(&self.moved_units, &self.units),
            clauses: self.clauses.mirrored(),
            units: self.units.mirrored(),
            renamed,
            splits: self.merges,
            merges: self.splits,
            unit_splits: self.unit_merges,
            unit_merges: self.unit_splits,
        }
    }
}

fn unpaired(partner: &[Option<usize>]) -> impl Iterator<Item = ClauseId> {
    let alone = partner.iter().enumerate().filter(|(_, other)| other.is_none());
    alone.map(|(index, _)| ClauseId(index as u32))
}

/// Whether `unit` stands in the subtree of `top`.
pub(super) fn is_under(units: &[Unit<'_>], unit: usize, top: usize) -> bool {
    top <= unit && unit < units[top].end
}
