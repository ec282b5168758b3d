//! What a run does not let pass, beside the widenings, as annotations: why it fails, at the places of the new revision.

use std::sync::LazyLock;

use super::Comparison;
use super::annotation::annotation;
use super::decisions::Class;
use super::places::{ChangedLines, Places};
use super::sections::{NOT_COMPARED, example};
use crate::diagnostic::{Annotation, AnnotationRule, Level, Text};

static INCOMPLETE: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "not-compared-to-the-end",
    level: Level::Error,
    title: Text::new("最後まで比べていません", "not compared to the end"),
    help: Text::new(
        "条項の場合と但しを減らすか、改定を小さく分けてください。",
        "Use fewer 場合 and 但し, or revise in smaller steps.",
    ),
});

static NARROWER: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "narrowing",
    level: Level::Warning,
    title: Text::new("狭くなる変更", "narrowing"),
    help: Text::new(
        "この検査では、狭くなる変更を通しません（--fail-on narrower）。",
        "This run does not let narrowings pass (--fail-on narrower).",
    ),
});

static DIFFERENT: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "revisions-differ",
    level: Level::Warning,
    title: Text::new("二つの版の違い", "the revisions differ"),
    help: Text::new(
        "この検査では、表示に出る違いを一つも通しません（--fail-on any）。",
        "This run does not let any difference pass (--fail-on any).",
    ),
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
        lines: vec![
            Text::new("二つの版に違いがあります", "the two revisions differ"),
            rule.help.clone(),
        ],
        span: changed.first(),
        related: Vec::new(),
    })
}
