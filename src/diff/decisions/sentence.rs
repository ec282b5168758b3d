//! Statements in words: the parts of a sentence first, then a sentence in each language.

mod english;
mod japanese;
mod parts;

use self::parts::{Case, Parts};
use super::describe::{Described, describe_in, leaf};
use super::outside::Outside;
use super::{Effect, Requests};
use crate::decide::explain::names::Words;
use crate::diagnostic::Text;
use crate::diff::vocabulary::{Joint, JointVocabulary, Side};
use crate::norm::{Act, ActSet};
use crate::policy::Policy;
use crate::region::Witness;
use crate::vocabulary::LeafSet;

/// What sentences are made of: two policies and their joint vocabulary.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Teller<'p> {
    pub(crate) old: &'p Policy,
    pub(crate) new: &'p Policy,
    pub(crate) vocabulary: &'p JointVocabulary,
    /// In whose words.
    pub(crate) words: Words,
}

impl Teller<'_> {
    /// The sentence of a statement.
    pub(super) fn statement(self, effect: Effect, requests: &Requests, outside: Outside) -> Text {
        let parts = self.parts(requests);
        let already = outside == Outside::Already;
        Text::new(
            japanese::statement(effect, &parts, already),
            english::statement(effect, &parts, already),
        )
    }

    /// A witness as a request in words.
    pub(super) fn request(self, witness: &Witness) -> Text {
        let [data, parties, purposes] = [
            (&self.vocabulary.data, witness.data),
            (&self.vocabulary.parties, witness.party),
            (&self.vocabulary.purposes, witness.purpose),
        ]
        .map(|(joint, number)| match joint.leaves.len() {
            // Where nothing is declared the top element is the one leaf.
            1 if self.declares_nothing(joint) => Described {
                all: true,
                ..Described::default()
            },
            _ => Described {
                names: vec![self.leaf(joint, number)],
                ..Described::default()
            },
        });
        let asserted = witness.conditions.iter().map(|condition| Described {
            names: vec![self.leaf(&self.vocabulary.conditions, condition)],
            ..Described::default()
        });
        let parts = Parts {
            acts: ActSet::single(witness.act),
            data,
            parties: self
                .is_party(ActSet::single(witness.act), &LeafSet::single(witness.party))
                .then_some(parties),
            purposes,
            routes: (witness.route)
                // Only collection goes by a route.
                .filter(|_| witness.act == Act::Collect)
                .map(|route| self.route(route))
                .into_iter()
                .collect(),
            states: vec![witness.processing],
            conditions: vec![Case {
                all_of: asserted.collect(),
                none_of: Vec::new(),
            }],
            all_conditions: true,
        };
        Text::new(japanese::request(&parts), english::request(&parts))
    }

    fn parts(self, requests: &Requests) -> Parts {
        let all_routes = self.vocabulary.routes.routes.len();
        let routes = requests.routes.iter().filter(|routes| routes.len() < all_routes);
        let conditions = requests.conditions.iter();
        Parts {
            all_conditions: requests.all_conditions,
            acts: requests.acts,
            data: self.described(&self.vocabulary.data, &requests.data),
            parties: self
                .is_party(requests.acts, &requests.parties)
                .then(|| self.described(&self.vocabulary.parties, &requests.parties)),
            purposes: self.described(&self.vocabulary.purposes, &requests.purposes),
            routes: routes.flat_map(LeafSet::iter).map(|route| self.route(route)).collect(),
            states: requests.states.clone(),
            conditions: conditions
                .map(|cube| {
                    let named = |set: &LeafSet| self.described(&self.vocabulary.conditions, set);
                    Case {
                        all_of: cube.all_of.iter().map(named).collect(),
                        none_of: Some(&cube.none_of)
                            .filter(|set| !set.is_empty())
                            .map(named)
                            .into_iter()
                            .collect(),
                    }
                })
                .collect(),
        }
    }

    /// A set of joint leaves by names.
    pub(crate) fn described(self, joint: &Joint, set: &LeafSet) -> Described {
        let (old, new) = (&self.old.vocabulary, &self.new.vocabulary);
        let graphs = [old.graph(joint.dimension), new.graph(joint.dimension)];
        describe_in(self.words, joint, graphs, set)
    }

    fn leaf(self, joint: &Joint, number: u32) -> String {
        let (old, new) = (&self.old.vocabulary, &self.new.vocabulary);
        leaf(joint, old.graph(joint.dimension), new.graph(joint.dimension), number)
    }

    fn declares_nothing(self, joint: &Joint) -> bool {
        let of = |policy: &Policy| policy.vocabulary.graph(joint.dimension).is_empty();
        of(self.old) && of(self.new)
    }

    fn route(self, joint: u32) -> String {
        let route = self.vocabulary.routes.routes[joint as usize];
        let named = |policy: &Policy, number: u32| policy.vocabulary.routes[number as usize].name.clone();
        match (route.new, route.old) {
            (Some(new), _) => named(self.new, new),
            (None, Some(old)) => named(self.old, old),
            (None, None) => String::new(),
        }
    }

    /// Whether the parties are worth naming: of an act that the operator does alone, only others are.
    fn is_party(self, acts: ActSet, parties: &LeafSet) -> bool {
        if acts.iter().any(|act| act.has_other_party()) {
            return true;
        }
        // Where none is declared there is an operator all the same, and nobody else does it.
        if [self.old, self.new]
            .iter()
            .all(|policy| policy.metadata.operator.is_none())
        {
            return false;
        }
        let joint = &self.vocabulary.parties;
        let everybody = parties.len() == joint.leaves.len();
        let own = [(Side::Old, self.old), (Side::New, self.new)]
            .into_iter()
            .any(|(side, policy)| {
                let operator = policy.metadata.operator.as_ref();
                operator.is_some_and(|operator| {
                    let own = policy.vocabulary.parties.leaves_of(operator.party);
                    *parties == joint.joint_set(side, own)
                })
            });
        !everybody && !own
    }
}
