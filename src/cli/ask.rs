//! `hoshin ask`: may this be done? One decision with its reasons, or one a line for programs.

use super::arguments::AskArguments;
use super::console::{Console, Stream};
use super::error::CliError;
use super::error_code::CliCode;
use super::files::{self, Line};
use super::outcome::Outcome;
use super::policies;
use super::sentences::ask::{self as say, Dashed, Joined};
use super::sentences::options;
use super::subject::{self, Opened, Subject};
use crate::decide::json::{Identity, LONGEST, Reply, RequestError, Responder};
use crate::decide::{Decider, Elapsed, Question, RequestPart, Unresolved, Why, explain};
use crate::diagnostic::{Lang, Text, neutral};
use crate::policy::{Expected, Policy};
use crate::text::sentence::File;

/// Asks a policy, once or line by line.
pub(super) fn run(arguments: &AskArguments, console: &Console) -> Result<Outcome, CliError> {
    if arguments.lines && policies::is_standard_input(&arguments.file) {
        return Err(CliError::new(CliCode::C0006, options::standard_input_holds_requests())
            .advise(options::name_a_file_for_the_policy()));
    }
    let subject = match subject::open_to_ask(&arguments.file, arguments.stdin.stdin_name.as_deref())? {
        Opened::Sound(subject) => subject,
        Opened::Faulty(compiled) => {
            subject::report(*compiled, console)?;
            return Ok(Outcome::Problems);
        }
    };
    if arguments.lines {
        return answer_lines(&subject, console);
    }
    let data = listed(&arguments.data);
    let conditions = listed(&arguments.conditions);
    let denied = listed(&arguments.denied);
    let withdrawn = listed(&arguments.withdrawn);
    let elapsed = arguments.elapsed.iter().map(|written| super::elapsed::split(written));
    let elapsed: Vec<(String, String)> = elapsed.collect();
    let on = arguments
        .on
        .as_ref()
        .map(|day| super::elapsed::day(day).unwrap_or_else(|| day.clone()));
    let elapsed: Vec<Elapsed<'_>> = elapsed.iter().map(|(event, time)| Elapsed { event, time }).collect();
    let question = Question {
        act: arguments.act.as_deref().unwrap_or_default(),
        data: &data,
        party: arguments.party.as_deref(),
        purpose: arguments.purpose.as_deref(),
        processing: arguments.processing.as_deref(),
        conditions: &conditions,
        denied: &denied,
        withdrawn: &withdrawn,
        closed: arguments.closed,
        elapsed: &elapsed,
        on: on.as_deref(),
        route: arguments.route.as_deref(),
    };
    match arguments.json {
        true => answer_in_json(&subject, &question, console),
        false => answer_in_words(&subject, &question, console),
    }
}

/// Names as given, and several in one argument as a policy lists them: 氏名、住所. No name holds the mark.
fn listed(arguments: &[String]) -> Vec<&str> {
    let parts = arguments.iter().flat_map(|argument| argument.split('、'));
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn answer_in_words(subject: &Subject, question: &Question<'_>, console: &Console) -> Result<Outcome, CliError> {
    let policy = &subject.policy;
    let decider = Decider::new(policy);
    let request = decider
        .request(question)
        .map_err(|words| unresolved(&subject.name, &words))?;
    let decision = decider.decide(&request);
    let kind = decision.answer.kind();
    let told = match console.lang {
        Lang::Ja => explain::japanese(policy, &request, &decision),
        Lang::En => explain::english(policy, &request, &decision),
    };
    let head = headline(kind, console.lang, console.colour(Stream::Out));
    console.write(Stream::Out, &format!("{head}\n{}\n", neutral::lines(&told)))?;
    Ok(outcome(Some(kind)))
}

/// The answer in a word.
fn headline(kind: Expected, lang: Lang, colour: bool) -> String {
    let word = match lang {
        Lang::Ja => kind.word().to_owned(),
        Lang::En => {
            let words = kind.english().replace('_', " ");
            let mut letters = words.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            first + letters.as_str()
        }
    };
    if !colour {
        return word;
    }
    let color = match kind {
        Expected::Permitted => anstyle::AnsiColor::Green,
        Expected::PermittedUnderConditions | Expected::PermittedIfProcessed => anstyle::AnsiColor::Yellow,
        Expected::Forbidden | Expected::NotStated => anstyle::AnsiColor::Red,
    };
    let style = color.on_default().bold();
    format!("{style}{word}{style:#}")
}

fn answer_in_json(subject: &Subject, question: &Question<'_>, console: &Console) -> Result<Outcome, CliError> {
    let reply = responder(subject).question(question);
    console.print(&reply.to_pretty_json())?;
    Ok(match reply.answer() {
        None => Outcome::CouldNotRun,
        kind => outcome(kind),
    })
}

fn responder(subject: &Subject) -> Responder<&Policy> {
    let digest = subject.bundle().digest().to_owned();
    Responder::new(&subject.policy, Identity { digest })
}

fn outcome(kind: Option<Expected>) -> Outcome {
    match kind {
        Some(Expected::Permitted) => Outcome::Clean,
        _ => Outcome::Problems,
    }
}

/// Answers every line of standard input, in order. What is written is sent on whenever the next line may have to be
/// waited for, so that a program may ask one by one.
fn answer_lines(subject: &Subject, console: &Console) -> Result<Outcome, CliError> {
    /// How much is held back at most.
    const BLOCK: usize = 1 << 16;
    let responder = responder(subject);
    let mut lines = files::standard_input_lines(LONGEST);
    let mut outcome = Outcome::Clean;
    let mut out = String::new();
    loop {
        let next = lines.next();
        if let Ok(Some((number, line))) = &next
            && let Some(reply) = answer_line(&responder, line, *number)
        {
            if reply.answer().is_none() {
                outcome = Outcome::Problems;
            }
            out += &reply.to_json();
            out.push('\n');
        }
        let more = matches!(next, Ok(Some(_)));
        if !out.is_empty() && (!more || !lines.has_more_at_hand() || out.len() >= BLOCK) {
            if !console.print_part(&out)? {
                return Ok(outcome);
            }
            out.clear();
        }
        if next?.is_none() {
            return Ok(outcome);
        }
    }
}

/// The answer to a line; none to an empty one.
fn answer_line(responder: &Responder<&Policy>, line: &Line, number: u64) -> Option<Reply> {
    match line {
        Line::Text(text) if text.trim().is_empty() => None,
        Line::Text(text) => Some(responder.line(text, number)),
        Line::NotText => Some(responder.unreadable(RequestError::NotText, number)),
        Line::TooLong => Some(responder.unreadable(RequestError::TooLong, number)),
    }
}

/// Every word that the policy does not know.
fn unresolved(name: &str, words: &[Unresolved]) -> CliError {
    // What is wrong with a word is told where words are looked up.
    let text = |word: &Unresolved| Text::new(word.japanese(), word.to_string());
    if words.iter().any(|word| matches!(word.why, Why::AssertedToo(_))) {
        let error = match words {
            [word] => CliError::new(CliCode::C0040, text(word)),
            _ => CliError::new(CliCode::C0040, say::contradicts_itself()).details(words.iter().map(text)),
        };
        return error.advise(say::say_only_one());
    }
    let error = match words {
        [word] => CliError::new(CliCode::C0014, text(word)),
        _ => CliError::new(CliCode::C0014, say::not_understood(&words.len())).details(words.iter().map(text)),
    };
    let of_time = |word: &Unresolved| matches!(word.part, RequestPart::Event | RequestPart::Elapsed | RequestPart::Day);
    if words.iter().any(of_time) {
        return error.advise(say::write_event_and_time());
    }
    if let Some(dash) = words.iter().find(|word| begins_with_a_dash(&word.word)) {
        return error.advise(say::begin_it_with_two_hyphens(&Dashed(dash.word.clone())));
    }
    if let Some(list) = words.iter().find(|word| word.word.contains(['・', ',', '，'])) {
        return error.advise(say::part_the_names(&Joined(list.word.clone())));
    }
    let acts_only = words
        .iter()
        .all(|word| matches!(word.part, RequestPart::Act | RequestPart::Processing));
    match acts_only {
        true => error.advise(say::see_the_help()),
        false => error.advise(say::use_declared_names(&File(name.to_owned()))),
    }
}

/// Whether a word begins with what an input method makes of a hyphen.
fn begins_with_a_dash(word: &str) -> bool {
    let mut letters = word.chars();
    let dash = |letter: Option<char>| letter.is_some_and(|letter| "－ー―—–‐−".contains(letter));
    dash(letters.next()) && (word.starts_with('—') || dash(letters.next()))
}
