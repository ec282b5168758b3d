//! What rules hold, as far as their own words are held against them.

use crate::keyword::Keyword;
use crate::norm::{Act, Effect, Norm};
use crate::resolve::labels::Read;
use crate::resolve::meaning::Resolver;
use crate::resolve::norms::Norms;
use crate::resolve::turned::{near, verbs};
use crate::syntax::ast::Statement;
use crate::vocabulary::{ConceptId, Dimension, LeafSet};
use crate::wording::polarity::{Claim, Polarity, Verb};

/// A rule as far as its own words are held against it.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    verbs: Vec<Verb>,
    permits: bool,
    forbids: bool,
    pub(super) data: LeafSet,
}

impl Rule {
    pub(super) fn of(norm: &Norm) -> Self {
        let permits = norm.effect == Effect::Permit;
        let for_purposes = norm.purposes.named != [ConceptId::TOP];
        // A permission may be put in other words; what a prohibition does not name is not forbidden by it.
        let others = |act: Act| {
            if permits {
                [near(act), handing(act)]
            } else {
                [&[][..]; 2]
            }
        };
        let mut all: Vec<Verb> = (norm.acts.iter())
            .flat_map(|act| verbs(act).iter().chain(others(act).into_iter().flatten()))
            .copied()
            .collect();
        // 「発送のために氏名を取得し、利用します」: what it is collected for is said.
        if permits && for_purposes && all.contains(&Verb::Collect) {
            all.push(Verb::Use);
        }
        Self {
            verbs: all,
            permits: norm.effect != Effect::Forbid,
            forbids: norm.effect.refuses(),
            data: norm.data.leaves.clone(),
        }
    }

    /// Whether it is of the act of a claim, and of the same effect.
    pub(super) fn agrees(&self, claim: &Claim) -> bool {
        let same_effect = match claim.polarity {
            Polarity::Affirmed => self.permits,
            Polarity::Negated => self.forbids,
            Polarity::Limited | Polarity::Excepted => true,
        };
        same_effect && self.verbs.contains(&claim.verb)
    }

    /// Whether a claim names data of its, or none.
    pub(super) fn is_of_data_in(&self, read: &Read, claim: &Claim, resolver: &Resolver<'_, '_, '_, '_>) -> bool {
        let graph = resolver.names.graph(Dimension::Data);
        let place = read.passage.span(claim.clause.clone());
        let mut named = (read.found.iter())
            .filter(|found| found.dimension == Dimension::Data && place.contains(found.span))
            .flat_map(|found| &found.concepts)
            .peekable();
        named.peek().is_none() || named.any(|id| graph.leaves_of(*id).intersects(&self.data))
    }
}

/// What handing over to a processor, a joint user or somebody abroad may be called.
pub(super) fn handing(act: Act) -> &'static [Verb] {
    match act {
        Act::Entrust | Act::Share | Act::Transmit | Act::TransferAbroad => {
            &[Verb::Provide, Verb::Entrust, Verb::Transmit, Verb::Move]
        }
        _ => &[],
    }
}

/// The norms that a statement and all in it state.
pub(super) fn norms_in<'n>(statement: &Statement, norms: &'n Norms<'_>, found: &mut Vec<&'n Norm>) {
    let stated = norms.of_statement.get(&statement.head).into_iter().flatten();
    found.extend(stated.map(|id| &norms.norms[id.0 as usize]));
    for child in statement.children().filter(|child| child.kind != Keyword::Test) {
        norms_in(child, norms, found);
    }
}

/// The rules of a statement and of all in it.
pub(super) fn rules_of(statement: &Statement, norms: &Norms<'_>) -> Vec<Rule> {
    let mut stated = Vec::new();
    norms_in(statement, norms, &mut stated);
    let mut rules: Vec<Rule> = stated.into_iter().map(Rule::of).collect();
    if statement.kind == Keyword::TransferAbroad {
        rules.push(Rule {
            verbs: [verbs(Act::TransferAbroad), handing(Act::TransferAbroad)].concat(),
            permits: true,
            forbids: false,
            data: LeafSet::empty(),
        });
    }
    rules
}
