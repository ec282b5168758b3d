//! Conditions as the decision sees them: formulas of the norms, and the atoms that formulas can tell apart.

use std::collections::{BTreeMap, BTreeSet};

use super::bits::Bits;
use crate::vocabulary::{DutyByLaw, LeafSet};

/// One distinct any-of set of condition leaves; an index into [`Formulas`].
pub(crate) type Formula = u32;

/// The distinct any-of sets that norms and linkings ask for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Formulas {
    spans: Vec<(u32, u32)>,
    ranges: Vec<(u32, u32)>,
    duty: Formula,
    /// Per formula: it tells 法令上の義務 apart from what else is done by law.
    names_duty: Vec<bool>,
}

/// Gathers formulas, each once.
#[derive(Debug, Default)]
pub(crate) struct FormulaBuilder {
    known: BTreeMap<LeafSet, Formula>,
    formulas: Formulas,
}

impl FormulaBuilder {
    pub(crate) fn add(&mut self, set: &LeafSet) -> Formula {
        if let Some(known) = self.known.get(set) {
            return *known;
        }
        let formula = self.formulas.spans.len() as Formula;
        let start = self.formulas.ranges.len() as u32;
        self.formulas.ranges.extend_from_slice(set.ranges());
        self.formulas.spans.push((start, self.formulas.ranges.len() as u32));
        self.known.insert(set.clone(), formula);
        formula
    }

    /// All of them, with that of the duty by law.
    pub(crate) fn finish(mut self, duty: &DutyByLaw) -> Formulas {
        self.formulas.duty = self.add(&duty.leaves);
        let mut names_duty = vec![false; self.formulas.spans.len()];
        for (set, formula) in &self.known {
            names_duty[*formula as usize] = duty.is_named_by(set);
        }
        self.formulas.names_duty = names_duty;
        self.formulas
    }
}

impl Formulas {
    /// The leaves of which one must be asserted, as ranges.
    pub(crate) fn ranges(&self, formula: Formula) -> &[(u32, u32)] {
        let (start, end) = self.spans[formula as usize];
        &self.ranges[start as usize..end as usize]
    }

    /// What every refusal makes way for.
    pub(crate) fn duty(&self) -> Formula {
        self.duty
    }

    /// Whether some formulas tell the duty by law apart. Where none does, nothing that is said of them speaks of it: that every
    /// refusal makes way for it goes without saying.
    pub(crate) fn name_duty<'f>(&self, formulas: impl IntoIterator<Item = &'f Formula>) -> bool {
        formulas.into_iter().any(|formula| self.names_duty[*formula as usize])
    }

    /// Whether one of the asserted leaves makes it hold.
    pub(crate) fn holds(&self, formula: Formula, asserted: &[u32]) -> bool {
        let ranges = self.ranges(formula);
        asserted
            .iter()
            .any(|leaf| ranges.iter().any(|(start, end)| start <= leaf && leaf < end))
    }

    /// Whether one of these leaves makes it hold.
    pub(super) fn meets(&self, formula: Formula, leaves: &LeafSet) -> bool {
        let mut ranges = self.ranges(formula).iter();
        ranges.any(|(start, end)| leaves.intersects(&LeafSet::range(*start, *end)))
    }

    /// Whether some condition makes the formula hold without making the other hold.
    pub(super) fn can_hold_beside(&self, formula: Formula, unless: Option<Formula>) -> bool {
        let unless = unless.map_or(&[][..], |unless| self.ranges(unless));
        self.ranges(formula).iter().any(|(start, end)| {
            let mut from = *start;
            for (other_start, other_end) in unless {
                if *other_start <= from && from < *other_end {
                    from = *other_end;
                }
            }
            from < *end
        })
    }
}

/// Condition leaves in classes: leaves that no formula in question tells apart are one atom. Asserting one leaf of an
/// atom is as good as asserting any other, so what a request might assert further is a set of atoms.
#[derive(Debug, Clone, Default)]
pub(crate) struct Atoms {
    leaves: Vec<LeafSet>,
    masks: BTreeMap<Formula, Bits>,
}

impl Atoms {
    /// The atoms of some formulas. Leaves of none of them belong to no atom.
    pub(crate) fn of(formulas: &Formulas, used: &BTreeSet<Formula>) -> Self {
        let mut bounds: Vec<u32> = used
            .iter()
            .flat_map(|formula| formulas.ranges(*formula))
            .flat_map(|(start, end)| [*start, *end])
            .collect();
        bounds.sort_unstable();
        bounds.dedup();
        let mut signatures = vec![Bits::default(); bounds.len()];
        for (local, formula) in used.iter().enumerate() {
            for (start, end) in formulas.ranges(*formula) {
                let from = bounds.partition_point(|bound| bound < start);
                let to = bounds.partition_point(|bound| bound < end);
                for signature in &mut signatures[from..to] {
                    signature.insert(local);
                }
            }
        }
        // Numbered by first leaf, so that nothing depends on which formulas are asked about first.
        let mut numbers: BTreeMap<&Bits, usize> = BTreeMap::new();
        let mut parts: Vec<Vec<LeafSet>> = Vec::new();
        let mut masks: Vec<Bits> = vec![Bits::default(); used.len()];
        for (signature, bound) in signatures.iter().zip(bounds.windows(2)) {
            if signature.is_empty() {
                continue;
            }
            let number = *numbers.entry(signature).or_insert(parts.len());
            if number == parts.len() {
                parts.push(Vec::new());
                for local in signature.iter() {
                    masks[local].insert(number);
                }
            }
            parts[number].push(LeafSet::range(bound[0], bound[1]));
        }
        Self {
            leaves: parts.iter().map(LeafSet::union_all).collect(),
            masks: used.iter().copied().zip(masks).collect(),
        }
    }

    /// The atoms that make the formula hold; none of a formula that was not asked about.
    pub(crate) fn mask(&self, formula: Formula) -> Bits {
        self.masks.get(&formula).cloned().unwrap_or_default()
    }

    /// The atoms that leaves belong to.
    pub(crate) fn of_leaves(&self, leaves: &[u32]) -> Bits {
        self.with(|set| leaves.iter().any(|leaf| set.contains(*leaf)))
    }

    /// The atoms that some of these leaves belong to.
    pub(super) fn of_set(&self, leaves: &LeafSet) -> Bits {
        self.with(|set| set.intersects(leaves))
    }

    /// The atoms whose leaves are all among these.
    pub(super) fn below(&self, leaves: &LeafSet) -> Bits {
        self.with(|set| set.is_subset(leaves))
    }

    fn with(&self, wanted: impl Fn(&LeafSet) -> bool) -> Bits {
        (0..self.leaves.len())
            .filter(|atom| wanted(&self.leaves[*atom]))
            .collect()
    }

    /// The leaves of every atom.
    pub(crate) fn all(&self) -> &[LeafSet] {
        &self.leaves
    }

    /// The leaves of an atom.
    pub(crate) fn leaves(&self, atom: usize) -> &LeafSet {
        &self.leaves[atom]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(leaves: &[u32]) -> LeafSet {
        leaves.iter().copied().collect()
    }

    #[test]
    fn leaves_that_no_formula_tells_apart_are_one_atom() {
        let mut builder = FormulaBuilder::default();
        let consent = builder.add(&set(&[0, 1]));
        let explicit = builder.add(&set(&[1]));
        assert_eq!(builder.add(&set(&[0, 1])), consent);
        let unused = builder.add(&set(&[5]));
        let formulas = builder.finish(&DutyByLaw::default());

        let both = Atoms::of(&formulas, &BTreeSet::from([consent, explicit]));
        assert_eq!(both.mask(consent), Bits::from_iter([0, 1]));
        assert_eq!(both.mask(explicit), Bits::from_iter([1]));
        assert_eq!(both.leaves(1), &set(&[1]));
        assert_eq!(both.of_leaves(&[1, 5]), Bits::from_iter([1]));
        assert!(both.mask(unused).is_empty());

        let one = Atoms::of(&formulas, &BTreeSet::from([consent]));
        assert_eq!(one.leaves(0), &set(&[0, 1]));
    }

    #[test]
    fn an_empty_formula_never_holds() {
        let mut builder = FormulaBuilder::default();
        let nothing = builder.add(&LeafSet::empty());
        assert!(!builder.finish(&DutyByLaw::default()).holds(nothing, &[0, 1, 2]));
    }
}
