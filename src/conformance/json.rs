//! The conformance file in JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::{About, Digests, FORMAT, choose};
use crate::characters::escaped_json;
use crate::decide::{Decider, Request, Verdict};
use crate::policy::Policy;
use crate::schema;
use crate::vocabulary::{ConceptId, Dimension};

/// The JSON Schema of a conformance file, ending in a line break.
#[must_use]
pub fn schema() -> String {
    schema::written(schema::of::<Document>(
        FORMAT,
        "hoshin conformance file, version 1 (draft)",
    ))
}

pub(super) fn line(json: serde_json::Result<String>) -> String {
    let mut text = escaped_json(json.expect("plain structs serialise"));
    text.push('\n');
    text
}

/// Requests with the answers that a policy gives. A program that enforces the policy's bundle has to give them too.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Document {
    /// The format and its version.
    format: &'static str,
    /// The bundles that the answers follow from, by their digests. Either gives them.
    bundles: Bundles,
    /// How many norms everything that restricts them was tried of.
    norms: Norms,
    /// The requests: the policy's own tests (検証) first, then what exercises each norm, linking and rest leaf.
    requests: Vec<Answered>,
}

/// The bundles of a policy.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Bundles {
    /// The digest of the whole bundle.
    whole: String,
    /// The digest of the runtime bundle.
    runtime: String,
}

/// How far the norms were tried. Both numbers are equal unless the policy has very many.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Norms {
    /// The norms of the bundle.
    stated: usize,
    /// So many of them, the first ones: a request for each thing that restricts them was looked for. The others have a
    /// request that they decide, and the same at every state of processing.
    tried: usize,
}

/// A request with its answer. Names are those of the bundle; `*` asks about everything.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Answered {
    /// What it was chosen for.
    about: AboutOut,
    /// The act.
    #[schemars(schema_with = "schema::act")]
    act: &'static str,
    /// The data categories: the request asks about all of them.
    data: Vec<Asked>,
    /// The other party.
    party: Asked,
    /// The purpose.
    purpose: Asked,
    /// The state of the data.
    #[schemars(schema_with = "schema::state")]
    processing: &'static str,
    /// The conditions that are asserted.
    conditions: Vec<String>,
    /// The route of collection. Left out: every route is asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    route: Option<String>,
    /// What the norms say about the request exactly as put.
    verdict: VerdictOut,
    /// Which of the five answers hoshin gives. A program that gives the verdict alone does not need it.
    #[schemars(schema_with = "answers")]
    answer: &'static str,
}

/// What a request asks about: a name and all below it, or what the name contains and nobody named.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(untagged)]
enum Asked {
    /// A name; `*` asks about everything.
    Concept(String),
    /// The rest leaf of a name.
    Rest {
        /// The name; `*` for what no name of the graph stands for.
        rest_of: String,
    },
}

/// What a request was chosen for.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum AboutOut {
    /// A policy test (検証), by its title.
    Test(String),
    /// A norm, by its key.
    Norm(String),
    /// The rest leaf of a name.
    RestOf(String),
    /// A linking.
    #[serde(rename = "linking")]
    Linking,
}

/// What the norms say.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum VerdictOut {
    /// A permit decides.
    Permitted,
    /// Nothing decides: refuse.
    NotStated,
    /// A forbid or limit decides.
    Forbidden,
}

fn answers(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schema::one_of(&crate::policy::Expected::ALL.map(crate::policy::Expected::english))
}

impl Document {
    pub(super) fn new(digests: Digests<'_>, norms: usize, requests: Vec<Answered>) -> Self {
        Self {
            format: FORMAT,
            bundles: Bundles {
                whole: digests.whole.to_owned(),
                runtime: digests.runtime.to_owned(),
            },
            norms: Norms {
                stated: norms,
                tried: choose::tried(norms),
            },
            requests,
        }
    }
}

/// A request with what the decision procedure says.
pub(super) fn answered(policy: &Policy, decider: &Decider, request: &Request, about: &About) -> Answered {
    let name = |dimension, id: &ConceptId| match *id {
        ConceptId::TOP => "*".to_owned(),
        id => policy.vocabulary.graph(dimension).get(id).name.clone(),
    };
    let names = |dimension, ids: &[ConceptId]| -> Vec<String> { ids.iter().map(|id| name(dimension, id)).collect() };
    let asked = |dimension, id: &ConceptId| match policy.vocabulary.graph(dimension).is_rest_of(*id) {
        None => Asked::Concept(name(dimension, id)),
        Some(of) => Asked::Rest {
            rest_of: name(dimension, &of),
        },
    };
    let data = match request.data.as_slice() {
        [] => &[ConceptId::TOP],
        named => named,
    };
    Answered {
        about: match about {
            About::Test(title) => AboutOut::Test(title.clone()),
            About::Norm(key) => AboutOut::Norm(key.clone()),
            About::Rest(name) => AboutOut::RestOf(name.clone()),
            About::Linking => AboutOut::Linking,
        },
        act: request.act.english(),
        data: data.iter().map(|id| asked(Dimension::Data, id)).collect(),
        party: asked(Dimension::Party, &request.party),
        purpose: asked(Dimension::Purpose, &request.purpose),
        processing: request.processing.english(),
        conditions: names(Dimension::Condition, &request.conditions),
        route: request
            .route
            .map(|route| policy.vocabulary.routes[route as usize].name.clone()),
        verdict: match decider.verdict(request) {
            Verdict::Permitted => VerdictOut::Permitted,
            Verdict::NotStated => VerdictOut::NotStated,
            Verdict::Forbidden => VerdictOut::Forbidden,
        },
        answer: decider.decide_bare(request).english(),
    }
}
