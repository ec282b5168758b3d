//! The policy as a bundle for Open Policy Agent: the requests that [`decide`](crate::decide) decides, decided in Rego.
//!
//! What the bundle holds and how it is asked is in `docs/opa.md`. Three kinds of files make it:
//!
//! - `data.json`: the policy as tables to look things up in, made by `data`;
//! - `hoshin.rego`: the decision procedure, the same for every policy;
//! - `precedence.rego`: as many rounds of "who gives way to whom" as this policy can need, since Rego has no recursion.
//!
//! ```text
//!  concept ──► leaves ──► class ──► norms that speak of it ──► those that fit ──► cells ──► verdict
//! ```
//!
//! Leaves that the same norms speak of are one class, named for the first of them. A *cell* is the set of norms that apply
//! at some place; a request is decided at every cell it reaches, and two places with the same cell are decided once.

mod classes;
mod data;
mod json;
mod precedence;

use crate::policy::Policy;

/// The decision procedure in Rego.
const MODULE: &str = include_str!("opa/hoshin.rego");

/// The documents below which everything in the bundle lies.
const ROOT: &str = "hoshin";

/// One file of the bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name in the bundle's folder.
    pub name: &'static str,
    /// What it holds.
    pub text: String,
}

/// The files of the bundle, always in this order. `digest` is that of the rule bundle of the same policy, and becomes the
/// revision.
///
/// As in a rule bundle, concepts, clauses, routes and norms go by their names, each of which must be unique among its
/// kind; those of a compiled policy are.
#[must_use]
pub fn bundle(policy: &Policy, digest: &str) -> Vec<File> {
    let manifest = json::Manifest {
        revision: digest.to_owned(),
        roots: vec![ROOT.to_owned()],
        rego_version: 1,
        metadata: json::Metadata {
            format: json::FORMAT.to_owned(),
            generator: concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned(),
            title: policy.metadata.title.clone(),
            entrypoint: "hoshin/answer".to_owned(),
        },
    };
    let data = json::Document {
        hoshin: json::Hoshin {
            policy: data::data(policy, digest),
        },
    };
    vec![
        File {
            name: ".manifest",
            text: json::text(&manifest),
        },
        File {
            name: "data.json",
            text: json::text(&data),
        },
        File {
            name: "hoshin.rego",
            text: MODULE.to_owned(),
        },
        File {
            name: "precedence.rego",
            text: precedence::module(policy),
        },
    ]
}
