//! The permits that come nearest to a request that nothing decides.

use super::answer::{Miss, Missed, Point};
use super::bits::{Bits, Ones};
use super::index::{Ask, Index};
use super::position::Position;
use super::rows::Row;
use crate::vocabulary::LeafSet;

/// How many of the nearest permits a 定めなし names at most.
pub const NEAREST: usize = 5;

/// The permits for the act that miss the place on the fewest dimensions, at most [`NEAREST`], in the order of the norms.
pub(super) fn nearest(index: &Index, ask: &Ask<'_>, place: &Point) -> Vec<Miss> {
    let start = index.links.starting_at(place.data);
    if !start.is_empty() {
        // Linked data is looked up norm by norm: few policies have any.
        return by_norm(index, ask, place, &start);
    }
    let data = index.data.rows.row(place.data);
    let party = index.parties.rows.row(place.party);
    let purpose = index.purposes.rows.row(place.purpose);
    let blocks: Vec<Block> = index
        .permits_for(ask.act)
        .map(|(word, permits)| Block {
            word,
            permits,
            hits: [data, party, purpose].map(|row: Row<'_>| row.word(word)),
        })
        .collect();
    let mut best = Best::default();
    // Permits that miss on fewer of the three first: the others need not be looked at once a better one is known.
    for misses in 0..=3 {
        if misses > best.fewest {
            break;
        }
        for block in &blocks {
            for bit in Ones(block.missing_on(misses)) {
                let hits = block.hits.map(|hits| hits >> bit & 1 == 1);
                best.offer(index, ask, place, Position::of_bit(block.word, bit), hits);
            }
        }
    }
    best.finish(index)
}

/// 64 norms: which permit the act, and which of those speak of the data, the party and the purpose.
struct Block {
    word: usize,
    permits: u64,
    hits: [u64; 3],
}

impl Block {
    /// The permits that miss on so many of the three.
    fn missing_on(&self, misses: usize) -> u64 {
        let [d, r, p] = self.hits;
        let (one, two, three) = (d | r | p, d & r | d & p | r & p, d & r & p);
        let norms = match misses {
            0 => three,
            1 => two & !three,
            2 => one & !two,
            _ => !one,
        };
        norms & self.permits
    }
}

fn by_norm(index: &Index, ask: &Ask<'_>, place: &Point, start: &Bits) -> Vec<Miss> {
    let in_force = |holds: &dyn Fn(&u32) -> bool| {
        let is_on = |link: usize| index.links.when(link).iter().all(holds);
        index.links.in_force(start, is_on)
    };
    let surely = in_force(&|formula| index.formulas.holds(*formula, ask.asserted));
    let possibly = in_force(&|formula| ask.may_hold(&index.formulas, *formula));
    let party = index.parties.rows.row(place.party);
    let purpose = index.purposes.rows.row(place.purpose);
    let mut best = Best::default();
    for position in index.norms_for(ask.act) {
        if index.rule(position).refuses {
            continue;
        }
        let covered = index.covered(position);
        let excepted = index.excepted(position);
        let leads = |links: &Bits, set: &LeafSet| links.iter().any(|link| set.contains(index.links.target(link)));
        let is_covered = covered.contains(place.data) || leads(&surely, covered) && !excepted.contains(place.data);
        let hits = [
            is_covered && !leads(&possibly, excepted),
            party.contains(position),
            purpose.contains(position),
        ];
        best.offer(index, ask, place, position, hits);
    }
    best.finish(index)
}

/// The permits that miss on the fewest dimensions so far, each with whether it hits on every dimension.
struct Best {
    fewest: usize,
    permits: Vec<(Position, [bool; 6])>,
}

/// The dimensions, in the order in which hits are listed.
const DIMENSIONS: [Missed; 6] = [
    Missed::Data,
    Missed::Party,
    Missed::Purpose,
    Missed::Route,
    Missed::Processing,
    Missed::Conditions,
];

impl Default for Best {
    fn default() -> Self {
        Self {
            fewest: usize::MAX,
            permits: Vec::new(),
        }
    }
}

impl Best {
    fn offer(&mut self, index: &Index, ask: &Ask<'_>, place: &Point, position: Position, hits: [bool; 3]) {
        let rule = index.rule(position);
        let holds = |formula: &u32| index.formulas.holds(*formula, ask.asserted);
        let on_route = match place.route {
            Some(route) => index.covers_route(position, route),
            None => !rule.routed || index.covers_every_route(position),
        };
        let is_lifted = (rule.unless).is_some_and(|formula| ask.may_hold(&index.formulas, formula));
        let on_terms = index.requires(position).iter().all(holds) && !is_lifted;
        let [data, party, purpose] = hits;
        let hits = [data, party, purpose, on_route, rule.speaks_of(ask.strength), on_terms];
        let misses = hits.iter().filter(|hit| !**hit).count();
        if misses > self.fewest {
            return;
        }
        if misses < self.fewest {
            self.fewest = misses;
            self.permits.clear();
        }
        self.permits.push((position, hits));
    }

    fn finish(mut self, index: &Index) -> Vec<Miss> {
        let norm = |position: Position| index.rule(position).norm;
        self.permits.sort_unstable_by_key(|(position, _)| norm(*position));
        let nearest = self.permits.into_iter().take(NEAREST);
        nearest
            .map(|(position, hits)| Miss {
                norm: norm(position),
                on: DIMENSIONS
                    .into_iter()
                    .zip(hits)
                    .filter(|(_, hit)| !hit)
                    .map(|(missed, _)| missed)
                    .collect(),
            })
            .collect()
    }
}
