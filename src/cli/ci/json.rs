//! What came of a run for programs: the format `hoshin.ci/1`.

use schemars::JsonSchema;
use serde::Serialize;

use super::examined::{Against, Form};
use super::gathered::Run;
use super::judged::Judged;
use crate::characters::escaped_json;
use crate::cli::error::CliError;
use crate::cli::outcome::Outcome;
use crate::diagnostic::{Annotation, Counts, Findings, Level, Text};
use crate::schema;

/// The name and version of the format.
const FORMAT: &str = "hoshin.ci/1";

/// Draws a run as one JSON document, ending in a line break.
pub(super) fn render(run: &Run<'_>) -> String {
    let document = Document {
        format: FORMAT,
        generator: concat!("hoshin ", env!("CARGO_PKG_VERSION")),
        outcome: match run.outcome() {
            Outcome::Clean => OutcomeOut::Passes,
            Outcome::Problems => OutcomeOut::Fails,
            Outcome::CouldNotRun => OutcomeOut::NotDone,
        },
        base: run.base.to_owned(),
        commit: run.gathered.commit.clone(),
        not_done: run.errors().map(ErrorOut::from).collect(),
        passed_over: run.notes().map(Words::from).collect(),
        files: run.judged.iter().map(file).collect(),
    };
    let mut out = escaped_json(serde_json::to_string_pretty(&document).unwrap_or_default());
    out.push('\n');
    out
}

/// The JSON Schema of [`render`]'s document, ending in a line break.
pub(in crate::cli) fn schema() -> String {
    schema::written(schema::of::<Document>("hoshin.ci/1", "hoshin ci, version 1"))
}

/// Whether a change may be merged.
///
/// Every member is always there. A reader passes over members that it does not know: within this version of the format some may
/// be added.
#[derive(Serialize, JsonSchema)]
struct Document {
    /// Name and version of the format.
    #[schemars(extend("const" = FORMAT))]
    format: &'static str,
    /// Name and version of the program that wrote the document.
    generator: &'static str,
    /// What came of it. Only `passes` lets the change pass.
    outcome: OutcomeOut,
    /// The revision that was named.
    base: String,
    /// The commit where the change parted from it, in short; null where it is not known.
    commit: Option<String>,
    /// What could not be done. Where there is anything, the outcome is `not_done`.
    not_done: Vec<ErrorOut>,
    /// What was not looked at, and what was not compared because the user allows it.
    passed_over: Vec<Words>,
    /// The files that were looked at, by their paths.
    files: Vec<FileOut>,
}

/// What came of a run.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Outcome")]
enum OutcomeOut {
    /// Exit code 0.
    Passes,
    /// Exit code 1.
    Fails,
    /// Exit code 2: not everything could be looked at.
    NotDone,
}

/// A sentence in both languages.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "InWords")]
struct Words {
    ja: String,
    en: String,
}

impl From<&Text> for Words {
    fn from(text: &Text) -> Self {
        Self {
            ja: text.ja.clone(),
            en: text.en.clone(),
        }
    }
}

/// Something that could not be done.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "NotDone")]
struct ErrorOut {
    /// Stable code, `C0035`.
    code: &'static str,
    /// What is wrong.
    message: Words,
    /// What to do; null where there is no advice.
    help: Option<Words>,
}

impl From<&CliError> for ErrorOut {
    fn from(error: &CliError) -> Self {
        Self {
            code: error.code.name(),
            message: Words::from(&error.message),
            help: error.help.as_deref().map(Words::from),
        }
    }
}

/// A file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "File")]
struct FileOut {
    /// From the root of the repository.
    path: String,
    /// What it is beside the base.
    state: StateOut,
    /// The policy of the base that it was compared with, from the root of the repository; null where it was not.
    compared_with: Option<String>,
    /// Whether it lets the change pass.
    passes: bool,
    /// How many errors and warnings there are in it and in what it imports; those of a file that others import as well are
    /// counted where they are told first.
    errors: usize,
    warnings: usize,
    /// Whether it is in the canonical form; null where its faults keep it from being formatted.
    formatted: Option<bool>,
    /// Its policy tests.
    tests: TestsOut,
    /// Whether it was compared to the end; null where it was not compared.
    complete: Option<bool>,
    /// Why the comparison does not pass.
    fails: Vec<Words>,
    /// What is said beside the diagnostics: widenings, failed tests, a file that is not formatted.
    remarks: Vec<RemarkOut>,
}

/// What a file is beside the base.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "State")]
enum StateOut {
    /// It only declares, and is compared with the policies that import it.
    DeclaresOnly,
    /// Its faults keep it from being compared.
    Faulty,
    /// The base has no such policy.
    New,
    /// The policy of the base has faults that keep it from being compared.
    FaultyBase,
    /// It and what it imports are as they were.
    Unchanged,
    /// It or what it imports changed.
    Changed,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Tests")]
struct TestsOut {
    succeeded: usize,
    failed: usize,
}

/// Something that is said of a place.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Remark")]
struct RemarkOut {
    /// Its stable name: `unacknowledged-widening`, `not-formatted`.
    rule: &'static str,
    /// How grave it is in this run: `hint`, `warning` or `error`.
    level: &'static str,
    /// What is said.
    message: Words,
    /// Where; null where no place is known.
    place: Option<PlaceOut>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Place")]
struct PlaceOut {
    /// From the root of the repository.
    file: String,
    /// From 1.
    line: usize,
    /// In characters, from 1.
    column: usize,
}

fn file(one: &Judged<'_>) -> FileOut {
    let findings = one.examined.findings();
    let counts = Counts::of(&[findings]);
    let failed = one.failed_tests().count();
    let compared = one.compared.as_ref();
    FileOut {
        path: one.examined.path.clone(),
        state: match &one.examined.against {
            Against::Declares => StateOut::DeclaresOnly,
            Against::Faulty => StateOut::Faulty,
            Against::New => StateOut::New,
            Against::FaultyBase(_) => StateOut::FaultyBase,
            Against::Same => StateOut::Unchanged,
            Against::Other(_) => StateOut::Changed,
        },
        compared_with: match &one.examined.against {
            Against::Other(old) => Some(old.path.clone()),
            _ => None,
        },
        passes: !one.fails() && !one.is_not_done(),
        errors: counts.errors,
        warnings: counts.warnings,
        formatted: match one.examined.form {
            Form::Canonical => Some(true),
            Form::Other(_) => Some(false),
            Form::Unknown => None,
        },
        tests: TestsOut {
            succeeded: one.tests.len() - failed,
            failed,
        },
        complete: compared.map(|compared| compared.comparison.decisions.complete),
        fails: compared.map_or_else(Vec::new, |compared| {
            let reasons = compared.reasons();
            reasons.iter().map(|reason| Words::from(reason.text().0)).collect()
        }),
        remarks: one
            .annotations
            .iter()
            .map(|remark| remark_out(remark, findings))
            .collect(),
    }
}

fn remark_out(remark: &Annotation<'_>, findings: Findings<'_>) -> RemarkOut {
    RemarkOut {
        rule: remark.rule.id,
        level: match remark.level {
            Level::Hint => "hint",
            Level::Warning => "warning",
            Level::Error => "error",
        },
        message: remark
            .lines
            .first()
            .map_or_else(|| Words::from(&Text::empty()), Words::from),
        place: remark.span.map(|span| {
            let position = findings.sources.position(span);
            PlaceOut {
                file: findings.path(span.source),
                line: position.line,
                column: position.column,
            }
        }),
    }
}
