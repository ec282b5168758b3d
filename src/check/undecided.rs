//! H0522: what the searches did not get to the end of. The machine does not vouch for it.

use super::conflicts::Conflicts;
use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Text};

/// One finding where some pairs of a permit and a refusal, or some clauses, could not be decided. It has no place of its own:
/// it is about the whole.
pub(super) fn report(subject: &Subject<'_>, conflicts: &Conflicts, clauses: usize) -> Option<Diagnostic> {
    let pairs = &conflicts.undecided;
    let (ja, en) = match (conflicts.at_least_undecided(), clauses) {
        (0, 0) => return None,
        (0, count) => (
            format!("{count} の条項は、判断を変えるかどうかを確かめていません"),
            format!("of {count} clauses it is not known whether they change a decision"),
        ),
        (count, _) => {
            let (or_more, at_least) = match conflicts.all_undecided {
                true => ("", ""),
                false => ("以上", "at least "),
            };
            (
                format!("許可と禁止の {count} 組{or_more}は、食い違うかどうかを確かめていません"),
                format!(
                    "of {at_least}{count} pairs of a permit and a prohibition it is not known whether they are at odds"
                ),
            )
        }
    };
    let mut diagnostic = Diagnostic::new(
        Code::H0522,
        Text::new(
            format!("最後まで比べていません。条件の組合せが多すぎて、{ja}"),
            format!("not compared to the end: there are too many combinations of conditions; {en}"),
        ),
    );
    let first = pairs.first().into_iter();
    for id in first.flat_map(|(permit, refusal)| [*permit, *refusal]) {
        let clause = subject.cited(id);
        diagnostic = diagnostic.label(
            subject.span(id),
            Text::new(format!("例えば{clause}"), format!("{clause}, for example")),
        );
    }
    Some(diagnostic.help(Text::new(
        "この方針に矛盾がないとは言えません。条項の場合と但しを減らすか、方針を分けてください",
        "it cannot be said that this policy has no contradiction: use fewer 場合 and 但し, or divide the policy",
    )))
}
