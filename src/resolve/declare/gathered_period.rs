//! A 期間 that was read, before the conditions that end it have their numbers.

use crate::norm::Period;
use crate::resolve::declared::StatedPeriod;
use crate::span::Span;
use crate::vocabulary::ConceptId;

/// What one 期間 says, in numbers of what was gathered.
#[derive(Debug, Clone, Default)]
pub(super) struct Gathered {
    pub(super) written: Vec<String>,
    pub(super) ends: Vec<usize>,
    pub(super) at_least: Vec<usize>,
    /// The declared conditions that it counts from, and where it names them.
    pub(super) events: Vec<(usize, Span)>,
}

impl Gathered {
    /// The same by the numbers that the conditions have in their graph.
    pub(super) fn settled(self, ids: &[ConceptId]) -> StatedPeriod {
        let settled = |indices: Vec<usize>| indices.into_iter().map(|index| ids[index]).collect();
        StatedPeriod {
            period: Period {
                written: self.written.join("、"),
                ends: settled(self.ends),
                at_least: settled(self.at_least),
            },
            events: (self.events.into_iter())
                .map(|(index, span)| (ids[index], span))
                .collect(),
        }
    }
}
