//! Policies put together by hand, without the compiler: the renderings are tested on what no source could hold, too.

use std::collections::BTreeMap;

use hoshin::document::{
    Binding, Block, Clause, ClauseId, DateKind, Document, Level, LevelStyle, ListItem, Number, NumberPattern, Part,
    Run, Style, TableRow,
};
use hoshin::norm::{ActSet, AnyOf, Effect, Norm, NormId, Processing, Provenance, Rank, Scope, Unless};
use hoshin::policy::{Metadata, Operator, Policy};
use hoshin::span::Span;
use hoshin::vocabulary::{Concept, ConceptId, Dimension, Graph, Origin, Vocabulary};
use jiff::civil::Date;

/// A policy in the making.
pub(crate) struct Draft {
    document: Document,
    norms: Vec<Norm>,
    dates: Vec<(DateKind, Date)>,
    counters: BTreeMap<Level, usize>,
}

impl Draft {
    pub(crate) fn new(title: &str, patterns: [&str; 3]) -> Self {
        let style: Style = Level::ALL
            .into_iter()
            .zip(patterns)
            .map(|(level, pattern)| {
                let pattern = NumberPattern::parse(pattern).expect("a pattern");
                (level, LevelStyle { pattern, word: None })
            })
            .collect();
        Self {
            document: Document {
                title: title.to_owned(),
                style,
                ..Document::default()
            },
            norms: Vec::new(),
            dates: Vec::new(),
            counters: BTreeMap::new(),
        }
    }

    pub(crate) fn push(&mut self, block: Block) {
        self.document.blocks.push(block);
    }

    pub(crate) fn date(&mut self, kind: DateKind, date: Date) {
        self.dates.push((kind, date));
        self.push(Block::Date { kind, date });
    }

    /// A clause that has no number.
    pub(crate) fn clause(&mut self, parent: Option<ClauseId>, name: &str, title: &str) -> ClauseId {
        let anchor = match parent {
            Some(parent) => format!("{}.{name}", self.document.clause(parent).anchor),
            None => name.to_owned(),
        };
        self.document.clauses.push(Clause {
            keyword: "章",
            kind: "chapter",
            name: Some(anchor.clone()),
            anchor,
            number: None,
            title: text(title),
            headed: true,
            parent,
            span: Span::default(),
        });
        ClauseId(self.document.clauses.len() as u32 - 1)
    }

    /// A clause that is counted on its level.
    pub(crate) fn numbered(&mut self, level: Level, parent: Option<ClauseId>, name: &str, title: &str) -> ClauseId {
        let id = self.clause(parent, name, title);
        self.counters.retain(|counted, _| *counted <= level);
        let counter = self.counters.entry(level).or_insert(0);
        *counter += 1;
        let pattern = self.document.style(level).pattern;
        let bare = pattern.bare(*counter, None);
        let full = pattern.full(&bare);
        self.document.clauses[id.0 as usize].number = Some(Number { level, full, bare });
        id
    }

    pub(crate) fn set_title(&mut self, clause: ClauseId, title: Vec<Run>) {
        self.document.clauses[clause.0 as usize].title = title;
    }

    /// A norm that the clause states; only its key and its clause matter to a rendering.
    pub(crate) fn norm(&mut self, clause: ClauseId, number: u32) -> NormId {
        let anchor = &self.document.clause(clause).anchor;
        let key = if number == 1 {
            anchor.clone()
        } else {
            format!("{anchor}:{number}")
        };
        self.norms.push(Norm {
            key,
            effect: Effect::Permit,
            acts: ActSet::EMPTY,
            data: Scope::default(),
            parties: Scope::default(),
            purposes: Scope::default(),
            routes: None,
            processing: Processing::Raw,
            requires: Vec::<AnyOf>::new(),
            unless: Unless::default(),
            rank: Rank::Ordinary,
            priority_over: Vec::new(),
            transform: None,
            basis: Vec::new(),
            period: None,
            provenance: Provenance {
                clause,
                span: Span::default(),
                wording: String::new(),
            },
        });
        NormId(self.norms.len() as u32 - 1)
    }

    pub(crate) fn policy(self, official_name: &str) -> Policy {
        let graph = |dimension, concepts| Graph::build(dimension, concepts).expect("no cycle");
        let operator = Concept::new("当社", Origin::Declared(Span::default()));
        Policy {
            metadata: Metadata {
                title: self.document.title.clone(),
                operator: Some(Operator {
                    party: ConceptId(1),
                    name: "当社".to_owned(),
                    official_name: official_name.to_owned(),
                    address: None,
                    representative: None,
                }),
                dates: self.dates,
                previous: None,
            },
            vocabulary: Vocabulary {
                data: graph(Dimension::Data, vec![]),
                parties: graph(Dimension::Party, vec![operator]),
                purposes: graph(Dimension::Purpose, vec![]),
                conditions: graph(Dimension::Condition, vec![]),
                linkings: Vec::new(),
                routes: Vec::new(),
            },
            document: self.document,
            norms: self.norms,
            notices: Vec::new(),
            terms: Vec::new(),
            tests: Vec::new(),
            transfers_abroad: Vec::new(),
            sources: Vec::new(),
            coverage: Vec::new(),
        }
    }
}

pub(crate) fn text(words: &str) -> Vec<Run> {
    vec![Run::Text(words.to_owned())]
}

pub(crate) fn link(words: &str, target: &str) -> Run {
    Run::Link {
        words: text(words),
        target: target.to_owned(),
    }
}

pub(crate) fn definition(words: &str) -> Run {
    Run::Definition {
        words: words.to_owned(),
        anchor: format!("用語.{words}"),
    }
}

pub(crate) fn term(words: &str) -> Run {
    Run::Term {
        words: words.to_owned(),
        anchor: format!("用語.{words}"),
    }
}

pub(crate) fn reference(clause: ClauseId) -> Run {
    Run::Reference {
        clause,
        part: Part::Full,
    }
}

pub(crate) fn section(clause: ClauseId, level: Level, norms: &[NormId], children: Vec<Block>) -> Block {
    Block::Section {
        clause,
        level,
        norms: norms.to_vec(),
        children,
    }
}

/// A group that is no clause of its own.
pub(crate) fn part(title: &str, children: Vec<Block>) -> Block {
    Block::Group {
        binding: Binding::default(),
        title: text(title),
        children,
    }
}

pub(crate) fn paragraph(runs: Vec<Run>) -> Block {
    Block::Paragraph {
        binding: Binding::default(),
        runs,
    }
}

pub(crate) fn words(words: &str) -> Block {
    paragraph(text(words))
}

pub(crate) fn note(words: &str) -> Block {
    Block::Note {
        binding: Binding::default(),
        runs: text(words),
    }
}

pub(crate) fn bullets<const N: usize>(bullets: [&str; N]) -> Block {
    Block::List(
        bullets
            .into_iter()
            .map(|words| bullet(None, &[], words, vec![]))
            .collect(),
    )
}

pub(crate) fn bullet(clause: Option<ClauseId>, norms: &[NormId], words: &str, children: Vec<Block>) -> ListItem {
    ListItem {
        binding: bound(clause, norms),
        runs: text(words),
        children,
    }
}

pub(crate) fn bound(clause: Option<ClauseId>, norms: &[NormId]) -> Binding {
    Binding {
        clause,
        norms: norms.to_vec(),
    }
}

pub(crate) fn row<const N: usize>(norms: &[NormId], cells: [&str; N]) -> TableRow {
    TableRow {
        binding: bound(None, norms),
        cells: cells.into_iter().map(text).collect(),
    }
}
