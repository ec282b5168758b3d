//! Whole small policies, generated: vocabularies that are graphs, nested conditions, linkings, riders, priorities, clauses
//! that give way, processing, parties abroad, routes.
//!
//! A [`Sketch`] holds plain indices, so that a test can rename, reorder, add and drop before it makes a [`Policy`] of it.

use std::collections::BTreeSet;

use hoshin::internals::document::{Clause, ClauseId, Document};
use hoshin::internals::norm::{
    Act, ActSet, AnyOf, Effect, Norm, Processing, Provenance, Rank, Scope, Transform, Unless,
};
use hoshin::internals::policy::{Metadata, Policy};
use hoshin::internals::span::Span;
use hoshin::internals::vocabulary::{
    Attribute, Concept, ConceptId, Dimension, Graph, LeafSet, Linking, Origin, Route, Vocabulary,
};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::subsequence;

/// A policy by indices. Concept 0 is the top element, concept n is the n-th of its list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sketch {
    pub(crate) data: Vec<ConceptSketch>,
    pub(crate) parties: Vec<ConceptSketch>,
    pub(crate) purposes: Vec<ConceptSketch>,
    pub(crate) conditions: Vec<ConceptSketch>,
    pub(crate) linkings: Vec<LinkingSketch>,
    pub(crate) routes: usize,
    /// Per clause: the clause it stands in, which comes before it.
    pub(crate) clauses: Vec<Option<usize>>,
    pub(crate) norms: Vec<NormSketch>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ConceptSketch {
    pub(crate) name: String,
    /// Concepts that come before it; none: only the top element.
    pub(crate) parents: Vec<usize>,
    pub(crate) attribute: Option<Attribute>,
    /// Of a party; where there are several, a concept of its own follows for each.
    pub(crate) countries: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LinkingSketch {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) when: Vec<Vec<usize>>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NormSketch {
    pub(crate) key: String,
    pub(crate) effect: Effect,
    pub(crate) acts: Vec<Act>,
    pub(crate) data: Named,
    pub(crate) parties: Named,
    /// 越境: its general names reach parties abroad.
    pub(crate) abroad: bool,
    pub(crate) purposes: Named,
    pub(crate) routes: Option<Vec<u32>>,
    pub(crate) processing: Processing,
    pub(crate) requires: Vec<Vec<usize>>,
    pub(crate) unless: Vec<usize>,
    /// A prohibition whose `unless` permits as well.
    pub(crate) excepts: bool,
    pub(crate) gives_way_to: Vec<usize>,
    pub(crate) rider: bool,
    pub(crate) goes_before: Vec<usize>,
    pub(crate) transform: Option<TransformSketch>,
    pub(crate) clause: usize,
}

impl NormSketch {
    /// A norm of the first clause about providing anything to anybody for anything, as the data is.
    pub(crate) fn of(effect: Effect) -> Self {
        let anything = || Named {
            named: vec![0],
            except: Vec::new(),
        };
        Self {
            key: "a".to_owned(),
            effect,
            acts: vec![Act::Provide],
            data: anything(),
            parties: anything(),
            abroad: false,
            purposes: anything(),
            routes: None,
            processing: Processing::Raw,
            requires: Vec::new(),
            unless: Vec::new(),
            excepts: false,
            gives_way_to: Vec::new(),
            rider: false,
            goes_before: Vec::new(),
            transform: None,
            clause: 0,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Named {
    pub(crate) named: Vec<usize>,
    pub(crate) except: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TransformSketch {
    pub(crate) drop: Vec<usize>,
    pub(crate) keep: Vec<usize>,
    pub(crate) generalise: Vec<(usize, usize)>,
}

/// How large generated policies are: the greatest number of each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) data: usize,
    pub(crate) parties: usize,
    pub(crate) purposes: usize,
    pub(crate) conditions: usize,
    pub(crate) routes: usize,
    pub(crate) linkings: usize,
    pub(crate) norms: usize,
}

/// Small enough to try every request.
pub(crate) const TINY: Size = Size {
    data: 3,
    parties: 2,
    purposes: 2,
    conditions: 3,
    routes: 1,
    linkings: 1,
    norms: 5,
};

/// Small enough to try every set of conditions.
pub(crate) const SMALL: Size = Size {
    data: 6,
    parties: 4,
    purposes: 4,
    conditions: 5,
    routes: 2,
    linkings: 3,
    norms: 9,
};

/// The name of the first condition of a generated policy, which the language knows.
pub(crate) const LAW: &str = "法令";

/// What the language knows as a kind of that.
pub(crate) const DUTY: &str = "法令上の義務";

/// The acts that generated norms are about.
pub(crate) const ACTS: [Act; 2] = [Act::Use, Act::Provide];

/// Policies up to a size.
pub(crate) fn sketch(size: Size) -> impl Strategy<Value = Sketch> {
    (
        concepts(
            "情報",
            size.data,
            &[Attribute::DirectIdentifier, Attribute::QuasiIdentifier],
        ),
        parties(size.parties),
        concepts("目的", size.purposes, &[]),
        (concepts("条件", size.conditions, &[]), any::<bool>()).prop_map(|(mut conditions, has_duty)| {
            // One that the law excepts by itself, and its kind that no refusal stands against.
            if let Some(first) = conditions.first_mut() {
                LAW.clone_into(&mut first.name);
            }
            if let Some(second) = conditions.get_mut(1).filter(|_| has_duty) {
                DUTY.clone_into(&mut second.name);
                second.parents = vec![1];
            }
            conditions
        }),
        0..=size.routes,
        clauses(),
    )
        .prop_flat_map(move |(data, parties, purposes, conditions, routes, clauses)| {
            let context = Context {
                data: data.len(),
                parties: parties.len(),
                purposes: purposes.len(),
                conditions: conditions.len(),
                routes,
                clauses: clauses.len(),
            };
            (
                vec(linking(context), 0..=size.linkings),
                vec(norm(context), 0..=size.norms),
            )
                .prop_map(move |(linkings, norms)| Sketch {
                    data: data.clone(),
                    parties: parties.clone(),
                    purposes: purposes.clone(),
                    conditions: conditions.clone(),
                    linkings: linkings.into_iter().flatten().collect(),
                    routes,
                    clauses: clauses.clone(),
                    norms,
                })
        })
}

/// How many there are of each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context {
    pub(crate) data: usize,
    pub(crate) parties: usize,
    pub(crate) purposes: usize,
    pub(crate) conditions: usize,
    pub(crate) routes: usize,
    pub(crate) clauses: usize,
}

impl Context {
    /// Of a policy.
    pub(crate) fn of(sketch: &Sketch) -> Self {
        Self {
            data: sketch.data.len(),
            parties: sketch.parties.len(),
            purposes: sketch.purposes.len(),
            conditions: sketch.conditions.len(),
            routes: sketch.routes,
            clauses: sketch.clauses.len(),
        }
    }
}

fn concepts(
    prefix: &'static str,
    most: usize,
    attributes: &'static [Attribute],
) -> impl Strategy<Value = Vec<ConceptSketch>> {
    let attribute = match attributes {
        [] => Just(None).boxed(),
        some => weighted(0.3, proptest::sample::select(some)).boxed(),
    };
    vec((vec(any::<prop::sample::Index>(), 0..=2), attribute), 0..=most).prop_map(move |drawn| {
        drawn
            .into_iter()
            .enumerate()
            .map(|(index, (parents, attribute))| {
                // Of 0..=index: the top element or something before.
                let parents: BTreeSet<usize> = parents.iter().map(|parent| parent.index(index + 1)).collect();
                ConceptSketch {
                    name: format!("{prefix}{}", index + 1),
                    parents: parents.into_iter().filter(|parent| *parent != 0).collect(),
                    attribute,
                    countries: Vec::new(),
                }
            })
            .collect()
    })
}

/// Parties, now and then one of them in one country or in two.
fn parties(most: usize) -> impl Strategy<Value = Vec<ConceptSketch>> {
    let countries = weighted(0.4, (any::<prop::sample::Index>(), 1..=2_usize));
    (concepts("主体", most, &[Attribute::Foreign]), countries).prop_map(|(mut parties, countries)| {
        let Some((index, count)) = countries.filter(|_| !parties.is_empty()) else {
            return parties;
        };
        let index = index.index(parties.len());
        let party = &mut parties[index];
        party.attribute = Some(Attribute::Foreign);
        party.countries = ["アメリカ合衆国", "シンガポール"].map(str::to_owned)[..count].to_vec();
        let places: Vec<ConceptSketch> = (party.countries.iter())
            .map(|country| ConceptSketch {
                name: format!("{}：{country}", party.name),
                parents: vec![index + 1],
                attribute: None,
                countries: vec![country.clone()],
            })
            .collect();
        parties.extend(places.into_iter().filter(|_| count > 1));
        parties
    })
}

fn clauses() -> impl Strategy<Value = Vec<Option<usize>>> {
    vec(weighted(0.5, any::<prop::sample::Index>()), 1..=5).prop_map(|drawn| {
        drawn
            .into_iter()
            .enumerate()
            .map(|(index, parent)| parent.filter(|_| index > 0).map(|parent| parent.index(index)))
            .collect()
    })
}

fn linking(context: Context) -> BoxedStrategy<Option<LinkingSketch>> {
    if context.data == 0 {
        return Just(None).boxed();
    }
    (1..=context.data, 1..=context.data, formulas(context, 2))
        .prop_map(|(from, to, when)| Some(LinkingSketch { from, to, when }))
        .boxed()
}

fn formulas(context: Context, most: usize) -> impl Strategy<Value = Vec<Vec<usize>>> {
    vec(several(context.conditions, 2), 0..=most)
}

/// Up to `most` of 1..=count.
fn several(count: usize, most: usize) -> impl Strategy<Value = Vec<usize>> {
    subsequence((1..=count).collect::<Vec<_>>(), 0..=most.min(count))
}

fn scope(count: usize) -> impl Strategy<Value = Named> {
    let named = prop_oneof![
        1 => Just(vec![0]),
        3 => subsequence((1..=count).collect::<Vec<_>>(), count.min(1)..=count.min(2)),
    ];
    let except = prop_oneof![3 => Just(Vec::new()), 1 => several(count, 1)];
    (named, except).prop_map(|(named, except)| Named {
        named: if named.is_empty() { vec![0] } else { named },
        except,
    })
}

/// A norm of either effect.
pub(crate) fn norm(context: Context) -> impl Strategy<Value = NormSketch> {
    prop_oneof![
        3 => norm_of(context, Effect::Permit),
        2 => norm_of(context, Effect::Forbid),
        1 => norm_of(context, Effect::Limit),
    ]
}

/// A norm of one effect.
pub(crate) fn norm_of(context: Context, effect: Effect) -> impl Strategy<Value = NormSketch> {
    let sets = (
        subsequence(ACTS.to_vec(), 1..=2),
        scope(context.data),
        scope(context.parties),
        any::<bool>(),
        scope(context.purposes),
    );
    let bounds = (
        weighted(
            0.2,
            subsequence((0..context.routes as u32).collect::<Vec<_>>(), 0..=context.routes),
        ),
        prop_oneof![
            2 => Just(effect.default_processing()),
            1 => proptest::sample::select(Processing::ALL.to_vec()),
        ],
        prop_oneof![1 => Just(Vec::new()), 2 => formulas(context, 2)],
        prop_oneof![1 => Just(Vec::new()), 1 => several(context.conditions, 2)],
        any::<bool>(),
    );
    let clause = |most: usize| subsequence((0..context.clauses).collect::<Vec<_>>(), 0..=most.min(context.clauses));
    let order = (
        prop_oneof![1 => Just(Vec::new()), 1 => clause(2)],
        proptest::bool::weighted(0.2),
        prop_oneof![3 => Just(Vec::new()), 1 => clause(1)],
        0..context.clauses,
    );
    (sets, bounds, order, weighted(0.4, transform(context)), "[a-z]{12}").prop_map(
        move |(
            (acts, data, parties, abroad, purposes),
            (routes, processing, requires, unless, excepts),
            (gives_way_to, rider, goes_before, clause),
            transform,
            key,
        )| NormSketch {
            key,
            effect,
            acts,
            data,
            parties,
            abroad,
            purposes,
            routes,
            processing,
            requires,
            excepts: excepts && effect == Effect::Forbid && !rider && !unless.is_empty(),
            unless,
            gives_way_to,
            rider,
            goes_before,
            transform: transform.filter(|_| effect == Effect::Permit && processing != Processing::Raw),
            clause,
        },
    )
}

fn transform(context: Context) -> impl Strategy<Value = TransformSketch> {
    let pairs = match context.data {
        0 => Just(Vec::new()).boxed(),
        count => vec((1..=count, 1..=count), 0..=2).boxed(),
    };
    (several(context.data, 2), several(context.data, 2), pairs).prop_map(|(drop, keep, generalise)| TransformSketch {
        drop,
        keep,
        generalise,
    })
}

impl Sketch {
    /// The policy it stands for.
    pub(crate) fn policy(&self) -> Policy {
        let vocabulary = Vocabulary {
            data: graph(Dimension::Data, &self.data),
            parties: graph(Dimension::Party, &self.parties),
            purposes: graph(Dimension::Purpose, &self.purposes),
            conditions: graph(Dimension::Condition, &self.conditions),
            linkings: Vec::new(),
            routes: (0..self.routes)
                .map(|route| Route {
                    name: format!("経路{route}"),
                    label: format!("経路{route}"),
                    span: Span::default(),
                })
                .collect(),
        };
        let any_of = |conditions: &[usize]| AnyOf {
            conditions: ids(conditions),
            leaves: vocabulary.conditions.leaves_of_all(&ids(conditions)),
        };
        let linkings = self
            .linkings
            .iter()
            .map(|linking| Linking {
                from: ConceptId(linking.from as u32),
                to: ConceptId(linking.to as u32),
                when: linking.when.iter().map(|any| any_of(any)).collect(),
                span: Span::default(),
            })
            .collect();
        let norm_of = |norm: &NormSketch| -> Norm {
            let norm = Norm {
                key: norm.key.clone(),
                effect: norm.effect,
                acts: norm.acts.iter().copied().collect::<ActSet>(),
                data: scope_of(&vocabulary.data, &norm.data),
                parties: parties_of(&vocabulary.parties, norm),
                purposes: scope_of(&vocabulary.purposes, &norm.purposes),
                routes: norm.routes.clone(),
                processing: norm.processing,
                requires: norm.requires.iter().map(|any| any_of(any)).collect(),
                unless: Unless {
                    conditions: any_of(&norm.unless),
                    clauses: norm
                        .gives_way_to
                        .iter()
                        .map(|clause| ClauseId(*clause as u32))
                        .collect(),
                },
                rank: if norm.rider { Rank::Rider } else { Rank::Ordinary },
                priority_over: norm.goes_before.iter().map(|clause| ClauseId(*clause as u32)).collect(),
                transform: norm.transform.as_ref().map(|transform| Transform {
                    drop: ids(&transform.drop),
                    keep: ids(&transform.keep),
                    generalise: transform
                        .generalise
                        .iter()
                        .map(|(from, to)| (ConceptId(*from as u32), ConceptId(*to as u32)))
                        .collect(),
                    span: Span::default(),
                }),
                basis: Vec::new(),
                period: None,
                exception: false,
                provenance: Provenance {
                    clause: ClauseId(norm.clause as u32),
                    span: Span::default(),
                    wording: String::new(),
                },
            };
            Norm {
                data: Scope {
                    leaves: norm.covered_data(&vocabulary.data),
                    ..norm.data.clone()
                },
                ..norm
            }
        };
        let mut norms: Vec<Norm> = Vec::new();
        for norm in &self.norms {
            norms.push(norm_of(norm));
            norms.extend(norm.exception(&vocabulary.conditions).map(|exception| Norm {
                exception: true,
                ..norm_of(&exception)
            }));
        }
        Policy {
            metadata: Metadata::default(),
            vocabulary: Vocabulary { linkings, ..vocabulary },
            document: Document {
                clauses: self.clauses.iter().enumerate().map(clause).collect(),
                ..Document::default()
            },
            norms,
            notices: Vec::new(),
            terms: Vec::new(),
            tests: Vec::new(),
            transfers_abroad: Vec::new(),
            revisions: Vec::new(),
            sources: Vec::new(),
            coverage: Vec::new(),
        }
    }
}

impl NormSketch {
    /// What the conditions of its `unless` permit.
    fn exception(&self, conditions: &Graph) -> Option<Self> {
        let leaves = |named: &[usize]| conditions.leaves_of_all(&ids(named));
        let cancelled = |any: &Vec<usize>| leaves(any).is_subset(&leaves(&self.unless));
        (self.excepts && !self.requires.iter().any(cancelled)).then(|| Self {
            key: format!("{}~", self.key),
            effect: Effect::Permit,
            processing: Processing::Raw,
            requires: self.requires.iter().chain([&self.unless]).cloned().collect(),
            unless: Vec::new(),
            excepts: false,
            gives_way_to: Vec::new(),
            ..self.clone()
        })
    }
}

fn graph(dimension: Dimension, concepts: &[ConceptSketch]) -> Graph {
    let concepts = concepts
        .iter()
        .map(|concept| Concept {
            parents: ids(&concept.parents),
            attributes: concept.attribute.into_iter().collect(),
            countries: concept.countries.clone(),
            ..Concept::new(&concept.name, Origin::BuiltIn)
        })
        .collect();
    Graph::build(dimension, concepts).expect("parents come before their children")
}

fn ids(indices: &[usize]) -> Vec<ConceptId> {
    indices.iter().map(|index| ConceptId(*index as u32)).collect()
}

fn scope_of(graph: &Graph, named: &Named) -> Scope {
    let leaves = graph.leaves_of_all(&ids(&named.named));
    Scope {
        named: ids(&named.named),
        except: ids(&named.except),
        leaves: leaves.difference(&graph.leaves_of_all(&ids(&named.except))),
        inferred: false,
        open: false,
    }
}

/// A permit reaches a party abroad only by its own name or through 越境.
fn parties_of(graph: &Graph, norm: &NormSketch) -> Scope {
    let scope = scope_of(graph, &norm.parties);
    if norm.effect.refuses() || norm.abroad {
        return scope;
    }
    let by_name = scope
        .named
        .iter()
        .filter(|id| graph.get(**id).attributes.contains(&Attribute::Foreign))
        .map(|id| graph.leaves_of(*id));
    let foreign = graph
        .leaves_with(Attribute::Foreign)
        .difference(&LeafSet::union_all(by_name));
    Scope {
        leaves: scope.leaves.difference(&foreign),
        ..scope
    }
}

fn clause((index, parent): (usize, &Option<usize>)) -> Clause {
    Clause {
        keyword: "章",
        kind: "chapter",
        name: Some(format!("条項{index}")),
        anchor: format!("条項{index}"),
        number: None,
        title: vec![hoshin::internals::document::Run::Text(format!("条項{index}"))],
        headed: true,
        retired: false,
        parent: parent.map(|parent| ClauseId(parent as u32)),
        span: Span::default(),
    }
}
