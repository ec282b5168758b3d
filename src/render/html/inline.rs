//! Running text: links, references, defined terms.

use std::slice;

use maud::{Markup, html};

use super::anchors::id_of;
use super::drawing::Page;
use crate::document::link::{self, Target};
use crate::document::{Clause, Run, TitleStyle};

/// Which links a text may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    /// All.
    All,
    /// No links from terms to their definitions: headings, and what heads a table.
    NoTerms,
    /// None: the text stands in a link.
    None,
}

impl<'a> Page<'a> {
    /// Draws running text.
    pub(super) fn runs(&mut self, runs: &'a [Run], links: Links) -> Markup {
        html! { @for run in runs { (self.run(run, links)) } }
    }

    fn run(&mut self, run: &'a Run, links: Links) -> Markup {
        match run {
            Run::Text(words) => html! { (words) },
            Run::Strong(words) => html! { strong { (self.runs(words, links)) } },
            Run::Link { words, target } => self.link(words, target, links),
            Run::Reference { clause, .. } => {
                let words = self.policy.document.plain(slice::from_ref(run));
                html! {
                    @if links == Links::None || words.trim().is_empty() { (words) }
                    @else { a.reference href=(link::fragment(self.anchors.id(*clause))) { (words) } }
                }
            }
            Run::Definition { words, anchor } => {
                let id = self.anchors.term(anchor).map(str::to_owned);
                let id = id.filter(|_| self.defined.insert(anchor));
                // It needs no link to where the reader is.
                self.linked_terms.insert(anchor);
                html! { dfn id=[id] { (words) } }
            }
            Run::Term { words, anchor } => {
                // One link in each chapter: a link on every occurrence would put hundreds of stops in a reader's way.
                let target = self.anchors.term(anchor).map(link::fragment);
                let target = target.filter(|_| links == Links::All && self.linked_terms.insert(anchor));
                html! {
                    @if let Some(target) = target { a.term href=(target) { (words) } }
                    @else { (words) }
                }
            }
        }
    }

    fn link(&mut self, words: &'a [Run], target: &str, links: Links) -> Markup {
        let shown = self.policy.document.plain(words);
        let address = link::parse(target).filter(|_| links != Links::None && !shown.trim().is_empty());
        let Some((address, href)) = address.and_then(|address| Some((address, self.href(address)?))) else {
            return self.runs(words, links);
        };
        // In print the address follows the words, unless they are the address.
        let class = match address {
            Target::Web(_) | Target::Mail(_) if shown == target => Some("address"),
            Target::Web(_) => Some("external"),
            Target::Mail(_) | Target::Fragment(_) | Target::History | Target::Previous => None,
        };
        html! { a class=[class] href=(href) { (self.runs(words, Links::None)) } }
    }

    /// Where a target lies; other revisions do only where they are published.
    fn href(&self, target: Target<'_>) -> Option<String> {
        match target {
            Target::History => self.history.map(str::to_owned),
            Target::Previous => self.previous.map(str::to_owned),
            Target::Fragment(name) if !name.is_empty() => Some(link::fragment(&id_of(name))),
            target => link::href(target),
        }
    }

    /// Number and title as a heading shows them; the number is text, so it can be found, copied and quoted.
    pub(super) fn numbered(&mut self, clause: &'a Clause, links: Links) -> Markup {
        let title = self.runs(&clause.title, links);
        let Some(number) = &clause.number else {
            return title;
        };
        let joined = self.policy.document.title_style(clause);
        html! {
            span.number { (number.full) }
            @if title.0.is_empty() {}
            @else if joined == TitleStyle::Parenthesised { "（" (title) "）" }
            @else { " " (title) }
        }
    }
}
