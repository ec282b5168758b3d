//! 保管 with 期間［5年以上］: the data is not erased before.

use super::draft::Draft;
use super::processed::reach;
use crate::norm::{Act, ActSet, AnyOf, Effect};

/// The prohibition beside a permit to keep, lifted where all of its periods are over.
pub(super) fn kept(permit: Draft, over: Vec<AnyOf>) -> Draft {
    let acts = ActSet::single(Act::Erase);
    Draft {
        effect: Effect::Forbid,
        acts,
        processing: reach(acts),
        unless: over,
        gives_way_to: Vec::new(),
        basis: Vec::new(),
        any_state: true,
        ..permit
    }
}
