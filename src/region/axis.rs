//! The dimensions of a request beside its act, as data: what a norm speaks of in each is a set of leaves, and the search
//! treats all alike. Only data is special, since linkings start there.
//!
//! A further dimension is a further line of [`AXES`]; nothing in this module or in `diff::decisions::boxes` counts them.

use super::leaf_maps::LeafMaps;
use crate::norm::Norm;
use crate::policy::Policy;
use crate::vocabulary::{Dimension, LeafSet};

/// A dimension.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Axis {
    /// How many leaves some policies have in it, each numbered as its maps say. Where none of them declares any it is one,
    /// which stands for whatever there is.
    pub(crate) leaves: fn(&[(&Policy, &LeafMaps)]) -> u32,
    /// The leaves that a norm speaks of; `None` for all.
    pub(crate) of: fn(&Policy, &LeafMaps, &Norm) -> Option<LeafSet>,
}

/// The data; the place of its axis among [`AXES`].
pub(crate) const DATA: usize = 0;
/// The other parties.
pub(crate) const PARTIES: usize = 1;
/// The purposes.
pub(crate) const PURPOSES: usize = 2;
/// The routes of collection.
pub(crate) const ROUTES: usize = 3;

/// All dimensions, in the order of their places.
pub(crate) const AXES: [Axis; 4] = [
    Axis {
        leaves: |policies| count(policies, Dimension::Data),
        of: |policy, maps, norm| Some(maps.scope(policy, norm, &policy.vocabulary.data, &norm.data)),
    },
    Axis {
        leaves: |policies| count(policies, Dimension::Party),
        of: |policy, maps, norm| Some(maps.scope(policy, norm, &policy.vocabulary.parties, &norm.parties)),
    },
    Axis {
        leaves: |policies| count(policies, Dimension::Purpose),
        of: |policy, maps, norm| Some(maps.scope(policy, norm, &policy.vocabulary.purposes, &norm.purposes)),
    },
    Axis {
        leaves: |policies| least(policies.iter().flat_map(|(_, maps)| &maps.routes)).max(1),
        of: |_, maps, norm| {
            let routes = norm.routes.as_ref()?;
            Some(routes.iter().map(|route| maps.routes[*route as usize]).collect())
        },
    },
];

fn count(policies: &[(&Policy, &LeafMaps)], dimension: Dimension) -> u32 {
    let numbers = policies.iter().flat_map(|(_, maps)| {
        let further = maps.also.iter().filter(|one| one.dimension == dimension);
        let further = further.map(|one| one.place);
        maps.of(dimension).iter().copied().chain(further).collect::<Vec<_>>()
    });
    least(numbers.collect::<Vec<_>>().iter())
}

/// One more than the greatest number; leaves are numbered without a gap.
fn least<'n>(numbers: impl Iterator<Item = &'n u32>) -> u32 {
    numbers.max().map_or(0, |most| most + 1)
}
