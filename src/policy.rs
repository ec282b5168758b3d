//! The checked whole: what everything after `resolve` works on. A [`Policy`] exists only if names and required parts
//! were resolved.

mod acknowledged;
mod notice;
mod revision;

use jiff::civil::Date;
pub use notice::{Notice, NoticeKind};
pub use revision::{Acknowledgement, Covered, OUTSIDE, RevisionEntry, SummaryLine};

use crate::document::{ClauseId, DateKind, Document};
use crate::norm::{Act, Norm, Processing};
use crate::span::Span;
use crate::vocabulary::{ConceptId, Vocabulary};

/// A compiled policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// Title, operator, dates.
    pub metadata: Metadata,
    /// The four graphs, linkings and routes.
    pub vocabulary: Vocabulary,
    /// The document as it appears.
    pub document: Document,
    /// The norms, in the order of the clauses that state them.
    pub norms: Vec<Norm>,
    /// Statements that are no norms: rights, contacts, security measures.
    pub notices: Vec<Notice>,
    /// Terms defined in the prose.
    pub terms: Vec<DefinedTerm>,
    /// Policy tests (検証).
    pub tests: Vec<PolicyTest>,
    /// Clauses that a transfer abroad reaches (越境).
    pub transfers_abroad: Vec<TransferAbroad>,
    /// What it says of its revisions (改定, 最終改定), in the order of the source.
    pub revisions: Vec<RevisionEntry>,
    /// The sources it was compiled from, by their names as the user wrote them, relative.
    pub sources: Vec<String>,
    /// How much of the wording the machine vouches for.
    pub coverage: Vec<ChapterCoverage>,
}

/// What the policy says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata {
    /// The title.
    pub title: String,
    /// The business operator.
    pub operator: Option<Operator>,
    /// Its dates, in the order of the source.
    pub dates: Vec<(DateKind, Date)>,
    /// 旧版: path of the previous revision's source, as written.
    pub previous: Option<String>,
}

/// The business operator handling personal information (個人情報取扱事業者, APPI article 16(2)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    /// As a party of the vocabulary.
    pub party: ConceptId,
    /// Its declared name: 当社.
    pub name: String,
    /// Its official name.
    pub official_name: String,
    /// Its address.
    pub address: Option<String>,
    /// Its representative.
    pub representative: Option<String>,
}

/// A term that the prose defines: （以下「当社」といいます）.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefinedTerm {
    /// The term.
    pub term: String,
    /// Other words for it (用語).
    pub aliases: Vec<String>,
    /// The anchor of its definition on the page.
    pub anchor: String,
    /// Where it is defined.
    pub span: Span,
}

/// 越境: where a clause about transfers abroad applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransferAbroad {
    /// The clause that states it.
    pub clause: ClauseId,
    /// The clauses whose acts may reach parties abroad.
    pub covers: Vec<ClauseId>,
    /// Where.
    pub span: Span,
}

/// The five answers of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Expected {
    /// 許可
    Permitted,
    /// 条件付き許可
    PermittedUnderConditions,
    /// 加工すれば許可
    PermittedIfProcessed,
    /// 禁止
    Forbidden,
    /// 定めなし
    NotStated,
}

impl Expected {
    /// All answers.
    pub const ALL: [Self; 5] = [
        Self::Permitted,
        Self::PermittedUnderConditions,
        Self::PermittedIfProcessed,
        Self::Forbidden,
        Self::NotStated,
    ];

    /// As written in a source.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Permitted => "許可",
            Self::PermittedUnderConditions => "条件付き許可",
            Self::PermittedIfProcessed => "加工すれば許可",
            Self::Forbidden => "禁止",
            Self::NotStated => "定めなし",
        }
    }

    /// Whether it refuses whatever else is done.
    #[must_use]
    pub fn refuses(self) -> bool {
        matches!(self, Self::Forbidden | Self::NotStated)
    }

    /// The key used in the bundle.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Permitted => "permitted",
            Self::PermittedUnderConditions => "permitted_under_conditions",
            Self::PermittedIfProcessed => "permitted_if_processed",
            Self::Forbidden => "forbidden",
            Self::NotStated => "not_stated",
        }
    }
}

/// A request with the decision the editor expects (検証).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyTest {
    /// What it is called.
    pub title: String,
    /// The act.
    pub act: Act,
    /// The data categories; the request asks about all of them.
    pub data: Vec<ConceptId>,
    /// The other party; the operator where none is given and the act needs no other.
    pub party: Option<ConceptId>,
    /// The purpose.
    pub purpose: Option<ConceptId>,
    /// The state of the data.
    pub processing: Processing,
    /// The conditions asserted.
    pub conditions: Vec<ConceptId>,
    /// The route, for collection.
    pub route: Option<u32>,
    /// What must come out.
    pub expected: Expected,
    /// Where it is written.
    pub span: Span,
}

/// How much of one chapter's wording is bound to norms, and how open its lists are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChapterCoverage {
    /// The chapter.
    pub clause: ClauseId,
    /// Characters of wording bound to a norm or a notice.
    pub bound: usize,
    /// Characters of wording in all.
    pub total: usize,
    /// Paragraphs that are plain prose.
    pub plain_paragraphs: usize,
    /// Lists or phrases left open: その他, 等, 必要な範囲.
    pub open_phrases: usize,
}

/// A wording of a chapter that is plain prose: the machine does not vouch for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unbound {
    /// The chapter.
    pub chapter: ClauseId,
    /// Where it is written.
    pub span: Span,
}

impl Policy {
    /// The norms that a clause states, the clauses inside it included.
    #[cfg(any(test, feature = "internals"))]
    pub fn norms_of(&self, clause: ClauseId) -> impl Iterator<Item = &Norm> {
        self.norms
            .iter()
            .filter(move |norm| self.document.path(norm.provenance.clause).contains(&clause))
    }
}
