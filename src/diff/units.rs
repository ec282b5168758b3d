//! The shown parts of a document as one ordered tree, each with the clause it is or stands in: what two revisions are
//! compared by.

use jiff::civil::Date;

use crate::document::{Binding, Block, ClauseId, DateKind, Document, Run};

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// The title of the document. Everything else stands under it.
    Title,
    /// A numbered heading.
    Heading,
    /// A `[…]` heading.
    Group,
    /// A clause without words of its own; what stands in it follows.
    Clause,
    /// A paragraph.
    Paragraph,
    /// A `※` note.
    Note,
    /// A bullet.
    Item,
    /// A table, by its caption, which may be empty.
    Table,
    /// The heads of a table's columns.
    Columns,
    /// A row of a table.
    Row,
    /// A date line.
    Date,
    /// The table of contents, which lists what stands elsewhere.
    Contents,
}

/// Units of different kinds but one class can be the same thing in another form: a paragraph that became a bullet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Stands over others.
    Head,
    /// Says something.
    Text,
    /// Anything that only its own kind can be.
    Other(UnitKind),
}

impl UnitKind {
    /// The class of the kind.
    #[must_use]
    pub fn class(self) -> Class {
        match self {
            Self::Heading | Self::Group | Self::Clause => Class::Head,
            Self::Paragraph | Self::Note | Self::Item => Class::Text,
            Self::Title | Self::Table | Self::Columns | Self::Row | Self::Date | Self::Contents => Class::Other(self),
        }
    }
}

/// A shown part of a document; its index in [`units`] identifies it.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit<'d> {
    /// What it is.
    pub kind: UnitKind,
    /// The clause it is. Each clause is one unit at most, the first that shows it.
    pub clause: Option<ClauseId>,
    /// The innermost clause it stands in or is.
    pub owner: Option<ClauseId>,
    /// The unit it stands under; only the title stands under none.
    pub parent: Option<usize>,
    /// One more than the index of the last unit under it.
    pub end: usize,
    /// Its words: one piece for each cell, one in all for what is no table row.
    pub cells: Vec<&'d [Run]>,
    /// What a date line says.
    pub date: Option<(DateKind, Date)>,
}

/// The units of a document in the order of the page. The first is the title.
#[must_use]
pub fn units(document: &Document) -> Vec<Unit<'_>> {
    let title = Unit {
        kind: UnitKind::Title,
        clause: None,
        owner: None,
        parent: None,
        end: 1,
        cells: Vec::new(),
        date: None,
    };
    let mut walk = Walk {
        document,
        units: vec![title],
        placed: vec![false; document.clauses.len()],
    };
    walk.blocks(&document.blocks, 0);
    walk.units[0].end = walk.units.len();
    walk.units
}

struct Walk<'d> {
    document: &'d Document,
    units: Vec<Unit<'d>>,
    placed: Vec<bool>,
}

impl<'d> Walk<'d> {
    fn blocks(&mut self, blocks: &'d [Block], parent: usize) {
        for block in blocks {
            self.block(block, parent);
        }
    }

    fn block(&mut self, block: &'d Block, parent: usize) {
        match block {
            Block::Section { clause, children, .. } => {
                let title = self.document.clause(*clause).title.as_slice();
                let unit = self.open(UnitKind::Heading, Some(*clause), vec![title], parent);
                self.blocks(children, unit);
                self.close(unit);
            }
            Block::Group {
                binding,
                title,
                children,
            } => {
                let unit = self.bound(UnitKind::Group, binding, title, parent);
                self.blocks(children, unit);
                self.close(unit);
            }
            Block::Plain { binding, children } => match binding.clause {
                Some(clause) => {
                    let unit = self.open(UnitKind::Clause, Some(clause), Vec::new(), parent);
                    self.blocks(children, unit);
                    self.close(unit);
                }
                None => self.blocks(children, parent),
            },
            Block::Paragraph { binding, runs } => {
                self.bound(UnitKind::Paragraph, binding, runs, parent);
            }
            Block::Note { binding, runs } => {
                self.bound(UnitKind::Note, binding, runs, parent);
            }
            Block::List(items) => {
                for item in items {
                    let unit = self.bound(UnitKind::Item, &item.binding, &item.runs, parent);
                    self.blocks(&item.children, unit);
                    self.close(unit);
                }
            }
            Block::Table { caption, columns, rows } => {
                let table = self.open(UnitKind::Table, None, vec![caption], parent);
                if !columns.is_empty() {
                    self.open(UnitKind::Columns, None, cells(columns), table);
                }
                for row in rows {
                    self.open(UnitKind::Row, row.binding.clause, cells(&row.cells), table);
                }
                self.close(table);
            }
            Block::Date { kind, date } => {
                let unit = self.open(UnitKind::Date, None, Vec::new(), parent);
                self.units[unit].date = Some((*kind, *date));
            }
            Block::Contents => {
                self.open(UnitKind::Contents, None, Vec::new(), parent);
            }
        }
    }

    fn bound(&mut self, kind: UnitKind, binding: &Binding, runs: &'d [Run], parent: usize) -> usize {
        self.open(kind, binding.clause, vec![runs], parent)
    }

    fn open(&mut self, kind: UnitKind, clause: Option<ClauseId>, cells: Vec<&'d [Run]>, parent: usize) -> usize {
        let owner = clause.or(self.units[parent].owner);
        let placed = &mut self.placed;
        let clause = clause.filter(|id| {
            placed
                .get_mut(id.0 as usize)
                .is_some_and(|seen| !std::mem::replace(seen, true))
        });
        let index = self.units.len();
        self.units.push(Unit {
            kind,
            clause,
            owner,
            parent: Some(parent),
            end: index + 1,
            cells,
            date: None,
        });
        index
    }

    fn close(&mut self, unit: usize) {
        self.units[unit].end = self.units.len();
    }
}

fn cells(cells: &[Vec<Run>]) -> Vec<&[Run]> {
    cells.iter().map(Vec::as_slice).collect()
}
