//! `data.json`: the policy as tables to look things up in.

use std::collections::{BTreeMap, BTreeSet};

use super::classes::Classes;
use super::json::{self, Class, Set};
use crate::norm::{Act, AnyOf, Norm, Processing, Rank};
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, DutyByLaw, Graph, Leaf, LeafSet};

/// The name of what contains everything.
const TOP: &str = "*";

/// The tables of a policy.
pub(super) fn data(policy: &Policy, digest: &str) -> json::Data {
    let vocabulary = &policy.vocabulary;
    let links = links(policy);
    let excepted: Vec<LeafSet> = match links.is_empty() {
        true => vec![LeafSet::empty(); policy.norms.len()],
        false => policy
            .norms
            .iter()
            .map(|norm| norm.excepted_data(&vocabulary.data))
            .collect(),
    };
    let scopes = |scope: fn(&Norm) -> &LeafSet| policy.norms.iter().map(scope);
    let covered = scopes(|norm| &norm.data.leaves);
    let told_apart = covered.chain(&excepted).chain(links.iter().map(|link| link.from));
    let data = Side::new(&vocabulary.data, told_apart);
    let parties = Side::new(&vocabulary.parties, scopes(|norm| &norm.parties.leaves));
    let purposes = Side::new(&vocabulary.purposes, scopes(|norm| &norm.purposes.leaves));

    let duty = DutyByLaw::of(&vocabulary.conditions);
    let mut groups = Groups::default();
    let linkings = links.iter().map(|link| link.table(&links, &mut groups)).collect();
    let norms = policy
        .norms
        .iter()
        .zip(&excepted)
        .map(|(norm, excepted)| json::Norm {
            parties: parties.set(&norm.parties.leaves),
            purposes: purposes.set(&norm.purposes.leaves),
            except: data.set(excepted),
            ..self::norm(policy, norm, &mut groups)
        })
        .collect();
    json::Data {
        format: json::FORMAT.to_owned(),
        digest: digest.to_owned(),
        acts: acts(policy),
        states: Processing::ALL
            .into_iter()
            .map(|state| (state.english(), state.strength()))
            .collect(),
        conditions: groups.of_conditions(&vocabulary.conditions),
        kinds: kinds(&vocabulary.conditions),
        duty: below(&vocabulary.conditions, &duty.leaves),
        names_duty: groups.numbers.keys().any(|asked| duty.is_named_by(asked)),
        routes: vocabulary
            .routes
            .iter()
            .map(|route| (route.name.clone(), true))
            .collect(),
        route_order: vocabulary.routes.iter().map(|route| route.name.clone()).collect(),
        linkings,
        linked: linked(&data, &links),
        candidates: candidates(policy, &data),
        norms,
        data: data.table(),
        parties: parties.table(),
        purposes: purposes.table(),
    }
}

/// A graph with its leaves in classes.
struct Side<'p> {
    graph: &'p Graph,
    classes: Classes,
}

impl<'p> Side<'p> {
    fn new<'s>(graph: &'p Graph, sets: impl IntoIterator<Item = &'s LeafSet>) -> Self {
        let classes = Classes::build(graph.leaf_count(), sets);
        Self { graph, classes }
    }

    /// The class whose first leaf this is.
    fn class(&self, first: u32) -> Class {
        name(self.graph, self.graph.leaf_concept(first))
    }

    fn set(&self, leaves: &LeafSet) -> Set {
        let firsts = self.classes.firsts_in(leaves).into_iter();
        firsts.map(|first| (self.class(first), true)).collect()
    }

    fn table(&self) -> json::Dimension {
        let concepts = (0..=self.graph.len() as u32).map(ConceptId);
        // A concept of the policy's own goes before the rest that would have its name.
        let rests = self.graph.rests().map(|(rest, _)| rest);
        let rests = rests.filter(|rest| self.graph.find(&self.graph.get(*rest).name).is_none());
        json::Dimension {
            names: concepts
                .chain(rests)
                .map(|id| {
                    let ranges = self.graph.leaves_of(id).ranges().iter();
                    (
                        name(self.graph, id),
                        ranges.map(|(start, end)| [*start, end - 1]).collect(),
                    )
                })
                .collect(),
            leaves: (0..self.graph.leaf_count() as u32)
                .map(|leaf| match self.graph.leaf(leaf) {
                    Leaf::Concept(id) => json::Leaf::Concept(name(self.graph, id)),
                    Leaf::Rest(id) => json::Leaf::Rest {
                        rest_of: name(self.graph, id),
                    },
                })
                .collect(),
            classes: self.classes.first_of_each().map(|first| self.class(first)).collect(),
        }
    }
}

fn name(graph: &Graph, id: ConceptId) -> String {
    match id {
        ConceptId::TOP => TOP.to_owned(),
        id => graph.get(id).name.clone(),
    }
}

/// The party of a request that names none: the operator for an act it does alone, else every party.
fn acts(policy: &Policy) -> BTreeMap<&'static str, json::Act> {
    let operator = policy.metadata.operator.as_ref().map(|operator| operator.party);
    Act::ALL
        .iter()
        .map(|act| {
            let party = operator.filter(|_| !act.has_other_party()).unwrap_or(ConceptId::TOP);
            let party = name(&policy.vocabulary.parties, party);
            (act.english(), json::Act { party })
        })
        .collect()
}

/// The groups of conditions that are asked for, each once.
#[derive(Default)]
struct Groups {
    numbers: BTreeMap<LeafSet, u32>,
}

impl Groups {
    fn number(&mut self, any: &AnyOf) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(any.leaves.clone()).or_insert(next)
    }

    /// Asserting a concept asserts its own leaf and no more.
    fn of_conditions(&self, graph: &Graph) -> BTreeMap<String, Vec<u32>> {
        let mut of_leaves: Vec<Vec<u32>> = vec![Vec::new(); graph.leaf_count()];
        for (leaves, number) in &self.numbers {
            for leaf in leaves.iter() {
                of_leaves[leaf as usize].push(*number);
            }
        }
        of_leaves.iter_mut().for_each(|groups| groups.sort_unstable());
        graph
            .iter()
            .map(|(id, concept)| {
                let own = graph.own_leaf(id).first();
                let groups = own.map(|leaf| of_leaves[leaf as usize].clone());
                (concept.name.clone(), groups.unwrap_or_default())
            })
            .collect()
    }
}

/// The names of the conditions whose own leaves are among these.
fn below(graph: &Graph, leaves: &LeafSet) -> Set {
    let below = graph.iter().filter(|(id, _)| graph.own_leaf(*id).intersects(leaves));
    below.map(|(_, concept)| (concept.name.clone(), true)).collect()
}

/// Per condition that others are kinds of: itself and these, in the order of declaration.
fn kinds(graph: &Graph) -> BTreeMap<String, Vec<String>> {
    let categories = graph.iter().filter(|(id, _)| !graph.children(*id).is_empty());
    categories
        .map(|(outer, concept)| {
            let below = graph.iter().filter(|(id, _)| graph.contains(outer, *id));
            (concept.name.clone(), below.map(|(_, kind)| kind.name.clone()).collect())
        })
        .collect()
}

/// A linking that leads somewhere.
struct Link<'p> {
    from: &'p LeafSet,
    to: u32,
    when: &'p [AnyOf],
}

fn links(policy: &Policy) -> Vec<Link<'_>> {
    let graph = &policy.vocabulary.data;
    // Linked to the top element: there already.
    let linkings = policy.vocabulary.linkings.iter();
    linkings
        .filter(|linking| linking.to != ConceptId::TOP)
        .filter_map(|linking| {
            let to = graph.own_leaf(linking.to).first()?;
            Some(Link {
                from: graph.leaves_of(linking.from),
                to,
                when: &linking.when,
            })
        })
        .collect()
}

impl Link<'_> {
    fn table(&self, all: &[Self], groups: &mut Groups) -> json::Linking {
        json::Linking {
            to: self.to,
            when: numbers(self.when, groups),
            next: starting_at(all, self.to),
        }
    }
}

fn starting_at(links: &[Link<'_>], leaf: u32) -> Vec<u32> {
    let numbers = 0..links.len() as u32;
    numbers
        .filter(|number| links[*number as usize].from.contains(leaf))
        .collect()
}

fn linked(data: &Side<'_>, links: &[Link<'_>]) -> BTreeMap<Class, json::Linked> {
    let firsts = data.classes.firsts().iter();
    firsts
        .filter_map(|first| {
            let linkings = starting_at(links, *first);
            (!linkings.is_empty()).then(|| {
                let first = *first;
                (data.class(first), json::Linked { first, linkings })
            })
        })
        .collect()
}

fn numbers(all: &[AnyOf], groups: &mut Groups) -> Vec<u32> {
    let distinct: BTreeSet<u32> = all.iter().map(|any| groups.number(any)).collect();
    distinct.into_iter().collect()
}

fn candidates(policy: &Policy, data: &Side<'_>) -> BTreeMap<&'static str, BTreeMap<Class, Vec<u32>>> {
    let mut candidates: BTreeMap<&'static str, BTreeMap<Class, Vec<u32>>> = BTreeMap::new();
    for (number, norm) in policy.norms.iter().enumerate() {
        for first in data.classes.firsts_in(&norm.data.leaves) {
            for act in norm.acts.iter() {
                let of_act = candidates.entry(act.english()).or_default();
                of_act.entry(data.class(first)).or_default().push(number as u32);
            }
        }
    }
    candidates
}

/// A norm, its sets of leaves apart.
fn norm(policy: &Policy, norm: &Norm, groups: &mut Groups) -> json::Norm {
    let refuses = norm.effect.refuses();
    let strength = norm.processing.strength();
    let anchor = |clause: &_| policy.document.clause(*clause).anchor.clone();
    let unless = &norm.unless.conditions;
    json::Norm {
        key: norm.key.clone(),
        refuses,
        strictness: if refuses { 2 } else { 0 },
        rank: u8::from(norm.rank == Rank::Rider),
        weakest: if refuses { 0 } else { strength },
        strongest: if refuses { strength } else { Processing::STRONGEST },
        parties: Set::new(),
        purposes: Set::new(),
        routes: norm.routes.as_ref().map(|routes| {
            let names = routes
                .iter()
                .map(|route| policy.vocabulary.routes[*route as usize].name.clone());
            names.map(|name| (name, true)).collect()
        }),
        requires: numbers(&norm.requires, groups),
        unless: (!unless.leaves.is_empty()).then(|| groups.number(unless)),
        except: Set::new(),
        ordered: !norm.unless.clauses.is_empty() || !norm.priority_over.is_empty(),
        clause: anchor(&norm.provenance.clause),
        within: policy
            .document
            .path(norm.provenance.clause)
            .iter()
            .map(|clause| (anchor(clause), true))
            .collect(),
        gives_way_to: norm.unless.clauses.iter().map(anchor).collect(),
        goes_before: norm.priority_over.iter().map(anchor).collect(),
    }
}
