//! One file of the working tree, as far as it can be judged by itself.

use std::path::Path;

use super::base::Base;
use super::scope;
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::cli::files::{self, Input};
use crate::cli::levels::Levels;
use crate::cli::policies::{self, Compiled};
use crate::cli::revision;
use crate::cli::sentences::reading as say;
use crate::compile::Options;
use crate::diagnostic;
use crate::diff::{self, compare};
use crate::format::{self, Refused};
use crate::policy::Policy;
use crate::source::SourceMap;
use crate::span::{SourceId, Span};
use crate::text::sentence::File;

/// A file of the working tree.
#[derive(Debug)]
pub(super) struct Examined {
    /// From the root of the repository.
    pub(super) path: String,
    /// Compiled, and checked by the levels of the run. Places count from the root of the repository.
    pub(super) compiled: Compiled,
    /// Whether it was found to be faulty, before other files had told some of the faults.
    pub(super) faulty: bool,
    pub(super) form: Form,
    /// What could not be done with it.
    pub(super) errors: Vec<CliError>,
    /// What it is compared with.
    pub(super) against: Against,
}

/// Whether a file is in the canonical form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Canonical,
    /// The first line that `hoshin fmt` would write otherwise.
    Other(Span),
    /// Its faults keep it from being formatted.
    Unknown,
}

/// What a file is compared with.
#[derive(Debug)]
pub(super) enum Against {
    /// Nothing: it only declares, and is compared with the policies that import it.
    Declares,
    /// Nothing: its faults keep it from being compared.
    Faulty,
    /// Nothing: the base has no such policy.
    New,
    /// Nothing: the policy of the base has errors. Its name.
    FaultyBase(String),
    /// The same sources.
    Same,
    /// A policy of the base.
    Other(Box<Old>),
}

/// A policy of the base.
#[derive(Debug)]
pub(super) struct Old {
    /// How it is shown.
    pub(super) name: String,
    /// From the root of the repository.
    pub(super) path: String,
    pub(super) compiled: Compiled,
}

impl Old {
    /// Reads a policy of the base.
    pub(super) fn read(base: &Base, path: &str) -> Result<Self, CliError> {
        let input = base.snapshot.input(path)?;
        let options = Options::default();
        Ok(Self {
            name: base.shown(path),
            path: path.to_owned(),
            compiled: policies::compile_one(input, &Levels::default(), &options),
        })
    }

    /// Whether it only declares.
    pub(super) fn only_declares(&self) -> bool {
        self.policy().is_none() && !self.compiled.compilation.has_errors()
    }

    pub(super) fn policy(&self) -> Option<&Policy> {
        self.compiled.compilation.policy.as_ref()
    }
}

impl Examined {
    /// Reads, checks and formats a file.
    pub(super) fn read(path: &str, base: &Base, levels: &Levels, strict: bool) -> Result<Self, CliError> {
        let place = base.repository.root().join(path);
        if !files::is_within(&place, base.repository.root()) {
            return Err(scope::outside(Path::new(path)));
        }
        if !files::is_regular(&place) {
            return Err(not_a_file(path));
        }
        let mut input = files::open(&place)?;
        // Tools that show annotations count from the root of the repository.
        input.folder = path
            .rsplit_once('/')
            .map_or_else(String::new, |(folder, _)| folder.to_owned());
        let mut errors = Vec::new();
        let form = form(path, &input).unwrap_or_else(|error| {
            errors.push(error);
            Form::Unknown
        });
        let options = Options {
            strict,
            require_policy: false,
        };
        let mut compiled = policies::compile_one(input, &Levels::default(), &options);
        if let Err(error) = add_revision(&mut compiled, path, &place) {
            errors.push(error);
        }
        let against = match (&compiled.compilation.policy, compiled.compilation.has_errors()) {
            (Some(_), _) => Against::New,
            (None, true) => Against::Faulty,
            (None, false) => Against::Declares,
        };
        levels.apply(&mut compiled.compilation.diagnostics);
        Ok(Self {
            path: path.to_owned(),
            faulty: compiled.compilation.has_errors(),
            compiled,
            form,
            errors,
            against,
        })
    }

    pub(super) fn policy(&self) -> Option<&Policy> {
        self.compiled.compilation.policy.as_ref()
    }

    /// Whether it is more than a file that only declares.
    pub(super) fn is_policy(&self) -> bool {
        !matches!(self.against, Against::Declares)
    }

    /// Its sources and where their names count from.
    pub(super) fn findings(&self) -> diagnostic::Findings<'_> {
        self.compiled.findings()
    }

    /// Whether something is wrong that another policy of the base has nothing to do with.
    pub(super) fn is_sound(&self) -> bool {
        !self.faulty && !matches!(self.form, Form::Other(_))
    }
}

/// Whether two policies were compiled from the same texts.
pub(super) fn same_sources(one: &SourceMap, other: &SourceMap) -> bool {
    let texts = |sources: &SourceMap| -> Vec<(String, String)> {
        let sources = sources.iter().map(|(_, source)| source);
        let mut texts: Vec<_> = sources
            .map(|source| (source.name().to_owned(), source.text().to_owned()))
            .collect();
        texts.sort();
        texts
    };
    texts(one) == texts(other)
}

/// Compares a file with its canonical form. Places are those of the text without a byte order mark.
fn form(path: &str, input: &Input) -> Result<Form, CliError> {
    let mut sources = SourceMap::default();
    let mut diagnostics = Vec::new();
    let id = crate::source::decode(&mut sources, &input.name, input.bytes.clone(), &mut diagnostics);
    if !diagnostics.is_empty() {
        // The check tells of it.
        return Ok(Form::Unknown);
    }
    let text = sources.get(id).text();
    let marked = text.len() != input.bytes.len();
    match format::format(text) {
        Ok(after) if after == text && !marked => Ok(Form::Canonical),
        Ok(after) => Ok(Form::Other(first_difference(text, &after))),
        Err(Refused::SyntaxErrors(_)) => Ok(Form::Unknown),
        Err(refused) => {
            let mut message = refused.message();
            message.ja = format!("{path}: {}", message.ja);
            message.en = format!("{path}: {}", message.en);
            Err(CliError::new(CliCode::C0013, message))
        }
    }
}

fn first_difference(text: &str, after: &str) -> Span {
    let mut start = 0;
    let mut wanted = after.split_inclusive('\n');
    for line in text.split_inclusive('\n') {
        if wanted.next() != Some(line) {
            return Span::new(SourceId(0), start, start + line.trim_end().len());
        }
        start += line.len();
    }
    Span::new(SourceId(0), text.len(), text.len())
}

/// A pipe might never end, or never begin.
fn not_a_file(path: &str) -> CliError {
    CliError::new(CliCode::C0003, say::not_read(&File(path.to_owned()))).advise(say::replace_or_rename())
}

/// Adds what is to be said of a policy beside its 旧版, where it names one.
fn add_revision(compiled: &mut Compiled, path: &str, place: &Path) -> Result<(), CliError> {
    let compilation = &mut compiled.compilation;
    let Some(policy) = &compilation.policy else {
        return Ok(());
    };
    let origin = revision::origin_of(place, None);
    let old = match revision::previous(path, policy, &origin)? {
        None => return Ok(()),
        Some(Ok(old)) => old,
        Some(Err(faulty)) => return Err(crate::cli::diff::faulty_old(&faulty.name)),
    };
    let comparison = compare(old.policy(), policy, &diff::Options::default());
    compilation.diagnostics.extend(diff::findings::findings(&comparison));
    diagnostic::sort(&mut compilation.diagnostics);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_is_written_otherwise_is_found() {
        let place = |text: &str, after: &str| {
            let span = first_difference(text, after);
            (span.start, span.end)
        };
        assert_eq!(place("a\n b\nc\n", "a\nb\nc\n"), (2, 4));
        assert_eq!(place("a", "a\n"), (0, 1));
        assert_eq!(place("a\n\n", "a\n"), (2, 2));
    }
}
