//! Requests made at random that fit a policy.

use hoshin::internals::decide::Request;
use hoshin::internals::norm::Processing;
use hoshin::internals::policy::Policy;
use hoshin::internals::vocabulary::{ConceptId, Graph};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::sketch::ACTS;

/// Numbers from which a request is made that fits a policy.
#[derive(Clone)]
pub(crate) struct Draw {
    act: Index,
    data: Vec<Index>,
    party: Index,
    purpose: Index,
    state: Index,
    conditions: Vec<Index>,
    /// What it denies, where it leaves possible what it does not name.
    denied: Option<Vec<Index>>,
    withdrawn: Vec<Index>,
    route: Option<Index>,
}

pub(crate) fn draw() -> impl Strategy<Value = Draw> {
    let index = any::<Index>;
    (
        index(),
        prop_oneof![9 => prop::collection::vec(index(), 1), 1 => prop::collection::vec(index(), 0..3)],
        index(),
        index(),
        index(),
        prop::collection::vec(index(), 0..3),
        prop::option::weighted(0.3, prop::collection::vec(index(), 0..4)),
        prop_oneof![4 => Just(Vec::new()), 1 => prop::collection::vec(index(), 1..3)],
        prop::option::of(index()),
    )
        .prop_map(
            |(act, data, party, purpose, state, conditions, denied, withdrawn, route)| Draw {
                act,
                data,
                party,
                purpose,
                state,
                conditions,
                denied,
                withdrawn,
                route,
            },
        )
}

impl std::fmt::Debug for Draw {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("draw")
    }
}

impl Draw {
    pub(crate) fn request(&self, policy: &Policy) -> Request {
        let vocabulary = &policy.vocabulary;
        let concept = |index: &Index, count: usize| ConceptId(index.index(count + 1) as u32);
        // The rests come behind the concepts.
        let asked = |index: &Index, graph: &Graph| concept(index, graph.len() + graph.rests().count());
        let data: Vec<ConceptId> = self.data.iter().map(|index| asked(index, &vocabulary.data)).collect();
        let routes = vocabulary.routes.len();
        let conditions: Vec<ConceptId> = (self.conditions.iter())
            .map(|index| concept(index, vocabulary.conditions.len()))
            .collect();
        let denied = self.denied.iter().flatten();
        let denied = denied.map(|index| concept(index, vocabulary.conditions.len()));
        // Nobody says of a condition that it holds and that it does not.
        let may_be_denied = |id: &ConceptId| {
            let contradicts = |asserted: &ConceptId| vocabulary.conditions.contains(*id, *asserted);
            *id != ConceptId::TOP && !conditions.iter().any(contradicts)
        };
        Request {
            act: *self.act.get(&ACTS),
            // The first answer to "which data" is all of it.
            data: if data.is_empty() { vec![ConceptId::TOP] } else { data },
            party: asked(&self.party, &vocabulary.parties),
            purpose: asked(&self.purpose, &vocabulary.purposes),
            processing: *self.state.get(&Processing::ALL),
            denied: denied.filter(may_be_denied).collect(),
            withdrawn: (self.withdrawn.iter())
                .map(|index| concept(index, vocabulary.conditions.len()))
                .filter(|id| *id != ConceptId::TOP)
                .collect(),
            closed: self.denied.is_some(),
            conditions,
            route: self
                .route
                .filter(|_| routes > 0)
                .map(|index| index.index(routes) as u32),
        }
    }
}
