//! Both documents of a table.

use super::atoms::{Of, Reader};
use crate::diff::pairing::Pairing;
use crate::diff::units::{Unit, UnitKind, units};
use crate::document::{Document, RETIRED};

/// Both documents.
pub(super) struct Sides<'a> {
    pub(super) old: Reader<'a>,
    pub(super) new: Reader<'a>,
    pub(super) old_units: Vec<Unit<'a>>,
    pub(super) new_units: Vec<Unit<'a>>,
    pub(super) pairing: &'a Pairing,
    pub(super) old_depths: Vec<usize>,
    pub(super) new_depths: Vec<usize>,
}

impl<'a> Sides<'a> {
    pub(super) fn new(old: &'a Document, new: &'a Document, pairing: &'a Pairing) -> Self {
        let (old_units, new_units) = (units(old), units(new));
        let reader = |document, side| Reader {
            document,
            pairing,
            side,
        };
        Self {
            old: reader(old, Of::Old),
            new: reader(new, Of::New),
            old_depths: depths(&old_units),
            new_depths: depths(&new_units),
            old_units,
            new_units,
            pairing,
        }
    }

    /// The new unit that the nearest enclosing old unit with a partner became.
    pub(super) fn kept_ancestor(&self, old: usize) -> Option<usize> {
        let mut at = self.old_units[old].parent;
        while let Some(unit) = at {
            if let Some(new) = self.pairing.new_unit(unit) {
                return Some(new);
            }
            at = self.old_units[unit].parent;
        }
        None
    }

    /// A unit moved if it did, or if the wordless clause did that it stands in as before.
    pub(super) fn is_moved(&self, new: usize) -> bool {
        let mut at = new;
        loop {
            if self.pairing.is_unit_moved(at) {
                return true;
            }
            let before = self.pairing.old_unit(at).and_then(|old| self.old_units[old].parent);
            match self.new_units[at].parent.zip(before) {
                Some((parent, before))
                    if is_wordless(&self.new_units[parent])
                        && is_wordless(&self.old_units[before])
                        && self.pairing.old_unit(parent) == Some(before) =>
                {
                    at = parent;
                }
                _ => return false,
            }
        }
    }

    pub(super) fn is_slot(&self, new: usize) -> bool {
        let unit = &self.new_units[new];
        let title = unit.cells.first().filter(|_| unit.kind == UnitKind::Heading);
        title.is_some_and(|title| self.new.document.plain(title).trim() == RETIRED)
    }
}

/// By unit: how many units with words it stands under, the title aside.
fn depths(units: &[Unit<'_>]) -> Vec<usize> {
    let mut depths = vec![0; units.len()];
    for (index, unit) in units.iter().enumerate().skip(1) {
        let parent = unit.parent.unwrap_or(0);
        let silent = parent == 0 || is_wordless(&units[parent]);
        depths[index] = depths[parent] + usize::from(!silent);
    }
    depths
}

/// Whether a unit shows nothing itself.
pub(super) fn is_wordless(unit: &Unit<'_>) -> bool {
    unit.kind == UnitKind::Clause || unit.kind == UnitKind::Table && unit.cells.iter().all(|cell| cell.is_empty())
}
