//! A policy under other names and in another order.

use hoshin::internals::decide::Request;
use hoshin::internals::policy::Policy;
use hoshin::internals::vocabulary::{ConceptId, Graph};

use crate::support::sketch::{ConceptSketch, DUTY, LAW, LinkingSketch, Named, NormSketch, Sketch, TransformSketch};

/// Other names and another order of everything that has an order.
pub(super) struct Shuffle {
    data: Vec<usize>,
    parties: Vec<usize>,
    purposes: Vec<usize>,
    conditions: Vec<usize>,
    clauses: Vec<usize>,
    norms: Vec<usize>,
    linkings: Vec<usize>,
}

pub(super) fn renamed_word(name: &str) -> String {
    match name {
        // What the language knows by its name keeps it.
        LAW | DUTY => name.to_owned(),
        _ => format!("新{name}"),
    }
}

/// A permutation of 0..count: where each goes.
fn permutation(count: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|index| {
        (seed ^ (*index as u64 + 1))
            .wrapping_mul(0x9E37_79B9_7F4A_7C15)
            .rotate_left(*index as u32)
    });
    let mut goes_to = vec![0; count];
    for (to, from) in order.into_iter().enumerate() {
        goes_to[from] = to;
    }
    goes_to
}

/// The same for concepts, of which 0 stays the top element.
fn concepts_to(count: usize, seed: u64) -> Vec<usize> {
    let moved = permutation(count, seed).into_iter().map(|to| to + 1);
    [0].into_iter().chain(moved).collect()
}

fn moved<T: Clone>(items: &[T], goes_to: &[usize]) -> Vec<T> {
    let mut pairs: Vec<(usize, &T)> = goes_to.iter().copied().zip(items).collect();
    pairs.sort_by_key(|(to, _)| *to);
    pairs.into_iter().map(|(_, item)| item.clone()).collect()
}

fn all(indices: &[usize], goes_to: &[usize]) -> Vec<usize> {
    indices.iter().map(|index| goes_to[*index]).collect()
}

impl Shuffle {
    pub(super) fn new(sketch: &Sketch, seeds: &[u64]) -> Self {
        Self {
            data: concepts_to(sketch.data.len(), seeds[0]),
            parties: concepts_to(sketch.parties.len(), seeds[1]),
            purposes: concepts_to(sketch.purposes.len(), seeds[2]),
            conditions: concepts_to(sketch.conditions.len(), seeds[3]),
            clauses: permutation(sketch.clauses.len(), seeds[4]),
            norms: permutation(sketch.norms.len(), seeds[5]),
            linkings: permutation(sketch.linkings.len(), seeds[6]),
        }
    }

    pub(super) fn apply(&self, sketch: &Sketch) -> Sketch {
        let concepts = |concepts: &[ConceptSketch], goes_to: &[usize]| {
            let renamed: Vec<ConceptSketch> = concepts
                .iter()
                .map(|concept| ConceptSketch {
                    name: renamed_word(&concept.name),
                    parents: all(&concept.parents, goes_to),
                    ..concept.clone()
                })
                .collect();
            moved(&renamed, &goes_to.iter().skip(1).map(|to| to - 1).collect::<Vec<_>>())
        };
        let named = |named: &Named, goes_to: &[usize]| Named {
            named: all(&named.named, goes_to),
            except: all(&named.except, goes_to),
        };
        let formulas = |formulas: &[Vec<usize>]| formulas.iter().map(|any| all(any, &self.conditions)).collect();
        let norms: Vec<NormSketch> = sketch
            .norms
            .iter()
            .map(|norm| NormSketch {
                data: named(&norm.data, &self.data),
                parties: named(&norm.parties, &self.parties),
                purposes: named(&norm.purposes, &self.purposes),
                requires: formulas(&norm.requires),
                unless: all(&norm.unless, &self.conditions),
                gives_way_to: all(&norm.gives_way_to, &self.clauses),
                goes_before: all(&norm.goes_before, &self.clauses),
                transform: norm.transform.as_ref().map(|transform| TransformSketch {
                    drop: all(&transform.drop, &self.data),
                    keep: all(&transform.keep, &self.data),
                    generalise: transform
                        .generalise
                        .iter()
                        .map(|(from, to)| (self.data[*from], self.data[*to]))
                        .collect(),
                }),
                clause: self.clauses[norm.clause],
                ..norm.clone()
            })
            .collect();
        let linkings: Vec<LinkingSketch> = sketch
            .linkings
            .iter()
            .map(|linking| LinkingSketch {
                from: self.data[linking.from],
                to: self.data[linking.to],
                when: formulas(&linking.when),
            })
            .collect();
        let clauses: Vec<Option<usize>> = sketch
            .clauses
            .iter()
            .map(|parent| parent.map(|parent| self.clauses[parent]))
            .collect();
        Sketch {
            data: concepts(&sketch.data, &self.data),
            parties: concepts(&sketch.parties, &self.parties),
            purposes: concepts(&sketch.purposes, &self.purposes),
            conditions: concepts(&sketch.conditions, &self.conditions),
            linkings: moved(&linkings, &self.linkings),
            routes: sketch.routes,
            clauses: moved(&clauses, &self.clauses),
            norms: moved(&norms, &self.norms),
        }
    }

    /// The request about `before` as one about `after`.
    pub(super) fn request(&self, request: &Request, before: &Policy, after: &Policy) -> Request {
        let (before, after) = (&before.vocabulary, &after.vocabulary);
        let moved = |id: ConceptId, goes_to: &[usize]| ConceptId(goes_to[id.index()] as u32);
        let asked = |id: ConceptId, goes_to: &[usize], before: &Graph, after: &Graph| match before.is_rest_of(id) {
            None => moved(id, goes_to),
            Some(of) => after.rest(moved(of, goes_to)).expect("it has parts there too"),
        };
        Request {
            data: (request.data.iter())
                .map(|id| asked(*id, &self.data, &before.data, &after.data))
                .collect(),
            party: asked(request.party, &self.parties, &before.parties, &after.parties),
            purpose: asked(request.purpose, &self.purposes, &before.purposes, &after.purposes),
            conditions: request
                .conditions
                .iter()
                .map(|id| moved(*id, &self.conditions))
                .collect(),
            denied: request.denied.iter().map(|id| moved(*id, &self.conditions)).collect(),
            withdrawn: request
                .withdrawn
                .iter()
                .map(|id| moved(*id, &self.conditions))
                .collect(),
            ..request.clone()
        }
    }
}
