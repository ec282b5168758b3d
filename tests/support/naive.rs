//! The meaning of a policy, written down a second time and as plainly as possible, to compare the real one with.
//!
//! Knows neither leaf numbers nor leaf sets nor indices: a leaf is the concept it belongs to (the concept itself, or その他 of
//! it; of the top element: what nobody named; a party in several countries has none, its places have), what lies above a leaf is a set of concepts, and what might be asserted is every subset of the conditions.

use std::collections::{BTreeMap, BTreeSet};

use hoshin::internals::decide::{Missed, Request, Verdict};
use hoshin::internals::document::ClauseId;
use hoshin::internals::norm::{Act, AnyOf, Effect, Norm, NormId, Processing, Unless};
use hoshin::internals::policy::{Expected, Policy};
use hoshin::internals::vocabulary::{Attribute, ConceptId, Dimension, Graph};

/// A set of concepts.
pub(crate) type Concepts = BTreeSet<ConceptId>;

/// One leaf in every dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    pub(crate) data: ConceptId,
    pub(crate) party: ConceptId,
    pub(crate) purpose: ConceptId,
    pub(crate) route: Option<u32>,
}

/// What the norms make of one spot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Judgement {
    pub(crate) verdict: Verdict,
    pub(crate) deciding: BTreeSet<NormId>,
    /// The norms of the highest rank that count, of either effect.
    pub(crate) at_top: BTreeSet<NormId>,
    pub(crate) applied: BTreeSet<NormId>,
}

/// A minimal way to a permission: what to assert, and what to rule out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Way {
    pub(crate) level: u8,
    pub(crate) conditions: Concepts,
    pub(crate) ruled_out: Concepts,
}

/// The condition leaves that surely hold, and those that possibly do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Held {
    pub(crate) surely: Concepts,
    pub(crate) possibly: Concepts,
}

impl Held {
    /// What is asserted holds, and nothing else does.
    pub(crate) fn exactly(asserted: &Concepts) -> Self {
        Self {
            surely: asserted.clone(),
            possibly: asserted.clone(),
        }
    }

    /// With more known.
    pub(crate) fn with(&self, asserted: &Concepts, ruled_out: &Concepts) -> Self {
        Self {
            surely: &self.surely | asserted,
            possibly: &(&self.possibly | asserted) - ruled_out,
        }
    }
}

/// The whole answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) kind: Expected,
    pub(crate) verdict: Verdict,
    pub(crate) ways: BTreeSet<Way>,
}

/// A policy, judged naively.
pub(crate) struct Naive<'p> {
    policy: &'p Policy,
    /// The one spot that requests ask about, whatever they say.
    only: Option<Spot>,
}

impl<'p> Naive<'p> {
    pub(crate) fn new(policy: &'p Policy) -> Self {
        Self { policy, only: None }
    }

    /// Answers requests about one of their spots.
    pub(crate) fn at(&self, spot: Spot) -> Self {
        Self {
            policy: self.policy,
            only: Some(spot),
        }
    }

    /// Every leaf of a dimension. What nobody named comes last; a party that nobody named is a third party where the policy
    /// has that word, and a condition that nobody named is none.
    pub(crate) fn leaves(graph: &Graph) -> Vec<ConceptId> {
        let is_third_party = |id: u32| {
            let concept = graph.get(ConceptId(id));
            concept.parents.is_empty() && concept.name == "第三者"
        };
        let all = || (1..=graph.len() as u32).map(ConceptId);
        // A party in several countries is in one of them, whatever one does with it.
        let is_its_places = |id: ConceptId| {
            let mut others = all();
            graph.get(id).countries.len() > 1 && others.any(|other| graph.get(other).parents.contains(&id))
        };
        let mut leaves: Vec<ConceptId> = all().filter(|id| !is_its_places(*id)).collect();
        let has_other = match graph.dimension() {
            Dimension::Condition => false,
            Dimension::Party => !(1..=graph.len() as u32).any(is_third_party),
            Dimension::Data | Dimension::Purpose => true,
        };
        if has_other || leaves.is_empty() {
            leaves.push(ConceptId::TOP);
        }
        leaves
    }

    /// The leaves that a request means by an id.
    fn meant(graph: &Graph, id: ConceptId) -> Vec<ConceptId> {
        match graph.is_rest_of(id) {
            Some(of) => vec![of],
            None => {
                let leaves = Self::leaves(graph).into_iter();
                leaves.filter(|leaf| Self::above(graph, *leaf).contains(&id)).collect()
            }
        }
    }

    /// The concepts above a leaf, itself included.
    pub(crate) fn above(graph: &Graph, leaf: ConceptId) -> Concepts {
        let mut above = BTreeSet::from([ConceptId::TOP, leaf]);
        let mut open = vec![leaf];
        while let Some(id) = open.pop() {
            for parent in &graph.get(id).parents {
                if above.insert(*parent) {
                    open.push(*parent);
                }
            }
        }
        above
    }

    fn holds(&self, any: &AnyOf, asserted: &Concepts) -> bool {
        asserted.iter().any(|leaf| {
            let above = Self::above(&self.policy.vocabulary.conditions, *leaf);
            any.conditions.iter().any(|condition| above.contains(condition))
        })
    }

    fn all_hold(&self, all: &[AnyOf], asserted: &Concepts) -> bool {
        all.iter().all(|any| self.holds(any, asserted))
    }

    /// Whether the conditions of a norm are met.
    pub(crate) fn conditions_hold(&self, norm: &Norm, asserted: &Concepts) -> bool {
        self.all_hold(&norm.requires, asserted) && !self.holds(&norm.unless.conditions, asserted)
    }

    /// The linkings in force for a data leaf; with `None` those that might be.
    fn linkings(&self, leaf: ConceptId, asserted: Option<&Concepts>) -> BTreeSet<usize> {
        let data = &self.policy.vocabulary.data;
        let mut above = Self::above(data, leaf);
        let mut found = BTreeSet::new();
        loop {
            let before = found.len();
            for (index, linking) in self.policy.vocabulary.linkings.iter().enumerate() {
                let on = asserted.is_none_or(|asserted| self.all_hold(&linking.when, asserted));
                if on && above.contains(&linking.from) && found.insert(index) {
                    above.extend(Self::above(data, linking.to));
                }
            }
            if found.len() == before {
                return found;
            }
        }
    }

    fn above_linked_by(&self, leaf: ConceptId, asserted: Option<&Concepts>) -> Concepts {
        let data = &self.policy.vocabulary.data;
        let mut above = Self::above(data, leaf);
        for linking in self.linkings(leaf, asserted) {
            above.extend(Self::above(data, self.policy.vocabulary.linkings[linking].to));
        }
        above
    }

    /// What a 加工 takes away from a leaf by itself.
    fn removed(&self, norm: &Norm, leaf: ConceptId) -> bool {
        let Some(transform) = &norm.transform else { return false };
        let data = &self.policy.vocabulary.data;
        let below = |leaf: ConceptId, outer: &[ConceptId]| outer.iter().any(|id| Self::above(data, leaf).contains(id));
        let identifies = |leaf: ConceptId| {
            Self::above(data, leaf).iter().any(|id| {
                let attributes = &data.get(*id).attributes;
                attributes.contains(&Attribute::DirectIdentifier) || attributes.contains(&Attribute::QuasiIdentifier)
            })
        };
        let goes = |leaf: ConceptId| {
            below(leaf, &transform.drop)
                || !transform.keep.is_empty() && identifies(leaf) && !below(leaf, &transform.keep)
        };
        let replaced = transform.generalise.iter().any(|(from, to)| {
            let something_stays = Self::leaves(data)
                .into_iter()
                .any(|other| below(other, &[*to]) && !goes(other));
            below(leaf, &[*from]) && something_stays
        });
        below(leaf, &transform.drop) || goes(leaf) && !replaced
    }

    /// `bringing` are the conditions under which a linking brings data under the norm, `taking` those under which one takes it
    /// out again.
    fn speaks_of_data(&self, norm: &Norm, leaf: ConceptId, bringing: &Concepts, taking: &Concepts) -> bool {
        let data = &self.policy.vocabulary.data;
        // A leaf that is linked counts as その他 of what it is linked to, beside itself.
        let roles = |asserted: &Concepts| -> Concepts {
            let linkings = self.linkings(leaf, Some(asserted)).into_iter();
            let roles = linkings.map(|linking| self.policy.vocabulary.linkings[linking].to);
            roles.chain([leaf]).collect()
        };
        let below = |leaf: ConceptId, outer: &[ConceptId]| outer.iter().any(|id| Self::above(data, leaf).contains(id));
        let named = |leaf: ConceptId| below(leaf, &norm.data.named) && !below(leaf, &norm.data.except);
        if norm.transform.is_none() {
            // What is taken out by name is brought under the norm by nothing.
            return roles(bringing).iter().any(|role| named(*role))
                && !roles(taking).iter().any(|role| below(*role, &norm.data.except));
        }
        let mut covers: Concepts = Self::leaves(data).into_iter().filter(|leaf| named(*leaf)).collect();
        let generalise = || norm.transform.iter().flat_map(|transform| &transform.generalise);
        // A result may be replaced in its turn, as often as there are replacements.
        for _ in generalise() {
            for (from, to) in generalise() {
                if covers.iter().any(|leaf| below(*leaf, &[*from])) {
                    covers.extend(Self::leaves(data).into_iter().filter(|leaf| below(*leaf, &[*to])));
                }
            }
        }
        let excepted = |leaf: ConceptId| below(leaf, &norm.data.except) || self.removed(norm, leaf);
        let covered = |leaf: ConceptId| covers.contains(&leaf) && !excepted(leaf);
        roles(bringing).iter().any(|role| covered(*role)) && !roles(taking).iter().any(|role| excepted(*role))
    }

    /// Whether asserting this says that a law makes somebody do it.
    pub(crate) fn is_duty(&self, leaf: ConceptId) -> bool {
        let conditions = &self.policy.vocabulary.conditions;
        let above = Self::above(conditions, leaf);
        above.iter().any(|id| conditions.get(*id).name == super::sketch::DUTY)
    }

    /// Whether some conditions speak of a duty by law and not of what is done by law as a whole.
    fn speaks_of_duty(&self, any: &AnyOf) -> bool {
        let conditions = &self.policy.vocabulary.conditions;
        let holds = |leaf: ConceptId| self.holds(any, &BTreeSet::from([leaf]));
        let law = conditions.find(super::sketch::LAW);
        !law.is_some_and(holds)
            && Self::leaves(conditions)
                .into_iter()
                .any(|leaf| self.is_duty(leaf) && holds(leaf))
    }

    /// Whether something that may concern a spot speaks of a duty by law. Where nothing does, that a refusal makes way for one goes
    /// without saying.
    pub(crate) fn names_duty(&self, act: Act, spot: Spot) -> bool {
        let vocabulary = &self.policy.vocabulary;
        let party = vocabulary.parties.own_leaf(spot.party);
        let purpose = vocabulary.purposes.own_leaf(spot.purpose);
        let linkings = self.linkings(spot.data, None);
        let linkings: Vec<_> = linkings.into_iter().map(|at| &vocabulary.linkings[at]).collect();
        let may_concern = |norm: &&Norm| {
            let below = |outer: &[ConceptId]| {
                let above = Self::above(&vocabulary.data, spot.data);
                outer.iter().any(|id| above.contains(id))
            };
            let mut roles = linkings.iter().map(|linking| linking.to).chain([spot.data]);
            let is_covered = |role: ConceptId| norm.data.leaves.intersects(&vocabulary.data.own_leaf(role));
            norm.acts.contains(act)
                && roles.any(is_covered)
                && !below(&norm.data.except)
                && !self.removed(norm, spot.data)
                && norm.parties.leaves.intersects(&party)
                && norm.purposes.leaves.intersects(&purpose)
                && match (&norm.routes, spot.route) {
                    (Some(routes), Some(route)) => routes.contains(&route),
                    (Some(_), None) => false,
                    (None, _) => true,
                }
        };
        let norms = self.policy.norms.iter().filter(may_concern);
        let asked = norms.flat_map(|norm| norm.requires.iter().chain([&norm.unless.conditions]));
        let of_linkings = linkings.iter().flat_map(|linking| &linking.when);
        asked.chain(of_linkings).any(|any| self.speaks_of_duty(any))
    }

    /// The same of a request.
    pub(crate) fn is_duty_named(&self, request: &Request) -> bool {
        let mut spots = self.spots_linked(request, None).into_iter();
        spots.any(|spot| self.names_duty(request.act, spot))
    }

    /// A permit is there only surely, and a refusal even possibly. No refusal stands against a duty by law.
    fn applies(&self, norm: &Norm, request: &Request, spot: Spot, level: u8, held: &Held) -> bool {
        match norm.effect.refuses() {
            true => {
                !held.surely.iter().any(|leaf| self.is_duty(*leaf))
                    && self.applies_under(norm, request, spot, level, &held.possibly, &held.surely)
            }
            false => self.applies_under(norm, request, spot, level, &held.surely, &held.possibly),
        }
    }

    /// Whether a norm applies when these conditions are what it wants, and those what lifts it.
    fn applies_under(
        &self,
        norm: &Norm,
        request: &Request,
        spot: Spot,
        level: u8,
        asserted: &Concepts,
        lifting: &Concepts,
    ) -> bool {
        let vocabulary = &self.policy.vocabulary;
        let party = vocabulary.parties.own_leaf(spot.party);
        if norm.exception {
            // What it says follows from its prohibition. The parties are its own: a permit reaches nobody abroad by a general
            // name.
            return norm.parties.leaves.iter().any(|leaf| party.contains(leaf))
                && self.all_hold(&norm.requires, asserted)
                && self.excepts(&self.prohibitions(norm), request, spot, asserted, lifting);
        }
        let purpose = Self::above(&vocabulary.purposes, spot.purpose);
        let in_state = match norm.effect.refuses() {
            true => level <= norm.processing.strength(),
            false => level >= norm.processing.strength(),
        };
        let on_route = match (&norm.routes, spot.route) {
            (None, _) => true,
            (Some(routes), Some(route)) => routes.contains(&route),
            (Some(_), None) => false,
        };
        norm.acts.contains(request.act)
            && self.speaks_of_data(norm, spot.data, asserted, lifting)
            && norm.parties.leaves.iter().any(|leaf| party.contains(leaf))
            && norm.purposes.named.iter().any(|id| purpose.contains(id))
            && !norm.purposes.except.iter().any(|id| purpose.contains(id))
            && in_state
            && on_route
            && self.all_hold(&norm.requires, asserted)
            && !self.holds(&norm.unless.conditions, lifting)
    }

    /// The prohibition whose 但し permits what an exception does: the one of its clause that stands before it. Where its
    /// conditions lift it only together it is several norms, alike but for what lifts them.
    fn prohibitions(&self, exception: &Norm) -> Vec<&'p Norm> {
        let before = self.policy.norms.iter().take_while(|norm| norm.key != exception.key);
        let own = exception.provenance.clause;
        let of_clause = before.filter(|norm| norm.effect == Effect::Forbid && norm.provenance.clause == own);
        let of_clause: Vec<&Norm> = of_clause.collect();
        let last = *of_clause.last().expect("an exception follows its prohibition");
        let is_alike = |norm: &&&Norm| {
            let same = Norm {
                key: norm.key.clone(),
                unless: norm.unless.clone(),
                ..last.clone()
            };
            ***norm == same && norm.unless.clauses == last.unless.clauses
        };
        of_clause
            .iter()
            .rev()
            .take_while(|norm| is_alike(norm))
            .copied()
            .collect()
    }

    /// Whether a prohibition would forbid this but for its 但し, however far the data is processed, and the 但し permits it.
    fn excepts(
        &self,
        prohibitions: &[&Norm],
        request: &Request,
        spot: Spot,
        asserted: &Concepts,
        taking: &Concepts,
    ) -> bool {
        let without = Norm {
            unless: Unless::default(),
            ..prohibitions[0].clone()
        };
        let is_permitted_by = |prohibition: &Norm| {
            let mut asserted = asserted.iter();
            asserted.any(|leaf| self.permits(prohibition, *leaf, request, spot))
        };
        self.applies_under(&without, request, spot, 0, asserted, taking)
            && prohibitions.iter().all(|prohibition| is_permitted_by(prohibition))
    }

    /// Whether a condition that a 但し lifts with permits what it is asserted for: a succession nothing, research only what an
    /// institution does or receives.
    fn permits(&self, prohibition: &Norm, leaf: ConceptId, request: &Request, spot: Spot) -> bool {
        let vocabulary = &self.policy.vocabulary;
        let above = |id: ConceptId| Self::above(&vocabulary.conditions, id);
        let is_named = above(leaf)
            .iter()
            .any(|id| prohibition.unless.conditions.conditions.contains(id));
        let is_of = |bound: &str| {
            let mut all = vocabulary
                .conditions
                .iter()
                .filter(|(_, concept)| concept.name == bound);
            // It is one, or a category that holds one.
            all.any(|(kind, _)| {
                let held = vocabulary.conditions.iter().map(|(id, _)| above(id));
                above(leaf).contains(&kind)
                    || held
                        .into_iter()
                        .any(|held| held.contains(&kind) && held.contains(&leaf))
            })
        };
        let is_research = |leaf: ConceptId| {
            let above = above(leaf);
            above.iter().any(|id| vocabulary.conditions.get(*id).name == "学術研究")
        };
        let is_institution = |party: ConceptId| {
            let above = Self::above(&vocabulary.parties, party);
            let mut attributes = above.iter().flat_map(|id| &vocabulary.parties.get(*id).attributes);
            attributes.any(|attribute| *attribute == Attribute::AcademicInstitution)
        };
        let operator = self.policy.metadata.operator.as_ref().map(|operator| operator.party);
        let among_institutions =
            operator.is_some_and(is_institution) || request.act.has_other_party() && is_institution(spot.party);
        // Whatever else a kind of consent is.
        let other = [
            "同意",
            "本人選択",
            "契約",
            "法令",
            "生命身体財産の保護",
            "公衆衛生",
            "国等への協力",
            "オプトアウト届出",
        ];
        let is_other = |id: &ConceptId| other.contains(&&*vocabulary.conditions.get(*id).name);
        let may = !is_of("事業承継") && (!is_of("学術研究") || is_research(leaf) && among_institutions);
        is_named && (above(leaf).iter().any(is_other) || may)
    }

    fn is_within(&self, clause: ClauseId, outer: ClauseId) -> bool {
        self.policy.document.path(clause).contains(&outer)
    }

    fn gives_way(&self, norm: &Norm, other: &Norm) -> bool {
        let names = |named: &[ClauseId], own: ClauseId, clause: ClauseId| {
            !self.is_within(clause, own) && named.iter().any(|outer| self.is_within(clause, *outer))
        };
        let (own, its) = (norm.provenance.clause, other.provenance.clause);
        names(&norm.unless.clauses, own, its) || names(&other.priority_over, its, own)
    }

    /// What the norms make of one spot where these conditions hold and no others.
    pub(crate) fn judge(&self, request: &Request, spot: Spot, level: u8, asserted: &Concepts) -> Judgement {
        self.judge_held(request, spot, level, &Held::exactly(asserted))
    }

    /// What the norms make of one spot.
    pub(crate) fn judge_held(&self, request: &Request, spot: Spot, level: u8, held: &Held) -> Judgement {
        let norm = |id: &NormId| &self.policy.norms[id.0 as usize];
        let applied: BTreeSet<NormId> = (0..self.policy.norms.len() as u32)
            .map(NormId)
            .filter(|id| self.applies(norm(id), request, spot, level, held))
            .collect();
        let (refusals, permits): (BTreeSet<NormId>, BTreeSet<NormId>) =
            applied.iter().partition(|id| norm(id).effect.refuses());
        // Of all ways to say which norms count that agree with themselves: the one with the most refusals.
        let mut best: Option<(BTreeSet<NormId>, BTreeSet<NormId>)> = None;
        for standing in subsets(&refusals) {
            let yields =
                |id: &NormId, to: &BTreeSet<NormId>| to.iter().any(|other| self.gives_way(norm(id), norm(other)));
            let kept: BTreeSet<NormId> = permits.iter().copied().filter(|id| !yields(id, &standing)).collect();
            let agrees = refusals.iter().all(|id| standing.contains(id) != yields(id, &kept));
            if agrees && best.as_ref().is_none_or(|(most, _)| most.len() < standing.len()) {
                best = Some((standing, kept));
            }
        }
        let (standing, kept) = best.expect("a strictest consistent answer exists");
        let counted: BTreeSet<NormId> = &standing | &kept;
        let top = counted.iter().map(|id| norm(id).rank).max();
        let at_top: BTreeSet<NormId> = counted.into_iter().filter(|id| Some(norm(id).rank) == top).collect();
        let refused = at_top.iter().any(|id| norm(id).effect.refuses());
        Judgement {
            verdict: match (at_top.is_empty(), refused) {
                (true, _) => Verdict::NotStated,
                (_, true) => Verdict::Forbidden,
                (_, false) => Verdict::Permitted,
            },
            deciding: at_top
                .iter()
                .copied()
                .filter(|id| norm(id).effect.refuses() == refused)
                .collect(),
            at_top,
            applied,
        }
    }

    /// The spots a request asks about under some conditions, in their order.
    pub(crate) fn spots(&self, request: &Request, asserted: &Concepts) -> Vec<Spot> {
        self.spots_linked(request, Some(asserted))
    }

    /// The same, with `None` those that it might ask about.
    fn spots_linked(&self, request: &Request, asserted: Option<&Concepts>) -> Vec<Spot> {
        let vocabulary = &self.policy.vocabulary;
        let data = Self::leaves(&vocabulary.data).into_iter().filter(|leaf| {
            request.data.iter().any(|id| {
                let rest = vocabulary.data.is_rest_of(*id);
                match rest {
                    None => self.above_linked_by(*leaf, asserted).contains(id),
                    // What is linked to a category counts as what it contains and nobody named.
                    Some(of) => {
                        let mut linkings = self.linkings(*leaf, asserted).into_iter();
                        *leaf == of || linkings.any(|at| vocabulary.linkings[at].to == of)
                    }
                }
            })
        });
        let routes: Vec<Option<u32>> = match (request.route, vocabulary.routes.len() as u32) {
            (None, 0) => vec![None],
            (None, count) => (0..count).map(Some).collect(),
            (route, _) => vec![route],
        };
        let mut spots = Vec::new();
        for data in data {
            for &party in &Self::meant(&vocabulary.parties, request.party) {
                for &purpose in &Self::meant(&vocabulary.purposes, request.purpose) {
                    for &route in &routes {
                        let spot = Spot {
                            data,
                            party,
                            purpose,
                            route,
                        };
                        if self.only.is_none_or(|only| only == spot) {
                            spots.push(spot);
                        }
                    }
                }
            }
        }
        spots
    }

    /// The strictest verdict over all spots of a request where these conditions hold and no others.
    pub(crate) fn verdict(&self, request: &Request, level: u8, asserted: &Concepts) -> Verdict {
        self.verdict_held(request, level, &Held::exactly(asserted))
    }

    /// The strictest verdict over all spots of a request.
    pub(crate) fn verdict_held(&self, request: &Request, level: u8, held: &Held) -> Verdict {
        self.spots(request, &held.possibly)
            .into_iter()
            .map(|spot| self.judge_held(request, spot, level, held).verdict)
            .max()
            // One spot alone may be asked about no longer.
            .or(self.only.map(|_| Verdict::Permitted))
            .expect("a request asks about something")
    }

    /// The leaves that the request's conditions assert.
    pub(crate) fn asserted(&self, request: &Request) -> Concepts {
        let top = |id: &ConceptId| *id == ConceptId::TOP && !self.policy.vocabulary.conditions.is_empty();
        request.conditions.iter().copied().filter(|id| !top(id)).collect()
    }

    /// Everything that may be the case: what surely holds and more of what possibly does. What was withdrawn does not hold for a
    /// permission any more, and does for a refusal where it was asserted.
    pub(crate) fn worlds(&self, request: &Request) -> Vec<Held> {
        let held = self.held(request);
        let asserted = self.asserted(request);
        let mut open = &(&held.possibly - &held.surely) - &asserted;
        if !self.is_duty_named(request) {
            open.retain(|leaf| !self.is_duty(*leaf));
        }
        let worlds = subsets(&open).into_iter();
        worlds
            .map(|further| Held {
                possibly: &asserted | &further,
                surely: (&held.surely | &further)
                    .into_iter()
                    .filter(|leaf| !self.is_below(&request.withdrawn, *leaf))
                    .collect(),
            })
            .collect()
    }

    /// What a request says of conditions: what it asserts holds, what it does not deny possibly does where it says so.
    pub(crate) fn held(&self, request: &Request) -> Held {
        let conditions = &self.policy.vocabulary.conditions;
        let asserted = self.asserted(request);
        let mut possibly = asserted.clone();
        let stays = |leaf: &ConceptId| !self.is_below(&request.withdrawn, *leaf);
        let surely = asserted.into_iter().filter(stays).collect();
        if request.closed {
            let leaves = Self::leaves(conditions).into_iter();
            possibly.extend(leaves.filter(|leaf| !self.is_below(&request.denied, *leaf)));
        }
        Held { surely, possibly }
    }

    fn is_below(&self, outer: &[ConceptId], leaf: ConceptId) -> bool {
        let above = Self::above(&self.policy.vocabulary.conditions, leaf);
        outer.iter().any(|id| above.contains(id))
    }

    /// Nobody is told to assert what is denied or was withdrawn.
    fn is_barred(&self, request: &Request, leaf: ConceptId) -> bool {
        self.is_below(&request.denied, leaf) || self.is_below(&request.withdrawn, leaf)
    }

    /// What might be asserted as well.
    fn unasserted(&self, request: &Request, held: &Held) -> Concepts {
        let named = self.is_duty_named(request);
        let leaves = Self::leaves(&self.policy.vocabulary.conditions).into_iter();
        leaves
            .filter(|leaf| !held.surely.contains(leaf) && !self.is_barred(request, *leaf))
            .filter(|leaf| named || !self.is_duty(*leaf))
            .collect()
    }

    /// The whole answer.
    pub(crate) fn answer(&self, request: &Request) -> Answer {
        let level = request.processing.strength();
        let held = self.held(request);
        let verdict = self.verdict_held(request, level, &held);
        let mut answer = Answer {
            kind: Expected::Permitted,
            verdict,
            ways: BTreeSet::new(),
        };
        if verdict == Verdict::Permitted {
            return answer;
        }
        let unasserted = self.unasserted(request, &held);
        // Each leaf may be asserted, or ruled out where it is possible.
        let further: Vec<(Concepts, Concepts)> = subsets(&unasserted)
            .into_iter()
            .flat_map(|asserted| {
                // What the request asserts, withdrawn or not, it cannot deny.
                let open = &(&held.possibly - &self.asserted(request)) - &asserted;
                subsets(&open)
                    .into_iter()
                    .map(move |ruled_out| (asserted.clone(), ruled_out))
            })
            .collect();
        let mut ways: Vec<Way> = Vec::new();
        let mut verdicts = BTreeMap::new();
        for level in level..=4 {
            if level == 1 && request.processing == Processing::Raw && !self.may_be_pseudonymous(request) {
                continue;
            }
            let mut enough: Vec<&(Concepts, Concepts)> = further
                .iter()
                .filter(|(asserted, ruled_out)| {
                    let key = (level, held.with(asserted, ruled_out));
                    *verdicts
                        .entry(key.clone())
                        .or_insert_with(|| self.verdict_held(request, level, &key.1))
                        == Verdict::Permitted
                })
                .collect();
            enough.sort_by_key(|(asserted, ruled_out)| asserted.len() + ruled_out.len());
            for (conditions, ruled_out) in enough {
                let is_less = |way: &Way| way.conditions.is_subset(conditions) && way.ruled_out.is_subset(ruled_out);
                if !ways.iter().any(is_less) {
                    ways.push(Way {
                        level,
                        conditions: conditions.clone(),
                        ruled_out: ruled_out.clone(),
                    });
                }
            }
        }
        let usable: Vec<&Way> = ways
            .iter()
            .filter(|way| verdict != Verdict::Forbidden || self.is_own(request, way, &held))
            .collect();
        let alone = |way: &&&Way| way.level > level && way.conditions.is_empty() && way.ruled_out.is_empty();
        answer.kind = if usable.iter().any(|way| alone(&way)) {
            Expected::PermittedIfProcessed
        } else if usable.iter().any(|way| way.level == level) {
            Expected::PermittedUnderConditions
        } else if !usable.is_empty() {
            Expected::PermittedIfProcessed
        } else if verdict == Verdict::Forbidden {
            Expected::Forbidden
        } else {
            Expected::NotStated
        };
        answer.ways = ways.into_iter().collect();
        answer
    }

    /// Whether 仮名加工情報 may be what is handed over: to a third party only where a statute says so, or to a successor (APPI
    /// articles 41(6), 42(1)).
    fn may_be_pseudonymous(&self, request: &Request) -> bool {
        let conditions = &self.policy.vocabulary.conditions;
        let lawful = |leaf: &ConceptId| {
            let above = Self::above(conditions, *leaf);
            above
                .iter()
                .any(|id| ["法令", "事業承継"].contains(&&*conditions.get(*id).name))
        };
        request.act != Act::Provide || self.asserted(request).iter().any(lawful)
    }

    /// The minimal sets of further conditions under which a request is no longer permitted that is.
    pub(crate) fn endings(&self, request: &Request) -> BTreeSet<Concepts> {
        let (level, held) = (request.processing.strength(), self.held(request));
        let mut sets = subsets(&self.unasserted(request, &held));
        sets.sort_by_key(BTreeSet::len);
        let mut found: BTreeSet<Concepts> = BTreeSet::new();
        for set in sets {
            let then = held.with(&set, &Concepts::new());
            let is_known = found.iter().any(|known| known.is_subset(&set));
            if !is_known && self.verdict_held(request, level, &then) != Verdict::Permitted {
                found.insert(set);
            }
        }
        found
    }

    fn is_own(&self, request: &Request, way: &Way, held: &Held) -> bool {
        let level = request.processing.strength();
        let then = held.with(&way.conditions, &way.ruled_out);
        let there_then: BTreeSet<Spot> = self.spots(request, &then.possibly).into_iter().collect();
        self.spots(request, &held.possibly).into_iter().all(|spot| {
            if self.judge_held(request, spot, level, held).verdict != Verdict::Forbidden {
                return true;
            }
            if !there_then.contains(&spot) {
                assert!(!way.ruled_out.is_empty(), "linking only adds");
                return true;
            }
            let deciding = self.judge_held(request, spot, way.level, &then).deciding;
            let norms = || deciding.iter().map(|id| &self.policy.norms[id.0 as usize]);
            let asked = |leaf: &ConceptId| {
                let alone = BTreeSet::from([*leaf]);
                let by_norm = norms().filter(|norm| !self.is_by_law(norm)).any(|norm| {
                    let mut requires = norm.requires.iter();
                    requires.any(|any| !self.holds(any, &held.surely) && self.holds(any, &alone))
                });
                let by_linking = self.linkings(spot.data, None).into_iter().any(|linking| {
                    let when = &self.policy.vocabulary.linkings[linking].when;
                    when.iter().any(|any| self.holds(any, &alone))
                });
                // Without it no permit that decides would speak of the data.
                let by_linking = by_linking && {
                    let without = |held: &Concepts| held - &alone;
                    let (surely, possibly) = (without(&then.surely), without(&then.possibly));
                    !norms().any(|norm| self.speaks_of_data(norm, spot.data, &surely, &possibly))
                };
                by_norm || by_linking
            };
            let own: Concepts = way.conditions.iter().copied().filter(|leaf| asked(leaf)).collect();
            let strength = norms().map(|norm| norm.processing.strength()).chain([level]).max();
            let strength = strength.expect("not empty");
            let own = held.with(&own, &way.ruled_out);
            self.judge_held(request, spot, strength, &own).verdict == Verdict::Permitted
                || !self.spots(request, &own.possibly).contains(&spot)
        })
    }

    /// Whether a norm is an exception that holds only where the law makes one: of a prohibition, or of a clause that one names.
    fn is_by_law(&self, norm: &Norm) -> bool {
        const LAW: [&str; 6] = [
            "法令",
            "生命身体財産の保護",
            "公衆衛生",
            "国等への協力",
            "学術研究",
            "事業承継",
        ];
        let conditions = &self.policy.vocabulary.conditions;
        let lawful = |leaf: &ConceptId| {
            let above = Self::above(conditions, *leaf);
            above.iter().any(|id| LAW.contains(&&*conditions.get(*id).name))
        };
        let meets = |any: &AnyOf, leaf: &ConceptId| self.holds(any, &BTreeSet::from([*leaf]));
        let named = |clause: &ClauseId| {
            let refusals = self.policy.norms.iter().filter(|other| other.effect != Effect::Permit);
            refusals.into_iter().any(|other| other.unless.clauses.contains(clause))
        };
        let mut path = vec![norm.provenance.clause];
        while let Some(parent) = self.policy.document.clauses[path[0].0 as usize].parent {
            path.insert(0, parent);
        }
        (norm.exception || path.iter().any(named))
            && (norm.requires.iter()).any(|any| {
                let leaves = Self::leaves(conditions).into_iter();
                leaves.filter(|leaf| meets(any, leaf)).all(|leaf| lawful(&leaf))
            })
    }

    /// The permits for the act that miss a spot on the fewest dimensions.
    pub(crate) fn nearest(&self, request: &Request, spot: Spot) -> Vec<(NormId, Vec<Missed>)> {
        let Held { surely, possibly } = self.held(request);
        let vocabulary = &self.policy.vocabulary;
        let party = vocabulary.parties.own_leaf(spot.party);
        let purpose = Self::above(&vocabulary.purposes, spot.purpose);
        let mut all = Vec::new();
        for (index, norm) in self.policy.norms.iter().enumerate() {
            if norm.effect.refuses() || !norm.acts.contains(request.act) {
                continue;
            }
            let routes = 0..vocabulary.routes.len() as u32;
            let on_route = match (&norm.routes, spot.route) {
                (None, _) => true,
                (Some(covered), Some(route)) => covered.contains(&route),
                (Some(covered), None) => !routes.is_empty() && routes.clone().all(|route| covered.contains(&route)),
            };
            let hits = [
                (Missed::Data, self.speaks_of_data(norm, spot.data, &surely, &possibly)),
                (
                    Missed::Party,
                    norm.parties.leaves.iter().any(|leaf| party.contains(leaf)),
                ),
                (
                    Missed::Purpose,
                    norm.purposes.named.iter().any(|id| purpose.contains(id))
                        && !norm.purposes.except.iter().any(|id| purpose.contains(id)),
                ),
                (Missed::Route, on_route),
                (
                    Missed::Processing,
                    request.processing.strength() >= norm.processing.strength(),
                ),
                (
                    Missed::Conditions,
                    self.all_hold(&norm.requires, &surely) && !self.holds(&norm.unless.conditions, &possibly),
                ),
            ];
            let missed: Vec<Missed> = hits
                .into_iter()
                .filter(|(_, hit)| !hit)
                .map(|(missed, _)| missed)
                .collect();
            all.push((NormId(index as u32), missed));
        }
        let fewest = all.iter().map(|(_, missed)| missed.len()).min();
        all.retain(|(_, missed)| Some(missed.len()) == fewest);
        all
    }

    /// Every request about single leaves and categories, at every strength, with every set of conditions.
    pub(crate) fn every_request(&self) -> Vec<Request> {
        let vocabulary = &self.policy.vocabulary;
        let all = |graph: &Graph| {
            let concepts = (0..=graph.len() as u32).map(ConceptId);
            concepts.chain(graph.rests().map(|(rest, _)| rest)).collect::<Vec<_>>()
        };
        let states = [
            Processing::Raw,
            Processing::Pseudonymised,
            Processing::Deidentified,
            Processing::Anonymised,
            Processing::Aggregate,
        ];
        let conditions: Concepts = Self::leaves(&vocabulary.conditions).into_iter().collect();
        let mut requests = Vec::new();
        for act in super::sketch::ACTS {
            for &data in &all(&vocabulary.data) {
                for &party in &all(&vocabulary.parties) {
                    for &purpose in &all(&vocabulary.purposes) {
                        for processing in states {
                            for asserted in subsets(&conditions) {
                                let routes = (0..vocabulary.routes.len() as u32).map(Some).chain([None]);
                                requests.extend(routes.map(|route| Request {
                                    act,
                                    data: vec![data],
                                    party,
                                    purpose,
                                    processing,
                                    conditions: asserted.iter().copied().collect(),
                                    denied: Vec::new(),
                                    withdrawn: Vec::new(),
                                    closed: false,
                                    route,
                                }));
                            }
                        }
                    }
                }
            }
        }
        requests
    }
}

/// Every subset of a small set.
pub(crate) fn subsets<T: Ord + Copy>(of: &BTreeSet<T>) -> Vec<BTreeSet<T>> {
    let members: Vec<T> = of.iter().copied().collect();
    (0..1u32 << members.len())
        .map(|mask| {
            let chosen = members.iter().enumerate().filter(|(index, _)| mask >> index & 1 == 1);
            chosen.map(|(_, member)| *member).collect()
        })
        .collect()
}
