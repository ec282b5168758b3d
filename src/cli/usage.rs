//! Wrong arguments: clap finds them, this says it in the user's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::error::CliError;
use super::error_code::CliCode;
use crate::diagnostic::Text;

/// What is wrong with the arguments.
pub(super) fn explain(error: &clap::Error) -> CliError {
    let argument = first(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = first(error, ContextKind::InvalidValue).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = first(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            Text::new(
                format!("`{name}` というコマンドはありません"),
                format!("there is no command `{name}`"),
            )
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Text::new("コマンドを指定してください", "a command is needed")
        }
        ErrorKind::UnknownArgument if argument.starts_with('-') => Text::new(
            format!("`{argument}` というオプションはここでは使えません"),
            format!("there is no option `{argument}` here"),
        ),
        ErrorKind::UnknownArgument => Text::new(
            format!("`{argument}` は余分な引数です"),
            format!("`{argument}` is one argument too many"),
        ),
        ErrorKind::InvalidValue if value.is_empty() => Text::new(
            format!("`{argument}` に値がありません"),
            format!("`{argument}` needs a value"),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Text::new(
            format!("`{argument}` に `{value}` は指定できません"),
            format!("`{value}` is no value for `{argument}`"),
        ),
        ErrorKind::MissingRequiredArgument => {
            let missing = all(error, ContextKind::InvalidArg);
            Text::new(
                format!("必要な引数がありません: {}", missing.join("、")),
                format!("required but missing: {}", missing.join(", ")),
            )
        }
        ErrorKind::ArgumentConflict => {
            let other = all(error, ContextKind::PriorArg).join("、");
            match other == argument || other.is_empty() {
                true => Text::new(
                    format!("`{argument}` は一度しか指定できません"),
                    format!("`{argument}` can be given only once"),
                ),
                false => Text::new(
                    format!("`{argument}` と `{other}` は同時に指定できません"),
                    format!("`{argument}` and `{other}` exclude each other"),
                ),
            }
        }
        ErrorKind::TooManyValues => Text::new(
            format!("`{argument}` に `{value}` は余分です"),
            format!("`{value}` is one value too many for `{argument}`"),
        ),
        ErrorKind::InvalidUtf8 => Text::new(
            "引数に読めない文字（UTF-8 でない文字）があります",
            "an argument is not UTF-8",
        ),
        _ => {
            let said = error.to_string();
            let line = said
                .lines()
                .next()
                .unwrap_or_default()
                .trim_start_matches("error: ")
                .to_owned();
            Text::new(format!("引数に誤りがあります（{line}）"), line)
        }
    };
    let error_of_ours = CliError::new(CliCode::C0001, message);
    match advice(error) {
        Some(Text { ja, en }) => error_of_ours.help(ja, en),
        None => error_of_ours.help(
            "使い方は --help で確かめられます",
            "--help shows the usage (in Japanese)",
        ),
    }
}

fn advice(error: &clap::Error) -> Option<Text> {
    if let Some(near) = nearest(error) {
        return Some(Text::new(
            format!("もしかして: `{near}`"),
            format!("did you mean `{near}`?"),
        ));
    }
    let valid = [ContextKind::ValidValue, ContextKind::ValidSubcommand];
    let valid = valid
        .into_iter()
        .map(|kind| all(error, kind))
        .find(|names| !names.is_empty())?;
    Some(Text::new(
        format!("次のどれかを指定してください: {}", valid.join("、")),
        format!("one of {}", valid.join(", ")),
    ))
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
