//! What happened to a unit beside a change of its words.

use std::collections::BTreeMap;

use super::Remark;
use super::sides::Sides;
use crate::diff::pairing::Division;
use crate::diff::units::{Unit, UnitKind};
use crate::document::{Document, Part};

/// Where the unit stood, if it moved.
pub(super) fn moved(sides: &Sides<'_>, old: usize, new: usize) -> Remark {
    let before = sides.old_units[old].parent.unwrap_or(0);
    let after = sides.new_units[new].parent.unwrap_or(0);
    let from =
        (sides.pairing.new_unit(before) != Some(after)).then(|| heading(sides.old.document, &sides.old_units, before));
    let number = sides.old_units[old]
        .clause
        .and_then(|clause| sides.old.document.clause(clause).number.as_ref());
    Remark::Moved {
        from,
        number: number.map(|number| number.full.clone()),
    }
}

/// The nearest enclosing heading, as a reference names it; the title of the document if there is none.
fn heading(document: &Document, units: &[Unit<'_>], unit: usize) -> String {
    let mut at = Some(unit);
    while let Some(index) = at {
        let unit = &units[index];
        let words = match (unit.kind, unit.clause) {
            (UnitKind::Heading, Some(clause)) => document.reference(clause, Part::Full),
            (UnitKind::Group | UnitKind::Table, _) => unit
                .cells
                .first()
                .map(|title| document.plain(title))
                .unwrap_or_default(),
            _ => String::new(),
        };
        if !words.trim().is_empty() {
            return words;
        }
        at = unit.parent;
    }
    document.title.clone()
}

/// Headings that came from another, by new unit, and headings that went into another, by old unit.
#[derive(Debug, Default)]
pub(super) struct Divisions {
    pub(super) split_off: BTreeMap<usize, usize>,
    pub(super) merged_into: BTreeMap<usize, usize>,
}

impl Divisions {
    pub(super) fn new(sides: &Sides<'_>) -> Self {
        let others = |divisions: &[Division<usize>], partner: &dyn Fn(usize) -> Option<usize>| {
            let pairs = divisions.iter().flat_map(|division| {
                let parts = division.parts.iter();
                parts
                    .map(|part| (*part, division.whole))
                    .filter(|(part, _)| partner(*part).is_none())
            });
            pairs.collect()
        };
        Self {
            split_off: others(sides.pairing.unit_splits(), &|part| sides.pairing.old_unit(part)),
            merged_into: others(sides.pairing.unit_merges(), &|part| sides.pairing.new_unit(part)),
        }
    }

    pub(super) fn of_new(&self, sides: &Sides<'_>, new: usize) -> Option<Remark> {
        let whole = *self.split_off.get(&new)?;
        Some(Remark::SplitOff(heading(sides.old.document, &sides.old_units, whole)))
    }

    pub(super) fn of_old(&self, sides: &Sides<'_>, old: usize) -> Option<Remark> {
        let whole = *self.merged_into.get(&old)?;
        Some(Remark::MergedInto(heading(sides.new.document, &sides.new_units, whole)))
    }
}
