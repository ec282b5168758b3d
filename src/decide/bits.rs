//! Small sets of numbers: the first 64 without allocation.

/// A set of small numbers. One set has one form.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Bits {
    first: u64,
    /// The words after the first; the last is not zero.
    more: Vec<u64>,
}

impl Bits {
    pub(crate) fn insert(&mut self, number: usize) {
        let (word, bit) = (number / 64, 1u64 << (number % 64));
        if word == 0 {
            self.first |= bit;
            return;
        }
        if self.more.len() < word {
            self.more.resize(word, 0);
        }
        self.more[word - 1] |= bit;
    }

    pub(crate) fn with(&self, number: usize) -> Self {
        let mut with = self.clone();
        with.insert(number);
        with
    }

    pub(crate) fn contains(&self, number: usize) -> bool {
        let word = match number / 64 {
            0 => self.first,
            word => self.more.get(word - 1).copied().unwrap_or(0),
        };
        word >> (number % 64) & 1 == 1
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.first == 0 && self.more.is_empty()
    }

    pub(crate) fn intersects(&self, other: &Self) -> bool {
        self.first & other.first != 0 || self.more.iter().zip(&other.more).any(|(a, b)| a & b != 0)
    }

    pub(crate) fn is_subset(&self, other: &Self) -> bool {
        self.first & !other.first == 0
            && self.more.len() <= other.more.len()
            && self.more.iter().zip(&other.more).all(|(a, b)| a & !b == 0)
    }

    pub(crate) fn union_with(&mut self, other: &Self) {
        self.first |= other.first;
        if self.more.len() < other.more.len() {
            self.more.resize(other.more.len(), 0);
        }
        for (own, new) in self.more.iter_mut().zip(&other.more) {
            *own |= new;
        }
    }

    /// What is in it and not in the other.
    pub(crate) fn without(&self, other: &Self) -> Self {
        self.iter().filter(|number| !other.contains(*number)).collect()
    }

    pub(crate) fn intersection(&self, other: &Self) -> Self {
        let mut more: Vec<u64> = self.more.iter().zip(&other.more).map(|(a, b)| a & b).collect();
        while more.last() == Some(&0) {
            more.pop();
        }
        Self {
            first: self.first & other.first,
            more,
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        std::iter::once(self.first)
            .chain(self.more.iter().copied())
            .enumerate()
            .flat_map(|(index, word)| Ones(word).map(move |bit| index * 64 + bit as usize))
    }
}

impl FromIterator<usize> for Bits {
    fn from_iter<I: IntoIterator<Item = usize>>(numbers: I) -> Self {
        let mut bits = Self::default();
        for number in numbers {
            bits.insert(number);
        }
        bits
    }
}

/// The places of the ones of a word, lowest first.
pub(crate) struct Ones(pub(crate) u64);

impl Iterator for Ones {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        if self.0 == 0 {
            return None;
        }
        let bit = self.0.trailing_zeros();
        self.0 &= self.0 - 1;
        Some(bit)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn numbers() -> impl Strategy<Value = BTreeSet<usize>> {
        proptest::collection::btree_set(prop_oneof![0usize..8, 60usize..70, 120usize..200], 0..6)
    }

    proptest! {
        #[test]
        fn agrees_with_ordinary_sets(a in numbers(), b in numbers(), number in 0usize..200) {
            let (x, y): (Bits, Bits) = (a.iter().copied().collect(), b.iter().copied().collect());
            prop_assert_eq!(x.iter().collect::<BTreeSet<_>>(), a.clone());
            prop_assert_eq!(x.contains(number), a.contains(&number));
            prop_assert_eq!(x.intersects(&y), !a.is_disjoint(&b));
            prop_assert_eq!(x.is_subset(&y), a.is_subset(&b));
            prop_assert_eq!(x.is_empty(), a.is_empty());
            prop_assert_eq!(x.intersection(&y), (&a & &b).into_iter().collect());
            let mut union = x.clone();
            union.union_with(&y);
            prop_assert_eq!(union, (&a | &b).into_iter().collect());
        }
    }
}
