//! One request among all that a search is about, to show that there is one.

use super::axis::{DATA, PARTIES, PURPOSES, ROUTES};
use crate::norm::{Act, Processing};
use crate::vocabulary::LeafSet;

/// One request of a cell, at one leaf in every dimension of the search, in the numbering of the space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sample {
    pub(crate) act: Act,
    /// A leaf in each dimension.
    pub(crate) at: Vec<u32>,
    /// The strength of the data.
    pub(crate) strength: u8,
    /// The conditions asserted; no other is.
    pub(crate) asserted: LeafSet,
}

/// One request, at one leaf in every dimension: leaves of the policy, or, where two are compared, joint ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// The act.
    pub act: Act,
    /// The data leaf.
    pub data: u32,
    /// The party leaf.
    pub party: u32,
    /// The purpose leaf.
    pub purpose: u32,
    /// The route, where some are declared.
    pub route: Option<u32>,
    /// The state of the data.
    pub processing: Processing,
    /// The condition leaves asserted; no other is.
    pub conditions: LeafSet,
}

impl Sample {
    /// The request by the names of its dimensions. Where no route is declared the one leaf of routes stands for none.
    pub(crate) fn witness(&self, has_routes: bool) -> Witness {
        let mut states = Processing::ALL.into_iter();
        let state = states.find(|state| state.strength() == self.strength);
        Witness {
            act: self.act,
            data: self.at[DATA],
            party: self.at[PARTIES],
            purpose: self.at[PURPOSES],
            route: has_routes.then_some(self.at[ROUTES]),
            processing: state.unwrap_or(Processing::Raw),
            conditions: self.asserted.clone(),
        }
    }
}
