//! What every part needs to be read: what the names of the document refer to.

use super::budget::Budget;
use super::concept_names::ConceptNames;
use super::leaf_set::Sets;
use super::name::Names;
use super::parts::{each, span};
use crate::bundle::error::BundleError;
use crate::bundle::v1;
use crate::document::ClauseId;
use crate::norm::NormId;
use crate::span::Span;

/// What every part needs to be read: what the names of the document refer to.
pub(super) struct Reader<'a> {
    pub(super) files: Names<'a>,
    pub(super) clauses: Names<'a>,
    pub(super) norms: Names<'a>,
    pub(super) names: ConceptNames<'a>,
    pub(super) sets: Sets,
    pub(super) budget: Budget,
}

impl Reader<'_> {
    pub(super) fn clause(&self, anchor: &str) -> Result<ClauseId, BundleError> {
        self.clauses.find(anchor).map(ClauseId)
    }

    pub(super) fn clause_list(&self, anchors: &[String], step: &str) -> Result<Vec<ClauseId>, BundleError> {
        each(anchors, step, |anchor| self.clause(anchor))
    }

    pub(super) fn norm_list(&self, keys: &[String]) -> Result<Vec<NormId>, BundleError> {
        each(keys, ".norms", |key| self.norms.find(key).map(NormId))
    }

    pub(super) fn span(&self, location: &Option<v1::Location>) -> Result<Span, BundleError> {
        span(&self.files, location.as_ref())
    }
}
