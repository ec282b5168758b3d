//! The permits that come nearest to a request that nothing decides.

use super::NEAREST;
use super::answer::{Miss, Missed, Place};
use super::bits::{Bits, Ones};
use super::index::{Ask, Decider};
use super::rows::Row;

/// The permits for the act that miss the place on the fewest dimensions, at most [`NEAREST`], in the order of the norms.
pub(super) fn nearest(decider: &Decider, ask: &Ask<'_>, place: &Place) -> Vec<Miss> {
    let start = decider.links.starting_at(place.data);
    if !start.is_empty() {
        // Linked data is looked up norm by norm: few policies have any.
        return by_norm(decider, ask, place, &start);
    }
    let data = decider.data.rows.row(place.data);
    let party = decider.parties.rows.row(place.party);
    let purpose = decider.purposes.rows.row(place.purpose);
    let mut best = Best::default();
    for (word, permits) in decider.permits_for(ask.act) {
        let [d, r, p] = [data, party, purpose].map(|row: Row<'_>| row.word(word));
        let (two, three) = (d & r | d & p | r & p, d & r & p);
        let by_misses = [three, two & !three, (d | r | p) & !two, !(d | r | p)];
        for (misses, norms) in by_misses.into_iter().enumerate() {
            if misses > best.fewest {
                break;
            }
            for bit in Ones(norms & permits) {
                let hits = [d, r, p].map(|word| word >> bit & 1 == 1);
                best.offer(decider, ask, place, word as u32 * 64 + bit, hits);
            }
        }
    }
    best.finish()
}

fn by_norm(decider: &Decider, ask: &Ask<'_>, place: &Place, start: &Bits) -> Vec<Miss> {
    let in_force = decider.links.in_force(start, |link| {
        let mut when = decider.links.when(link).iter();
        when.all(|formula| decider.formulas.holds(*formula, ask.asserted))
    });
    let party = decider.parties.rows.row(place.party);
    let purpose = decider.purposes.rows.row(place.purpose);
    let mut best = Best::default();
    for position in decider.norms_for(ask.act) {
        if decider.rules[position as usize].refuses {
            continue;
        }
        let covered = &decider.covered[position as usize];
        let excepted = &decider.excepted[position as usize];
        let leads =
            |set: &crate::vocabulary::LeafSet| in_force.iter().any(|link| set.contains(decider.links.target(link)));
        let is_covered = covered.contains(place.data) || leads(covered) && !excepted.contains(place.data);
        let hits = [
            is_covered && !leads(excepted),
            party.contains(position),
            purpose.contains(position),
        ];
        best.offer(decider, ask, place, position, hits);
    }
    best.finish()
}

struct Best {
    fewest: usize,
    misses: Vec<Miss>,
}

impl Default for Best {
    fn default() -> Self {
        Self {
            fewest: usize::MAX,
            misses: Vec::new(),
        }
    }
}

impl Best {
    fn offer(&mut self, decider: &Decider, ask: &Ask<'_>, place: &Place, position: u32, hits: [bool; 3]) {
        let rule = &decider.rules[position as usize];
        let holds = |formula: &u32| decider.formulas.holds(*formula, ask.asserted);
        let on_route = match place.route {
            Some(route) => decider.covers_route(position, route),
            None => !rule.routed || decider.covers_every_route(position),
        };
        let on_terms = decider.requires(position).iter().all(holds) && !rule.unless.as_ref().is_some_and(holds);
        let hit = [
            (Missed::Data, hits[0]),
            (Missed::Party, hits[1]),
            (Missed::Purpose, hits[2]),
            (Missed::Route, on_route),
            (Missed::Processing, rule.speaks_of(ask.level)),
            (Missed::Conditions, on_terms),
        ];
        let count = hit.iter().filter(|(_, hit)| !hit).count();
        if count > self.fewest {
            return;
        }
        if count < self.fewest {
            self.fewest = count;
            self.misses.clear();
        }
        self.misses.push(Miss {
            norm: rule.norm,
            on: hit
                .into_iter()
                .filter(|(_, hit)| !hit)
                .map(|(missed, _)| missed)
                .collect(),
        });
    }

    fn finish(mut self) -> Vec<Miss> {
        self.misses.sort_by_key(|miss| miss.norm);
        self.misses.truncate(NEAREST);
        self.misses
    }
}
