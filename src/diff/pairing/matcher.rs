//! Two documents while their units are paired.

use super::links::Links;
use super::shingles::Bigrams;
use super::side::Side;
use crate::document::ClauseId;

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
}
