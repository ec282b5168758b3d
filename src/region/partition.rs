//! Leaves in classes: those that the same sets contain.

use rustc_hash::FxHashMap;

use crate::vocabulary::LeafSet;

/// Divides the leaves by which of the sets contain them: each class with the sets, by number, that contain it. Leaves of
/// no set are left out. In the order of the first leaf of each class.
pub(super) fn classes(leaves: &LeafSet, sets: &[&LeafSet]) -> Vec<(LeafSet, Vec<u32>)> {
    let mut everywhere = Vec::new();
    // (place, set, begins): at one place what ends comes before what begins.
    let mut turns: Vec<(u32, bool, u32)> = Vec::new();
    for (number, set) in sets.iter().enumerate() {
        if leaves.is_subset(set) {
            everywhere.push(number as u32);
            continue;
        }
        for &(start, end) in set.intersection(leaves).ranges() {
            turns.push((start, true, number as u32));
            turns.push((end, false, number as u32));
        }
    }
    if turns.is_empty() {
        return match everywhere.is_empty() || leaves.is_empty() {
            true => Vec::new(),
            false => vec![(leaves.clone(), everywhere)],
        };
    }
    turns.sort_unstable();
    let mut found: Vec<(Vec<LeafSet>, Vec<u64>)> = Vec::new();
    let mut known: FxHashMap<Vec<u64>, usize> = FxHashMap::default();
    let mut inside = vec![0u64; sets.len().div_ceil(64)];
    let mut add = |part: LeafSet, inside: &Vec<u64>| {
        if part.is_empty() {
            return;
        }
        let class = *known.entry(inside.clone()).or_insert_with(|| {
            found.push((Vec::new(), inside.clone()));
            found.len() - 1
        });
        found[class].0.push(part);
    };
    let mut from = leaves.first().unwrap_or(0);
    for (place, begins, number) in turns {
        if from < place {
            add(LeafSet::range(from, place).intersection(leaves), &inside);
            from = place;
        }
        let bit = 1u64 << (number % 64);
        match begins {
            true => inside[number as usize / 64] |= bit,
            false => inside[number as usize / 64] &= !bit,
        }
    }
    add(LeafSet::range(from, u32::MAX).intersection(leaves), &inside);
    found
        .into_iter()
        .map(|(parts, inside)| {
            let in_part =
                (0..sets.len() as u32).filter(|number| inside[*number as usize / 64] >> (number % 64) & 1 == 1);
            let mut all: Vec<u32> = in_part.chain(everywhere.iter().copied()).collect();
            all.sort_unstable();
            (LeafSet::union_all(&parts), all)
        })
        .filter(|(_, sets)| !sets.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn leaves() -> impl Strategy<Value = LeafSet> {
        proptest::collection::btree_set(0u32..30, 0..20).prop_map(|leaves| leaves.into_iter().collect())
    }

    proptest! {
        #[test]
        fn every_leaf_is_in_the_class_of_its_sets(within in leaves(), sets in proptest::collection::vec(leaves(), 0..6)) {
            let sets: Vec<&LeafSet> = sets.iter().collect();
            let classes = classes(&within, &sets);
            for leaf in 0..30 {
                let of: Vec<u32> =
                    (0..sets.len() as u32).filter(|set| sets[*set as usize].contains(leaf)).collect();
                let class: Vec<_> = classes.iter().filter(|(class, _)| class.contains(leaf)).collect();
                if within.contains(leaf) && !of.is_empty() {
                    prop_assert_eq!(class.len(), 1);
                    prop_assert_eq!(&class[0].1, &of);
                } else {
                    prop_assert!(class.is_empty());
                }
            }
            let kinds: BTreeSet<&Vec<u32>> = classes.iter().map(|(_, sets)| sets).collect();
            prop_assert_eq!(kinds.len(), classes.len());
        }
    }
}
