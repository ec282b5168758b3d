//! The vocabulary in JSON: concepts by name, with what contains them.

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AnyOf, Attribute, Location, given, is_false, stated};

/// What the norms speak about: four graphs under "contains", the linkings between data categories, and the routes of
/// collection.
///
/// Each graph has, above what is listed, a top element that contains everything; it is written `*` wherever a name may
/// stand. Names are unique within a graph, and a concept may have several parents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// Data categories (情報; dpv:PersonalData).
    pub data_categories: Vec<Concept>,
    /// Parties (主体): the operator, recipients (dpv:Recipient), sources (dpv:DataSource), processors.
    pub parties: Vec<Concept>,
    /// Purposes (目的; dpv:Purpose).
    pub purposes: Vec<Concept>,
    /// Conditions (条件) that a request may assert; the built-in ones first.
    pub conditions: Vec<Concept>,
    /// Containments that hold only under conditions (紐付け).
    pub linkings: Vec<Linking>,
    /// Ways in which data is collected (経路).
    pub routes: Vec<Route>,
}

/// A member of one graph.
///
/// Without children it is a leaf. With children it contains their leaves and its own rest leaf, `{"rest_of": name}`, so
/// that it is wider than the union of its children. A party with children and several `countries` has no rest leaf: a child for
/// each of the countries is all of it that has no other name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// Its name; unique in its graph. A name local to a clause is qualified: `加盟店への提供.加盟店発送`.
    pub name: String,
    /// Its wordings, the one to show first. Left out: show the last part of the name.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
    /// Its attributes. They hold for everything it contains.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(extend("uniqueItems" = true)))]
    pub attributes: Vec<Attribute>,
    /// The countries of a foreign party (国名), where the policy gives them, as it writes them.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<String>,
    /// Of a condition that holds once a period (期間) is over: when that is. What is over later is a kind of what is over earlier.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub lapse: Option<Lapse>,
    /// Names of the concepts that contain it directly. Empty: only the top element does.
    pub parents: Vec<String>,
    /// Whether it was declared by its wording alone, so that its name was made by the compiler and may change.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "is_false")]
    pub anonymous: bool,
    /// What it is to the language, for concepts that no source declares.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub built_in: Option<BuiltIn>,
    /// Where it is declared; nowhere for built-in concepts.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
}

/// When a period is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
pub enum Lapse {
    /// A length of time after an event.
    Since(Since),
    /// After a day.
    Day(Day),
}

/// The end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// The last day of the period: `2026-04-01`.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date")))]
    pub day: String,
}

/// A length of time after an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Since {
    /// The event: a name in `vocabulary.conditions`, or `取得`, when the data was obtained.
    pub event: String,
    /// How long, as ISO 8601 has it: `P1Y6M`, `P90D`, `PT24H`.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "duration")))]
    pub length: String,
}

/// A concept that the language knows by itself: an exception as the law names it, or a person's act of will.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BuiltIn {
    /// Its English key, the same in every policy: `consent`, `legal_obligation`.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The article of the Act on the Protection of Personal Information (APPI) behind it: `27(1)(ii)`.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub appi_article: Option<String>,
}

/// A containment that holds only under conditions (紐付け): in a request in which they hold, every leaf below `from` counts
/// also as something that `to` contains and nobody named, which is the own leaf of `to`: itself, or its rest leaf.
///
/// So a norm covers it whose set has either leaf, unless its `excluded_data` have either; and a request about `to` asks about
/// it too. One linking may start where another ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Linking {
    /// The data category that is linked.
    pub from: String,
    /// The data category that it then counts as.
    pub to: String,
    /// All of these must hold. Empty: always.
    pub when: Vec<AnyOf>,
    /// Where it is stated.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
}

/// A way in which data is collected (経路).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Its name; unique among the routes.
    pub name: String,
    /// Its wording.
    pub label: String,
    /// Where it is declared.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
}
