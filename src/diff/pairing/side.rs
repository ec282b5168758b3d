//! One of the two documents while they are paired.

use std::borrow::Cow;

use super::texts::Texts;
use crate::characters::key;
use crate::diff::units::{Class, Unit, UnitKind};
use crate::document::{Document, RETIRED};

/// One of the two documents.
pub(super) struct Side<'a> {
    pub(super) document: &'a Document,
    pub(super) units: &'a [Unit<'a>],
    pub(super) texts: Texts,
    /// By unit: what stands directly under it.
    pub(super) children: Vec<Vec<usize>>,
    /// By clause: the unit that shows it.
    pub(super) shown: Vec<Option<usize>>,
}

impl<'a> Side<'a> {
    pub(super) fn new(document: &'a Document, units: &'a [Unit<'a>], texts: Texts) -> Self {
        let mut children = vec![Vec::new(); units.len()];
        let mut shown = vec![None; document.clauses.len()];
        for (index, unit) in units.iter().enumerate() {
            if let Some(parent) = unit.parent {
                children[parent].push(index);
            }
            if let Some(slot) = unit.clause.and_then(|clause| shown.get_mut(clause.0 as usize)) {
                *slot = Some(index);
            }
        }
        Self {
            document,
            units,
            texts,
            children,
            shown,
        }
    }

    /// Which of two sides comes first, whatever they are called. Sides of one rank are alike in all that pairing looks at.
    pub(super) fn rank(&self) -> impl Ord + use<'_, 'a> {
        let names = self.document.clauses.iter();
        let names: Vec<_> = names
            .map(|clause| (&clause.name, clause.parent, clause.keyword))
            .collect();
        let shape = self.units.iter().map(|unit| (unit.kind, unit.parent, unit.clause));
        (self.units.len(), &self.texts.keys, shape.collect::<Vec<_>>(), names)
    }

    pub(super) fn key(&self, unit: usize) -> &str {
        &self.texts.keys[unit]
    }

    pub(super) fn class(&self, unit: usize) -> Class {
        self.units[unit].kind.class()
    }

    pub(super) fn children(&self, unit: usize) -> &[usize] {
        &self.children[unit]
    }

    pub(super) fn weight(&self, unit: usize) -> u64 {
        self.texts.weights[unit]
    }

    pub(super) fn is_slot(&self, unit: usize) -> bool {
        self.units[unit].kind == UnitKind::Heading && self.key(unit) == RETIRED
    }
}

/// The name of a clause within the clause it stands in, as names are compared.
pub(super) fn last_name(name: Option<&str>) -> Option<Cow<'_, str>> {
    name.map(|name| key(name.rsplit('.').next().unwrap_or(name)))
}
