//! The Markdown rendering: CommonMark with tables.

#[cfg(feature = "diff")]
pub(super) mod comparison;
mod escape;

use escape::Words;

use super::lines::Lines;
use super::{contents, japanese_date};
use crate::characters;
use crate::diagnostic::neutral;
use crate::document::link::{self, Target};
use crate::document::{Block, Document, ListItem, Part, Run, TableRow};
use crate::policy::Policy;

/// Renders a policy as Markdown (CommonMark, tables as in GitHub Flavored Markdown).
///
/// Every character of the source is shown as it is, or as its code point where no reader could see it: no wording becomes markup, HTML or a link. Numbers are part of the
/// headings' words. Links to the web and to mail addresses stay; links within the page do not, since Markdown has no
/// anchors to lead to.
#[must_use]
pub fn markdown(policy: &Policy) -> String {
    let document = &policy.document;
    let mut lines = Lines::default();
    lines.block(&format!("# {}", Words::within().text(&document.title).finish()));
    blocks(&document.blocks, 2, document, &mut lines);
    characters::shown(&lines.finish()).into_owned()
}

/// Words for one line of Markdown, a table cell or a list item: none of them becomes markup, HTML or a link.
#[must_use]
pub fn markdown_line(words: &str) -> String {
    Words::within().text(&neutral::line(words)).finish()
}

fn blocks(blocks: &[Block], level: usize, document: &Document, lines: &mut Lines) {
    for each in blocks {
        block(each, level, document, lines);
    }
}

fn block(block: &Block, level: usize, document: &Document, lines: &mut Lines) {
    match block {
        Block::Section { clause, children, .. } => {
            heading(
                level,
                Words::within().text(&document.reference(*clause, Part::Full)),
                lines,
            );
            blocks(children, level + 1, document, lines);
        }
        Block::Group { title, children, .. } => {
            heading(level, Words::within().text("[").runs(title, document).text("]"), lines);
            blocks(children, level + 1, document, lines);
        }
        Block::Plain { children, .. } => blocks(children, level, document, lines),
        Block::Paragraph { runs, .. } => paragraph(Words::new().runs(runs, document), lines),
        Block::Note { runs, .. } => paragraph(Words::new().text("※").runs(runs, document), lines),
        Block::List(items) => list(items, level, document, lines),
        Block::Table { caption, columns, rows } => {
            paragraph(Words::new().runs(caption, document), lines);
            table(columns, rows, document, lines);
        }
        Block::Date { kind, date } => paragraph(Words::new().text(&japanese_date(*date)).text(kind.word()), lines),
        Block::Contents => {
            heading(level, Words::within().text(contents::TITLE), lines);
            for clause in contents::entries(&document.blocks) {
                let words = Words::new().text(&document.reference(clause, Part::Full)).finish();
                lines.line(&format!("- {words}"));
            }
            lines.gap();
        }
    }
}

/// CommonMark has six levels; what is deeper stays at the sixth.
fn heading(level: usize, words: Words, lines: &mut Lines) {
    lines.block(&format!("{} {}", "#".repeat(level.min(6)), words.finish()));
}

fn paragraph(words: Words, lines: &mut Lines) {
    lines.block(&words.finish());
}

fn list(items: &[ListItem], level: usize, document: &Document, lines: &mut Lines) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            lines.close_up();
        }
        lines.item("- ", "  ", |lines| {
            let words = Words::new().runs(&item.runs, document).finish();
            // Without words of its own, the mark stands before the first block.
            if !words.is_empty() || item.children.is_empty() {
                lines.line(&words);
            }
            blocks(&item.children, level, document, lines);
        });
    }
    lines.gap();
}

fn table(columns: &[Vec<Run>], rows: &[TableRow], document: &Document, lines: &mut Lines) {
    let width = rows
        .iter()
        .map(|row| row.cells.len())
        .chain([columns.len()])
        .max()
        .unwrap_or(0);
    if width == 0 {
        return;
    }
    let row = |cells: &[Vec<Run>]| {
        let mut line = String::from("|");
        for index in 0..width {
            let cell = cells.get(index).map_or(&[][..], Vec::as_slice);
            line.push(' ');
            line.push_str(&Words::within().runs(cell, document).finish());
            line.push_str(" |");
        }
        line
    };
    lines.gap();
    lines.line(&row(columns));
    lines.line(&format!("|{}", " --- |".repeat(width)));
    for each in rows {
        lines.line(&row(&each.cells));
    }
    lines.gap();
}

impl Words {
    /// Adds running text.
    fn runs(mut self, runs: &[Run], document: &Document) -> Self {
        for run in runs {
            self = self.run(run, document);
        }
        self
    }

    fn run(self, run: &Run, document: &Document) -> Self {
        match run {
            Run::Text(words) | Run::Definition { words, .. } | Run::Term { words, .. } => self.text(words),
            Run::Reference { .. } => self.text(&document.plain(std::slice::from_ref(run))),
            Run::Strong(words) => self.strong(Words::within().runs(words, document)),
            Run::Link { words, target } => match link::parse(target) {
                Some(address @ (Target::Web(_) | Target::Mail(_))) => {
                    self.link(&document.plain(words), &link::href(address).unwrap_or_default())
                }
                Some(Target::Fragment(_) | Target::History | Target::Previous) | None => self.runs(words, document),
            },
        }
    }
}
