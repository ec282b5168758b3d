//! The norms in JSON.

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Act, Asked, Effect, Everything, Location, Processing, Rank, SetRef, given, is_false, stated};

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// Its name; unique. Stable while its clause keeps its name. The page carries it as `data-rule`.
    pub key: String,
    /// What it does.
    pub effect: Effect,
    /// The acts it is about.
    #[cfg_attr(feature = "schema", schemars(extend("uniqueItems" = true)))]
    pub acts: Vec<Act>,
    /// The data categories (dpv:hasPersonalData).
    pub data: Scope,
    /// The other party of the act: the recipient (dpv:hasRecipient) of what is provided, entrusted, shared, transmitted
    /// or published, the source of what is collected or received; the operator for what it does alone.
    pub parties: Scope,
    /// The purposes (dpv:hasPurpose).
    pub purposes: Scope,
    /// The data leaves that no linking brings under the norm: those below `data.except`, and what its transform removes.
    pub excluded_data: SetRef,
    /// For collection, the routes.
    pub routes: Routes,
    /// For a permit the least state at which it holds; for a forbid or limit the greatest at which it bites.
    pub processing: Processing,
    /// Each of these must hold for the norm to count.
    pub requires: Vec<AnyOf>,
    /// What lifts the norm (但し).
    pub unless: Unless,
    /// Its rank.
    pub rank: Rank,
    /// Anchors of clauses whose norms this norm goes before (優先).
    pub priority_over: Vec<String>,
    /// What must be done to the data, for a permit at a processed state.
    pub transform: Demand,
    /// Whether it is what the exception (但し) of a prohibition permits: it is cited as the proviso of its clause. It decides
    /// as any other permit does. Only a permit that asks for conditions may be one.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "is_false")]
    pub exception: bool,
    /// Anchors of the clauses it is of, from the outermost to the one that states it.
    pub clause_path: Vec<String>,
    /// Its legal basis (根拠; dpv:hasLegalBasis), as written.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub legal_basis: Vec<String>,
    /// How long (期間; dpv:hasStorageCondition).
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub retention_period: Option<Period>,
    /// Where it comes from.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub provenance: Option<Provenance>,
}

/// How long data is kept. It decides by the conditions that it names, which are among those of the norm; their `lapse` says when they
/// hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// As written.
    pub written: String,
    /// Names in `vocabulary.conditions`: whichever holds first ends it. Each lifts the norm.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub ends: Vec<String>,
    /// Names in `vocabulary.conditions`: before one of them holds the data is not erased. A forbid of its own says so.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub at_least: Vec<String>,
}

/// On which routes a norm about collection holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
pub enum Routes {
    /// On any; also where no act of the norm is `collect`.
    Any(Everything),
    /// On these: names in `vocabulary.routes`.
    These(Vec<String>),
}

/// What a norm demands to be done to the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
pub enum Demand {
    /// Nothing.
    Nothing(Nothing),
    /// This.
    Transform(Transform),
}

/// `none`: nothing is demanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub enum Nothing {
    /// Nothing.
    #[serde(rename = "none")]
    Nothing,
}

/// What a norm says about one dimension: the leaves below `named`, without those below `except` and those `withheld`.
///
/// The data of a norm with a transform are the processed data: with what `generalise` puts in the place of one of those
/// leaves, without what the transform removes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// The concepts named, in the order of the source. `["*"]` where nothing restricts the dimension.
    pub named: Vec<String>,
    /// The concepts taken out; for a limit, the purposes that stay allowed.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<String>,
    /// Leaves below `named` and not below `except` that the norm does not cover all the same: parties abroad that a
    /// permit names only in general and no clause about transfers abroad (越境) lets it reach; parties that are no academic
    /// institution, of an exception for academic research; data that a stated purpose names with the rest, and that the
    /// policy does not collect; 個人番号, which a permit reaches by its name alone.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub withheld: Option<SetRef>,
    /// Whether the meaning was read from the wording rather than written for machines.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "is_false")]
    pub inferred: bool,
    /// Whether the wording leaves the list open (その他, 等).
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "is_false")]
    pub open: bool,
    /// The leaves that the norm covers: all that deciding needs, linkings aside.
    pub leaves: SetRef,
}

/// A choice of conditions: it holds when the request asserts one of the leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnyOf {
    /// Names in `vocabulary.conditions`; `rest_of` one is what a request asserts by its name alone. That is how a kind of it is left
    /// out, a consent to something else (範囲).
    pub any_of: Vec<Asked>,
    /// The leaves below them.
    pub leaves: SetRef,
}

/// What lifts a norm (但し).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unless {
    /// Any of these conditions lifts it.
    pub conditions: AnyOf,
    /// Anchors of clauses it gives way to: it does not count where a norm of one of them matches and counts.
    pub clauses: Vec<String>,
}

/// What must be done to data before an act (加工).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Transform {
    /// Data categories to remove (除外).
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub drop: Vec<String>,
    /// Of what identifies a person, directly or with other items, the data categories that alone may remain (残す).
    /// Empty: no bound.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub keep: Vec<String>,
    /// Data categories to replace by coarser ones (一般化).
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub generalise: Vec<Replacement>,
    /// The data leaves that are no longer there once it was applied.
    pub removes: SetRef,
    /// Where it is written.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
}

/// One replacement of a transform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Replacement {
    /// The data category replaced.
    pub from: String,
    /// What stands in its place.
    pub to: String,
}

/// One requirement to process data (加工), with the norms that demand it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProcessingRequirement {
    /// The state that must be reached.
    pub processing: Processing,
    /// How.
    pub transform: Transform,
    /// The keys of the norms that hold only for data so processed.
    pub norms: Vec<String>,
}

/// Where a norm comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// Where the statement is written.
    pub location: Location,
    /// The wording that states it, as shown.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "String::is_empty")]
    pub wording: String,
}

/// A clause about transfers abroad (越境).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TransferAbroad {
    /// The anchor of the clause that states it.
    pub clause: String,
    /// Anchors of the clauses whose acts may reach parties abroad.
    pub covers: Vec<String>,
    /// Where.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
}
