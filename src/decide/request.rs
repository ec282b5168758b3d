//! What is asked.

use crate::norm::{Act, Processing};
use crate::policy::{Policy, PolicyTest};
use crate::vocabulary::ConceptId;

/// A request: may this act be done?
///
/// A category stands for all its leaves: the request is permitted when every one of them is. The top element leaves a
/// dimension open and so asks about all of it. Ids must be those of the policy that is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The act.
    pub act: Act,
    /// The data, all of it; none named means all data.
    pub data: Vec<ConceptId>,
    /// The other party of the act; the operator for acts it does alone.
    pub party: ConceptId,
    /// The purpose.
    pub purpose: ConceptId,
    /// The state of the data.
    pub processing: Processing,
    /// The conditions that the caller asserts: they surely hold. Asserting a category asserts nothing about its kinds.
    pub conditions: Vec<ConceptId>,
    /// The conditions that the caller denies: neither they nor any of their kinds hold, and nobody is told to have them
    /// asserted. None of `conditions` may lie below one of them.
    pub denied: Vec<ConceptId>,
    /// The conditions that were withdrawn: they and their kinds surely hold no longer, even those that are asserted. Nothing else
    /// is said of them.
    pub withdrawn: Vec<ConceptId>,
    /// Every condition that is neither asserted nor denied possibly holds. Where this is false none of them does.
    pub closed: bool,
    /// The route of collection; `None` asks about every route of the policy.
    pub route: Option<u32>,
}

/// A request whose parts lie elsewhere.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asking<'a> {
    pub(super) act: Act,
    pub(super) data: &'a [ConceptId],
    pub(super) party: ConceptId,
    pub(super) purpose: ConceptId,
    pub(super) processing: Processing,
    pub(super) conditions: &'a [ConceptId],
    pub(super) denied: &'a [ConceptId],
    pub(super) withdrawn: &'a [ConceptId],
    pub(super) closed: bool,
    pub(super) route: Option<u32>,
}

impl Request {
    /// Asks about raw data, whoever the party and whatever the purpose and the route, with nothing asserted.
    #[must_use]
    pub fn new(act: Act, data: ConceptId) -> Self {
        Self {
            act,
            data: vec![data],
            party: ConceptId::TOP,
            purpose: ConceptId::TOP,
            processing: Processing::Raw,
            conditions: Vec::new(),
            denied: Vec::new(),
            withdrawn: Vec::new(),
            closed: false,
            route: None,
        }
    }

    /// With this other party.
    #[must_use]
    pub fn party(mut self, party: ConceptId) -> Self {
        self.party = party;
        self
    }

    /// For this purpose.
    #[must_use]
    pub fn purpose(mut self, purpose: ConceptId) -> Self {
        self.purpose = purpose;
        self
    }

    /// With data in this state.
    #[must_use]
    pub fn processing(mut self, processing: Processing) -> Self {
        self.processing = processing;
        self
    }

    /// Asserting this condition as well.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn asserting(mut self, condition: ConceptId) -> Self {
        self.conditions.push(condition);
        self
    }

    /// Denying this condition as well, and all its kinds.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn denying(mut self, condition: ConceptId) -> Self {
        self.denied.push(condition);
        self
    }

    /// After this condition was withdrawn, with all its kinds.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn withdrawing(mut self, condition: ConceptId) -> Self {
        self.withdrawn.push(condition);
        self
    }

    /// Whatever is neither asserted nor denied possibly holds.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn closed(mut self) -> Self {
        self.closed = true;
        self
    }

    /// Collected on this route.
    #[must_use]
    pub fn route(mut self, route: u32) -> Self {
        self.route = Some(route);
        self
    }

    /// The request without a hold on its parts.
    pub(super) fn asking(&self) -> Asking<'_> {
        Asking {
            act: self.act,
            data: &self.data,
            party: self.party,
            purpose: self.purpose,
            processing: self.processing,
            conditions: &self.conditions,
            denied: &self.denied,
            withdrawn: &self.withdrawn,
            closed: self.closed,
            route: self.route,
        }
    }

    /// The request of a 検証.
    #[must_use]
    pub fn of_test(test: &PolicyTest, policy: &Policy) -> Self {
        let operator = policy.metadata.operator.as_ref().map(|operator| operator.party);
        Self {
            act: test.act,
            data: test.data.clone(),
            party: test.party.unwrap_or_else(|| default_party(test.act, operator)),
            purpose: test.purpose.unwrap_or(ConceptId::TOP),
            processing: test.processing,
            conditions: test.conditions.clone(),
            denied: Vec::new(),
            withdrawn: Vec::new(),
            closed: false,
            route: test.route,
        }
    }
}

/// The party of a request that names none: the operator for an act it does alone, else every party.
pub(super) fn default_party(act: Act, operator: Option<ConceptId>) -> ConceptId {
    match operator {
        Some(operator) if !act.has_other_party() => operator,
        _ => ConceptId::TOP,
    }
}
