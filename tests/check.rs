//! The checks of a whole policy: on generated policies against the naive evaluator, and on the published cases.

mod dead;
mod dense;
mod orders;
mod processing;
mod properties;
mod published;
mod riders;
mod silent;
mod statements;
mod told;
mod too_far;

use hoshin::internals::diagnostic::{Code, Diagnostic, Level};

use crate::support::compiled::compiled;

/// What the checks find in a source that has no other errors: H05 alone, hints included.
fn found(source: &str) -> Vec<Diagnostic> {
    let compilation = compiled(source);
    assert!(compilation.policy.is_some(), "{:#?}", compilation.diagnostics);
    let of_checks = |found: &Diagnostic| found.code.name().starts_with("H05");
    compilation.diagnostics.into_iter().filter(of_checks).collect()
}

/// The codes found, hints included, in order of number.
fn codes(source: &str) -> Vec<Code> {
    let mut codes: Vec<Code> = found(source).iter().map(|found| found.code).collect();
    codes.sort_unstable();
    codes
}

/// The codes of errors and warnings.
fn faults(source: &str) -> Vec<Code> {
    let grave = found(source).into_iter().filter(|found| found.level > Level::Hint);
    grave.map(|found| found.code).collect()
}

/// Everything a finding says in Japanese.
fn words(found: &Diagnostic) -> String {
    let labels = found.labels.iter().map(|label| &label.text);
    let texts = std::iter::once(&found.message)
        .chain(labels)
        .chain(&found.notes)
        .chain(&found.help);
    texts.map(|text| text.ja.as_str()).collect::<Vec<_>>().join("\n")
}
