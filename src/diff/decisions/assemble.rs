//! Pieces as statements: together what happens alike, then few products, then words and a witness for each.

use std::collections::{BTreeMap, BTreeSet};

use super::actors::Actors;
use super::boxes::{Product, few};
use super::cubes::Cubes;
use super::outside::Outside;
use super::search::{Found, Happening, Kind, Piece};
use super::sentence::Teller;
use super::{Class, Decisions, Effect, Example, Requests, Statement};
use crate::decide::explain::cite;
use crate::decide::explain::names::Words;
use crate::diagnostic::Text;
use crate::norm::{Act, NormId, Processing};
use crate::policy::Policy;
use crate::region::{DATA, PARTIES, PURPOSES, ROUTES, Sample};

/// What happens alike: what, whether only because one revision does not know the words, the strengths, the conditions and how it
/// is with what they leave out.
type Alike<'p> = (Kind, bool, u8, &'p Cubes, Outside);

/// The statements of all pieces.
pub(super) fn decisions(words: Teller<'_>, found: Found) -> Decisions {
    let [changed_before, changed_after] = found.changed;
    let pieces = found.pieces;
    let mut groups: BTreeMap<Alike<'_>, Vec<(Product, &Piece)>> = BTreeMap::new();
    for piece in &pieces {
        let happening = &piece.happening;
        // What is refused under its own name and under the wider one needs no word.
        let refused = matches!(happening.kind.effect, Effect::Lifts | Effect::Forbids);
        let unknown = refused && happening.kind.only_named;
        let alike = (
            happening.kind,
            unknown,
            happening.strengths,
            &happening.conditions,
            happening.outside,
        );
        groups.entry(alike).or_default().push((piece.product.clone(), piece));
    }
    let actors = Actors::of(words);
    let mut decisions = Decisions {
        statements: Vec::new(),
        unknown_words: Vec::new(),
        changed_before,
        changed_after,
        complete: found.complete,
    };
    for ((kind, unknown, strengths, conditions, outside), pieces) in groups {
        let products = few(pieces.iter().map(|(product, _)| product.clone()).collect());
        for product in products {
            let within: Vec<&Piece> = (pieces.iter())
                .filter(|(part, _)| part.intersects(&product))
                .map(|(_, piece)| *piece)
                .collect();
            let statement = statement(
                words,
                kind,
                strengths,
                (conditions, outside),
                (&product, &within),
                &actors,
            );
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

fn statement(
    words: Teller<'_>,
    kind: Kind,
    strengths: u8,
    (conditions, outside): (&Cubes, Outside),
    (product, pieces): (&Product, &[&Piece]),
    actors: &Actors,
) -> Statement {
    let routes = words.vocabulary.routes.routes.len();
    let on_routes = product.along(ROUTES);
    let requests = Requests {
        acts: product.acts(),
        data: product.along(DATA).clone(),
        parties: product.along(PARTIES).clone(),
        purposes: product.along(PURPOSES).clone(),
        routes: (on_routes.len() < routes.max(1)).then(|| on_routes.clone()),
        states: (Processing::ALL.into_iter())
            .filter(|state| strengths >> state.strength() & 1 == 1)
            .collect(),
        conditions: conditions.cubes.clone(),
        all_conditions: conditions.complete,
    };
    let on_page = Teller {
        words: Words::Page,
        ..words
    };
    let happenings = || pieces.iter().map(|piece| &*piece.happening);
    let deciding = |side: usize| -> Vec<NormId> {
        let norms: BTreeSet<NormId> = happenings().flat_map(|one| &one.deciding[side]).copied().collect();
        norms.into_iter().collect()
    };
    let verdicts: BTreeSet<_> = happenings().flat_map(|one| &one.verdicts).copied().collect();
    let from: BTreeSet<_> = verdicts.iter().map(|(from, _)| *from).collect();
    let to: BTreeSet<_> = verdicts.iter().map(|(_, to)| *to).collect();
    Statement {
        effect: kind.effect,
        from: from.into_iter().collect(),
        to: to.into_iter().collect(),
        class: match kind.only_named {
            true => Class::Named,
            false => kind.effect.class(),
        },
        only_named: kind.only_named,
        loosened: kind.effect == Effect::Permits && outside == Outside::Already,
        decided_before: deciding(0),
        decided_after: deciding(1),
        witness: witness(words, (product, pieces), actors),
        text: words.statement(kind.effect, &requests, outside),
        page: on_page.statement(kind.effect, &requests, outside),
        requests,
    }
}

/// The first request of a statement: of everything the first, the least processing, as few conditions as may be. Of what nobody
/// would think of only where there is nothing else: an act by somebody whom neither revision permits it.
fn witness(words: Teller<'_>, (product, pieces): (&Product, &[&Piece]), actors: &Actors) -> Example {
    // Some piece holds the first leaf of each dimension only together with others; the first piece of all has one.
    let first = |part: &Product| part.intersection(product).map(|common| actors.first(&common));
    let at = (pieces.iter())
        .filter_map(|piece| first(&piece.product).map(|at| (at, &*piece.happening)))
        .min_by(|(one, _), (two, _)| one.cmp(two));
    let (thinkable, place, example) = match at {
        Some(((unthinkable, at), Happening { example, .. })) => (!unthinkable, at, Some(example)),
        None => (false, product.first(), None),
    };
    let strength = example.map_or(0, |example| example.strength);
    let [before, after] = example.map(|example| example.deciding.clone()).unwrap_or_default();
    let clauses = |policy: &Policy, norms: &[NormId]| {
        let mut clauses: Vec<_> = norms.iter().map(|norm| cite(policy, *norm)).collect();
        clauses.dedup();
        clauses
    };
    let sample = Sample {
        act: Act::ALL[place[0] as usize],
        at: place[1..].to_vec(),
        strength,
        asserted: example.map(|example| example.asserted.clone()).unwrap_or_default(),
    };
    let mut witness = Example {
        request: sample.witness(!words.vocabulary.routes.routes.is_empty()),
        clauses_before: clauses(words.old, &before),
        clauses_after: clauses(words.new, &after),
        decided_before: before,
        decided_after: after,
        text: Text::empty(),
        thinkable,
    };
    witness.text = words.request(&witness.request);
    witness
}
