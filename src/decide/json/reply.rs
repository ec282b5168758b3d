//! An answer as one JSON object.

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;

use super::super::answer::{Answer, Decision, Ending, Miss, Part, Point, Verdict, Way};
use super::super::explain::{Both, not_examined};
use super::super::question::Unresolved;
use super::super::request::Request;
use super::error::RequestError;
use super::format::{FORMAT, Identity};
use super::parts::{AnswerOut, ClauseOut, EVERYTHING, InWords, PolicyOut, RequestOut, Writer, name, names};
use super::request::Id;
use crate::characters::escaped_json;
use crate::norm::{NormId, Processing};
use crate::policy::{Expected, Policy};
use crate::vocabulary::{ConceptId, Graph, Leaf, LeafSet};

/// An answer.
#[derive(Debug)]
pub struct Reply {
    document: Document,
    answer: Option<Expected>,
}

impl Reply {
    /// Whether the act may be done. False also where the request could not be decided.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn permitted(&self) -> bool {
        self.answer == Some(Expected::Permitted)
    }

    /// Which of the five answers it is; `None` where the request could not be decided.
    #[must_use]
    pub fn answer(&self) -> Option<Expected> {
        self.answer
    }

    /// The answer in one line, without a line break.
    #[must_use]
    pub fn to_json(&self) -> String {
        escaped_json(serde_json::to_string(&self.document).expect("plain structs serialise"))
    }

    /// The answer indented, with a line break at its end.
    #[must_use]
    pub fn to_pretty_json(&self) -> String {
        let mut text = escaped_json(serde_json::to_string_pretty(&self.document).expect("plain structs serialise"));
        text.push('\n');
        text
    }
}

/// Who asked: what comes back with the answer.
#[derive(Debug, Default)]
pub(super) struct Asker {
    pub(super) id: Option<Id>,
    pub(super) line: Option<u64>,
}

/// The answer to one request: a decision, or, where `error` is there, what is wrong with the request.
///
/// `permitted` alone says whether the act may be done; everything else says why. Every member is always there. A reader
/// passes over members that it does not know: within this version of the format some may be added, and none can turn an
/// answer round.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
pub(super) enum Document {
    Decision(Box<DecisionOut>),
    Error(ErrorOut),
}

/// A decision.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Decision"))]
pub(super) struct DecisionOut {
    /// Name and version of the format.
    #[cfg_attr(feature = "schema", schemars(extend("const" = FORMAT)))]
    format: &'static str,
    /// The request's `id`.
    id: Option<Id>,
    /// The revision that decided.
    policy: PolicyOut,
    /// The request as it was understood.
    request: RequestOut,
    /// Whether the act may be done as requested. True for the answer `permitted` and for no other.
    permitted: bool,
    /// The answer.
    answer: AnswerOut,
    /// What the policy says about the request exactly as put. `not_stated` is a refusal too.
    verdict: VerdictOut,
    /// The clauses that decided: what permits, what forbids, or, for `permitted_under_conditions` and
    /// `permitted_if_processed`, what permits once the terms are met. Empty for `not_stated`.
    decided_by: Vec<ClauseOut>,
    /// The clauses of the opposite effect that speak of the request as well and do not prevail; for
    /// `permitted_under_conditions` and `permitted_if_processed` those that forbid it until the terms are met.
    overridden: Vec<ClauseOut>,
    /// The first leaf of the request with the strictest verdict; null when all of it is permitted.
    strictest_at: Option<PointOut>,
    /// Whether all of the request has that verdict.
    everywhere: bool,
    /// Whether it has that verdict whichever conditions hold of those that a closed request leaves open. True of every
    /// other request.
    certain: bool,
    /// Everything that would have the request permitted, each way minimal: less processing first, then fewer conditions. A duty
    /// by law (法令上の義務) that no clause names is not among it: it lifts every prohibition and permits nothing by itself.
    ways: Vec<WayOut>,
    /// Whether `ways` is all there is. False only where there are thousands of combinations.
    ways_complete: bool,
    /// Of what is `forbidden` or `not_stated` as a whole: its parts that have different answers, the largest first. Empty where
    /// the answer is the same for all of it.
    parts: Vec<PartOut>,
    /// Whether `parts` tells them. False only where a request is about very much at once.
    parts_complete: bool,
    /// For `permitted`: everything that would end it, each minimal, fewest conditions first. Only conditions that the request
    /// neither lists nor denies; a closed request has none.
    ended_by: Vec<EndingOut>,
    /// Whether `ended_by` is all there is. False only where there are very many combinations.
    ended_by_complete: bool,
    /// For `not_stated`: the clauses that come nearest to permitting it, and what they miss on. At most five.
    nearest: Vec<MissOut>,
    /// What says more, and was not looked at: a law about this data, or whether there is the duty by law (法令上の義務) that the
    /// request lists. Empty for most.
    not_examined: Vec<String>,
    /// The decision in words.
    explanation: InWords,
}

/// What is wrong with a request. It was not decided, which is a refusal.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "NotDecided"))]
pub(super) struct ErrorOut {
    /// Name and version of the format.
    #[cfg_attr(feature = "schema", schemars(extend("const" = FORMAT)))]
    format: &'static str,
    /// The request's `id`, if it could be read.
    id: Option<Id>,
    /// The revision that was asked.
    policy: PolicyOut,
    /// Never true here.
    #[cfg_attr(feature = "schema", schemars(extend("const" = false)))]
    permitted: bool,
    /// What is wrong.
    error: FaultOut,
}

/// What is wrong with a request.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Fault"))]
struct FaultOut {
    /// `C0014`: words that the policy does not know. `C0015`: no request at all. `C0040`: conditions asserted and denied.
    code: &'static str,
    /// The line the request stood on, from 1; null where it was no line.
    line: Option<u64>,
    /// What is wrong, in words.
    message: InWords,
    /// The words that name nothing in the policy, or several things; all of them. For `C0040` what is denied though it, or a
    /// kind of it, is asserted. Empty for `C0015`.
    unresolved: Vec<WordOut>,
}

/// A word that names nothing, or several things, or what the request contradicts itself about.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "UnresolvedWord"))]
struct WordOut {
    /// The member of the request it stands in.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["act", "data", "party", "purpose", "processing", "conditions", "denied", "withdrawn", "route"])))]
    member: &'static str,
    /// The word.
    word: String,
    /// The nearest word that would be understood.
    nearest: Option<String>,
    /// The names that it may mean, where it may mean several.
    several: Vec<String>,
}

/// What the policy says about a request exactly as put.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", schemars(rename = "Verdict"))]
enum VerdictOut {
    Permitted,
    Forbidden,
    NotStated,
}

impl From<Verdict> for VerdictOut {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Permitted => Self::Permitted,
            Verdict::NotStated => Self::NotStated,
            Verdict::Forbidden => Self::Forbidden,
        }
    }
}

/// One leaf in every dimension.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "LeafOfRequest"))]
struct PointOut {
    /// The data.
    data: LeafOut,
    /// The party.
    party: LeafOut,
    /// The purpose.
    purpose: LeafOut,
    /// The route that makes the difference, or that was asked about.
    route: Option<String>,
}

/// A name without parts, or, of one with parts, what it contains and nobody named.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
#[cfg_attr(feature = "schema", schemars(rename = "Leaf"))]
enum LeafOut {
    /// A name without parts.
    Concept(String),
    /// その他の X.
    Rest {
        /// The X.
        rest_of: String,
    },
}

/// One way to have the request permitted.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Way"))]
struct WayOut {
    /// Whether the answer speaks of it. False for what is beside the answer: an exception of a clause that forbids it, or
    /// more processing where less is enough.
    part_of_answer: bool,
    /// The states the data must be brought to, any one of them. Empty: it may stay as it is.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::states"))]
    processing: Vec<&'static str>,
    /// What must hold besides: of each of these lists one condition. Empty: nothing.
    conditions: Vec<Vec<String>>,
    /// What must be denied besides, all of it; only of a closed request.
    denied: Vec<String>,
    /// What must be done to the data, where a clause says so.
    transforms: Vec<TransformOut>,
    /// The clauses that then permit it.
    permitted_by: Vec<ClauseOut>,
}

/// What must hold besides.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Terms"))]
struct TermsOut {
    /// Of each of these lists one condition.
    conditions: Vec<Vec<String>>,
    /// What must be denied, all of it; only of a closed request.
    denied: Vec<String>,
}

/// A part of a request: everything that is in each of its lists.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Part"))]
struct PartOut {
    /// The answer to it.
    answer: AnswerOut,
    /// The data, by the fewest names.
    data: Vec<LeafOut>,
    /// The parties.
    party: Vec<LeafOut>,
    /// The purposes.
    purpose: Vec<LeafOut>,
    /// The routes. Empty where they make no difference.
    route: Vec<String>,
    /// How many leaves it has, combinations counted.
    leaves: u64,
    /// The states the data must be brought to, any one of them, for `permitted_if_processed`.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::states"))]
    processing: Vec<&'static str>,
    /// What must hold besides, any one of these.
    terms: Vec<TermsOut>,
    /// The clauses that decide somewhere in it.
    decided_by: Vec<ClauseOut>,
}

/// What would end a permission.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Ending"))]
struct EndingOut {
    /// What would have to hold besides: of each of these lists one condition.
    conditions: Vec<Vec<String>>,
    /// The verdict that the request then has.
    verdict: VerdictOut,
    /// The clauses that then forbid it; for `not_stated` those that then permit it no longer.
    by: Vec<ClauseOut>,
}

/// What must be done to data.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Transform"))]
struct TransformOut {
    /// The norm that asks for it.
    norm: String,
    /// Data that must be removed.
    drop: Vec<String>,
    /// Of what identifies a person only this may remain. Empty: no bound.
    keep: Vec<String>,
    /// Data that must be replaced.
    generalise: Vec<ReplacementOut>,
}

/// A replacement.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Replacement"))]
struct ReplacementOut {
    /// What is replaced.
    from: String,
    /// By what.
    to: String,
}

/// A clause that comes near.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Nearest"))]
struct MissOut {
    /// The clause.
    clause: ClauseOut,
    /// The dimensions on which it misses the request.
    #[cfg_attr(feature = "schema", schemars(schema_with = "missed"))]
    misses_on: Vec<&'static str>,
}

#[cfg(feature = "schema")]
fn missed(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let dimensions = ["data", "party", "purpose", "route", "processing", "conditions"];
    schemars::json_schema!({ "type": "array", "items": { "enum": dimensions } })
}

/// Writes a decision down.
pub(super) fn decision(
    policy: &Policy,
    identity: &Identity,
    request: &Request,
    decision: &Decision,
    explanation: Both,
    asker: Asker,
) -> Reply {
    let writer = Writer { policy };
    let answer = decision.answer.kind();
    let nearest = match &decision.answer {
        Answer::NotStated { nearest } => nearest.as_slice(),
        _ => &[],
    };
    let document = DecisionOut {
        format: FORMAT,
        id: asker.id,
        policy: writer.policy(identity),
        request: writer.request(request),
        permitted: answer == Expected::Permitted,
        answer: answer.into(),
        verdict: decision.verdict.into(),
        decided_by: writer.clauses(&decision.decided_by),
        overridden: writer.clauses(&decision.overridden),
        strictest_at: decision.place.as_ref().map(|place| writer.place(place)),
        everywhere: decision.uniform,
        certain: decision.certain,
        ways: decision
            .ways
            .iter()
            .map(|way| writer.way(way, decision.answer_speaks_of(way)))
            .collect(),
        ways_complete: decision.complete,
        parts: decision.parts.parts.iter().map(|part| writer.part(part)).collect(),
        parts_complete: decision.parts.complete,
        ended_by: decision.ended_by.iter().map(|ending| writer.ending(ending)).collect(),
        ended_by_complete: decision.ended_by_complete,
        nearest: nearest.iter().map(|miss| writer.miss(miss)).collect(),
        not_examined: not_examined(policy, request, decision.verdict)
            .into_iter()
            .map(|what| what.name().to_owned())
            .collect(),
        explanation: explanation.into(),
    };
    Reply {
        document: Document::Decision(Box::new(document)),
        answer: Some(answer),
    }
}

/// Writes down why nothing was decided.
pub(super) fn error(policy: &Policy, identity: &Identity, error: &RequestError, asker: Asker) -> Reply {
    let words = match error {
        RequestError::Unresolved(words) => words.as_slice(),
        _ => &[],
    };
    let document = ErrorOut {
        format: FORMAT,
        id: asker.id,
        policy: Writer { policy }.policy(identity),
        permitted: false,
        error: FaultOut {
            code: error.code(),
            line: asker.line,
            message: InWords {
                ja: error.japanese(),
                en: error.english(),
            },
            unresolved: words.iter().map(word).collect(),
        },
    };
    Reply {
        document: Document::Error(document),
        answer: None,
    }
}

fn word(unresolved: &Unresolved) -> WordOut {
    WordOut {
        member: unresolved.part.member(),
        word: unresolved.word.clone(),
        nearest: unresolved.nearest().map(str::to_owned),
        several: unresolved.several().to_vec(),
    }
}

impl Writer<'_> {
    fn place(&self, place: &Point) -> PointOut {
        let vocabulary = &self.policy.vocabulary;
        PointOut {
            data: leaf(&vocabulary.data, place.data),
            party: leaf(&vocabulary.parties, place.party),
            purpose: leaf(&vocabulary.purposes, place.purpose),
            route: place.route.map(|route| self.route(route)),
        }
    }

    fn part(&self, part: &Part) -> PartOut {
        let vocabulary = &self.policy.vocabulary;
        let leaves = |graph: &Graph, set: &LeafSet| -> Vec<LeafOut> {
            let named = graph.describe(set).into_iter();
            let all = set == graph.leaves_of(ConceptId::TOP);
            match all {
                true => vec![LeafOut::Concept(EVERYTHING.to_owned())],
                false => named.map(|one| leaf_out(graph, one)).collect(),
            }
        };
        let conditions = &vocabulary.conditions;
        PartOut {
            answer: part.answer.kind.into(),
            data: leaves(&vocabulary.data, &part.data),
            party: leaves(&vocabulary.parties, &part.parties),
            purpose: leaves(&vocabulary.purposes, &part.purposes),
            route: part.routes.iter().map(|route| self.route(route)).collect(),
            leaves: part.size(),
            processing: part.answer.states.iter().map(|state| state.english()).collect(),
            terms: (part.answer.conditions.iter())
                .map(|set| TermsOut {
                    conditions: set.all_of.iter().map(|any| assertable(conditions, any)).collect(),
                    denied: assertable(conditions, &set.none_of),
                })
                .collect(),
            decided_by: self.clauses(&part.decided_by),
        }
    }

    fn way(&self, way: &Way, part_of_answer: bool) -> WayOut {
        let conditions = &self.policy.vocabulary.conditions;
        WayOut {
            part_of_answer,
            processing: way.states.iter().map(|state| state.english()).collect(),
            conditions: way
                .conditions
                .all_of
                .iter()
                .map(|any| assertable(conditions, any))
                .collect(),
            denied: assertable(conditions, &way.conditions.none_of),
            transforms: match way.states.as_slice() {
                [] | [Processing::Raw] => Vec::new(),
                _ => way.permits.iter().filter_map(|id| self.transform(*id)).collect(),
            },
            permitted_by: self.clauses(&way.permits),
        }
    }

    fn ending(&self, ending: &Ending) -> EndingOut {
        let conditions = &self.policy.vocabulary.conditions;
        let all_of = ending.conditions.all_of.iter();
        EndingOut {
            conditions: all_of.map(|any| assertable(conditions, any)).collect(),
            verdict: ending.verdict.into(),
            by: self.clauses(&ending.by),
        }
    }

    fn transform(&self, id: NormId) -> Option<TransformOut> {
        let norm = self.norm(id);
        let transform = norm.transform.as_ref()?;
        let graph = &self.policy.vocabulary.data;
        Some(TransformOut {
            norm: norm.key.clone(),
            drop: names(graph, &transform.drop),
            keep: names(graph, &transform.keep),
            generalise: transform
                .generalise
                .iter()
                .map(|(from, to)| ReplacementOut {
                    from: name(graph, *from),
                    to: name(graph, *to),
                })
                .collect(),
        })
    }

    fn miss(&self, miss: &Miss) -> MissOut {
        MissOut {
            clause: self.clause(miss.norm),
            misses_on: miss.on.iter().map(|missed| missed.english()).collect(),
        }
    }
}

fn leaf(graph: &Graph, leaf: u32) -> LeafOut {
    leaf_out(graph, graph.leaf(leaf))
}

fn leaf_out(graph: &Graph, leaf: Leaf) -> LeafOut {
    match leaf {
        Leaf::Concept(id) => LeafOut::Concept(name(graph, id)),
        Leaf::Rest(ConceptId::TOP) => LeafOut::Rest {
            rest_of: EVERYTHING.to_owned(),
        },
        Leaf::Rest(id) => LeafOut::Rest {
            rest_of: name(graph, id),
        },
    }
}

/// Names to assert, any one of which asserts a leaf of the set; or to deny, which together deny all of it.
fn assertable(graph: &Graph, set: &LeafSet) -> Vec<String> {
    let ids = graph.describe(set).into_iter().map(|leaf| match leaf {
        Leaf::Concept(id) | Leaf::Rest(id) => id,
    });
    ids.map(|id| name(graph, id)).collect()
}
