//! Pairing by place: by what stands under a unit, and by its neighbours.

use rustc_hash::FxHashMap;

use super::matcher::Matcher;
use crate::diff::units::{Class, UnitKind};

/// How alike texts must be, per mille, to be one written anew where nothing else stands between the same neighbours.
const ALIKE_ALONE: u32 = 220;

impl Matcher<'_> {
    /// A unit is what the most of what stands under it stood under.
    pub(super) fn by_contents(&mut self) {
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

    /// What stands alone between the same neighbours, where the place says what it is: parts without words of their own, a
    /// table, a slot that was emptied, a heading with its number.
    pub(super) fn by_place(&mut self) {
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
                if let (Some(old), Some(new)) = (gaps.get(&place), open.get(&place))
                    && old.len() == new.len()
                {
                    pairs.extend(old.iter().zip(new).map(|(a, b)| (*a, *b, old.len() == 1)));
                }
            }
            for (old, new, alone) in pairs {
                if self.is_told_by_place(old, new) || alone && self.is_rewritten(old, new) {
                    self.bind(old, new);
                }
            }
        }
    }

    /// Whether a text could be another written anew.
    fn is_rewritten(&mut self, old: usize, new: usize) -> bool {
        let says_something = matches!(self.new.class(new), Class::Text | Class::Other(UnitKind::Row));
        let same_kind = says_something && self.old.units[old].kind == self.new.units[new].kind;
        let other_names = self.bear_other_names(old, new);
        let (a, b) = self.bigrams(old, new);
        same_kind && !other_names && a.len() > 1 && a.alike(b) >= ALIKE_ALONE
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
}
