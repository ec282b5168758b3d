//! What came of a run, for programs: annotations, SARIF, JUnit, and the summary.

use super::examined::{Against, Form};
use super::gathered::Run;
use super::judged::Judged;
use super::{json, summary};
use crate::cli::arguments::CiArguments;
use crate::cli::error::CliError;
use crate::cli::files;
use crate::cli::junit::{self, Case, Verdict};
use crate::cli::sentences::ci::{report as sentence, state};
use crate::decide::explain;
use crate::diagnostic::{Annotated, Lang, Level, Text, github, sarif};

/// Writes every file that was asked for, whatever comes of the others.
pub(super) fn all(run: &Run<'_>, arguments: &CiArguments, lang: Lang) -> Vec<Result<(), CliError>> {
    let mut results = Vec::new();
    if let Some(path) = &arguments.sarif {
        results.push(files::write_whole(path, &sarif_log(run, lang)));
    }
    if let Some(path) = &arguments.junit {
        results.push(files::write_whole(path, &junit_report(run, lang)));
    }
    if let Some(path) = &arguments.json {
        results.push(files::write_whole(path, &json::render(run)));
    }
    if let Some(path) = &arguments.summary {
        results.push(files::append(path, &summary::markdown(run, lang)));
    }
    results
}

/// The workflow commands of a run, a line each: what could not be done first.
pub(super) fn workflow_commands(run: &Run<'_>, lang: Lang) -> String {
    let mut out = String::new();
    // What belongs to a policy stands there among its annotations.
    let elsewhere = run.judged.iter().flat_map(|one| &one.examined.errors);
    for error in run.gathered.errors.iter().chain(elsewhere) {
        let lines = [Some(&error.message), error.help.as_deref()];
        let lines = lines.into_iter().flatten().map(|text| text.get(lang));
        out += &github::message(Level::Error, &title(error, lang), lines);
    }
    for note in run.notes() {
        let title = sentence::not_looked_at();
        out += &github::message(Level::Warning, title.get(lang), std::iter::once(note.get(lang)));
    }
    for one in &run.judged {
        out += &github::render(&[one.examined.findings()], lang);
        let annotated = Annotated {
            annotations: one.annotations.clone(),
            findings: Some(one.examined.findings()),
        };
        out += &github::render_annotations(&[annotated], lang);
    }
    out
}

fn title(error: &CliError, lang: Lang) -> String {
    let code = error.code;
    match lang {
        Lang::Ja => format!("{code} {}", code.title()),
        Lang::En => format!("{code} {}", code.slug()),
    }
}

/// As many runs as GitHub takes in one file.
const MOST_RUNS: usize = 20;

/// One run for each policy, so that each has alerts of its own; all in one where there are more than one file may hold.
fn sarif_log(run: &Run<'_>, lang: Lang) -> String {
    let ids: Vec<String> = run
        .judged
        .iter()
        .map(|one| format!("hoshin/{}/", one.examined.path))
        .collect();
    let parts: Vec<sarif::Run<'_>> = (run.judged.iter().zip(&ids))
        .map(|(one, id)| sarif::Run {
            id: Some(id),
            findings: Some(one.examined.findings()),
            annotations: &one.annotations,
        })
        .collect();
    let errors: Vec<String> = run
        .errors()
        .map(|error| format!("{}: {}", error.code, error.message.get(lang)))
        .collect();
    match parts.is_empty() || parts.len() > MOST_RUNS {
        true => sarif::render_together("hoshin/", &parts, &errors, lang),
        false => sarif::render_runs(&parts, &errors, lang),
    }
}

/// A suite for each file; what could not be done apart from them is a suite of its own, before them.
fn junit_report(run: &Run<'_>, lang: Lang) -> String {
    let not_done: Vec<Case> = (run.gathered.errors.iter())
        .map(|error| {
            let message = format!("{}: {}", error.code, error.message.get(lang));
            Case::new(title(error, lang), Verdict::NotDone(message))
        })
        .collect();
    let before = (!not_done.is_empty()).then(|| ("hoshin ci".to_owned(), not_done));
    let suites = run
        .judged
        .iter()
        .map(|one| (one.examined.path.clone(), cases(one, lang)));
    junit::render(before.into_iter().chain(suites))
}

fn cases(one: &Judged<'_>, lang: Lang) -> Vec<Case> {
    let say = |text: Text| text.get(lang).to_owned();
    let failed = |lines: Vec<String>| match lines.split_first() {
        None => Verdict::Passed,
        Some((first, _)) => Verdict::Failed(first.clone(), lines.join("\n")),
    };
    let findings = one.examined.findings();
    let errors = findings.diagnostics.iter().filter(|found| found.level == Level::Error);
    let mut lines: Vec<String> = errors
        .map(|found| {
            let place = found.span().map_or_else(String::new, |span| {
                format!(
                    "{}:{}: ",
                    findings.path(span.source),
                    findings.sources.position(span).line
                )
            });
            format!("{place}{}: {}", found.code, found.message.get(lang))
        })
        .collect();
    if lines.is_empty() && one.examined.faulty {
        lines.push(say(sentence::import_has_errors()));
    }
    let check = match one.examined.errors.first() {
        Some(error) => Verdict::NotDone(format!("{}: {}", error.code, error.message.get(lang))),
        None => failed(lines),
    };
    let format = match one.examined.form {
        Form::Canonical => Verdict::Passed,
        Form::Other(_) => Verdict::Failed(say(sentence::is_not_formatted()), String::new()),
        Form::Unknown => Verdict::NotDone(say(sentence::has_errors())),
    };
    let mut cases = vec![
        Case::new(say(Text::new("検査", "check")), check),
        Case::new(say(Text::new("整形", "format")), format),
    ];
    if one.examined.is_policy() {
        cases.push(Case::new(say(Text::new("比較", "comparison")), comparison(one, lang)));
    }
    let policy = one.examined.policy();
    cases.extend(one.tests.iter().map(|tested| {
        let reasons = || {
            policy.map_or_else(String::new, |policy| match lang {
                Lang::Ja => explain::japanese(policy, &tested.request, &tested.decision),
                Lang::En => explain::english(policy, &tested.request, &tested.decision),
            })
        };
        junit::of_test(tested, reasons, lang)
    }));
    cases
}

fn comparison(one: &Judged<'_>, lang: Lang) -> Verdict {
    if let Some(error) = &one.refused {
        return Verdict::NotDone(format!("{}: {}", error.code, error.message.get(lang)));
    }
    if matches!(one.examined.against, Against::Faulty) {
        let text = state::has_errors();
        return Verdict::NotDone(text.get(lang).to_owned());
    }
    let reasons = one
        .compared
        .as_ref()
        .map(|compared| compared.reasons())
        .unwrap_or_default();
    match reasons.first() {
        None => Verdict::Passed,
        Some(first) => {
            let mut told = String::new();
            reasons.iter().for_each(|reason| reason.write(None, lang, &mut told));
            Verdict::Failed(first.text().0.get(lang).to_owned(), told)
        }
    }
}
