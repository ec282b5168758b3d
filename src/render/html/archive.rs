//! Pages that are published together with the other revisions of their policy: the ways from one to the other, the ids
//! that earlier revisions had, and the list of all revisions (改定履歴).
//!
//! What is added stands outside of `<main>`: within it only the words of the policy appear.

use jiff::civil::Date;
use maud::{Markup, html};

use super::super::japanese_date;
use super::anchors::{self, Anchors};
use super::head::{self, About};
use super::markup::LINE;
use super::theme::PageOptions;
use super::whole::whole;
use crate::document::{ClauseId, DateKind};
use crate::policy::Policy;

/// Styles for the ways to other revisions and the list of them.
pub(super) const STYLES: &str = include_str!("archive.css");

/// What a page must know of the other revisions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// Ids that stood on the pages of earlier revisions, with the clause that they lead to now; none for the top. An id
    /// that this page has itself stays where it stands.
    pub former: Vec<(String, Option<ClauseId>)>,
    /// The ways to other revisions.
    pub navigation: Option<Navigation>,
}

/// The ways from a page to others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Navigation {
    /// For a past revision: what it is, shown before the policy and in the title.
    pub past: Option<String>,
    /// Where the list of revisions lies: a relative reference as it stands in `href`.
    pub history: String,
    /// Where the previous revision lies, likewise; none for the first.
    pub previous: Option<String>,
    /// Where else one can go.
    pub links: Vec<Link>,
}

/// A way to another page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What is shown.
    pub words: String,
    /// Where it leads: a relative reference as it stands in `href`.
    pub href: String,
}

impl Neighbours {
    pub(super) fn title(&self, title: String) -> String {
        match self.past() {
            Some((past, _)) => format!("{title}（{past}）"),
            None => title,
        }
    }

    pub(super) fn styles(&self) -> &'static str {
        if self.navigation.is_some() { STYLES } else { "" }
    }

    fn past(&self) -> Option<(&str, &Navigation)> {
        let navigation = self.navigation.as_ref()?;
        Some((navigation.past.as_deref()?, navigation))
    }

    /// What stands before `<main>`: that this is a past revision.
    pub(super) fn before(&self) -> Markup {
        html! {
            @if let Some((past, navigation)) = self.past() {
                (LINE) nav.revisions.past aria-label="ほかの版" {
                    (LINE) p { strong { "過去の版（" (past) "）です。" } }
                    (links(navigation)) (LINE)
                }
            }
        }
    }

    /// What stands after `<main>`: the ways to other revisions.
    pub(super) fn after(&self) -> Markup {
        let navigation = self.navigation.as_ref();
        let navigation = navigation.filter(|navigation| navigation.past.is_none());
        html! {
            @if let Some(navigation) = navigation {
                (LINE) nav.revisions aria-label="ほかの版" { (links(navigation)) (LINE) }
            }
        }
    }
}

/// Ways from a page that is no policy's; nothing where there are none.
pub(super) fn ways(links: &[Link]) -> Markup {
    html! {
        @if !links.is_empty() {
            (LINE) nav.revisions aria-label="ほかの版" {
                (LINE) ul { @for link in links { (LINE) li { a href=(link.href) { (link.words) } } } (LINE) }
                (LINE)
            }
        }
    }
}

fn links(navigation: &Navigation) -> Markup {
    html! {
        (LINE) ul {
            @for link in &navigation.links { (LINE) li { a href=(link.href) { (link.words) } } }
            (LINE) li { a href=(navigation.history) { "改定履歴" } }
            (LINE)
        }
    }
}

/// A place on a page that links from elsewhere may lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// Its id.
    pub id: String,
    /// The clause that stands there; none for the definition of a term.
    pub clause: Option<ClauseId>,
}

/// The places on the page of a policy that links from elsewhere may lead to.
#[must_use]
pub fn anchors(policy: &Policy) -> Vec<Anchor> {
    let anchors = Anchors::new(policy, &[]);
    let linkable = anchors.linkable().map(|(id, clause)| Anchor {
        id: id.to_owned(),
        clause,
    });
    linkable.collect()
}

/// Whether the page of a policy links to the list of revisions.
#[must_use]
pub fn links_to_history(policy: &Policy) -> bool {
    Anchors::new(policy, &[]).links_to_history
}

/// A revision in the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// The dates that it states, in its own words' order.
    pub dates: Vec<(DateKind, Date)>,
    /// What it is called where it states no date.
    pub name: String,
    /// Whether it is the one in force.
    pub current: bool,
    /// Where it and what it changed can be read.
    pub links: Vec<Link>,
    /// What it changed, a line each.
    pub summary: Vec<String>,
}

/// The list of revisions, the newest first, as a page like that of the policy itself.
#[must_use]
pub fn history(policy: &Policy, entries: &[Entry], options: &PageOptions) -> String {
    let about = About {
        title: format!("改定履歴｜{}", head::title(policy)),
        description: format!("「{}」の改定の履歴です。", policy.document.title),
        styles: STYLES,
    };
    let page = html! {
        (LINE) main id=(anchors::MAIN) {
            (LINE) h1 { "改定履歴" }
            (LINE) p { a href="index.html" { (policy.document.title) } }
            (LINE) ol.history reversed {
                @for entry in entries { (LINE) (revision(entry)) }
                (LINE)
            }
            (LINE)
        }
        (LINE)
    };
    whole(policy, options, &about, &page)
}

fn revision(entry: &Entry) -> Markup {
    html! {
        li {
            (LINE) h2 {
                @for (index, (kind, date)) in entry.dates.iter().enumerate() {
                    @if index > 0 { "・" }
                    time datetime=(date) { (japanese_date(*date)) } (kind.word())
                }
                @if entry.dates.is_empty() { (entry.name) }
                @if entry.current { "（現在の版）" }
            }
            @if !entry.summary.is_empty() {
                (LINE) ul { @for line in &entry.summary { (LINE) li { (line) } } (LINE) }
            }
            (LINE) p.ways {
                @for (index, link) in entry.links.iter().enumerate() {
                    @if index > 0 { " " }
                    a href=(link.href) { (link.words) }
                }
            }
            (LINE)
        }
    }
}
