//! Sets of leaves in JSON: each written once, and referred to by its number.

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Leaf;

/// The sets of leaves that the document refers to, those of each graph in the order of their first use. None is written
/// twice, and the set of all leaves is not written at all: it is `*`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeafSets {
    /// Of the data categories.
    pub data_categories: Vec<LeafSet>,
    /// Of the parties.
    pub parties: Vec<LeafSet>,
    /// Of the purposes.
    pub purposes: Vec<LeafSet>,
    /// Of the conditions.
    pub conditions: Vec<LeafSet>,
}

/// A set of leaves, in the order of the graph: what is in it, or, where that is shorter, what is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
pub enum LeafSet {
    /// The leaves in it.
    Leaves(Vec<Leaf>),
    /// The leaves of the graph that are not in it.
    AllBut(AllBut),
}

/// All leaves of a graph but these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AllBut {
    /// The leaves that are not in the set.
    pub all_but: Vec<Leaf>,
}

/// A set of leaves, told by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
pub enum SetRef {
    /// All leaves of the graph.
    All(Everything),
    /// The set at this place, from 0, among those of the graph in `leaf_sets`.
    Numbered(#[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))] u32),
}

/// `*`: nothing restricts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub enum Everything {
    /// All there are.
    #[serde(rename = "*")]
    Everything,
}
