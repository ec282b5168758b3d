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
        prop::option::of(index()),
    )
        .prop_map(|(act, data, party, purpose, state, conditions, route)| Draw {
            act,
            data,
            party,
            purpose,
            state,
            conditions,
            route,
        })
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
        Request {
            act: *self.act.get(&ACTS),
            // The first answer to "which data" is all of it.
            data: if data.is_empty() { vec![ConceptId::TOP] } else { data },
            party: asked(&self.party, &vocabulary.parties),
            purpose: asked(&self.purpose, &vocabulary.purposes),
            processing: *self.state.get(&Processing::ALL),
            conditions: self
                .conditions
                .iter()
                .map(|index| concept(index, vocabulary.conditions.len()))
                .collect(),
            route: self
                .route
                .filter(|_| routes > 0)
                .map(|index| index.index(routes) as u32),
        }
    }
}
