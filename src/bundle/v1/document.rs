//! Outline and page in JSON. Both are flat lists, so that no depth of nesting is beyond a reader.

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DateKind, Level, Location, Part, given, is_false, stated};

/// A part of the document that others can refer to and that norms come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Its anchor on the page; unique. Stable while it keeps its name.
    pub anchor: String,
    /// What it is, in English: `chapter`, `provide`, `rider`.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::bundle::schema::clause_kind"))]
    pub kind: String,
    /// The keyword it was written with: 章, 提供, 特約.
    pub keyword: String,
    /// Its qualified name, where it or an enclosing clause has one.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The anchor of the clause it stands in, which comes before it in the list.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Its number, where it has one.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub number: Option<Number>,
    /// Its title, or its wording where it has none; references spelt out.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The same as runs, where it is more than plain words.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub title_runs: Vec<Run>,
    /// Whether the title is shown as a heading.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "is_false")]
    pub headed: bool,
    /// Whether it was retired (削除): it keeps its number and holds nothing.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "is_false")]
    pub retired: bool,
    /// Where it is written.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
}

/// A number as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// The level that was counted.
    pub level: Level,
    /// As in the heading: `(1)`.
    pub full: String,
    /// Without its marks: `1`.
    pub bare: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// Its blocks from top to bottom. A block stands inside the nearest one before it whose `depth` is one less.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block>,
}

/// How one level is numbered and referred to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelStyle {
    /// The level.
    pub level: Level,
    /// The first number as it looks: `1.`, `(1)`, `第1条（題）`.
    pub pattern: String,
    /// The word that a reference prints after the bare number (条); left out, it prints the number as in the heading.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub reference_word: Option<String>,
}

/// A block of the page. `section`, `group`, `plain` and `item` hold blocks, `list` holds items, the others nothing.
///
/// Where a block has them, `clause` is the anchor of the clause it is, and `norms` are the keys of the norms it states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(tag = "block", rename_all = "snake_case", deny_unknown_fields)]
pub enum Block {
    /// A numbered heading; number and title are the clause's.
    Section {
        /// How deep it stands, from 0.
        #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
        depth: u32,
        /// The anchor of the clause.
        clause: String,
        /// Its level.
        level: Level,
        /// The keys of the norms that its head states.
        #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
        norms: Vec<String>,
    },
    /// A `[…]` heading.
    Group {
        /// How deep it stands, from 0.
        #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
        depth: u32,
        /// The anchor of the clause it is.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        clause: Option<String>,
        /// The keys of the norms it states.
        #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
        norms: Vec<String>,
        /// Its title.
        #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
        title: Vec<Run>,
    },
    /// A clause that shows no heading of its own.
    Plain {
        /// How deep it stands, from 0.
        #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
        depth: u32,
        /// The anchor of the clause it is.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        clause: Option<String>,
        /// The keys of the norms it states.
        #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
        norms: Vec<String>,
    },
    /// A paragraph.
    Paragraph {
        /// How deep it stands, from 0.
        #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
        depth: u32,
        /// The anchor of the clause it is.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        clause: Option<String>,
        /// The keys of the norms it states.
        #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
        norms: Vec<String>,
        /// Its words.
        #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
        runs: Vec<Run>,
    },
    /// A `※` note.
    Note {
        /// How deep it stands, from 0.
        #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
        depth: u32,
        /// The anchor of the clause it is.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        clause: Option<String>,
        /// The keys of the norms it states.
        #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
        norms: Vec<String>,
        /// Its words, without the mark.
        #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
        runs: Vec<Run>,
    },
    /// Bullets.
    List {
        /// How deep it stands, from 0.
        #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
        depth: u32,
    },
    /// One bullet of a list.
    Item {
        /// How deep it stands, from 0.
        #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
        depth: u32,
        /// The anchor of the clause it is.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        clause: Option<String>,
        /// The keys of the norms it states.
        #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
        norms: Vec<String>,
        /// Its words.
        #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
        runs: Vec<Run>,
    },
    /// A table.
    Table {
        /// How deep it stands, from 0.
        #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
        depth: u32,
        /// Its caption.
        #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
        caption: Vec<Run>,
        /// The heads of its columns.
        #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
        columns: Vec<Vec<Run>>,
        /// Its rows.
        rows: Vec<Row>,
    },
    /// A line such as 2026年4月1日最終改定.
    Date {
        /// How deep it stands, from 0.
        #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
        depth: u32,
        /// What happened.
        kind: DateKind,
        /// When: `2026-04-01`.
        #[cfg_attr(feature = "schema", schemars(extend("format" = "date")))]
        date: String,
    },
    /// The table of contents.
    Contents {
        /// How deep it stands, from 0.
        #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
        depth: u32,
    },
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The anchor of the clause it is.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// The keys of the norms it states.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Vec::is_empty")]
    pub norms: Vec<String>,
    /// Its cells, as many as the table has columns.
    pub cells: Vec<Vec<Run>>,
}

/// A piece of shown text: plain words as a string, anything else as an object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
pub enum Run {
    /// Plain words.
    Text(String),
    /// Words that are more than words.
    Marked(MarkedRun),
}

/// Words that are more than words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(tag = "run", rename_all = "snake_case", deny_unknown_fields)]
pub enum MarkedRun {
    /// Stressed words.
    Strong {
        /// The words.
        words: Vec<Run>,
    },
    /// A link.
    Link {
        /// What is shown.
        words: Vec<Run>,
        /// Where it leads: http, https, mailto or a fragment.
        target: String,
    },
    /// A reference to a clause, shown as its number and title.
    Reference {
        /// The anchor of the clause.
        clause: String,
        /// Which part is shown.
        part: Part,
    },
    /// A term at the place that defines it.
    Definition {
        /// The term.
        words: String,
        /// The anchor of the definition.
        anchor: String,
    },
    /// A term that is defined elsewhere on the page.
    Term {
        /// The term.
        words: String,
        /// The anchor of its definition.
        anchor: String,
    },
}
