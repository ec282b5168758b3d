//! An answer in parts: what differs within the request, the largest part first.

use std::collections::{BTreeMap, BTreeSet};

use super::super::answer::{Part, PartAnswer, Verdict};
use super::decision::{MOST, Telling};
use super::kinds::{AnyOne, Differing, Extent, Told};
use super::names;
use super::norm::cited_as_one;
use super::phrases::{self, Of, any_one, items, joined};
use super::sentences::answer as say;
use crate::norm::NormId;
use crate::policy::Expected;
use crate::text::Text;
use crate::vocabulary::{ConceptId, Graph, LeafSet};

/// How many clauses are cited of a part.
const CITED: usize = 2;

impl Telling<'_> {
    /// The answer in parts, and what it is for all of them.
    pub(super) fn parts(&self) -> Vec<Text> {
        let parts = &self.decision.parts.parts;
        let sets = |part: &Part| [&part.data, &part.parties, &part.purposes, &part.routes].map(LeafSet::clone);
        let whole = parts.iter().map(sets).reduce(|whole, part| {
            let mut pairs = whole.iter().zip(&part).map(|(one, other)| one.union(other));
            std::array::from_fn(|_| pairs.next().unwrap_or_default())
        });
        let whole = whole.unwrap_or_default();
        let differing: Vec<Differing> = (Differing::ALL.into_iter().zip(0..))
            .filter(|(_, at): &(_, usize)| parts.iter().any(|part| sets(part)[*at] != whole[*at]))
            .map(|(dimension, _)| dimension)
            .collect();
        let (ja, en): (Vec<&str>, Vec<&str>) = differing.iter().map(|dimension| dimension.words()).unzip();
        let dimensions = AnyOne(Text::new(ja.join("・"), phrases::listed(en, Of::All)));
        let mut lines = vec![say::in_parts(&self.asked(&differing), &dimensions)];
        let rest = rest(parts);
        let told: Vec<&Part> = parts.iter().filter(|part| Some(&part.answer) != rest).collect();
        if told.len() > MOST {
            lines.extend(self.counted(&differing));
        } else {
            lines.extend(told.into_iter().map(|part| {
                let found = (differing.iter())
                    .filter(|dimension| sets(part)[**dimension as usize] != whole[**dimension as usize])
                    .map(|dimension| self.place_of(*dimension, part, &whole));
                let place = Told(joined(&found.collect::<Vec<_>>(), "、", ", "));
                self.part(&place, &part.answer, &part.decided_by)
            }));
            lines.extend(rest.map(|answer| {
                let of_rest = parts.iter().filter(|part| part.answer == *answer);
                let by: BTreeSet<NormId> = of_rest.flat_map(|part| part.decided_by.iter().copied()).collect();
                let by: Vec<NormId> = by.into_iter().collect();
                self.part(&Told(say::elsewhere()), answer, &by)
            }));
        }
        lines.push(match self.decision.verdict {
            Verdict::Forbidden => say::strictest_forbidden(),
            Verdict::NotStated | Verdict::Permitted => say::strictest_not_stated(),
        });
        lines
    }

    /// More parts than anybody reads: of each answer how many combinations have it, and one of them.
    fn counted(&self, differing: &[Differing]) -> Vec<Text> {
        let mut by_kind: BTreeMap<Expected, (u64, &Part)> = BTreeMap::new();
        for part in &self.decision.parts.parts {
            let (count, _) = by_kind.entry(part.answer.kind).or_insert((0, part));
            *count = count.saturating_add(part.size());
        }
        let mut by_kind: Vec<(Expected, (u64, &Part))> = by_kind.into_iter().collect();
        by_kind.sort_by_key(|(kind, (count, _))| (std::cmp::Reverse(*count), *kind));
        let told = by_kind.into_iter().map(|(kind, (count, part))| {
            let first = |set: &LeafSet| set.first().map(LeafSet::single).unwrap_or_default();
            let one = Part {
                data: first(&part.data),
                parties: first(&part.parties),
                purposes: first(&part.purposes),
                routes: first(&part.routes),
                ..part.clone()
            };
            let none = std::array::from_fn(|_| LeafSet::empty());
            let found = differing.iter().map(|dimension| self.place_of(*dimension, &one, &none));
            let example = Told(joined(&found.collect::<Vec<_>>(), "、", ", "));
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            say::counted(
                &Told(Text::new(kind.word(), kind.english().replace('_', " "))),
                &count,
                &example,
            )
        });
        told.chain([say::json_has_the_parts()]).collect()
    }

    fn part(&self, place: &Told, answer: &PartAnswer, by: &[NormId]) -> Text {
        let answer = Told(self.part_answer(answer));
        match by.is_empty() {
            true => say::part(place, &answer),
            false => {
                let cited = cited_as_one(self.policy, &by[..by.len().min(CITED)]);
                match by.len().saturating_sub(CITED) {
                    0 => say::part_by(place, &answer, &cited),
                    more => say::part_by_and_more(place, &answer, &cited, &more),
                }
            }
        }
    }

    /// What a part is about in one dimension.
    fn place_of(&self, dimension: Differing, part: &Part, whole: &[LeafSet; 4]) -> Text {
        let vocabulary = &self.policy.vocabulary;
        match dimension {
            Differing::Data => say::of_data(&among(&vocabulary.data, &part.data, &whole[0])),
            Differing::Party => {
                let whole = self.others(&whole[1]);
                say::of_party(&among(&vocabulary.parties, &self.others(&part.parties), &whole))
            }
            Differing::Purpose if is_other(&vocabulary.purposes, &part.purposes) => say::of_another_purpose(),
            Differing::Purpose => say::of_purpose(&among(&vocabulary.purposes, &part.purposes, &whole[2])),
            Differing::Route => {
                let names = part.routes.iter().map(|route| &vocabulary.routes[route as usize].name);
                let names: Vec<&str> = names.map(String::as_str).collect();
                say::of_route(&Extent(any_one(&names).0))
            }
        }
    }

    /// The parties without the operator, to whom nobody hands anything; it alone stays.
    fn others(&self, parties: &LeafSet) -> LeafSet {
        let operator = self.policy.metadata.operator.as_ref().map(|operator| operator.party);
        let own = operator.map(|id| self.policy.vocabulary.parties.leaves_of(id));
        match own.map(|own| parties.difference(own)) {
            Some(others) if !others.is_empty() => others,
            _ => parties.clone(),
        }
    }

    fn part_answer(&self, answer: &PartAnswer) -> Text {
        let states = phrases::states(&answer.states);
        let conditions = answer.conditions.as_slice();
        match (answer.kind, conditions) {
            (Expected::Permitted, _) => say::part_permitted(),
            (Expected::PermittedUnderConditions, [one]) => say::part_given(&self.conditions(one)),
            (Expected::PermittedUnderConditions, many) => say::part_in_cases(&many.len()),
            (Expected::PermittedIfProcessed, [one]) if one.is_empty() => say::part_processed(&states),
            (Expected::PermittedIfProcessed, [one]) => say::part_processed_given(&states, &self.conditions(one)),
            (Expected::PermittedIfProcessed, many) => say::part_processed_in_cases(&states, &many.len()),
            (Expected::Forbidden, _) => say::part_forbidden(),
            (Expected::NotStated, _) => say::part_not_stated(),
        }
    }
}

/// The refusal that is told of what is left, once: of those that several parts have, the one with the most.
fn rest(parts: &[Part]) -> Option<&PartAnswer> {
    let refused = parts.iter().map(|part| &part.answer);
    let refused = refused.filter(|answer| answer.kind.refuses());
    let count = |answer: &PartAnswer| parts.iter().filter(|part| part.answer == *answer).count();
    let most = refused.max_by_key(|answer| count(answer))?;
    (count(most) > 1).then_some(most)
}

/// Whether a set is what nobody named.
fn is_other(graph: &Graph, set: &LeafSet) -> bool {
    let other = graph.rest(ConceptId::TOP);
    other.is_some_and(|other| graph.leaves_of(other) == set)
}

/// A set of leaves among all that were asked about: 「A」「B」; 「A」以外, where what nobody named is in it and that is shorter.
fn among(graph: &Graph, set: &LeafSet, asked: &LeafSet) -> Extent {
    let names = |set: &LeafSet| names::described(graph, set);
    let (named, others) = (names(set), names(&asked.difference(set)));
    let open = graph.rest(ConceptId::TOP).map(|other| graph.leaves_of(other));
    let is_open = open.is_some_and(|open| open.is_subset(set));
    match is_open && named.len() > 1 && others.len() <= named.len() {
        true => Extent(say::but(&items(&told(&others)))),
        false => Extent(any_one(&told(&named)).0),
    }
}

fn told(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}
