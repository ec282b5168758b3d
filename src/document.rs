//! The document as it will appear: chapters, lists, notes, references, numbers. Built by `resolve`, drawn by `render`.

pub mod link;
mod numbering;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use numbering::{InvalidPattern, NumberPattern, TitleStyle};

use crate::norm::NormId;
use crate::span::Span;

/// A clause of a policy; an index into [`Document::clauses`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseId(pub u32);

/// The three numbered levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 章
    Chapter,
    /// 節, and the clauses that are numbered like one
    Section,
    /// 項
    Subsection,
}

impl Level {
    /// All levels, outermost first.
    pub const ALL: [Self; 3] = [Self::Chapter, Self::Section, Self::Subsection];

    /// The keyword of the level.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Chapter => "章",
            Self::Section => "節",
            Self::Subsection => "項",
        }
    }
}

/// How one level is numbered and referred to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelStyle {
    /// How the number is written.
    pub pattern: NumberPattern,
    /// The word that a reference prints after the bare number (第3条: 条); `None` prints the number as in the heading.
    pub word: Option<String>,
}

/// How the whole document is numbered.
pub type Style = BTreeMap<Level, LevelStyle>;

/// `1.` `(1)` `①`, as most companies number.
#[must_use]
pub fn default_style() -> Style {
    let level = |pattern: &str| LevelStyle {
        // The three patterns are constants that a test reads.
        pattern: NumberPattern::parse(pattern).unwrap_or_default(),
        word: None,
    };
    BTreeMap::from([
        (Level::Chapter, level("1.")),
        (Level::Section, level("(1)")),
        (Level::Subsection, level("①")),
    ])
}

/// The attribute that retires a clause (章 名前［削除］), and the word that is left of it on the page.
pub const RETIRED: &str = "削除";

/// A part of the document that has an identity: others can refer to it, and norms come from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// The keyword it was written with: 章, 提供, 特約.
    pub keyword: &'static str,
    /// The field's English term for it: chapter, provide, rider.
    pub kind: &'static str,
    /// Its qualified name, where it or an enclosing clause has one.
    pub name: Option<String>,
    /// Its anchor on the page: stable when it has a name.
    pub anchor: String,
    /// Its number, where it has one.
    pub number: Option<Number>,
    /// Its title, or its wording where it has no title.
    pub title: Vec<Run>,
    /// Whether `title` is shown as a heading.
    pub headed: bool,
    /// Whether it was retired (章 名前［削除］): its number stays, so that the later ones do not move, and it holds
    /// nothing. Its title is 削除, as a Japanese amending act leaves it (「第三条　削除」).
    pub retired: bool,
    /// The clause it stands in.
    pub parent: Option<ClauseId>,
    /// Its head in the source.
    pub span: Span,
}

/// A number as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The level that was counted.
    pub level: Level,
    /// As in the heading: `(1)`.
    pub full: String,
    /// Without its marks: `1`.
    pub bare: String,
}

/// A number as a reference prints it: 第3条, (1), 3.
pub(crate) fn number_in_reference(style: &Style, number: &Number) -> String {
    match style.get(&number.level).and_then(|style| style.word.as_ref()) {
        Some(word) => format!("第{}{word}", number.bare),
        None => number.full.trim_end_matches(['.', '．']).to_owned(),
    }
}

/// A piece of shown text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Words.
    Text(String),
    /// Stressed words.
    Strong(Vec<Run>),
    /// A link. The target was checked: http, https, mailto or a fragment.
    Link {
        /// What is shown.
        words: Vec<Run>,
        /// Where it leads.
        target: String,
    },
    /// A reference to a clause.
    Reference {
        /// The clause.
        clause: ClauseId,
        /// Which part of number and title is shown.
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

/// What a reference shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Number and title.
    Full,
    /// `{名前.番号}`
    Number,
    /// `{名前.題}`
    Title,
}

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
        level: Level,
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

/// The whole document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// How its levels are numbered.
    pub style: Style,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Its clauses, in the order in which they appear.
    pub clauses: Vec<Clause>,
}

impl Document {
    /// The clause with this id.
    #[must_use]
    pub fn clause(&self, id: ClauseId) -> &Clause {
        &self.clauses[id.0 as usize]
    }

    /// The clause of this qualified name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<ClauseId> {
        self.clauses
            .iter()
            .position(|clause| clause.name.as_deref() == Some(name))
            .map(|index| ClauseId(index as u32))
    }

    /// The clauses from the outermost to this one.
    #[must_use]
    pub fn path(&self, id: ClauseId) -> Vec<ClauseId> {
        let mut path = vec![id];
        while let Some(parent) = self.clause(path[path.len() - 1]).parent {
            path.push(parent);
        }
        path.reverse();
        path
    }

    /// What a reference to the clause prints.
    #[must_use]
    pub fn reference(&self, id: ClauseId, part: Part) -> String {
        let clause = self.clause(id);
        let title = self.plain(&clause.title);
        let number = clause.number.as_ref();
        match part {
            Part::Title => title,
            Part::Number => number.map_or(title, |number| self.number_in_reference(number)),
            Part::Full => match number {
                Some(number) => self.title_style(clause).join(&number.full, &title),
                None => title,
            },
        }
    }

    fn number_in_reference(&self, number: &Number) -> String {
        number_in_reference(&self.style, number)
    }

    /// The style of one level.
    #[must_use]
    pub fn style(&self, level: Level) -> LevelStyle {
        self.style.get(&level).cloned().unwrap_or_else(|| LevelStyle {
            pattern: NumberPattern::default(),
            word: None,
        })
    }

    /// How number and title of a clause are joined. The slot of a retired clause has no title to put in brackets:
    /// 第3条 削除.
    #[must_use]
    pub fn title_style(&self, clause: &Clause) -> TitleStyle {
        match &clause.number {
            Some(number) if !clause.retired => self.style(number.level).pattern.title_style(),
            _ => TitleStyle::Spaced,
        }
    }

    /// Runs as plain text, references spelt out.
    #[must_use]
    pub fn plain(&self, runs: &[Run]) -> String {
        let mut text = String::new();
        self.write_plain(runs, &mut text, 0);
        text
    }

    fn write_plain(&self, runs: &[Run], text: &mut String, depth: usize) {
        for run in runs {
            match run {
                Run::Text(words) | Run::Definition { words, .. } | Run::Term { words, .. } => text.push_str(words),
                Run::Strong(words) | Run::Link { words, .. } => self.write_plain(words, text, depth),
                // A title may refer to another clause, whose title refers back: shown without words the second time.
                Run::Reference { clause, part } if depth < 4 => {
                    let clause = self.clause(*clause);
                    let mut title = String::new();
                    self.write_plain(&clause.title, &mut title, depth + 1);
                    match (&clause.number, part) {
                        (None, _) | (_, Part::Title) => text.push_str(&title),
                        (Some(number), Part::Number) => text.push_str(&self.number_in_reference(number)),
                        (Some(number), Part::Full) => {
                            text.push_str(&self.title_style(clause).join(&number.full, &title));
                        }
                    }
                }
                Run::Reference { .. } => {}
            }
        }
    }
}
