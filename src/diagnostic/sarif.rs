//! Diagnostics in SARIF 2.1.0, the exchange format for results of static analysis (OASIS), as code scanning reads it.
//!
//! GitHub's table of supported properties decides what is written: a result has at least one place, a fingerprint and a
//! rule with a full description.

mod log;
mod part;
mod place;
mod results;
mod rules;

use std::collections::BTreeMap;

use super::annotation::Annotated;
use super::bounds;
use super::findings::Findings;
use crate::characters::escaped_json;
use crate::text::Lang;

pub use part::Run;

use log::{AutomationDetails, Driver, Invocation, Log, Message, Notification, Tool};
use results::results;
use rules::Rules;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Draws a run as one SARIF log, ending in a line break.
#[must_use]
pub fn render(run: &[Findings<'_>], lang: Lang) -> String {
    let parts: Vec<Run<'_>> = (run.iter())
        .map(|findings| Run {
            id: None,
            findings: Some(*findings),
            annotations: &[],
        })
        .collect();
    written(vec![log_run(None, &parts, None, lang)])
}

/// Draws annotations as one SARIF log, ending in a line break.
#[must_use]
pub fn render_annotations(run: &[Annotated<'_>], lang: Lang) -> String {
    let parts: Vec<Run<'_>> = (run.iter())
        .map(|annotated| Run {
            id: None,
            findings: annotated.findings,
            annotations: &annotated.annotations,
        })
        .collect();
    written(vec![log_run(None, &parts, None, lang)])
}

/// Draws several policies as one SARIF log with a run for each, ending in a line break. `errors` say what could not be done.
#[must_use]
pub fn render_runs(runs: &[Run<'_>], errors: &[String], lang: Lang) -> String {
    let runs = runs.iter();
    let runs = runs.map(|run| log_run(run.id, std::slice::from_ref(run), Some(errors), lang));
    written(runs.collect())
}

/// Draws several policies, or none, as one SARIF log with one run.
#[must_use]
pub fn render_together(id: &str, parts: &[Run<'_>], errors: &[String], lang: Lang) -> String {
    written(vec![log_run(Some(id), parts, Some(errors), lang)])
}

/// What there is to say of the run itself: what could not be done, and how many findings are not listed.
fn invocation(errors: &[String], omitted: usize, lang: Lang) -> Invocation {
    let notification = |level, text| Notification {
        level,
        message: Message { text },
    };
    let errors_told = errors.iter().map(|text| notification("error", text.clone()));
    let omission = (omitted > 0).then(|| notification("warning", bounds::omission(omitted, lang)));
    Invocation {
        execution_successful: errors.is_empty(),
        tool_execution_notifications: errors_told.chain(omission).collect(),
    }
}

fn written(runs: Vec<log::Run>) -> String {
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs,
    };
    let mut out = escaped_json(serde_json::to_string_pretty(&log).unwrap_or_default());
    out.push('\n');
    out
}

/// `errors`: what could not be done, where a run may tell that something could not.
fn log_run(id: Option<&str>, parts: &[Run<'_>], errors: Option<&[String]>, lang: Lang) -> log::Run {
    let omitted: usize = (parts.iter())
        .map(|part| bounds::omitted(part.findings.as_slice(), &bounds::listed(part.findings.as_slice())))
        .sum();
    let rules = Rules::of(parts);
    let mut seen = BTreeMap::new();
    let results = parts
        .iter()
        .flat_map(|part| results(part, &rules, lang, &mut seen))
        .collect();
    log::Run {
        tool: Tool {
            driver: Driver {
                name: "hoshin",
                version: env!("CARGO_PKG_VERSION"),
                language: match lang {
                    Lang::Ja => "ja",
                    Lang::En => "en",
                },
                rules: rules.drawn(lang),
            },
        },
        automation_details: id.map(|id| AutomationDetails { id: id.to_owned() }),
        invocations: (errors.is_some() || omitted > 0).then(|| [invocation(errors.unwrap_or_default(), omitted, lang)]),
        column_kind: "unicodeCodePoints",
        results,
    }
}
