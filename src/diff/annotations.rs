//! What a revision widens, and what it changes unseen, as annotations at the places of the new revision.

use std::sync::LazyLock;

use super::Comparison;
use super::annotation::annotation;
use super::decisions::Class;
use super::gate;
use super::places::{ChangedLines, Places};
use super::sections::example;
use super::sentences::facts::{Called, Date, Reason};
use super::sentences::{decisions, gates as say};
use super::widenings::further_statements;
use crate::diagnostic::{Annotation, AnnotationRule, Level};

static UNACKNOWLEDGED: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "unacknowledged-widening",
    level: Level::Warning,
    title: say::title_unacknowledged(),
    help: say::mend_or_acknowledge(),
});

static ACKNOWLEDGED: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "acknowledged-widening",
    level: Level::Hint,
    title: say::title_acknowledged(),
    help: say::passes_on_record(),
});

static INVISIBLE: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "meaning-changed-wording-not",
    level: Level::Error,
    title: say::title_invisible(),
    help: say::readers_cannot_see(),
});

static UNREAD: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "unchecked-wording",
    level: Level::Warning,
    title: say::title_unread(),
    help: say::read_and_acknowledge(),
});

/// How grave what nobody has answered for is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unacknowledged {
    /// What becomes wider.
    pub widening: Level,
    /// Changed wording that the machine has not checked.
    pub unread: Level,
}

impl Unacknowledged {
    /// Both as grave.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub const fn both(level: Level) -> Self {
        Self {
            widening: level,
            unread: level,
        }
    }
}

/// One annotation for each widening, and for each other change that readers cannot see. Widenings that nobody has answered
/// for have the level that is given; what cannot be seen and is not answered for is an error. They stand in the lines that
/// changed, as far as one of these brings the change. And one for each changed wording that the machine has not checked.
#[must_use]
pub fn annotations(
    comparison: &Comparison<'_>,
    unacknowledged: Unacknowledged,
    changed: &ChangedLines,
) -> Vec<Annotation<'static>> {
    let places = Places::new(comparison, changed);
    let mut annotations: Vec<Annotation<'static>> = gate::incomplete(comparison, changed).into_iter().collect();
    for widening in comparison.widenings() {
        let (rule, level) = match (widening.acknowledged_by.is_empty(), widening.visible) {
            (true, false) => (&*INVISIBLE, INVISIBLE.level),
            (true, true) => (&*UNACKNOWLEDGED, unacknowledged.widening),
            (false, _) => (&*ACKNOWLEDGED, ACKNOWLEDGED.level),
        };
        let statement = widening.first();
        let mut lines = vec![statement.text.clone(), example(statement)];
        lines.extend((widening.more() > 0).then(|| further_statements(widening.more())));
        let reasons = widening
            .acknowledged_by
            .iter()
            .map(|one| decisions::acknowledged(&Date::of(one), &Reason::of(one)));
        lines.extend(reasons);
        lines.push(rule.help.clone());
        annotations.push(annotation(&places, statement, rule, level, lines));
    }
    let others = comparison.decisions.statements.iter();
    let others = others.filter(|one| !matches!(one.class, Class::Wider | Class::Named));
    for statement in others.filter(|one| !comparison.is_visible(one)) {
        let lines = vec![statement.text.clone(), example(statement), INVISIBLE.help.clone()];
        annotations.push(annotation(&places, statement, &INVISIBLE, INVISIBLE.level, lines));
    }
    annotations.extend(comparison.unanswered().map(|one| Annotation {
        rule: &UNREAD,
        level: unacknowledged.unread,
        lines: vec![say::unread(&Called(one.called)), UNREAD.help.clone()],
        span: one.span.or_else(|| changed.first()),
        related: Vec::new(),
    }));
    annotations
}
