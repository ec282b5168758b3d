//! The steps that pair the units of two documents, from the surest to the least sure, and what comes out.

use rustc_hash::FxHashMap;

use super::by_name::last_name;
use super::divided::{self, Divided};
use super::shingles::Bigrams;
use super::side::Side;
use super::{Links, Pairing, order};
use crate::diff::units::Unit;
use crate::document::ClauseId;

const ROUNDS: usize = 3;

/// Two documents while they are paired. Which of them is the older plays no part.
pub(super) struct Matcher<'a> {
    pub(super) old: Side<'a>,
    pub(super) new: Side<'a>,
    pub(super) units: Links,
    pub(super) clauses: Links,
    old_bigrams: Vec<Option<Bigrams>>,
    new_bigrams: Vec<Option<Bigrams>>,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(old: Side<'a>, new: Side<'a>) -> Self {
        let links = |old: usize, new: usize| Links {
            new_of: vec![None; old],
            old_of: vec![None; new],
        };
        Self {
            units: links(old.units.len(), new.units.len()),
            clauses: links(old.document.clauses.len(), new.document.clauses.len()),
            old_bigrams: vec![None; old.units.len()],
            new_bigrams: vec![None; new.units.len()],
            old,
            new,
        }
    }

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

    pub(super) fn is_free(&self, old: usize, new: usize) -> bool {
        self.units.new_of[old].is_none() && self.units.old_of[new].is_none()
    }

    /// Pairs two units, and the clauses they are.
    pub(super) fn bind(&mut self, old: usize, new: usize) {
        if !self.is_free(old, new) {
            return;
        }
        self.units.new_of[old] = Some(new);
        self.units.old_of[new] = Some(old);
        if let (Some(old), Some(new)) = (self.old.units[old].clause, self.new.units[new].clause) {
            self.bind_clauses(old, new);
        }
    }

    pub(super) fn bind_clauses(&mut self, old: ClauseId, new: ClauseId) {
        let (old, new) = (old.0 as usize, new.0 as usize);
        if self.clauses.new_of[old].is_none() && self.clauses.old_of[new].is_none() {
            self.clauses.new_of[old] = Some(new);
            self.clauses.old_of[new] = Some(old);
        }
    }

    pub(super) fn bind_shown(&mut self, old: ClauseId, new: ClauseId) {
        self.bind_clauses(old, new);
        if self.clauses.old_of[new.0 as usize] == Some(old.0 as usize)
            && let (Some(old), Some(new)) = (self.old.shown[old.0 as usize], self.new.shown[new.0 as usize])
        {
            self.bind(old, new);
        }
    }

    pub(super) fn bigrams(&mut self, old: usize, new: usize) -> (&Bigrams, &Bigrams) {
        let old_text = &self.old.texts.keys[old];
        let new_text = &self.new.texts.keys[new];
        (
            self.old_bigrams[old].get_or_insert_with(|| Bigrams::new(old_text)),
            self.new_bigrams[new].get_or_insert_with(|| Bigrams::new(new_text)),
        )
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
