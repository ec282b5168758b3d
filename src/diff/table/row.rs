//! What the 新旧対照表 consists of.

use crate::diff::units::UnitKind;
use crate::diff::wording::WordingOptions;
use crate::document::ClauseId;

/// How a table is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableOptions {
    /// What counts as a difference of wording.
    pub wording: WordingOptions,
    /// Leave out what is the same, as （略）.
    pub omit_same: bool,
}

impl Default for TableOptions {
    fn default() -> Self {
        Self {
            wording: WordingOptions::default(),
            omit_same: true,
        }
    }
}

/// Two revisions side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The title of the old document.
    pub old_title: String,
    /// The title of the new document.
    pub new_title: String,
    /// The rows, in the order of the new document.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it shows.
    pub kind: RowKind,
    /// The old wording.
    pub old: Cell,
    /// The new wording.
    pub new: Cell,
    /// The innermost old clause that the row is about.
    pub old_clause: Option<ClauseId>,
    /// The innermost new clause that the row is about.
    pub new_clause: Option<ClauseId>,
    /// What happened to it beside a change of words.
    pub remarks: Vec<Remark>,
}

/// What a row shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKind {
    /// A heading that is the same, because something below it is shown.
    Place,
    /// The same on both sides, shown because nothing is left out.
    Same,
    /// The same on both sides, left out: （略）.
    Omitted,
    /// Changed, moved, divided or united.
    Changed,
    /// Only in the new document: （新設） stands against it.
    Added,
    /// Only in the old document: （削る） stands against it.
    Removed,
    /// Emptied, its number kept: 削除 stands against it.
    Retired,
}

impl RowKind {
    /// Whether the row shows a change.
    #[must_use]
    pub fn is_change(self) -> bool {
        matches!(self, Self::Changed | Self::Added | Self::Removed | Self::Retired)
    }
}

/// One side of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Wording.
    Lines(Vec<Line>),
    /// （新設）: there was nothing.
    NewlyMade,
    /// （削る）: there is nothing any more.
    Deleted,
    /// （略）, a line for what is left of the clause before and for each series of headings left out, with their numbers:
    /// `2.～4.`; empty where there are none.
    Omitted(Vec<String>),
    /// Nothing: what stood against it is told by another row.
    Blank,
}

/// A line of wording: a heading, a paragraph, a bullet, a table row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: UnitKind,
    /// How many headings, bullets and tables it stands under.
    pub depth: usize,
    /// Its words with number and mark, as printed.
    pub pieces: Vec<Piece>,
}

impl Line {
    /// The line as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.words.as_str()).collect()
    }
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// As printed.
    pub words: String,
    /// Whether it differs from the other side.
    pub marked: bool,
}

/// What happened beside a change of words. Clauses are given as they are called on the side where they stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// It stood under this heading of the old document; `None` if it stood under the same and only its place differs.
    Moved {
        /// The heading it stood under: `3. 第三者提供`.
        from: Option<String>,
        /// The number it had: `(2)`.
        number: Option<String>,
    },
    /// One became several, all shown in this row.
    Divided,
    /// Several became one, all shown in this row.
    United,
    /// A new heading over what stood under this old one.
    SplitOff(String),
    /// An old heading; what stood under it stands under this new one.
    MergedInto(String),
    /// Emptied; the number stays.
    Retired,
}
