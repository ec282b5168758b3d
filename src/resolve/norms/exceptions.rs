//! What the 但し of a prohibition permits: 「法令に基づく場合を除き、本人の同意なく提供しません」 says that it may be done with consent, and
//! where the law wants it.
//!
//! The permit has every scope of its prohibition and asks for one of the conditions. A clause named in 但し permits by itself.

use std::collections::BTreeSet;

use super::drafts::{Draft, Lifting, Norms};
use super::formulas;
use crate::document::ClauseId;
use crate::norm::{Act, ActSet, AnyOf, Effect, Processing, Scope};
use crate::resolve::meaning::{References, Resolver};
use crate::vocabulary::{Attribute, BUILT_IN_CONDITIONS, ConceptId, Dimension, Graph, LeafSet, excepted_by_article_27};

/// The condition under which only an institution may act, or receive (APPI articles 18(3)(v) and (vi), 27(1)(v) to (vii)).
pub(super) const RESEARCH: &str = "学術研究";

/// The condition of an act towards somebody whom no vocabulary knows: who succeeds to the business (APPI article 27(5)(ii)).
const SUCCESSION: &str = "事業承継";

/// Whom a condition lets the act be done with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    Anybody,
    Institutions,
    /// It lifts the prohibition and permits nothing.
    Nobody,
}

impl Resolver<'_, '_, '_, '_> {
    /// The permits that the conditions of a prohibition's 但し give.
    pub(super) fn exceptions(
        &self,
        act: Act,
        (prohibition, lifting): (&Draft, &Lifting),
        parties: &References,
        clause: Option<ClauseId>,
        norms: &Norms<'_>,
    ) -> Vec<Draft> {
        let cancels = |lifted: &AnyOf| {
            prohibition
                .requires
                .iter()
                .any(|any| any.leaves.is_subset(&lifted.leaves))
        };
        let cancelled = prohibition.unless.iter().all(cancels);
        // Who is admitted abroad is permitted by the clause that speaks of them.
        if act == Act::TransferAbroad || cancelled {
            return Vec::new();
        }
        let named = parties;
        let parties = self.excepted_parties(act, named, clause, norms);
        let granting = Granting::of(&self.names.declared.conditions, lifting);
        let institutions = match self.is_institution() {
            true => parties.clone(),
            false => self.institutions(act, &parties),
        };
        // Article 28 leaves to article 27(1) what that excepts: there a general name reaches those abroad as well.
        let abroad = self.beyond(act, named, &parties);
        let by_law = self.by_law(&granting.anybody);
        let institutions_abroad = match self.is_institution() {
            true => abroad.clone(),
            false => self.institutions(act, &abroad),
        };
        let here = [
            (granting.anybody, parties),
            (granting.institutions.clone(), institutions),
        ];
        let there = [(by_law, abroad), (granting.institutions, institutions_abroad)];
        (here.into_iter().chain(there))
            .filter(|(choices, _)| !choices.is_empty())
            .filter_map(|(choices, parties)| self.exception(prohibition, &choices, parties))
            .filter(reaches_something)
            .collect()
    }

    fn exception(&self, prohibition: &Draft, choices: &[Vec<ConceptId>], parties: Scope) -> Option<Draft> {
        let mut requires = prohibition.requires.clone();
        // What is too much for the prohibition was reported there.
        requires.extend(formulas::all_of(&self.names.declared.conditions, choices).ok()?);
        Some(Draft {
            effect: Effect::Permit,
            parties,
            processing: Processing::Raw,
            requires,
            unless: Vec::new(),
            gives_way_to: Vec::new(),
            exception: true,
            ..prohibition.clone()
        })
    }

    /// The parties as a permit reads them: what the operator does alone it does itself, and a general name reaches nobody
    /// abroad.
    fn excepted_parties(&self, act: Act, parties: &References, clause: Option<ClauseId>, norms: &Norms<'_>) -> Scope {
        match self.names.declared.operator {
            Some(operator) if !parties.stated && !act.has_other_party() => {
                let operator = References {
                    concepts: vec![operator],
                    stated: true,
                    ..References::default()
                };
                self.scope(operator, Vec::new(), Dimension::Party)
            }
            _ => self.permitted_parties(ActSet::single(act), parties.clone().into(), clause, norms),
        }
    }

    /// The parties of an act that a permit would not reach, because they are abroad.
    fn beyond(&self, act: Act, parties: &References, reached: &Scope) -> Scope {
        let all = self.scope(parties.clone(), Vec::new(), Dimension::Party);
        let leaves = match act.has_other_party() {
            true => all.leaves.difference(&reached.leaves),
            false => LeafSet::empty(),
        };
        Scope { leaves, ..all }
    }

    /// Those of some choices, or of the parts of one condition, under which the law excepts a provision (APPI article 27(1)). Of
    /// conditions that count only together one that the law excepts is enough: the others ask for more.
    fn by_law(&self, choices: &[Vec<ConceptId>]) -> Vec<Vec<ConceptId>> {
        let graph = &self.names.declared.conditions;
        let excepted = excepted_by_article_27(graph);
        let is_excepted = |id: ConceptId| graph.leaves_of(id).is_subset(&excepted);
        let mut found = Vec::new();
        for choice in choices {
            match choice.as_slice() {
                [one] => {
                    let mut stack = vec![*one];
                    while let Some(id) = stack.pop() {
                        match is_excepted(id) {
                            true => found.push(vec![id]),
                            false => stack.extend(graph.children(id)),
                        }
                    }
                }
                together if together.iter().any(|id| is_excepted(*id)) => found.push(together.to_vec()),
                _ => {}
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Those of some parties that are 学術研究機関等.
    fn institutions(&self, act: Act, parties: &Scope) -> Scope {
        let institutions = self.names.declared.parties.leaves_with(Attribute::AcademicInstitution);
        let leaves = match act.has_other_party() {
            true => parties.leaves.intersection(institutions),
            false => LeafSet::empty(),
        };
        Scope {
            leaves,
            ..parties.clone()
        }
    }

    /// Whether the operator is one itself.
    pub(super) fn is_institution(&self) -> bool {
        let graph = &self.names.declared.parties;
        let operator = self.names.declared.operator;
        operator.is_some_and(|id| graph.get(id).attributes.contains(&Attribute::AcademicInstitution))
    }
}

/// A permit of nothing is none: what is forbidden was empty already, or nobody is left whom it may be done with.
fn reaches_something(draft: &Draft) -> bool {
    let scopes = [&draft.data, &draft.parties, &draft.purposes];
    !scopes.iter().any(|scope| scope.leaves.is_empty())
        && !draft.requires.iter().any(|any| any.leaves.is_empty())
        && !draft.routes.as_ref().is_some_and(Vec::is_empty)
}

/// The conditions of a 但し by whom they let the act be done with.
#[derive(Debug, Default)]
struct Granting {
    anybody: Vec<Vec<ConceptId>>,
    institutions: Vec<Vec<ConceptId>>,
    seen: BTreeSet<ConceptId>,
}

impl Granting {
    fn of(conditions: &Graph, lifting: &Lifting) -> Self {
        let mut granting = Self::default();
        for choice in &lifting.choices {
            match choice.as_slice() {
                [id] => granting.add(conditions, *id),
                together => granting.add_together(conditions, together),
            }
        }
        granting
    }

    /// Conditions that lift only together let the act be done with those whom each of them would.
    fn add_together(&mut self, graph: &Graph, together: &[ConceptId]) {
        let reaches: Option<Vec<Reach>> = together.iter().map(|id| reach(graph, *id)).collect();
        // A category that holds conditions of several reaches has no parts to be taken by here.
        let Some(reaches) = reaches else { return };
        if reaches.contains(&Reach::Nobody) {
            return;
        }
        match reaches.contains(&Reach::Institutions) {
            true => self.institutions.push(together.to_vec()),
            false => self.anybody.push(together.to_vec()),
        }
    }

    /// A concept that contains conditions of another reach is taken by its parts.
    fn add(&mut self, graph: &Graph, id: ConceptId) {
        if !self.seen.insert(id) {
            return;
        }
        match reach(graph, id) {
            Some(Reach::Anybody) => self.anybody.push(vec![id]),
            Some(Reach::Institutions) => self.institutions.push(vec![id]),
            Some(Reach::Nobody) => {}
            None => {
                for part in graph.children(id) {
                    self.add(graph, *part);
                }
            }
        }
    }
}

/// The reach of a condition and of all in it; `None` where that is not one. A kind of consent counts as consent, whatever else
/// it is a kind of.
fn reach(graph: &Graph, id: ConceptId) -> Option<Reach> {
    let bounded = [(SUCCESSION, Reach::Nobody), (RESEARCH, Reach::Institutions)];
    let own = graph.own_leaf(id);
    let is_a = |name: &str| {
        graph
            .find(name)
            .is_some_and(|kind| own.is_subset(graph.leaves_of(kind)))
    };
    let holds_a = |name: &str| {
        let kinds = graph.find(name).map(|kind| graph.leaves_of(kind));
        kinds.is_some_and(|kinds| graph.leaves_of(id).intersects(kinds))
    };
    let is_bounded = |name: &str| bounded.iter().any(|(bound, _)| *bound == name);
    let known = BUILT_IN_CONDITIONS.iter().map(|condition| condition.name);
    if known.filter(|name| !is_bounded(name)).any(is_a) {
        return Some(Reach::Anybody);
    }
    match bounded.iter().find(|(bound, _)| is_a(bound)) {
        Some((_, reach)) => Some(*reach),
        None if bounded.iter().any(|(bound, _)| holds_a(bound)) => None,
        None => Some(Reach::Anybody),
    }
}
