//! What a 加工 does to the data of its clause: H0514 to H0519, H0521, H0525.

mod both;
mod generalisation;
mod named;
mod processed;
mod still_personal;
mod survivors;

pub(super) use both::matched;

use super::subject::Subject;
use crate::diagnostic::Diagnostic;
use crate::norm::NormId;

/// Findings on every 加工, and on parties that receive data both ways.
pub(super) fn check(subject: &Subject<'_>, matched: &[(NormId, NormId)]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for processed in processed::all(subject) {
        diagnostics.extend(survivors::check(subject, &processed));
        diagnostics.extend(named::check(subject, &processed));
        diagnostics.extend(generalisation::check(subject, &processed));
    }
    diagnostics.extend(both::report(subject, matched));
    diagnostics.extend(still_personal::check(subject));
    diagnostics
}
