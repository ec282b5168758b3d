//! A request as a small problem of its own: its cells, the norms that may speak of them, and the conditions that these
//! norms can tell apart.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{Point, Verdict};
use super::bits::Bits;
use super::cells::{self, Cell};
use super::conditions::{Atoms, Formula};
use super::index::{Ask, Index};
use super::position::Position;
use super::verdict::{Settled, settle, verdict};
use crate::norm::{Act, Processing};

/// What is to be decided.
pub(super) struct Problem<'d> {
    pub(super) index: &'d Index,
    /// The strength at which the data is asked about.
    pub(super) strength: u8,
    /// The atoms asserted.
    pub(super) asserted: Bits,
    pub(super) cells: Vec<Spot>,
    pub(super) atoms: Atoms,
    /// 仮名加工情報 may be what the act is done with: no third party may have it, but by statute or as a successor (APPI articles
    /// 41(6), 42(1)).
    may_be_pseudonymous: bool,
    /// The norms that may speak of some cell, by position, and the terms of each.
    norms: Vec<Position>,
    terms: Vec<Terms>,
    links: BTreeMap<usize, Vec<Bits>>,
}

/// A cell with what it needs to be judged.
pub(super) struct Spot {
    pub(super) place: Point,
    start: Bits,
    only_if: Option<Bits>,
    /// The linkings that may be in force here.
    reachable: Bits,
    members: Vec<Member>,
}

/// A norm that may speak of a cell.
struct Member {
    position: Position,
    /// Its place among the norms of the problem.
    index: usize,
    /// It speaks of the data leaf itself.
    directly: bool,
    /// The linkings that bring the leaf under it.
    brought_by: Bits,
    /// The linkings that take the leaf out of it.
    taken_by: Bits,
}

/// The conditions of a norm, as atoms.
struct Terms {
    requires: Vec<Bits>,
    unless: Bits,
}

impl<'d> Problem<'d> {
    pub(super) fn new(index: &'d Index, ask: &Ask<'_>) -> Self {
        Self::of(index, ask, cells::cells(index, ask))
    }

    /// The problem of these cells of a request.
    pub(super) fn of(index: &'d Index, ask: &Ask<'_>, cells: Vec<Cell>) -> Self {
        let mut cells: Vec<Spot> = cells.into_iter().map(|cell| Spot::new(index, cell)).collect();
        let members = cells.iter().flat_map(|cell| &cell.members);
        let mut norms: Vec<Position> = members.map(|member| member.position).collect();
        norms.sort_unstable();
        norms.dedup();
        for member in cells.iter_mut().flat_map(|cell| &mut cell.members) {
            member.index = norms.partition_point(|position| *position < member.position);
        }
        let linkings: BTreeSet<usize> = cells.iter().flat_map(|cell| cell.reachable.iter()).collect();
        let of_norms = norms.iter().flat_map(|position| {
            let unless = index.rule(*position).unless;
            index.requires(*position).iter().copied().chain(unless)
        });
        let of_links = linkings.iter().flat_map(|link| index.links.when(*link).iter().copied());
        let used: BTreeSet<Formula> = of_norms.chain(of_links).collect();
        let atoms = Atoms::of(&index.formulas, &used);
        let masks = |formulas: &[Formula]| formulas.iter().map(|formula| atoms.mask(*formula)).collect::<Vec<_>>();
        Self {
            index,
            strength: ask.strength,
            may_be_pseudonymous: ask.act != Act::Provide
                || ask.asserted.iter().any(|leaf| index.by_statute.contains(*leaf)),
            asserted: atoms.of_leaves(ask.asserted),
            terms: norms
                .iter()
                .map(|position| {
                    let unless = index.rule(*position).unless;
                    Terms {
                        requires: masks(index.requires(*position)),
                        unless: unless.map(|formula| atoms.mask(formula)).unwrap_or_default(),
                    }
                })
                .collect(),
            norms,
            links: linkings
                .iter()
                .map(|link| (*link, masks(index.links.when(*link))))
                .collect(),
            cells,
            atoms,
        }
    }

    /// What the norms make of a cell; `None` where it is not asked about under these conditions.
    pub(super) fn judge(&self, cell: &Spot, strength: u8, asserted: &Bits) -> Option<Settled<Position>> {
        let applied = self.applied(cell, strength, asserted)?;
        Some(settle(self.index, &applied))
    }

    /// The verdict alone, which needs no memory unless some norm that applies declares an order.
    pub(super) fn verdict(&self, cell: &Spot, strength: u8, asserted: &Bits) -> Option<Verdict> {
        let mut ordered = false;
        let verdict = verdict(self.applying(cell, strength, asserted)?.map(|member| {
            let rule = self.index.rule(member.position);
            ordered |= rule.involved;
            (rule.refuses, rule.rank)
        }));
        match ordered {
            true => self.judge(cell, strength, asserted).map(|settled| settled.verdict),
            false => Some(verdict),
        }
    }

    /// The norms that apply to a cell, by position; `None` where it is not asked about under these conditions.
    pub(super) fn applied(&self, cell: &Spot, strength: u8, asserted: &Bits) -> Option<Vec<Position>> {
        let applying = self.applying(cell, strength, asserted)?;
        Some(applying.map(|member| member.position).collect())
    }

    fn applying<'p>(
        &'p self,
        cell: &'p Spot,
        strength: u8,
        asserted: &'p Bits,
    ) -> Option<impl Iterator<Item = &'p Member> + 'p> {
        let in_force = self.in_force(cell, asserted);
        if cell.only_if.as_ref().is_some_and(|links| !links.intersects(&in_force)) {
            return None;
        }
        let members = cell.members.iter();
        Some(members.filter(move |member| member.matches(&in_force) && self.applies(member, strength, asserted)))
    }

    fn applies(&self, member: &Member, strength: u8, asserted: &Bits) -> bool {
        let terms = &self.terms[member.index];
        self.index.rule(member.position).speaks_of(strength)
            && !terms.unless.intersects(asserted)
            && terms.requires.iter().all(|any| any.intersects(asserted))
    }

    fn in_force(&self, cell: &Spot, asserted: &Bits) -> Bits {
        if cell.start.is_empty() {
            return Bits::default();
        }
        let masks = &self.links;
        self.index.links.in_force(&cell.start, |link| {
            masks[&link].iter().all(|any| any.intersects(asserted))
        })
    }

    /// Atoms of which at least one must be asserted before the cell can be permitted, if it is not now.
    ///
    /// With none of them asserted the linkings stay as they are, the permits that apply are those that apply now or
    /// fewer, and the refusals that apply are those that apply now or more. Of formulas that must all hold the first that
    /// does not is enough for that.
    pub(super) fn helpful(&self, cell: &Spot, strength: u8, asserted: &Bits) -> Bits {
        let in_force = self.in_force(cell, asserted);
        let mut helpful = Bits::default();
        let mut add_unmet = |formulas: &[Bits]| {
            if let Some(first) = formulas.iter().find(|any| !any.intersects(asserted)) {
                helpful.union_with(first);
            }
        };
        for link in cell.reachable.iter() {
            add_unmet(&self.links[&link]);
        }
        for member in cell.members.iter().filter(|member| member.matches(&in_force)) {
            let rule = self.index.rule(member.position);
            let terms = &self.terms[member.index];
            if !rule.speaks_of(strength) {
                continue;
            }
            if rule.refuses {
                if self.applies(member, strength, asserted) {
                    add_unmet(std::slice::from_ref(&terms.unless));
                }
            } else if !terms.unless.intersects(asserted) {
                add_unmet(&terms.requires);
            }
        }
        helpful
    }

    /// The atoms that a norm still asks for.
    pub(super) fn unmet(&self, position: Position) -> Bits {
        let mut unmet = Bits::default();
        let index = self.norms.partition_point(|known| *known < position);
        for any in &self.terms[index].requires {
            if !any.intersects(&self.asserted) {
                unmet.union_with(any);
            }
        }
        unmet
    }

    /// The atoms of linkings without which none of some norms speaks of the cell.
    pub(super) fn bringing(&self, cell: &Spot, norms: &[Position], asserted: &Bits) -> Bits {
        let links = cell.reachable.iter().flat_map(|link| &self.links[&link]);
        let atoms = links.fold(Bits::default(), |mut atoms, any| {
            atoms.union_with(any);
            atoms
        });
        let is_needed = |atom: &usize| {
            let without: Bits = asserted.iter().filter(|other| other != atom).collect();
            let in_force = self.in_force(cell, &without);
            let mut members = cell.members.iter();
            !members.any(|member| norms.contains(&member.position) && member.matches(&in_force))
        };
        atoms.intersection(asserted).iter().filter(is_needed).collect()
    }

    /// The strengths above the request's own at which something may change, weakest first.
    pub(super) fn stronger(&self) -> BTreeSet<u8> {
        let strengths = self.norms.iter().map(|position| {
            let rule = self.index.rule(*position);
            rule.processing.strength() + u8::from(rule.refuses)
        });
        strengths
            .map(|strength| match strength {
                1 if !self.may_be_pseudonymous => 2,
                strength => strength,
            })
            .filter(|strength| *strength > self.strength && *strength <= Processing::STRONGEST)
            .collect()
    }
}

impl Spot {
    fn new(index: &Index, cell: Cell) -> Self {
        let reachable = index.links.in_force(&cell.start, |_| true);
        let members = cell
            .norms
            .iter()
            .filter_map(|position| Member::new(index, *position, cell.place.data, &reachable))
            .collect();
        Self {
            place: cell.place,
            start: cell.start,
            only_if: cell.only_if,
            reachable,
            members,
        }
    }
}

impl Member {
    fn new(index: &Index, position: Position, leaf: u32, reachable: &Bits) -> Option<Self> {
        let directly = index.covered(position).contains(leaf);
        if reachable.is_empty() {
            return Some(Self {
                position,
                index: 0,
                directly,
                brought_by: Bits::default(),
                taken_by: Bits::default(),
            });
        }
        let excepted = index.excepted(position);
        let leading = |set: &crate::vocabulary::LeafSet| {
            let leads_in = |link: &usize| set.contains(index.links.target(*link));
            reachable.iter().filter(leads_in).collect::<Bits>()
        };
        (!excepted.contains(leaf)).then(|| Self {
            position,
            index: 0,
            directly,
            brought_by: leading(index.covered(position)),
            taken_by: leading(excepted),
        })
    }

    fn matches(&self, in_force: &Bits) -> bool {
        (self.directly || self.brought_by.intersects(in_force)) && !self.taken_by.intersects(in_force)
    }
}

/// The strictest verdict of some cells, and the first of them that has it.
pub(super) fn strictest(problem: &Problem<'_>) -> (Verdict, Option<usize>) {
    let mut worst = (Verdict::Permitted, None);
    for (index, cell) in problem.cells.iter().enumerate() {
        if let Some(verdict) = problem.verdict(cell, problem.strength, &problem.asserted)
            && verdict > worst.0
        {
            worst = (verdict, Some(index));
        }
    }
    worst
}
