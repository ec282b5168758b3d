//! What the kinds of values and names are called, and what is expected in a place.

use super::refusal::{JsonKind, NameKind, Wanted};
use super::sentences::words::{self, Expected, Kind, Named, NamedOnes};

impl JsonKind {
    pub(super) fn told(self) -> Kind {
        Kind(match self {
            Self::Null => words::null(),
            Self::Boolean => words::boolean(),
            Self::Number => words::number(),
            Self::Integer => words::integer(),
            Self::Text => words::string(),
            Self::Array => words::array(),
            Self::Object => words::object(),
        })
    }
}

impl NameKind {
    pub(super) fn one(self) -> Named {
        Named(match self {
            Self::Source => words::source(),
            Self::Data => words::data(),
            Self::Party => words::party(),
            Self::Purpose => words::purpose(),
            Self::Condition => words::condition(),
            Self::Route => words::route(),
            Self::Clause => words::clause(),
            Self::Norm => words::norm(),
            Self::LeafSet => words::leaf_set(),
        })
    }

    pub(super) fn several(self) -> NamedOnes {
        NamedOnes(match self {
            Self::Source => words::sources(),
            Self::Data => words::data_ones(),
            Self::Party => words::parties(),
            Self::Purpose => words::purposes(),
            Self::Condition => words::conditions(),
            Self::Route => words::routes(),
            Self::Clause => words::clauses(),
            Self::Norm => words::norms(),
            Self::LeafSet => words::leaf_sets(),
        })
    }
}

impl Wanted {
    pub(super) fn told(self) -> Expected {
        Expected(match self {
            Self::Date => words::date(),
            Self::Sha256 => words::sha256(),
            Self::NumberPattern => words::number_pattern(),
            Self::Leaf => words::leaf(),
            Self::RestLeaf => words::rest_leaf(),
            Self::Range => words::range(),
            Self::RevisionKind => words::revision_kind(),
            Self::Keyword => words::keyword(),
        })
    }
}
