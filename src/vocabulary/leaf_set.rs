//! Sets of leaves as sorted, disjoint ranges of leaf numbers.
//!
//! Leaves are numbered in depth-first order, so a category of a tree is one range however many leaves it has; a category
//! with several parents costs one range more per parent. Every operation is linear in the number of ranges.

use smallvec::{SmallVec, smallvec};

/// Two ranges stand in the set itself: searches make very many small sets.
type Ranges = SmallVec<[(u32, u32); 2]>;

/// A set of leaves of one graph.
#[derive(Debug, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct LeafSet {
    /// Half-open ranges, sorted, disjoint, none empty, none touching.
    ranges: Ranges,
}

impl Clone for LeafSet {
    /// In one piece, which the derived form is not.
    fn clone(&self) -> Self {
        Self {
            ranges: Ranges::from_slice(&self.ranges),
        }
    }
}

impl LeafSet {
    /// The empty set.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// One leaf.
    #[must_use]
    pub fn single(leaf: u32) -> Self {
        Self {
            ranges: smallvec![(leaf, leaf + 1)],
        }
    }

    /// The leaves from `start` up to, not including, `end`.
    #[must_use]
    pub fn range(start: u32, end: u32) -> Self {
        Self {
            ranges: if start < end {
                smallvec![(start, end)]
            } else {
                Ranges::new()
            },
        }
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// How many leaves are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ranges.iter().map(|(start, end)| (end - start) as usize).sum()
    }

    /// Whether the leaf is in it.
    #[must_use]
    pub fn contains(&self, leaf: u32) -> bool {
        let after = self.ranges.partition_point(|(start, _)| *start <= leaf);
        after > 0 && leaf < self.ranges[after - 1].1
    }

    /// The first leaf.
    #[must_use]
    pub fn first(&self) -> Option<u32> {
        self.ranges.first().map(|(start, _)| *start)
    }

    /// The leaves, in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.ranges.iter().flat_map(|(start, end)| *start..*end)
    }

    /// The ranges, half-open, in order.
    #[must_use]
    pub fn ranges(&self) -> &[(u32, u32)] {
        &self.ranges
    }

    /// Makes the set of all leaves of all the given sets.
    pub fn union_all<'a>(sets: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut ranges: Ranges = sets.into_iter().flat_map(|set| set.ranges.iter().copied()).collect();
        ranges.sort_unstable();
        ranges.dedup_by(|next, last| {
            let touches = next.0 <= last.1;
            if touches {
                last.1 = last.1.max(next.1);
            }
            touches
        });
        Self { ranges }
    }

    /// What is in either.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::union_all([self, other])
    }

    /// What is in both.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let mut ranges = Ranges::new();
        let (mut left, mut right) = (0, 0);
        while left < self.ranges.len() && right < other.ranges.len() {
            let (a, b) = (self.ranges[left], other.ranges[right]);
            let (start, end) = (a.0.max(b.0), a.1.min(b.1));
            if start < end {
                ranges.push((start, end));
            }
            if a.1 < b.1 {
                left += 1;
            } else {
                right += 1;
            }
        }
        Self { ranges }
    }

    /// What is in this set and not in the other.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        let mut ranges = Ranges::new();
        let mut right = 0;
        for &(start, end) in &self.ranges {
            let mut from = start;
            while right < other.ranges.len() && other.ranges[right].1 <= from {
                right += 1;
            }
            let mut at = right;
            while at < other.ranges.len() && other.ranges[at].0 < end {
                if from < other.ranges[at].0 {
                    ranges.push((from, other.ranges[at].0));
                }
                from = from.max(other.ranges[at].1);
                at += 1;
            }
            if from < end {
                ranges.push((from, end));
            }
        }
        Self { ranges }
    }

    /// The set in another numbering: leaf n becomes `numbers[n]`. No two leaves may become one.
    #[must_use]
    pub fn mapped(&self, numbers: &[u32]) -> Self {
        let mut leaves: Vec<u32> = self.iter().map(|leaf| numbers[leaf as usize]).collect();
        leaves.sort_unstable();
        let mut ranges = Ranges::new();
        for leaf in leaves {
            match ranges.last_mut() {
                Some(last) if last.1 == leaf => last.1 += 1,
                _ => ranges.push((leaf, leaf + 1)),
            }
        }
        Self { ranges }
    }

    /// Whether the two have a leaf in common.
    #[must_use]
    pub fn intersects(&self, other: &Self) -> bool {
        let (mut left, mut right) = (0, 0);
        while left < self.ranges.len() && right < other.ranges.len() {
            let (a, b) = (self.ranges[left], other.ranges[right]);
            if a.0.max(b.0) < a.1.min(b.1) {
                return true;
            }
            if a.1 < b.1 {
                left += 1;
            } else {
                right += 1;
            }
        }
        false
    }

    /// Whether every leaf of this set is in the other.
    #[must_use]
    pub fn is_subset(&self, other: &Self) -> bool {
        let mut others = other.ranges.iter().peekable();
        self.ranges.iter().all(|(start, end)| {
            while others.next_if(|other| other.1 <= *start).is_some() {}
            others.peek().is_some_and(|other| other.0 <= *start && *end <= other.1)
        })
    }
}

impl FromIterator<u32> for LeafSet {
    fn from_iter<I: IntoIterator<Item = u32>>(leaves: I) -> Self {
        let singles: Vec<Self> = leaves.into_iter().map(Self::single).collect();
        Self::union_all(&singles)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn leaves() -> impl Strategy<Value = BTreeSet<u32>> {
        proptest::collection::btree_set(0u32..40, 0..25)
    }

    fn set(leaves: &BTreeSet<u32>) -> LeafSet {
        leaves.iter().copied().collect()
    }

    fn back(set: &LeafSet) -> BTreeSet<u32> {
        set.iter().collect()
    }

    proptest! {
        #[test]
        fn agrees_with_ordinary_sets(a in leaves(), b in leaves()) {
            let (x, y) = (set(&a), set(&b));
            prop_assert_eq!(back(&x.union(&y)), &a | &b);
            prop_assert_eq!(back(&x.intersection(&y)), &a & &b);
            prop_assert_eq!(back(&x.difference(&y)), &a - &b);
            prop_assert_eq!(x.intersects(&y), !a.is_disjoint(&b));
            prop_assert_eq!(x.is_subset(&y), a.is_subset(&b));
            prop_assert_eq!(x.len(), a.len());
            for leaf in 0..40 {
                prop_assert_eq!(x.contains(leaf), a.contains(&leaf));
            }
        }

        #[test]
        fn another_numbering_moves_every_leaf(a in leaves(), shift in 0u32..40) {
            let numbers: Vec<u32> = (0..40).map(|leaf| (leaf + shift) % 40).collect();
            let moved: BTreeSet<u32> = a.iter().map(|leaf| numbers[*leaf as usize]).collect();
            prop_assert_eq!(set(&a).mapped(&numbers), set(&moved));
        }

        #[test]
        fn one_set_has_one_form(a in leaves(), b in leaves()) {
            prop_assert_eq!(set(&a) == set(&b), a == b);
        }
    }
}
