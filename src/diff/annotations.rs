//! What a revision widens, and what it changes unseen, as annotations at the places of the new revision.

use std::sync::LazyLock;

use super::Comparison;
use super::annotation::annotation;
use super::gate;
use super::places::{ChangedLines, Places};
use super::sections::example;
use super::widenings::further_statements;
use crate::diagnostic::{Annotation, AnnotationRule, Level, Text};

static UNACKNOWLEDGED: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "unacknowledged-widening",
    level: Level::Warning,
    title: Text::new("承認のない広がり", "widening without an acknowledgement"),
    help: Text::new(
        "意図した変更でなければ、文言と［］を直してください。意図した変更なら、改定に承認を書いてください。",
        "If it is not meant, mend the wording and what stands in ［］; if it is, write a 承認 into the 改定.",
    ),
});

static ACKNOWLEDGED: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "acknowledged-widening",
    level: Level::Hint,
    title: Text::new("承認済みの広がり", "acknowledged widening"),
    help: Text::new(
        "改定に書かれた承認により、記録に残して通しました。",
        "It passes on record, by the 承認 that the revision holds.",
    ),
});

static INVISIBLE: LazyLock<AnnotationRule> = LazyLock::new(|| AnnotationRule {
    id: "meaning-changed-wording-not",
    level: Level::Error,
    title: Text::new(
        "文言が変わらないのに、許可・禁止が変わる",
        "the meaning changed, the wording did not",
    ),
    help: Text::new(
        "ページを読んでも、この変化は分かりません。意図した変更なら文言にも表し、そうでなければ［］や語彙を直してください。",
        "Readers of the page cannot see it. If it is meant, say it in the wording; if not, mend what stands in ［］ or the \
         vocabulary.",
    ),
});

/// One annotation for each widening, and for each other change that readers cannot see. Widenings that nobody has answered
/// for have the level that is given; what cannot be seen and is not answered for is an error. They stand in the lines that
/// changed, as far as one of these brings the change.
#[must_use]
pub fn annotations(
    comparison: &Comparison<'_>,
    unacknowledged: Level,
    changed: &ChangedLines,
) -> Vec<Annotation<'static>> {
    let places = Places::new(comparison, changed);
    let mut annotations: Vec<Annotation<'static>> = gate::incomplete(comparison, changed).into_iter().collect();
    for widening in comparison.widenings() {
        let (rule, level) = match (widening.acknowledged_by.is_empty(), widening.visible) {
            (true, false) => (&*INVISIBLE, INVISIBLE.level),
            (true, true) => (&*UNACKNOWLEDGED, unacknowledged),
            (false, _) => (&*ACKNOWLEDGED, ACKNOWLEDGED.level),
        };
        let statement = widening.first();
        let mut lines = vec![statement.text.clone(), example(statement)];
        lines.extend((widening.more() > 0).then(|| further_statements(widening.more())));
        let reasons = widening.acknowledged_by.iter().map(|one| {
            let (date, reason) = (one.date, &one.reason);
            Text::new(
                format!("承認（{date}）: {reason}"),
                format!("acknowledged on {date}: {reason}"),
            )
        });
        lines.extend(reasons);
        lines.push(rule.help.clone());
        annotations.push(annotation(&places, statement, rule, level, lines));
    }
    let others = comparison.decisions.statements.iter();
    let others = others.filter(|one| !comparison.asks_for_acknowledgement(one));
    for statement in others.filter(|one| !comparison.is_visible(one)) {
        let lines = vec![statement.text.clone(), example(statement), INVISIBLE.help.clone()];
        annotations.push(annotation(&places, statement, &INVISIBLE, INVISIBLE.level, lines));
    }
    annotations
}
