//! `hoshin test`: the 検証 of some policies, run as a unit-test runner runs tests.

mod report;
mod tested;

use super::arguments::{TestArguments, TestFormat};
use super::console::{Console, Stream};
use super::error::CliError;
use super::files;
use super::junit::{self, Case, Verdict};
use super::outcome::Outcome;
use super::policies;
use super::sentences::tested::not_run;
use super::subject::{self, Opened, Subject};
use crate::decide::explain;
use crate::decide::testing::json::{self, PolicyRun};
use crate::diagnostic::Lang;
use report::{Detail, Report};
use tested::Run;

/// Runs the tests of every policy that can be read and has no errors, whatever the others are like.
pub(super) fn run(arguments: &TestArguments, console: &Console) -> Result<Outcome, CliError> {
    policies::refuse_repetition(&arguments.files)?;
    let mut outcome = Outcome::Clean;
    let mut subjects: Vec<Box<Subject>> = Vec::new();
    let mut faulty = Vec::new();
    for path in &arguments.files {
        match subject::open(path, arguments.stdin.stdin_name.as_deref()) {
            Ok(Opened::Sound(subject)) => subjects.push(subject),
            Ok(Opened::Faulty(compiled)) => {
                subject::report(*compiled, console)?;
                faulty.push(files::shown(path));
                outcome = outcome.max(Outcome::Problems);
            }
            Err(error) => {
                console.report(&error);
                outcome = Outcome::CouldNotRun;
            }
        }
    }
    let run: Vec<Run<'_>> = subjects.iter().map(|subject| Run::of(subject, arguments)).collect();
    match arguments.format {
        TestFormat::Human => {
            let report = Report {
                lang: console.lang,
                colour: console.colour(Stream::Out),
                detail: match (arguments.quiet, arguments.verbose) {
                    (true, _) => Detail::Failures,
                    (false, true) => Detail::Everything,
                    (false, false) => Detail::Tests,
                },
                uncovered: arguments.coverage,
                filtered: !arguments.filter.is_empty(),
            };
            console.write(Stream::Out, &report.draw(&run))?;
        }
        TestFormat::Json => console.print(&in_json(&run, &faulty))?,
        TestFormat::Junit => console.print(&in_junit(&run, &faulty, console.lang))?,
    }
    let failed = run.iter().flat_map(|run| &run.tests).any(|tested| !tested.succeeded());
    let nothing_wanted = !arguments.filter.is_empty() && run.iter().all(|run| run.tests.is_empty());
    Ok(match failed || nothing_wanted {
        true => outcome.max(Outcome::Problems),
        false => outcome,
    })
}

fn in_junit(run: &[Run<'_>], faulty: &[String], lang: Lang) -> String {
    let suites = run.iter().map(|run| {
        let cases = run.tests.iter().map(|tested| {
            let reasons = || {
                let place = run.place(tested);
                let policy = &run.subject.policy;
                let told = match lang {
                    Lang::Ja => explain::japanese(policy, &tested.request, &tested.decision),
                    Lang::En => explain::english(policy, &tested.request, &tested.decision),
                };
                format!("{}:{}:{}\n{told}", place.file, place.line, place.column)
            };
            junit::of_test(tested, reasons, lang)
        });
        (run.subject.name.clone(), cases.collect())
    });
    // What has errors was not tested: no result is no success.
    let not_run = faulty.iter().map(|name| {
        let title = match lang {
            Lang::Ja => "検証",
            Lang::En => "policy tests",
        };
        let case = Case::new(title, Verdict::NotDone(not_run().get(lang).to_owned()));
        (name.clone(), vec![case])
    });
    junit::render(suites.chain(not_run))
}

fn in_json(run: &[Run<'_>], faulty: &[String]) -> String {
    let run: Vec<PolicyRun<'_>> = run
        .iter()
        .map(|run| PolicyRun {
            file: &run.subject.name,
            policy: &run.subject.policy,
            tests: &run.tests,
            places: run.tests.iter().map(|tested| run.place(tested)).collect(),
            coverage: run.coverage.as_ref(),
        })
        .collect();
    json::render(&run, faulty)
}
