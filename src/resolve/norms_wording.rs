//! The wording that states a norm or notice, as the page shows it.

use std::collections::HashSet;

use rustc_hash::FxHashMap;

use super::norms::Norms;
use crate::document::{Binding, Block, ClauseId, Document};
use crate::norm::{Norm, NormId};
use crate::policy::TransferAbroad;

/// The norms with the wording that states each: what a policy is made of. Nothing else makes it of the drafted norms, which
/// have none.
#[derive(Debug)]
pub(super) struct Worded {
    pub(super) norms: Vec<Norm>,
    pub(super) transfers_abroad: Vec<TransferAbroad>,
}

/// Gives every norm its wording, as the document shows it.
pub(super) fn worded(mut norms: Norms<'_>, document: &Document) -> Worded {
    let mut shown: Vec<Option<String>> = vec![None; norms.norms.len()];
    visit(&document.blocks, document, &mut |binding, words| {
        for id in &binding.norms {
            note(*id, words, &mut shown);
        }
    });
    for (norm, words) in norms.norms.iter_mut().zip(shown) {
        norm.provenance.wording = match words {
            Some(words) => words,
            None => document.reference(norm.provenance.clause, crate::document::Part::Title),
        };
    }
    Worded {
        norms: norms.norms,
        transfers_abroad: norms.transfers_abroad,
    }
}

fn note(id: NormId, words: &str, shown: &mut [Option<String>]) {
    let place = &mut shown[id.0 as usize];
    if place.is_none() {
        *place = Some(words.to_owned());
    }
}

/// The wordings of some clauses: of a clause's own block, or, where it only surrounds others, the first words in it. The
/// document is walked once.
pub(super) fn of_clauses(clauses: &HashSet<ClauseId>, document: &Document) -> FxHashMap<ClauseId, String> {
    let mut found = FxHashMap::default();
    visit(&document.blocks, document, &mut |binding, words| {
        if let Some(clause) = binding.clause.filter(|clause| clauses.contains(clause)) {
            found.entry(clause).or_insert_with(|| words.to_owned());
        }
    });
    found
}

/// Shows every block that states something, with its words.
fn visit(blocks: &[Block], document: &Document, look: &mut dyn FnMut(&Binding, &str)) {
    for block in blocks {
        match block {
            Block::Section {
                clause,
                norms,
                children,
                ..
            } => {
                let binding = Binding {
                    clause: Some(*clause),
                    norms: norms.clone(),
                };
                look(&binding, &document.plain(&document.clause(*clause).title));
                visit(children, document, look);
            }
            Block::Group {
                binding,
                title,
                children,
            } => {
                look(binding, &document.plain(title));
                visit(children, document, look);
            }
            Block::Plain { binding, children } => {
                if let Some(words) = first_words(children, document) {
                    look(binding, &words);
                }
                visit(children, document, look);
            }
            Block::Paragraph { binding, runs } | Block::Note { binding, runs } => look(binding, &document.plain(runs)),
            Block::List(items) => {
                for item in items {
                    look(&item.binding, &document.plain(&item.runs));
                    visit(&item.children, document, look);
                }
            }
            Block::Table { rows, .. } => {
                for row in rows {
                    let cells: Vec<String> = row.cells.iter().map(|cell| document.plain(cell)).collect();
                    look(&row.binding, &cells.join(" / "));
                }
            }
            Block::Date { .. } | Block::Contents => {}
        }
    }
}

fn first_words(blocks: &[Block], document: &Document) -> Option<String> {
    blocks.iter().find_map(|block| match block {
        Block::Paragraph { runs, .. } | Block::Note { runs, .. } | Block::Group { title: runs, .. } => {
            Some(document.plain(runs))
        }
        Block::List(items) => items.first().map(|item| document.plain(&item.runs)),
        Block::Plain { children, .. } => first_words(children, document),
        Block::Section { .. } | Block::Table { .. } | Block::Date { .. } | Block::Contents => None,
    })
}
