//! The requests that are decided differently.

use schemars::JsonSchema;
use serde::Serialize;

use super::schema;
use super::words::{ClassOut, WordsOut};
use crate::decide::Verdict;
use crate::decide::explain::Citation;
use crate::diff::Comparison;
use crate::diff::decisions::{self, Class, Cube, Effect, Example, Requests, Statement, describe};
use crate::diff::vocabulary::Joint;
use crate::norm::NormId;
use crate::policy::{Acknowledgement, Policy};
use crate::vocabulary::{Dimension, Graph, LeafSet};

/// The requests that are decided differently.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Decisions")]
pub(super) struct DecisionsOut {
    /// Whether what follows is all. False only where a policy has so many conditions that the search was cut off.
    complete: bool,
    /// Everything that the revision allows, no longer allows, forbids or no longer forbids. No request is in two.
    statements: Vec<StatementOut>,
    /// What is refused before and after, and by a norm only where one revision does not know the words.
    unknown_words: Vec<StatementOut>,
}

/// Requests that the two revisions judge differently.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Statement")]
struct StatementOut {
    /// What happens to them.
    effect: EffectOut,
    /// Which way that goes: `wider` or `narrower`.
    class: ClassOut,
    /// The verdicts before, each of some of the requests.
    #[schemars(schema_with = "schema::verdicts")]
    from: Vec<&'static str>,
    /// The verdicts after, each of some of the requests.
    #[schemars(schema_with = "schema::verdicts")]
    to: Vec<&'static str>,
    /// Whether only a word came or went: what was permitted under a general name now has one of its own, or the reverse.
    only_named: bool,
    /// The requests: everything that is in each of these at once.
    requests: RequestsOut,
    /// Keys of the norms that decide in the old revision (`norms[].key` in its bundle).
    decided_before: Vec<String>,
    /// Keys of the norms that decide in the new revision.
    decided_after: Vec<String>,
    /// One of the requests.
    witness: WitnessOut,
    /// Whether the wording of a clause that is responsible changed as well. If not, readers of the page cannot see it.
    visible: bool,
    /// The acknowledgements (承認) that a widening passes by; empty for one that does not pass, and for what is no widening.
    acknowledged_by: Vec<AcknowledgementOut>,
    /// The statement in words.
    text: WordsOut,
}

/// An acknowledgement in the new revision.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Acknowledgement")]
pub(super) struct AcknowledgementOut {
    /// Why, in the editor's words.
    reason: String,
    /// The day, as 2026-04-01.
    date: String,
}

/// What happens to a request.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Effect")]
enum EffectOut {
    /// It becomes permitted: it was forbidden, or not stated.
    Permits,
    /// It was forbidden and is no longer stated.
    Lifts,
    /// It was permitted and is forbidden or no longer stated.
    Withdraws,
    /// It was not stated and becomes forbidden.
    Forbids,
}

/// A set of requests: the product of its parts.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Requests")]
struct RequestsOut {
    /// The acts.
    #[schemars(schema_with = "crate::schema::acts")]
    acts: Vec<&'static str>,
    /// The data categories.
    data: SetOut,
    /// The parties.
    parties: SetOut,
    /// The purposes.
    purposes: SetOut,
    /// The routes of collection; null where there are none or all are meant.
    routes: Option<Vec<String>>,
    /// The states of processing.
    #[schemars(schema_with = "crate::schema::states")]
    states: Vec<&'static str>,
    /// What is asserted: any one of these. A single one without members: whatever is asserted.
    conditions: Vec<CubeOut>,
    /// Whether these are all. If not it depends on more combinations than anybody reads, and each of these is one.
    all_conditions: bool,
}

/// A set of concepts of the two vocabularies, by the fewest names.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ConceptSet")]
struct SetOut {
    /// Everything.
    all: bool,
    /// The concepts, with everything below them; empty where `all` is set and nothing else said.
    names: Vec<String>,
    /// What is not meant although it lies below them.
    except: Vec<String>,
}

/// Sets of asserted conditions.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Conditions")]
struct CubeOut {
    /// Of each of these at least one is asserted.
    all_of: Vec<SetOut>,
    /// None of these is asserted.
    none_of: SetOut,
}

/// One request.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Witness")]
struct WitnessOut {
    /// The act.
    #[schemars(schema_with = "crate::schema::act")]
    act: &'static str,
    /// The data category.
    data: String,
    /// The party.
    party: String,
    /// The purpose.
    purpose: String,
    /// The route of collection; null where there are none.
    route: Option<String>,
    /// The state of the data.
    #[schemars(schema_with = "crate::schema::state")]
    processing: &'static str,
    /// The conditions asserted; no others are.
    conditions: Vec<String>,
    /// The clauses that decide it in the old revision.
    clauses_before: Vec<CitedOut>,
    /// The clauses that decide it in the new revision.
    clauses_after: Vec<CitedOut>,
    /// The request in words.
    text: WordsOut,
}

/// A clause as it is cited.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Citation")]
struct CitedOut {
    /// Its number with those of the clauses it stands in; null for a page without numbers.
    number: Option<String>,
    /// The title that goes with the number.
    title: Option<String>,
    /// The beginning of its wording, where it has no number of its own.
    wording: Option<String>,
    /// Its anchor on the page, without `#`.
    anchor: String,
    /// Whether it is the proviso of the clause: what the exception (但し) of its prohibition permits.
    exception: bool,
}

pub(super) fn write(comparison: &Comparison<'_>) -> DecisionsOut {
    let writer = Writer { comparison };
    let all = |statements: &[Statement]| statements.iter().map(|one| writer.statement(one)).collect();
    DecisionsOut {
        complete: comparison.decisions.complete,
        statements: all(&comparison.decisions.statements),
        unknown_words: all(&comparison.decisions.unknown_words),
    }
}

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Permitted => "permitted",
        Verdict::Forbidden => "forbidden",
        Verdict::NotStated => "not_stated",
    }
}

struct Writer<'c> {
    comparison: &'c Comparison<'c>,
}

impl Writer<'_> {
    fn statement(&self, statement: &Statement) -> StatementOut {
        let verdicts = |all: &[Verdict]| all.iter().copied().map(verdict).collect();
        StatementOut {
            effect: match statement.effect {
                Effect::Permits => EffectOut::Permits,
                Effect::Lifts => EffectOut::Lifts,
                Effect::Withdraws => EffectOut::Withdraws,
                Effect::Forbids => EffectOut::Forbids,
            },
            class: statement.class.into(),
            from: verdicts(&statement.from),
            to: verdicts(&statement.to),
            only_named: statement.only_named,
            requests: self.requests(&statement.requests),
            decided_before: keys(self.comparison.old, &statement.decided_before),
            decided_after: keys(self.comparison.new, &statement.decided_after),
            witness: self.witness(&statement.witness),
            visible: self.comparison.is_visible(statement),
            acknowledged_by: match statement.class == Class::Wider {
                true => acknowledgements(&self.comparison.acknowledged_by(statement)),
                false => Vec::new(),
            },
            text: (&statement.text).into(),
        }
    }

    fn requests(&self, requests: &Requests) -> RequestsOut {
        let routes = requests.routes.as_ref();
        RequestsOut {
            acts: requests.acts.iter().map(|act| act.english()).collect(),
            data: self.set(Dimension::Data, &requests.data),
            parties: self.set(Dimension::Party, &requests.parties),
            purposes: self.set(Dimension::Purpose, &requests.purposes),
            routes: routes.map(|routes| routes.iter().map(|route| self.route(route)).collect()),
            states: requests.states.iter().map(|state| state.english()).collect(),
            conditions: requests.conditions.iter().map(|cube| self.cube(cube)).collect(),
            all_conditions: requests.all_conditions,
        }
    }

    fn cube(&self, cube: &Cube) -> CubeOut {
        CubeOut {
            all_of: cube
                .all_of
                .iter()
                .map(|set| self.set(Dimension::Condition, set))
                .collect(),
            none_of: self.set(Dimension::Condition, &cube.none_of),
        }
    }

    fn witness(&self, witness: &Example) -> WitnessOut {
        let request = &witness.request;
        let cited = |citations: &[Citation]| citations.iter().map(cited).collect();
        let conditions = request.conditions.iter();
        WitnessOut {
            act: request.act.english(),
            data: self.leaf(Dimension::Data, request.data),
            party: self.leaf(Dimension::Party, request.party),
            purpose: self.leaf(Dimension::Purpose, request.purpose),
            route: request.route.map(|route| self.route(route)),
            processing: request.processing.english(),
            conditions: conditions.map(|leaf| self.leaf(Dimension::Condition, leaf)).collect(),
            clauses_before: cited(&witness.clauses_before),
            clauses_after: cited(&witness.clauses_after),
            text: (&witness.text).into(),
        }
    }

    fn joint(&self, dimension: Dimension) -> &Joint {
        self.comparison.vocabulary.joint(dimension)
    }

    fn graphs(&self, dimension: Dimension) -> (&Graph, &Graph) {
        (
            self.comparison.old.vocabulary.graph(dimension),
            self.comparison.new.vocabulary.graph(dimension),
        )
    }

    fn set(&self, dimension: Dimension, set: &LeafSet) -> SetOut {
        let (old, new) = self.graphs(dimension);
        let described = describe(self.joint(dimension), old, new, set);
        SetOut {
            all: described.all,
            names: described.names,
            except: described.except,
        }
    }

    fn leaf(&self, dimension: Dimension, leaf: u32) -> String {
        let (old, new) = self.graphs(dimension);
        decisions::leaf(self.joint(dimension), old, new, leaf)
    }

    fn route(&self, route: u32) -> String {
        let joint = self.comparison.vocabulary.routes.routes.get(route as usize);
        let of = |policy: &Policy, route: Option<u32>| -> Option<String> {
            Some(policy.vocabulary.routes.get(route? as usize)?.name.clone())
        };
        let name =
            joint.and_then(|joint| of(self.comparison.new, joint.new).or_else(|| of(self.comparison.old, joint.old)));
        name.unwrap_or_default()
    }
}

pub(super) fn acknowledgements(all: &[&Acknowledgement]) -> Vec<AcknowledgementOut> {
    let written = all.iter().map(|one| AcknowledgementOut {
        reason: one.reason.clone(),
        date: one.date.to_string(),
    });
    written.collect()
}

fn keys(policy: &Policy, norms: &[NormId]) -> Vec<String> {
    let norms = norms.iter().filter_map(|norm| policy.norms.get(norm.0 as usize));
    norms.map(|norm| norm.key.clone()).collect()
}

fn cited(citation: &Citation) -> CitedOut {
    CitedOut {
        number: citation.number.clone(),
        title: citation.title.clone(),
        wording: citation.wording.clone(),
        anchor: citation.anchor.clone(),
        exception: citation.exception,
    }
}
