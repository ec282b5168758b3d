//! Conditions under which something holds, as few cubes.

use super::Cube;
use crate::vocabulary::LeafSet;

/// The fewest cubes this finds for a function of atoms. `table` has one entry per set of atoms: entry n is that of the atoms
/// whose bits are set in n. No cube can do without one of its members, and none is superfluous.
///
/// Irredundant sums of products after Minato (1992), then products that differ in one choice taken together.
pub(super) fn cubes(table: &[bool], atoms: &[LeafSet]) -> Vec<Cube> {
    let (products, _) = irredundant(table, table);
    let mut cubes: Vec<Cube> = products
        .into_iter()
        .map(|product| {
            let of = |mask: u32| (0u32..).zip(atoms).filter(move |(atom, _)| mask >> atom & 1 == 1);
            let mut all_of: Vec<LeafSet> = of(product.asserted).map(|(_, leaves)| leaves.clone()).collect();
            all_of.sort_unstable();
            Cube {
                all_of,
                none_of: LeafSet::union_all(of(product.absent).map(|(_, leaves)| leaves)),
            }
        })
        .collect();
    cubes.sort_unstable();
    while let Some((one, two, merged)) = mergeable(&cubes) {
        cubes.remove(two);
        cubes[one] = merged;
        cubes.sort_unstable();
    }
    cubes
}

/// Atoms that are asserted and atoms that are not.
#[derive(Debug, Clone, Copy)]
struct Product {
    asserted: u32,
    absent: u32,
}

/// Products whose union holds all of `least` and nothing outside `most`, with that union.
fn irredundant(least: &[bool], most: &[bool]) -> (Vec<Product>, Vec<bool>) {
    if !least.contains(&true) {
        return (Vec::new(), vec![false; least.len()]);
    }
    if !most.contains(&false) {
        let everything = Product { asserted: 0, absent: 0 };
        return (vec![everything], vec![true; least.len()]);
    }
    // Neither all false nor all true: there is an atom to split by, the one with the greatest number.
    let half = least.len() / 2;
    let atom = 1 << half.trailing_zeros();
    let (least, most) = (least.split_at(half), most.split_at(half));
    let without = |set: &[bool], other: &[bool]| -> Vec<bool> {
        set.iter().zip(other).map(|(set, other)| *set && !*other).collect()
    };
    let (mut absent, in_absent) = irredundant(&without(least.0, most.1), most.0);
    let (mut asserted, in_asserted) = irredundant(&without(least.1, most.0), most.1);
    let left_absent = without(least.0, &in_absent);
    let left_asserted = without(least.1, &in_asserted);
    let either =
        |one: &[bool], two: &[bool]| -> Vec<bool> { one.iter().zip(two).map(|(one, two)| *one || *two).collect() };
    let both: Vec<bool> = most.0.iter().zip(most.1).map(|(one, two)| *one && *two).collect();
    let (common, in_common) = irredundant(&either(&left_absent, &left_asserted), &both);
    for product in &mut absent {
        product.absent |= atom;
    }
    for product in &mut asserted {
        product.asserted |= atom;
    }
    let mut union = either(&in_absent, &in_common);
    union.extend(either(&in_asserted, &in_common));
    let products = [absent, asserted, common].concat();
    (products, union)
}

/// Two cubes that differ in one choice only, and the one that stands for both.
fn mergeable(cubes: &[Cube]) -> Option<(usize, usize, Cube)> {
    for (at, one) in cubes.iter().enumerate() {
        for (further, two) in cubes.iter().enumerate().skip(at + 1) {
            if one.none_of != two.none_of || one.all_of.len() != two.all_of.len() {
                continue;
            }
            let only = |of: &Cube, other: &Cube| -> Vec<LeafSet> {
                let set = of.all_of.iter().filter(|set| !other.all_of.contains(set));
                set.cloned().collect()
            };
            let (of_one, of_two) = (only(one, two), only(two, one));
            if let ([of_one], [of_two]) = (of_one.as_slice(), of_two.as_slice()) {
                let mut all_of: Vec<LeafSet> = one.all_of.iter().filter(|set| *set != of_one).cloned().collect();
                all_of.push(of_one.union(of_two));
                all_of.sort_unstable();
                let none_of = one.none_of.clone();
                return Some((at, further, Cube { all_of, none_of }));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn atoms(count: u32) -> Vec<LeafSet> {
        (0..count).map(LeafSet::single).collect()
    }

    fn holds(cubes: &[Cube], asserted: u32) -> bool {
        let asserted: LeafSet = (0..8).filter(|atom| asserted >> atom & 1 == 1).collect();
        cubes
            .iter()
            .any(|cube| cube.all_of.iter().all(|set| set.intersects(&asserted)) && !cube.none_of.intersects(&asserted))
    }

    proptest! {
        #[test]
        fn cubes_hold_exactly_where_the_table_says(count in 0u32..5, bits in any::<u32>()) {
            let table: Vec<bool> = (0..1 << count).map(|set| bits >> set & 1 == 1).collect();
            let cubes = cubes(&table, &atoms(count));
            for (set, expected) in (0u32..).zip(&table) {
                prop_assert_eq!(holds(&cubes, set), *expected);
            }
            for at in 0..cubes.len() {
                let mut fewer = cubes.clone();
                fewer.remove(at);
                prop_assert!((0u32..).zip(&table).any(|(set, expected)| holds(&fewer, set) != *expected), "superfluous");
            }
        }
    }

    #[test]
    fn alternatives_are_one_choice() {
        // 0 or 1, and not 2.
        let table: Vec<bool> = (0..8).map(|set| set & 3 != 0 && set & 4 == 0).collect();
        let expected = Cube {
            all_of: vec![LeafSet::range(0, 2)],
            none_of: LeafSet::single(2),
        };
        assert_eq!(cubes(&table, &atoms(3)), vec![expected]);
    }

    #[test]
    fn what_makes_no_difference_is_not_named() {
        assert_eq!(cubes(&[true; 8], &atoms(3)), vec![Cube::default()]);
        assert_eq!(cubes(&[false; 8], &atoms(3)), Vec::new());
    }
}
