//! Pass 5: the blocks of the page.

use super::clauses::Scope as Where;
use super::inline;
use super::meaning::Resolver;
use super::norms::Norms;
use super::outline::{Appearance, Outline, appearance};
use super::revisions::Revisions;
use super::sentences::page as say;
use super::shown::{Built, Tally, gather};
use super::terms::{self, Terms};
use super::written::words_of;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::{Binding, Block, ClauseId, DateKind, Document, ListItem, RETIRED, Run, TableRow};
use crate::keyword::Keyword;
use crate::norm::NormId;
use crate::syntax::ast::{Item, MeaningItem, Statement, Wording};

/// Builds the document.
pub(super) fn document<'a>(
    root: Option<&'a Statement>,
    outline: &Outline<'a>,
    norms: &Norms<'a>,
    revisions: &mut Revisions,
    resolver: &mut Resolver<'a, '_, '_, '_>,
) -> Built<'a> {
    let mut built = Built::default();
    let Some(root) = root else { return built };
    let mut chapters = 0;
    let start = Tally {
        chapter: 0,
        chapter_clause: None,
        clause: None,
        bound: false,
    };
    gather(root, start, outline, &mut chapters, &mut built);
    built.terms = terms::terms(Some(root), &built.shown, &resolver.labels, resolver.context);
    let mut builder = Builder {
        outline,
        norms,
        revisions,
        terms: &built.terms,
        resolver,
    };
    let blocks = builder.blocks(root, None);
    let mut clauses = outline.clauses.clone();
    for (index, (clause, statement)) in (0u32..).zip(clauses.iter_mut().zip(&outline.statements)) {
        clause.title = builder.title(ClauseId(index), statement);
    }
    let title = root.wordings.first().map(words_of).unwrap_or_default();
    built.document = Document {
        title,
        style: outline.style.clone(),
        blocks,
        clauses,
    };
    built
}

struct Builder<'b, 'a, 'o, 's, 'c> {
    outline: &'b Outline<'a>,
    norms: &'b Norms<'a>,
    revisions: &'b mut Revisions,
    terms: &'b Terms,
    resolver: &'b mut Resolver<'a, 'o, 's, 'c>,
}

impl<'a> Builder<'_, 'a, '_, '_, '_> {
    fn blocks(&mut self, block: &'a Statement, from: Where) -> Vec<Block> {
        let mut blocks = Vec::new();
        let items = block.body.iter().flat_map(|body| &body.items);
        for item in items {
            let Item::Statement(child) = item else { continue };
            self.statement(child, block.kind, from, &mut blocks);
        }
        // The page is kept to the end, and most blocks hold few others.
        blocks.shrink_to_fit();
        blocks
    }

    fn statement(&mut self, child: &'a Statement, parent: Keyword, from: Where, blocks: &mut Vec<Block>) {
        let own = self.outline.clause_of(child).or(from);
        let binding = Binding {
            clause: self.outline.clause_of(child),
            norms: self.norms_of(child),
        };
        match appearance(child, parent) {
            Appearance::Hidden => {}
            Appearance::Contents => blocks.push(Block::Contents),
            Appearance::Date => {
                blocks.extend(date(child));
                blocks.extend(self.blocks(child, own));
            }
            Appearance::Table => {
                let table = self.table(child, own);
                blocks.push(match binding.clause {
                    Some(_) => Block::Plain {
                        binding,
                        children: vec![table],
                    },
                    None => table,
                });
            }
            Appearance::Numbered(level) => {
                if let Some(clause) = binding.clause {
                    let mut children = self.further_paragraphs(child, own);
                    children.extend(self.blocks(child, own));
                    blocks.push(Block::Section {
                        clause,
                        level,
                        norms: binding.norms,
                        children,
                    });
                } else {
                    // A purpose that refers to another is no clause of its own.
                    let title = self.first_paragraph(child, own);
                    let children = self.blocks(child, own);
                    blocks.push(Block::Group {
                        binding,
                        title,
                        children,
                    });
                }
            }
            Appearance::Group => {
                let title = self.first_paragraph(child, own);
                let mut children = self.further_paragraphs(child, own);
                children.extend(self.blocks(child, own));
                blocks.push(Block::Group {
                    binding,
                    title,
                    children,
                });
            }
            Appearance::Plain => {
                let children = self.blocks(child, own);
                if binding == Binding::default() {
                    append(children, blocks);
                } else {
                    blocks.push(Block::Plain { binding, children });
                }
            }
            Appearance::Bullet => {
                let mut children = self.further_paragraphs(child, own);
                children.extend(self.blocks(child, own));
                let mut runs = self.first_paragraph(child, own);
                if parent == Keyword::Summary {
                    runs = self.revisions.shown(child, runs, &children, self.outline);
                }
                let item = ListItem {
                    binding,
                    runs,
                    children,
                };
                append(vec![Block::List(vec![item])], blocks);
            }
            Appearance::Note => {
                let runs = self.first_paragraph(child, own);
                let mut inside = vec![Block::Note { binding, runs }];
                inside.extend(self.further_paragraphs(child, own));
                inside.extend(self.blocks(child, own));
                append(inside, blocks);
            }
            Appearance::Paragraph => {
                let runs = self.first_paragraph(child, own);
                let mut rest = self.further_paragraphs(child, own);
                append(self.blocks(child, own), &mut rest);
                if rest.is_empty() || binding.clause.is_none() {
                    blocks.push(Block::Paragraph { binding, runs });
                    append(rest, blocks);
                } else {
                    let mut children = vec![Block::Paragraph {
                        binding: Binding::default(),
                        runs,
                    }];
                    append(rest, &mut children);
                    blocks.push(Block::Plain { binding, children });
                }
            }
        }
    }

    fn norms_of(&self, statement: &Statement) -> Vec<NormId> {
        self.norms
            .of_statement
            .get(&statement.head)
            .cloned()
            .unwrap_or_default()
    }

    fn paragraphs(&mut self, wording: &Wording, from: Where) -> Vec<Vec<Run>> {
        inline::paragraphs(wording, self.terms, from, self.resolver)
    }

    /// The first paragraph of the first wording.
    fn first_paragraph(&mut self, statement: &Statement, from: Where) -> Vec<Run> {
        let paragraphs = statement.wordings.first().map(|wording| self.paragraphs(wording, from));
        paragraphs.into_iter().flatten().next().unwrap_or_default()
    }

    fn further_paragraphs(&mut self, statement: &Statement, from: Where) -> Vec<Block> {
        let mut further = Vec::new();
        for (index, wording) in statement.wordings.iter().enumerate() {
            let skip = usize::from(index == 0);
            for runs in self.paragraphs(wording, from).into_iter().skip(skip) {
                further.push(Block::Paragraph {
                    binding: Binding::default(),
                    runs,
                });
            }
        }
        further
    }

    /// The title of a clause: its heading; its name, where it has no heading; else its wording.
    fn title(&mut self, id: ClauseId, statement: &Statement) -> Vec<Run> {
        let clause = self.outline.clause(id);
        if clause.retired {
            return vec![Run::Text(RETIRED.to_owned())];
        }
        match (&statement.name, statement.wordings.first()) {
            (Some(name), _) if !clause.headed => vec![Run::Text(name.text.clone())],
            (_, Some(_)) => {
                // The wording is judged where it is shown.
                let muted = std::mem::replace(&mut self.resolver.context.muted, true);
                let title = self.first_paragraph(statement, Some(id));
                self.resolver.context.muted = muted;
                plain_title(title)
            }
            (Some(name), None) => vec![Run::Text(name.text.clone())],
            (None, None) => Vec::new(),
        }
    }

    fn table(&mut self, statement: &'a Statement, from: Where) -> Block {
        let caption = match statement.wordings.first() {
            Some(_) => self.first_paragraph(statement, from),
            None => Vec::new(),
        };
        let columns: Vec<Vec<Run>> = statement
            .children_of(Keyword::Columns)
            .flat_map(|columns| &columns.wordings)
            .map(|wording| self.cell(wording, from))
            .collect();
        let mut rows = Vec::new();
        for row in statement.children_of(Keyword::Row) {
            let own = self.outline.clause_of(row).or(from);
            let cells: Vec<Vec<Run>> = row.wordings.iter().map(|wording| self.cell(wording, own)).collect();
            if !columns.is_empty() && cells.len() != columns.len() {
                self.uneven(row, cells.len(), columns.len());
            }
            let mut binding = Binding {
                clause: self.outline.clause_of(row),
                norms: Vec::new(),
            };
            for act in row.children() {
                binding.clause = binding.clause.or(self.outline.clause_of(act));
                binding.norms.extend(self.norms_of(act));
            }
            rows.push(TableRow { binding, cells });
        }
        Block::Table { caption, columns, rows }
    }

    fn cell(&mut self, wording: &Wording, from: Where) -> Vec<Run> {
        self.paragraphs(wording, from).into_iter().flatten().collect()
    }

    fn uneven(&mut self, row: &Statement, cells: usize, columns: usize) {
        self.resolver.context.report(
            Diagnostic::new(Code::H0308, say::uneven_row(&cells, &columns))
                .label(row.head, Text::empty())
                .help(say::fill_the_row()),
        );
    }
}

/// A title stands in the table of contents and in references: terms in it are plain words.
fn plain_title(runs: Vec<Run>) -> Vec<Run> {
    runs.into_iter()
        .map(|run| match run {
            Run::Term { words, .. } => Run::Text(words),
            other => other,
        })
        .collect()
}

/// Appends blocks; bullets that follow bullets join their list.
fn append(more: Vec<Block>, blocks: &mut Vec<Block>) {
    for block in more {
        match (blocks.last_mut(), block) {
            (Some(Block::List(items)), Block::List(further)) => items.extend(further),
            (_, block) => blocks.push(block),
        }
    }
}

fn date(statement: &Statement) -> Option<Block> {
    let kind = DateKind::from_word(statement.kind.word())?;
    statement.meaning_items().find_map(|item| match item {
        MeaningItem::Date(written) => written.date.map(|date| Block::Date { kind, date }),
        _ => None,
    })
}
