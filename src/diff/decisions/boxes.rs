//! Products of sets, and few of them for many.

use crate::norm::{Act, ActSet};
use crate::vocabulary::{LeafSet, boxes};

/// A product: a set of acts, then a set in each dimension of the search, as sets of numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Product(Vec<LeafSet>);

/// The place of the acts among the sets; those of the dimensions follow in the order of the axes.
const ACTS: usize = 0;

/// Above this many products fewer orders of joining them are tried.
const MANY: usize = 4096;

impl Product {
    pub(super) fn new(acts: ActSet, sets: &[LeafSet]) -> Self {
        let acts: LeafSet = acts.iter().map(|act| act as u32).collect();
        Self([acts].iter().chain(sets).cloned().collect())
    }

    pub(super) fn acts(&self) -> ActSet {
        let acts = Act::ALL.iter().copied();
        acts.filter(|act| self.0[ACTS].contains(*act as u32)).collect()
    }

    /// The set in one dimension.
    pub(super) fn along(&self, axis: usize) -> &LeafSet {
        &self.0[ACTS + 1 + axis]
    }

    pub(super) fn intersects(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(one, two)| one.intersects(two))
    }

    /// What is in both; `None` where nothing is.
    pub(super) fn intersection(&self, other: &Self) -> Option<Self> {
        let both = self.0.iter().zip(&other.0).map(|(one, two)| one.intersection(two));
        self.intersects(other).then(|| Self(both.collect()))
    }

    /// The part of it with one act, and with these numbers in one dimension alone; `None` where there is none.
    pub(super) fn narrowed(&self, act: Act, axis: usize, numbers: &LeafSet) -> Option<Self> {
        let mut sets = self.0.clone();
        sets[ACTS] = LeafSet::single(act as u32);
        sets[ACTS + 1 + axis] = sets[ACTS + 1 + axis].intersection(numbers);
        let part = Self(sets);
        part.intersects(self).then_some(part)
    }

    /// The first act, and the first number of each set, none of which is empty.
    pub(super) fn first(&self) -> Vec<u32> {
        self.0.iter().map(|set| set.first().unwrap_or_default()).collect()
    }
}

/// Few products that together are the given ones. Both are disjoint: no request is told twice.
///
/// Products that differ in one dimension only become one, until none do; of several orders of doing so the one that ends with
/// the fewest is taken.
pub(super) fn few(products: Vec<Product>) -> Vec<Product> {
    let Some(dimensions) = products.first().map(|product| product.0.len()) else {
        return products;
    };
    let mut orders = orders(dimensions);
    if products.len() > MANY {
        orders.truncate(2);
    }
    let sets = products.into_iter().map(|product| product.0).collect();
    boxes::few(sets, &orders).into_iter().map(Product).collect()
}

/// The dimensions in some orders: the first three, which policies are written along, in each; then the others, acts last.
fn orders(dimensions: usize) -> Vec<Vec<usize>> {
    const FIRST: [[usize; 3]; 6] = [[3, 2, 1], [1, 3, 2], [2, 1, 3], [1, 2, 3], [3, 1, 2], [2, 3, 1]];
    let orders = FIRST.iter().map(|first| {
        let first = first.iter().copied().filter(|dimension| *dimension < dimensions);
        first.chain(FIRST[0].len() + 1..dimensions).chain([ACTS]).collect()
    });
    orders.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn product(data: &[u32], parties: &[u32], purposes: &[u32]) -> Product {
        let set = |leaves: &[u32]| leaves.iter().copied().collect();
        Product::new(
            ActSet::single(Act::Provide),
            &[set(data), set(parties), set(purposes), LeafSet::single(0)],
        )
    }

    fn points(products: &[Product]) -> BTreeSet<[u32; 3]> {
        let mut points = BTreeSet::new();
        for product in products {
            for data in product.along(0).iter() {
                for party in product.along(1).iter() {
                    points.extend(product.along(2).iter().map(|purpose| [data, party, purpose]));
                }
            }
        }
        points
    }

    proptest! {
        #[test]
        fn few_products_hold_what_the_many_hold(
            points_in in proptest::collection::btree_set((0u32..4, 0u32..3, 0u32..3), 0..30),
        ) {
            let many: Vec<Product> = points_in.iter().map(|(d, r, p)| product(&[*d], &[*r], &[*p])).collect();
            let few = few(many.clone());
            prop_assert_eq!(points(&few), points(&many));
            prop_assert!(few.len() <= many.len());
            for (at, one) in few.iter().enumerate() {
                prop_assert!(!few[..at].iter().any(|other| one.intersects(other)), "told twice");
            }
        }
    }

    #[test]
    fn a_product_comes_back_from_its_points() {
        let whole = product(&[0, 1, 2], &[0, 3], &[1, 2, 3]);
        let points: Vec<Product> = points(std::slice::from_ref(&whole))
            .into_iter()
            .map(|[d, r, p]| product(&[d], &[r], &[p]))
            .collect();
        assert_eq!(few(points), vec![whole]);
    }

    #[test]
    fn what_overlaps_is_told_once() {
        // Two squares that share a corner.
        let squares = [product(&[0, 1], &[0, 1], &[0]), product(&[1, 2], &[1, 2], &[0])];
        let points: Vec<Product> = points(&squares)
            .into_iter()
            .map(|[d, r, p]| product(&[d], &[r], &[p]))
            .collect();
        assert_eq!(few(points).len(), 3);
    }

    #[test]
    fn further_dimensions_are_joined_as_well() {
        let single = |leaf| LeafSet::single(leaf);
        let further = |leaf| {
            let sets = [single(0), single(0), single(0), single(0), single(leaf), single(7)];
            Product::new(ActSet::single(Act::Use), &sets)
        };
        let found = few(vec![further(0), further(1), further(2)]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].along(4), &LeafSet::range(0, 3));
    }
}
