//! Leaves that nothing tells apart, in classes.

use std::collections::{BTreeMap, BTreeSet};

use crate::vocabulary::LeafSet;

/// The classes of the leaves of one dimension, numbered by their first leaves.
#[derive(Debug)]
pub(super) struct Classes {
    /// Per leaf its class.
    of: Vec<u32>,
    /// Per class its first leaf.
    firsts: Vec<u32>,
}

impl Classes {
    /// Puts leaves in one class unless one of the sets tells them apart.
    pub(super) fn build<'s>(leaves: usize, sets: impl IntoIterator<Item = &'s LeafSet>) -> Self {
        let distinct: BTreeSet<&LeafSet> = sets.into_iter().collect();
        let mut of = vec![0; leaves];
        let mut count = 1;
        for set in distinct {
            let mut inside: BTreeMap<u32, u32> = BTreeMap::new();
            for leaf in set.iter() {
                let class = &mut of[leaf as usize];
                *class = *inside.entry(*class).or_insert_with(|| {
                    count += 1;
                    count - 1
                });
            }
        }
        let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
        let mut firsts = Vec::new();
        for (leaf, class) in of.iter_mut().enumerate() {
            *class = *numbers.entry(*class).or_insert_with(|| {
                firsts.push(leaf as u32);
                firsts.len() as u32 - 1
            });
        }
        Self { of, firsts }
    }

    /// The first leaf of each leaf's class.
    pub(super) fn first_of_each(&self) -> impl Iterator<Item = u32> + '_ {
        self.of.iter().map(|class| self.firsts[*class as usize])
    }

    /// The first leaves of the classes that the set has leaves of, in order.
    pub(super) fn firsts_in(&self, set: &LeafSet) -> BTreeSet<u32> {
        set.iter()
            .map(|leaf| self.firsts[self.of[leaf as usize] as usize])
            .collect()
    }

    /// The first leaves of all classes.
    pub(super) fn firsts(&self) -> &[u32] {
        &self.firsts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_are_together_until_a_set_tells_them_apart() {
        let sets = [LeafSet::range(1, 4), LeafSet::range(2, 3)];
        let classes = Classes::build(5, &sets);
        assert_eq!(classes.firsts(), [0, 1, 2]);
        assert_eq!(classes.first_of_each().collect::<Vec<_>>(), [0, 1, 2, 1, 0]);
        assert_eq!(classes.firsts_in(&LeafSet::range(3, 5)), BTreeSet::from([0, 1]));
    }
}
