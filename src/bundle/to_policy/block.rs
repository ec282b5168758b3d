//! The page read back: the flat list becomes a tree again.

use super::clause::runs;
use super::{Reader, date, each};
use crate::bundle::error::{BundleError, Excess, Within};
use crate::bundle::v1;
use crate::document::{Binding, Block, ListItem, TableRow};

/// Deepest nesting of blocks accepted. A source nests at most 64 blocks deep, each a list and a bullet, or a heading, at most.
const MAX_DEPTH: usize = 256;

/// A block whose children are still being read.
enum Open {
    /// A block that holds blocks: `Section`, `Group` or `Plain`, yet without children.
    Block(Block, Vec<Block>),
    Item(ListItem),
    List(Vec<ListItem>),
}

pub(super) fn blocks(reader: &Reader<'_>, flat: &[v1::Block]) -> Result<Vec<Block>, BundleError> {
    let mut top = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for (index, one) in flat.iter().enumerate() {
        let at = || format!("[{index}]");
        let depth = depth(one) as usize;
        if depth > MAX_DEPTH {
            return Err(BundleError::TooLarge {
                path: at(),
                what: Excess::Nesting,
            });
        }
        while open.len() > depth {
            close(&mut open, &mut top);
        }
        let fits = match open.last() {
            None => !matches!(one, v1::Block::Item { .. }),
            Some(Open::List(_)) => matches!(one, v1::Block::Item { .. }),
            Some(Open::Block(..) | Open::Item(_)) => !matches!(one, v1::Block::Item { .. }),
        };
        if open.len() < depth || !fits {
            return Err(BundleError::Misplaced { path: at() });
        }
        match begin(reader, one).within(at)? {
            Begun::Open(container) => open.push(container),
            Begun::Whole(block) => add(block, &mut open, &mut top),
        }
    }
    while !open.is_empty() {
        close(&mut open, &mut top);
    }
    Ok(top)
}

/// Ends the innermost open block and puts it where it belongs.
fn close(open: &mut Vec<Open>, top: &mut Vec<Block>) {
    match open.pop() {
        None => {}
        Some(Open::Item(item)) => {
            // INVARIANT: an item is opened only in a list.
            if let Some(Open::List(items)) = open.last_mut() {
                items.push(item);
            }
        }
        Some(Open::List(items)) => add(Block::List(items), open, top),
        Some(Open::Block(mut block, inside)) => {
            if let Block::Section { children, .. } | Block::Group { children, .. } | Block::Plain { children, .. } =
                &mut block
            {
                *children = inside;
            }
            add(block, open, top);
        }
    }
}

/// Puts a finished block in the innermost open one.
fn add(block: Block, open: &mut [Open], top: &mut Vec<Block>) {
    match open.last_mut() {
        None => top.push(block),
        Some(Open::Block(_, children)) => children.push(block),
        Some(Open::Item(item)) => item.children.push(block),
        // INVARIANT: only items stand in a list.
        Some(Open::List(_)) => {}
    }
}

enum Begun {
    Open(Open),
    Whole(Block),
}

fn begin(reader: &Reader<'_>, block: &v1::Block) -> Result<Begun, BundleError> {
    let container = |block| Begun::Open(Open::Block(block, Vec::new()));
    Ok(match block {
        v1::Block::Section {
            clause, level, norms, ..
        } => container(Block::Section {
            clause: reader.clause(clause).within(|| ".clause".to_owned())?,
            level: (*level).into(),
            norms: reader.norm_list(norms)?,
            children: Vec::new(),
        }),
        v1::Block::Group {
            clause, norms, title, ..
        } => container(Block::Group {
            binding: binding(reader, clause.as_ref(), norms)?,
            title: runs(reader, title, ".title")?,
            children: Vec::new(),
        }),
        v1::Block::Plain { clause, norms, .. } => container(Block::Plain {
            binding: binding(reader, clause.as_ref(), norms)?,
            children: Vec::new(),
        }),
        v1::Block::Paragraph {
            clause,
            norms,
            runs: words,
            ..
        } => Begun::Whole(Block::Paragraph {
            binding: binding(reader, clause.as_ref(), norms)?,
            runs: runs(reader, words, ".runs")?,
        }),
        v1::Block::Note {
            clause,
            norms,
            runs: words,
            ..
        } => Begun::Whole(Block::Note {
            binding: binding(reader, clause.as_ref(), norms)?,
            runs: runs(reader, words, ".runs")?,
        }),
        v1::Block::List { .. } => Begun::Open(Open::List(Vec::new())),
        v1::Block::Item {
            clause,
            norms,
            runs: words,
            ..
        } => Begun::Open(Open::Item(ListItem {
            binding: binding(reader, clause.as_ref(), norms)?,
            runs: runs(reader, words, ".runs")?,
            children: Vec::new(),
        })),
        v1::Block::Table {
            caption, columns, rows, ..
        } => Begun::Whole(Block::Table {
            caption: runs(reader, caption, ".caption")?,
            columns: each(columns, ".columns", |column| runs(reader, column, ""))?,
            rows: each(rows, ".rows", |one| row(reader, one))?,
        }),
        v1::Block::Date { kind, date: day, .. } => Begun::Whole(Block::Date {
            kind: (*kind).into(),
            date: date(day)?,
        }),
        v1::Block::Contents { .. } => Begun::Whole(Block::Contents),
    })
}

fn row(reader: &Reader<'_>, row: &v1::Row) -> Result<TableRow, BundleError> {
    Ok(TableRow {
        binding: binding(reader, row.clause.as_ref(), &row.norms)?,
        cells: each(&row.cells, ".cells", |cell| runs(reader, cell, ""))?,
    })
}

fn binding(reader: &Reader<'_>, clause: Option<&String>, norms: &[String]) -> Result<Binding, BundleError> {
    let clause = clause.map(|anchor| reader.clause(anchor));
    Ok(Binding {
        clause: clause.transpose().within(|| ".clause".to_owned())?,
        norms: reader.norm_list(norms)?,
    })
}

fn depth(block: &v1::Block) -> u32 {
    match block {
        v1::Block::Section { depth, .. }
        | v1::Block::Group { depth, .. }
        | v1::Block::Plain { depth, .. }
        | v1::Block::Paragraph { depth, .. }
        | v1::Block::Note { depth, .. }
        | v1::Block::List { depth }
        | v1::Block::Item { depth, .. }
        | v1::Block::Table { depth, .. }
        | v1::Block::Date { depth, .. }
        | v1::Block::Contents { depth } => *depth,
    }
}
