//! The order in which findings are shown, and the gravest of them.

use super::bounds;
use super::finding::Diagnostic;
use super::level::Level;

/// Sorts by place, then by code, and drops exact repetitions: the order in which findings are shown. What was not looked at to
/// the end comes before all else. Of each code in each file the first [`bounds::MOST_OF_A_CODE`] are kept, and the last of them
/// counts the others.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        let key = |one: &Diagnostic| (!one.code.means_not_looked_at(), one.span(), one.code);
        key(a).cmp(&key(b)).then_with(|| a.message.ja.cmp(&b.message.ja))
    });
    diagnostics.dedup();
    bounds::keep_the_first(diagnostics);
}

/// The gravest level among the findings.
#[must_use]
pub fn worst(diagnostics: &[Diagnostic]) -> Option<Level> {
    diagnostics.iter().map(|d| d.level).max()
}
