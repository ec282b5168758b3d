//! Permissions that their words and their rule bind to consent, to a case or to processing, and that another clause gives without:
//! 「同意を得た場合に限り、広告に利用します」 beside a stated purpose 広告.

use std::collections::HashMap;

use super::meaning::Resolver;
use super::norms::Norms;
use super::turned::verbs;
use super::words_of::Words;
use crate::keyword::Keyword;
use crate::norm::{Act, Effect, Norm, Rank};
use crate::resolve::kinds::act_of;
use crate::span::Span;
use crate::syntax::ast::Statement;
use crate::wording::bounded::{Bound, bound, processed};
use crate::wording::polarity::Polarity;
use crate::wording::report;

/// Reports each such permission, once.
pub(super) fn check(root: &Statement, norms: &Norms<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    let mut others = Others::of(norms);
    visit(root, norms, &mut others, resolver);
}

/// With how many clauses limits are compared in all.
const MOST: usize = 200_000;

/// More would have to be compared than is.
struct NotComparedToTheEnd;

/// What permits without a condition, and what refuses, by the act.
struct Others<'n> {
    free: HashMap<Act, Vec<&'n Norm>>,
    refusing: HashMap<Act, Vec<&'n Norm>>,
    left: usize,
}

impl<'n> Others<'n> {
    fn of(norms: &'n Norms<'_>) -> Self {
        let mut others = Self {
            free: HashMap::new(),
            refusing: HashMap::new(),
            left: MOST,
        };
        for norm in &norms.norms {
            let is_free = norm.effect == Effect::Permit && !norm.exception && norm.requires.is_empty();
            let unbound = norm.unless.conditions.leaves.is_empty() && norm.unless.clauses.is_empty();
            let kept = match norm.effect.refuses() {
                true => &mut others.refusing,
                false if is_free && unbound && norm.rank == Rank::Ordinary => &mut others.free,
                false => continue,
            };
            for act in norm.acts.iter() {
                kept.entry(act).or_default().push(norm);
            }
        }
        others
    }

    /// What permits all that a norm permits, without its condition or its processing; nothing where something refuses a part of it.
    ///
    /// # Errors
    ///
    /// Where too much was compared already.
    fn giving(&mut self, norm: &Norm, act: Act) -> Result<Option<&'n Norm>, NotComparedToTheEnd> {
        let free = self.free.get(&act).map_or(&[][..], Vec::as_slice);
        let refusing = self.refusing.get(&act).map_or(&[][..], Vec::as_slice);
        let left = self.left.checked_sub(free.len() + refusing.len());
        self.left = left.ok_or(NotComparedToTheEnd)?;
        let meets = |refusal: &&&Norm| {
            refusal.data.leaves.intersects(&norm.data.leaves)
                && refusal.purposes.leaves.intersects(&norm.purposes.leaves)
                && (!act.has_other_party() || refusal.parties.leaves.intersects(&norm.parties.leaves))
        };
        if refusing.iter().any(|refusal| meets(&refusal)) {
            return Ok(None);
        }
        let holds = |other: &&&Norm| {
            other.provenance.span != norm.provenance.span
                && norm.data.leaves.is_subset(&other.data.leaves)
                && norm.purposes.leaves.is_subset(&other.purposes.leaves)
                && (!act.has_other_party() || norm.parties.leaves.is_subset(&other.parties.leaves))
                && (other.routes.is_none() || other.routes == norm.routes)
                && (other.processing < norm.processing
                    || !norm.requires.is_empty() && other.processing <= norm.processing)
        };
        Ok(free.iter().find(holds).copied())
    }
}

fn visit(block: &Statement, norms: &Norms<'_>, others: &mut Others<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    for child in block.children().filter(|child| child.kind != Keyword::Test) {
        if let Some(act) = act_of(child.kind)
            && let Some(place) = bound_in_words(child, act, resolver)
        {
            let stated = norms.of_statement.get(&child.head).into_iter().flatten();
            let own: Vec<&Norm> = stated.map(|id| &norms.norms[id.0 as usize]).collect();
            let is_plain = own.iter().all(|norm| norm.rank == Rank::Ordinary);
            let giving = own.iter().map(|norm| others.giving(norm, act));
            let found = match giving.collect::<Result<Option<Vec<&Norm>>, _>>() {
                // It is told of each such permission: none of them counts as looked at.
                Err(NotComparedToTheEnd) => Some(report::not_known_to_be_voided(place)),
                Ok(giving) => giving
                    .and_then(|all| all.first().copied())
                    .map(|first| report::voided(place, first.provenance.span)),
            };
            if let Some(found) = found.filter(|_| is_plain) {
                resolver.context.report(found);
            }
        }
        visit(child, norms, others, resolver);
    }
}

/// Where the words of a permission bind it to something else than a purpose.
fn bound_in_words(statement: &Statement, act: Act, resolver: &Resolver<'_, '_, '_, '_>) -> Option<Span> {
    let words = Words::own(statement);
    words.all.iter().filter(|(_, note)| !note).find_map(|(wording, _)| {
        let read = resolver.labels.read(wording);
        let text = &read.passage.text;
        read.claims().iter().find_map(|claim| {
            let affirmed = matches!(claim.polarity, Polarity::Affirmed | Polarity::Limited);
            let clause = text
                .get(claim.clause.clone())
                .filter(|_| affirmed && verbs(act).contains(&claim.verb))?;
            let by_terms = bound(clause).filter(|(kind, _)| *kind != Bound::Purpose);
            let range = by_terms
                .map(|(_, range)| range)
                .or_else(|| Some(processed(clause)?.1))?;
            let start = claim.clause.start;
            Some(read.passage.span(start + range.start..start + range.end))
        })
    })
}
