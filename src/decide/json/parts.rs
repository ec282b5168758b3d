//! What several documents hold: clauses, requests, answers.

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;

use super::super::explain::{Both, cite};
use super::super::request::Request;
use super::format::Identity;
use crate::norm::{Norm, NormId};
use crate::policy::{Expected, Policy};
use crate::vocabulary::{ConceptId, Graph};

/// The same in both languages.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(in crate::decide) struct InWords {
    pub(in crate::decide) ja: String,
    pub(in crate::decide) en: String,
}

/// A revision of a policy.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "PolicyRevision"))]
pub(in crate::decide) struct PolicyOut {
    /// Its title.
    pub(in crate::decide) title: String,
    /// The digest of its bundle, the same whether the source or the bundle was asked.
    pub(in crate::decide) digest: String,
}

/// A request as it was understood: names as in the bundle.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "UnderstoodRequest"))]
pub(in crate::decide) struct RequestOut {
    /// The act.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::act"))]
    pub(in crate::decide) act: &'static str,
    /// Names in `vocabulary.data_categories`. Empty: all data.
    pub(in crate::decide) data: Vec<String>,
    /// A name in `vocabulary.parties`. Null: every party.
    pub(in crate::decide) party: Option<String>,
    /// A name in `vocabulary.purposes`. Null: every purpose.
    pub(in crate::decide) purpose: Option<String>,
    /// The state of the data.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::state"))]
    pub(in crate::decide) processing: &'static str,
    /// Names in `vocabulary.conditions`: what the caller vouched for.
    pub(in crate::decide) conditions: Vec<String>,
    /// Names in `vocabulary.conditions`: what the caller ruled out.
    pub(in crate::decide) denied: Vec<String>,
    /// Names in `vocabulary.conditions`: what was withdrawn.
    pub(in crate::decide) withdrawn: Vec<String>,
    /// Whether what is neither in `conditions` nor denied possibly holds.
    pub(in crate::decide) closed: bool,
    /// A name in `vocabulary.routes`. Null: every route.
    pub(in crate::decide) route: Option<String>,
}

/// One of the five answers.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", schemars(rename = "Answer"))]
pub(in crate::decide) enum AnswerOut {
    /// 許可: it may be done as requested.
    Permitted,
    /// 条件付き許可: it may be done as soon as further conditions hold.
    PermittedUnderConditions,
    /// 加工すれば許可: it may be done with data processed further.
    PermittedIfProcessed,
    /// 禁止: a clause forbids it.
    Forbidden,
    /// 定めなし: no clause speaks of it, which is a refusal.
    NotStated,
}

/// A clause, by the norm of it that counts here.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Clause"))]
pub(in crate::decide) struct ClauseOut {
    /// The norm: `norms[].key` in the bundle, and `data-rule` on the page.
    pub(in crate::decide) norm: String,
    /// Its number with those of the clauses it stands in, as rendered. Null for a page without numbers.
    pub(in crate::decide) number: Option<String>,
    /// The title that goes with the number.
    pub(in crate::decide) title: Option<String>,
    /// The beginning of its wording, where it has no number of its own.
    pub(in crate::decide) wording: Option<String>,
    /// Its anchor on the page, without `#`.
    pub(in crate::decide) anchor: String,
    /// Whether it is the proviso of the clause: what the exception (但し) of its prohibition permits.
    pub(in crate::decide) exception: bool,
}

impl From<Both> for InWords {
    fn from(both: Both) -> Self {
        Self {
            ja: both.ja,
            en: both.en,
        }
    }
}

impl From<Expected> for AnswerOut {
    fn from(answer: Expected) -> Self {
        match answer {
            Expected::Permitted => Self::Permitted,
            Expected::PermittedUnderConditions => Self::PermittedUnderConditions,
            Expected::PermittedIfProcessed => Self::PermittedIfProcessed,
            Expected::Forbidden => Self::Forbidden,
            Expected::NotStated => Self::NotStated,
        }
    }
}

/// Writes down what belongs to a policy.
#[derive(Debug, Clone, Copy)]
pub(in crate::decide) struct Writer<'p> {
    pub(in crate::decide) policy: &'p Policy,
}

impl Writer<'_> {
    pub(in crate::decide) fn policy(&self, identity: &Identity) -> PolicyOut {
        PolicyOut {
            title: self.policy.metadata.title.clone(),
            digest: identity.digest.clone(),
        }
    }

    pub(in crate::decide) fn request(&self, request: &Request) -> RequestOut {
        let vocabulary = &self.policy.vocabulary;
        let one = |graph: &Graph, id: ConceptId| (id != ConceptId::TOP).then(|| name(graph, id));
        RequestOut {
            act: request.act.english(),
            data: match request.data.contains(&ConceptId::TOP) {
                true => Vec::new(),
                false => names(&vocabulary.data, &request.data),
            },
            party: one(&vocabulary.parties, request.party),
            purpose: one(&vocabulary.purposes, request.purpose),
            processing: request.processing.english(),
            conditions: names(&vocabulary.conditions, &request.conditions),
            denied: names(&vocabulary.conditions, &request.denied),
            withdrawn: names(&vocabulary.conditions, &request.withdrawn),
            closed: request.closed,
            route: request.route.map(|route| self.route(route)),
        }
    }

    pub(in crate::decide) fn route(&self, route: u32) -> String {
        self.policy.vocabulary.routes[route as usize].name.clone()
    }

    pub(in crate::decide) fn clause(&self, id: NormId) -> ClauseOut {
        let citation = cite(self.policy, id);
        ClauseOut {
            norm: self.norm(id).key.clone(),
            number: citation.number,
            title: citation.title,
            wording: citation.wording,
            anchor: citation.anchor,
            exception: citation.exception,
        }
    }

    pub(in crate::decide) fn clauses(&self, ids: &[NormId]) -> Vec<ClauseOut> {
        ids.iter().map(|id| self.clause(*id)).collect()
    }

    pub(in crate::decide) fn norm(&self, id: NormId) -> &Norm {
        &self.policy.norms[id.0 as usize]
    }
}

/// What contains everything, in JSON.
pub(super) const EVERYTHING: &str = "*";

pub(super) fn name(graph: &Graph, id: ConceptId) -> String {
    graph.get(id).name.clone()
}

pub(super) fn names(graph: &Graph, ids: &[ConceptId]) -> Vec<String> {
    ids.iter().map(|id| name(graph, *id)).collect()
}
