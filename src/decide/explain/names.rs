//! The names that both languages show.

use crate::norm::Scope;
use crate::vocabulary::{ConceptId, Dimension, Graph, Leaf, LeafSet};

/// The name an editor knows a concept by, without the clause it is local to; its wording, where it has no name. Who asserts a
/// condition by its name asserts the rest of it, so that is its rest's.
pub(crate) fn name(graph: &Graph, id: ConceptId) -> &str {
    let concept = graph.get(known_as(graph, id));
    if concept.anonymous {
        return concept.label();
    }
    concept.name.rsplit('.').next().unwrap_or(&concept.name)
}

/// The concept by whose name one is known.
fn known_as(graph: &Graph, id: ConceptId) -> ConceptId {
    match graph.dimension() {
        Dimension::Condition => graph.is_rest_of(id).unwrap_or(id),
        _ => id,
    }
}

/// In whose words something is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    /// Those of editors: the names of the source.
    Names,
    /// Those of readers: what the page shows (呼び方).
    Page,
}

impl Words {
    /// What a concept is called.
    pub(crate) fn name(self, graph: &Graph, id: ConceptId) -> String {
        match self {
            Self::Names => name(graph, id).to_owned(),
            Self::Page => graph
                .get(known_as(graph, id))
                .label()
                .replace('「', "『")
                .replace('」', "』"),
        }
    }

    /// What is shown for a leaf: その他の X for what X contains and nobody named.
    pub(crate) fn leaf(self, graph: &Graph, leaf: u32) -> String {
        self.shown(graph, graph.leaf(leaf))
    }

    /// The fewest names for a set of leaves.
    pub(crate) fn described(self, graph: &Graph, set: &LeafSet) -> Vec<String> {
        let found = graph.describe(set).into_iter();
        found.map(|one| self.shown(graph, one)).collect()
    }

    fn shown(self, graph: &Graph, leaf: Leaf) -> String {
        match leaf {
            Leaf::Concept(id) => self.name(graph, id),
            // What nobody named has a name of its own, wherever there is such a leaf.
            Leaf::Rest(ConceptId::TOP) => graph
                .rest(ConceptId::TOP)
                .map(|other| self.name(graph, other))
                .unwrap_or_default(),
            Leaf::Rest(id) => format!("その他の{}", self.name(graph, id)),
        }
    }
}

/// What editors call a leaf.
pub(crate) fn leaf(graph: &Graph, leaf: u32) -> String {
    Words::Names.leaf(graph, leaf)
}

/// The fewest names of editors for a set of leaves.
pub(crate) fn described(graph: &Graph, set: &LeafSet) -> Vec<String> {
    Words::Names.described(graph, set)
}

/// The names to assert so that one leaf of the set is asserted.
pub(crate) fn conditions(graph: &Graph, set: &LeafSet) -> Vec<String> {
    let ids = graph.describe(set).into_iter().map(|leaf| match leaf {
        Leaf::Concept(id) | Leaf::Rest(id) => id,
    });
    ids.map(|id| name(graph, id).to_owned()).collect()
}

/// What a norm names in one dimension, and what it takes out.
pub(crate) struct Named<'g> {
    pub(crate) names: Vec<&'g str>,
    pub(crate) except: Vec<&'g str>,
    /// Nothing restricts the dimension.
    pub(crate) all: bool,
}

/// What a scope names.
pub(crate) fn named<'g>(graph: &'g Graph, scope: &Scope) -> Named<'g> {
    let names = |ids: &[ConceptId]| ids.iter().map(|id| name(graph, *id)).collect();
    Named {
        all: scope.named.contains(&ConceptId::TOP),
        names: names(&scope.named),
        except: names(&scope.except),
    }
}

/// Whether a scope leaves something out.
pub(super) fn is_narrow(scope: &Scope) -> bool {
    !scope.named.contains(&ConceptId::TOP) || !scope.except.is_empty()
}
