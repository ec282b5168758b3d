//! A request as a small problem of its own: its cells, the norms that may speak of them, and the conditions that these
//! norms can tell apart.

mod duty;

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{Point, Verdict};
use super::bits::Bits;
use super::cells::{self, Cell};
use super::conditions::{Atoms, Formula};
use super::index::{Ask, Index};
use super::position::Position;
use super::verdict::{Settled, settle, verdict};
use crate::norm::{Act, NormId, Processing};
use crate::vocabulary::LeafSet;

/// What is to be decided.
pub(super) struct Problem<'d> {
    pub(super) index: &'d Index,
    /// The strength at which the data is asked about.
    pub(super) strength: u8,
    /// The atoms that hold.
    pub(super) held: Held,
    /// The same in the reading in which most is permitted.
    pub(super) loosest: Held,
    /// The atoms of the duty by law: no refusal applies while one of them surely holds.
    duty: Bits,
    /// The condition leaves that are denied or withdrawn, or a duty by law that no norm names, and the atoms that nobody can assert therefore.
    barred: LeafSet,
    /// The duty by law where no norm names it, as far as it may be asserted: whatever 法令 permits it permits as well.
    implied_duty: LeafSet,
    unassertable: Bits,
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

/// Which atoms surely hold, and which possibly do: the same and perhaps more.
///
/// Whoever permits reads what is sure and whoever refuses what is possible; of what takes a norm away the other one. So a
/// request that is sure of less, or leaves more possible, is permitted by fewer norms and refused by more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) surely: Bits,
    pub(super) possibly: Bits,
}

/// What may be known besides: atoms that are asserted as well, and atoms that are ruled out.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Further {
    pub(super) asserted: Bits,
    pub(super) ruled_out: Bits,
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
    /// What lifts it: what its clause says, and the duty by law where it refuses.
    unless: Bits,
}

impl Held {
    /// With what is known besides.
    pub(super) fn with(&self, further: &Further) -> Self {
        let add = |held: &Bits| {
            let mut held = held.clone();
            held.union_with(&further.asserted);
            held
        };
        Self {
            surely: add(&self.surely),
            possibly: match further.ruled_out.is_empty() {
                true => add(&self.possibly),
                false => add(&self.possibly).without(&further.ruled_out),
            },
        }
    }

    /// What has to hold before a norm speaks, and what takes it away.
    fn read_by(&self, refuses: bool) -> (&Bits, &Bits) {
        match refuses {
            true => (&self.possibly, &self.surely),
            false => (&self.surely, &self.possibly),
        }
    }
}

impl Further {
    pub(super) fn is_empty(&self) -> bool {
        self.asserted.is_empty() && self.ruled_out.is_empty()
    }

    pub(super) fn is_subset(&self, other: &Self) -> bool {
        self.asserted.is_subset(&other.asserted) && self.ruled_out.is_subset(&other.ruled_out)
    }

    /// Adds what would make formulas hold that must all hold.
    fn meet(&mut self, formulas: &[Bits], held: &Held) {
        if let Some(first) = formulas.iter().find(|any| !any.intersects(&held.surely)) {
            self.asserted.union_with(first);
        }
    }

    /// Adds what would keep one of some formulas from holding that all hold, perhaps. What is asserted cannot be ruled out.
    fn break_off(&mut self, formulas: &[Bits], asserted: &Bits, held: &Held) {
        let may_be_ruled_out = |any: &&Bits| !any.intersects(&held.surely) && !any.intersects(asserted);
        for any in formulas.iter().filter(may_be_ruled_out) {
            let first = any.intersection(&held.possibly).iter().next();
            self.ruled_out.union_with(&first.into_iter().collect());
        }
    }

    /// This with one atom more of those that are offered, each in turn.
    pub(super) fn grown<'s>(&'s self, offered: &'s Self) -> impl Iterator<Item = Self> + 's {
        let asserted = offered.asserted.iter().filter(|atom| !self.ruled_out.contains(*atom));
        let asserted = asserted.map(|atom| Self {
            asserted: self.asserted.with(atom),
            ruled_out: self.ruled_out.clone(),
        });
        let ruled_out = offered.ruled_out.iter().map(|atom| Self {
            asserted: self.asserted.clone(),
            ruled_out: self.ruled_out.with(atom),
        });
        asserted.chain(ruled_out)
    }

    /// This with one atom less, each in turn.
    pub(super) fn shrunk(&self) -> Vec<Self> {
        let less = |from: &Bits, atom: usize| -> Bits { from.iter().filter(|member| *member != atom).collect() };
        let asserted = self.asserted.iter().map(|atom| Self {
            asserted: less(&self.asserted, atom),
            ruled_out: self.ruled_out.clone(),
        });
        let ruled_out = self.ruled_out.iter().map(|atom| Self {
            asserted: self.asserted.clone(),
            ruled_out: less(&self.ruled_out, atom),
        });
        asserted.chain(ruled_out).collect()
    }
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
        let mut used: BTreeSet<Formula> = of_norms.chain(of_links).collect();
        let tells_duty = index.formulas.name_duty(&used);
        used.insert(index.formulas.duty());
        let atoms = Atoms::of(&index.formulas, &used);
        let duty = atoms.mask(index.formulas.duty());
        let mut barred = ask
            .further
            .map_or_else(LeafSet::empty, |further| further.barred.clone());
        // It lifts every refusal and permits nothing by itself: it would stand in every answer.
        let mut implied_duty = LeafSet::empty();
        if !tells_duty {
            implied_duty = index.duty.leaves.difference(&barred);
            barred = barred.union(&index.duty.leaves);
        }
        let unassertable = match barred.is_empty() {
            true => Bits::default(),
            false => atoms.below(&barred),
        };
        let surely = atoms.of_leaves(ask.asserted);
        let held = Held {
            possibly: match ask.possible() {
                Some(possible) => atoms.of_set(possible),
                None => surely.clone(),
            },
            surely,
        };
        let loosest = match ask.further {
            Some(further) => Held {
                surely: match tells_duty || index.is_by_duty(ask) {
                    true => atoms.of_set(&further.loosest.0),
                    false => atoms.of_set(&further.loosest.0.difference(&index.duty.leaves)),
                },
                possibly: atoms.of_set(&further.loosest.1),
            },
            None => held.clone(),
        };
        let masks = |formulas: &[Formula]| formulas.iter().map(|formula| atoms.mask(*formula)).collect::<Vec<_>>();
        Self {
            index,
            strength: ask.strength,
            may_be_pseudonymous: ask.act != Act::Provide
                || ask.asserted.iter().any(|leaf| index.by_statute.contains(*leaf)),
            held,
            loosest,
            terms: norms
                .iter()
                .map(|position| {
                    let rule = index.rule(*position);
                    let mut unless = rule.unless.map(|formula| atoms.mask(formula)).unwrap_or_default();
                    if rule.refuses {
                        unless.union_with(&duty);
                    }
                    Terms {
                        requires: masks(index.requires(*position)),
                        unless,
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
            duty,
            barred,
            implied_duty,
            unassertable,
        }
    }

    /// The leaves of some atoms that may be asserted.
    pub(super) fn assertable(&self, atoms: &Bits) -> LeafSet {
        self.leaves(atoms).difference(&self.barred)
    }

    /// The leaves of some atoms.
    pub(super) fn leaves(&self, atoms: &Bits) -> LeafSet {
        LeafSet::union_all(atoms.iter().map(|atom| self.atoms.leaves(atom)))
    }

    /// What the norms make of a cell; `None` where it is not asked about under these conditions.
    pub(super) fn judge(&self, cell: &Spot, strength: u8, held: &Held) -> Option<Settled<Position>> {
        let applied = self.applied(cell, strength, held)?;
        Some(settle(self.index, &applied))
    }

    /// The verdict alone, which needs no memory unless some norm that applies declares an order.
    pub(super) fn verdict(&self, cell: &Spot, strength: u8, held: &Held) -> Option<Verdict> {
        let mut ordered = false;
        let verdict = verdict(self.applying(cell, strength, held)?.map(|member| {
            let rule = self.index.rule(member.position);
            ordered |= rule.involved;
            (rule.refuses, rule.rank)
        }));
        match ordered {
            true => self.judge(cell, strength, held).map(|settled| settled.verdict),
            false => Some(verdict),
        }
    }

    /// The norms that apply to a cell, by position; `None` where it is not asked about under these conditions.
    pub(super) fn applied(&self, cell: &Spot, strength: u8, held: &Held) -> Option<Vec<Position>> {
        let applying = self.applying(cell, strength, held)?;
        Some(applying.map(|member| member.position).collect())
    }

    fn applying<'p>(
        &'p self,
        cell: &'p Spot,
        strength: u8,
        held: &'p Held,
    ) -> Option<impl Iterator<Item = &'p Member> + 'p> {
        let links = self.links_in_force(cell, held);
        // What possibly counts as something asked about is asked about.
        if cell
            .only_if
            .as_ref()
            .is_some_and(|wanted| !wanted.intersects(&links.possibly))
        {
            return None;
        }
        let members = cell.members.iter();
        Some(members.filter(move |member| {
            let refuses = self.index.rule(member.position).refuses;
            member.matches(links.read_by(refuses)) && self.applies(member, strength, held)
        }))
    }

    fn applies(&self, member: &Member, strength: u8, held: &Held) -> bool {
        let terms = &self.terms[member.index];
        let rule = self.index.rule(member.position);
        let (wanted, lifting) = held.read_by(rule.refuses);
        rule.speaks_of(strength)
            && !terms.unless.intersects(lifting)
            && terms.requires.iter().all(|any| any.intersects(wanted))
    }

    /// The linkings that surely are in force in a cell, and those that possibly are.
    fn links_in_force(&self, cell: &Spot, held: &Held) -> Held {
        if cell.start.is_empty() {
            return Held {
                surely: Bits::default(),
                possibly: Bits::default(),
            };
        }
        let masks = &self.links;
        let in_force = |held: &Bits| {
            let is_on = |link: usize| masks[&link].iter().all(|any| any.intersects(held));
            self.index.links.in_force(&cell.start, is_on)
        };
        Held {
            surely: in_force(&held.surely),
            possibly: in_force(&held.possibly),
        }
    }

    /// Atoms of which at least one must be asserted, or ruled out, before the cell can be permitted, if it is not now.
    ///
    /// With none of them asserted or ruled out the linkings stay as they are, the permits that apply are those that apply now
    /// or fewer, and the refusals that apply are those that apply now or more. Of formulas that must all hold the first that
    /// does not is enough for that; of atoms that must all be ruled out, the first.
    pub(super) fn helpful(&self, cell: &Spot, strength: u8, held: &Held) -> Further {
        let links = self.links_in_force(cell, held);
        let mut helpful = Further::default();
        for link in cell.reachable.iter() {
            helpful.meet(&self.links[&link], held);
            helpful.break_off(&self.links[&link], &self.loosest.possibly, held);
        }
        for member in &cell.members {
            let rule = self.index.rule(member.position);
            let terms = &self.terms[member.index];
            if !rule.speaks_of(strength) || !member.matches(links.read_by(rule.refuses)) {
                continue;
            }
            let unless = std::slice::from_ref(&terms.unless);
            if rule.refuses {
                if self.applies(member, strength, held) {
                    helpful.meet(unless, held);
                    helpful.break_off(&terms.requires, &self.loosest.possibly, held);
                }
            } else if terms.unless.intersects(&held.possibly) {
                helpful.break_off(unless, &self.loosest.possibly, held);
            } else {
                helpful.meet(&terms.requires, held);
            }
        }
        if !self.unassertable.is_empty() {
            helpful.asserted = helpful.asserted.without(&self.unassertable);
        }
        helpful
    }

    /// Atoms of which at least one must be asserted before the cell can be anything but permitted, if it is permitted now.
    ///
    /// With none of them asserted what is possibly linked stays as it is, the permits that apply are those that apply now or more,
    /// and the refusals that apply are those that apply now or fewer.
    pub(super) fn harmful(&self, cell: &Spot, strength: u8, held: &Held) -> Bits {
        let links = self.links_in_force(cell, held);
        let mut harmful = Bits::default();
        let mut add_unmet = |formulas: &[Bits]| {
            if let Some(first) = formulas.iter().find(|any| !any.intersects(&held.possibly)) {
                harmful.union_with(first);
            }
        };
        for link in cell.reachable.iter() {
            add_unmet(&self.links[&link]);
        }
        for member in &cell.members {
            let rule = self.index.rule(member.position);
            let terms = &self.terms[member.index];
            if !rule.speaks_of(strength) || !member.matches(links.read_by(rule.refuses)) {
                continue;
            }
            if !rule.refuses {
                if self.applies(member, strength, held) {
                    add_unmet(std::slice::from_ref(&terms.unless));
                }
            } else if !terms.unless.intersects(&held.surely) {
                add_unmet(&terms.requires);
            }
        }
        match self.unassertable.is_empty() {
            true => harmful,
            false => harmful.without(&self.unassertable),
        }
    }

    /// The norms at some positions, in the order of the policy.
    pub(super) fn norms_at(&self, positions: &BTreeSet<Position>) -> Vec<NormId> {
        let norms = positions.iter().map(|position| self.index.rule(*position).norm);
        let mut norms: Vec<NormId> = norms.collect();
        norms.sort_unstable();
        norms
    }

    /// The atoms that a norm still asks for.
    pub(super) fn unmet(&self, position: Position) -> Bits {
        let mut unmet = Bits::default();
        let index = self.norms.partition_point(|known| *known < position);
        for any in &self.terms[index].requires {
            if !any.intersects(&self.held.surely) {
                unmet.union_with(any);
            }
        }
        unmet
    }

    /// The atoms of linkings without which none of some norms speaks of the cell.
    pub(super) fn bringing(&self, cell: &Spot, norms: &[Position], held: &Held) -> Bits {
        let links = cell.reachable.iter().flat_map(|link| &self.links[&link]);
        let atoms = links.fold(Bits::default(), |mut atoms, any| {
            atoms.union_with(any);
            atoms
        });
        let is_needed = |atom: &usize| {
            let without = |held: &Bits| held.iter().filter(|other| other != atom).collect();
            let links = self.links_in_force(
                cell,
                &Held {
                    surely: without(&held.surely),
                    possibly: without(&held.possibly),
                },
            );
            let mut members = cell.members.iter();
            !members.any(|member| {
                let refuses = self.index.rule(member.position).refuses;
                norms.contains(&member.position) && member.matches(links.read_by(refuses))
            })
        };
        atoms.intersection(&held.surely).iter().filter(is_needed).collect()
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
        let leading = |set: &LeafSet| {
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

    fn matches(&self, (bringing, taking): (&Bits, &Bits)) -> bool {
        (self.directly || self.brought_by.intersects(bringing)) && !self.taken_by.intersects(taking)
    }
}

/// The strictest verdict of some cells, and the first of them that has it.
pub(super) fn strictest(problem: &Problem<'_>) -> (Verdict, Option<usize>) {
    let mut worst = (Verdict::Permitted, None);
    for (index, cell) in problem.cells.iter().enumerate() {
        if let Some(verdict) = problem.verdict(cell, problem.strength, &problem.held)
            && verdict > worst.0
        {
            worst = (verdict, Some(index));
        }
    }
    worst
}
