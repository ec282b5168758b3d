//! The 新旧対照表.

use schemars::JsonSchema;
use serde::Serialize;

use crate::diff::table::{Cell, Line, Remark, Row, RowKind, Table};
use crate::document::{ClauseId, Document};

/// The 新旧対照表: the new wording beside the old.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Table")]
pub(super) struct TableOut {
    /// The rows, in the order of the new revision.
    rows: Vec<RowOut>,
}

/// A row.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Row")]
struct RowOut {
    /// What it shows.
    kind: KindOut,
    /// The old wording.
    old: CellOut,
    /// The new wording.
    new: CellOut,
    /// The anchor of the innermost old clause that it is about.
    old_clause: Option<String>,
    /// The anchor of the innermost new clause that it is about.
    new_clause: Option<String>,
    /// What happened to it beside a change of words.
    remarks: Vec<RemarkOut>,
}

/// What a row shows.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "RowKind")]
enum KindOut {
    /// A heading that is the same, because something below it is shown.
    Place,
    /// The same on both sides.
    Same,
    /// The same on both sides, left out: （略）.
    Omitted,
    /// Changed, moved, divided or united.
    Changed,
    /// Only in the new revision: （新設） stands against it.
    Added,
    /// Only in the old revision: （削る） stands against it.
    Removed,
    /// Emptied, its number kept: 削除 stands against it.
    Retired,
}

/// One side of a row.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "is", rename_all = "snake_case")]
#[schemars(rename = "Cell")]
enum CellOut {
    /// Wording.
    Lines {
        /// Headings, paragraphs, bullets, table rows.
        lines: Vec<LineOut>,
    },
    /// （新設）: there was nothing.
    NewlyMade,
    /// （削る）: there is nothing any more.
    Deleted,
    /// （略）.
    Omitted {
        /// The numbers of the headings left out, one for each omission: `2.～4.`.
        numbers: Vec<String>,
    },
    /// Nothing: what stood against it is told by another row.
    Blank,
}

/// A line of wording.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Line")]
struct LineOut {
    /// How many headings, bullets and tables it stands under.
    depth: usize,
    /// Its words with number and mark, as printed.
    pieces: Vec<PieceOut>,
}

/// A piece of a line.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Piece")]
struct PieceOut {
    /// As printed.
    words: String,
    /// Whether it differs from the other side.
    marked: bool,
}

/// What happened beside a change of words.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "is", rename_all = "snake_case")]
#[schemars(rename = "Remark")]
enum RemarkOut {
    /// It stood elsewhere.
    Moved {
        /// The heading it stood under; null if it stood under the same.
        from: Option<String>,
        /// The number it had.
        number: Option<String>,
    },
    /// One became several, all shown in this row.
    Divided,
    /// Several became one, all shown in this row.
    United,
    /// A new heading over what stood under an old one.
    SplitOff {
        /// The old heading.
        from: String,
    },
    /// An old heading; what stood under it stands elsewhere.
    MergedInto {
        /// The new heading.
        into: String,
    },
    /// Emptied; the number stays.
    Retired,
}

pub(super) fn write(table: &Table, old: &Document, new: &Document) -> TableOut {
    TableOut {
        rows: table.rows.iter().map(|one| row(one, old, new)).collect(),
    }
}

fn row(row: &Row, old: &Document, new: &Document) -> RowOut {
    let anchor = |document: &Document, clause: Option<ClauseId>| Some(document.clause(clause?).anchor.clone());
    RowOut {
        kind: match row.kind {
            RowKind::Place => KindOut::Place,
            RowKind::Same => KindOut::Same,
            RowKind::Omitted => KindOut::Omitted,
            RowKind::Changed => KindOut::Changed,
            RowKind::Added => KindOut::Added,
            RowKind::Removed => KindOut::Removed,
            RowKind::Retired => KindOut::Retired,
        },
        old: cell(&row.old),
        new: cell(&row.new),
        old_clause: anchor(old, row.old_clause),
        new_clause: anchor(new, row.new_clause),
        remarks: row.remarks.iter().map(remark).collect(),
    }
}

fn cell(cell: &Cell) -> CellOut {
    match cell {
        Cell::Lines(lines) => CellOut::Lines {
            lines: lines.iter().map(line).collect(),
        },
        Cell::NewlyMade => CellOut::NewlyMade,
        Cell::Deleted => CellOut::Deleted,
        Cell::Omitted(numbers) => CellOut::Omitted {
            numbers: numbers.clone(),
        },
        Cell::Blank => CellOut::Blank,
    }
}

fn line(line: &Line) -> LineOut {
    let pieces = line.pieces.iter().map(|piece| PieceOut {
        words: piece.words.clone(),
        marked: piece.marked,
    });
    LineOut {
        depth: line.depth,
        pieces: pieces.collect(),
    }
}

fn remark(remark: &Remark) -> RemarkOut {
    match remark.clone() {
        Remark::Moved { from, number } => RemarkOut::Moved { from, number },
        Remark::Divided => RemarkOut::Divided,
        Remark::United => RemarkOut::United,
        Remark::SplitOff(from) => RemarkOut::SplitOff { from },
        Remark::MergedInto(into) => RemarkOut::MergedInto { into },
        Remark::Retired => RemarkOut::Retired,
    }
}
