//! What stands on the page.

use jiff::civil::Date;

use super::id::ClauseId;
use super::level::OutlineLevel;
use super::run::Run;
use crate::norm::NormId;

/// What a date line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateKind {
    /// 制定
    Established,
    /// 改定
    Revised,
    /// 最終改定
    LastRevised,
    /// 施行
    Effective,
}

impl DateKind {
    /// The word printed after the date.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Established => "制定",
            Self::Revised => "改定",
            Self::LastRevised => "最終改定",
            Self::Effective => "施行",
        }
    }

    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Established, Self::Revised, Self::LastRevised, Self::Effective];

    /// The kind that is written so.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The key used in the bundle.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Established => "established",
            Self::Revised => "revised",
            Self::LastRevised => "last_revised",
            Self::Effective => "effective",
        }
    }
}

/// What a block states, beside how it looks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Binding {
    /// The clause it is, if it is one of its own.
    pub clause: Option<ClauseId>,
    /// The norms it states.
    pub norms: Vec<NormId>,
}

/// A block of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A numbered heading with what stands under it. Number and title are the clause's.
    Section {
        /// The clause.
        clause: ClauseId,
        /// Its level.
        level: OutlineLevel,
        /// The norms its head states.
        norms: Vec<NormId>,
        /// What stands under it.
        children: Vec<Block>,
    },
    /// A `[…]` heading with what stands under it.
    Group {
        /// What it states.
        binding: Binding,
        /// Its title.
        title: Vec<Run>,
        /// What stands under it.
        children: Vec<Block>,
    },
    /// A clause that shows no heading of its own: only what stands in it.
    Plain {
        /// What it states.
        binding: Binding,
        /// What stands in it.
        children: Vec<Block>,
    },
    /// A paragraph.
    Paragraph {
        /// What it states.
        binding: Binding,
        /// Its words.
        runs: Vec<Run>,
    },
    /// A `※` note.
    Note {
        /// What it states.
        binding: Binding,
        /// Its words, without the mark.
        runs: Vec<Run>,
    },
    /// Bullets.
    List(Vec<ListItem>),
    /// A table.
    Table {
        /// Its caption.
        caption: Vec<Run>,
        /// The heads of its columns.
        columns: Vec<Vec<Run>>,
        /// Its rows.
        rows: Vec<TableRow>,
    },
    /// `2021年11月9日最終改定`
    Date {
        /// What happened.
        kind: DateKind,
        /// When.
        date: Date,
    },
    /// The table of contents: the chapters.
    Contents,
}

/// One bullet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    /// What it states.
    pub binding: Binding,
    /// Its words.
    pub runs: Vec<Run>,
    /// What stands under it.
    pub children: Vec<Block>,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// What it states.
    pub binding: Binding,
    /// Its cells, as many as the table has columns.
    pub cells: Vec<Vec<Run>>,
}
