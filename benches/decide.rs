//! What one decision costs, by the number of norms: `cargo bench --bench decide`.
//!
//! n norms "permit provide (data, recipient, purpose)" over hierarchies of 500 × 200 × 300 names; of ten norms three ask for a
//! condition and one for processing; of a hundred, five are riders that limit, unless there is consent, and one is a general
//! prohibition that gives way to the permits.
//!
//! names: the bare answer from names. ids: the same from ids. full: with reasons. whole: with reasons, about the category that the
//! data belongs to.

#![expect(clippy::print_stdout, reason = "this program is its output")]
#![expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
#![expect(clippy::unwrap_used, reason = "a benchmark may stop")]

use std::hint::black_box;
use std::time::Instant;

use hoshin::internals::decide::{Decider, Question, Request};
use hoshin::internals::document::{Clause, ClauseId, Document, Run};
use hoshin::internals::norm::{Act, ActSet, AnyOf, Effect, Norm, Processing, Provenance, Rank, Scope, Unless};
use hoshin::internals::policy::{Expected, Metadata, Policy};
use hoshin::internals::span::Span;
use hoshin::internals::vocabulary::{Concept, ConceptId, Dimension, Graph, Origin, Vocabulary};

fn main() {
    println!(
        "{:>6} {:>9} {:>9} {:>9} {:>9} {:>9}  answers",
        "norms", "index ms", "names ns", "ids ns", "full ns", "whole ns"
    );
    for count in [20, 200, 2000, 20_000] {
        let mut random = Random(count as u64);
        let policy = policy(count, &mut random);
        let start = Instant::now();
        let decider = Decider::new(&policy);
        let index = start.elapsed();
        let requests: Vec<Request> = (0..400).map(|_| request(&policy, &mut random)).collect();
        let asked: Vec<Asked> = requests.iter().map(|request| Asked::of(request, &policy)).collect();

        for (request, asked) in requests.iter().zip(&asked) {
            assert_eq!(decider.request(&asked.question(&asked.words())).unwrap(), *request);
            assert_eq!(
                decider.answer(&asked.question(&asked.words())).unwrap(),
                decider.decide_bare(request)
            );
            assert_eq!(decider.decide(request).answer.kind(), decider.decide_bare(request));
        }
        let words: Vec<_> = asked.iter().map(Asked::words).collect();
        let names = per_call(&asked.iter().zip(&words).collect::<Vec<_>>(), |(asked, words)| {
            decider.answer(&asked.question(words)).unwrap()
        });
        let ids = per_call(&requests, |request| decider.decide_bare(request));
        let full = per_call(&requests, |request| decider.decide(request));
        let about_categories: Vec<Request> = requests.iter().map(|request| widened(request, &policy)).collect();
        let whole = per_call(&about_categories, |request| decider.decide(request));
        let kinds = Expected::ALL.map(|kind| {
            let of_kind = requests.iter().filter(|request| decider.decide_bare(request) == kind);
            format!("{} {}", kind.word(), of_kind.count())
        });
        println!(
            "{count:>6} {:>9.1} {names:>9.0} {ids:>9.0} {full:>9.0} {whole:>9.0}  {}",
            index.as_secs_f64() * 1e3,
            kinds.join(" ")
        );
    }
}

/// Nanoseconds per call: the median of many rounds over all inputs.
fn per_call<I, T>(inputs: &[I], call: impl Fn(&I) -> T) -> f64 {
    let mut rounds: Vec<f64> = (0..60)
        .map(|_| {
            let start = Instant::now();
            for input in inputs {
                black_box(call(black_box(input)));
            }
            start.elapsed().as_secs_f64() * 1e9 / inputs.len() as f64
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    rounds[rounds.len() / 2]
}

/// A request in words.
struct Asked {
    data: String,
    party: String,
    purpose: String,
    processing: &'static str,
    conditions: Vec<String>,
}

impl Asked {
    fn of(request: &Request, policy: &Policy) -> Self {
        let vocabulary = &policy.vocabulary;
        Self {
            data: vocabulary.data.get(request.data[0]).name.clone(),
            party: vocabulary.parties.get(request.party).name.clone(),
            purpose: vocabulary.purposes.get(request.purpose).name.clone(),
            processing: request.processing.word(),
            conditions: request
                .conditions
                .iter()
                .map(|id| vocabulary.conditions.get(*id).name.clone())
                .collect(),
        }
    }

    fn words(&self) -> (Vec<&str>, Vec<&str>) {
        (vec![&self.data], self.conditions.iter().map(String::as_str).collect())
    }

    fn question<'a>(&'a self, (data, conditions): &'a (Vec<&'a str>, Vec<&'a str>)) -> Question<'a> {
        Question {
            act: "提供",
            data,
            party: Some(&self.party),
            purpose: Some(&self.purpose),
            processing: Some(self.processing),
            conditions,
            ..Question::default()
        }
    }
}

/// SplitMix64.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }

    fn one_in(&mut self, bound: usize) -> bool {
        self.below(bound) == 0
    }
}

/// A tree of names, each with about five parts.
fn graph(dimension: Dimension, word: &str, count: usize) -> Graph {
    let concepts = (0..count).map(|index| Concept {
        parents: match index {
            0..5 => Vec::new(),
            _ => vec![ConceptId((index / 5) as u32)],
        },
        ..Concept::new(format!("{word}の種類その{index}"), Origin::BuiltIn)
    });
    Graph::build(dimension, concepts.collect()).unwrap()
}

fn scope(graph: &Graph, random: &mut Random) -> Scope {
    let id = ConceptId(random.below(graph.len()) as u32 + 1);
    all_of(graph, id)
}

fn all_of(graph: &Graph, id: ConceptId) -> Scope {
    Scope {
        named: vec![id],
        leaves: graph.leaves_of(id).clone(),
        ..Scope::default()
    }
}

fn any_of(graph: &Graph, id: u32) -> AnyOf {
    AnyOf {
        conditions: vec![ConceptId(id)],
        leaves: graph.leaves_of(ConceptId(id)).clone(),
    }
}

fn policy(count: usize, random: &mut Random) -> Policy {
    let vocabulary = Vocabulary {
        data: graph(Dimension::Data, "情報", 500),
        parties: graph(Dimension::Party, "主体", 200),
        purposes: graph(Dimension::Purpose, "目的", 300),
        conditions: graph(Dimension::Condition, "条件", 20),
        linkings: Vec::new(),
        routes: Vec::new(),
    };
    let clause = |parent: Option<u32>| Clause {
        keyword: "提供",
        kind: "provide",
        name: None,
        anchor: String::new(),
        number: None,
        title: vec![Run::Text("提供".to_owned())],
        headed: true,
        retired: false,
        parent: parent.map(ClauseId),
        span: Span::default(),
    };
    let mut clauses = vec![clause(None)];
    let norms = (0..count)
        .map(|index| {
            let kind = index % 100;
            let effect = match kind {
                7 => Effect::Forbid,
                3 | 23 | 43 | 63 | 83 => Effect::Limit,
                _ => Effect::Permit,
            };
            clauses.push(clause((effect == Effect::Permit).then_some(0)));
            let consent = any_of(&vocabulary.conditions, 1);
            Norm {
                key: format!("n{index}"),
                effect,
                acts: ActSet::single(Act::Provide),
                data: scope(&vocabulary.data, random),
                parties: match effect {
                    Effect::Permit => scope(&vocabulary.parties, random),
                    _ => all_of(&vocabulary.parties, ConceptId::TOP),
                },
                purposes: match effect {
                    Effect::Forbid => all_of(&vocabulary.purposes, ConceptId::TOP),
                    _ => scope(&vocabulary.purposes, random),
                },
                routes: None,
                processing: match effect == Effect::Permit && random.one_in(10) {
                    true => Processing::Deidentified,
                    false => effect.default_processing(),
                },
                requires: match effect == Effect::Permit && random.below(10) < 3 {
                    true => vec![any_of(&vocabulary.conditions, random.below(20) as u32 + 1)],
                    false => Vec::new(),
                },
                unless: Unless {
                    conditions: if effect.refuses() { consent } else { AnyOf::default() },
                    clauses: match effect {
                        Effect::Forbid => vec![ClauseId(0)],
                        _ => Vec::new(),
                    },
                },
                rank: match effect {
                    Effect::Limit => Rank::Rider,
                    _ => Rank::Ordinary,
                },
                priority_over: Vec::new(),
                transform: None,
                basis: Vec::new(),
                period: None,
                exception: false,
                provenance: Provenance {
                    clause: ClauseId(index as u32 + 1),
                    span: Span::default(),
                    wording: String::new(),
                },
            }
        })
        .collect();
    Policy {
        metadata: Metadata::default(),
        vocabulary,
        document: Document {
            clauses,
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

/// The request about the whole category that its data belongs to, where it belongs to one.
fn widened(request: &Request, policy: &Policy) -> Request {
    let parents = &policy.vocabulary.data.get(request.data[0]).parents;
    Request {
        data: vec![parents.first().copied().unwrap_or(request.data[0])],
        ..request.clone()
    }
}

/// Half of the requests are about what some norm names, half about anything.
fn request(policy: &Policy, random: &mut Random) -> Request {
    let vocabulary = &policy.vocabulary;
    let norm = &policy.norms[random.below(policy.norms.len())];
    let about_it = random.one_in(2);
    let mut leaf = |graph: &Graph, scope: &Scope| {
        let leaves: Vec<u32> = match about_it {
            true => scope.leaves.iter().collect(),
            false => graph.leaves_of(ConceptId::TOP).iter().collect(),
        };
        // A category's own leaf cannot be named; its first part can.
        let mut id = graph.leaf_concept(leaves[random.below(leaves.len())]);
        while let Some(child) = graph.children(id).first() {
            id = *child;
        }
        id
    };
    let request = Request::new(Act::Provide, leaf(&vocabulary.data, &norm.data))
        .party(leaf(&vocabulary.parties, &norm.parties))
        .purpose(leaf(&vocabulary.purposes, &norm.purposes));
    let request = match random.one_in(4) {
        true => request.processing(Processing::Deidentified),
        false => request,
    };
    match random.one_in(2) {
        true => request.asserting(ConceptId(random.below(20) as u32 + 1)),
        false => request,
    }
}
