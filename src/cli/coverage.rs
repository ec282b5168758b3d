//! What `check --report` tells of the chapters.

use super::policies::Compiled;
use crate::diagnostic::coverage::Chapter;
use crate::document::Part;

/// The chapters of a policy; none where errors are in the way.
pub(super) fn chapters(compiled: &Compiled) -> Vec<Chapter> {
    let compilation = &compiled.compilation;
    let Some(policy) = &compilation.policy else {
        return Vec::new();
    };
    let chapter = |coverage: &crate::policy::ChapterCoverage| Chapter {
        heading: policy.document.reference(coverage.clause, Part::Full),
        anchor: policy.document.clause(coverage.clause).anchor.clone(),
        bound: coverage.bound,
        total: coverage.total,
        open_phrases: coverage.open_phrases,
        plain: (compilation.unbound.iter())
            .filter(|unbound| unbound.chapter == coverage.clause)
            .map(|unbound| unbound.span)
            .collect(),
    };
    policy.coverage.iter().map(chapter).collect()
}
