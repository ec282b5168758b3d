//! H0505: a clause whose sets are empty once what it takes out is taken out.

use super::sentences::empty as say;
use super::subject::Subject;
use super::words;
use crate::diagnostic::{Code, Diagnostic, Level};
use crate::norm::{Act, Norm, NormId};
use crate::text::sentence::Items;
use crate::vocabulary::ConceptId;

/// Of which set of a norm nothing is left, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Emptied {
    /// 除外 takes out all data.
    ByExclusion(Vec<ConceptId>),
    /// The 加工 removes all data.
    ByTransform,
    /// A 越境しない, and nobody that it might be about is abroad.
    NobodyAbroad,
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
    (norm.parties.leaves.is_empty() && norm.acts.contains(Act::TransferAbroad)).then_some(Emptied::NobodyAbroad)
}

fn told(subject: &Subject<'_>, id: NormId, why: &Emptied) -> Diagnostic {
    let norm = subject.norm(id);
    let clause = subject.cited(id);
    let act = words::act_of(subject.policy, id);
    let named = Items(words::quoted(&words::names(subject.data(), &norm.data.named)));
    let (message, help) = match why {
        Emptied::ByExclusion(except) => {
            let except = Items(words::quoted(&words::names(subject.data(), except)));
            (say::excluded(&clause), say::exclude_less(&named, &except))
        }
        Emptied::ByTransform => (say::processed_away(&clause), say::keep_more(&named)),
        // A promise that a page may well make: what is told is that nothing holds the policy to it.
        Emptied::NobodyAbroad => (say::keeps_nobody(&clause), say::declare_who_is_abroad()),
    };
    let diagnostic = Diagnostic::new(Code::H0505, message)
        .label(subject.span(id), say::reaches_nothing(&act))
        .help(help);
    match why {
        Emptied::NobodyAbroad => Diagnostic {
            level: Level::Hint,
            ..diagnostic.note(say::nobody_is_abroad())
        },
        _ => diagnostic,
    }
}
