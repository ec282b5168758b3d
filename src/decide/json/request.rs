//! A request as one JSON object.

use std::collections::BTreeMap;

#[cfg(feature = "schema")]
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::question::{Elapsed, Question};
use super::error::RequestError;
use crate::norm::{Act, Processing};
#[cfg(feature = "schema")]
use crate::schema::one_of;

/// What the caller calls a request, given back with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
pub(super) enum Id {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
}

/// A request. Names are those of the policy, with or without the clause they are local to, or their labels; acts and
/// states are given by their key (`provide`, `raw`) or by their word (提供, 生データ). What is left out, or null, is asked
/// about as a whole.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Request"))]
pub(super) struct Wanted {
    /// Comes back in the answer.
    #[serde(default)]
    pub(super) id: Option<Id>,
    /// The act.
    #[cfg_attr(feature = "schema", schemars(schema_with = "act_or_word"))]
    act: String,
    /// The data categories; the request asks about all of them. None: about all data.
    #[serde(default)]
    data: Vec<String>,
    /// The other party. None: the operator for what it does alone (`collect`, `use`, `publish`, `retain`, `erase`), and
    /// every party for the other acts.
    #[serde(default)]
    party: Option<String>,
    /// The purpose. None: every purpose.
    #[serde(default)]
    purpose: Option<String>,
    /// The state of the data. None: raw.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(schema_with = "state_or_word"))]
    processing: Option<String>,
    /// The conditions that the caller vouches for: they surely hold.
    #[serde(default)]
    conditions: Vec<String>,
    /// The conditions that the caller rules out: neither they nor any of their kinds hold. What is denied cannot be asserted
    /// as well.
    #[serde(default)]
    denied: Vec<String>,
    /// The conditions that were withdrawn: they and their kinds surely hold no longer, even if they are listed. What they would
    /// forbid they forbid still.
    #[serde(default)]
    withdrawn: Vec<String>,
    /// Whether every condition that is in neither list possibly holds, so that nothing is permitted that one of them would
    /// end. False: none of them holds.
    #[serde(default)]
    closed: Option<bool>,
    /// How much time has gone since events, by their names: a length of time as ISO 8601 writes it (`P4Y`), or the day of the
    /// event. None has since any other.
    #[serde(default)]
    elapsed: BTreeMap<String, String>,
    /// The day that is asked about: `2026-04-01`. None: no period that ends on a day is over.
    #[serde(default)]
    on: Option<String>,
    /// The route of collection. None: every route.
    #[serde(default)]
    route: Option<String>,
}

#[cfg(feature = "schema")]
fn act_or_word(_: &mut SchemaGenerator) -> Schema {
    let words = Act::ALL.iter().flat_map(|act| [act.english(), act.word()]);
    one_of(&words.collect::<Vec<_>>())
}

#[cfg(feature = "schema")]
fn state_or_word(_: &mut SchemaGenerator) -> Schema {
    let words = Processing::ALL.iter().flat_map(|state| [state.english(), state.word()]);
    let words: Vec<Value> = words.map(|word| json!(word)).chain([Value::Null]).collect();
    json_schema!({ "enum": words })
}

/// The member that is looked for in a line that is otherwise no request, so that its caller knows which it was.
#[derive(Deserialize)]
struct IdAlone {
    #[serde(default)]
    id: Option<Id>,
}

/// Reads a request, or says what is wrong and, if it can be told, whose it is.
pub(super) fn read(line: &str) -> Result<Wanted, (RequestError, Option<Id>)> {
    // The reader takes an array for a struct, member by member.
    if !line.trim_start().starts_with('{') {
        let reason = "column 1: expected an object".to_owned();
        return Err((RequestError::Malformed { reason }, None));
    }
    serde_json::from_str(line).map_err(|error| {
        let id = serde_json::from_str(line).ok().and_then(|found: IdAlone| found.id);
        (malformed(&error), id)
    })
}

fn malformed(error: &serde_json::Error) -> RequestError {
    // The reader's words end with the line, which is always the first here, and the column.
    let said = error.to_string();
    let suffix = format!(" at line {} column {}", error.line(), error.column());
    let reason = said.strip_suffix(&suffix).unwrap_or(&said);
    let shown: String = reason
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST_REASON)
        .collect();
    RequestError::Malformed {
        reason: format!("column {}: {shown}", error.column()),
    }
}

/// Characters of a reason: it may quote what a stranger wrote.
const LONGEST_REASON: usize = 200;

impl Wanted {
    /// Puts the request as a question in words.
    pub(super) fn ask<T>(&self, asked: impl FnOnce(&Question<'_>) -> T) -> T {
        let data: Vec<&str> = self.data.iter().map(String::as_str).collect();
        let conditions: Vec<&str> = self.conditions.iter().map(String::as_str).collect();
        let withdrawn: Vec<&str> = self.withdrawn.iter().map(String::as_str).collect();
        let denied: Vec<&str> = self.denied.iter().map(String::as_str).collect();
        let elapsed = self.elapsed.iter().map(|(event, time)| Elapsed { event, time });
        let elapsed: Vec<Elapsed<'_>> = elapsed.collect();
        asked(&Question {
            act: &self.act,
            data: &data,
            party: self.party.as_deref(),
            purpose: self.purpose.as_deref(),
            processing: self.processing.as_deref(),
            conditions: &conditions,
            denied: &denied,
            withdrawn: &withdrawn,
            closed: self.closed.unwrap_or_default(),
            elapsed: &elapsed,
            on: self.on.as_deref(),
            route: self.route.as_deref(),
        })
    }
}
