//! H0504 and H0520: a clause that decides nothing: without it every decision would be the same.
//!
//! The reasons are those of Cedar's policy analysis: a group of equivalent ones is *redundant*; a permit *shadowed by* a permit
//! and a forbid *shadowed by* a forbid add nothing to it; a permit *overridden by* a forbid never permits.

use std::collections::BTreeSet;

use super::relation::{Kind, Relation};
use super::search::{Deciding, Found, Search};
use super::sentences::dead as say;
use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic};
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
#[cfg(any(test, feature = "internals"))]
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
    // What an exception permits follows from its prohibition: the reasons are those of the clause's own norms.
    let live: Vec<NormId> = (norms.iter().copied())
        .filter(|id| !subject.is_inert(*id) && !subject.norm(*id).exception)
        .collect();
    let (opposite, alike): (Vec<_>, Vec<_>) = deciding.iter().map(|(norm, _)| *norm).partition(against);
    // One norm that says all of it makes the shortest reason.
    let covering = |other: &NormId| live.iter().all(|norm| covers(subject, *norm, *other));
    let single = alike.iter().copied().find(covering);
    let (why, instead) = match single {
        // A prohibition that permits it as its exception says more than it.
        Some(other) if !subject.norm(other).exception && live.iter().any(|norm| covers(subject, other, *norm)) => {
            (Why::Redundant, vec![other])
        }
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
        .filter(|one| !silent.contains(&one.clause) && !is_twin(one))
        .filter(|one| !says_how(subject, one) && !says_which(subject, one) && !limits_in_words(subject, one))
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

/// What the words of a clause say beyond its rule: 「氏名を取得し、次の目的にのみ利用します」. That the rule has no such limit is told
/// where the words are read (H0624).
fn limits_in_words(subject: &Subject<'_>, dead: &Dead) -> bool {
    let own = &subject.clauses[&dead.clause];
    let limit = [
        "目的にのみ",
        "目的でのみ",
        "目的のみ",
        "目的に限",
        "目的だけ",
        "範囲でのみ",
        "範囲内でのみ",
        "範囲に限",
        "範囲内に限",
    ];
    let limited = |id: &NormId| {
        limit
            .iter()
            .any(|word| subject.norm(*id).provenance.wording.contains(word))
    };
    dead.why == Why::Redundant && own.iter().chain(&dead.instead).any(limited)
}

/// A proviso says in general what may be done, a clause which part of it is: that the one covers the other says nothing, unless
/// the clause leaves nothing of it out.
fn says_which(subject: &Subject<'_>, dead: &Dead) -> bool {
    let by_proviso = |id: &NormId| subject.norm(*id).exception;
    let own = &subject.clauses[&dead.clause];
    let all_of_it = |id: &NormId| own.iter().any(|norm| covers(subject, *id, *norm));
    dead.why == Why::Shadowed && dead.instead.iter().all(by_proviso) && !dead.instead.iter().any(all_of_it)
}

fn told(subject: &Subject<'_>, dead: &Dead) -> Diagnostic {
    let norms = &subject.clauses[&dead.clause];
    let own = norms[0];
    let refuses = subject.norm(own).effect.refuses();
    let clause = subject.cited(own);
    let others = subject.cited_all(&dead.instead);
    let (code, message, help) = match (dead.why, refuses) {
        // Among very many clauses it is not looked for which decide in its place.
        _ if dead.instead.is_empty() => (Code::H0504, say::changes_nothing(&clause), say::delete_or_tell_apart()),
        (Why::Redundant, _) => (Code::H0504, say::says_the_same(&clause, &others), say::delete_one()),
        (Why::Shadowed, false) => (
            Code::H0520,
            say::permitted_already(&clause, &others),
            say::leave_an_example(),
        ),
        (Why::Shadowed, true) => (
            Code::H0520,
            say::forbidden_already(&clause, &others),
            say::leave_an_example(),
        ),
        (Why::Overridden, false) => (
            Code::H0504,
            say::permit_without_effect(&clause),
            say::delete_or_narrow(&others),
        ),
        (Why::Overridden, true) => (
            Code::H0504,
            say::prohibition_without_effect(&clause),
            say::delete_or_narrow(&others),
        ),
    };
    let mut diagnostic = Diagnostic::new(code, message).label(subject.span(own), say::this_clause());
    let mut marked = BTreeSet::from([dead.clause]);
    for id in dead
        .instead
        .iter()
        .filter(|id| marked.insert(subject.clause_of(**id)))
        .take(3)
    {
        diagnostic = diagnostic.label(subject.span(*id), say::decided_by(&subject.cited(*id)));
    }
    if let (Some(witness), Some(other)) = (&dead.witness, dead.instead.first()) {
        let request = witness.told(subject, &[subject.norm(own), subject.norm(*other)]);
        diagnostic = diagnostic.note(say::decided_for_example(&request, &others));
    }
    diagnostic.help(help)
}
