//! The 新旧対照表: what changed, the new wording beside the old, as a Japanese legal department sets it.
//!
//! A row is a heading, a paragraph, a bullet or a table row that changed, with both wordings and the differing passages marked;
//! what came or went as a whole stands against （新設） or （削る）; what is the same is left out as （略）, under the headings that
//! say where the reader is. The facts are here, words and markup are `render::comparison`'s.

mod atoms;
mod build;
mod changes;
mod divided;
mod lines;
mod merged;
mod omitted;
mod remarks;
mod row;
mod sides;

pub use row::{Cell, Line, Piece, Remark, Row, RowKind, Table, TableOptions};

use crate::diff::pairing::Pairing;
use crate::document::Document;

impl Table {
    /// Compares two documents whose clauses are paired.
    #[must_use]
    pub fn new(old: &Document, new: &Document, pairing: &Pairing, options: &TableOptions) -> Self {
        build::table(old, new, pairing, options)
    }

    /// Whether the two revisions say the same in the same order.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes().next().is_none()
    }

    /// The rows that show a change.
    pub fn changes(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.kind.is_change())
    }
}
