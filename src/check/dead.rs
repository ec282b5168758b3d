//! H0504 and H0520: a clause that decides nothing: without it every decision would be the same.
//!
//! The reasons are those of Cedar's policy analysis: a group of equivalent ones is *redundant*; a permit *shadowed by* a permit
//! and a forbid *shadowed by* a forbid add nothing to it; a permit *overridden by* a forbid never permits.

use std::collections::BTreeSet;

use super::relation::{Kind, Relation};
use super::search::{Deciding, Found, Search};
use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::ClauseId;
use crate::norm::{Act, ActSet, NormId};
use crate::policy::Policy;
use crate::region::Witness;

/// Why a clause decides nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Another clause says the same.
    Redundant,
    /// Other clauses of the same effect say it already.
    Shadowed,
    /// Clauses of the opposite effect go before it wherever it applies.
    Overridden,
}

/// A clause without which every decision would be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dead {
    /// The clause.
    pub clause: ClauseId,
    /// Why.
    pub why: Why,
    /// The norms that decide in its place, first the one that does so by itself, if one does.
    pub instead: Vec<NormId>,
    /// A request to which it applies and that one of them decides.
    pub witness: Option<Witness>,
}

/// The clauses of a policy that decide nothing, in the order of the document. Those that never apply are not among them.
#[must_use]
pub fn dead(policy: &Policy) -> Vec<Dead> {
    let subject = Subject::new(policy);
    find(&subject, &Search::new(&subject)).0
}

/// The dead clauses, and how many could not be decided.
pub(super) fn find(subject: &Subject<'_>, search: &Search) -> (Vec<Dead>, usize) {
    let applying = |norms: &Vec<NormId>| norms.iter().any(|id| !subject.is_inert(*id));
    let clauses: Vec<(ClauseId, &[NormId])> = (subject.clauses.iter())
        .filter(|(_, norms)| applying(norms))
        .map(|(clause, norms)| (*clause, norms.as_slice()))
        .collect();
    let norms: Vec<&[NormId]> = clauses.iter().map(|(_, norms)| *norms).collect();
    let matter = search.matter(&norms);
    let undecided = matter.iter().filter(|found| **found == Found::Unknown).count();
    let dead = clauses
        .into_iter()
        .zip(&matter)
        .filter(|(_, found)| **found == Found::No);
    let (clauses, norms): (Vec<ClauseId>, Vec<&[NormId]>) = dead.map(|(one, _)| one).unzip();
    let instead = search.deciding_instead(&norms);
    let dead = clauses.into_iter().zip(norms).zip(instead);
    let dead = dead.map(|((clause, norms), deciding)| explain(subject, clause, norms, &deciding));
    (dead.collect(), undecided)
}

fn explain(subject: &Subject<'_>, clause: ClauseId, norms: &[NormId], deciding: &Deciding) -> Dead {
    let refuses = subject.norm(norms[0]).effect.refuses();
    let against = |norm: &NormId| subject.norm(*norm).effect.refuses() != refuses;
    let live: Vec<NormId> = norms.iter().copied().filter(|id| !subject.is_inert(*id)).collect();
    let (opposite, alike): (Vec<_>, Vec<_>) = deciding.iter().map(|(norm, _)| *norm).partition(against);
    // One norm that says all of it makes the shortest reason.
    let covering = |other: &NormId| live.iter().all(|norm| covers(subject, *norm, *other));
    let single = alike.iter().copied().find(covering);
    let (why, instead) = match single {
        Some(other) if live.iter().any(|norm| covers(subject, other, *norm)) => (Why::Redundant, vec![other]),
        Some(other) => (Why::Shadowed, vec![other]),
        None if alike.is_empty() => (Why::Overridden, opposite),
        None => (Why::Shadowed, alike),
    };
    let sample = deciding.iter().find(|(norm, _)| instead.contains(norm));
    Dead {
        clause,
        why,
        witness: sample.map(|(_, sample)| sample.witness(subject.has_routes())),
        instead,
    }
}

/// Whether the second norm says, by itself, at least what the first does.
fn covers(subject: &Subject<'_>, norm: NormId, by: NormId) -> bool {
    let (one, other) = (subject.norm(norm), subject.norm(by));
    let relation = Relation::of(one, other, (&one.data.leaves, &other.data.leaves));
    let parties = one.parties.leaves.is_subset(&other.parties.leaves);
    let state = match one.effect.refuses() {
        true => other.processing.strength() >= one.processing.strength(),
        false => other.processing.strength() <= one.processing.strength(),
    };
    one.effect.refuses() == other.effect.refuses()
        && one.acts.difference(other.acts).is_empty()
        && parties
        && state
        && relation.kind() == Kind::Contradiction
}

/// One finding for each, and for several that say the same only for the later ones. A clause whose conflict is reported, one of
/// the `disputed`, is dead by that conflict, and a rider that reaches nothing is reported as that.
pub(super) fn report(
    subject: &Subject<'_>,
    dead: &[Dead],
    disputed: &BTreeSet<ClauseId>,
    silent: &BTreeSet<ClauseId>,
) -> Vec<Diagnostic> {
    let is_twin = |one: &Dead| {
        let other = one.instead.first().map(|id| subject.clause_of(*id));
        one.why == Why::Redundant
            && dead
                .iter()
                .any(|twin| twin.why == Why::Redundant && Some(twin.clause) == other && twin.clause > one.clause)
    };
    dead.iter()
        .filter(|one| one.why == Why::Redundant || !disputed.contains(&one.clause))
        .filter(|one| !silent.contains(&one.clause) && !is_twin(one) && !says_how(subject, one))
        .map(|one| told(subject, one))
        .collect()
}

/// 取得 says what is collected, 経路 how: that the one covers the other says nothing.
fn says_how(subject: &Subject<'_>, dead: &Dead) -> bool {
    let by_route = |id: &NormId| subject.norm(*id).routes.is_some();
    let own = &subject.clauses[&dead.clause];
    let of_collection = own
        .iter()
        .all(|id| subject.norm(*id).acts == ActSet::single(Act::Collect));
    dead.why == Why::Shadowed && of_collection && own.iter().chain(&dead.instead).any(by_route)
}

fn told(subject: &Subject<'_>, dead: &Dead) -> Diagnostic {
    let norms = &subject.clauses[&dead.clause];
    let own = norms[0];
    let refuses = subject.norm(own).effect.refuses();
    let clause = subject.cited(own);
    let others = subject.cited_all(&dead.instead);
    let (effect, effect_en) = if refuses {
        ("禁止", "prohibition")
    } else {
        ("許可", "permit")
    };
    let (verb, past, verb_en) = match refuses {
        true => ("禁じる", "禁じて", "forbids"),
        false => ("許す", "許して", "permits"),
    };
    let (code, message, name, help) = match dead.why {
        // Among very many clauses it is not looked for which decide in its place.
        _ if dead.instead.is_empty() => (
            Code::H0504,
            Text::new(
                format!("{clause}がなくても、どの判断も変わりません"),
                format!("without {clause} every decision is the same"),
            ),
            "",
            Text::new(
                "要らなければ削除し、要るなら、ほかの条項との違いを書いてください",
                "delete it, or write what is different from other clauses",
            ),
        ),
        Why::Redundant => (
            Code::H0504,
            Text::new(
                format!("{clause}は、{}と同じことを定めています", others.ja),
                format!("{clause} says the same as {}", others.en),
            ),
            "redundant",
            Text::new(
                "どちらかを削除するか、違いを書いてください",
                "delete one of them, or write what is different",
            ),
        ),
        Why::Shadowed => (
            Code::H0520,
            Text::new(
                format!("{clause}が{verb}ことは、{}がすでに{past}います", others.ja),
                format!("what {clause} {verb_en}, {} {verb_en} already", others.en),
            ),
            if refuses {
                "forbid shadowed by forbid"
            } else {
                "permit shadowed by permit"
            },
            Text::new(
                "具体例として書いたのなら、このままで構いません。範囲を変えるつもりなら、広いほうの条項を狭めてください",
                "leave it if it is there as an example; if it is to change something, narrow the wider clause",
            ),
        ),
        Why::Overridden => (
            Code::H0504,
            Text::new(
                format!("{clause}の{effect}が働くことはありません"),
                format!("the {effect_en} of {clause} never takes effect"),
            ),
            if refuses { "" } else { "permit overridden by forbid" },
            Text::new(
                format!("この条項を削除するか、{}の範囲を狭めてください", others.ja),
                format!("delete the clause, or narrow {}", others.en),
            ),
        ),
    };
    let mut diagnostic = Diagnostic::new(code, message).label(
        subject.span(own),
        Text::new(
            "この条項を消しても、どの判断も変わりません",
            "without this clause every decision is the same",
        ),
    );
    let mut marked = BTreeSet::from([dead.clause]);
    for id in dead
        .instead
        .iter()
        .filter(|id| marked.insert(subject.clause_of(**id)))
        .take(3)
    {
        let cited = subject.cited(*id);
        diagnostic = diagnostic.label(
            subject.span(*id),
            Text::new(format!("{cited}が決めます"), format!("decided by {cited}")),
        );
    }
    if let (Some(witness), Some(other)) = (&dead.witness, dead.instead.first()) {
        let told = witness.told(subject, &[subject.norm(own), subject.norm(*other)]);
        // Cedar has no name for a forbid that gives way: there none does.
        let (named, named_en) = match name {
            "" => Default::default(),
            name => (format!("（Cedar: {name}）"), format!(" (Cedar: {name})")),
        };
        diagnostic = diagnostic.note(Text::new(
            format!("例えば、{}ことは、{}で決まります{named}", told.ja, others.ja),
            format!("{}, for example, is decided by {}{named_en}", told.en, others.en),
        ));
    }
    diagnostic.help(help)
}
