//! What the policy says of its revisions, in JSON.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DateKind, Location};

/// One revision: its date, what its summary says, and what was acknowledged for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// `revised` or `last_revised`.
    pub kind: DateKind,
    /// Its date: `2026-04-01`.
    #[schemars(extend("format" = "date"))]
    pub date: String,
    /// The lines of its summary (改定概要), in the order of the page.
    pub summary: Vec<SummaryLine>,
    /// Widenings that somebody answers for (承認). They are not on the page.
    pub acknowledgements: Vec<Acknowledgement>,
    /// Where.
    pub location: Location,
}

/// One change in the editor's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SummaryLine {
    /// Its wording as shown; a line end parts paragraphs.
    pub wording: String,
    /// The change it describes.
    pub covers: Covered,
    /// Where.
    pub location: Location,
}

/// A widening that is accepted on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// What may become wider.
    pub covers: Covered,
    /// Why.
    pub reason: String,
    /// When it was decided: `2026-03-15`.
    #[schemars(extend("format" = "date"))]
    pub date: String,
    /// Where.
    pub location: Location,
}

/// What a line of a summary or an acknowledgement names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Covered {
    /// Anchors of clauses; each stands for the clauses inside it too.
    pub clauses: Vec<String>,
    /// Names in `vocabulary.data_categories`.
    pub data_categories: Vec<String>,
    /// Names in `vocabulary.parties`.
    pub parties: Vec<String>,
    /// Names in `vocabulary.purposes`.
    pub purposes: Vec<String>,
    /// Names in `vocabulary.conditions`.
    pub conditions: Vec<String>,
    /// Names that only the previous revision has, qualified or the last part.
    pub removed: Vec<String>,
}
