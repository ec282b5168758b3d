//! The conditions that some formulas can tell apart, and each formula as a function of them.

use super::when::{CutOff, Variables, When};
use crate::decide::conditions::{Atoms, Formula, Formulas};
use crate::vocabulary::LeafSet;

/// Formulas over atoms.
#[derive(Debug)]
pub(super) struct Whens {
    atoms: Atoms,
    /// Per formula, in order: when it holds. Empty where there are too many atoms.
    whens: Vec<(Formula, When)>,
}

impl Whens {
    pub(super) fn new(formulas: &Formulas, used: &[Formula]) -> Self {
        let atoms = Atoms::of(formulas, &used.iter().copied().collect());
        let whens = match Variables::new(atoms.all().len()) {
            Err(CutOff) => Vec::new(),
            Ok(variables) => (used.iter())
                .map(|formula| (*formula, variables.one_of(&atoms.mask(*formula))))
                .collect(),
        };
        Self { atoms, whens }
    }

    /// When a formula holds; it must be one of those that the terms were made of.
    pub(super) fn when(&self, formula: Formula) -> Result<&When, CutOff> {
        let at = self.whens.partition_point(|(known, _)| *known < formula);
        self.whens.get(at).map(|(_, when)| when).ok_or(CutOff)
    }

    /// The leaves of each atom.
    pub(super) fn leaves(&self) -> &[LeafSet] {
        self.atoms.all()
    }
}
