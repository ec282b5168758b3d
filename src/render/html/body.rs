//! `<main>`: the blocks of the document as elements.

use std::collections::BTreeSet;

use maud::{Markup, PreEscaped, html};

use super::super::{contents, japanese_date};
use super::anchors::{self, Anchors};
use super::archive::Neighbours;
use super::drawing::Page;
use super::identity::Identity;
use super::inline::Links;
use super::markup::LINE;
use crate::document::link;
use crate::document::{Binding, Block, ClauseId, ListItem, Run, TableRow};
use crate::norm::NormId;
use crate::policy::Policy;

/// Draws `<main>`, and the way back to the table of contents.
pub(super) fn page(policy: &Policy, neighbours: &Neighbours) -> Markup {
    let mut page = Page {
        policy,
        anchors: Anchors::new(policy, &neighbours.former),
        placed: BTreeSet::new(),
        defined: BTreeSet::new(),
        linked_terms: BTreeSet::new(),
        history: neighbours.navigation.as_ref().map(|ways| ways.history.as_str()),
        previous: neighbours.navigation.as_ref().and_then(|ways| ways.previous.as_deref()),
        has_contents: false,
    };
    let rule = page.rule(page.anchors.unstated(None));
    let also = page.hidden(None);
    html! {
        (neighbours.before())
        (LINE) main id=(anchors::MAIN) data-rule=[rule] {
            (LINE) h1 { (policy.document.title) }
            (also)
            (page.blocks(&policy.document.blocks, 2))
            (LINE)
        }
        @if page.has_contents {
            (LINE) nav.to-contents aria-label="ページ内の移動" {
                a href={ "#" (anchors::CONTENTS) } { "目次へ" }
            }
        }
        (neighbours.after())
        (LINE)
    }
}

impl<'a> Page<'a> {
    /// Draws blocks in order; `level` is that of the next heading.
    fn blocks(&mut self, blocks: &'a [Block], level: u8) -> Markup {
        let mut markup = String::new();
        let mut rest = blocks;
        while let Some((first, after)) = rest.split_first() {
            let parts = rest.iter().take_while(|block| is_part(block)).count();
            if parts > 0 {
                markup.push_str(&self.parts(&rest[..parts], level).0);
                rest = &rest[parts..];
            } else {
                markup.push('\n');
                markup.push_str(&self.block(first, level).0);
                rest = after;
            }
        }
        PreEscaped(markup)
    }

    fn block(&mut self, block: &'a Block, level: u8) -> Markup {
        match block {
            Block::Section {
                clause,
                norms,
                children,
                ..
            } => self.section(*clause, norms, children, level),
            Block::Group {
                binding,
                title,
                children,
            } => self.group(binding, title, children, level),
            Block::Plain { binding, children } => {
                let Identity { id, rule, also } = self.identity(binding);
                let inside = self.blocks(children, level);
                html! {
                    // A block that nothing identifies is only what stands in it.
                    @if id.is_none() && rule.is_none() { (inside) }
                    @else { div.clause id=[id] data-rule=[rule] { (also) (inside) (LINE) } }
                }
            }
            Block::Paragraph { binding, runs } => {
                let Identity { id, rule, also } = self.identity(binding);
                html! { p id=[id] data-rule=[rule] { (also) (self.runs(runs, Links::All)) } }
            }
            Block::Note { binding, runs } => {
                let Identity { id, rule, also } = self.identity(binding);
                html! { p.note id=[id] data-rule=[rule] { (also) "※" (self.runs(runs, Links::All)) } }
            }
            Block::List(items) => html! {
                ul { @for item in items { (LINE) (self.item(item, level)) } (LINE) }
            },
            Block::Table { caption, columns, rows } => self.table(caption, columns, rows),
            Block::Date { kind, date } => html! {
                p.date { time datetime=(date) { (japanese_date(*date)) } (kind.word()) }
            },
            Block::Contents => self.contents(level),
        }
    }

    fn section(&mut self, clause: ClauseId, norms: &[NormId], children: &'a [Block], level: u8) -> Markup {
        if level == 2 {
            self.linked_terms.clear();
        }
        let data = self.policy.document.clause(clause);
        let Identity { id, rule, also } = self.place(Some(clause), norms);
        let permalink = id.as_deref().map(|_| self.permalink(clause));
        let title_id = id.as_ref().map(|_| self.anchors.heading(clause).to_owned());
        let title = self.numbered(data, Links::NoTerms);
        html! {
            section id=[id] aria-labelledby=[&title_id] data-rule=[rule] {
                (also)
                (LINE) div.heading { (heading(level, title_id.as_deref(), &title)) (permalink.unwrap_or_default()) }
                (self.blocks(children, level + 1))
                (LINE)
            }
        }
    }

    fn group(&mut self, binding: &'a Binding, title: &'a [Run], children: &'a [Block], level: u8) -> Markup {
        let Identity { id, rule, also } = self.identity(binding);
        let permalink = binding
            .clause
            .filter(|_| id.is_some())
            .map(|clause| self.permalink(clause));
        let title = html! { "[" (self.runs(title, Links::NoTerms)) "]" };
        html! {
            div.group id=[id] data-rule=[rule] {
                (also)
                (LINE) div.heading { (heading(level, None, &title)) (permalink.unwrap_or_default()) }
                (self.blocks(children, level + 1))
                (LINE)
            }
        }
    }

    /// Groups that name the parts of a clause: what is provided, to whom, why.
    fn parts(&mut self, groups: &'a [Block], level: u8) -> Markup {
        let mut entry = |group: &'a Block| match group {
            Block::Group {
                binding,
                title,
                children,
            } => {
                let Identity { id, rule, also } = self.identity(binding);
                html! {
                    (LINE) div id=[id] data-rule=[rule] {
                        (LINE) dt { (also) "[" (self.runs(title, Links::All)) "]" }
                        (LINE) dd { (self.blocks(children, level)) (LINE) }
                        (LINE)
                    }
                }
            }
            // INVARIANT: `is_part` accepts groups only.
            _ => Markup::default(),
        };
        html! { (LINE) dl { @for group in groups { (entry(group)) } (LINE) } }
    }

    fn item(&mut self, item: &'a ListItem, level: u8) -> Markup {
        let Identity { id, rule, also } = self.identity(&item.binding);
        html! {
            li id=[id] data-rule=[rule] {
                (also)
                (self.runs(&item.runs, Links::All))
                (self.blocks(&item.children, level))
            }
        }
    }

    fn table(&mut self, caption: &'a [Run], columns: &'a [Vec<Run>], rows: &'a [TableRow]) -> Markup {
        let label = self.policy.document.plain(caption);
        let label = if label.trim().is_empty() { "表" } else { &label };
        html! {
            // A wide table scrolls in its own box, which the keyboard can reach.
            div.table role="group" aria-label=(label) tabindex="0" {
                (LINE) table {
                    @if !caption.is_empty() { (LINE) caption { (self.runs(caption, Links::NoTerms)) } }
                    @if !columns.is_empty() {
                        (LINE) thead { tr {
                            @for column in columns { (LINE) th scope="col" { (self.runs(column, Links::NoTerms)) } }
                        } }
                    }
                    (LINE) tbody { @for row in rows { (LINE) (self.row(row)) } (LINE) }
                    (LINE)
                }
            }
        }
    }

    fn row(&mut self, row: &'a TableRow) -> Markup {
        let Identity { id, rule, mut also } = self.identity(&row.binding);
        html! {
            tr id=[id] data-rule=[rule] {
                @for (index, cell) in row.cells.iter().enumerate() {
                    @let also = std::mem::take(&mut also);
                    // The first cell says what the row is about, unless it is empty.
                    @if index == 0 && !cell.is_empty() { th scope="row" { (also) (self.runs(cell, Links::All)) } }
                    @else { td { (also) (self.runs(cell, Links::All)) } }
                }
            }
        }
    }

    fn contents(&mut self, level: u8) -> Markup {
        // A second table of contents has no id of its own.
        let first = !std::mem::replace(&mut self.has_contents, true);
        let (id, title_id) = (
            first.then_some(anchors::CONTENTS),
            first.then_some(anchors::CONTENTS_TITLE),
        );
        let document = &self.policy.document;
        html! {
            nav.contents id=[id] aria-labelledby=[title_id] {
                (LINE) (heading(level, title_id, &html! { (contents::TITLE) }))
                (LINE) ol {
                    @for clause in contents::entries(&document.blocks) {
                        @let data = document.clause(clause);
                        (LINE) li {
                            a href=(link::fragment(self.anchors.id(clause))) {
                                (self.numbered(data, Links::None))
                            }
                        }
                    }
                    (LINE)
                }
                (LINE)
            }
        }
    }
}

/// Whether a group is a labelled part of its clause, and not a heading with sections of its own: it is no clause, and
/// holds only text, lists and tables.
fn is_part(block: &Block) -> bool {
    match block {
        Block::Group { binding, children, .. } => {
            binding.clause.is_none() && !children.is_empty() && children.iter().all(is_text)
        }
        _ => false,
    }
}

fn is_text(block: &Block) -> bool {
    match block {
        Block::Paragraph { .. } | Block::Note { .. } | Block::Table { .. } | Block::Date { .. } => true,
        Block::List(items) => items.iter().all(|item| item.children.iter().all(is_text)),
        Block::Plain { children, .. } => children.iter().all(is_text),
        Block::Section { .. } | Block::Group { .. } | Block::Contents => false,
    }
}

fn heading(level: u8, id: Option<&str>, words: &Markup) -> Markup {
    html! {
        @match level {
            2 => h2 id=[id] { (words) },
            3 => h3 id=[id] { (words) },
            4 => h4 id=[id] { (words) },
            5 => h5 id=[id] { (words) },
            _ => h6 id=[id] { (words) },
        }
    }
}
