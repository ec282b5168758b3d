//! Wrong arguments: clap finds them, this says it in the user's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::error::CliError;
use super::error_code::CliCode;
use super::sentences::arguments::{self as say, Argument, Choices, Command, Near, Said, Value};
use crate::diagnostic::Text;

/// What is wrong with the arguments.
pub(super) fn explain(error: &clap::Error) -> CliError {
    let given = first(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = first(error, ContextKind::InvalidValue).unwrap_or_default();
    let (argument, value) = (Argument(given), Value(value));
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = first(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            say::no_such_command(&Command(name))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => say::no_command(),
        ErrorKind::UnknownArgument if argument.0.starts_with('-') => say::no_such_option(&argument),
        ErrorKind::UnknownArgument => say::too_many_arguments(&argument),
        ErrorKind::InvalidValue if value.0.is_empty() => say::no_value(&argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => say::wrong_value(&argument, &value),
        ErrorKind::MissingRequiredArgument => say::missing(&choices(&all(error, ContextKind::InvalidArg))),
        ErrorKind::ArgumentConflict => {
            let other = Argument(all(error, ContextKind::PriorArg).join("、"));
            match other == argument || other.0.is_empty() {
                true => say::given_twice(&argument),
                false => say::exclude_each_other(&argument, &other),
            }
        }
        ErrorKind::TooManyValues => say::too_many_values(&argument, &value),
        ErrorKind::InvalidUtf8 => say::not_utf8(),
        _ => {
            let said = error.to_string();
            let line = said.lines().next().unwrap_or_default();
            say::wrong(&Said(line.trim_start_matches("error: ").to_owned()))
        }
    };
    CliError::new(CliCode::C0001, message).advise(advice(error).unwrap_or_else(say::see_help))
}

fn advice(error: &clap::Error) -> Option<Text> {
    if let Some(near) = nearest(error) {
        return Some(say::did_you_mean(&Near(near)));
    }
    let valid = [ContextKind::ValidValue, ContextKind::ValidSubcommand];
    let valid = valid
        .into_iter()
        .map(|kind| all(error, kind))
        .find(|names| !names.is_empty())?;
    Some(say::one_of(&choices(&valid)))
}

fn choices(words: &[String]) -> Choices {
    Choices(Text::new(words.join("、"), words.join(", ")))
}

/// The likeliest of what clap suggests, which it gives in no useful order.
fn nearest(error: &clap::Error) -> Option<String> {
    let pairs = [
        (ContextKind::InvalidSubcommand, ContextKind::SuggestedSubcommand),
        (ContextKind::InvalidArg, ContextKind::SuggestedArg),
        (ContextKind::InvalidValue, ContextKind::SuggestedValue),
    ];
    pairs.into_iter().find_map(|(wrong, suggested)| {
        let wrong = first(error, wrong)?;
        all(error, suggested)
            .into_iter()
            .min_by_key(|near| strsim::osa_distance(&wrong, near))
    })
}

fn first(error: &clap::Error, kind: ContextKind) -> Option<String> {
    all(error, kind).into_iter().next()
}

fn all(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(value)) => vec![value.clone()],
        Some(ContextValue::Strings(values)) => values.clone(),
        _ => Vec::new(),
    }
}
