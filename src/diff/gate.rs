//! What a run does not let pass, beside the widenings, as annotations: why it fails, at the places of the new revision.

use std::sync::LazyLock;

use super::Comparison;
use super::annotation::annotation;
use super::decisions::Class;
use super::places::{ChangedLines, Places};
use super::sections::{NOT_COMPARED, example};
use super::sentences::gates as say;
use crate::diagnostic::{Annotation, AnnotationRule, Level};

static INCOMPLETE: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "not-compared-to-the-end",
    level: Level::Error,
    title: say::title_incomplete(),
    help: say::compare_less(),
});

static NARROWER: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "narrowing",
    level: Level::Warning,
    title: say::title_narrower(),
    help: say::no_narrowing_passes(),
});

static DIFFERENT: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "revisions-differ",
    level: Level::Warning,
    title: say::title_different(),
    help: say::no_difference_passes(),
});

/// That the comparison was cut off: whatever else is told, it may not be all.
#[must_use]
pub fn incomplete(comparison: &Comparison<'_>, changed: &ChangedLines) -> Option<Annotation<'static>> {
    let rule = &*INCOMPLETE;
    (!comparison.decisions.complete).then(|| Annotation {
        rule,
        level: rule.level,
        lines: vec![NOT_COMPARED.clone(), rule.help.clone()],
        span: changed.first(),
        related: Vec::new(),
    })
}

/// What becomes narrower and is seen: an error each.
#[must_use]
pub fn narrowings(comparison: &Comparison<'_>, changed: &ChangedLines) -> Vec<Annotation<'static>> {
    let places = Places::new(comparison, changed);
    let statements = comparison.decisions.statements.iter();
    let narrower = statements.filter(|one| one.class == Class::Narrower && comparison.is_visible(one));
    narrower
        .map(|one| {
            let lines = vec![one.text.clone(), example(one), NARROWER.help.clone()];
            annotation(&places, one, &NARROWER, Level::Error, lines)
        })
        .collect()
}

/// That the two are not the same.
#[must_use]
pub fn difference(comparison: &Comparison<'_>, changed: &ChangedLines) -> Option<Annotation<'static>> {
    let rule = &*DIFFERENT;
    (!comparison.is_empty()).then(|| Annotation {
        rule,
        level: Level::Error,
        lines: vec![say::they_differ(), rule.help.clone()],
        span: changed.first(),
        related: Vec::new(),
    })
}
