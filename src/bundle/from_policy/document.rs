//! Outline and page as they stand in the document: trees laid flat.

use super::{Writer, map};
use crate::bundle::{keywords, v1};
use crate::document::{Binding, Block, ClauseId, Document, ListItem, Number, Run, TableRow};

pub(in crate::bundle) fn outline(writer: &Writer<'_>) -> Vec<v1::Clause> {
    (0..writer.policy.document.clauses.len())
        .map(|index| clause(writer, ClauseId(index as u32)))
        .collect()
}

pub(in crate::bundle) fn clause(writer: &Writer<'_>, id: ClauseId) -> v1::Clause {
    let clause = writer.policy.document.clause(id);
    // Decisions cite a clause that has a number or a heading by it, and need no wording for that.
    let cited = writer.is_whole() || clause.headed || clause.number.is_some();
    let title = if cited { writer.title(id) } else { String::new() };
    v1::Clause {
        anchor: clause.anchor.clone(),
        kind: keywords::key(clause.kind),
        keyword: clause.keyword.to_owned(),
        name: clause.name.clone().filter(|_| writer.is_whole()),
        parent: clause.parent.map(|parent| writer.anchor(parent)),
        number: clause.number.as_ref().map(number),
        title_runs: match writer.is_whole() && !is_plain(&clause.title, &title) {
            true => runs(writer, &clause.title),
            false => Vec::new(),
        },
        title,
        headed: clause.headed,
        retired: clause.retired,
        location: writer.location(clause.span),
    }
}

/// Whether a title is nothing but these words.
fn is_plain(title: &[Run], words: &str) -> bool {
    match title {
        [] => words.is_empty(),
        [Run::Text(text)] => text == words && !words.is_empty(),
        _ => false,
    }
}

fn number(number: &Number) -> v1::Number {
    v1::Number {
        level: number.level.into(),
        full: number.full.clone(),
        bare: number.bare.clone(),
    }
}

pub(in crate::bundle) fn numbering(document: &Document) -> Vec<v1::LevelStyle> {
    document
        .style
        .iter()
        .map(|(level, style)| v1::LevelStyle {
            level: (*level).into(),
            pattern: style.pattern.source().to_owned(),
            reference_word: style.word.clone(),
        })
        .collect()
}

/// A place in the tree whose children are yet to be written.
enum Pending<'a> {
    Block(&'a Block, u32),
    Item(&'a ListItem, u32),
}

/// The blocks in the order of the page. Iterative: a page may be nested deeply.
pub(in crate::bundle) fn blocks(writer: &Writer<'_>) -> Vec<v1::Block> {
    let mut written = Vec::new();
    let mut pending: Vec<Pending<'_>> = Vec::new();
    pending.extend(children(&writer.policy.document.blocks, 0));
    while let Some(next) = pending.pop() {
        match next {
            Pending::Block(one, depth) => {
                written.push(block(writer, one, depth));
                match one {
                    Block::Section { children: inside, .. }
                    | Block::Group { children: inside, .. }
                    | Block::Plain { children: inside, .. } => pending.extend(children(inside, depth + 1)),
                    Block::List(items) => {
                        pending.extend(items.iter().rev().map(|item| Pending::Item(item, depth + 1)));
                    }
                    Block::Paragraph { .. }
                    | Block::Note { .. }
                    | Block::Table { .. }
                    | Block::Date { .. }
                    | Block::Contents => {}
                }
            }
            Pending::Item(item, depth) => {
                let (clause, norms) = binding(writer, &item.binding);
                written.push(v1::Block::Item {
                    depth,
                    clause,
                    norms,
                    runs: runs(writer, &item.runs),
                });
                pending.extend(children(&item.children, depth + 1));
            }
        }
    }
    written
}

fn children(blocks: &[Block], depth: u32) -> impl Iterator<Item = Pending<'_>> {
    blocks.iter().rev().map(move |block| Pending::Block(block, depth))
}

fn block(writer: &Writer<'_>, block: &Block, depth: u32) -> v1::Block {
    match block {
        Block::Section {
            clause, level, norms, ..
        } => v1::Block::Section {
            depth,
            clause: writer.anchor(*clause),
            level: (*level).into(),
            norms: writer.keys(norms),
        },
        Block::Group {
            binding: bound, title, ..
        } => {
            let (clause, norms) = binding(writer, bound);
            v1::Block::Group {
                depth,
                clause,
                norms,
                title: runs(writer, title),
            }
        }
        Block::Plain { binding: bound, .. } => {
            let (clause, norms) = binding(writer, bound);
            v1::Block::Plain { depth, clause, norms }
        }
        Block::Paragraph {
            binding: bound,
            runs: words,
        } => {
            let (clause, norms) = binding(writer, bound);
            v1::Block::Paragraph {
                depth,
                clause,
                norms,
                runs: runs(writer, words),
            }
        }
        Block::Note {
            binding: bound,
            runs: words,
        } => {
            let (clause, norms) = binding(writer, bound);
            v1::Block::Note {
                depth,
                clause,
                norms,
                runs: runs(writer, words),
            }
        }
        Block::List(_) => v1::Block::List { depth },
        Block::Table { caption, columns, rows } => v1::Block::Table {
            depth,
            caption: runs(writer, caption),
            columns: map(columns, |column| runs(writer, column)),
            rows: map(rows, |one| row(writer, one)),
        },
        Block::Date { kind, date } => v1::Block::Date {
            depth,
            kind: (*kind).into(),
            date: date.to_string(),
        },
        Block::Contents => v1::Block::Contents { depth },
    }
}

fn row(writer: &Writer<'_>, row: &TableRow) -> v1::Row {
    let (clause, norms) = binding(writer, &row.binding);
    v1::Row {
        clause,
        norms,
        cells: map(&row.cells, |cell| runs(writer, cell)),
    }
}

fn binding(writer: &Writer<'_>, binding: &Binding) -> (Option<String>, Vec<String>) {
    (
        binding.clause.map(|clause| writer.anchor(clause)),
        writer.keys(&binding.norms),
    )
}

/// Runs nest only as the language lets them: a link or stress holds plain words.
fn runs(writer: &Writer<'_>, runs_of: &[Run]) -> Vec<v1::Run> {
    map(runs_of, |run| {
        let marked = match run {
            Run::Text(words) => return v1::Run::Text(words.clone()),
            Run::Strong(words) => v1::MarkedRun::Strong {
                words: runs(writer, words),
            },
            Run::Link { words, target } => v1::MarkedRun::Link {
                words: runs(writer, words),
                target: target.clone(),
            },
            Run::Reference { clause, part } => v1::MarkedRun::Reference {
                clause: writer.anchor(*clause),
                part: (*part).into(),
            },
            Run::Definition { words, anchor } => v1::MarkedRun::Definition {
                words: words.clone(),
                anchor: anchor.clone(),
            },
            Run::Term { words, anchor } => v1::MarkedRun::Term {
                words: words.clone(),
                anchor: anchor.clone(),
            },
        };
        v1::Run::Marked(marked)
    })
}
