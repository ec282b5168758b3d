//! The conditions that some formulas can tell apart, and each formula as a function of them.

use super::when::{CutOff, Variables, When};
use crate::decide::bits::Bits;
use crate::decide::conditions::{Atoms, Formula, Formulas};
use crate::vocabulary::LeafSet;

/// Formulas over atoms.
#[derive(Debug)]
pub(super) struct Whens {
    atoms: Atoms,
    /// Per formula, in order: when it holds. Empty where there are too many atoms.
    whens: Vec<(Formula, When)>,
    /// Per atom: the leaf that is asserted for it.
    asserted: Vec<u32>,
}

impl Whens {
    /// Where a leaf beside the duty by law does as well, that is asserted.
    pub(super) fn new(formulas: &Formulas, used: &[Formula], duty: &LeafSet) -> Self {
        let atoms = Atoms::of(formulas, &used.iter().copied().collect());
        let whens = match Variables::new(atoms.all().len()) {
            Err(CutOff) => Vec::new(),
            Ok(variables) => (used.iter())
                .map(|formula| (*formula, variables.one_of(&atoms.mask(*formula))))
                .collect(),
        };
        let asserted = atoms.all().iter().filter_map(|leaves| {
            let beside = leaves.difference(duty);
            beside.first().or(leaves.first())
        });
        Self {
            asserted: asserted.collect(),
            atoms,
            whens,
        }
    }

    /// When a formula holds; it must be one of those that the terms were made of.
    pub(super) fn when(&self, formula: Formula) -> Result<&When, CutOff> {
        let at = self.whens.partition_point(|(known, _)| *known < formula);
        self.whens.get(at).map(|(_, when)| when).ok_or(CutOff)
    }

    /// What is asserted so that each of some atoms is.
    pub(super) fn asserting(&self, atoms: &Bits) -> LeafSet {
        atoms.iter().map(|atom| self.asserted[atom]).collect()
    }

    /// The leaves of each atom.
    pub(super) fn leaves(&self) -> &[LeafSet] {
        self.atoms.all()
    }
}
