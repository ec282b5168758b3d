//! Which wordings of a policy are shown, where each stands, and whether a norm or a notice stands behind it.

use super::outline::{Appearance, Outline, appearance, is_sentence};
use super::terms::{Shown, Terms};
use crate::document::{ClauseId, Document};
use crate::keyword::{Keyword, acts, dates, frames, levels, notices, pages, parts, prohibitions, revisions};
use crate::syntax::ast::{Statement, Wording};
use crate::wording::polarity::Claim;

/// The document, and what was learnt while building it.
#[derive(Debug, Default)]
pub(super) struct Built<'a> {
    pub(super) document: Document,
    pub(super) terms: Terms,
    /// Every wording of the policy that is shown, in the order of the page.
    pub(super) shown: Vec<Shown<'a>>,
    /// The wording that describes revisions. It speaks of the policy as it was: it neither defines nor uses its terms.
    pub(super) recorded: Vec<Shown<'a>>,
    /// What each wording is bound to.
    pub(super) counted: Vec<Counted<'a>>,
}

/// One wording, with what stands behind it.
#[derive(Debug, Clone)]
pub(super) struct Counted<'a> {
    /// Its chapter; none of what stands before the first, between them or behind the last.
    pub(super) chapter: Option<ClauseId>,
    pub(super) wording: &'a Wording,
    /// Whether a norm or notice stands behind it.
    pub(super) bound: bool,
    /// It is a heading, of a block or of a table, and no sentence.
    pub(super) title: bool,
    /// What it says is done or not done, and no norm holds.
    pub(super) unheld: Vec<Claim>,
}

impl Counted<'_> {
    /// A title to which nothing is bound, and which claims nothing, promises nothing either.
    pub(super) fn is_mere_title(&self) -> bool {
        self.title && !self.bound && self.unheld.is_empty()
    }
}

/// Where the walk through the shown statements stands.
#[derive(Clone, Copy)]
pub(super) struct Tally {
    pub(super) chapter: usize,
    pub(super) chapter_clause: Option<ClauseId>,
    pub(super) clause: Option<ClauseId>,
    pub(super) bound: bool,
}

/// Gathers the shown wordings in the order of the page.
pub(super) fn gather<'a>(
    block: &'a Statement,
    tally: Tally,
    outline: &Outline<'a>,
    chapters: &mut usize,
    built: &mut Built<'a>,
) {
    for child in block.children() {
        let appearance = appearance(child, block.kind);
        let row = child.kind == Keyword::Row || child.kind == Keyword::Columns;
        if appearance == Appearance::Hidden && !row {
            continue;
        }
        let mut inner = tally;
        inner.clause = outline.clause_of(child).or(tally.clause);
        if child.kind == Keyword::Chapter {
            *chapters += 1;
            inner.chapter = *chapters;
            inner.chapter_clause = inner.clause;
        }
        if child.kind == Keyword::Summary {
            record(child, inner, built);
            continue;
        }
        inner.bound |= binds(child.kind) || (row && child.children().next().is_some());
        let heading = matches!(appearance, Appearance::Numbered(_) | Appearance::Group);
        for (index, wording) in child.wordings.iter().enumerate() {
            let heading = heading && index == 0;
            built.shown.push(Shown {
                wording,
                chapter: inner.chapter,
                clause: inner.clause,
                heading,
            });
            if child.kind != Keyword::Chapter {
                built.counted.push(Counted {
                    chapter: inner.chapter_clause,
                    wording,
                    bound: inner.bound,
                    title: is_title(child, heading) && !is_sentence(wording),
                    unheld: Vec::new(),
                });
            }
        }
        gather(child, inner, outline, chapters, built);
    }
}

/// Whether a statement shows its words above something else.
fn is_title(statement: &Statement, heading: bool) -> bool {
    statement.kind == Keyword::Columns
        || (heading || statement.kind == Keyword::Table) && statement.children().next().is_some()
}

/// Gathers what a 概要 shows.
fn record<'a>(summary: &'a Statement, tally: Tally, built: &mut Built<'a>) {
    for statement in std::iter::once(summary).chain(summary.children()) {
        built.recorded.extend(statement.wordings.iter().map(|wording| Shown {
            wording,
            chapter: tally.chapter,
            clause: tally.clause,
            heading: statement.kind == Keyword::Summary,
        }));
    }
}

/// Whether the machine vouches for what a statement of this kind says.
fn binds(kind: Keyword) -> bool {
    use Keyword as K;
    match kind {
        acts!() | prohibitions!() | notices!() | K::Purpose | K::Route | K::Rider | K::Linking => true,
        // Declarations and parts speak for the clause around them, which is asked itself.
        levels!()
        | dates!()
        | frames!()
        | revisions!()
        | pages!()
        | K::GroupHeading
        | K::Table
        | K::Columns
        | K::Row
        | K::DefinedTerm
        | K::Data
        | K::Party
        | K::Examples
        | K::Condition
        | K::Cases
        | parts!()
        | K::Target
        | K::Limit
        | K::Acts
        | K::Forbid
        | K::Permit
        | K::Priority
        | K::Test
        | K::Expected
        | K::Prose
        | K::Entry
        | K::Unknown => false,
    }
}
