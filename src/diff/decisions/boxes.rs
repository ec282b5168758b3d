//! Products of sets, and few of them for many.

use std::collections::BTreeMap;

use crate::norm::{Act, ActSet};
use crate::vocabulary::LeafSet;

/// A product: acts × data × parties × purposes × routes, each as a set of numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Product(pub(super) [LeafSet; DIMENSIONS]);

const DIMENSIONS: usize = 5;

/// Above this many products the search for overlapping ones is left out: it looks at all pairs.
const FEW: usize = 48;

impl Product {
    pub(super) fn new(act: Act, data: LeafSet, parties: LeafSet, purposes: LeafSet, routes: LeafSet) -> Self {
        Self([LeafSet::single(act as u32), data, parties, purposes, routes])
    }

    pub(super) fn acts(&self) -> ActSet {
        let acts = Act::ALL.iter().copied();
        acts.filter(|act| self.0[0].contains(*act as u32)).collect()
    }

    pub(super) fn intersects(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(one, two)| one.intersects(two))
    }

    /// What is in both; `None` where nothing is.
    pub(super) fn intersection(&self, other: &Self) -> Option<Self> {
        let [acts, data, parties, purposes, routes] = &self.0;
        let of = &other.0;
        self.intersects(other).then(|| {
            Self([
                acts.intersection(&of[0]),
                data.intersection(&of[1]),
                parties.intersection(&of[2]),
                purposes.intersection(&of[3]),
                routes.intersection(&of[4]),
            ])
        })
    }

    /// The first number of each set, none of which is empty.
    pub(super) fn first(&self) -> [u32; DIMENSIONS] {
        let mut first = [0; DIMENSIONS];
        for (first, set) in first.iter_mut().zip(&self.0) {
            *first = set.first().unwrap_or_default();
        }
        first
    }

    fn with(&self, dimension: usize, set: LeafSet) -> Self {
        let mut product = self.clone();
        product.0[dimension] = set;
        product
    }

    /// What is in this product and not in the other, as disjoint products.
    pub(super) fn without(&self, other: &Self) -> Vec<Self> {
        if !self.intersects(other) {
            return vec![self.clone()];
        }
        let mut rest = self.clone();
        let mut parts = Vec::new();
        for dimension in 0..DIMENSIONS {
            let outside = self.0[dimension].difference(&other.0[dimension]);
            if !outside.is_empty() {
                parts.push(rest.with(dimension, outside));
            }
            rest.0[dimension] = self.0[dimension].intersection(&other.0[dimension]);
        }
        parts
    }

    fn is_covered_by<'a>(&self, others: impl Iterator<Item = &'a Self>) -> bool {
        let mut left = vec![self.clone()];
        for other in others {
            if left.is_empty() {
                return true;
            }
            left = left.iter().flat_map(|part| part.without(other)).collect();
        }
        left.is_empty()
    }
}

/// Few products that together are the given ones, which are disjoint.
///
/// Products that differ in one dimension only become one, until none do; of several orders of doing so the one that ends with
/// the fewest is taken. Where products that overlap would be fewer still, these are.
pub(super) fn few(products: Vec<Product>) -> Vec<Product> {
    const ORDERS: [[usize; DIMENSIONS]; 6] = [
        [3, 2, 1, 4, 0],
        [1, 3, 2, 4, 0],
        [2, 1, 3, 4, 0],
        [1, 2, 3, 4, 0],
        [3, 1, 2, 4, 0],
        [2, 3, 1, 4, 0],
    ];
    let many = products.len() > 4096;
    let orders = if many { &ORDERS[..2] } else { &ORDERS[..] };
    let mut best: Option<Vec<Product>> = None;
    for order in orders {
        let merged = merge(products.clone(), order);
        if best.as_ref().is_none_or(|best| merged.len() < best.len()) {
            best = Some(merged);
        }
    }
    let mut best = best.unwrap_or_default();
    if best.len() > 1 && best.len() <= FEW {
        let overlapping = overlapping(&best);
        if overlapping.len() < best.len() {
            best = overlapping;
        }
    }
    best.sort_unstable();
    best
}

fn merge(mut products: Vec<Product>, order: &[usize; DIMENSIONS]) -> Vec<Product> {
    loop {
        let before = products.len();
        for &dimension in order {
            let mut alike: BTreeMap<Product, Vec<LeafSet>> = BTreeMap::new();
            for product in products {
                let set = product.0[dimension].clone();
                alike
                    .entry(product.with(dimension, LeafSet::empty()))
                    .or_default()
                    .push(set);
            }
            products = alike
                .into_iter()
                .map(|(product, sets)| product.with(dimension, LeafSet::union_all(&sets)))
                .collect();
        }
        if products.len() == before {
            return products;
        }
    }
}

/// Each product made as wide as all of them together allow, and those left out that the others hold.
fn overlapping(products: &[Product]) -> Vec<Product> {
    let mut wide: Vec<Product> = products
        .iter()
        .map(|product| {
            let mut product = product.clone();
            for dimension in 0..DIMENSIONS {
                for other in products {
                    let further = other.0[dimension].difference(&product.0[dimension]);
                    let part = product.with(dimension, further.clone());
                    if !further.is_empty() && part.is_covered_by(products.iter()) {
                        product.0[dimension] = product.0[dimension].union(&further);
                    }
                }
            }
            product
        })
        .collect();
    wide.sort_unstable();
    wide.dedup();
    let mut at = 0;
    while at < wide.len() {
        let others = wide.iter().enumerate().filter(|(other, _)| *other != at);
        if wide[at].is_covered_by(others.map(|(_, product)| product)) {
            wide.remove(at);
        } else {
            at += 1;
        }
    }
    wide
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn product(data: &[u32], parties: &[u32], purposes: &[u32]) -> Product {
        let set = |leaves: &[u32]| leaves.iter().copied().collect();
        Product::new(Act::Provide, set(data), set(parties), set(purposes), LeafSet::single(0))
    }

    fn points(products: &[Product]) -> BTreeSet<[u32; 3]> {
        let mut points = BTreeSet::new();
        for product in products {
            for data in product.0[1].iter() {
                for party in product.0[2].iter() {
                    points.extend(product.0[3].iter().map(|purpose| [data, party, purpose]));
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
    fn overlapping_products_are_taken_where_they_are_fewer() {
        // Two squares that share a corner.
        let squares = vec![product(&[0, 1], &[0, 1], &[0]), product(&[1, 2], &[1, 2], &[0])];
        let points: Vec<Product> = points(&squares)
            .into_iter()
            .map(|[d, r, p]| product(&[d], &[r], &[p]))
            .collect();
        assert_eq!(merge(points.clone(), &[3, 2, 1, 4, 0]).len(), 3);
        assert_eq!(few(points), squares);
    }
}
