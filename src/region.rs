//! Exact search over all requests that a policy, or two side by side, can be asked.
//!
//! A request lies at one leaf in every dimension: act, data, party, purpose, route; its data is in some state, and some
//! conditions are asserted. There are far too many to go through, and most are alike. So the search goes in two steps:
//!
//! 1. [`Space::walk`] divides a [`Region`] into [`Cell`]s: products of leaf sets on which the same norms may speak.
//! 2. [`Cell::explore`] divides what is left open in a cell, the strength of the data and the conditions, into
//!    [`Situation`]s, no further than needed.
//!
//! Both stop where the visitor has seen enough. The policies of a space share one numbering of leaves ([`LeafMaps`]), so
//! that a cell says what either of them makes of the same request. What only one of them knows is in no norm of the other.
//!
//! Linkings are exact: a linked leaf stands in a cell of its own kind, and whether a norm reaches it is part of the
//! situation.

mod cell;
mod partition;
mod situation;
mod space;

pub(crate) use cell::{Cell, Visitor};
pub(crate) use situation::{Effort, Situation, Step, Witness};
pub(crate) use space::{Content, LeafMaps, Region, RuleId, Space};

#[cfg(test)]
mod tests;
