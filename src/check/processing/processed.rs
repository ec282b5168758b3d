//! A permit with its 加工, and what the data is before and after.

use super::super::subject::Subject;
use crate::norm::{Norm, NormId, Transform};
use crate::vocabulary::LeafSet;

/// A permit with its 加工.
pub(super) struct Processed<'p> {
    pub(super) id: NormId,
    pub(super) norm: &'p Norm,
    pub(super) transform: &'p Transform,
}

/// Every 加工: each makes one norm.
pub(super) fn all<'p>(subject: &Subject<'p>) -> impl Iterator<Item = Processed<'p>> {
    subject.ids().filter_map(|id| {
        let norm = subject.norm(id);
        let transform = norm.transform.as_ref()?;
        Some(Processed { id, norm, transform })
    })
}

impl Processed<'_> {
    /// Whether it says what is done, and not only how far.
    pub(super) fn has_details(&self) -> bool {
        let Transform {
            drop, keep, generalise, ..
        } = self.transform;
        !drop.is_empty() || !keep.is_empty() || !generalise.is_empty()
    }

    /// The data of the clause before it is processed.
    pub(super) fn before(&self, subject: &Subject<'_>) -> LeafSet {
        let graph = subject.data();
        graph
            .leaves_of_all(&self.norm.data.named)
            .difference(&graph.leaves_of_all(&self.norm.data.except))
    }

    /// The data that is there afterwards as it was before. Where the 加工 gives no details, only what the clause names one
    /// by one is certain to be.
    pub(super) fn survivors(&self, subject: &Subject<'_>) -> LeafSet {
        let graph = subject.data();
        if !self.has_details() {
            let single = self.norm.data.named.iter().filter(|id| graph.children(**id).is_empty());
            let single = LeafSet::union_all(single.map(|id| graph.leaves_of(*id)));
            return single.intersection(&self.norm.data.leaves);
        }
        let replaced = self.transform.generalise.iter().filter(|(from, to)| from != to);
        let replaced = LeafSet::union_all(replaced.map(|(from, _)| graph.leaves_of(*from)));
        let results = self.transform.generalise.iter().map(|(_, to)| graph.leaves_of(*to));
        let kept = self.norm.data.leaves.difference(&replaced);
        // What is put in the place of something is there, even where it is itself below what is replaced.
        kept.union(&LeafSet::union_all(results).intersection(&self.norm.data.leaves))
    }
}
