//! `--deny` and `--allow`: how grave a finding is in this run.

use super::arguments;
use super::error::CliError;
use super::error_code::CliCode;
use super::explain;
use super::sentences::arguments::{self as said, Argument, Near, Value};
use super::sentences::options;
use crate::diagnostic::{Code, Diagnostic, Level};

/// What the user asked for.
#[derive(Debug, Default)]
pub(super) struct Levels {
    deny_warnings: bool,
    deny: Vec<Code>,
    allow: Vec<Code>,
}

impl Levels {
    /// Reads the values of `--deny` and `--allow`.
    ///
    /// # Errors
    /// `C0011` for an unknown code, `C0012` for one that cannot be hidden.
    pub(super) fn read(arguments: &arguments::Levels) -> Result<Self, CliError> {
        let mut levels = Self::default();
        for value in &arguments.deny {
            match value.as_str() {
                "warnings" => levels.deny_warnings = true,
                slip if strsim::osa_distance(slip, "warnings") <= 2 => return Err(not_warnings(slip)),
                code => levels.deny.push(explain::policy_code(code)?),
            }
        }
        for value in &arguments.allow {
            let code = explain::policy_code(value)?;
            if code.level() == Level::Error {
                let code = options::Number(code.to_string());
                return Err(CliError::new(CliCode::C0012, options::an_error_cannot_be_hidden(&code))
                    .advise(options::mend_the_policy(&code)));
            }
            levels.allow.push(code);
        }
        Ok(levels)
    }

    /// Raises what is denied and drops what is allowed.
    pub(super) fn apply(&self, diagnostics: &mut Vec<Diagnostic>) {
        diagnostics.retain(|diagnostic| !self.allow.contains(&diagnostic.code));
        for diagnostic in diagnostics {
            let warning = diagnostic.level == Level::Warning && self.deny_warnings;
            if warning || self.deny.contains(&diagnostic.code) {
                diagnostic.level = Level::Error;
            }
        }
    }
}

fn not_warnings(slip: &str) -> CliError {
    CliError::new(
        CliCode::C0001,
        said::wrong_value(&Argument("--deny".to_owned()), &Value(slip.to_owned())),
    )
    .advise(said::did_you_mean(&Near("warnings".to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Text;

    fn levels(deny: &[&str], allow: &[&str]) -> Result<Levels, CliError> {
        let own = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
        Levels::read(&arguments::Levels {
            strict: false,
            deny: own(deny),
            allow: own(allow),
        })
    }

    fn applied(levels: &Levels) -> Vec<(Code, Level)> {
        let codes = [Code::H0201, Code::H0206, Code::H0603];
        let mut diagnostics = codes.map(|code| Diagnostic::new(code, Text::empty())).to_vec();
        levels.apply(&mut diagnostics);
        diagnostics
            .iter()
            .map(|diagnostic| (diagnostic.code, diagnostic.level))
            .collect()
    }

    #[test]
    fn denied_warnings_are_errors_and_hints_stay() {
        let levels = levels(&["warnings"], &[]).expect("good arguments");
        let expected = [
            (Code::H0201, Level::Error),
            (Code::H0206, Level::Error),
            (Code::H0603, Level::Hint),
        ];
        assert_eq!(applied(&levels), expected);
    }

    #[test]
    fn one_code_can_be_denied_or_allowed() {
        let levels = levels(&["inferred-meaning"], &["h0206"]).expect("good arguments");
        assert_eq!(
            applied(&levels),
            [(Code::H0201, Level::Error), (Code::H0603, Level::Error)]
        );
    }

    #[test]
    fn an_error_cannot_be_hidden() {
        assert_eq!(levels(&[], &["H0201"]).expect_err("an error").code, CliCode::C0012);
        assert_eq!(levels(&["H9999"], &[]).expect_err("no code").code, CliCode::C0011);
    }
}
