//! Pieces as statements: together what happens alike, then few products, then words and a witness for each.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::boxes::{Product, few};
use super::search::{Decided, Found, Kind, Piece};
use super::sentence::Words;
use super::{Cube, Decisions, Effect, Grounds, Requests, Statement, Witness};
use crate::decide::Verdict;
use crate::decide::explain::cite;
use crate::diagnostic::Text;
use crate::diff::vocabulary::{Joint, Side};
use crate::norm::{Act, NormId, Processing};
use crate::policy::Policy;
use crate::vocabulary::LeafSet;

/// What happens alike: what, whether only because one revision does not know the words, the strengths, the conditions.
type Alike<'p> = (Kind, bool, u8, &'p [Cube]);

/// The statements of all pieces.
pub(super) fn decisions(words: Words<'_>, found: Found) -> Decisions {
    let known = known(words);
    let [changed_before, changed_after] = found.changed;
    let pieces = found.pieces;
    let mut groups: BTreeMap<Alike<'_>, Vec<(Product, &Piece)>> = BTreeMap::new();
    for piece in &pieces {
        let happening = &piece.happening;
        let refused = matches!(happening.kind.effect, Effect::Lifts | Effect::Forbids);
        let mut add = |unknown, product| {
            let alike = (happening.kind, unknown, happening.strengths, happening.cubes.as_slice());
            groups.entry(alike).or_default().push((product, piece));
        };
        if !refused {
            add(false, piece.product.clone());
            continue;
        }
        if let Some(known) = piece.product.intersection(&known) {
            add(false, known);
        }
        for unknown in piece.product.without(&known) {
            add(true, unknown);
        }
    }
    let mut decisions = Decisions {
        statements: Vec::new(),
        unknown_words: Vec::new(),
        changed_before,
        changed_after,
        complete: found.complete,
    };
    for ((kind, unknown, strengths, cubes), pieces) in groups {
        let products = few(pieces.iter().map(|(product, _)| product.clone()).collect());
        for product in products {
            let within: Vec<&Piece> = (pieces.iter())
                .filter(|(part, _)| part.intersects(&product))
                .map(|(_, piece)| *piece)
                .collect();
            let statement = statement(words, kind, strengths, cubes, &product, &within);
            match unknown {
                true => decisions.unknown_words.push(statement),
                false => decisions.statements.push(statement),
            }
        }
    }
    for statements in [&mut decisions.statements, &mut decisions.unknown_words] {
        statements.sort_by(|one, two| {
            let key = |statement: &Statement| (statement.only_named, statement.effect);
            let whole = |one: &Statement, two: &Statement| one.requests.cmp(&two.requests);
            key(one).cmp(&key(two)).then_with(|| whole(one, two))
        });
    }
    decisions
}

/// The requests whose words both revisions know.
fn known(words: Words<'_>) -> Product {
    let vocabulary = words.vocabulary;
    let both = |joint: &Joint| joint.known(Side::Old).intersection(&joint.known(Side::New));
    let acts = LeafSet::range(0, Act::ALL.len() as u32);
    let routes = LeafSet::range(0, vocabulary.routes.routes.len().max(1) as u32);
    let [data, parties, purposes] = [&vocabulary.data, &vocabulary.parties, &vocabulary.purposes].map(both);
    Product([acts, data, parties, purposes, routes])
}

fn statement(
    words: Words<'_>,
    kind: Kind,
    strengths: u8,
    cubes: &[Cube],
    product: &Product,
    pieces: &[&Piece],
) -> Statement {
    let routes = words.vocabulary.routes.routes.len();
    let [_, data, parties, purposes, on_routes] = &product.0;
    let requests = Requests {
        acts: product.acts(),
        data: data.clone(),
        parties: parties.clone(),
        purposes: purposes.clone(),
        routes: (on_routes.len() < routes.max(1)).then(|| on_routes.clone()),
        states: (Processing::ALL.into_iter())
            .filter(|state| strengths >> state.strength() & 1 == 1)
            .collect(),
        conditions: cubes.to_vec(),
    };
    let mut seen = BTreeSet::new();
    let happenings = pieces.iter().map(|piece| &piece.happening.decided);
    let decided: Vec<&Decided> = happenings
        .filter(|decided| seen.insert(Rc::as_ptr(decided)))
        .flat_map(|decided| decided.iter())
        .collect();
    let norms = |of: fn(&Decided) -> &Vec<NormId>| -> Vec<NormId> {
        let norms: BTreeSet<NormId> = decided.iter().flat_map(|decided| of(decided)).copied().collect();
        norms.into_iter().collect()
    };
    let grounds: BTreeSet<Grounds> = (decided.iter())
        .map(|decided| Grounds {
            before: decided.before.clone(),
            after: decided.after.clone(),
        })
        .collect();
    let verdicts = |of: fn(&Decided) -> Verdict| -> Vec<Verdict> {
        let verdicts: BTreeSet<Verdict> = decided.iter().map(|decided| of(decided)).collect();
        verdicts.into_iter().collect()
    };
    Statement {
        effect: kind.effect,
        from: verdicts(|decided| decided.from),
        to: verdicts(|decided| decided.to),
        class: kind.effect.class(),
        only_named: kind.only_named,
        decided_before: norms(|decided| &decided.before),
        decided_after: norms(|decided| &decided.after),
        grounds: grounds.into_iter().collect(),
        witness: witness(words, &requests, product, pieces),
        text: words.statement(kind.effect, &requests),
        requests,
    }
}

/// The first request of a statement: of everything the first, the least processing, as few conditions as the first cube asks.
fn witness(words: Words<'_>, requests: &Requests, product: &Product, pieces: &[&Piece]) -> Witness {
    // Some piece holds the first leaf of each dimension only together with others; the first piece of all has one.
    let first = |part: &Product| part.intersection(product).map(|common| common.first());
    let at = (pieces.iter())
        .filter_map(|piece| first(&piece.product).map(|at| (at, *piece)))
        .min_by_key(|(at, _)| *at);
    let processing = requests.states.first().copied().unwrap_or(Processing::Raw);
    let cube = requests.conditions.first().cloned().unwrap_or_default();
    let conditions: LeafSet = cube.all_of.iter().filter_map(LeafSet::first).collect();
    let place = at.map_or([0; 5], |(at, _)| at);
    let decided = at.and_then(|(_, piece)| {
        let mut decided = piece.happening.decided.iter();
        decided.find(|decided| decided.contains(processing.strength(), &conditions))
    });
    let (before, after) = match decided {
        Some(decided) => (decided.before.clone(), decided.after.clone()),
        None => (Vec::new(), Vec::new()),
    };
    let clauses = |policy: &Policy, norms: &[NormId]| {
        let mut clauses: Vec<_> = norms.iter().map(|norm| cite(policy, *norm)).collect();
        clauses.dedup();
        clauses
    };
    let mut witness = Witness {
        act: Act::ALL[place[0] as usize],
        data: place[1],
        party: place[2],
        purpose: place[3],
        route: (!words.vocabulary.routes.routes.is_empty()).then_some(place[4]),
        processing,
        conditions,
        clauses_before: clauses(words.old, &before),
        clauses_after: clauses(words.new, &after),
        decided_before: before,
        decided_after: after,
        text: Text::empty(),
    };
    witness.text = words.witness(&witness);
    witness
}
