//! What a policy declares: what `declare` builds, and all passes after it look up.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::clauses::Scope;
use crate::norm::Period;
use crate::span::Span;
use crate::syntax::ast::Path;
use crate::vocabulary::{ConceptId, Dimension, Graph, Origin, Route};

/// What was declared.
#[derive(Debug)]
pub(super) struct Declared {
    pub(super) data: Graph,
    pub(super) parties: Graph,
    pub(super) purposes: Graph,
    pub(super) conditions: Graph,
    pub(super) routes: Vec<Route>,
    /// By dimension, scope and the key of the name.
    pub(super) tables: HashMap<(Dimension, Scope, String), ConceptId>,
    /// The concept a statement declares, or (an unnamed purpose or condition) refers to by its wording.
    pub(super) of_statement: FxHashMap<Span, ConceptId>,
    /// The conditions that an unnamed bullet of 場合 names in its wording.
    pub(super) conditions_of: FxHashMap<Span, Vec<ConceptId>>,
    pub(super) route_of: FxHashMap<Span, u32>,
    /// What each 期間 says.
    pub(super) period_of: FxHashMap<Span, StatedPeriod>,
    pub(super) operator: Option<ConceptId>,
    /// What the ［］ of declarations name as that which contains them, and where.
    pub(super) containers: Vec<(Dimension, ConceptId, Path)>,
}

/// What a 期間 says, and which conditions it names.
#[derive(Debug, Clone, Default)]
pub(super) struct StatedPeriod {
    pub(super) period: Period,
    pub(super) events: Vec<(ConceptId, Span)>,
}

/// The place of a declaration, for a second label.
pub(super) fn declared_at(graph: &Graph, id: ConceptId) -> Option<Span> {
    match graph.get(id).origin {
        Origin::Declared(span) => Some(span),
        Origin::BuiltIn => None,
    }
}
