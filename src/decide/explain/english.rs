//! Decisions in English; names and titles stay as the policy writes them.

use super::super::answer::{Answer, ConditionSet, Decision, Miss, Missed, Verdict, Way};
use super::super::request::Request;
use super::citation::cite;
use super::words::{self, is_narrow};
use crate::norm::{Act, ActSet, Effect, Norm, NormId, Processing, Scope};
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, Graph, LeafSet};

/// The decision in English: a sentence, then a line for each reason and each way to change it. The request and the decision
/// must be about this policy.
#[must_use]
pub fn english(policy: &Policy, request: &Request, decision: &Decision) -> String {
    let telling = Telling { policy };
    let mut lines = vec![telling.answer(request, decision)];
    lines.extend(telling.place(request, decision));
    lines.extend(telling.reasons(request, decision));
    lines.extend(telling.ways(request, decision));
    lines.extend(telling.not_enough(request, decision));
    lines.join("\n")
}

/// A norm in English, in one line: its clause, what it does and what it speaks of.
#[must_use]
pub fn norm_in_english(policy: &Policy, id: NormId) -> String {
    let telling = Telling { policy };
    let vocabulary = &policy.vocabulary;
    let norm = &policy.norms[id.0 as usize];
    let acts = match norm.acts {
        ActSet::ALL => "any act".to_owned(),
        acts => {
            let words = acts.iter().map(|act| act.english().replace('_', " "));
            words.collect::<Vec<_>>().join(", ")
        }
    };
    let mut told = vec![
        format!("{} {acts}", norm.effect.english()),
        format!("data: {}", scope(&vocabulary.data, &norm.data)),
    ];
    if is_narrow(&norm.parties) && norm.acts.iter().any(Act::has_other_party) {
        told.push(format!("party: {}", scope(&vocabulary.parties, &norm.parties)));
    }
    if norm.effect == Effect::Limit {
        let kept = words::named(&vocabulary.purposes, &norm.purposes).except;
        told.push(format!("purpose: only {}", listed(kept, "or")));
    } else if is_narrow(&norm.purposes) {
        told.push(format!("purpose: {}", scope(&vocabulary.purposes, &norm.purposes)));
    }
    told.extend(telling.routes(norm));
    if norm.effect == Effect::Permit && norm.processing != Processing::Raw {
        told.push(format!("only {} data", norm.processing.english()));
    }
    let terms = telling.terms(norm);
    if !terms.is_empty() {
        told.push(terms);
    }
    format!("{}: {}", telling.clauses(&[id]).concat(), told.join("; "))
}

struct Telling<'p> {
    policy: &'p Policy,
}

impl Telling<'_> {
    fn answer(&self, request: &Request, decision: &Decision) -> String {
        let act = self.act(request);
        match &decision.answer {
            Answer::Permitted => format!("{act} is permitted."),
            Answer::UnderConditions { conditions } => match conditions.as_slice() {
                [one] => format!("{act} is permitted given {}.", self.conditions(one)),
                _ => format!("{act} is permitted given any one of the following."),
            },
            Answer::IfProcessed { states, conditions, .. } => {
                let states = states_in_words(states);
                match conditions.as_slice() {
                    [one] if one.all_of.is_empty() => format!("{act} is permitted if the data is {states}."),
                    [one] => format!(
                        "{act} is permitted if the data is {states}, given {}.",
                        self.conditions(one)
                    ),
                    _ => format!("{act} is permitted if the data is {states}, given any one of the following."),
                }
            }
            Answer::Forbidden { .. } => format!("{act} is forbidden."),
            Answer::NotStated { .. } => {
                format!("{act} is not provided for by this policy. What is not provided for is not permitted.")
            }
        }
    }

    fn act(&self, request: &Request) -> String {
        let vocabulary = &self.policy.vocabulary;
        let processed = match request.processing {
            Processing::Raw => String::new(),
            state => format!("{} ", state.english()),
        };
        let data = match request.data.contains(&ConceptId::TOP) || request.data.is_empty() {
            true => format!("all {processed}data"),
            false => {
                let names = request.data.iter().map(|id| words::name(&vocabulary.data, *id));
                processed + &listed(names, "and")
            }
        };
        let party = match (request.act.has_other_party(), request.party) {
            (false, id) if words::another_acts(self.policy, request) => {
                format!(" by {}", words::name(&vocabulary.parties, id))
            }
            (false, _) => String::new(),
            (true, ConceptId::TOP) => format!(" {} whomever", preposition(request.act)),
            (true, id) => format!(" {} {}", preposition(request.act), words::name(&vocabulary.parties, id)),
        };
        let purpose = match request.purpose {
            ConceptId::TOP => " for any purpose".to_owned(),
            id => format!(" for the purpose {}", words::name(&vocabulary.purposes, id)),
        };
        let route = request
            .route
            .map(|route| format!(" by the route {}", vocabulary.routes[route as usize].name))
            .unwrap_or_default();
        let given = match request.conditions.is_empty() {
            true => String::new(),
            false => {
                let names = request
                    .conditions
                    .iter()
                    .map(|id| words::name(&vocabulary.conditions, *id));
                format!(", given {},", listed(names, "and"))
            }
        };
        format!("{} {data}{party}{purpose}{route}{given}", verb(request.act))
    }

    fn place(&self, request: &Request, decision: &Decision) -> Option<String> {
        let place = decision.place.filter(|_| !decision.uniform)?;
        let vocabulary = &self.policy.vocabulary;
        let mut found = Vec::new();
        let mut add = |word: &str, graph: &Graph, asked: &[ConceptId], leaf: u32| {
            if asked != [graph.leaf_concept(leaf)] || graph.leaves_of(asked[0]).len() > 1 {
                found.push(format!("{word} {}", words::leaf(graph, leaf)));
            }
        };
        add("data", &vocabulary.data, &request.data, place.data);
        if request.act.has_other_party() {
            add("party", &vocabulary.parties, &[request.party], place.party);
        }
        add("purpose", &vocabulary.purposes, &[request.purpose], place.purpose);
        if let (None, Some(route)) = (request.route, place.route) {
            found.push(format!("route {}", vocabulary.routes[route as usize].name));
        }
        let verdict = match decision.verdict {
            Verdict::Forbidden => "Forbidden, for example",
            Verdict::NotStated | Verdict::Permitted => "Not provided for, for example",
        };
        (!found.is_empty()).then(|| format!("{verdict}: {}", found.join(", ")))
    }

    fn reasons(&self, request: &Request, decision: &Decision) -> Vec<String> {
        let mut lines = Vec::new();
        lines.extend(self.listed("By", &decision.decided_by));
        let against = match &decision.answer {
            Answer::Permitted => "Prohibitions that do not prevail",
            Answer::Forbidden { .. } => "Permissions that do not prevail",
            _ => "Until then forbidden by",
        };
        lines.extend(self.listed(against, &decision.overridden));
        if let Answer::IfProcessed { transforms, .. } = &decision.answer {
            let transforms = transforms.iter().map(|id| &self.policy.norms[id.0 as usize]);
            let mut told: Vec<String> = transforms.filter_map(|norm| self.transform(norm)).collect();
            told.dedup();
            lines.extend(told);
        }
        if let Answer::NotStated { nearest } = &decision.answer {
            let act = request.act.english().replace('_', " ");
            lines.push(match nearest.is_empty() {
                true => format!("Nothing in this policy permits the act `{act}`."),
                false => "Nearest:".to_owned(),
            });
            lines.extend(nearest.iter().map(|miss| self.miss(miss)));
        }
        lines
    }

    fn ways(&self, request: &Request, decision: &Decision) -> Vec<String> {
        let told = |way: &&Way| match &decision.answer {
            Answer::UnderConditions { conditions } => conditions.len() == 1 && way.states.is_empty(),
            Answer::IfProcessed { states, conditions, .. } => conditions.len() == 1 && way.states == *states,
            _ => false,
        };
        let ways: Vec<&Way> = decision.ways.iter().filter(|way| !told(way)).collect();
        let mut lines = Vec::new();
        if ways.is_empty() {
            if matches!(decision.answer, Answer::Forbidden { .. }) && decision.complete {
                let part = words::part(self.policy, request);
                lines.push(
                    match part.permits.is_empty() {
                        true => "No condition and no processing would make it permitted.",
                        false => "No condition and no processing would make all of it permitted.",
                    }
                    .to_owned(),
                );
                let narrower = ["data", "party", "purpose"].into_iter().zip(part.narrower_in);
                let narrower: Vec<&str> = narrower.filter(|(_, less)| *less).map(|(word, _)| word).collect();
                let heading = format!("May permit part of it (narrow down the {})", listed(narrower, "or"));
                lines.extend(self.listed(&heading, &part.permits));
            }
            lines.extend(self.cut_off(decision));
            return lines;
        }
        lines.push(
            match &decision.answer {
                Answer::Forbidden { .. } | Answer::NotStated { .. } => "It would be permitted:",
                Answer::UnderConditions { conditions } if conditions.len() > 1 => "It is permitted:",
                _ => "It would also be permitted:",
            }
            .to_owned(),
        );
        lines.extend(ways.into_iter().map(|way| format!("- {}", self.way(way))));
        lines.extend(self.cut_off(decision));
        lines
    }

    fn cut_off(&self, decision: &Decision) -> Option<String> {
        (!decision.complete).then(|| "There are many combinations of conditions; not every way is shown.".to_owned())
    }

    fn not_enough(&self, request: &Request, decision: &Decision) -> Option<String> {
        let graph = &self.policy.vocabulary.conditions;
        let (category, kinds) = words::category_for_kind(graph, request, decision)?;
        let kinds = listed(kinds.iter().map(String::as_str), "or");
        Some(format!("{category} alone does not stand for {kinds}."))
    }

    fn way(&self, way: &Way) -> String {
        let states = states_in_words(&way.states);
        let how = match (way.states.is_empty(), way.conditions.all_of.is_empty()) {
            (true, _) => format!("given {}", self.conditions(&way.conditions)),
            (false, true) => format!("if the data is {states}"),
            (false, false) => format!("if the data is {states}, given {}", self.conditions(&way.conditions)),
        };
        format!("{how}: {}", self.clauses(&way.permits).join(", "))
    }

    fn conditions(&self, set: &ConditionSet) -> String {
        let graph = &self.policy.vocabulary.conditions;
        let each = set.all_of.iter().map(|any: &LeafSet| {
            let names = words::conditions(graph, any);
            listed(names.iter().map(String::as_str), "or")
        });
        let each: Vec<String> = each.collect();
        let choice = set.all_of.iter().any(|any| words::conditions(graph, any).len() > 1);
        each.join(if choice { ", and " } else { " and " })
    }

    /// The clauses of some norms under a heading, one a line; nothing where there are none.
    fn listed(&self, heading: &str, norms: &[NormId]) -> Vec<String> {
        let clauses = self.clauses(norms).into_iter().map(|clause| format!("- {clause}"));
        let heading = (!norms.is_empty()).then(|| format!("{heading}:"));
        heading.into_iter().chain(clauses).collect()
    }

    fn clauses(&self, norms: &[NormId]) -> Vec<String> {
        let cited = norms.iter().map(|norm| {
            let citation = cite(self.policy, *norm);
            format!("{} (#{})", citation.text(), citation.anchor)
        });
        let mut cited: Vec<String> = cited.collect();
        cited.dedup();
        cited
    }

    fn transform(&self, norm: &Norm) -> Option<String> {
        let graph = &self.policy.vocabulary.data;
        let transform = norm.transform.as_ref()?;
        let names = |ids: &[ConceptId]| listed(ids.iter().map(|id| words::name(graph, *id)), "and");
        let mut steps = Vec::new();
        if !transform.drop.is_empty() {
            steps.push(format!("drop {}", names(&transform.drop)));
        }
        for (from, to) in &transform.generalise {
            steps.push(format!(
                "replace {} by {}",
                words::name(graph, *from),
                words::name(graph, *to)
            ));
        }
        if !transform.keep.is_empty() {
            steps.push(format!(
                "of what identifies a person keep only {}",
                names(&transform.keep)
            ));
        }
        (!steps.is_empty()).then(|| format!("Processing: {}", steps.join("; ")))
    }

    fn miss(&self, miss: &Miss) -> String {
        let vocabulary = &self.policy.vocabulary;
        let norm = &self.policy.norms[miss.norm.0 as usize];
        let told: Vec<String> = miss
            .on
            .iter()
            .map(|missed| match missed {
                Missed::Data => format!("data: {}", scope(&vocabulary.data, &norm.data)),
                Missed::Party => format!("party: {}", scope(&vocabulary.parties, &norm.parties)),
                Missed::Purpose => format!("purpose: {}", scope(&vocabulary.purposes, &norm.purposes)),
                Missed::Route => self.routes(norm).unwrap_or_default(),
                Missed::Processing => format!("only {} data", norm.processing.english()),
                Missed::Conditions => self.terms(norm),
            })
            .collect();
        format!("- {}: {}", self.clauses(&[miss.norm]).concat(), told.join("; "))
    }

    fn routes(&self, norm: &Norm) -> Option<String> {
        let routes = norm.routes.as_ref()?.iter();
        let names = routes.map(|route| self.policy.vocabulary.routes[*route as usize].name.as_str());
        Some(format!("route: {}", listed(names, "or")))
    }

    fn terms(&self, norm: &Norm) -> String {
        let graph = &self.policy.vocabulary.conditions;
        let names = |ids: &[ConceptId]| listed(ids.iter().map(|id| words::name(graph, *id)), "or");
        let mut terms: Vec<String> = norm
            .requires
            .iter()
            .map(|any| format!("only given {}", names(&any.conditions)))
            .collect();
        if !norm.unless.conditions.conditions.is_empty() {
            terms.push(format!("not given {}", names(&norm.unless.conditions.conditions)));
        }
        terms.join("; ")
    }
}

pub(crate) fn listed<'n>(names: impl IntoIterator<Item = &'n str>, word: &str) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    match names.as_slice() {
        [] => "nothing that can be asserted".to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

fn scope(graph: &Graph, scope: &Scope) -> String {
    let named = words::named(graph, scope);
    let names = match named.all {
        true => "any".to_owned(),
        false => listed(named.names, "or"),
    };
    match named.except.is_empty() {
        true => names,
        false => format!("{names} (except {})", listed(named.except, "and")),
    }
}

fn states_in_words(states: &[Processing]) -> String {
    listed(states.iter().map(|state| state.english()), "or")
}

pub(crate) fn verb(act: Act) -> &'static str {
    match act {
        Act::Collect => "Collecting",
        Act::Use => "Using",
        Act::Provide => "Providing",
        Act::Receive => "Receiving",
        Act::Entrust => "Entrusting",
        Act::AcceptEntrustment => "Accepting the entrustment of",
        Act::Share => "Sharing",
        Act::Transmit => "Transmitting",
        Act::TransferAbroad => "Transferring abroad",
        Act::Publish => "Publishing",
        Act::Retain => "Retaining",
        Act::Erase => "Erasing",
    }
}

pub(crate) fn preposition(act: Act) -> &'static str {
    match act {
        Act::Receive | Act::AcceptEntrustment => "from",
        Act::Share => "with",
        _ => "to",
    }
}
