//! The ends of retention periods in two revisions: what one says of an end that only the other has.

use crate::diff::vocabulary::{Joint, Side};
use crate::policy::Policy;
use crate::region::{Also, Wider};
use crate::vocabulary::{Dimension, Lapse, nearest_before};

/// What a revision says of the end of a period that only the other has: it knows of the shorter ones, which are over by then, and of the
/// event that it is counted from.
pub(super) fn known_lapses(joint: &Joint, side: Side, this: &Policy, other: &Policy) -> Vec<Also> {
    let (graph, others) = (&this.vocabulary.conditions, &other.vocabulary.conditions);
    let known = || {
        graph
            .iter()
            .filter_map(|(id, concept)| Some((concept.lapse.as_ref()?, id)))
    };
    let mut found = Vec::new();
    for (place, leaf) in (0u32..).zip(&joint.leaves) {
        let (None, Some(leaf)) = (leaf.on(side), leaf.on(side.other())) else {
            continue;
        };
        let word = others.leaf_concept(leaf);
        let Some(lapse) = &others.get(word).lapse else { continue };
        let mut before = nearest_before(lapse, known());
        if let (true, Lapse::Since { event, .. }) = (before.is_empty(), lapse) {
            let event = others
                .find(event)
                .and_then(|event| joint.counterpart(side.other(), event));
            before.extend(event);
        }
        let own = before.into_iter().filter_map(|id| graph.own_leaf(id).first());
        found.extend(own.map(|leaf| Also {
            dimension: Dimension::Condition,
            leaf,
            place,
            by: Wider::All,
        }));
    }
    found
}
