//! The four vocabularies of a policy as graphs under "contains": data categories, parties, purposes, conditions.
//!
//! A name denotes the set of leaves below it ([`LeafSet`]). A category that declares children has, besides them, an
//! implicit leaf その他の X for what it contains and nobody named, so it is wider than the union of its named parts.

mod attribute;
pub(crate) mod boxes;
mod concept;
mod condition;
mod country;
mod dimension;
mod duty_by_law;
mod event;
mod graph;
mod individual_number;
mod lapse;
mod leaf_index;
mod leaf_set;
mod length;
mod place;

pub use attribute::Attribute;
pub use concept::{Concept, ConceptId, Origin};
pub use condition::{
    AnyOf, BUILT_IN_CONDITIONS, BuiltInCondition, FORMER_NAMES, FormerName, by_statute, excepted_by_article_27,
    excepted_by_law,
};
pub use country::{Country, Named, UNKNOWN_COUNTRY, countries, country, country_key, country_names, named};
#[cfg(feature = "compile")]
pub use country::{Mention, mentioned};
pub use dimension::Dimension;
pub use duty_by_law::DUTY_BY_LAW;
pub(crate) use duty_by_law::DutyByLaw;
pub use event::{BUILT_IN_EVENTS, BuiltInEvent};
pub use graph::{Cycle, Graph, Leaf};
pub use individual_number::{NUMBER_ACT, individual_numbers, is_individual_number};
pub(crate) use lapse::nearest_before;
pub use lapse::{COLLECTED, Lapse, MOST_LAPSES};
pub(crate) use leaf_index::LeafIndex;
pub use leaf_set::LeafSet;
pub use length::Length;
pub use place::{Place, place, place_label, place_name};

use crate::span::Span;

/// A linking (紐付け): while one of the conditions holds, `from` counts as lying below `to`.
#[derive(Debug, Clone, PartialEq)]
pub struct Linking {
    /// The category that is linked.
    pub from: ConceptId,
    /// The category that it then counts as.
    pub to: ConceptId,
    /// Each must hold, as in a norm's `requires`; empty: always.
    pub when: Vec<AnyOf>,
    /// Where it is stated.
    pub span: Span,
}

/// A way in which data is collected (経路): a caller may name it in a request to collect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Its name; unique among routes.
    pub name: String,
    /// Its wording.
    pub label: String,
    /// Where it is declared.
    pub span: Span,
}

/// The four graphs and what hangs on them.
#[derive(Debug, Clone, PartialEq)]
pub struct Vocabulary {
    /// Data categories.
    pub data: Graph,
    /// Parties; the operator is one of them.
    pub parties: Graph,
    /// Purposes.
    pub purposes: Graph,
    /// Conditions, the built-in ones first.
    pub conditions: Graph,
    /// Linkings of data categories.
    pub linkings: Vec<Linking>,
    /// Ways of collection, in order of declaration.
    pub routes: Vec<Route>,
}

impl Vocabulary {
    /// The graph of one dimension.
    #[must_use]
    pub fn graph(&self, dimension: Dimension) -> &Graph {
        match dimension {
            Dimension::Data => &self.data,
            Dimension::Party => &self.parties,
            Dimension::Purpose => &self.purposes,
            Dimension::Condition => &self.conditions,
        }
    }
}
