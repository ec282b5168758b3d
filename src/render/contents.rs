//! What the table of contents lists.

use crate::document::{Block, ClauseId};

/// The heading of the table of contents.
pub(super) const TITLE: &str = "目次";

/// The clauses that a table of contents lists: the outermost numbered headings, in order. In most documents these are
/// the chapters.
pub(super) fn entries(blocks: &[Block]) -> Vec<ClauseId> {
    let mut found = Vec::new();
    gather(blocks, &mut found);
    found
}

fn gather(blocks: &[Block], found: &mut Vec<ClauseId>) {
    for block in blocks {
        match block {
            Block::Section { clause, .. } => found.push(*clause),
            Block::Group { children, .. } | Block::Plain { children, .. } => gather(children, found),
            Block::List(items) => items.iter().for_each(|item| gather(&item.children, found)),
            Block::Paragraph { .. }
            | Block::Note { .. }
            | Block::Table { .. }
            | Block::Date { .. }
            | Block::Contents => {}
        }
    }
}
