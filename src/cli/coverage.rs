//! What `check --report` tells of the chapters.

use super::policies::Compiled;
use crate::diagnostic::coverage::Chapter;
use crate::document::Part;
use crate::policy::Unbound;
use crate::span::Span;

/// The chapters of a policy; none where errors are in the way.
pub(super) fn chapters(compiled: &Compiled) -> Vec<Chapter> {
    let compilation = &compiled.compilation;
    let Some(policy) = &compilation.policy else {
        return Vec::new();
    };
    let of = |all: &[Unbound], clause| -> Vec<Span> {
        let here = all.iter().filter(|unbound| unbound.chapter == clause);
        here.map(|unbound| unbound.span).collect()
    };
    let chapter = |coverage: &crate::policy::ChapterCoverage| Chapter {
        heading: policy.document.reference(coverage.clause, Part::Full),
        anchor: policy.document.clause(coverage.clause).anchor.clone(),
        bound: coverage.bound,
        total: coverage.total,
        open_phrases: coverage.open_phrases,
        plain: of(&compilation.unbound, coverage.clause),
        open: of(&compilation.open, coverage.clause),
    };
    policy.coverage.iter().map(chapter).collect()
}
