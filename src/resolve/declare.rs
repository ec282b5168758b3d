//! Pass 3: what is declared. Gathers the concepts of the four vocabularies, then builds the graphs.
//!
//! A statement declares by its name. Inside a clause, a purpose or condition without a name and without ［］ is a
//! reference where its wording is exactly that of a declared one, and declares an anonymous one otherwise.

mod gathered_period;
mod gathering;
mod graphs;
mod lookup;
mod periods;
mod places;
mod report;
mod unnamed;

use self::gathering::{Gathering, Place};
use super::clauses::Scope;
use super::context::Context;
use super::declared::Declared;
use super::kinds::is_clause_of_acts;
use super::outline::Outline;
use super::sentences::facts::Kind;
use crate::characters;
use crate::keyword::Keyword;
use crate::syntax::ast::{Statement, statements};
use crate::vocabulary::{BUILT_IN_CONDITIONS, Concept, Dimension, FORMER_NAMES, Origin, Route};

/// Gathers all declarations. `None` when a containment is cyclic: nothing after can be judged.
pub(super) fn declare<'a>(outline: &Outline<'a>, context: &mut Context<'a>) -> Option<Declared> {
    let mut gathering = Gathering::new(outline);
    gathering.built_in();
    let files = context.files;
    for statement in files.iter().flat_map(|(_, file)| statements(&file.items)) {
        let place = Place {
            parent: Keyword::Unknown,
            scope: None,
            inside: None,
        };
        gathering.walk(statement, place, context);
    }
    gathering.settle_unnamed(context);
    gathering.implied_parties();
    gathering.former_names();
    gathering.index_locals();
    gathering.settle_periods(context);
    gathering.finish(context)
}

impl<'a> Gathering<'a, '_> {
    fn built_in(&mut self) {
        for condition in BUILT_IN_CONDITIONS {
            let mut concept = Concept::new(condition.name, Origin::BuiltIn);
            concept.labels = std::iter::once(condition.name)
                .chain(condition.aliases.iter().copied())
                .map(str::to_owned)
                .collect();
            let key = |name: &str| (Dimension::Condition, None, characters::key(name).into_owned());
            let inside = condition
                .kind_of
                .and_then(|outer| self.tables.get(&key(outer)).copied());
            self.add(Dimension::Condition, None, inside, concept, None);
        }
    }

    /// A condition is known by the name that it had, in ［］ and in wording, unless the policy has one of that name.
    fn former_names(&mut self) {
        for former in FORMER_NAMES {
            let key = |name: &str| (Dimension::Condition, None, characters::key(name).into_owned());
            let Some(now) = self.tables.get(&key(former.now)).copied() else {
                continue;
            };
            match self.tables.contains_key(&key(former.name)) {
                true => self.pending[now].concept.labels.retain(|label| label != former.name),
                false => {
                    self.tables.insert(key(former.name), now);
                }
            }
        }
    }

    fn walk(&mut self, statement: &'a Statement, place: Place, context: &mut Context<'_>) {
        let mut inner = Place {
            parent: statement.kind,
            ..place
        };
        match statement.kind {
            Keyword::Test | Keyword::Unknown => return,
            Keyword::Data => inner.inside = self.named(Dimension::Data, None, place, statement, context),
            Keyword::Party => inner.inside = self.named(Dimension::Party, None, place, statement, context),
            Keyword::Condition => {
                let scope = if place.parent == Keyword::Cases {
                    place.scope
                } else {
                    None
                };
                inner.inside = self.condition(scope, place, statement, context);
            }
            Keyword::Purpose => inner.inside = self.purpose(place, statement, context),
            Keyword::Examples => {}
            Keyword::Route => {
                self.route(place, statement, context);
                inner.inside = None;
            }
            Keyword::Operator => self.operator(statement, context),
            Keyword::Period => self.periods.push((place.scope, statement)),
            kind => {
                inner.inside = None;
                if is_clause_of_acts(kind) || kind == Keyword::Rider {
                    inner.scope = self.outline.clause_of(statement).or(place.scope);
                }
            }
        }
        for child in statement.children() {
            let inside = if continues(statement.kind, child.kind) {
                inner.inside
            } else {
                None
            };
            self.walk(child, Place { inside, ..inner }, context);
        }
    }

    fn condition(
        &mut self,
        scope: Scope,
        place: Place,
        statement: &'a Statement,
        context: &mut Context<'_>,
    ) -> Option<usize> {
        let in_cases = place.parent == Keyword::Cases;
        if statement.name.is_none() || self.only_a_name(statement, in_cases) {
            let entry = in_cases && statement.meanings.is_empty();
            if entry {
                self.unnamed
                    .push((Dimension::Condition, scope, place.inside, statement));
            }
            return place.inside;
        }
        self.named(Dimension::Condition, scope, place, statement, context)
    }

    fn purpose(&mut self, place: Place, statement: &'a Statement, context: &mut Context<'_>) -> Option<usize> {
        let local = place.scope.is_some();
        if statement.name.is_some() && !self.only_a_name(statement, local) {
            return self.named(Dimension::Purpose, place.scope, place, statement, context);
        }
        let group = statement.wordings.is_empty() && statement.name.is_none();
        let heads_a_group = local && statement.body.is_some();
        if group || heads_a_group || !statement.meanings.is_empty() {
            return place.inside;
        }
        if local || statement.name.is_some() {
            self.unnamed
                .push((Dimension::Purpose, place.scope, place.inside, statement));
            return place.inside;
        }
        Some(self.anonymous(Dimension::Purpose, place.scope, place.inside, statement))
    }

    fn route(&mut self, place: Place, statement: &'a Statement, context: &mut Context<'_>) {
        let shown = !statement.wordings.is_empty() && (place.parent == Keyword::Route || statement.body.is_none());
        if statement.name.is_none() && !shown {
            return;
        }
        let name = match &statement.name {
            Some(name) => name.text.clone(),
            None => format!("経路 {}", self.routes.len() + 1),
        };
        let key = characters::key(&name);
        if let Some(first) = self.routes.iter().find(|route| characters::key(&route.name) == key) {
            let first = first.span;
            report::duplicate(&name, Kind::Route, statement.place(), first, context);
            return;
        }
        self.route_of.insert(statement.head, self.routes.len() as u32);
        self.routes.push(Route {
            label: self
                .labels(statement)
                .into_iter()
                .next()
                .unwrap_or_else(|| name.clone()),
            name,
            span: statement.place(),
        });
    }

    fn operator(&mut self, statement: &'a Statement, context: &mut Context<'_>) {
        let place = Place {
            parent: Keyword::Policy,
            scope: None,
            inside: None,
        };
        if self.operator.is_none() {
            self.operator = self.named(Dimension::Party, None, place, statement, context);
        }
    }
}

/// Whether what a child declares lies below what its parent statement declares.
fn continues(parent: Keyword, child: Keyword) -> bool {
    match parent {
        Keyword::Purpose | Keyword::Examples => matches!(child, Keyword::Purpose | Keyword::Examples),
        Keyword::Data | Keyword::Party | Keyword::Condition => child == parent,
        _ => false,
    }
}
