//! What the policy says of its revisions, in JSON.

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DateKind, Location, given, is_false, stated};

/// One revision: its date, what its summary says, and what was acknowledged for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// `revised` or `last_revised`.
    pub kind: DateKind,
    /// Its date: `2026-04-01`.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date")))]
    pub date: String,
    /// The lines of its summary (改定概要), in the order of the page.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub summary: Vec<SummaryLine>,
    /// Widenings that somebody answers for (承認). They are not on the page.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub acknowledgements: Vec<Acknowledgement>,
    /// Where.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
}

/// One change in the editor's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SummaryLine {
    /// Its wording as shown; a line end parts paragraphs.
    pub wording: String,
    /// The change it describes.
    pub covers: Covered,
    /// Where.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
}

/// A widening that is accepted on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// What may become wider.
    pub covers: Covered,
    /// Why.
    pub reason: String,
    /// When it was decided: `2026-03-15`.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date")))]
    pub date: String,
    /// Where.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
}

/// What a line of a summary or an acknowledgement names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Covered {
    /// Anchors of clauses; each stands for the clauses inside it too.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<String>,
    /// Names in `vocabulary.data_categories`.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub data_categories: Vec<String>,
    /// Names in `vocabulary.parties`.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<String>,
    /// Names in `vocabulary.purposes`.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<String>,
    /// Names in `vocabulary.conditions`.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// Names that only the previous revision has, qualified or the last part.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<String>,
    /// What stands in no clause: the preamble.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "is_false")]
    pub outside: bool,
}
