//! Step 1: products of leaf sets on which the same norms may speak.

use std::ops::ControlFlow;

use super::axis::DATA;
use super::member::Member;
use super::partition::classes;
use super::product::Region;
use super::rule::RuleId;
use super::space::Space;
use crate::decide::bits::Bits;
use crate::norm::ActSet;
use crate::vocabulary::LeafSet;

/// Requests that the same norms may speak of, whatever the strength of the data and the conditions.
#[derive(Debug)]
pub(crate) struct Cell<'s> {
    pub(super) space: &'s Space,
    /// The requests.
    pub(crate) region: Region,
    /// The norms, in the order of the space.
    pub(crate) members: Vec<Member>,
    /// Per policy: the linkings that start at the data.
    pub(super) starts: Vec<Bits>,
}

impl Cell<'_> {
    /// Whether linkings start at the data, so that conditions say which norms reach it.
    pub(crate) fn is_linked(&self) -> bool {
        self.starts.iter().any(|start| !start.is_empty())
    }

    /// How much was made of cells of its space, in nodes of diagrams, since this was last asked.
    pub(crate) fn take_work(&self) -> usize {
        usize::try_from(self.space.take_work()).unwrap_or(usize::MAX)
    }
}

/// What is done with the cells.
pub(crate) trait Visitor {
    /// Whether to look into a region on which at most these norms speak. Asked again and again as regions get smaller.
    fn enter(&mut self, region: &Region, members: &[RuleId]) -> bool;

    /// Sees a cell; breaks when it has seen enough.
    fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()>;
}

impl Space {
    /// Shows the visitor every cell of the region on which some of the norms may speak, in a fixed order. Norms that
    /// are not given are as good as not there.
    pub(crate) fn walk(&self, region: &Region, norms: &[RuleId], visitor: &mut impl Visitor) -> ControlFlow<()> {
        for (acts, norms) in self.by_acts(region, norms) {
            let region = Region { acts, ..region.clone() };
            if !visitor.enter(&region, &norms) {
                continue;
            }
            for data in self.by_data(region.data(), &norms) {
                let region = region.with(DATA, data.leaves.clone());
                let chosen: Vec<u32> = (0..data.members.len() as u32).collect();
                self.narrow(
                    &Narrowing {
                        data: &data,
                        at: DATA + 1,
                    },
                    region,
                    chosen,
                    visitor,
                )?;
            }
        }
        ControlFlow::Continue(())
    }

    /// The acts of the region, those together that the same norms are about.
    fn by_acts(&self, region: &Region, norms: &[RuleId]) -> Vec<(ActSet, Vec<RuleId>)> {
        let mut found: Vec<(ActSet, Vec<RuleId>)> = Vec::new();
        for act in region.acts.iter() {
            let about = |id: &&RuleId| self.rule(**id).region.acts.contains(act);
            let norms: Vec<RuleId> = norms.iter().filter(about).copied().collect();
            if norms.is_empty() {
                continue;
            }
            match found.iter_mut().find(|(_, known)| *known == norms) {
                Some((acts, _)) => *acts = acts.with(act),
                None => found.push((ActSet::single(act), norms)),
            }
        }
        found
    }

    fn by_data(&self, leaves: &LeafSet, norms: &[RuleId]) -> Vec<ByData> {
        let starts = LeafSet::union_all(self.sides.iter().map(|side| side.links.starts()));
        let sets: Vec<&LeafSet> = norms.iter().map(|id| self.rule(*id).region.data()).collect();
        let direct = |number: u32| Member {
            id: norms[number as usize],
            directly: true,
            brought_by: Bits::default(),
            taken_by: Bits::default(),
        };
        let mut found: Vec<ByData> = classes(&leaves.difference(&starts), &sets)
            .into_iter()
            .map(|(leaves, numbers)| ByData {
                leaves,
                members: numbers.into_iter().map(direct).collect(),
                starts: vec![Bits::default(); self.sides.len()],
            })
            .collect();
        // Leaves of the same norms, exceptions and linkings are reached alike.
        let excepted = norms.iter().map(|id| &self.rule(*id).excepted);
        let origins = self.sides.iter().flat_map(|side| side.links.origins());
        let telling: Vec<&LeafSet> = sets.into_iter().chain(excepted).chain(origins).collect();
        for (leaves, _) in classes(&leaves.intersection(&starts), &telling) {
            self.add_linked(&leaves, norms, &mut found);
        }
        found
    }

    /// Adds data leaves that the same linkings start at and the same norms name, to the class of those that the same norms reach in
    /// the same ways.
    fn add_linked(&self, leaves: &LeafSet, norms: &[RuleId], found: &mut Vec<ByData>) {
        // INVARIANT: no class is empty.
        let leaf = leaves.first().unwrap_or_default();
        let starts: Vec<Bits> = (self.sides.iter()).map(|side| side.links.starting_at(leaf)).collect();
        let reachable: Vec<Vec<(usize, u32)>> = (self.sides.iter().zip(&starts))
            .map(|(side, start)| {
                let links = side.links.in_force(start, |_| true);
                links.iter().map(|link| (link, side.links.target(link))).collect()
            })
            .collect();
        let members: Vec<Member> = norms
            .iter()
            .filter_map(|id| {
                let side = usize::from(id.side);
                self.linked_member(*id, leaf, &reachable[side])
            })
            .collect();
        if members.is_empty() {
            return;
        }
        let alike = |known: &&mut ByData| known.starts == starts && known.members == members;
        match found.iter_mut().find(alike) {
            Some(known) => known.leaves = known.leaves.union(leaves),
            None => found.push(ByData {
                leaves: leaves.clone(),
                members,
                starts,
            }),
        }
    }

    /// A norm at a data leaf; `reachable` are the linkings that lead on from there, with the leaves they lead to.
    fn linked_member(&self, id: RuleId, leaf: u32, reachable: &[(usize, u32)]) -> Option<Member> {
        let rule = self.rule(id);
        if rule.excepted.contains(leaf) {
            return None;
        }
        let leading = |set: &LeafSet| -> Bits {
            let leading = reachable.iter().filter(|(_, to)| set.contains(*to));
            leading.map(|(link, _)| *link).collect()
        };
        let directly = rule.region.data().contains(leaf);
        let brought_by = leading(rule.region.data());
        (directly || !brought_by.is_empty()).then(|| Member {
            id,
            directly,
            brought_by,
            taken_by: leading(&rule.excepted),
        })
    }

    /// Divides by the other dimensions, one after the other.
    fn narrow(
        &self,
        narrowing: &Narrowing<'_>,
        region: Region,
        chosen: Vec<u32>,
        visitor: &mut impl Visitor,
    ) -> ControlFlow<()> {
        let id = |number: &u32| narrowing.data.members[*number as usize].id;
        if !visitor.enter(&region, &chosen.iter().map(id).collect::<Vec<_>>()) {
            return ControlFlow::Continue(());
        }
        let axis = narrowing.at;
        if axis == self.axes {
            return visitor.cell(&Cell {
                space: self,
                region,
                members: (chosen
                    .iter()
                    .map(|number| narrowing.data.members[*number as usize].clone()))
                .collect(),
                starts: narrowing.data.starts.clone(),
            });
        }
        let next = Narrowing {
            at: axis + 1,
            ..*narrowing
        };
        let sets: Vec<&LeafSet> = (chosen.iter())
            .map(|number| &self.rule(id(number)).region.sets[axis])
            .collect();
        for (leaves, numbers) in classes(&region.sets[axis], &sets) {
            let part = region.with(axis, leaves);
            let chosen = numbers.into_iter().map(|number| chosen[number as usize]).collect();
            self.narrow(&next, part, chosen, visitor)?;
        }
        ControlFlow::Continue(())
    }
}

/// Data leaves that the same norms reach in the same ways.
struct ByData {
    leaves: LeafSet,
    members: Vec<Member>,
    starts: Vec<Bits>,
}

/// How far a region was divided already.
#[derive(Clone, Copy)]
struct Narrowing<'d> {
    data: &'d ByData,
    /// The next dimension.
    at: usize,
}
