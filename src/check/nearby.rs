//! Which norms may speak of something in a region, without holding each against it.

use crate::norm::NormId;
use crate::region::Region;
use crate::vocabulary::LeafIndex;

/// Norms by the leaves they speak of.
#[derive(Debug)]
pub(super) struct Nearby {
    /// Per dimension.
    axes: Vec<LeafIndex>,
}

impl Nearby {
    /// The norms with what each speaks of; nothing for one that applies to no request.
    pub(super) fn new(regions: &[Option<Region>]) -> Self {
        let axes = regions.iter().flatten().next().map_or(0, |region| region.sets.len());
        let mut axes: Vec<LeafIndex> = (0..axes).map(|_| LeafIndex::default()).collect();
        for (norm, region) in (0u32..).zip(regions) {
            let sets = region.iter().flat_map(|region| &region.sets);
            axes.iter_mut().zip(sets).for_each(|(axis, set)| axis.add(norm, set));
        }
        Self { axes }
    }

    /// Norms among which are all that speak of something in the region, in order, each once. Of all dimensions the one is asked
    /// that leaves the fewest.
    pub(super) fn of(&self, region: &Region) -> Vec<NormId> {
        let axes = self.axes.iter().zip(&region.sets);
        let fewest = axes.min_by_key(|(axis, set)| axis.count_near(set));
        let mut found: Vec<NormId> = fewest.map_or_else(Vec::new, |(axis, set)| axis.near(set).map(NormId).collect());
        found.sort_unstable();
        found.dedup();
        found
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
