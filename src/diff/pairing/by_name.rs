//! Pairing by names, which are identities, and of clauses that show nothing themselves.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::matcher::Matcher;
use super::side::last_name;
use crate::characters::key;
use crate::document::ClauseId;

impl Matcher<'_> {
    /// A name is an identity.
    pub(super) fn by_name(&mut self) {
        let mut named: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
        for (index, clause) in self.old.document.clauses.iter().enumerate() {
            if let Some(name) = &clause.name {
                named.entry(key(name)).or_insert(index);
            }
        }
        let pairs: Vec<(usize, usize)> = self
            .new
            .document
            .clauses
            .iter()
            .enumerate()
            .filter_map(|(new, clause)| Some((*named.get(&key(clause.name.as_deref()?))?, new)))
            .collect();
        for (old, new) in pairs {
            self.bind_shown(ClauseId(old as u32), ClauseId(new as u32));
        }
    }

    /// The same last name in clauses that are one: 取得.窓口 and 情報の取得.窓口 when 取得 was renamed.
    pub(super) fn by_last_name(&mut self) {
        let mut named: FxHashMap<(Option<usize>, Cow<'_, str>), usize> = FxHashMap::default();
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

    /// Clauses that no unit shows: by their place among the hidden ones of the same clause.
    pub(super) fn hidden_clauses(&mut self) {
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
}
