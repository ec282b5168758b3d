//! Few products of sets for many.

use std::collections::BTreeMap;

use super::leaf_set::LeafSet;

/// Few products that together are the given ones, none of which meets another; nor do those that come back.
///
/// Products that differ in one dimension only become one, until none do; of several orders of doing so the one that ends with
/// the fewest is taken. All products have a set in each dimension that an order names.
pub(crate) fn few(products: Vec<Vec<LeafSet>>, orders: &[Vec<usize>]) -> Vec<Vec<LeafSet>> {
    let mut best = products.clone();
    for order in orders {
        let merged = merge(products.clone(), order);
        if merged.len() < best.len() {
            best = merged;
        }
    }
    best.sort_unstable();
    best
}

fn merge(mut products: Vec<Vec<LeafSet>>, order: &[usize]) -> Vec<Vec<LeafSet>> {
    loop {
        let before = products.len();
        for &dimension in order {
            let mut alike: BTreeMap<Vec<LeafSet>, Vec<LeafSet>> = BTreeMap::new();
            for mut product in products {
                let set = std::mem::take(&mut product[dimension]);
                alike.entry(product).or_default().push(set);
            }
            let with = |(mut product, sets): (Vec<LeafSet>, Vec<LeafSet>)| {
                product[dimension] = LeafSet::union_all(&sets);
                product
            };
            products = alike.into_iter().map(with).collect();
        }
        if products.len() == before {
            return products;
        }
    }
}
