//! The leaves a request asks about, gathered into cells that the same norms speak of.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::Point;
use super::bits::Bits;
use super::index::{Ask, Index, Lookup};
use super::position::Position;
use super::rows::Row;
use crate::vocabulary::{ConceptId, LeafSet};

/// Leaves of the request that nothing tells apart, by the first of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cell {
    pub(super) place: Point,
    /// The linkings that start at the data leaf.
    pub(super) start: Bits,
    /// Where the data leaf is asked about only while it is linked: the linkings that lead under what was asked about.
    pub(super) only_if: Option<Bits>,
    /// The norms that may speak of the cell, under whatever linkings. Sorted.
    pub(super) norms: Vec<Position>,
}

/// The cells of a request, in the order of their data, parties, purposes, routes.
pub(super) fn cells(index: &Index, ask: &Ask<'_>) -> Vec<Cell> {
    let party = Asked::new(&index.parties, ask.party);
    let purpose = Asked::new(&index.purposes, ask.purpose);
    let mut cells = by_data(index, ask, &party, &purpose);
    if party.several {
        cells = split(&cells, &index.parties, party.set, |place, leaf| place.party = leaf);
    }
    if purpose.several {
        cells = split(&cells, &index.purposes, purpose.set, |place, leaf| place.purpose = leaf);
    }
    by_route(index, ask.route, cells)
}

/// What is asked about in one dimension.
struct Asked<'d> {
    set: &'d LeafSet,
    first: u32,
    several: bool,
    /// The row of the one leaf.
    row: Option<Row<'d>>,
}

impl<'d> Asked<'d> {
    fn new(lookup: &'d Lookup, id: ConceptId) -> Self {
        let only = lookup.only(id);
        let set = &lookup.sets[id.index()];
        Self {
            set,
            // No set of a concept is empty.
            first: set.first().unwrap_or(0),
            several: only.is_none(),
            row: only.map(|leaf| lookup.rows.row(leaf)),
        }
    }
}

/// A product of leaves that nothing tells apart: of data, parties, purposes and routes, in this order. The last is empty
/// where routes make no difference.
pub(super) struct Region {
    pub(super) sets: Vec<LeafSet>,
    pub(super) cell: Cell,
}

/// All that a request asks about, in products none of which meets another; `None` where there would be more than `most`. Each
/// has the norms of one of its [`cells`].
pub(super) fn regions(index: &Index, ask: &Ask<'_>, most: usize) -> Option<Vec<Region>> {
    let data = data_regions(index, ask);
    let parties = classes(&index.parties, &index.parties.sets[ask.party.index()]);
    let purposes = classes(&index.purposes, &index.purposes.sets[ask.purpose.index()]);
    let is_routed = data
        .iter()
        .flat_map(|(_, cell)| &cell.norms)
        .any(|norm| index.rule(*norm).routed);
    let routes: Vec<Option<u32>> = match (ask.route, is_routed && index.route_count > 0) {
        (None, true) => (0..index.route_count).map(Some).collect(),
        (route, _) => vec![route],
    };
    let others = parties.len().checked_mul(purposes.len())?.checked_mul(routes.len())?;
    if data.len().checked_mul(others)? > most {
        return None;
    }
    let mut found = Vec::with_capacity(data.len() * others);
    for (leaves, cell) in &data {
        for party in &parties {
            for purpose in &purposes {
                let rows = [(&index.parties, party), (&index.purposes, purpose)]
                    .map(|(lookup, leaves)| lookup.rows.row(leaves.first().unwrap_or(0)));
                for &route in &routes {
                    let on_route = |norm: Position| match route {
                        Some(route) => index.covers_route(norm, route),
                        None => index.route_count > 0 || !index.rule(norm).routed,
                    };
                    let speaks = |norm: &Position| rows.iter().all(|row| row.contains(*norm)) && on_route(*norm);
                    found.push(Region {
                        sets: vec![
                            leaves.clone(),
                            party.clone(),
                            purpose.clone(),
                            route.map_or_else(LeafSet::empty, LeafSet::single),
                        ],
                        cell: Cell {
                            place: Point {
                                data: cell.place.data,
                                party: party.first().unwrap_or(0),
                                purpose: purpose.first().unwrap_or(0),
                                route,
                            },
                            norms: cell.norms.iter().copied().filter(speaks).collect(),
                            ..cell.clone()
                        },
                    });
                }
            }
        }
    }
    Some(found)
}

/// The data asked about in sets that the same norms speak of whatever else is asked; linked leaves each by itself.
fn data_regions(index: &Index, ask: &Ask<'_>) -> Vec<(LeafSet, Cell)> {
    let asked = LeafSet::union_all(ask.data.iter().map(|id| &index.data.sets[id.index()]));
    let starts = index.links.starts();
    let cell = |leaf: u32, start: Bits, only_if: Option<Bits>, reachable: &Bits| {
        let targets = reachable.iter().map(|link| index.links.target(link));
        let mut norms = Vec::new();
        for source in std::iter::once(leaf).chain(targets) {
            let row = index.data.rows.row(source);
            index.each_match(ask.act, [row; 3], |position| norms.push(position));
        }
        norms.sort_unstable();
        norms.dedup();
        let place = Point {
            data: leaf,
            party: 0,
            purpose: 0,
            route: None,
        };
        Cell {
            place,
            start,
            only_if,
            norms,
        }
    };
    let plain = classes(&index.data, &asked.difference(starts))
        .into_iter()
        .map(|leaves| {
            let first = leaves.first().unwrap_or(0);
            (leaves, cell(first, Bits::default(), None, &Bits::default()))
        });
    let linked = starts.iter().filter_map(|leaf| {
        let start = index.links.starting_at(leaf);
        let reachable = index.links.in_force(&start, |_| true);
        let leads_in: Bits = (reachable.iter())
            .filter(|link| asked.contains(index.links.target(*link)))
            .collect();
        let only_if = match asked.contains(leaf) {
            true => None,
            false if leads_in.is_empty() => return None,
            false => Some(leads_in),
        };
        Some((LeafSet::single(leaf), cell(leaf, start, only_if, &reachable)))
    });
    plain.chain(linked).collect()
}

/// Leaves in the sets that the same norms speak of, by their first leaves.
fn classes(lookup: &Lookup, leaves: &LeafSet) -> Vec<LeafSet> {
    let mut of_class: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for leaf in leaves.iter() {
        of_class.entry(lookup.rows.class(leaf)).or_default().push(leaf);
    }
    let mut sets: Vec<LeafSet> = of_class
        .into_values()
        .map(|leaves| leaves.into_iter().collect())
        .collect();
    sets.sort_by_key(LeafSet::first);
    sets
}

fn by_data(index: &Index, ask: &Ask<'_>, party: &Asked<'_>, purpose: &Asked<'_>) -> Vec<Cell> {
    let asked = LeafSet::union_all(ask.data.iter().map(|id| &index.data.sets[id.index()]));
    let mut cells = Vec::new();
    let mut seen_classes = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut add = |leaf: u32, start: Bits, only_if: Option<Bits>, reachable: &Bits| {
        let mut norms = Vec::new();
        let targets = reachable.iter().map(|link| index.links.target(link));
        for source in std::iter::once(leaf).chain(targets) {
            let row = index.data.rows.row(source);
            let rows = [row, party.row.unwrap_or(row), purpose.row.unwrap_or(row)];
            index.each_match(ask.act, rows, |position| norms.push(position));
        }
        norms.sort_unstable();
        norms.dedup();
        // Linked leaves differ in what each linking does to each norm, so they are kept apart.
        if !start.is_empty() || seen.insert(norms.clone()) {
            let place = Point {
                data: leaf,
                party: party.first,
                purpose: purpose.first,
                route: ask.route,
            };
            cells.push(Cell {
                place,
                start,
                only_if,
                norms,
            });
        }
    };
    for leaf in asked.iter() {
        let start = index.links.starting_at(leaf);
        if start.is_empty() {
            if seen_classes.insert(index.data.rows.class(leaf)) {
                add(leaf, start, None, &Bits::default());
            }
            continue;
        }
        let reachable = index.links.in_force(&start, |_| true);
        add(leaf, start, None, &reachable);
    }
    for leaf in index.links.starts().difference(&asked).iter() {
        let start = index.links.starting_at(leaf);
        let reachable = index.links.in_force(&start, |_| true);
        let leads_in: Bits = reachable
            .iter()
            .filter(|link| asked.contains(index.links.target(*link)))
            .collect();
        if !leads_in.is_empty() {
            add(leaf, start, Some(leads_in), &reachable);
        }
    }
    cells.sort_by_key(|cell| cell.place);
    cells
}

/// Splits the cells by the leaves of one more dimension.
fn split(cells: &[Cell], lookup: &Lookup, leaves: &LeafSet, set: impl Fn(&mut Point, u32)) -> Vec<Cell> {
    let mut seen_classes = BTreeSet::new();
    let firsts: Vec<u32> = leaves
        .iter()
        .filter(|leaf| seen_classes.insert(lookup.rows.class(*leaf)))
        .collect();
    let mut found = Unique::default();
    for cell in cells {
        for &leaf in &firsts {
            let row = lookup.rows.row(leaf);
            found.add(cell, |norm| row.contains(norm), |place| set(place, leaf));
        }
    }
    found.cells
}

/// A request that names no route asks about every one.
fn by_route(index: &Index, route: Option<u32>, cells: Vec<Cell>) -> Vec<Cell> {
    let routed = |norm: &Position| index.rule(*norm).routed;
    if !cells.iter().any(|cell| cell.norms.iter().any(routed)) {
        return cells;
    }
    let mut found = Unique::default();
    for cell in &cells {
        match route {
            Some(route) => found.add(cell, |norm| index.covers_route(norm, route), |_| {}),
            None if index.route_count == 0 => found.add(cell, |norm| !routed(&norm), |_| {}),
            None => {
                for route in 0..index.route_count {
                    found.add(
                        cell,
                        |norm| index.covers_route(norm, route),
                        |place| place.route = Some(route),
                    );
                }
            }
        }
    }
    found.cells
}

/// Cells, none twice.
#[derive(Default)]
struct Unique {
    cells: Vec<Cell>,
    /// The norms of the cells without linkings, and of each linked leaf.
    seen: BTreeSet<(Option<u32>, Vec<Position>)>,
}

impl Unique {
    fn add(&mut self, cell: &Cell, keep: impl Fn(Position) -> bool, set: impl FnOnce(&mut Point)) {
        let norms: Vec<Position> = cell.norms.iter().copied().filter(|norm| keep(*norm)).collect();
        let linked = (!cell.start.is_empty()).then_some(cell.place.data);
        if self.seen.insert((linked, norms.clone())) {
            let mut cell = Cell { norms, ..cell.clone() };
            set(&mut cell.place);
            self.cells.push(cell);
        }
    }
}
