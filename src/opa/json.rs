//! The JSON files of the bundle, member by member.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::characters::escaped_json;

/// The name and version of what `data.json` holds.
pub(super) const FORMAT: &str = "hoshin.opa/1";

/// `.manifest`, as Open Policy Agent defines it.
#[derive(Debug, Serialize)]
pub(super) struct Manifest {
    /// Which bundle this is.
    pub(super) revision: String,
    /// The documents that the bundle owns.
    pub(super) roots: Vec<String>,
    /// The version of Rego that the modules are written in.
    pub(super) rego_version: u32,
    /// What OPA passes on and does not read.
    pub(super) metadata: Metadata,
}

/// Where the bundle comes from.
#[derive(Debug, Serialize)]
pub(super) struct Metadata {
    pub(super) format: String,
    pub(super) generator: String,
    /// The policy's title.
    pub(super) title: String,
    /// The document to ask for.
    pub(super) entrypoint: String,
}

/// `data.json`.
#[derive(Debug, Serialize)]
pub(super) struct Document {
    pub(super) hoshin: Hoshin,
}

#[derive(Debug, Serialize)]
pub(super) struct Hoshin {
    pub(super) policy: Data,
}

/// The name of a class of leaves: that of the concept which the first of them belongs to.
pub(super) type Class = String;

/// The members of a set, to be looked up.
pub(super) type Set = BTreeMap<String, bool>;

/// The policy as tables.
#[derive(Debug, Serialize)]
pub(super) struct Data {
    pub(super) format: String,
    /// The digest of the rule bundle.
    pub(super) digest: String,
    /// Every act a request may name.
    pub(super) acts: BTreeMap<&'static str, Act>,
    /// Every state of processing, and how strongly it processes.
    pub(super) states: BTreeMap<&'static str, u8>,
    pub(super) data: Dimension,
    pub(super) parties: Dimension,
    pub(super) purposes: Dimension,
    /// Per condition the groups that hold while it is asserted. Norms and linkings ask for groups: any one of some
    /// conditions.
    pub(super) conditions: BTreeMap<String, Vec<u32>>,
    /// Per condition that others are kinds of: itself and these. Denying it denies all of them.
    pub(super) kinds: BTreeMap<String, Vec<String>>,
    /// The conditions that every refusal makes way for, and whether a norm or a linking speaks of them by themselves.
    pub(super) duty: Set,
    pub(super) names_duty: bool,
    /// The routes of collection, and in their order.
    pub(super) routes: BTreeMap<String, bool>,
    pub(super) route_order: Vec<String>,
    pub(super) linkings: Vec<Linking>,
    /// Per class of data that a linking starts at.
    pub(super) linked: BTreeMap<Class, Linked>,
    /// Per act and class of data the norms that speak of both.
    pub(super) candidates: BTreeMap<&'static str, BTreeMap<Class, Vec<u32>>>,
    /// The norms, in the order of the rule bundle; they are referred to by number.
    pub(super) norms: Vec<Norm>,
}

#[derive(Debug, Serialize)]
pub(super) struct Act {
    /// The party of a request that names none.
    pub(super) party: String,
}

/// Names, leaves and classes of one dimension. Leaves are numbered in the order of declaration.
#[derive(Debug, Serialize)]
pub(super) struct Dimension {
    /// Per concept the leaves below it: ranges, first and last.
    pub(super) names: BTreeMap<String, Vec<[u32; 2]>>,
    /// Per leaf what it is.
    pub(super) leaves: Vec<Leaf>,
    /// Per leaf its class.
    pub(super) classes: Vec<Class>,
}

/// A leaf, as in the rule bundle.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Leaf {
    Concept(String),
    Rest { rest_of: String },
}

#[derive(Debug, Serialize)]
pub(super) struct Linking {
    /// The leaf that what is linked counts as.
    pub(super) to: u32,
    /// The groups that must all hold.
    pub(super) when: Vec<u32>,
    /// The linkings that start where this one ends.
    pub(super) next: Vec<u32>,
}

#[derive(Debug, Serialize)]
pub(super) struct Linked {
    /// The first leaf of the class.
    pub(super) first: u32,
    /// The linkings that start at it.
    pub(super) linkings: Vec<u32>,
}

#[derive(Debug, Serialize)]
pub(super) struct Norm {
    pub(super) key: String,
    pub(super) refuses: bool,
    /// What comes out where it decides: 0 permitted, 2 forbidden.
    pub(super) strictness: u8,
    /// 0, or 1 for a rider.
    pub(super) rank: u8,
    /// The strengths of processing that it speaks of.
    pub(super) weakest: u8,
    pub(super) strongest: u8,
    pub(super) parties: Set,
    pub(super) purposes: Set,
    /// Null: any route.
    pub(super) routes: Option<Set>,
    /// The groups that must all hold.
    pub(super) requires: Vec<u32>,
    /// The group that lifts it.
    pub(super) unless: Option<u32>,
    /// The classes of data that no linking brings under it.
    pub(super) except: Set,
    /// It gives way, or goes before, by declaration.
    pub(super) ordered: bool,
    /// The clause that states it.
    pub(super) clause: String,
    /// That clause and all around it.
    pub(super) within: Set,
    /// The clauses it gives way to.
    pub(super) gives_way_to: Vec<String>,
    /// The clauses it goes before.
    pub(super) goes_before: Vec<String>,
}

/// The text of a file.
pub(super) fn text(document: &impl Serialize) -> String {
    let mut text = escaped_json(serde_json::to_string(document).expect("plain structs serialise"));
    text.push('\n');
    text
}
