//! The names that both languages show.

use super::super::answer::Decision;
use super::super::request::Request;
use crate::norm::{Effect, NormId, Scope};
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, Graph, Leaf, LeafSet};

/// The name an editor knows a concept by, without the clause it is local to; its wording, where it has no name.
pub(crate) fn name(graph: &Graph, id: ConceptId) -> &str {
    let concept = graph.get(id);
    if concept.anonymous {
        return concept.label();
    }
    concept.name.rsplit('.').next().unwrap_or(&concept.name)
}

/// What is shown for a leaf of a category: その他の X for what nobody named.
pub(crate) fn leaf(graph: &Graph, leaf: u32) -> String {
    match graph.leaf(leaf) {
        Leaf::Concept(id) => name(graph, id).to_owned(),
        Leaf::Rest(id) => format!("その他の{}", name(graph, id)),
    }
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

/// A category of conditions that was asserted where one of its kinds would change the answer, with those kinds. Asserting a
/// category asserts none of its kinds, which is easily overlooked.
pub(super) fn category_for_kind<'g>(
    graph: &'g Graph,
    request: &Request,
    decision: &Decision,
) -> Option<(&'g str, Vec<String>)> {
    let wanted = decision.ways.iter().flat_map(|way| &way.conditions.all_of);
    let wanted = LeafSet::union_all(wanted);
    request.conditions.iter().find_map(|asserted| {
        let kinds = graph.leaves_of(*asserted).intersection(&wanted);
        (!kinds.is_empty()).then(|| (name(graph, *asserted), conditions(graph, &kinds)))
    })
}

/// Whether the party of the request is who acts, and not the operator: 利用, 保管 and the like have no other party.
pub(super) fn another_acts(policy: &Policy, request: &Request) -> bool {
    let operator = policy.metadata.operator.as_ref().map(|operator| operator.party);
    !request.act.has_other_party() && request.party != ConceptId::TOP && Some(request.party) != operator
}

/// What may permit a part of a request that is refused as a whole.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) permits: Vec<NormId>,
    /// The dimensions, data, party and purpose, in which the request asks for more than one of the permits.
    pub(super) narrower_in: [bool; 3],
}

/// The permits that a narrower request would meet. A request that names no purpose asks about all of them at once, which its
/// reader easily overlooks.
pub(super) fn part(policy: &Policy, request: &Request) -> Part {
    let vocabulary = &policy.vocabulary;
    let everything = [ConceptId::TOP];
    let data = match request.data.as_slice() {
        [] => &everything,
        named => named,
    };
    let asked = [
        LeafSet::union_all(data.iter().map(|id| vocabulary.data.leaves_of(*id))),
        vocabulary.parties.leaves_of(request.party).clone(),
        vocabulary.purposes.leaves_of(request.purpose).clone(),
    ];
    let mut found = Part::default();
    for (id, norm) in (0..).map(NormId).zip(&policy.norms) {
        let permitted = [&norm.data.leaves, &norm.parties.leaves, &norm.purposes.leaves];
        let meets = asked
            .iter()
            .zip(permitted)
            .all(|(asked, leaves)| asked.intersects(leaves));
        if norm.effect != Effect::Permit || !norm.acts.contains(request.act) || !meets {
            continue;
        }
        let mut is_part = false;
        for ((asked, leaves), narrower) in asked.iter().zip(permitted).zip(&mut found.narrower_in) {
            let less = asked.intersection(leaves) != *asked;
            *narrower |= less;
            is_part |= less;
        }
        if is_part {
            found.permits.push(id);
        }
    }
    found
}
