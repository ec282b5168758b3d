//! Which norms speak of a leaf: one row of bits per leaf, stored sparsely.
//!
//! Leaves that the same norms speak of share a row. Of a row only the words that are not zero are kept, found by a
//! summary with one bit per word; norms that speak of every leaf stand once, beside all rows. So twenty thousand norms
//! over as many leaves cost what their scopes say, not their product.

use super::bits::Ones;
use super::position::Position;
use crate::vocabulary::LeafSet;

/// The rows of one dimension. Bit n of a row is the norm at position n of the index.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    class_of: Vec<u32>,
    /// Summary words per row.
    blocks: usize,
    summaries: Vec<u64>,
    /// Per summary word, where its words start in `words`.
    starts: Vec<u32>,
    words: Vec<u64>,
    everywhere: Dense,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'r> {
    summaries: &'r [u64],
    starts: &'r [u32],
    words: &'r [u64],
    everywhere: &'r Dense,
}

/// A row that keeps all its words.
#[derive(Debug, Clone)]
pub(super) struct Dense {
    pub(super) words: Vec<u64>,
    pub(super) blocks: Vec<u64>,
}

impl Dense {
    /// No norm of `count`.
    pub(super) fn empty(count: usize) -> Self {
        let words = count.div_ceil(64);
        Self {
            words: vec![0; words],
            blocks: vec![0; words.div_ceil(64)],
        }
    }

    pub(super) fn insert(&mut self, position: Position) {
        let position = position.index();
        self.words[position / 64] |= 1 << (position % 64);
        self.blocks[position / 4096] |= 1 << (position / 64 % 64);
    }

    fn remove(&mut self, position: Position) {
        let position = position.index();
        let word = &mut self.words[position / 64];
        *word &= !(1 << (position % 64));
        if *word == 0 {
            self.blocks[position / 4096] &= !(1 << (position / 64 % 64));
        }
    }
}

impl Rows {
    /// Builds the rows of `leaves` leaves from the set that each norm speaks of, in the order of positions.
    pub(super) fn build(leaves: usize, sets: &[&LeafSet]) -> Self {
        let count = sets.len();
        let mut everywhere = Dense::empty(count);
        // What begins and what ends at a leaf.
        let mut begins: Vec<(u32, Position)> = Vec::new();
        let mut ends: Vec<(u32, Position)> = Vec::new();
        for (position, set) in sets.iter().enumerate() {
            if set.len() == leaves {
                everywhere.insert(Position::new(position));
                continue;
            }
            for &(start, end) in set.ranges() {
                begins.push((start, Position::new(position)));
                ends.push((end, Position::new(position)));
            }
        }
        begins.sort_unstable();
        ends.sort_unstable();
        let mut rows = Self {
            class_of: Vec::with_capacity(leaves),
            blocks: everywhere.blocks.len(),
            summaries: Vec::new(),
            starts: Vec::new(),
            words: Vec::new(),
            everywhere,
        };
        let mut active = Dense::empty(count);
        let (mut begun, mut ended) = (0, 0);
        for leaf in 0..leaves as u32 {
            let (before_begun, before_ended) = (begun, ended);
            while ended < ends.len() && ends[ended].0 <= leaf {
                active.remove(ends[ended].1);
                ended += 1;
            }
            while begun < begins.len() && begins[begun].0 <= leaf {
                active.insert(begins[begun].1);
                begun += 1;
            }
            if leaf == 0 || (begun, ended) != (before_begun, before_ended) {
                rows.push(&active);
            }
            rows.class_of.push(rows.classes() as u32 - 1);
        }
        rows
    }

    fn push(&mut self, active: &Dense) {
        for (block, &summary) in active.blocks.iter().enumerate() {
            self.starts.push(self.words.len() as u32);
            self.summaries.push(summary);
            self.words
                .extend(Ones(summary).map(|bit| active.words[block * 64 + bit as usize]));
        }
        if self.blocks == 0 {
            // Without norms there is nothing to store and still one class.
            self.starts.push(0);
        }
    }

    fn classes(&self) -> usize {
        self.starts.len() / self.blocks.max(1)
    }

    /// The class of a leaf: leaves of one class have the same row.
    pub(super) fn class(&self, leaf: u32) -> u32 {
        self.class_of[leaf as usize]
    }

    /// The row of a leaf.
    pub(super) fn row(&self, leaf: u32) -> Row<'_> {
        let start = self.class(leaf) as usize * self.blocks;
        let range = start..start + self.blocks;
        Row {
            summaries: &self.summaries[range.clone()],
            starts: &self.starts[range],
            words: &self.words,
            everywhere: &self.everywhere,
        }
    }
}

impl Row<'_> {
    /// Which of 64 words may be other than zero.
    pub(super) fn block(&self, block: usize) -> u64 {
        self.summaries[block] | self.everywhere.blocks[block]
    }

    /// One word.
    pub(super) fn word(&self, word: usize) -> u64 {
        let (block, bit) = (word / 64, word % 64);
        let summary = self.summaries[block];
        let everywhere = self.everywhere.words[word];
        if summary >> bit & 1 == 0 {
            return everywhere;
        }
        let before = (summary & ((1 << bit) - 1)).count_ones();
        self.words[(self.starts[block] + before) as usize] | everywhere
    }

    /// Whether the norm at the position speaks of the leaf.
    pub(super) fn contains(&self, position: Position) -> bool {
        let at = position.index();
        self.word(at / 64) >> (at % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_row_holds_the_norms_that_contain_the_leaf(
            leaves in 1usize..12,
            sets in proptest::collection::vec(proptest::collection::btree_set(0u32..12, 0..8), 0..150),
        ) {
            let sets: Vec<LeafSet> = sets
                .iter()
                .map(|set| set.iter().copied().filter(|leaf| (*leaf as usize) < leaves).collect())
                .collect();
            let rows = Rows::build(leaves, &sets.iter().collect::<Vec<_>>());
            for leaf in 0..leaves as u32 {
                let row = rows.row(leaf);
                for (position, set) in sets.iter().enumerate() {
                    prop_assert_eq!(row.contains(Position::new(position)), set.contains(leaf));
                    if set.contains(leaf) {
                        prop_assert!(row.block(position / 4096) >> (position / 64 % 64) & 1 == 1);
                    }
                }
            }
        }
    }

    #[test]
    fn many_norms_need_several_summary_words() {
        let sets: Vec<LeafSet> = (0..9000u32).map(|norm| LeafSet::single(norm % 7)).collect();
        let rows = Rows::build(7, &sets.iter().collect::<Vec<_>>());
        for norm in [0u32, 63, 64, 4095, 4096, 8999] {
            let position = Position::new(norm as usize);
            assert!(rows.row(norm % 7).contains(position));
            assert!(!rows.row((norm + 1) % 7).contains(position));
        }
    }
}
