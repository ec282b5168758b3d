//! What came of a run, for people: on a terminal, and in the log of a CI service.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};

use super::examined::Form;
use super::gathered::Run;
use super::judged::{Judged, verdict as verdict_of};
use super::state::state;
use super::written;
use crate::cli::console::{Console, Stream};
use crate::cli::environment;
use crate::cli::error::CliError;
use crate::cli::outcome::Outcome;
use crate::cli::policies;
use crate::cli::sentences::ci::report as say;
use crate::cli::sentences::commits::Rev;
use crate::diagnostic::{Lang, Level, Text, human, neutral};
use crate::diff::sections;
use crate::text::sentence::File;

/// Writes the report to standard output, with the workflow commands of GitHub before it where they are asked for.
pub(super) fn write(run: &Run<'_>, github: bool, console: &Console) -> Result<(), CliError> {
    let report = report(run, console);
    if !github {
        return console.write(Stream::Out, &report);
    }
    console.print(&written::workflow_commands(run, console.lang))?;
    // Until the word comes again that nobody can know beforehand, the runner takes no line for a command, on neither
    // stream: the report repeats what a stranger's policy and files are called.
    let word = format!("{:016x}", RandomState::new().build_hasher().finish());
    console.print(&format!("::stop-commands::hoshin-{word}\n"))?;
    let colour = console.colour(Stream::Out);
    for error in run.errors() {
        console.write(Stream::Out, &error.render(console.lang, colour, environment::width()))?;
    }
    console.write(Stream::Out, &report)?;
    console.print(&format!("::hoshin-{word}::\n"))
}

fn report(run: &Run<'_>, console: &Console) -> String {
    let lang = console.lang;
    let mut out = String::new();
    if let Some(commit) = &run.gathered.commit {
        let told = say::compared_with(&Rev(run.base.to_owned()), &Rev(commit.clone()));
        out += &format!("{}\n", neutral::line(told.get(lang)));
    }
    for note in run.notes() {
        let head = Text::new("注意", "note");
        out += &format!("{}: {}\n", head.get(lang), neutral::line(note.get(lang)));
    }
    for one in &run.judged {
        out += &policy(one, console);
    }
    out
}

fn policy(one: &Judged<'_>, console: &Console) -> String {
    let lang = console.lang;
    let path = neutral::line(&one.examined.path);
    let mut out = format!("\n{path}（{}）\n", state(one).get(lang));
    if lang == Lang::En {
        out = format!("\n{path} ({})\n", state(one).get(lang));
    }
    let findings = one.examined.findings();
    if findings.diagnostics.iter().any(|found| found.level > Level::Hint) {
        let options = policies::human_options(console, Stream::Out, human::Hints::PassedOver);
        out += &human::render(&[findings], &options);
    }
    let error = Level::Error.word(lang);
    if let Form::Other(_) = one.examined.form {
        let text = say::not_formatted(&File(path.to_string()));
        out += &format!("{error}: {}\n", text.get(lang));
    }
    for tested in one.failed_tests() {
        out += &format!("{error}: {}\n", neutral::line(verdict_of(tested).get(lang)));
    }
    if !one.tests.is_empty() && one.failed_tests().next().is_none() {
        let count = one.tests.len();
        let text = say::all_succeeded(&count);
        out += &format!("{}\n", text.get(lang));
    }
    let Some(compared) = &one.compared else { return out };
    for reason in compared.reasons() {
        reason.write(None, lang, &mut out);
    }
    if let Some(words) = sections::unrelated(&compared.comparison) {
        let head = Text::new("注意", "note");
        out += &format!("{}: {}\n", head.get(lang), words.get(lang));
    }
    for section in sections::decisions(&compared.comparison, lang) {
        out += &format!("{}\n", neutral::line(&section.heading));
        for item in section.items.iter().take(MOST) {
            out += &format!("・{}\n", neutral::line(item));
        }
        let more = section.items.len().saturating_sub(MOST);
        if more > 0 {
            let text = say::and_more(&more, &File(compared.old.name.clone()), &File(path.to_string()));
            out += &format!("・{}\n", text.get(lang));
        }
    }
    out
}

/// As many changes of one policy as a reader of a log takes in.
const MOST: usize = 100;

/// The last line.
pub(super) fn verdict(run: &Run<'_>, outcome: Outcome, lang: Lang) -> String {
    let files = run.judged.len();
    let failing = run.judged.iter().filter(|one| one.fails() || one.is_not_done()).count();
    let text = match outcome {
        Outcome::Clean => say::may_pass(&files),
        Outcome::Problems => say::has_problems(&failing, &files),
        Outcome::CouldNotRun => say::could_not_run(),
    };
    format!("\n{}\n", text.get(lang))
}
