//! What a SARIF run is drawn from.

use crate::diagnostic::annotation::Annotation;
use crate::diagnostic::findings::Findings;

/// What was found in one policy.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// Its `automationDetails.id`: what tells it from the other policies of an upload.
    pub id: Option<&'a str>,
    /// Its diagnostics, and the sources that everything points into; none where it was not compiled from its sources.
    pub findings: Option<Findings<'a>>,
    /// What else is said of it.
    pub annotations: &'a [Annotation<'a>],
}
