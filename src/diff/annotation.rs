//! A statement of a comparison as an annotation at its place.

use super::decisions::Statement;
use super::places::Places;
use super::sentences::gates;
use crate::diagnostic::{Annotation, AnnotationRule, Level, Text};

/// An annotation at the place of a statement.
pub(super) fn annotation(
    places: &Places<'_, '_>,
    statement: &Statement,
    rule: &'static AnnotationRule,
    level: Level,
    lines: Vec<Text>,
) -> Annotation<'static> {
    let place = places.of(statement);
    let clause = place.clause.map(|clause| (clause, gates::this_clause()));
    Annotation {
        rule,
        level,
        lines,
        span: place.span,
        related: clause.into_iter().collect(),
    }
}
