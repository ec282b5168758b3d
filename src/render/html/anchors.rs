//! Which id every clause and every defined term has on the page, and which norms each element carries.

use std::collections::{BTreeMap, BTreeSet};

use crate::characters;
use crate::document::link::HISTORY;
use crate::document::{Binding, Block, ClauseId, Document, Run};
use crate::norm::NormId;
use crate::policy::Policy;

/// The id of the main content.
pub(super) const MAIN: &str = "page-main";
/// The id of the table of contents.
pub(super) const CONTENTS: &str = "page-contents";
/// The id of the heading of the table of contents.
pub(super) const CONTENTS_TITLE: &str = "page-contents-title";

/// The ids of a page, before it is drawn.
///
/// Every clause has a place on the page, also one that shows nothing itself: its anchor then stands at the head of the
/// nearest enclosing clause that is shown, and so do norms that no block carries.
#[derive(Debug)]
pub(super) struct Anchors {
    /// By clause.
    ids: Vec<String>,
    /// The ids of the clauses' headings, by clause.
    headings: Vec<String>,
    /// By the anchor of a definition that is shown.
    terms: BTreeMap<String, String>,
    /// Clauses that no block shows, by the clause whose element stands for them; `None` is the page.
    hidden: BTreeMap<Option<ClauseId>, Vec<ClauseId>>,
    /// Norms that no block states, likewise.
    unstated: BTreeMap<Option<ClauseId>, Vec<NormId>>,
    /// Ids that earlier revisions had, likewise.
    former: BTreeMap<Option<ClauseId>, Vec<String>>,
    /// Whether a link on the page leads to the list of revisions.
    pub(super) links_to_history: bool,
}

impl Anchors {
    /// Gives out the ids of a policy's page. `former` are the ids that earlier revisions had, with the clauses that they
    /// lead to now; what is an id of this page already leads where it stands.
    pub(super) fn new(policy: &Policy, former: &[(String, Option<ClauseId>)]) -> Self {
        let document = &policy.document;
        let mut shown = Shown::default();
        shown.blocks(&document.blocks, document);
        let mut taken: BTreeSet<String> = [MAIN, CONTENTS, CONTENTS_TITLE].map(str::to_owned).into();
        let ids: Vec<String> = document
            .clauses
            .iter()
            .map(|clause| unique(&clause.anchor, &mut taken))
            .collect();
        let terms = shown
            .definitions
            .iter()
            .map(|anchor| ((*anchor).to_owned(), unique(anchor, &mut taken)))
            .collect();
        let headings = ids
            .iter()
            .map(|id| unique(&format!("{id}-title"), &mut taken))
            .collect();
        let place = |clause: ClauseId| {
            let path = document.path(clause);
            path.into_iter().rev().find(|id| shown.clauses.contains(id))
        };
        let mut hidden: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for id in (0..document.clauses.len()).map(|index| ClauseId(index as u32)) {
            if !shown.clauses.contains(&id) {
                hidden.entry(place(id)).or_default().push(id);
            }
        }
        let mut unstated: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (index, norm) in policy.norms.iter().enumerate() {
            let id = NormId(index as u32);
            if !shown.norms.contains(&id) {
                unstated.entry(place(norm.provenance.clause)).or_default().push(id);
            }
        }
        let mut kept: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (id, clause) in former {
            if unique(id, &mut BTreeSet::new()) == *id && taken.insert(id.clone()) {
                kept.entry(clause.and_then(place)).or_default().push(id.clone());
            }
        }
        Self {
            ids,
            headings,
            terms,
            hidden,
            unstated,
            former: kept,
            links_to_history: shown.history,
        }
    }

    /// The ids of clauses and definitions that the page shows, by which others may link to it.
    pub(super) fn linkable(&self) -> impl Iterator<Item = (&str, Option<ClauseId>)> {
        let clauses = self.ids.iter().enumerate();
        let clauses = clauses.map(|(index, id)| (id.as_str(), Some(ClauseId(index as u32))));
        clauses.chain(self.terms.values().map(|id| (id.as_str(), None)))
    }

    /// The ids of earlier revisions that the element of this clause stands for.
    pub(super) fn former(&self, clause: Option<ClauseId>) -> &[String] {
        self.former.get(&clause).map_or(&[], Vec::as_slice)
    }

    /// The id of a clause.
    pub(super) fn id(&self, clause: ClauseId) -> &str {
        &self.ids[clause.0 as usize]
    }

    /// The id of a clause's heading.
    pub(super) fn heading(&self, clause: ClauseId) -> &str {
        &self.headings[clause.0 as usize]
    }

    /// The id of the definition with this anchor, if the page shows it.
    pub(super) fn term(&self, anchor: &str) -> Option<&str> {
        self.terms.get(anchor).map(String::as_str)
    }

    /// The clauses that the element of this clause stands for, beside itself.
    pub(super) fn hidden(&self, clause: Option<ClauseId>) -> &[ClauseId] {
        self.hidden.get(&clause).map_or(&[], Vec::as_slice)
    }

    /// The norms that the element of this clause carries, beside those of its block.
    pub(super) fn unstated(&self, clause: Option<ClauseId>) -> &[NormId] {
        self.unstated.get(&clause).map_or(&[], Vec::as_slice)
    }
}

/// The id that an anchor has on every page: itself, unless HTML or a script could take it for something else.
///
/// An id like `body` or `location` is also a property of the window and of forms, by which scripts find it in the place of
/// what they look for. So what could be such a name (a word of ASCII that does not begin with a capital) is written
/// `policy-body`, which none can be. All others stay as they are: `第三者提供`, `Cookie`, `a.b`.
pub(super) fn id_of(anchor: &str) -> String {
    let mut letters = anchor.bytes();
    let is_word = letters
        .next()
        .is_some_and(|first| first.is_ascii_lowercase() || first == b'_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == b'_');
    match is_word {
        true => format!("policy-{anchor}"),
        false => characters::shown(anchor).into_owned(),
    }
}

/// An id that HTML allows and nobody has: that of the anchor, unless it holds white space or is taken. (Names hold neither
/// white space nor `-`, so what `resolve` gives stays as it is.)
fn unique(anchor: &str, taken: &mut BTreeSet<String>) -> String {
    let mut id: String = id_of(anchor)
        .chars()
        .map(|c| {
            if c.is_whitespace() || c.is_control() || c == '%' {
                '_'
            } else {
                c
            }
        })
        .collect();
    if id.is_empty() {
        id.push('_');
    }
    let mut number = 1;
    let mut candidate = id.clone();
    while !taken.insert(candidate.clone()) {
        number += 1;
        candidate = format!("{id}-{number}");
    }
    candidate
}

/// What the blocks show.
#[derive(Default)]
struct Shown<'a> {
    clauses: BTreeSet<ClauseId>,
    norms: BTreeSet<NormId>,
    definitions: BTreeSet<&'a str>,
    /// Whether a link leads to the list of revisions.
    history: bool,
}

impl<'a> Shown<'a> {
    fn blocks(&mut self, blocks: &'a [Block], document: &'a Document) {
        for block in blocks {
            self.block(block, document);
        }
    }

    fn block(&mut self, block: &'a Block, document: &'a Document) {
        match block {
            Block::Section {
                clause,
                norms,
                children,
                ..
            } => {
                self.clauses.insert(*clause);
                self.norms.extend(norms);
                self.runs(&document.clause(*clause).title);
                self.blocks(children, document);
            }
            Block::Group {
                binding,
                title,
                children,
            } => {
                self.binding(binding);
                self.runs(title);
                self.blocks(children, document);
            }
            Block::Plain { binding, children } => {
                self.binding(binding);
                self.blocks(children, document);
            }
            Block::Paragraph { binding, runs } | Block::Note { binding, runs } => {
                self.binding(binding);
                self.runs(runs);
            }
            Block::List(items) => {
                for item in items {
                    self.binding(&item.binding);
                    self.runs(&item.runs);
                    self.blocks(&item.children, document);
                }
            }
            Block::Table { caption, columns, rows } => {
                self.runs(caption);
                columns.iter().for_each(|cell| self.runs(cell));
                for row in rows {
                    self.binding(&row.binding);
                    row.cells.iter().for_each(|cell| self.runs(cell));
                }
            }
            Block::Date { .. } | Block::Contents => {}
        }
    }

    fn binding(&mut self, binding: &Binding) {
        self.clauses.extend(binding.clause);
        self.norms.extend(&binding.norms);
    }

    fn runs(&mut self, runs: &'a [Run]) {
        for run in runs {
            match run {
                Run::Definition { anchor, .. } => {
                    self.definitions.insert(anchor);
                }
                Run::Link { words, target } => {
                    self.history |= target == HISTORY;
                    self.runs(words);
                }
                Run::Strong(words) => self.runs(words),
                Run::Text(_) | Run::Reference { .. } | Run::Term { .. } => {}
            }
        }
    }
}
