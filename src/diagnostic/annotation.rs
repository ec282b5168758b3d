//! Remarks at places of a source that are no faults of its text: what a revision widens. Drawn as SARIF and for GitHub, with the
//! same types as [`Diagnostic`](super::Diagnostic)s.

use super::findings::Findings;
use super::level::Level;
use crate::span::Span;
use crate::text::Text;

/// A kind of annotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnotationRule {
    /// Its stable name.
    pub id: &'static str,
    /// The level it has unless a run decides otherwise.
    pub level: Level,
    /// What it is about, in a few words.
    pub title: Text,
    /// What to do about it.
    pub help: Text,
}

/// One annotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation<'r> {
    /// Of which kind.
    pub rule: &'r AnnotationRule,
    /// Its gravity in this run.
    pub level: Level,
    /// What is said, a line each.
    pub lines: Vec<Text>,
    /// Where; none where no place is known.
    pub span: Option<Span>,
    /// Other places that a reader may want to see, and what is there.
    pub related: Vec<(Span, Text)>,
}

/// Annotations to one compilation.
#[derive(Debug, Clone)]
pub struct Annotated<'a> {
    /// What is said.
    pub annotations: Vec<Annotation<'a>>,
    /// Where the places lie; none where the policy was not compiled from its sources.
    pub findings: Option<Findings<'a>>,
}
