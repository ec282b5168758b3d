//! What a clause with a 加工 permits as it is: what it says outside, less what the 加工 says of processed data.
//!
//! 「氏名と性別を提供します。性別は統計にします」: the name as it is, the sex as statistics alone. What is left of a box when a box
//! is taken out is no box, so there may be several.

use crate::resolve::meaning::References;
use crate::resolve::names::Names;
use crate::vocabulary::{ConceptId, Dimension, Graph, LeafSet};

/// What is said of the three dimensions.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) data: Part,
    pub(super) parties: Part,
    pub(super) purposes: Part,
}

/// What is said of one dimension, and what is taken out of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    pub(super) said: References,
    pub(super) except: Vec<ConceptId>,
}

const DIMENSIONS: [Dimension; 3] = [Dimension::Data, Dimension::Party, Dimension::Purpose];

impl Said {
    pub(super) fn new(data: References, parties: References, purposes: References) -> Self {
        Self {
            data: data.into(),
            parties: parties.into(),
            purposes: purposes.into(),
        }
    }

    /// Whether nothing is said of any dimension.
    pub(super) fn is_silent(&self) -> bool {
        DIMENSIONS.iter().all(|dimension| !self.part(*dimension).said.stated)
    }

    /// Whether something is said of every dimension that another speaks of.
    pub(super) fn speaks_where(&self, other: &Self) -> bool {
        let speaks = |said: &Self, dimension: Dimension| said.part(dimension).said.stated;
        (DIMENSIONS.into_iter()).all(|dimension| !speaks(other, dimension) || speaks(self, dimension))
    }

    /// What is left of it when each of some others, none of them silent, is taken out.
    pub(super) fn less(self, others: &[Self], names: &Names<'_, '_>) -> Vec<Self> {
        others.iter().fold(vec![self], |pieces, other| {
            let left = pieces.into_iter().map(|piece| piece.without(other, names));
            left.flatten().collect()
        })
    }

    fn without(self, other: &Self, names: &Names<'_, '_>) -> Vec<Self> {
        let spoken: Vec<Dimension> = DIMENSIONS
            .into_iter()
            .filter(|dimension| other.part(*dimension).said.stated)
            .collect();
        let apart = |dimension: &Dimension| {
            let graph = names.graph(*dimension);
            let (own, its) = (self.part(*dimension), other.part(*dimension));
            !own.leaves(graph).intersects(&its.leaves(graph))
        };
        if spoken.is_empty() || spoken.iter().any(apart) {
            return vec![self];
        }
        let mut pieces = Vec::new();
        let mut common = self;
        for dimension in spoken {
            let graph = names.graph(dimension);
            let its = &other.part(dimension).said.concepts;
            let mut piece = common.clone();
            piece.part_mut(dimension).except.extend(its);
            if !piece.part(dimension).leaves(graph).is_empty() {
                pieces.push(piece);
            }
            common.part_mut(dimension).narrow_to(its, graph);
        }
        pieces
    }

    fn part(&self, dimension: Dimension) -> &Part {
        match dimension {
            Dimension::Party => &self.parties,
            Dimension::Purpose => &self.purposes,
            _ => &self.data,
        }
    }

    fn part_mut(&mut self, dimension: Dimension) -> &mut Part {
        match dimension {
            Dimension::Party => &mut self.parties,
            Dimension::Purpose => &mut self.purposes,
            _ => &mut self.data,
        }
    }
}

impl From<References> for Part {
    fn from(said: References) -> Self {
        Self {
            said,
            except: Vec::new(),
        }
    }
}

impl Part {
    fn named(&self) -> Vec<ConceptId> {
        match self.said.stated {
            true => self.said.concepts.clone(),
            false => vec![ConceptId::TOP],
        }
    }

    fn leaves(&self, graph: &Graph) -> LeafSet {
        let named = graph.leaves_of_all(&self.named());
        named.difference(&graph.leaves_of_all(&self.except))
    }

    /// What lies in both, as far as there are names for it: where two categories overlap, what is in both and in no part of
    /// either is left out, so that nothing is permitted as it is that was to be processed.
    fn narrow_to(&mut self, others: &[ConceptId], graph: &Graph) {
        let own = self.named();
        let within = |id: &ConceptId, outer: &[ConceptId]| {
            let leaves = graph.leaves_of(*id);
            outer.iter().any(|outer| leaves.is_subset(graph.leaves_of(*outer)))
        };
        let mut common: Vec<ConceptId> = others.iter().copied().filter(|id| within(id, &own)).collect();
        common.extend(own.iter().filter(|id| within(id, others) && !others.contains(id)));
        self.said.concepts = common;
        self.said.stated = true;
    }
}
