//! H0505: a clause whose sets are empty once what it takes out is taken out.

use super::subject::Subject;
use super::words;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::norm::{Effect, Norm, NormId};
use crate::vocabulary::ConceptId;

/// Of which set of a norm nothing is left, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Emptied {
    /// 除外 takes out all data.
    ByExclusion(Vec<ConceptId>),
    /// The 加工 removes all data.
    ByTransform,
    /// A 限定 names every purpose there is.
    LimitToEverything,
}

/// One finding for each clause of which nothing is left.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let of_clause = |norms: &Vec<NormId>| {
        let found = norms.iter().find_map(|id| Some((*id, emptied(subject.norm(*id))?)));
        found.map(|(id, why)| told(subject, id, &why))
    };
    subject.clauses.values().filter_map(of_clause).collect()
}

fn emptied(norm: &Norm) -> Option<Emptied> {
    if norm.data.leaves.is_empty() && !norm.data.named.is_empty() {
        return Some(match norm.transform {
            Some(_) => Emptied::ByTransform,
            None => Emptied::ByExclusion(norm.data.except.clone()),
        });
    }
    (norm.effect == Effect::Limit && norm.purposes.leaves.is_empty()).then_some(Emptied::LimitToEverything)
}

fn told(subject: &Subject<'_>, id: NormId, why: &Emptied) -> Diagnostic {
    let norm = subject.norm(id);
    let clause = subject.cited(id);
    let act = words::act_of(subject.policy, id);
    let named = words::quoted(&words::names(subject.data(), &norm.data.named));
    let (message, help) = match why {
        Emptied::ByExclusion(except) => {
            let except = words::quoted(&words::names(subject.data(), except));
            (
                Text::new(
                    format!("{clause}には、除外した後に情報が何も残りません"),
                    format!("{clause} has no data left after its exclusions"),
                ),
                Text::new(
                    format!(
                        "{}から{}を除くと空になります。除外を狭めるか、条項を削除してください",
                        named.ja, except.ja
                    ),
                    format!(
                        "{} without {} is nothing: exclude less, or delete the clause",
                        named.en, except.en
                    ),
                ),
            )
        }
        Emptied::ByTransform => (
            Text::new(
                format!("{clause}の加工の後には、情報が何も残りません"),
                format!("the processing of {clause} leaves no data"),
            ),
            Text::new(
                format!(
                    "項目{}を、この加工はすべて取り除きます。除外を狭めるか、残すものを書いてください",
                    named.ja
                ),
                format!("it removes all of {}: drop less, or say what is kept", named.en),
            ),
        ),
        Emptied::LimitToEverything => (
            Text::new(
                format!("{clause}の限定は、何も制限しません"),
                format!("the limit of {clause} limits nothing"),
            ),
            Text::new(
                "限定に挙げた目的のほかに、この方針に目的がありません。限定を狭めるか、特約を削除してください",
                "it names every purpose of this policy: narrow it, or delete the rider",
            ),
        ),
    };
    Diagnostic::new(Code::H0505, message)
        .label(
            subject.span(id),
            Text::new(
                format!("この{}は、何にも及びません", act.ja),
                format!("this {} reaches nothing", act.en),
            ),
        )
        .help(help)
}
