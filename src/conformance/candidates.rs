//! Requests around one norm: where it decides, just outside of it, and with more or fewer conditions.

use std::collections::{BTreeMap, BTreeSet};

use crate::decide::{Decider, Request};
use crate::document::ClauseId;
use crate::norm::{Act, AnyOf, Norm, NormId, Processing};
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, Dimension, DutyByLaw, Graph, LeafSet};

/// How many names are tried inside of a norm in each dimension.
const INSIDE: usize = 5;
/// How many names are tried outside of a norm in each dimension.
const OUTSIDE: usize = 16;
/// How many sets of conditions are tried at each place.
const CONDITIONS: usize = 10;

/// How many norms are looked at that an order is declared with.
const OPPOSED: usize = 24;
/// How many names are tried in each dimension where two norms meet.
const MEETING: usize = 3;

/// What makes two requests the same.
pub(super) type Key = (
    Act,
    Vec<ConceptId>,
    ConceptId,
    ConceptId,
    Processing,
    Vec<ConceptId>,
    Option<u32>,
);

pub(super) fn key(request: &Request) -> Key {
    let mut conditions = request.conditions.clone();
    conditions.sort_unstable();
    conditions.dedup();
    (
        request.act,
        request.data.clone(),
        request.party,
        request.purpose,
        request.processing,
        conditions,
        request.route,
    )
}

/// One name for each class of leaves that the same norms and linkings speak of, in the order of the graph.
pub(super) struct Names {
    dimensions: [Vec<ConceptId>; 3],
}

impl Names {
    pub(super) fn of(policy: &Policy) -> Self {
        let vocabulary = &policy.vocabulary;
        let linkings = &vocabulary.linkings;
        let from: Vec<&LeafSet> = linkings.iter().map(|one| vocabulary.data.leaves_of(one.from)).collect();
        let excluded: Vec<LeafSet> = match linkings.is_empty() {
            true => Vec::new(),
            false => policy
                .norms
                .iter()
                .map(|norm| norm.excepted_data(&vocabulary.data))
                .collect(),
        };
        let data = policy.norms.iter().map(|norm| &norm.data.leaves);
        Self {
            dimensions: [
                classes(&vocabulary.data, data.chain(from).chain(&excluded)),
                classes(
                    &vocabulary.parties,
                    policy.norms.iter().map(|norm| &norm.parties.leaves),
                ),
                classes(
                    &vocabulary.purposes,
                    policy.norms.iter().map(|norm| &norm.purposes.leaves),
                ),
            ],
        }
    }

    fn inside(&self, policy: &Policy, dimension: Dimension, set: &LeafSet) -> Vec<ConceptId> {
        self.where_own_leaf(policy, dimension, |leaf| set.contains(leaf), INSIDE)
    }

    /// What nobody named first: nothing is further outside.
    fn outside(&self, policy: &Policy, dimension: Dimension, set: &LeafSet) -> Vec<ConceptId> {
        let graph = policy.vocabulary.graph(dimension);
        let other = graph.rest(ConceptId::TOP);
        let other = other.filter(|other| !graph.leaves_of(*other).intersects(set));
        let mut found: Vec<ConceptId> = other.into_iter().collect();
        let named = self.where_own_leaf(policy, dimension, |leaf| !set.contains(leaf), OUTSIDE);
        found.extend(named.into_iter().filter(|id| Some(*id) != other));
        found
    }

    fn where_own_leaf(
        &self,
        policy: &Policy,
        dimension: Dimension,
        fits: impl Fn(u32) -> bool,
        most: usize,
    ) -> Vec<ConceptId> {
        let graph = policy.vocabulary.graph(dimension);
        let names = self.dimensions[dimension as usize].iter().copied();
        let fitting = names.filter(|id| graph.own_leaf(*id).first().is_some_and(&fits));
        fitting.take(most).collect()
    }
}

/// The names whose own leaves stand for all leaves that the sets do not tell apart. Of several, one without children.
fn classes<'s>(graph: &Graph, sets: impl Iterator<Item = &'s LeafSet>) -> Vec<ConceptId> {
    let distinct: BTreeSet<&LeafSet> = sets.collect();
    let mut signatures: Vec<Vec<u32>> = vec![Vec::new(); graph.leaf_count()];
    for (number, set) in distinct.iter().enumerate() {
        for leaf in set.iter() {
            signatures[leaf as usize].push(number as u32);
        }
    }
    let mut found: BTreeMap<&[u32], ConceptId> = BTreeMap::new();
    for (leaf, signature) in signatures.iter().enumerate() {
        let id = graph.name_of_leaf(leaf as u32);
        let known = found.entry(signature).or_insert(id);
        if graph.is_rest_of(*known).is_some() && graph.is_rest_of(id).is_none() {
            *known = id;
        }
    }
    // A rest goes where the name stands that it is the rest of; what nobody named comes last.
    let place = |id: &ConceptId| match graph.is_rest_of(*id) {
        Some(ConceptId::TOP) => (true, *id),
        of => (false, of.unwrap_or(*id)),
    };
    let mut names: Vec<ConceptId> = found.into_values().collect();
    names.sort_by_key(place);
    names
}

/// The requests around a norm, the one that it decides first where there is one.
pub(super) fn around(policy: &Policy, names: &Names, decider: &Decider, id: NormId) -> Vec<Request> {
    let norm = &policy.norms[id.0 as usize];
    let Some(base) = base(policy, names, decider, id) else {
        return Vec::new();
    };
    let operator = policy.metadata.operator.is_some();
    let mut requests = all_around(policy, names, norm, base);
    // An act that the operator does alone has no party that a request could name, where the policy does not say who that is.
    for request in requests
        .iter_mut()
        .filter(|request| !operator && !request.act.has_other_party())
    {
        request.party = ConceptId::TOP;
    }
    requests
}

fn all_around(policy: &Policy, names: &Names, norm: &Norm, base: Request) -> Vec<Request> {
    let mut requests = Vec::new();
    for place in places(policy, names, norm, &base) {
        for processing in states(norm) {
            for conditions in conditions(policy, norm, &base.conditions) {
                let mut request = place.clone().processing(processing);
                request.conditions = conditions;
                requests.push(request);
            }
        }
    }
    let first = requests.iter().position(|request| *request == base).unwrap_or(0);
    requests.swap(0, first);
    requests.extend(where_they_meet(policy, names, norm));
    requests
}

/// Requests where a norm meets one that an order is declared with, both with all they require.
fn where_they_meet(policy: &Policy, names: &Names, norm: &Norm) -> Vec<Request> {
    let mut requests = Vec::new();
    for other in opposed(policy, norm) {
        let Some(act) = norm.acts.intersection(other.acts).iter().next() else {
            continue;
        };
        let both = |dimension, one: &LeafSet, other: &LeafSet| {
            let mut names = names.inside(policy, dimension, &one.intersection(other));
            names.truncate(MEETING);
            names
        };
        for data in both(Dimension::Data, &norm.data.leaves, &other.data.leaves) {
            for party in both(Dimension::Party, &norm.parties.leaves, &other.parties.leaves) {
                for purpose in both(Dimension::Purpose, &norm.purposes.leaves, &other.purposes.leaves) {
                    let mut request = Request::new(act, data).party(party).purpose(purpose);
                    // A permit holds from its state upwards, a refusal up to its own: the permit's is where both may.
                    request.processing = if norm.effect.refuses() { other } else { norm }.processing;
                    let required = norm.requires.iter().chain(&other.requires);
                    let required: BTreeSet<ConceptId> = required.filter_map(|any| name_of_one(policy, any)).collect();
                    request.conditions = required.into_iter().collect();
                    request.route = route_choices(policy, norm).0.first().copied();
                    requests.push(request);
                }
            }
        }
    }
    requests
}

/// A request that the norm decides, or that it at least applies to; none about a norm that covers nothing.
fn base(policy: &Policy, names: &Names, decider: &Decider, id: NormId) -> Option<Request> {
    let norm = &policy.norms[id.0 as usize];
    let act = norm.acts.iter().next()?;
    let routes = route_choices(policy, norm).0;
    let mut first = None;
    for data in names.inside(policy, Dimension::Data, &norm.data.leaves) {
        for party in names.inside(policy, Dimension::Party, &norm.parties.leaves) {
            for purpose in names.inside(policy, Dimension::Purpose, &norm.purposes.leaves) {
                let mut request = Request::new(act, data)
                    .party(party)
                    .purpose(purpose)
                    .processing(norm.processing);
                request.conditions = norm
                    .requires
                    .iter()
                    .filter_map(|any| name_of_one(policy, any))
                    .collect();
                request.route = routes.first().copied();
                if decider.decide(&request).decided_by.contains(&id) {
                    return Some(request);
                }
                first.get_or_insert(request);
            }
        }
    }
    first
}

/// The base; other names inside; one dimension at a time outside; other acts and routes.
fn places(policy: &Policy, names: &Names, norm: &Norm, base: &Request) -> Vec<Request> {
    let with_data = |id: ConceptId| Request {
        data: vec![id],
        ..base.clone()
    };
    let mut places = vec![base.clone()];
    let graph = &norm.data.leaves;
    let data = names.inside(policy, Dimension::Data, graph);
    places.extend(data.into_iter().map(with_data));
    let data = names.outside(policy, Dimension::Data, graph);
    places.extend(data.into_iter().map(with_data));
    for set in [
        names.inside(policy, Dimension::Party, &norm.parties.leaves),
        names.outside(policy, Dimension::Party, &norm.parties.leaves),
    ] {
        places.extend(set.into_iter().map(|id| base.clone().party(id)));
    }
    for set in [
        names.inside(policy, Dimension::Purpose, &norm.purposes.leaves),
        names.outside(policy, Dimension::Purpose, &norm.purposes.leaves),
    ] {
        places.extend(set.into_iter().map(|id| base.clone().purpose(id)));
    }
    places.extend(norm.acts.iter().skip(1).map(|act| Request { act, ..base.clone() }));
    let (inside, outside) = route_choices(policy, norm);
    places.extend(inside.into_iter().chain(outside).map(|route| base.clone().route(route)));
    places
}

/// Routes that a norm about collection covers, and those that it does not.
fn route_choices(policy: &Policy, norm: &Norm) -> (Vec<u32>, Vec<u32>) {
    match &norm.routes {
        Some(routes) => (0..policy.vocabulary.routes.len() as u32).partition(|route| routes.contains(route)),
        None => (Vec::new(), Vec::new()),
    }
}

/// The norm's own state, and the one at which it no longer holds.
fn states(norm: &Norm) -> BTreeSet<Processing> {
    let strength = norm.processing.strength();
    let beyond = match norm.effect.refuses() {
        true => Processing::ALL.into_iter().find(|state| state.strength() > strength),
        false => Processing::ALL
            .into_iter()
            .rev()
            .find(|state| state.strength() < strength),
    };
    [norm.processing].into_iter().chain(beyond).collect()
}

/// Sets of conditions to assert: what the norm requires; each of it left out; with each thing that lifts it; with what
/// the norms require and what linkings wait for that it is opposed to.
fn conditions(policy: &Policy, norm: &Norm, base: &[ConceptId]) -> Vec<Vec<ConceptId>> {
    let mut sets = vec![base.to_vec()];
    for index in 0..base.len() {
        let mut fewer = base.to_vec();
        fewer.remove(index);
        sets.push(fewer);
    }
    let lifting = beside_duty(policy, &norm.unless.conditions.leaves);
    let lifting = lifting
        .iter()
        .take(3)
        .map(|leaf| policy.vocabulary.conditions.leaf_concept(leaf));
    let opposed = opposed(policy, norm);
    let required = opposed.iter().map(|other| {
        let required = other.requires.iter().filter_map(|any| name_of_one(policy, any));
        required.collect::<Vec<_>>()
    });
    let linked = policy.vocabulary.linkings.iter().map(|linking| {
        let when = linking.when.iter().filter_map(|any| name_of_one(policy, any));
        when.collect::<Vec<_>>()
    });
    for more in lifting.map(|one| vec![one]).chain(required).chain(linked) {
        let mut set = base.to_vec();
        set.extend(more);
        set.sort_unstable();
        set.dedup();
        if !sets.contains(&set) {
            sets.push(set);
        }
    }
    sets.truncate(CONDITIONS);
    sets
}

/// The norms of the opposite effect that a norm gives way to or goes before, or that do so to it.
fn opposed<'p>(policy: &'p Policy, norm: &Norm) -> Vec<&'p Norm> {
    let declares = |norm: &Norm, path: &[ClauseId]| {
        let mut clauses = norm.unless.clauses.iter().chain(&norm.priority_over);
        clauses.any(|clause| path.contains(clause))
    };
    let own = policy.document.path(norm.provenance.clause);
    let found = policy.norms.iter().filter(|other| {
        let path = policy.document.path(other.provenance.clause);
        other.effect.refuses() != norm.effect.refuses() && (declares(norm, &path) || declares(other, &own))
    });
    found.take(OPPOSED).collect()
}

/// Some conditions without the duty by law, where that leaves any: it lifts whatever refuses, and so shows nothing of a norm.
fn beside_duty(policy: &Policy, conditions: &LeafSet) -> LeafSet {
    let duty = DutyByLaw::of(&policy.vocabulary.conditions);
    match conditions.difference(&duty.leaves) {
        nothing if nothing.is_empty() => conditions.clone(),
        beside => beside,
    }
}

/// The name that asserts one of the conditions.
pub(super) fn name_of_one(policy: &Policy, any: &AnyOf) -> Option<ConceptId> {
    let leaf = beside_duty(policy, &any.leaves).first()?;
    let name = policy.vocabulary.conditions.leaf_concept(leaf);
    (name != ConceptId::TOP).then_some(name)
}
