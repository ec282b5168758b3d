//! The steps that pair the units of two documents, from the surest to the least sure, and what comes out.

use rustc_hash::FxHashMap;

use super::divided::{self, Divided};
use super::links::Pairing;
use super::matcher::Matcher;
use super::order;
use super::side::last_name;
use crate::diff::units::Unit;
use crate::document::ClauseId;

const ROUNDS: usize = 3;

impl Matcher<'_> {
    pub(super) fn finish(mut self) -> Pairing {
        self.bind(0, 0);
        self.by_name();
        self.same_words_in_place();
        self.same_words_elsewhere();
        for round in 0..ROUNDS {
            let before = self.count();
            self.by_contents();
            self.by_last_name();
            self.same_words_in_place();
            self.similar_in_place();
            if round == 0 {
                self.similar_elsewhere();
            }
            self.by_place();
            if self.count() == before {
                break;
            }
        }
        self.hidden_clauses();
        let divided = divided::find(&mut self);
        self.result(divided)
    }

    fn count(&self) -> usize {
        self.units.new_of.iter().flatten().count()
    }

    fn result(self, divided: Divided) -> Pairing {
        let moved_units = self.moved(&divided);
        let mut moved_clauses = vec![false; self.new.document.clauses.len()];
        for (new, old) in self
            .units
            .old_of
            .iter()
            .enumerate()
            .filter(|(new, _)| moved_units[*new])
        {
            let clauses = old.and_then(|old| self.old.units[old].clause.zip(self.new.units[new].clause));
            if let Some((old, new)) = clauses {
                let (old, new) = (old.0 as usize, new.0 as usize);
                moved_clauses[new] = self.clauses.old_of[new] == Some(old);
            }
        }
        let mut renamed = Vec::new();
        for (new, old) in self.clauses.old_of.iter().enumerate() {
            let Some(old) = old else { continue };
            let (a, b) = (&self.old.document.clauses[*old], &self.new.document.clauses[new]);
            let (a, b) = (a.name.as_deref(), b.name.as_deref());
            if a.is_some() && b.is_some() && last_name(a) != last_name(b) {
                renamed.push((ClauseId(*old as u32), ClauseId(new as u32)));
            }
        }
        let (splits, merges) = divided.clauses(&self);
        Pairing {
            moved_clauses,
            moved_units,
            renamed,
            splits,
            merges,
            unit_splits: divided.splits,
            unit_merges: divided.merges,
            clauses: self.clauses,
            units: self.units,
        }
    }

    /// By new unit: whether it moved.
    fn moved(&self, divided: &Divided) -> Vec<bool> {
        let old_home = homes(self.old.units, &self.units.new_of);
        let new_home = homes(self.new.units, &self.units.old_of);
        let mut moved = vec![false; self.new.units.len()];
        let mut together: FxHashMap<usize, Vec<(usize, usize)>> = FxHashMap::default();
        let mut order = Vec::new();
        for (new, old) in self.units.old_of.iter().enumerate().skip(1) {
            let Some(old) = *old else { continue };
            let (from, to) = (old_home[old], new_home[new]);
            if self.units.old_of[to] == Some(from) {
                let group = together.entry(to).or_default();
                if group.is_empty() {
                    order.push(to);
                }
                group.push((old, new));
            } else {
                let (from, to) = (self.old.units[old].parent, self.new.units[new].parent);
                moved[new] = !divided.relates(from.unwrap_or(0), to.unwrap_or(0));
            }
        }
        for home in order {
            let Some(group) = together.get(&home) else { continue };
            let places: Vec<usize> = group.iter().map(|(old, _)| *old).collect();
            let weights: Vec<u64> = group.iter().map(|(_, new)| self.new.weight(*new)).collect();
            for ((_, new), jumped) in group.iter().zip(order::moved(&places, &weights)) {
                moved[*new] = jumped;
            }
        }
        moved
    }
}

/// By unit: the innermost unit it stands in that has a partner.
pub(super) fn homes(units: &[Unit<'_>], partner: &[Option<usize>]) -> Vec<usize> {
    let mut homes = vec![0; units.len()];
    for (index, unit) in units.iter().enumerate().skip(1) {
        let parent = unit.parent.unwrap_or(0);
        homes[index] = if partner[parent].is_some() {
            parent
        } else {
            homes[parent]
        };
    }
    homes
}
