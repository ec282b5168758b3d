//! Which requests are asked: for each norm one that it decides, that one at every state of the data, and for everything
//! that could be got wrong about it one that shows it; the same for each linking; and each rest leaf.

use std::collections::BTreeMap;

use super::candidates::{self, Names};
use super::{About, Chosen, mistake};
use crate::decide::{Decider, Request, Verdict};
use crate::document::Document;
use crate::norm::{NormId, Processing};
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, DUTY_BY_LAW, Dimension};

/// Beyond so many norms, what could be got wrong is shown of the first only: each is a policy of its own to decide by.
const MOST_NORMS: usize = 500;

/// Of how many norms, the first ones, everything is shown.
pub(super) fn tried(norms: usize) -> usize {
    norms.min(MOST_NORMS)
}

pub(super) fn all(policy: &Policy, decider: &Decider, chosen: &mut Chosen) {
    let names = Names::of(policy);
    // What is got wrong is tried in a copy without the page.
    let mut wrong = Policy {
        document: Document {
            blocks: Vec::new(),
            ..policy.document.clone()
        },
        ..policy.clone()
    };
    // No refusal stands against a duty by law.
    let duty = policy.vocabulary.conditions.find(DUTY_BY_LAW);
    let mut bases = Vec::new();
    for id in (0..policy.norms.len() as u32).map(NormId) {
        let asked = Asked::new(decider, candidates::around(policy, &names, decider, id));
        let index = id.0 as usize;
        let norm = &policy.norms[index];
        let about = || About::Norm(norm.key.clone());
        let Some(base) = asked.requests.first() else { continue };
        for processing in Processing::ALL {
            chosen.add(base.clone().processing(processing), about());
        }
        bases.push((id, base.clone()));
        if let Some(duty) = duty.filter(|_| norm.effect.refuses()) {
            let mut by_duty = base.clone();
            by_duty.conditions.push(duty);
            chosen.add(by_duty, about());
        }
        if index >= tried(policy.norms.len()) {
            continue;
        }
        for changed in mistake::of_norm(policy, norm) {
            wrong.norms[index] = changed;
            asked.show(&Decider::new(&wrong), chosen, about);
        }
        wrong.norms[index] = norm.clone();
    }
    linkings(policy, decider, &mut wrong, &bases, chosen);
    rest_leaves(policy, &bases, chosen);
}

/// Requests with their verdicts.
struct Asked {
    requests: Vec<Request>,
    verdicts: Vec<Verdict>,
}

impl Asked {
    fn new(decider: &Decider, requests: Vec<Request>) -> Self {
        Self {
            verdicts: requests.iter().map(|request| decider.verdict(request)).collect(),
            requests,
        }
    }

    /// Chooses the first request that the other policy decides differently.
    fn show(&self, other: &Decider, chosen: &mut Chosen, about: impl Fn() -> About) {
        let pairs = self.requests.iter().zip(&self.verdicts);
        let mut telling = pairs.filter(|(request, verdict)| other.verdict(request) != **verdict);
        if let Some((request, _)) = telling.next() {
            chosen.add(request.clone(), about());
        }
    }
}

/// What each linking changes, asked with and without its conditions.
fn linkings(policy: &Policy, decider: &Decider, wrong: &mut Policy, bases: &[(NormId, Request)], chosen: &mut Chosen) {
    let data = &policy.vocabulary.data;
    for (index, linking) in policy.vocabulary.linkings.iter().enumerate() {
        let when: Vec<ConceptId> = linking
            .when
            .iter()
            .filter_map(|any| candidates::name_of_one(policy, any))
            .collect();
        let mut requests = Vec::new();
        for (id, base) in bases {
            if !data
                .own_leaf(linking.to)
                .is_subset(&policy.norms[id.0 as usize].data.leaves)
            {
                continue;
            }
            for name in [linking.from, linking.to] {
                let mut without = base.clone();
                without.data = vec![name];
                let mut with = without.clone();
                with.conditions
                    .extend(when.iter().filter(|one| !base.conditions.contains(one)));
                requests.extend([with, without]);
            }
        }
        requests
            .iter()
            .take(2)
            .for_each(|request| chosen.add(request.clone(), About::Linking));
        let asked = Asked::new(decider, requests);
        for changed in mistake::of_linking(linking) {
            wrong.vocabulary.linkings[index] = changed;
            asked.show(&Decider::new(wrong), chosen, || About::Linking);
        }
        wrong.vocabulary.linkings[index] = linking.clone();
    }
}

/// For each name that has a rest leaf, a request about it where a norm speaks of that.
fn rest_leaves(policy: &Policy, bases: &[(NormId, Request)], chosen: &mut Chosen) {
    for dimension in [Dimension::Data, Dimension::Party, Dimension::Purpose] {
        let graph = policy.vocabulary.graph(dimension);
        let rests: BTreeMap<ConceptId, ConceptId> = graph.rests().map(|(rest, of)| (of, rest)).collect();
        for (of, id) in rests {
            let own = graph.leaves_of(id);
            let speaks = |norm: &NormId| {
                let norm = &policy.norms[norm.0 as usize];
                let scope = match dimension {
                    Dimension::Data => &norm.data,
                    Dimension::Party => &norm.parties,
                    Dimension::Purpose | Dimension::Condition => &norm.purposes,
                };
                own.is_subset(&scope.leaves)
            };
            let Some((_, base)) = bases.iter().find(|(norm, _)| speaks(norm)).or(bases.first()) else {
                return;
            };
            let request = match dimension {
                Dimension::Data => Request {
                    data: vec![id],
                    ..base.clone()
                },
                Dimension::Party => base.clone().party(id),
                Dimension::Purpose | Dimension::Condition => base.clone().purpose(id),
            };
            let name = match of {
                ConceptId::TOP => "*".to_owned(),
                of => graph.get(of).name.clone(),
            };
            chosen.add(request, About::Rest(name));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_the_bound_the_file_says_less_than_there_is() {
        assert_eq!([0, MOST_NORMS, MOST_NORMS + 1].map(tried), [0, MOST_NORMS, MOST_NORMS]);
    }
}
