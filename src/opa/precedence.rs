//! `precedence.rego`: the rounds after which it is settled which refusals stand.
//!
//! Each round takes away the refusals that give way to a permit that counts beside what stood before. No refusal comes back,
//! so there are at most as many rounds that change something as there are refusals that may give way. `again_n` goes through
//! up to 2ⁿ rounds and stops at the first that changes nothing: a few functions are enough for any policy.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::document::ClauseId;
use crate::policy::Policy;

const HEAD: &str = "\
# Which refusals stand where 但し and 優先 make norms give way to one another. Rego has no recursion: as many rounds are
# written down as this policy can need.
package hoshin

import rego.v1

";

/// The module of a policy.
pub(super) fn module(policy: &Policy) -> String {
    let mut module = HEAD.to_owned();
    let Some(doublings) = doublings(yielding_refusals(policy)) else {
        module.push_str("# No refusal ever gives way.\nstanding_refusals(cell) := refusals(cell)\n");
        return module;
    };
    // Writing to a String cannot fail.
    let _ = write!(
        module,
        "\
standing_refusals(cell) := again_{doublings}(cell, refusals(cell))

again_0(cell, standing) := refusals_beside(cell, permits_beside(cell, standing))
"
    );
    for doubling in 1..=doublings {
        let half = doubling - 1;
        let _ = write!(
            module,
            "
again_{doubling}(cell, standing) := again_{half}(cell, less) if {{
	less := again_{half}(cell, standing)
	less != standing
}} else := standing
"
        );
    }
    module
}

/// How often one round must be doubled to make at least so many; none where there is nothing to do.
fn doublings(rounds: usize) -> Option<u32> {
    (rounds > 0).then(|| rounds.next_power_of_two().ilog2())
}

/// How many refusals may give way to a permit.
fn yielding_refusals(policy: &Policy) -> usize {
    let permits = policy.norms.iter().filter(|norm| !norm.effect.refuses());
    let outranked: BTreeSet<ClauseId> = permits.flat_map(|norm| norm.priority_over.iter().copied()).collect();
    let may_yield = |norm: &&crate::norm::Norm| {
        norm.effect.refuses()
            && (!norm.unless.clauses.is_empty()
                || policy
                    .document
                    .path(norm.provenance.clause)
                    .iter()
                    .any(|clause| outranked.contains(clause)))
    };
    policy.norms.iter().filter(may_yield).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_rounds_enough_and_not_many_more() {
        assert_eq!(doublings(0), None);
        assert_eq!([1, 2, 3, 4, 5, 1000].map(doublings), [0, 1, 2, 2, 3, 10].map(Some));
    }
}
