//! From what was gathered to the four graphs: attributes, parents, and purposes that a reference to a clause contains.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::gathering::Gathering;
use super::places;
use super::report;
use crate::characters;
use crate::document::ClauseId;
use crate::resolve::clauses::choose_clause;
use crate::resolve::context::Context;
use crate::resolve::declared::Declared;
use crate::resolve::kinds::SCOPE;
use crate::syntax::ast::{Inline, MeaningItem, Path, Statement};
use crate::vocabulary::{Attribute, Concept, ConceptId, Dimension, Graph, Origin, is_individual_number};

impl Gathering<'_, '_> {
    pub(super) fn finish(mut self, context: &mut Context<'_>) -> Option<Declared> {
        let ids = self.ids();
        let mut parents: Vec<Vec<ConceptId>> = vec![Vec::new(); self.pending.len()];
        for (index, parents) in parents.iter_mut().enumerate() {
            let pending = &self.pending[index];
            if let Some(inside) = pending.inside
                && self.pending[inside].dimension == pending.dimension
            {
                parents.push(ids[inside]);
            }
            parents.extend(pending.below.iter().map(|outer| ids[*outer]));
            if let Some(statement) = pending.statement {
                let (attributes, more) = self.attributes(index, statement, &ids, context);
                parents.extend(more);
                let countries = match self.pending[index].dimension {
                    Dimension::Party => places::read(statement, context),
                    _ => Vec::new(),
                };
                let concept = &mut self.pending[index].concept;
                concept.attributes.extend(attributes);
                concept.countries = countries;
            }
        }
        self.set_numbers_apart(&mut parents, context);
        self.covered_purposes(&ids, &mut parents, context);
        let mut concepts: HashMap<Dimension, Vec<Concept>> = HashMap::new();
        for (pending, parents) in self.pending.into_iter().zip(parents) {
            let concept = Concept {
                parents,
                ..pending.concept
            };
            concepts.entry(pending.dimension).or_default().push(concept);
        }
        let places = concepts.get_mut(&Dimension::Party).map(places::add).unwrap_or_default();
        let mut graph = |dimension| {
            let concepts = concepts.remove(&dimension).unwrap_or_default();
            let names: Vec<(String, Origin)> = concepts.iter().map(|c| (c.name.clone(), c.origin)).collect();
            Graph::build(dimension, concepts)
                .map_err(|cycle| report::cycle(&cycle.0, &names, context))
                .ok()
        };
        let (data, parties) = (graph(Dimension::Data), graph(Dimension::Party));
        let (purposes, conditions) = (graph(Dimension::Purpose), graph(Dimension::Condition));
        let by_id = |index: &usize| ids[*index];
        Some(Declared {
            data: data?,
            parties: parties?,
            purposes: purposes?,
            conditions: conditions?,
            routes: self.routes,
            tables: (self.tables.into_iter())
                .map(|(key, index)| (key, by_id(&index)))
                .chain(places)
                .collect(),
            of_statement: (self.of_statement.into_iter())
                .map(|(span, index)| (span, by_id(&index)))
                .collect(),
            conditions_of: self
                .conditions_of
                .iter()
                .map(|(span, indices)| (*span, indices.iter().map(by_id).collect()))
                .collect(),
            route_of: self.route_of,
            period_of: (self.period_of.into_iter())
                .map(|(span, period)| (span, period.settled(&ids)))
                .collect(),
            operator: self.operator.as_ref().map(by_id),
            containers: self.containers,
        })
    }

    /// What is said of personal information in general is not said of 個人番号: it lies below nothing.
    fn set_numbers_apart(&self, parents: &mut [Vec<ConceptId>], context: &mut Context<'_>) {
        for (pending, parents) in self.pending.iter().zip(parents) {
            if pending.dimension != Dimension::Data || !is_individual_number(&pending.concept) {
                continue;
            }
            parents.clear();
            if let Some(name) = pending.statement.and_then(|statement| statement.name.as_ref()) {
                report::number_set_apart(&name.text, name.span, context);
            }
        }
    }

    /// The id each pending concept has in its graph.
    fn ids(&self) -> Vec<ConceptId> {
        let mut counts: HashMap<Dimension, u32> = HashMap::new();
        self.pending
            .iter()
            .map(|pending| {
                let count = counts.entry(pending.dimension).or_insert(0);
                *count += 1;
                ConceptId(*count)
            })
            .collect()
    }

    /// What ［］ of a declaration says: attributes, further categories it lies below.
    fn attributes(
        &mut self,
        index: usize,
        statement: &Statement,
        ids: &[ConceptId],
        context: &mut Context<'_>,
    ) -> (Vec<Attribute>, Vec<ConceptId>) {
        let (mut attributes, mut parents) = (Vec::new(), Vec::new());
        let dimension = self.pending[index].dimension;
        for item in statement.meaning_items() {
            match item {
                MeaningItem::Name(path) => {
                    let text = path.text();
                    let attribute = Attribute::ALL.iter().find(|attribute| {
                        attribute.word() == characters::key(&text) && attribute.dimension() == dimension
                    });
                    if let Some(attribute) = attribute {
                        attributes.push(*attribute);
                    } else if let Some(parent) = self.find(dimension, path, self.pending[index].scope) {
                        parents.push(ids[parent]);
                        self.containers.push((dimension, ids[parent], path.clone()));
                    } else if !context.is_excused(&text) {
                        self.unknown_attribute(dimension, path, context);
                    }
                }
                // A party whose country is named is a party abroad.
                item if dimension == Dimension::Party && places::is_about_country(item) => {
                    attributes.push(Attribute::Foreign);
                }
                // What was consented to is read when all names are known.
                MeaningItem::Pair(key, _) if dimension == Dimension::Condition && key.text == SCOPE => {}
                item => report::no_attribute(dimension, item.span(), context),
            }
        }
        (attributes, parents)
    }

    fn unknown_attribute(&self, dimension: Dimension, path: &Path, context: &mut Context<'_>) {
        let text = path.text();
        let attributes = Attribute::ALL
            .iter()
            .filter(|attribute| attribute.dimension() == dimension)
            .map(|attribute| attribute.word());
        let names = self
            .pending
            .iter()
            .filter(|pending| pending.dimension == dimension && pending.scope.is_none())
            .map(|pending| pending.concept.name.as_str());
        let meant = context
            .suggestions
            .nearest(&text, || attributes.chain(names))
            .map(str::to_owned);
        report::unknown_attribute(&text, dimension, path.span, meant.as_deref(), context);
    }

    /// A purpose whose wording refers to a clause contains the purposes that clause declares:
    /// 「{提供章}に定める提供」.
    fn covered_purposes(&self, ids: &[ConceptId], parents: &mut [Vec<ConceptId>], context: &mut Context<'_>) {
        // The purposes declared in each clause, its parts included.
        let mut declared: FxHashMap<ClauseId, Vec<usize>> = FxHashMap::default();
        for (index, local) in self.pending.iter().enumerate() {
            if local.dimension != Dimension::Purpose || local.inside.is_some() {
                continue;
            }
            let mut at = local.scope;
            while let Some(clause) = at {
                declared.entry(clause).or_default().push(index);
                at = self.outline.clause(clause).parent;
            }
        }
        let mut contained = 0;
        for (index, pending) in self.pending.iter().enumerate() {
            let Some(statement) = pending.statement.filter(|_| pending.dimension == Dimension::Purpose) else {
                continue;
            };
            let references = statement.wordings.iter().flat_map(|w| w.paragraphs.iter().flatten());
            for inline in references {
                let Inline::Reference(path) = inline else { continue };
                let text = characters::key(&path.text()).into_owned();
                let last = text.rsplit('.').next().unwrap_or(&text);
                let named = |id: &&ClauseId| self.outline.clause(**id).name.is_some();
                let candidates = self.clauses.get(last).into_iter().flatten().filter(named);
                let candidates: Vec<ClauseId> = candidates.copied().collect();
                let Ok(covered) = choose_clause(self.outline, &candidates, &text, None) else {
                    continue;
                };
                let inside = declared.get(&covered).map_or(&[][..], Vec::as_slice);
                contained += inside.len();
                if contained > MOST_CONTAINED {
                    context.report(report::too_much_contained(MOST_CONTAINED, path.span));
                    return;
                }
                for &other in inside.iter().filter(|other| **other != index) {
                    parents[other].push(ids[index]);
                }
            }
        }
    }
}

/// How often in all purposes may lie under other purposes by reference to a clause.
const MOST_CONTAINED: usize = 1_000_000;
