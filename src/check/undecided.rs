//! H0522: what the searches did not get to the end of. The machine does not vouch for it.

use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::norm::NormId;

/// One finding where some pairs of a permit and a refusal, or some clauses, could not be decided.
pub(super) fn report(subject: &Subject<'_>, pairs: &[(NormId, NormId)], clauses: usize) -> Option<Diagnostic> {
    let message = match (pairs.len(), clauses) {
        (0, 0) => return None,
        (0, count) => Text::new(
            format!("条件の組合せが多すぎて、{count} の条項は、判断を変えるかどうかを確かめきれませんでした"),
            format!(
                "of {count} clauses there are too many combinations of conditions to tell whether they change a decision"
            ),
        ),
        (count, _) => Text::new(
            format!("条件の組合せが多すぎて、許可と禁止の {count} 組を比べきれませんでした"),
            format!("{count} pairs of a permit and a prohibition have too many combinations of conditions to compare"),
        ),
    };
    let mut diagnostic = Diagnostic::new(Code::H0522, message);
    for id in pairs
        .first()
        .into_iter()
        .flat_map(|(permit, refusal)| [*permit, *refusal])
    {
        let clause = subject.cited(id);
        diagnostic = diagnostic.label(
            subject.span(id),
            Text::new(format!("例えば{clause}"), format!("{clause}, for example")),
        );
    }
    Some(diagnostic.help(Text::new(
        "条項の場合と但しを減らすか、方針を分けてください。ほかは確かめてあります",
        "use fewer 場合 and 但し, or divide the policy; all else was checked",
    )))
}
