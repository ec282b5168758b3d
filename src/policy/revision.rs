//! What the editor says of each revision in the source (改定履歴): its summary (改定概要) and what was acknowledged (承認).
//!
//! Beside the wording on the page this is for the comparison of two revisions: which change a line of the summary
//! describes, and which widening passes because somebody has answered for it.

use jiff::civil::Date;

use crate::characters;
use crate::document::{ClauseId, DateKind, Document};
use crate::span::Span;
use crate::vocabulary::{ConceptId, Dimension};

/// One revision: a 改定 or 最終改定 of the source, with or without a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionEntry {
    /// [`DateKind::Revised`] or [`DateKind::LastRevised`].
    pub kind: DateKind,
    /// Its date.
    pub date: Date,
    /// The lines of its 概要, in the order of the page. Empty where it has none.
    pub summary: Vec<SummaryLine>,
    /// Its 承認, in the order of the source. They never appear on the page.
    pub acknowledgements: Vec<Acknowledgement>,
    /// Where its head is written.
    pub span: Span,
}

/// One line of a 概要: a change in the words that the editor adopted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryLine {
    /// As shown on the page, references spelt out, its paragraphs parted by line ends; without the place that the page
    /// adds after it.
    pub wording: String,
    /// The change it describes: what its ［］ names, or, without ［］, the clauses its wording refers to.
    pub covers: Covered,
    /// Where its head is written.
    pub span: Span,
}

/// 承認: somebody answers for a widening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// What may become wider; never empty.
    pub covers: Covered,
    /// Why, in the editor's words.
    pub reason: String,
    /// When it was decided.
    pub date: Date,
    /// Where its head is written.
    pub span: Span,
}

/// The name of what stands in no clause, where no clause and no word bears it.
pub const OUTSIDE: &str = "前文";

/// What a line of a 概要 or a 承認 names. A name stands for everything that bears it: 配送 for the clause as well as
/// for the purpose that the clause declares.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Covered {
    /// Clauses of this revision; each stands for the clauses inside it too.
    pub clauses: Vec<ClauseId>,
    /// Entries of the vocabulary, by dimension and in the order of their declaration.
    pub concepts: Vec<(Dimension, ConceptId)>,
    /// What only the previous revision has (旧版.名前): its qualified name there, or the last part of it.
    /// Whether it was there is known once both revisions are.
    pub removed: Vec<String>,
    /// What stands in no clause (前文).
    pub outside: bool,
}

impl Covered {
    /// Whether nothing is named.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty() && self.concepts.is_empty() && self.removed.is_empty() && !self.outside
    }

    /// Whether a clause of this revision is named, or one that it stands in.
    #[must_use]
    pub fn has_clause(&self, document: &Document, clause: ClauseId) -> bool {
        document.path(clause).iter().any(|outer| self.clauses.contains(outer))
    }

    /// Whether an entry of the vocabulary is named.
    #[must_use]
    pub fn has_concept(&self, dimension: Dimension, concept: ConceptId) -> bool {
        self.concepts.contains(&(dimension, concept))
    }

    /// Whether a clause of the previous revision is named, or one that it stands in: by its qualified name there
    /// (`第三者提供.原則`), or by the last parts of it (`原則`).
    #[must_use]
    pub fn has_removed(&self, previous: &Document, clause: ClauseId) -> bool {
        previous.path(clause).iter().any(|outer| {
            let name = previous.clause(*outer).name.as_deref();
            name.is_some_and(|name| self.has_removed_name(name))
        })
    }

    /// Whether this qualified name of the previous revision is named (旧版.名前), in full or by its last parts: that of a
    /// clause, or of an entry of its vocabulary.
    #[must_use]
    pub fn has_removed_name(&self, name: &str) -> bool {
        let name = characters::key(name);
        let mut removed = self.removed.iter();
        removed.any(|removed| ends_with(&name, &characters::key(removed)))
    }
}

/// Whether a qualified name is `last`, or ends with it after a dot.
fn ends_with(name: &str, last: &str) -> bool {
    name.strip_suffix(last)
        .is_some_and(|before| before.is_empty() || before.ends_with('.'))
}
