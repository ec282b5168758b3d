//! Numbered sets of leaves by what is in them: those that meet another set are found without holding each against it.

use super::leaf_set::LeafSet;

/// A set of more leaves than this is found by going through all that are as wide.
const NARROW: usize = 8;

/// Numbers of sets, by the leaves of the sets.
#[derive(Debug, Default)]
pub(crate) struct LeafIndex {
    /// Per leaf: the sets of few leaves that hold it.
    narrow: Vec<Vec<u32>>,
    /// The sets of many.
    wide: Vec<u32>,
}

impl LeafIndex {
    /// Adds a set by its number.
    pub(crate) fn add(&mut self, number: u32, set: &LeafSet) {
        if set.len() > NARROW {
            self.wide.push(number);
            return;
        }
        for leaf in set.iter() {
            let leaf = leaf as usize;
            if self.narrow.len() <= leaf {
                self.narrow.resize_with(leaf + 1, Vec::new);
            }
            self.narrow[leaf].push(number);
        }
    }

    /// The numbers of all sets that meet this one, and perhaps of others. Some may come several times.
    pub(crate) fn near(&self, set: &LeafSet) -> impl Iterator<Item = u32> + '_ {
        self.lists(set.ranges().to_vec()).flatten().copied()
    }

    /// How many numbers [`Self::near`] gives.
    pub(crate) fn count_near(&self, set: &LeafSet) -> usize {
        self.lists(set.ranges().to_vec()).map(Vec::len).sum()
    }

    fn lists(&self, ranges: Vec<(u32, u32)>) -> impl Iterator<Item = &Vec<u32>> {
        let narrow = ranges.into_iter().flat_map(|(start, end)| {
            let end = (end as usize).min(self.narrow.len());
            self.narrow.get(start as usize..end).unwrap_or_default()
        });
        narrow.chain([&self.wide])
    }
}
