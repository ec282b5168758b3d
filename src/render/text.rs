//! The text rendering: exactly the page's words in order.

use super::lines::Lines;
use super::{contents, japanese_date};
use crate::characters;
use crate::document::{Block, Document, ListItem, Part, Run, TableRow};
use crate::policy::Policy;

/// Renders a policy as plain text: the words of the page and nothing else, UTF-8, ended by a line feed.
///
/// One paragraph is one line, however long. Bullets begin with `・`, notes with `※`, what stands under a bullet is
/// indented by U+3000, the cells of a table row are parted by tabs. A link shows only its words. What no
/// reader could see stands there as its code point.
#[must_use]
pub fn text(policy: &Policy) -> String {
    let document = &policy.document;
    let mut lines = Lines::default();
    lines.block(&document.title);
    blocks(&document.blocks, document, &mut lines);
    characters::shown(&lines.finish()).into_owned()
}

fn blocks(blocks: &[Block], document: &Document, lines: &mut Lines) {
    for each in blocks {
        block(each, document, lines);
    }
}

fn block(block: &Block, document: &Document, lines: &mut Lines) {
    match block {
        Block::Section { clause, children, .. } => {
            lines.block(&document.reference(*clause, Part::Full));
            blocks(children, document, lines);
        }
        Block::Group { title, children, .. } => {
            lines.block(&format!("[{}]", document.plain(title)));
            if !children.is_empty() {
                lines.close_up();
            }
            blocks(children, document, lines);
        }
        Block::Plain { children, .. } => blocks(children, document, lines),
        Block::Paragraph { runs, .. } => lines.block(&document.plain(runs)),
        Block::Note { runs, .. } => lines.block(&format!("※{}", document.plain(runs))),
        Block::List(items) => list(items, document, lines),
        Block::Table { caption, columns, rows } => {
            if !caption.is_empty() {
                lines.block(&document.plain(caption));
                lines.close_up();
            }
            table(columns, rows, document, lines);
        }
        Block::Date { kind, date } => lines.block(&format!("{}{}", japanese_date(*date), kind.word())),
        Block::Contents => {
            lines.block(contents::TITLE);
            for clause in contents::entries(&document.blocks) {
                lines.line(&document.reference(clause, Part::Full));
            }
            lines.gap();
        }
    }
}

fn list(items: &[ListItem], document: &Document, lines: &mut Lines) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            lines.close_up();
        }
        lines.item("・", "　", |lines| {
            let words = document.plain(&item.runs);
            // Without words of its own, the mark stands before the first block.
            if !words.is_empty() || item.children.is_empty() {
                lines.line(&words);
            }
            blocks(&item.children, document, lines);
        });
    }
    lines.gap();
}

fn table(columns: &[Vec<Run>], rows: &[TableRow], document: &Document, lines: &mut Lines) {
    let mut row = |cells: &[Vec<Run>]| {
        let cells: Vec<String> = cells.iter().map(|cell| document.plain(cell)).collect();
        lines.line(&cells.join("\t"));
    };
    if !columns.is_empty() {
        row(columns);
    }
    for each in rows {
        row(&each.cells);
    }
    lines.gap();
}
