//! Unnamed purposes and conditions of clauses, and parties that nobody names: settled once all names are known.

use std::collections::HashMap;

use super::gathering::{Gathering, Place};
use crate::characters;
use crate::keyword::Keyword;
use crate::resolve::context::Context;
use crate::syntax::ast::{MeaningItem, Statement};
use crate::vocabulary::{Attribute, Concept, Dimension, Origin};
use crate::wording::fold::{fold, key};
use crate::wording::labels::Lexicon;

impl Gathering<'_, '_> {
    /// Unnamed purposes and conditions of clauses: references by exact wording, else anonymous declarations.
    pub(super) fn settle_unnamed(&mut self, context: &mut Context<'_>) {
        let mut by_label: HashMap<(Dimension, String), usize> = HashMap::new();
        for (index, pending) in self.pending.iter().enumerate() {
            if pending.scope.is_none() {
                for label in &pending.concept.labels {
                    by_label.entry((pending.dimension, key(label))).or_insert(index);
                }
            }
        }
        let conditions = self.condition_lexicon();
        for (dimension, scope, inside, statement) in std::mem::take(&mut self.unnamed) {
            if let Some(name) = &statement.name {
                let key = characters::key(&name.text).into_owned();
                match self.tables.get(&(dimension, None, key)) {
                    Some(index) => {
                        self.of_statement.insert(statement.head, *index);
                    }
                    None => {
                        let place = Place {
                            parent: Keyword::Unknown,
                            scope,
                            inside,
                        };
                        self.named(dimension, scope, place, statement, context);
                    }
                }
                continue;
            }
            let label = self.labels(statement).into_iter().next().unwrap_or_default();
            if let Some(index) = by_label.get(&(dimension, key(&label))) {
                self.of_statement.insert(statement.head, *index);
                continue;
            }
            // 「ご本人の同意を得た場合」 names 同意; only wording that names no condition declares one.
            let named = match dimension {
                Dimension::Condition => named_in(&conditions, &label),
                _ => Vec::new(),
            };
            if named.is_empty() {
                self.anonymous(dimension, scope, inside, statement);
            } else {
                self.conditions_of.insert(statement.head, named);
            }
        }
    }

    fn condition_lexicon(&self) -> Lexicon {
        let conditions = self
            .pending
            .iter()
            .enumerate()
            .filter(|(_, pending)| pending.dimension == Dimension::Condition && pending.scope.is_none());
        Lexicon::new(conditions.flat_map(|(index, pending)| {
            let concept = &pending.concept;
            std::iter::once(concept.name.as_str())
                .chain(concept.labels.iter().map(String::as_str))
                .map(move |label| (label, index as u32))
        }))
    }

    /// 委託 and 受託 speak of 委託先 and 委託元 where no party is marked as one.
    pub(super) fn implied_parties(&mut self) {
        for (keyword, name) in [(Keyword::Entrust, "委託先"), (Keyword::AcceptEntrustment, "委託元")] {
            let stated = self.outline.statements.iter().any(|statement| {
                statement.kind == keyword && statement.children_of(Keyword::Recipient).next().is_none()
            });
            let declared = self.tables.contains_key(&(Dimension::Party, None, name.to_owned()))
                || (keyword == Keyword::Entrust
                    && self.pending.iter().any(|pending| marks_processor(pending.statement)));
            if stated && !declared {
                let concept = Concept::new(name, Origin::BuiltIn);
                self.add(Dimension::Party, None, None, concept, None);
            }
        }
    }
}

fn named_in(lexicon: &Lexicon, label: &str) -> Vec<usize> {
    let folded = fold(label);
    let mut found: Vec<usize> = lexicon
        .scan(&folded)
        .flat_map(|matched| matched.ids.iter().map(|id| *id as usize))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn marks_processor(statement: Option<&Statement>) -> bool {
    statement.is_some_and(|statement| {
        statement.kind == Keyword::Party
            && statement
                .meaning_items()
                .any(|item| matches!(item, MeaningItem::Name(path) if characters::key(&path.text()) == Attribute::Processor.word()))
    })
}
