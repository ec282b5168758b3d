//! The steps that pair the units of two documents, from the surest to the least sure.

use rustc_hash::FxHashMap;

use super::divided::{self, Divided};
use super::shingles::{Bigrams, Index};
use super::texts::Texts;
use super::{Links, Pairing, order};
use crate::diff::units::{Class, Unit, UnitKind};
use crate::document::{ClauseId, Document};

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
const ROUNDS: usize = 3;
/// The title of a slot whose number is kept.
const RETIRED: &str = "削除";

/// One of the two documents.
pub(super) struct Side<'a> {
    document: &'a Document,
    pub(super) units: &'a [Unit<'a>],
    texts: Texts,
    /// By unit: what stands directly under it.
    children: Vec<Vec<usize>>,
    /// By clause: the unit that shows it.
    shown: Vec<Option<usize>>,
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

    /// Which of two sides comes first, whatever they are called.
    pub(super) fn rank(&self) -> (usize, &[String]) {
        (self.units.len(), &self.texts.keys)
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

    fn is_slot(&self, unit: usize) -> bool {
        self.units[unit].kind == UnitKind::Heading && self.key(unit) == RETIRED
    }
}

/// Two documents while they are paired. Which of them is the older plays no part.
pub(super) struct Matcher<'a> {
    pub(super) old: Side<'a>,
    pub(super) new: Side<'a>,
    pub(super) units: Links,
    clauses: Links,
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
    fn bind(&mut self, old: usize, new: usize) {
        if !self.is_free(old, new) {
            return;
        }
        self.units.new_of[old] = Some(new);
        self.units.old_of[new] = Some(old);
        if let (Some(old), Some(new)) = (self.old.units[old].clause, self.new.units[new].clause) {
            self.bind_clauses(old, new);
        }
    }

    fn bind_clauses(&mut self, old: ClauseId, new: ClauseId) {
        let (old, new) = (old.0 as usize, new.0 as usize);
        if self.clauses.new_of[old].is_none() && self.clauses.old_of[new].is_none() {
            self.clauses.new_of[old] = Some(new);
            self.clauses.old_of[new] = Some(old);
        }
    }

    fn bind_shown(&mut self, old: ClauseId, new: ClauseId) {
        self.bind_clauses(old, new);
        if self.clauses.old_of[new.0 as usize] == Some(old.0 as usize)
            && let (Some(old), Some(new)) = (self.old.shown[old.0 as usize], self.new.shown[new.0 as usize])
        {
            self.bind(old, new);
        }
    }

    /// A name is an identity.
    fn by_name(&mut self) {
        let mut named: FxHashMap<&str, usize> = FxHashMap::default();
        for (index, clause) in self.old.document.clauses.iter().enumerate() {
            if let Some(name) = &clause.name {
                named.entry(name).or_insert(index);
            }
        }
        let pairs: Vec<(usize, usize)> = self
            .new
            .document
            .clauses
            .iter()
            .enumerate()
            .filter_map(|(new, clause)| Some((*named.get(clause.name.as_deref()?)?, new)))
            .collect();
        for (old, new) in pairs {
            self.bind_shown(ClauseId(old as u32), ClauseId(new as u32));
        }
    }

    /// The same last name in clauses that are one: 取得.窓口 and 情報の取得.窓口 when 取得 was renamed.
    fn by_last_name(&mut self) {
        let mut named: FxHashMap<(Option<usize>, &str), usize> = FxHashMap::default();
        for (index, clause) in self.old.document.clauses.iter().enumerate() {
            if let (None, Some(name)) = (self.clauses.new_of[index], last_name(clause.name.as_deref())) {
                named
                    .entry((clause.parent.map(|parent| parent.0 as usize), name))
                    .or_insert(index);
            }
        }
        for new in 0..self.new.document.clauses.len() {
            let clause = &self.new.document.clauses[new];
            let (None, Some(name)) = (self.clauses.old_of[new], last_name(clause.name.as_deref())) else {
                continue;
            };
            let parent = match clause.parent {
                None => None,
                Some(parent) => match self.clauses.old_of[parent.0 as usize] {
                    Some(old) => Some(old),
                    None => continue,
                },
            };
            if let Some(old) = named.get(&(parent, name)) {
                self.bind_shown(ClauseId(*old as u32), ClauseId(new as u32));
            }
        }
    }

    /// The same words under units that are one: the first with the first, the second with the second.
    fn same_words_in_place(&mut self) {
        for new in 0..self.new.units.len() {
            let Some(old) = self.units.old_of[new] else { continue };
            let mut waiting: FxHashMap<u32, std::collections::VecDeque<usize>> = FxHashMap::default();
            for &child in &self.old.children[old] {
                if self.units.new_of[child].is_none() && self.old.units[child].kind != UnitKind::Clause {
                    waiting.entry(self.old.texts.ids[child]).or_default().push_back(child);
                }
            }
            if waiting.is_empty() {
                continue;
            }
            for index in 0..self.new.children[new].len() {
                let child = self.new.children[new][index];
                if self.units.old_of[child].is_some() {
                    continue;
                }
                let id = self.new.texts.ids[child];
                if let Some(other) = waiting.get_mut(&id).and_then(std::collections::VecDeque::pop_front) {
                    self.bind(other, child);
                }
            }
        }
    }

    /// The same words anywhere, where they stand once on either side.
    fn same_words_elsewhere(&mut self) {
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

    /// A unit is what the most of what stands under it stood under.
    fn by_contents(&mut self) {
        for new in (0..self.new.units.len()).rev() {
            if self.units.old_of[new].is_some() || self.new.children[new].is_empty() {
                continue;
            }
            let mut votes: Vec<(usize, u64)> = Vec::new();
            for &child in &self.new.children[new] {
                if let Some(parent) = self.units.old_of[child].and_then(|old| self.old.units[old].parent)
                    && self.units.new_of[parent].is_none()
                    && self.old.class(parent) == self.new.class(new)
                {
                    votes.push((parent, self.new.weight(child)));
                }
            }
            votes.sort_unstable();
            let tally = votes.chunk_by(|a, b| a.0 == b.0);
            let tally = tally.map(|same| (same[0].0, same.iter().map(|(_, weight)| weight).sum::<u64>()));
            // The first of the heaviest.
            let best = tally.fold(None, |best: Option<(usize, u64)>, next| match best {
                Some(best) if best.1 >= next.1 => Some(best),
                _ => Some(next),
            });
            if let Some((old, weight)) = best
                && weight * 2 >= self.new.weight(new).min(self.old.weight(old))
            {
                self.bind(old, new);
            }
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

    /// Similar words under units that are one.
    fn similar_in_place(&mut self) {
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
                    if alike >= ALIKE_IN_PLACE || grown {
                        found.push((alike, other, unit));
                    }
                }
            }
            self.bind_best(found);
        }
    }

    /// Similar words anywhere.
    fn similar_elsewhere(&mut self) {
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

    /// Pairs what is most alike first; among equals what stands first.
    fn bind_best(&mut self, mut found: Vec<(u32, usize, usize)>) {
        found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, old, new) in found {
            self.bind(old, new);
        }
    }

    /// What stands alone between the same neighbours, where the place says what it is: parts without words of their own, a
    /// table, a slot that was emptied, a heading with its number.
    fn by_place(&mut self) {
        for parent in 0..self.new.units.len() {
            let Some(old_parent) = self.units.old_of[parent] else {
                continue;
            };
            // Free units by the paired sibling they follow.
            let mut gaps: FxHashMap<(Option<usize>, Class), Vec<usize>> = FxHashMap::default();
            let mut after = None;
            for &child in &self.old.children[old_parent] {
                match self.units.new_of[child] {
                    Some(_) => after = Some(child),
                    None => gaps.entry((after, self.old.class(child))).or_default().push(child),
                }
            }
            let mut pairs = Vec::new();
            let mut after = None;
            let mut open: FxHashMap<(Option<usize>, Class), Vec<usize>> = FxHashMap::default();
            let mut order = Vec::new();
            for &child in &self.new.children[parent] {
                match self.units.old_of[child] {
                    Some(old) => after = Some(old),
                    None => {
                        let place = (after, self.new.class(child));
                        let waiting = open.entry(place).or_default();
                        if waiting.is_empty() {
                            order.push(place);
                        }
                        waiting.push(child);
                    }
                }
            }
            for place in order {
                if let (Some(old), Some(new)) = (gaps.get(&place), open.get(&place)) {
                    pairs.extend(
                        old.iter()
                            .zip(new)
                            .filter(|_| old.len() == new.len())
                            .map(|(a, b)| (*a, *b)),
                    );
                }
            }
            for (old, new) in pairs {
                if self.is_told_by_place(old, new) {
                    self.bind(old, new);
                }
            }
        }
    }

    fn is_told_by_place(&self, old: usize, new: usize) -> bool {
        let (a, b) = (&self.old.units[old], &self.new.units[new]);
        if self.old.is_slot(old) != self.new.is_slot(new) {
            return a.kind == b.kind;
        }
        matches!(
            (a.kind, b.kind),
            (UnitKind::Clause, UnitKind::Clause)
                | (UnitKind::Table, UnitKind::Table)
                | (UnitKind::Columns, UnitKind::Columns)
                | (UnitKind::Contents, UnitKind::Contents)
        )
    }

    /// Clauses that no unit shows: by their place among the hidden ones of the same clause.
    fn hidden_clauses(&mut self) {
        type Place = (Option<usize>, &'static str, usize);
        let mut waiting: FxHashMap<Place, usize> = FxHashMap::default();
        let mut counts: FxHashMap<(Option<usize>, &'static str), usize> = FxHashMap::default();
        for (index, clause) in self.old.document.clauses.iter().enumerate() {
            if self.old.shown[index].is_none() && self.clauses.new_of[index].is_none() {
                let place = (clause.parent.map(|parent| parent.0 as usize), clause.keyword);
                let count = counts.entry(place).or_default();
                waiting.insert((place.0, place.1, *count), index);
                *count += 1;
            }
        }
        let mut counts: FxHashMap<(Option<usize>, &'static str), usize> = FxHashMap::default();
        for index in 0..self.new.document.clauses.len() {
            let clause = &self.new.document.clauses[index];
            if self.new.shown[index].is_some() || self.clauses.old_of[index].is_some() {
                continue;
            }
            let parent = match clause.parent.map(|parent| self.clauses.old_of[parent.0 as usize]) {
                None => None,
                Some(Some(old)) => Some(old),
                Some(None) => continue,
            };
            let place = (parent, clause.keyword);
            let count = counts.entry(place).or_default();
            if let Some(old) = waiting.get(&(place.0, place.1, *count)) {
                self.bind_clauses(ClauseId(*old as u32), ClauseId(index as u32));
            }
            *count += 1;
        }
    }

    fn result(self, divided: Divided) -> Pairing {
        let moved_units = self.moved(&divided);
        let mut moved_clauses = vec![false; self.new.document.clauses.len()];
        for (unit, moved) in self.new.units.iter().zip(&moved_units) {
            if let Some(clause) = unit.clause.filter(|_| *moved) {
                moved_clauses[clause.0 as usize] = true;
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

fn last_name(name: Option<&str>) -> Option<&str> {
    name.map(|name| name.rsplit('.').next().unwrap_or(name))
}
