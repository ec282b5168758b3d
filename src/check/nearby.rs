//! Which norms may speak of something in a region, without holding each against it.

use crate::norm::NormId;
use crate::region::Region;
use crate::vocabulary::LeafSet;

/// A set of more leaves than this is found by going through all that are as wide.
const NARROW: usize = 8;

/// Norms by the leaves they speak of.
#[derive(Debug)]
pub(super) struct Nearby {
    /// Per dimension.
    axes: Vec<Leaves>,
}

/// Norms by the leaves of one dimension.
#[derive(Debug, Default)]
struct Leaves {
    /// Per leaf: the norms that speak of it and of few others.
    narrow: Vec<Vec<NormId>>,
    /// The norms that speak of many.
    wide: Vec<NormId>,
}

impl Nearby {
    /// The norms with what each speaks of; nothing for one that applies to no request.
    pub(super) fn new(regions: &[Option<Region>]) -> Self {
        let axes = regions.iter().flatten().next().map_or(0, |region| region.sets.len());
        Self {
            axes: (0..axes).map(|axis| Leaves::new(regions, axis)).collect(),
        }
    }

    /// Norms among which are all that speak of something in the region, in order, each once. Of all dimensions the one is asked
    /// that leaves the fewest.
    pub(super) fn of(&self, region: &Region) -> Vec<NormId> {
        let fewest = self
            .axes
            .iter()
            .zip(&region.sets)
            .min_by_key(|(leaves, set)| leaves.count(set));
        let mut found = fewest.map_or_else(Vec::new, |(leaves, set)| leaves.of(set));
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Leaves {
    fn new(regions: &[Option<Region>], axis: usize) -> Self {
        let mut found = Self::default();
        for (index, region) in regions.iter().enumerate() {
            let Some(region) = region else { continue };
            let (norm, set) = (NormId(index as u32), &region.sets[axis]);
            if set.len() > NARROW {
                found.wide.push(norm);
                continue;
            }
            for leaf in set.iter() {
                let leaf = leaf as usize;
                if found.narrow.len() <= leaf {
                    found.narrow.resize_with(leaf + 1, Vec::new);
                }
                found.narrow[leaf].push(norm);
            }
        }
        found
    }

    fn lists(&self, set: &LeafSet) -> impl Iterator<Item = &Vec<NormId>> {
        let narrow = (set.ranges().iter()).flat_map(|(start, end)| {
            let end = (*end as usize).min(self.narrow.len());
            self.narrow.get(*start as usize..end).unwrap_or_default()
        });
        narrow.chain([&self.wide])
    }

    fn count(&self, set: &LeafSet) -> usize {
        self.lists(set).map(Vec::len).sum()
    }

    fn of(&self, set: &LeafSet) -> Vec<NormId> {
        self.lists(set).flatten().copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::norm::ActSet;
    use crate::vocabulary::LeafSet;

    fn set() -> impl Strategy<Value = LeafSet> {
        proptest::collection::btree_set(0u32..24, 1..20).prop_map(|leaves| leaves.into_iter().collect())
    }

    fn region() -> impl Strategy<Value = Region> {
        proptest::collection::vec(set(), 3).prop_map(|sets| Region {
            acts: ActSet::ALL,
            sets,
        })
    }

    proptest! {
        #[test]
        fn none_that_meets_the_region_is_missed(
            regions in proptest::collection::vec(proptest::option::of(region()), 0..12),
            asked in region(),
        ) {
            let found = Nearby::new(&regions).of(&asked);
            let meets = |norm: &NormId| regions[norm.0 as usize].as_ref().is_some_and(|one| one.intersects(&asked));
            let all = (0..regions.len() as u32).map(NormId);
            prop_assert_eq!(
                found.iter().copied().filter(meets).collect::<Vec<_>>(),
                all.filter(meets).collect::<Vec<_>>()
            );
        }
    }
}
