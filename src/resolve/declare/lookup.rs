//! What a name means among what was gathered, as seen from a clause.

use super::gathering::Gathering;
use crate::characters;
use crate::document::ClauseId;
use crate::resolve::clauses::{Scope, ends_in};
use crate::syntax::ast::Path;
use crate::vocabulary::Dimension;

impl Gathering<'_, '_> {
    pub(super) fn find(&self, dimension: Dimension, path: &Path, scope: Scope) -> Option<usize> {
        self.find_name(dimension, &path.text(), scope)
    }

    /// What a name means, as seen from a clause.
    pub(super) fn find_name(&self, dimension: Dimension, name: &str, scope: Scope) -> Option<usize> {
        let text = characters::key(name).into_owned();
        let mut at = scope;
        while let Some(clause) = at {
            if let Some(index) = self.tables.get(&(dimension, Some(clause), text.clone())) {
                return Some(*index);
            }
            at = self.outline.clause(clause).parent;
        }
        if let Some(index) = self.tables.get(&(dimension, None, text.clone())) {
            return Some(*index);
        }
        // A name seen from outside its clause; the clause may be given without the chapters it stands in.
        let Some((clause, local)) = text.rsplit_once('.') else {
            return self.first_local.get(&(dimension, text)).copied();
        };
        let last = clause.rsplit('.').next().unwrap_or(clause);
        let homes = self.clauses.get(last).into_iter().flatten();
        let homes = homes.filter(|home| ends_in(&self.outline.clause(**home).anchor, clause));
        homes
            .filter_map(|home| self.tables.get(&(dimension, Some(*home), local.to_owned())))
            .min()
            .copied()
    }

    /// The clauses by the last part of their paths, and of the names declared in them, which concept comes first.
    pub(super) fn index_locals(&mut self) {
        let outline = self.outline;
        for (index, clause) in outline.clauses.iter().enumerate() {
            let last = clause.anchor.rsplit('.').next().unwrap_or(&clause.anchor);
            let last = characters::key(last).into_owned();
            self.clauses.entry(last).or_default().push(ClauseId(index as u32));
        }
        for (index, pending) in self.pending.iter().enumerate() {
            if pending.scope.is_some() && !pending.concept.anonymous {
                let name = &pending.concept.name;
                let local = name.rsplit('.').next().unwrap_or(name);
                let key = (pending.dimension, characters::key(local).into_owned());
                self.first_local.entry(key).or_insert(index);
            }
        }
    }
}
