//! Exact search over all requests that a policy, or two side by side, can be asked.
//!
//! A request lies at one leaf in every dimension: act, data, party, purpose, route; its data is in some state, and some
//! conditions are asserted. There are far too many to go through, and most are alike. So the search goes in two steps:
//!
//! 1. [`Space::walk`] divides a [`Region`] into [`Cell`]s: products of leaf sets on which the same norms may speak.
//! 2. [`Cell::judge`] says what the policies make of a cell at some strengths, under all conditions at once: a [`Judgement`]
//!    is made of functions of what is asserted ([`When`]), exact however many conditions there are.
//!
//! The first stops where the visitor has seen enough; in the second what is too large is a [`CutOff`] and never an answer. The
//! dimensions are data ([`AXES`]). The policies of a space share one numbering of leaves ([`LeafMaps`]), so
//! that a cell says what either of them makes of the same request. What only one of them knows is in no norm of the other.
//!
//! Linkings are exact: a linked leaf stands in a cell of its own kind, and when a norm reaches it is part of the judgement.

mod axis;
mod cell;
mod judgement;
mod judging;
mod leaf_maps;
mod member;
mod partition;
mod product;
mod rule;
mod side;
mod space;

mod when;
mod whens;
mod witness;

pub(crate) use axis::{AXES, Axis, DATA, PARTIES, PURPOSES, ROUTES};
pub(crate) use cell::{Cell, Visitor};
pub(crate) use judgement::Judgement;
pub(crate) use leaf_maps::{Also, LeafMaps, Wider};
pub(crate) use product::Region;
pub(crate) use rule::{Content, RuleId};
pub(crate) use space::Space;
pub(crate) use when::{CutOff, Variables, When};
pub(crate) use witness::Sample;
pub use witness::Witness;

#[cfg(test)]
mod tests;
