//! Pairing by words: the same, then similar ones.

use std::borrow::Cow;
use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use super::matcher::Matcher;
use super::shingles::Index;
use super::side::{Side, last_name};
use crate::diff::units::UnitKind;

/// A shorter text says too little to be recognised at another place.
const RECOGNISABLE: usize = 8;
/// How alike texts must be, per mille, to be one text that was changed: in the same place, and at another.
const ALIKE_IN_PLACE: u32 = 350;
const ALIKE_ELSEWHERE: u32 = 600;
/// A text of which so much stands in another grew or shrank.
const MOSTLY_WITHIN: u32 = 800;
/// Texts that have so few neighbours are compared with all of them, others with those at about their place.
const FEW: usize = 12;
const NEAR: usize = 4;

impl Matcher<'_> {
    /// The same words under units that are one, those with the same contents first: the first with the first, the second
    /// with the second.
    pub(super) fn same_words_in_place(&mut self) {
        for new in 0..self.new.units.len() {
            if let Some(old) = self.units.old_of[new] {
                self.in_turn(old, new, |side, unit| Some(side.texts.trees[unit]));
                self.in_turn(old, new, |side, unit| {
                    (side.units[unit].kind != UnitKind::Clause).then_some(side.texts.ids[unit])
                });
            }
        }
    }

    /// Pairs what stands under two units by a key, in turn.
    fn in_turn(&mut self, old: usize, new: usize, key: impl Fn(&Side<'_>, usize) -> Option<u32>) {
        let mut waiting: FxHashMap<u32, VecDeque<usize>> = FxHashMap::default();
        for &child in &self.old.children[old] {
            if self.units.new_of[child].is_none()
                && let Some(key) = key(&self.old, child)
            {
                waiting.entry(key).or_default().push_back(child);
            }
        }
        if waiting.is_empty() {
            return;
        }
        for index in 0..self.new.children[new].len() {
            let child = self.new.children[new][index];
            if self.units.old_of[child].is_none()
                && let Some(key) = key(&self.new, child)
                && let Some(other) = waiting.get_mut(&key).and_then(VecDeque::pop_front)
            {
                self.bind(other, child);
            }
        }
    }

    /// The same words anywhere, where they stand once on either side.
    pub(super) fn same_words_elsewhere(&mut self) {
        let mut seen: FxHashMap<u32, (Vec<usize>, Vec<usize>)> = FxHashMap::default();
        for unit in 0..self.old.units.len() {
            if self.units.new_of[unit].is_none() && self.old.key(unit).chars().count() >= RECOGNISABLE {
                seen.entry(self.old.texts.ids[unit]).or_default().0.push(unit);
            }
        }
        let mut order = Vec::new();
        for unit in 0..self.new.units.len() {
            if self.units.old_of[unit].is_none()
                && let Some((_, new)) = seen.get_mut(&self.new.texts.ids[unit])
            {
                new.push(unit);
                order.push(self.new.texts.ids[unit]);
            }
        }
        for id in order {
            if let Some((old, new)) = seen.get(&id)
                && let ([old], [new]) = (old.as_slice(), new.as_slice())
            {
                self.bind(*old, *new);
            }
        }
    }

    /// Similar words under units that are one.
    pub(super) fn similar_in_place(&mut self) {
        for parent in 0..self.new.units.len() {
            let Some(old_parent) = self.units.old_of[parent] else {
                continue;
            };
            let free = |units: &[usize], partner: &[Option<usize>]| -> Vec<usize> {
                units.iter().copied().filter(|unit| partner[*unit].is_none()).collect()
            };
            let old = free(&self.old.children[old_parent], &self.units.new_of);
            let new = free(&self.new.children[parent], &self.units.old_of);
            let mut found = Vec::new();
            for (place, &unit) in new.iter().enumerate() {
                // Where it would stand on the other side if changes were spread evenly.
                let middle = place * old.len() / new.len();
                let window = if old.len() <= FEW {
                    0..old.len()
                } else {
                    middle.saturating_sub(NEAR)..(middle + NEAR + 1).min(old.len())
                };
                for &other in old.get(window).unwrap_or(&[]) {
                    if self.old.class(other) != self.new.class(unit)
                        || self.old.is_slot(other) != self.new.is_slot(unit)
                    {
                        continue;
                    }
                    let (a, b) = self.bigrams(other, unit);
                    if a.len() <= 1 || b.len() <= 1 {
                        continue;
                    }
                    let alike = a.alike(b);
                    let grown = a.within(b).max(b.within(a)) >= MOSTLY_WITHIN && a.len().min(b.len()) >= RECOGNISABLE;
                    let wanted = match self.bear_other_names(other, unit) {
                        true => ALIKE_ELSEWHERE,
                        false => ALIKE_IN_PLACE,
                    };
                    if alike >= wanted || grown {
                        found.push((alike, other, unit));
                    }
                }
            }
            self.bind_best(found);
        }
    }

    /// Similar words anywhere.
    pub(super) fn similar_elsewhere(&mut self) {
        let mut index = Index::default();
        for unit in 0..self.old.units.len() {
            if self.units.new_of[unit].is_none() && self.old.key(unit).chars().count() >= RECOGNISABLE {
                index.add(unit, self.old.key(unit));
            }
        }
        let mut found = Vec::new();
        for unit in 0..self.new.units.len() {
            if self.units.old_of[unit].is_some() || self.new.key(unit).chars().count() < RECOGNISABLE {
                continue;
            }
            for other in index.candidates(self.new.key(unit)) {
                if self.old.class(other) == self.new.class(unit) {
                    let (a, b) = self.bigrams(other, unit);
                    let alike = a.alike(b);
                    if alike >= ALIKE_ELSEWHERE {
                        found.push((alike, other, unit));
                    }
                }
            }
        }
        self.bind_best(found);
    }

    /// Whether two units are clauses to which their editors gave names, and not the same: then they are one only if they are
    /// much alike.
    pub(super) fn bear_other_names(&self, old: usize, new: usize) -> bool {
        let name = |side: &Side<'_>, unit: usize| {
            let clause = side.units[unit].clause?;
            last_name(side.document.clause(clause).name.as_deref()).map(Cow::into_owned)
        };
        let both = name(&self.old, old).zip(name(&self.new, new));
        both.is_some_and(|(old, new)| old != new)
    }

    /// Pairs what is most alike first; among equals what stands first.
    fn bind_best(&mut self, mut found: Vec<(u32, usize, usize)>) {
        found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, old, new) in found {
            self.bind(old, new);
        }
    }
}
