//! What a duty by law (法令上の義務) does to a request, beside lifting every refusal.

use std::collections::BTreeSet;

use super::{Member, Problem, Spot};
use crate::decide::bits::Bits;
use crate::decide::position::Position;
use crate::vocabulary::LeafSet;

impl Problem<'_> {
    /// The leaves of some atoms that may be asserted and make for a permission.
    pub(in crate::decide) fn permitting(&self, atoms: &Bits) -> LeafSet {
        let leaves = self.assertable(atoms);
        match leaves.intersects(&self.index.duty.beside) {
            true => leaves.union(&self.implied_duty),
            false => leaves,
        }
    }

    /// Whether a duty by law that no norm names might be asserted, and some permit may speak of each cell.
    pub(in crate::decide) fn may_be_for_duty(&self) -> bool {
        let permits = |member: &Member| !self.index.rule(member.position).refuses;
        !self.implied_duty.is_empty() && self.cells.iter().all(|cell| cell.members.iter().any(permits))
    }

    /// The refusals that would apply somewhere if no law made it a duty.
    pub(in crate::decide) fn set_aside(&self) -> BTreeSet<Position> {
        if !self.duty.intersects(&self.held.surely) {
            return BTreeSet::new();
        }
        let lifted_by_its_own = |position: Position| {
            let unless = self.index.rule(position).unless;
            unless.is_some_and(|formula| self.atoms.mask(formula).intersects(&self.held.surely))
        };
        let of_cell = |cell: &Spot| {
            let links = self.links_in_force(cell, &self.held);
            let members = cell.members.iter().filter(|member| {
                let rule = self.index.rule(member.position);
                let (wanted, _) = self.held.read_by(rule.refuses);
                let mut requires = self.terms[member.index].requires.iter();
                rule.refuses
                    && rule.speaks_of(self.strength)
                    && member.matches(links.read_by(rule.refuses))
                    && requires.all(|any| any.intersects(wanted))
                    && !lifted_by_its_own(member.position)
            });
            members.map(|member| member.position).collect::<Vec<_>>()
        };
        self.cells.iter().flat_map(of_cell).collect()
    }
}
