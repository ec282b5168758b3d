//! What a 加工 does to the data of its clause: H0514 to H0519, H0521.

mod both;
mod generalisation;
mod named;
mod survivors;

pub(super) use both::matched;

use super::subject::Subject;
use crate::diagnostic::Diagnostic;
use crate::norm::{Norm, NormId, Transform};
use crate::vocabulary::LeafSet;

/// A permit with its 加工.
struct Processed<'p> {
    id: NormId,
    norm: &'p Norm,
    transform: &'p Transform,
}

/// Findings on every 加工, and on parties that receive data both ways.
pub(super) fn check(subject: &Subject<'_>, matched: &[(NormId, NormId)]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for processed in all(subject) {
        diagnostics.extend(survivors::check(subject, &processed));
        diagnostics.extend(named::check(subject, &processed));
        diagnostics.extend(generalisation::check(subject, &processed));
    }
    diagnostics.extend(both::report(subject, matched));
    diagnostics
}

/// Every 加工: each makes one norm.
fn all<'p>(subject: &Subject<'p>) -> impl Iterator<Item = Processed<'p>> {
    subject.ids().filter_map(|id| {
        let norm = subject.norm(id);
        let transform = norm.transform.as_ref()?;
        Some(Processed { id, norm, transform })
    })
}

impl Processed<'_> {
    /// Whether it says what is done, and not only how far.
    fn has_details(&self) -> bool {
        let Transform {
            drop, keep, generalise, ..
        } = self.transform;
        !drop.is_empty() || !keep.is_empty() || !generalise.is_empty()
    }

    /// The data of the clause before it is processed.
    fn before(&self, subject: &Subject<'_>) -> LeafSet {
        let graph = subject.data();
        graph
            .leaves_of_all(&self.norm.data.named)
            .difference(&graph.leaves_of_all(&self.norm.data.except))
    }

    /// The data that is there afterwards as it was before. Where the 加工 gives no details, only what the clause names one
    /// by one is certain to be.
    fn survivors(&self, subject: &Subject<'_>) -> LeafSet {
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
