//! Paragraphs that were divided or united: one row for all parts.

use std::collections::{BTreeMap, BTreeSet};

use super::sides::{Sides, is_wordless};
use crate::diff::pairing::Division;
use crate::diff::units::{Class, Unit};

/// Paragraphs that were divided or united, by the unit they are shown at.
#[derive(Default)]
pub(super) struct Texts {
    /// Whole and parts by new unit: the first of the parts.
    pub(super) splits: BTreeMap<usize, Division<usize>>,
    /// By new unit: the whole.
    pub(super) merges: BTreeMap<usize, Division<usize>>,
    /// Units that are shown with another, old and new.
    pub(super) old_taken: BTreeSet<usize>,
    pub(super) new_taken: BTreeSet<usize>,
}

impl Texts {
    pub(super) fn new(sides: &Sides<'_>) -> Self {
        let is_text = |units: &[Unit<'_>], unit: usize| units[unit].kind.class() == Class::Text;
        let mut texts = Self::default();
        for split in sides.pairing.unit_splits() {
            let Some(partner) = sides.pairing.new_unit(split.whole) else {
                continue;
            };
            // The row of all parts is that of the whole and its partner: without words on either side there is none.
            if is_wordless(&sides.new_units[partner]) {
                continue;
            }
            let whole_is_free = is_text(&sides.old_units, split.whole) && !texts.old_taken.contains(&split.whole);
            if whole_is_free && split.parts.iter().all(|part| !texts.new_taken.contains(part)) {
                texts
                    .new_taken
                    .extend(split.parts.iter().filter(|part| **part != partner));
                texts.old_taken.insert(split.whole);
                texts.splits.insert(partner, split.clone());
            }
        }
        for merge in sides.pairing.unit_merges() {
            let whole_is_free = is_text(&sides.new_units, merge.whole)
                && !texts.new_taken.contains(&merge.whole)
                && !texts.splits.contains_key(&merge.whole);
            let Some(partner) = sides.pairing.old_unit(merge.whole) else {
                continue;
            };
            if is_wordless(&sides.old_units[partner]) {
                continue;
            }
            if whole_is_free && merge.parts.iter().all(|part| !texts.old_taken.contains(part)) {
                texts
                    .old_taken
                    .extend(merge.parts.iter().filter(|part| **part != partner));
                texts.merges.insert(merge.whole, merge.clone());
            }
        }
        texts
    }
}
