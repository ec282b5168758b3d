//! What the page says around clauses, as far as a check asks for it.

use crate::document::{Block, ClauseId, Document, Run};
use crate::vocabulary::{ConceptId, Graph};

/// Calls a function with each piece of running text in some blocks.
fn each<'d>(document: &'d Document, blocks: &'d [Block], visit: &mut dyn FnMut(&'d [Run])) {
    for block in blocks {
        match block {
            Block::Section { clause, children, .. } => {
                visit(&document.clause(*clause).title);
                each(document, children, visit);
            }
            Block::Plain { children, .. } => each(document, children, visit),
            Block::Group { title, children, .. } => {
                visit(title);
                each(document, children, visit);
            }
            Block::Paragraph { runs, .. } | Block::Note { runs, .. } => visit(runs),
            Block::List(items) => {
                for item in items {
                    visit(&item.runs);
                    each(document, &item.children, visit);
                }
            }
            Block::Table { caption, columns, rows } => {
                let cells = rows.iter().flat_map(|row| &row.cells);
                for runs in std::iter::once(caption).chain(columns).chain(cells) {
                    visit(runs);
                }
            }
            Block::Date { .. } | Block::Contents => {}
        }
    }
}

/// The clauses to which words on the purposes of use refer for more: 「第三者提供については、第5条で定めるとおりとします」.
pub(super) fn named_with_purposes(document: &Document) -> Vec<ClauseId> {
    let mut found = Vec::new();
    each(document, &document.blocks, &mut |runs| {
        let referred: Vec<ClauseId> = (runs.iter())
            .filter_map(|run| match run {
                Run::Reference { clause, .. } => Some(*clause),
                _ => None,
            })
            .collect();
        if !referred.is_empty() {
            let text = document.plain(runs);
            if text.contains("利用目的")
                && ["定めるとおり", "に定める", "で定める"]
                    .iter()
                    .any(|word| text.contains(word))
            {
                found.extend(referred);
            }
        }
    });
    found
}

/// All that is said in the chapter of a clause.
pub(super) fn chapter_text(document: &Document, clause: ClauseId) -> String {
    let chapter = document.path(clause).first().copied();
    let mut text = String::new();
    for block in &document.blocks {
        if let Block::Section { clause, children, .. } = block
            && Some(*clause) == chapter
        {
            each(document, children, &mut |runs| {
                text.push_str(&document.plain(runs));
                text.push('\n');
            });
        }
    }
    text
}

/// Whether a label says that the operator makes it: 「閲覧履歴から作成した統計図」 is not collected.
pub(super) fn is_made(data: &Graph, concept: ConceptId) -> bool {
    let made = [
        "作成した",
        "作成する",
        "作成された",
        "生成した",
        "生成する",
        "生成された",
        "算出した",
        "推定した",
        "集計した",
    ];
    let labels = &data.get(concept).labels;
    labels.iter().any(|label| made.iter().any(|word| label.contains(word)))
}
