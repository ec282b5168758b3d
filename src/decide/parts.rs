//! A request that is refused as a whole, in the parts that have different answers.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{Answer, Decision, Part, PartAnswer, Parts};
use super::cells::{Cell, Region, regions};
use super::full::full;
use super::index::Ask;
use super::position::Position;
use super::problem::Problem;
use crate::norm::NormId;
use crate::vocabulary::{LeafSet, boxes};

/// How many products of leaves are told apart at most; a request about everything in a large policy has more.
const MOST: usize = 1 << 14;
/// How many of them are decided at most, those that the same norms speak of counted once.
const DECIDED: usize = 256;

/// How many parts are told at most.
const TOLD: usize = 512;

/// The orders in which products are joined: along purposes first, which requests most often leave out.
const ORDERS: [[usize; 4]; 4] = [[2, 1, 0, 3], [1, 2, 0, 3], [0, 1, 2, 3], [0, 2, 1, 3]];

/// The parts of a request that has this answer as a whole. Of what is permitted, or would be under terms that hold for all of
/// it, there is nothing to tell apart.
pub(super) fn parts(problem: &Problem<'_>, ask: &Ask<'_>, whole: &Answer) -> Parts {
    if problem.cells.len() < 2 || !matches!(whole, Answer::Forbidden { .. } | Answer::NotStated { .. }) {
        return Parts::default();
    }
    let untold = Parts {
        parts: Vec::new(),
        complete: false,
    };
    if problem.cells.len() > DECIDED {
        return untold;
    }
    let Some(regions) = regions(problem.index, ask, MOST) else {
        return untold;
    };
    let mut parts = of_regions(problem, ask, regions);
    if parts.len() > TOLD {
        return untold;
    }
    if parts.len() < 2 {
        parts.clear();
    }
    Parts { parts, complete: true }
}

fn of_regions(problem: &Problem<'_>, ask: &Ask<'_>, regions: Vec<Region>) -> Vec<Part> {
    // What the same norms speak of has the same answer; what a linking starts at, only by itself.
    type Alike = (Option<u32>, Vec<Position>);
    type Decided = (Vec<LeafSet>, Vec<NormId>);
    let mut known: BTreeMap<Alike, Option<(PartAnswer, Vec<NormId>)>> = BTreeMap::new();
    let mut by_answer: BTreeMap<PartAnswer, Vec<Decided>> = BTreeMap::new();
    for Region { sets, cell } in regions {
        let linked = (!cell.start.is_empty()).then_some(cell.place.data);
        let alike = (linked, cell.norms.clone());
        let decided = known.entry(alike).or_insert_with(|| decided(problem, ask, cell));
        if let Some((answer, by)) = decided {
            by_answer.entry(answer.clone()).or_default().push((sets, by.clone()));
        }
    }
    let orders = ORDERS.map(Vec::from);
    let mut parts = Vec::new();
    for (answer, regions) in by_answer {
        let products = boxes::few(regions.iter().map(|(sets, _)| sets.clone()).collect(), &orders);
        for product in products {
            let is_in = |sets: &[LeafSet]| {
                let mut dimensions = sets.iter().zip(&product);
                dimensions.all(|(set, whole)| set.is_subset(whole))
            };
            let by: BTreeSet<NormId> = (regions.iter())
                .filter(|(sets, _)| is_in(sets))
                .flat_map(|(_, by)| by.iter().copied())
                .collect();
            let [data, parties, purposes, routes] = <[LeafSet; 4]>::try_from(product).expect("four sets");
            parts.push(Part {
                answer: answer.clone(),
                data,
                parties,
                purposes,
                routes,
                decided_by: by.into_iter().collect(),
            });
        }
    }
    let first = |part: &Part| [&part.purposes, &part.parties, &part.data, &part.routes].map(LeafSet::first);
    parts.sort_by_key(|part| (std::cmp::Reverse(part.size()), first(part)));
    parts
}

/// The answer to one cell; `None` where it is not asked about under these conditions.
fn decided(problem: &Problem<'_>, ask: &Ask<'_>, cell: Cell) -> Option<(PartAnswer, Vec<NormId>)> {
    let alone = Problem::of(problem.index, ask, vec![cell]);
    alone.judge(&alone.cells[0], alone.strength, &alone.held)?;
    let Decision { answer, decided_by, .. } = full(&alone, ask);
    let kind = answer.kind();
    let (states, conditions) = match answer {
        Answer::Permitted | Answer::Forbidden { .. } | Answer::NotStated { .. } => Default::default(),
        Answer::UnderConditions { conditions } => (Vec::new(), conditions),
        Answer::IfProcessed { states, conditions, .. } => (states, conditions),
    };
    let answer = PartAnswer {
        kind,
        states,
        conditions,
    };
    Some((answer, decided_by))
}
