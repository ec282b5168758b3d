//! A decision in words: a sentence, then a line for each reason and each way to change it.

use super::super::answer::{Answer, ConditionSet, Decision, Miss, Missed, Verdict, Way};
use super::super::request::Request;
use super::facts::{self, NotExamined};
use super::kinds::{AnyOne, Asked, Case, Differing, Extent, Told, What, Who};
use super::names;
use super::norm::{cited, cited_as_one, routes, terms};
use super::phrases::{self, Of, any_one, case, extent, items, joined, reached};
use super::sentences::{acts, answer as say, norm as of_norm, reasons, ways};
use crate::norm::{Norm, NormId, Processing};
use crate::policy::Policy;
use crate::text::Text;
use crate::text::sentence::{ActName, Name};
use crate::vocabulary::{Attribute, ConceptId, Graph};

/// How many clauses of one kind are listed; the rest is counted. Programs get all of them (`decided_by`, `overridden`).
pub(super) const MOST: usize = 10;

/// The lines. The request and the decision must be about this policy.
pub(super) fn told(policy: &Policy, request: &Request, decision: &Decision) -> Vec<Text> {
    let telling = Telling {
        policy,
        request,
        decision,
    };
    let mut lines = match decision.parts.parts.is_empty() {
        true => vec![telling.answer()],
        false => telling.parts(),
    };
    lines.extend(telling.place());
    lines.extend(telling.reasons());
    lines.extend(telling.ways());
    lines.extend(telling.endings());
    lines.extend(telling.not_enough());
    lines.extend(telling.beyond_scope());
    lines.extend(telling.not_examined());
    lines
}

pub(super) struct Telling<'p> {
    pub(super) policy: &'p Policy,
    pub(super) request: &'p Request,
    pub(super) decision: &'p Decision,
}

impl Telling<'_> {
    fn answer(&self) -> Text {
        let act = self.asked(&[]);
        match &self.decision.answer {
            Answer::Permitted => say::permitted(&act),
            Answer::UnderConditions { conditions } => match conditions.as_slice() {
                [one] => say::permitted_given(&act, &self.conditions(one)),
                _ => say::permitted_in_cases(&act),
            },
            Answer::IfProcessed { states, conditions, .. } => {
                let states = phrases::states(states);
                match conditions.as_slice() {
                    [one] if one.is_empty() => say::permitted_processed(&act, &states),
                    [one] => say::permitted_processed_given(&act, &states, &self.conditions(one)),
                    _ => say::permitted_processed_in_cases(&act, &states),
                }
            }
            Answer::Forbidden { .. } if !self.decision.certain => say::perhaps_forbidden(&act),
            Answer::NotStated { .. } if !self.decision.certain => say::perhaps_not_stated(&act),
            Answer::Forbidden { .. } if self.decision.uniform => say::forbidden(&act),
            Answer::NotStated { .. } if self.decision.uniform => say::not_stated(&act),
            // About so much that it was not told apart.
            Answer::Forbidden { .. } => say::forbidden_as_a_whole(&self.asked(&Differing::ALL)),
            Answer::NotStated { .. } => say::not_stated_as_a_whole(&self.asked(&Differing::ALL)),
        }
    }

    /// The act with what it is done with, to whom and what for. What goes before the verb in Japanese goes after it in English.
    /// In what the answer differs, nothing is said of what was left open.
    pub(super) fn asked(&self, differing: &[Differing]) -> Asked {
        let (vocabulary, request) = (&self.policy.vocabulary, self.request);
        let own_name = |graph: &Graph, id: ConceptId| Name(names::name(graph, id).to_owned());
        // What was withdrawn is told as that.
        let conditions = &vocabulary.conditions;
        let stands = |id: &&ConceptId| !request.withdrawn.iter().any(|outer| conditions.contains(*outer, **id));
        let asserted = request.conditions.iter().filter(stands);
        let asserted: Vec<&str> = asserted.map(|id| names::name(conditions, *id)).collect();
        let given = (!asserted.is_empty()).then(|| acts::given(&case(&asserted, Of::All)));
        let denied = (!request.denied.is_empty()).then(|| {
            let denied = request.denied.iter();
            let denied: Vec<&str> = denied.map(|id| names::name(&vocabulary.conditions, *id)).collect();
            acts::denied(&Case(match denied.as_slice() {
                [one] => acts::not_one(&Name((*one).to_owned())),
                several => acts::none_of(&any_one(several)),
            }))
        });
        let withdrawn = (!request.withdrawn.is_empty()).then(|| {
            let withdrawn = request.withdrawn.iter();
            let withdrawn: Vec<&str> = withdrawn.map(|id| names::name(&vocabulary.conditions, *id)).collect();
            acts::withdrawn(&items(&withdrawn))
        });
        let whatever = request.closed.then(acts::whatever_else_holds);
        let purpose = match request.purpose {
            ConceptId::TOP if differing.contains(&Differing::Purpose) => Text::empty(),
            ConceptId::TOP => acts::for_any_purpose(),
            id if vocabulary.purposes.is_rest_of(id) == Some(ConceptId::TOP) => acts::for_another_purpose(),
            id => acts::for_purpose(&own_name(&vocabulary.purposes, id)),
        };
        let route = request.route.map(|route| {
            let name = vocabulary.routes[route as usize].name.clone();
            acts::by_route(&Name(name))
        });
        let has_other_party = request.act.has_other_party();
        let party = (request.party != ConceptId::TOP).then(|| own_name(&vocabulary.parties, request.party));
        let around = match &party {
            None if differing.contains(&Differing::Party) => None,
            None => has_other_party.then(|| phrases::whomever(request.act)),
            Some(doer) => facts::another_acts(self.policy, request).then(|| acts::done_by(doer)),
        };
        let party = party.map(|name| Who(acts::named(&name)));
        let done = phrases::done(request.act, &self.what(), party.as_ref());
        let empty = Text::empty();
        let optional = [&given, &denied, &withdrawn, &whatever, &route, &around];
        let [given, denied, withdrawn, whatever, route, around] =
            optional.map(|phrase| phrase.as_ref().unwrap_or(&empty));
        Asked(Text::of_visible(
            [given, denied, withdrawn, whatever, &purpose, route, around, &done]
                .map(|text| text.ja.as_str())
                .concat(),
            [&done, around, &purpose, route, given, denied, withdrawn, whatever]
                .map(|text| text.en.as_str())
                .concat(),
        ))
    }

    /// The data that is asked about.
    fn what(&self) -> What {
        let request = self.request;
        let is_all = request.data.contains(&ConceptId::TOP) || request.data.is_empty();
        let data = request.data.iter();
        let data: Vec<&str> = data.map(|id| names::name(&self.policy.vocabulary.data, *id)).collect();
        What(match (request.processing, is_all) {
            (Processing::Raw, true) => acts::all_data(),
            (Processing::Raw, false) => items(&data).0,
            (state, true) => acts::all_data_processed(&state),
            (state, false) => acts::processed(&state, &items(&data)),
        })
    }

    /// Which leaf made the answer what it is, where the request asked about several.
    fn place(&self) -> Option<Text> {
        let told_in_parts = !self.decision.parts.parts.is_empty();
        let place = self
            .decision
            .place
            .filter(|_| !self.decision.uniform && !told_in_parts)?;
        let (vocabulary, request) = (&self.policy.vocabulary, self.request);
        let mut found = Vec::new();
        let mut add = |told: fn(&Name) -> Text, graph: &Graph, asked: &[ConceptId], leaf: u32| {
            if asked != [graph.leaf_concept(leaf)] || graph.leaves_of(asked[0]).len() > 1 {
                found.push(told(&Name(names::leaf(graph, leaf))));
            }
        };
        add(say::at_data, &vocabulary.data, &request.data, place.data);
        if request.act.has_other_party() {
            add(say::at_party, &vocabulary.parties, &[request.party], place.party);
        }
        add(say::at_purpose, &vocabulary.purposes, &[request.purpose], place.purpose);
        if let (None, Some(route)) = (request.route, place.route) {
            let name = vocabulary.routes[route as usize].name.clone();
            found.push(say::at_route(&Name(name)));
        }
        let at = Told(joined(&found, "、", ", "));
        (!found.is_empty()).then(|| match (self.decision.verdict, self.decision.certain) {
            (Verdict::Forbidden, true) => say::forbidden_at(&at),
            (Verdict::Forbidden, false) => say::perhaps_forbidden_at(&at),
            (Verdict::NotStated | Verdict::Permitted, true) => say::not_stated_at(&at),
            (Verdict::NotStated | Verdict::Permitted, false) => say::perhaps_not_stated_at(&at),
        })
    }

    fn reasons(&self) -> Vec<Text> {
        let decision = self.decision;
        let by = match &decision.answer {
            Answer::Forbidden { .. } if !decision.certain => reasons::perhaps_forbidden_by(),
            _ => reasons::by(),
        };
        // The parts cite what decides them.
        let mut lines = match decision.parts.parts.is_empty() {
            true => self.listed(by, &decision.decided_by),
            false => Vec::new(),
        };
        let against = match &decision.answer {
            Answer::Permitted => reasons::prohibitions_that_do_not_prevail(),
            Answer::Forbidden { .. } => reasons::permissions_that_do_not_prevail(),
            _ => reasons::until_then_forbidden_by(),
        };
        lines.extend(self.listed(against, &decision.overridden));
        lines.extend(self.listed(reasons::make_way_for_a_duty(), &decision.set_aside));
        if matches!(decision.answer, Answer::Forbidden { .. } | Answer::NotStated { .. }) {
            let party = Name(names::name(&self.policy.vocabulary.parties, self.request.party).to_owned());
            let withheld = facts::withheld_abroad(self.policy, self.request);
            lines.extend(self.listed(reasons::not_abroad(&party), &withheld));
        }
        if let Answer::IfProcessed { transforms, .. } = &decision.answer {
            let transforms = transforms.iter().map(|id| self.norm(*id));
            let mut told: Vec<Text> = transforms.filter_map(|norm| self.transform(norm)).collect();
            told.dedup();
            lines.extend(told);
        }
        // Where a part may be done, no clause is nearer than those of the part.
        let may_in_part = (decision.parts.parts.iter()).any(|part| !part.answer.kind.refuses());
        if let Answer::NotStated { nearest } = &decision.answer
            && !may_in_part
        {
            let act = self.request.act;
            lines.push(match nearest.is_empty() {
                true => {
                    let act = ActName(Text::new(act.word(), act.english().replace('_', " ")));
                    reasons::nothing_permits(&act)
                }
                false => reasons::nearest(),
            });
            lines.extend(nearest.iter().map(|miss| self.miss(miss)));
        }
        lines
    }

    /// What would change the answer, beyond what the answer itself says.
    fn ways(&self) -> Vec<Text> {
        let decision = self.decision;
        let told = |way: &&Way| match &decision.answer {
            Answer::UnderConditions { conditions } => conditions.len() == 1 && way.states.is_empty(),
            Answer::IfProcessed { states, conditions, .. } => conditions.len() == 1 && way.states == *states,
            _ => false,
        };
        let others: Vec<&Way> = decision.ways.iter().filter(|way| !told(way)).collect();
        let mut lines = Vec::new();
        if others.is_empty() {
            let told_in_parts = !decision.parts.parts.is_empty();
            if matches!(decision.answer, Answer::Forbidden { .. }) && decision.complete && !told_in_parts {
                lines = self.no_way();
            }
        } else {
            lines.push(match &decision.answer {
                _ if !decision.parts.parts.is_empty() => ways::all_of_it_would_be(),
                Answer::Forbidden { .. } | Answer::NotStated { .. } => ways::it_would_be(),
                Answer::UnderConditions { conditions } if conditions.len() > 1 => ways::it_is(),
                _ => ways::it_would_also_be(),
            });
            lines.extend(others.into_iter().map(|way| self.way(way)));
        }
        lines.extend((!decision.complete).then(ways::cut_off));
        lines
    }

    /// What would end what is permitted: who forgot to say it learns of it here.
    fn endings(&self) -> Vec<Text> {
        let decision = self.decision;
        let told = decision.ended_by.iter().take(MOST).map(|ending| {
            let case = self.conditions(&ending.conditions);
            match ending.by.is_empty() {
                true => ways::ended_where(&case),
                false => ways::ended(&case, &cited_as_one(self.policy, &ending.by)),
            }
        });
        let mut lines: Vec<Text> = told.collect();
        if !lines.is_empty() {
            lines.insert(0, ways::it_would_end());
        }
        let more = decision.ended_by.len().saturating_sub(MOST);
        lines.extend((more > 0).then(|| reasons::more(&more)));
        lines.extend((!decision.ended_by_complete).then(ways::not_every_ending));
        lines
    }

    /// That nothing would change the answer, and what may permit a part of the request.
    fn no_way(&self) -> Vec<Text> {
        let part = facts::part(self.policy, self.request);
        let says_more = !self.request.denied.is_empty() || !self.request.withdrawn.is_empty();
        let lifted = facts::lifted_for_nothing(self.policy, self.decision);
        if let Some(lifted) = lifted.filter(|_| part.permits.is_empty() && !says_more) {
            let graph = &self.policy.vocabulary.conditions;
            let names: Vec<&str> = lifted.iter().map(|id| names::name(graph, *id)).collect();
            return vec![ways::lifted_and_not_permitted(&case(&names, Of::Any))];
        }
        let mut lines = vec![match (
            part.permits.is_empty(),
            self.request.denied.is_empty() && self.request.withdrawn.is_empty(),
        ) {
            (true, true) => ways::none(),
            (true, false) => ways::none_but_what_is_denied(),
            (false, true) => ways::none_for_all_of_it(),
            (false, false) => ways::none_for_all_of_it_but_what_is_denied(),
        }];
        lines.extend(self.decision.but_for_duty.then(ways::but_for_a_duty));
        let narrower = [("情報", "data"), ("相手", "party"), ("目的", "purpose")].into_iter();
        let narrower = narrower.zip(part.narrower_in).filter(|(_, less)| *less);
        let (ja, en): (Vec<&str>, Vec<&str>) = narrower.map(|(word, _)| word).unzip();
        let dimensions = AnyOne(Text::new(ja.join("・"), phrases::listed(en, Of::Any)));
        lines.extend(self.listed(ways::narrow_down(&dimensions), &part.permits));
        lines
    }

    /// Asserted categories that do not stand for their kinds.
    fn not_enough(&self) -> Option<Text> {
        let graph = &self.policy.vocabulary.conditions;
        let (category, kinds) = facts::category_for_kind(graph, self.request, self.decision)?;
        let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
        let category = Name(category.to_owned());
        Some(ways::category_is_not_enough(&category, &any_one(&kinds)))
    }

    /// Asserted consents that do not reach what is asked.
    fn beyond_scope(&self) -> Option<Text> {
        let graph = &self.policy.vocabulary.conditions;
        let beyond = facts::beyond_their_scope(graph, self.request, self.decision);
        let beyond: Vec<&str> = beyond.iter().map(|id| names::name(graph, *id)).collect();
        (!beyond.is_empty()).then(|| ways::does_not_reach_it(&items(&beyond)))
    }

    /// What decides besides the policy.
    fn not_examined(&self) -> Vec<Text> {
        let told = |what: NotExamined| match (what, self.decision.verdict) {
            (NotExamined::NumberAct, _) => say::not_examined(&Name(what.name().to_owned())),
            (NotExamined::DutyByLaw, Verdict::NotStated) => say::duty_not_stated(),
            (NotExamined::DutyByLaw, _) => say::duty_not_examined(),
            (NotExamined::DutyToKeep, _) => say::duty_to_keep_not_examined(),
        };
        let found = facts::not_examined(self.policy, self.request, self.decision.verdict);
        found.into_iter().map(told).collect()
    }

    fn way(&self, way: &Way) -> Text {
        let permits = cited_as_one(self.policy, &way.permits);
        let states = phrases::states(&way.states);
        match (way.states.is_empty(), way.conditions.is_empty()) {
            (true, _) => ways::given(&self.conditions(&way.conditions), &permits),
            (false, true) => ways::processed(&states, &permits),
            (false, false) => ways::processed_given(&states, &self.conditions(&way.conditions), &permits),
        }
    }

    pub(super) fn conditions(&self, set: &ConditionSet) -> Case {
        let graph = &self.policy.vocabulary.conditions;
        let each: Vec<Vec<String>> = set.all_of.iter().map(|any| names::conditions(graph, any)).collect();
        let several_in_one = each.iter().any(|names| names.len() > 1);
        let mut cases: Vec<Case> = each.iter().map(|names| case(names, Of::Any)).collect();
        let ruled_out = names::conditions(graph, &set.none_of);
        match ruled_out.as_slice() {
            [] => {}
            [one] => cases.push(Case(ways::known_not_to_hold(&Name(one.clone())))),
            several => {
                let several: Vec<&str> = several.iter().map(String::as_str).collect();
                cases.push(Case(ways::none_known_to_hold(&any_one(&several))));
            }
        }
        phrases::cases(&cases, several_in_one)
    }

    /// The clauses of some norms under a heading, one a line; nothing where there are none.
    fn listed(&self, heading: Text, norms: &[NormId]) -> Vec<Text> {
        let clauses = cited(self.policy, norms);
        let heading = (!norms.is_empty()).then_some(heading);
        // One that would stand in place of the line that counts it is shown.
        let shown = match clauses.len() {
            few if few <= MOST + 1 => few,
            _ => MOST,
        };
        let more = clauses.len() - shown;
        let more = (more > 0).then(|| reasons::more(&more));
        let items = clauses[..shown].iter().map(reasons::item);
        heading.into_iter().chain(items).chain(more).collect()
    }

    fn transform(&self, norm: &Norm) -> Option<Text> {
        let graph = &self.policy.vocabulary.data;
        let transform = norm.transform.as_ref()?;
        let each = |ids: &[ConceptId]| items(&ids.iter().map(|id| names::name(graph, *id)).collect::<Vec<_>>());
        let name = |id: ConceptId| Name(names::name(graph, id).to_owned());
        let mut steps = Vec::new();
        if !transform.drop.is_empty() {
            steps.push(reasons::drop(&each(&transform.drop)));
        }
        for (from, to) in &transform.generalise {
            steps.push(reasons::replace(&name(*from), &name(*to)));
        }
        if !transform.keep.is_empty() {
            steps.push(reasons::keep_only(&each(&transform.keep)));
        }
        (!steps.is_empty()).then(|| reasons::processing(&Told(joined(&steps, "、", "; "))))
    }

    fn miss(&self, miss: &Miss) -> Text {
        let vocabulary = &self.policy.vocabulary;
        let norm = self.norm(miss.norm);
        let told: Vec<Text> = miss
            .on
            .iter()
            .map(|missed| match missed {
                Missed::Data => of_norm::of_data(&extent(&vocabulary.data, &norm.data)),
                Missed::Party => of_norm::of_party(&self.parties(norm)),
                Missed::Purpose => of_norm::of_purpose(&extent(&vocabulary.purposes, &norm.purposes)),
                Missed::Route => routes(self.policy, norm).unwrap_or_default(),
                Missed::Processing => of_norm::only_processed(&norm.processing),
                Missed::Conditions => joined(&terms(self.policy, norm), "、", "; "),
            })
            .collect();
        let clause = cited_as_one(self.policy, &[miss.norm]);
        reasons::item_told(&clause, &Told(joined(&told, "、", "; ")))
    }

    /// The parties that a norm names, or, where the one asked about is among these and not reached, those that it reaches.
    fn parties(&self, norm: &Norm) -> Extent {
        let graph = &self.policy.vocabulary.parties;
        let asked = graph.leaves_of(self.request.party);
        let abroad = asked.is_subset(graph.leaves_with(Attribute::Foreign));
        let is_named = asked.is_subset(&graph.leaves_of_all(&norm.parties.named));
        match (is_named && norm.parties.except.is_empty(), abroad) {
            (true, false) => reached(graph, &norm.parties.leaves),
            (true, true) => Extent(of_norm::but_for_those_abroad(&extent(graph, &norm.parties))),
            (false, _) => extent(graph, &norm.parties),
        }
    }

    fn norm(&self, id: NormId) -> &Norm {
        &self.policy.norms[id.0 as usize]
    }
}
