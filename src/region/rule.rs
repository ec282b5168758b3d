//! Norms in the terms of a space.

use super::product::Region;
use crate::decide::conditions::Formula;
use crate::norm::{NormId, Rank};
use crate::vocabulary::LeafSet;

/// A norm of one of the policies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RuleId {
    /// Which policy: 0 for the first.
    pub(crate) side: u8,
    /// The norm.
    pub(crate) norm: NormId,
}

/// A norm as the search sees it.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) refuses: bool,
    pub(super) rank: Rank,
    pub(super) involved: bool,
    /// The requests it names, linkings left aside.
    pub(super) region: Region,
    /// The data that no linking brings under it.
    pub(super) excepted: LeafSet,
    pub(super) strength: u8,
    pub(super) requires: Vec<Formula>,
    pub(super) unless: Option<Formula>,
}

impl Rule {
    /// Whether it speaks of data at this strength: a permit from its least state on, a refusal up to its greatest.
    pub(super) fn speaks_of(&self, strength: u8) -> bool {
        match self.refuses {
            true => strength <= self.strength,
            false => strength >= self.strength,
        }
    }

    /// The formulas that say under which conditions it applies.
    pub(super) fn formulas(&self) -> impl Iterator<Item = Formula> + '_ {
        self.requires.iter().copied().chain(self.unless)
    }

    /// All that it says, but for the clauses that it names and that name it.
    pub(super) fn content(&self) -> Content<'_> {
        let mut requires = self.requires.clone();
        requires.sort_unstable();
        Content {
            refuses: self.refuses,
            rank: self.rank,
            region: &self.region,
            excepted: &self.excepted,
            strength: self.strength,
            requires,
            unless: self.unless,
        }
    }
}

/// What a norm says, in the terms of the space.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Content<'s> {
    refuses: bool,
    rank: Rank,
    region: &'s Region,
    excepted: &'s LeafSet,
    strength: u8,
    requires: Vec<Formula>,
    unless: Option<Formula>,
}
