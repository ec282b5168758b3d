//! The document `hoshin.bundle/1-draft.N` as it stands in JSON: plain structs, no meaning. The schema is made from them.
//!
//! A member that a decision reads always stands, and says `[]`, `"*"` or `"none"` where nothing restricts. Any other is left
//! out where it says nothing, and refused where it says so (`left_out`). So a document has one reading, and the digest of
//! what was read is the digest of what was written.

mod document;
mod leaf;
mod leaf_set;
mod left_out;
mod location;
mod norm;
mod revision;
mod vocabulary;
mod word;

pub use document::{Block, Clause, Document, LevelStyle, MarkedRun, Number, Row, Run};
pub use leaf::{Asked, Leaf, RestOf};
pub use leaf_set::{AllBut, Everything, LeafSet, LeafSets, SetRef};
pub(in crate::bundle) use left_out::LEFT_OUT;
use left_out::{given, is_false, stated};
pub use location::Location;
pub use norm::{
    AnyOf, Demand, Norm, Nothing, Period, ProcessingRequirement, Provenance, Replacement, Routes, Scope,
    TransferAbroad, Transform, Unless,
};
pub use revision::{Acknowledgement, Covered, Revision, SummaryLine};
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
pub use vocabulary::{BuiltIn, Concept, Day, Lapse, Linking, Route, Since, Vocabulary};
pub use word::{Act, Attribute, DateKind, Decision, Effect, Level, NoticeKind, Part, Processing, Rank};

/// A Japanese privacy policy as a machine-readable set of norms, complete enough to decide requests from this document
/// alone.
///
/// A request asks: may this act be done with these data categories, with this party, for this purpose, the data being in
/// this state of processing and these conditions being asserted (and, for `collect`, by this route)? To decide it:
///
/// 1. Ask about leaves. A concept without children is one leaf. A concept with children stands for all leaves below it
///    and for its own rest leaf, `{"rest_of": name}`: what it contains and nobody named. A party with children and several
///    `countries` has no rest leaf: its places are all of it. Decide every combination of leaves; the strictest verdict is the request's, `forbidden` being stricter than `not_stated`, and that than
///    `permitted`. To assert a condition is to assert its own leaf: itself, or its rest leaf when it has children.
///
/// 2. A norm applies to a combination of leaves when it lists the act; when the sets of its `data`, `parties` and `purposes`
///    have the leaves; when its `routes` are `*` or name the route; when the state is one it speaks of (a permit from the
///    strength of its `processing` upwards, a forbid or limit up to it); when each element of `requires` has a leaf that is
///    asserted; and when `unless.conditions` has none. No forbid or limit applies while a leaf is asserted that lies below the
///    condition whose `built_in.key` is `statutory_duty`, though no `unless` names it: it lifts every one, and permits nothing.
///
/// 3. A norm that applies counts unless it gives way to one of the opposite effect that counts: to a norm of a clause that
///    its own `unless.clauses` name, or to one whose `priority_over` names a clause of it. A norm is of every clause in its
///    `clause_path`. What a norm declares so does not reach the norms of its own clause, the last of the path. Where giving
///    way goes round in a circle, the forbids and limits count.
///
/// 4. Of the norms that count, those of the highest rank decide, `rider` over `ordinary`. Among them a forbid or limit
///    beats a permit. Where none counts, the policy does not state it: refuse.
///
/// Names refer: sources, concepts, routes, clauses (by anchor) and norms (by key) are each declared in one place and
/// referred to by name elsewhere; sets of leaves by their number. What decides always stands; any other member is left out
/// where it says nothing, and never `null`. A reader must refuse a document with a member it does not know, since it may
/// restrict a permission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// The format and its version.
    pub format: Format,
    /// `sha256:` and the SHA-256, in lower-case hexadecimal, of the canonical form (RFC 8785) of this document without
    /// this member.
    // Left out while it is computed; never empty in a finished document.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^sha256:[0-9a-f]{64}$")))]
    pub digest: String,
    /// How much of the policy the document holds.
    pub extent: Extent,
    /// What made the document.
    pub generator: Generator,
    /// What the policy says about itself.
    pub policy: Metadata,
    /// The sources it was compiled from, the main one first.
    pub sources: Vec<Source>,
    /// What the norms speak about.
    pub vocabulary: Vocabulary,
    /// The sets of leaves that the rest refers to.
    pub leaf_sets: LeafSets,
    /// The rules, in the order of the clauses that state them.
    pub norms: Vec<Norm>,
    /// What must be done to data before certain norms permit an act (加工), gathered from `norms`.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub processing_requirements: Vec<ProcessingRequirement>,
    /// Clauses about transfers abroad (越境). Their effect is already in the `parties` of the norms.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub transfers_abroad: Vec<TransferAbroad>,
    /// What the policy says of its revisions (改定, 最終改定), in the order of the source.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<Revision>,
    /// Statements the law wants on the page that permit and forbid nothing (dpv:Notice).
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
    /// Terms that the prose defines.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<DefinedTerm>,
    /// Requests with the decision that the policy's authors expect (検証). A reader can check its own decisions by them.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<PolicyTest>,
    /// The clauses, in the order in which they appear.
    pub outline: Vec<Clause>,
    /// How the levels are numbered, the outermost first.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub numbering: Vec<LevelStyle>,
    /// The page.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
    /// How much of the wording of each chapter the norms stand for.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub coverage: Vec<ChapterCoverage>,
}

/// The name of the format. Until the first release every change of the format raises the number of the draft.
pub const FORMAT: &str = "hoshin.bundle/1-draft.7";

/// The format and its version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub enum Format {
    /// Version 1, as far as it is drafted.
    #[serde(rename = "hoshin.bundle/1-draft.7")]
    V1,
}

/// How much of a policy a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub enum Extent {
    /// All of it: the policy can be decided, compared and drawn from it.
    #[serde(rename = "whole")]
    Whole,
    /// What decisions and their citations need: no wording, no places, no page, no tests.
    #[serde(rename = "runtime")]
    Runtime,
}

/// What made the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Generator {
    /// The program: `hoshin`.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// What the policy says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Metadata {
    /// The title.
    pub title: String,
    /// The business operator (事業者), if the policy names one.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub operator: Option<Operator>,
    /// Its dates, in the order of the source.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<PolicyDate>,
    /// The previous revision (旧版), as the source names it.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub previous_revision: Option<String>,
}

/// The business operator handling personal information (個人情報取扱事業者, APPI article 16(2); dpv:DataController).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Operator {
    /// The operator as a party: a name in `vocabulary.parties`. The party of acts it does alone.
    pub party: String,
    /// What the policy calls it: 当社.
    pub name: String,
    /// Its official name.
    pub official_name: String,
    /// Its address.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Its representative.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub representative: Option<String>,
}

/// A date of the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PolicyDate {
    /// What happened.
    pub kind: DateKind,
    /// When: `2026-04-01`.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date")))]
    pub date: String,
}

/// A source file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its path relative to the folder of the main source, with `/`.
    pub name: String,
    /// The SHA-256 of its text (UTF-8, without a byte order mark), in lower-case hexadecimal.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[0-9a-f]{64}$")))]
    pub sha256: String,
}

/// A statement that permits and forbids nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// What the source states for machines, such as the rights granted.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// Its wording as shown.
    pub wording: String,
    /// The anchor of the clause it stands in.
    pub clause: String,
    /// Where.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
}

/// A term that the prose defines: （以下「当社」といいます）.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DefinedTerm {
    /// The term.
    pub term: String,
    /// Other words for it.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The anchor of its definition on the page.
    pub anchor: String,
    /// Where it is defined.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
}

/// A request with the decision that must come out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PolicyTest {
    /// What it is called.
    pub title: String,
    /// The act.
    pub act: Act,
    /// Names in `vocabulary.data_categories`; the request asks about all of them. Left out: about all data.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<Asked>,
    /// A name in `vocabulary.parties`. Left out: the operator for what it does alone (`collect`, `use`, `publish`, `retain`,
    /// `erase`), and every party for the other acts.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub party: Option<Asked>,
    /// A name in `vocabulary.purposes`; left out, every purpose is asked about.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Asked>,
    /// The state of the data.
    pub processing: Processing,
    /// Names in `vocabulary.conditions` that the request asserts.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// A name in `vocabulary.routes`, for collection. Left out: every route is asked about.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub route: Option<String>,
    /// What must come out.
    pub expected: Decision,
    /// Where it is written.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
}

/// How much of one chapter's wording is bound to norms and notices, and how open its lists are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChapterCoverage {
    /// The anchor of the chapter.
    pub clause: String,
    /// Characters of wording bound to a norm or a notice.
    #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
    pub bound_characters: u32,
    /// Characters of wording in all.
    #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
    pub total_characters: u32,
    /// Paragraphs that are plain prose: the machine does not vouch for them.
    #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
    pub plain_paragraphs: u32,
    /// Lists and phrases left open: その他, 等, 必要な範囲.
    #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
    pub open_phrases: u32,
}
