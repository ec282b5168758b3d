//! What an answer leaves unsaid and its reader easily overlooks.

use super::super::answer::{Decision, Verdict};
use super::super::request::Request;
use super::names::{conditions, name};
use crate::norm::{Act, Effect, Norm, NormId};
use crate::policy::Policy;
use crate::vocabulary::{Attribute, ConceptId, DUTY_BY_LAW, DutyByLaw, Graph, LeafSet, NUMBER_ACT, individual_numbers};

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

/// The consents that are asserted and do not reach what is asked: another consent would change the answer, of what they are kinds
/// of. Nothing else takes a kind out of its category.
pub(super) fn beyond_their_scope(graph: &Graph, request: &Request, decision: &Decision) -> Vec<ConceptId> {
    let wanted = decision.ways.iter().flat_map(|way| &way.conditions.all_of);
    let wanted = LeafSet::union_all(wanted);
    let (asserted, all) = (request.conditions.iter(), || graph.iter().map(|(id, _)| id));
    let counts_not = |id: &&ConceptId| {
        let own = graph.own_leaf(**id);
        let category = |of: ConceptId| of != **id && graph.contains(of, **id) && graph.own_leaf(of).intersects(&wanted);
        !own.intersects(&wanted) && all().any(category)
    };
    asserted.filter(counts_not).copied().collect()
}

/// Whether the party of the request is who acts, and not the operator: 利用, 保管 and the like have no other party.
pub(super) fn another_acts(policy: &Policy, request: &Request) -> bool {
    let operator = policy.metadata.operator.as_ref().map(|operator| operator.party);
    !request.act.has_other_party() && request.party != ConceptId::TOP && Some(request.party) != operator
}

/// What decides besides the policy, and hoshin does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotExamined {
    /// The law on 個人番号.
    NumberAct,
    /// Whether a law makes it a duty, as the request says.
    DutyByLaw,
    /// Whether a law makes it a duty to keep what the policy keeps no longer.
    DutyToKeep,
}

impl NotExamined {
    /// What it is called.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::NumberAct => NUMBER_ACT,
            Self::DutyByLaw => DUTY_BY_LAW,
            Self::DutyToKeep => DUTY_TO_KEEP,
        }
    }
}

/// What decides besides the policy about a request.
pub(crate) fn not_examined(policy: &Policy, request: &Request, verdict: Verdict) -> Vec<NotExamined> {
    let number = is_about_numbers(policy, request).then_some(NotExamined::NumberAct);
    let duty = is_by_duty(policy, request).then_some(NotExamined::DutyByLaw);
    let keep = (verdict != Verdict::Permitted && is_past_a_period(policy, request)).then_some(NotExamined::DutyToKeep);
    number.into_iter().chain(duty).chain(keep).collect()
}

/// What statutes on books and records ask for.
const DUTY_TO_KEEP: &str = "法令の保存義務";

/// Whether a request asks to keep data after the end of a period.
fn is_past_a_period(policy: &Policy, request: &Request) -> bool {
    let conditions = &policy.vocabulary.conditions;
    request.act == Act::Retain && request.conditions.iter().any(|id| conditions.get(*id).lapse.is_some())
}

/// Whether a request asserts a duty by law.
pub(super) fn is_by_duty(policy: &Policy, request: &Request) -> bool {
    let conditions = &policy.vocabulary.conditions;
    let duty = DutyByLaw::of(conditions).leaves;
    let withdrawn = conditions.leaves_of_all(&request.withdrawn);
    let mut asserted = request.conditions.iter().map(|id| conditions.own_leaf(*id));
    asserted.any(|own| own.difference(&withdrawn).intersects(&duty))
}

fn is_about_numbers(policy: &Policy, request: &Request) -> bool {
    let data = &policy.vocabulary.data;
    let numbers = individual_numbers(data);
    let asked = request.data.iter().any(|id| data.leaves_of(*id).intersects(&numbers));
    let all = request.data.is_empty() && !numbers.is_empty();
    asked || all
}

/// The conditions under which a prohibition, the only reason that a request is refused, steps aside, though nothing permits it
/// then. A reader of 「同意がない限り公開しません」 takes that for a permission.
pub(super) fn lifted_for_nothing<'p>(policy: &'p Policy, decision: &Decision) -> Option<&'p [ConceptId]> {
    let mut refusals = decision
        .decided_by
        .iter()
        .map(|id| &policy.norms[id.0 as usize])
        .filter(|norm| norm.effect.refuses());
    let first = &refusals.next()?.unless.conditions;
    let alike = refusals.all(|norm| norm.unless.conditions.leaves == first.leaves);
    (alike && !first.leaves.is_empty()).then_some(first.conditions.as_slice())
}

/// The permits that would reach the party of a request if it were not abroad: they name it in general, and no clause about
/// transfers abroad lets them.
pub(super) fn withheld_abroad(policy: &Policy, request: &Request) -> Vec<NormId> {
    let vocabulary = &policy.vocabulary;
    let party = vocabulary.parties.leaves_of(request.party);
    let foreign = vocabulary.parties.leaves_with(Attribute::Foreign);
    if request.party == ConceptId::TOP || !party.is_subset(foreign) {
        return Vec::new();
    }
    let meets = |asked: &[ConceptId], graph: &Graph, leaves: &LeafSet| {
        asked.is_empty() || asked.iter().any(|id| graph.leaves_of(*id).intersects(leaves))
    };
    let withheld = |norm: &Norm| {
        let named = vocabulary.parties.leaves_of_all(&norm.parties.named);
        let named = named.difference(&vocabulary.parties.leaves_of_all(&norm.parties.except));
        party.is_subset(&named) && !party.intersects(&norm.parties.leaves)
    };
    // What the law excepts reaches those abroad, from the same words.
    let reaches = |withheld: &Norm| {
        let alike = |norm: &&Norm| {
            (norm.provenance.clause, norm.exception) == (withheld.provenance.clause, withheld.exception)
                && norm.requires == withheld.requires
        };
        let mut alike = policy.norms.iter().filter(alike);
        alike.any(|norm| norm.effect == Effect::Permit && party.intersects(&norm.parties.leaves))
    };
    let ids = (0..).map(NormId).zip(&policy.norms);
    ids.filter(|(_, norm)| norm.effect == Effect::Permit && norm.acts.contains(request.act))
        .filter(|(_, norm)| meets(&request.data, &vocabulary.data, &norm.data.leaves))
        .filter(|(_, norm)| meets(&[request.purpose], &vocabulary.purposes, &norm.purposes.leaves))
        .filter(|(_, norm)| withheld(norm) && !reaches(norm))
        .map(|(id, _)| id)
        .collect()
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
