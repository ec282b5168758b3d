//! What came of policy tests as JSON, for CI: the format `hoshin.tests/1`.

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;

use super::super::explain;
use super::super::json::parts::{AnswerOut, ClauseOut, InWords, RequestOut, Writer};
use super::{Coverage, Tested};
use crate::characters::escaped_json;
use crate::norm::NormId;
use crate::policy::Policy;
#[cfg(feature = "schema")]
use crate::schema;

/// The name and version of the format.
pub const FORMAT: &str = "hoshin.tests/1";

/// What came of the tests of one policy.
#[derive(Debug)]
pub struct PolicyRun<'a> {
    /// The file as the user named it.
    pub file: &'a str,
    /// The policy.
    pub policy: &'a Policy,
    /// Its tests.
    pub tests: &'a [Tested<'a>],
    /// Where each of them is written.
    pub places: Vec<Written>,
    /// What they cover; `None` where only some were wanted.
    pub coverage: Option<&'a Coverage>,
}

/// Where a test is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The source's path, with `/`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// Draws a run as one JSON document, ending in a line break. `faulty` are the files whose policies have errors.
#[must_use]
pub fn render(run: &[PolicyRun<'_>], faulty: &[String]) -> String {
    let tests = || run.iter().flat_map(|run| run.tests);
    let document = Document {
        format: FORMAT,
        counts: Counts {
            tests: tests().count(),
            succeeded: tests().filter(|tested| tested.succeeded()).count(),
            failed: tests().filter(|tested| !tested.succeeded()).count(),
        },
        policies: run.iter().map(policy).collect(),
        not_run: faulty.to_vec(),
    };
    let mut out = escaped_json(serde_json::to_string_pretty(&document).expect("plain structs serialise"));
    out.push('\n');
    out
}

/// The JSON Schema of [`render`]'s document, ending in a line break.
#[must_use]
#[cfg(feature = "schema")]
pub fn schema() -> String {
    schema::written(schema::of::<Document>(
        "hoshin.tests/1",
        "hoshin policy tests, version 1",
    ))
}

/// What came of a run of policy tests.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
struct Document {
    /// Name and version of the format.
    #[cfg_attr(feature = "schema", schemars(extend("const" = FORMAT)))]
    format: &'static str,
    /// How many tests there were.
    counts: Counts,
    /// The policies, in the order given.
    policies: Vec<PolicyOut>,
    /// The files whose policies have errors; their tests were not run.
    not_run: Vec<String>,
}

/// How many tests there were.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
struct Counts {
    /// All of them.
    tests: usize,
    /// Those with the expected answer.
    succeeded: usize,
    /// The others.
    failed: usize,
}

/// What came of the tests of one policy.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "PolicyTests"))]
struct PolicyOut {
    /// The file as the user named it.
    file: String,
    /// The title of the policy.
    title: String,
    /// Its tests, in the order in which they are written.
    tests: Vec<TestOut>,
    /// Which norms the tests cover. Null where `--filter` chose some of the tests.
    coverage: Option<CoverageOut>,
}

/// A test.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Test"))]
struct TestOut {
    /// What it is called.
    title: String,
    /// Whether the answer is the expected one.
    succeeded: bool,
    /// What it asks.
    request: RequestOut,
    /// The answer that its editor expects.
    expected: AnswerOut,
    /// The answer of the policy.
    answer: AnswerOut,
    /// The clauses that decided.
    decided_by: Vec<ClauseOut>,
    /// The decision in words.
    explanation: InWords,
    /// Where it is written.
    place: WrittenOut,
}

/// Where a test is written.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Place"))]
struct WrittenOut {
    /// The source's path, with `/`; for a bundle, the source's name in it.
    file: String,
    /// The line, from 1.
    line: usize,
    /// The column in characters, from 1.
    column: usize,
}

/// Which norms the tests cover: those that decide some test, as put or once the terms of its answer are met.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Coverage"))]
struct CoverageOut {
    /// How many norms are covered.
    covered: usize,
    /// How many there are.
    total: usize,
    /// The share in whole percent, rounded down.
    percent: usize,
    /// The norms that are not covered.
    uncovered: Vec<ClauseOut>,
}

fn policy(run: &PolicyRun<'_>) -> PolicyOut {
    let writer = Writer { policy: run.policy };
    PolicyOut {
        file: run.file.to_owned(),
        title: run.policy.metadata.title.clone(),
        tests: run
            .tests
            .iter()
            .zip(&run.places)
            .map(|(tested, place)| test(writer, tested, place))
            .collect(),
        coverage: run.coverage.map(|coverage| CoverageOut {
            covered: coverage.covered(),
            total: coverage.total(),
            percent: coverage.percent(),
            uncovered: writer.clauses(&coverage.uncovered().collect::<Vec<NormId>>()),
        }),
    }
}

fn test(writer: Writer<'_>, tested: &Tested<'_>, place: &Written) -> TestOut {
    let (request, decision) = (&tested.request, &tested.decision);
    TestOut {
        title: tested.test.title.clone(),
        succeeded: tested.succeeded(),
        request: writer.request(request),
        expected: tested.test.expected.into(),
        answer: decision.answer.kind().into(),
        decided_by: writer.clauses(&decision.decided_by),
        explanation: explain::both(writer.policy, request, decision).into(),
        place: WrittenOut {
            file: place.file.clone(),
            line: place.line,
            column: place.column,
        },
    }
}
