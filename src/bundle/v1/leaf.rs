//! A leaf of a graph.

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A leaf of a graph: the name of a concept without children, or the rest leaf of one with children.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
pub enum Leaf {
    /// The name of a concept that contains nothing further.
    Concept(String),
    /// その他の X.
    Rest(RestOf),
}

/// What a request asks about in a graph: a concept and all below it, or the rest leaf of one alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
pub enum Asked {
    /// The name of a concept; `*` is what contains everything.
    Concept(String),
    /// その他の X.
    Rest(RestOf),
}

/// The rest leaf of a concept: what it contains and nobody named (その他の X).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RestOf {
    /// The name of a concept that has children; `*` for what no concept of the graph stands for.
    pub rest_of: String,
}
