//! Conditions that the words of a clause join otherwise than its rule: 「承諾を得、かつ、契約を締結した場合に限り」 with 場合［承諾、契約］.

use super::labels::{Found, Read};
use super::meaning::Resolver;
use super::norms::Norms;
use super::turned::{stated, verbs};
use super::words_of::Words;
use crate::keyword::Keyword;
use crate::norm::{Act, AnyOf, Norm};
use crate::span::Span;
use crate::syntax::ast::Statement;
use crate::vocabulary::{ConceptId, Dimension, Graph, LeafSet};
use crate::wording::polarity::Claim;
use crate::wording::report::{self, Joined};

/// Reports each clause with such words.
pub(super) fn check(block: &Statement, norms: &Norms<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    for child in block.children().filter(|child| child.kind != Keyword::Test) {
        if let Some((act, forbids)) = stated(child.kind)
            && let Some(terms) = Terms::of(child, forbids, norms)
            && let Some((joined, pair, place)) = told_otherwise(child, act, &terms, resolver)
        {
            let graph = resolver.names.graph(Dimension::Condition);
            let [first, second] = pair.map(|id| graph.get(id).name.clone());
            let found = report::joined_otherwise(joined, &first, &second, place, child.place());
            resolver.context.report(found);
        }
        check(child, norms, resolver);
    }
}

/// What must be met for a permission to hold, or for a prohibition to step aside: all of these formulas.
struct Terms<'n>(Vec<&'n AnyOf>);

impl<'n> Terms<'n> {
    fn of(statement: &Statement, forbids: bool, norms: &'n Norms<'_>) -> Option<Self> {
        let ids = norms.of_statement.get(&statement.head)?;
        let own: Vec<&Norm> = (ids.iter())
            .map(|id| &norms.norms[id.0 as usize])
            .filter(|norm| !norm.exception)
            .collect();
        let formulas: Vec<&AnyOf> = match forbids {
            true => own.iter().map(|norm| &norm.unless.conditions).collect(),
            false => own.first()?.requires.iter().collect(),
        };
        let by_conditions = !formulas.is_empty() && formulas.iter().all(|any| !any.leaves.is_empty());
        by_conditions.then_some(Self(formulas))
    }

    fn are_met_by(&self, leaves: &LeafSet) -> bool {
        self.0.iter().all(|any| any.leaves.intersects(leaves))
    }

    /// How the rule joins two conditions that the words join, where it does so otherwise; the first is the one told of.
    fn otherwise(&self, both: bool, [one, other]: [ConceptId; 2], graph: &Graph) -> Option<(Joined, [ConceptId; 2])> {
        let suffices = |id: ConceptId| self.are_met_by(graph.leaves_of(id));
        match (both, suffices(one), suffices(other)) {
            (true, true, _) => Some((Joined::OneSuffices, [one, other])),
            (true, false, true) => Some((Joined::OneSuffices, [other, one])),
            (false, true, false) => Some((Joined::OneDoesNot, [other, one])),
            (false, false, true) => Some((Joined::OneDoesNot, [one, other])),
            (false, false, false) => {
                let together = graph.leaves_of(one).union(graph.leaves_of(other));
                self.are_met_by(&together)
                    .then_some((Joined::BothAreNeeded, [one, other]))
            }
            (true, false, false) | (false, true, true) => None,
        }
    }
}

fn told_otherwise(
    statement: &Statement,
    act: Act,
    terms: &Terms<'_>,
    resolver: &Resolver<'_, '_, '_, '_>,
) -> Option<(Joined, [ConceptId; 2], Span)> {
    let graph = resolver.names.graph(Dimension::Condition);
    Words::own(statement).all.iter().find_map(|(wording, _)| {
        let read = resolver.labels.read(wording);
        let mut own = read.claims().iter().filter(|claim| verbs(act).contains(&claim.verb));
        own.find_map(|claim| {
            pairs(&read, claim, resolver).find_map(|(both, pair, place)| {
                let (joined, pair) = terms.otherwise(both, pair, graph)?;
                Some((joined, pair, place))
            })
        })
    })
}

/// The conditions next to each other in the clause of a claim that かつ or または joins: whether both are asked for, and where they stand.
fn pairs<'r>(
    read: &'r Read,
    claim: &Claim,
    resolver: &'r Resolver<'_, '_, '_, '_>,
) -> impl Iterator<Item = (bool, [ConceptId; 2], Span)> + 'r {
    let clause = read.passage.span(claim.clause.clone());
    let named: Vec<&Found> = (read.found.iter())
        .filter(|found| found.dimension == Dimension::Condition && clause.contains(found.span))
        .collect();
    let next: Vec<[&Found; 2]> = named.windows(2).filter_map(|two| two.try_into().ok()).collect();
    next.into_iter().filter_map(move |[first, second]| {
        let between = Span {
            start: first.span.end,
            end: second.span.start,
            ..first.span
        };
        let both = joins(resolver.labels.text(between))?;
        let ([one], [other]) = (first.concepts.as_slice(), second.concepts.as_slice()) else {
            return None;
        };
        Some((both, [*one, *other], first.span.to(second.span)))
    })
}

/// Whether the words between two conditions ask for both; `None` where they do not tell.
fn joins(between: &str) -> Option<bool> {
    let has = |words: &[&str]| words.iter().any(|word| between.contains(word));
    let both = has(&["かつ", "且つ"]);
    let either = has(&["または", "又は", "もしくは", "若しくは", "あるいは"]);
    (between.chars().count() <= MOST_BETWEEN && both != either).then_some(both)
}

/// How far from each other they may stand, in characters.
const MOST_BETWEEN: usize = 24;

#[cfg(test)]
mod tests {
    use super::joins;

    #[test]
    fn what_joins_two_conditions_is_read() {
        assert_eq!(joins("を得、かつ、"), Some(true));
        assert_eq!(joins("がある場合または"), Some(false));
        assert_eq!(joins("若しくは"), Some(false));
        assert_eq!(joins("、"), None);
        assert_eq!(joins("を得、かつ、契約または"), None);
    }
}
