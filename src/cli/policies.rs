//! Reading and compiling what the user named: the beginning of `check`, `build` and `render`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::console::{Console, Stream};
use super::environment;
use super::error::CliError;
use super::error_code::CliCode;
use super::files::{self, Input};
use super::levels::Levels;
use super::sentences::options as say;
use crate::compile::{Compilation, Options, compile};
use crate::diagnostic::{Code, Findings, Level, human};

/// The name for standard input among the files.
const STANDARD_INPUT: &str = "-";

/// A policy, compiled.
#[derive(Debug)]
pub(super) struct Compiled {
    /// The folder the user named it in.
    pub(super) folder: String,
    pub(super) compilation: Compilation,
}

impl Compiled {
    pub(super) fn findings(&self) -> Findings<'_> {
        Findings {
            sources: &self.compilation.sources,
            diagnostics: &self.compilation.diagnostics,
            folder: &self.folder,
        }
    }
}

/// Whether a path stands for standard input.
pub(super) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == STANDARD_INPUT
}

/// Reads one of the files named, or standard input.
pub(super) fn open(path: &Path, stdin_name: Option<&Path>) -> Result<Input, CliError> {
    if is_standard_input(path) {
        files::open_standard_input(stdin_name)
    } else {
        files::open(path)
    }
}

/// Refuses the same input twice: standard input would be empty the second time, a file would count double.
pub(super) fn refuse_repetition(paths: &[PathBuf]) -> Result<(), CliError> {
    let mut seen = BTreeSet::new();
    match paths.iter().find(|path| !seen.insert(path.as_path())) {
        None => Ok(()),
        Some(path) => {
            let message = match is_standard_input(path) {
                true => say::standard_input_twice(),
                false => say::file_twice(&files::named(path)),
            };
            Err(CliError::new(CliCode::C0006, message).advise(say::give_it_once()))
        }
    }
}

/// Compiles a policy and sets the levels of what was found.
pub(super) fn compile_one(mut input: Input, levels: &Levels, options: &Options) -> Compiled {
    let mut compilation = compile(&input.name, input.bytes, &mut *input.project, options);
    levels.apply(&mut compilation.diagnostics);
    Compiled {
        folder: input.folder,
        compilation,
    }
}

/// Drops what was already found by way of another policy: a file that two of them import speaks once.
pub(super) fn drop_repetition<'c>(run: impl IntoIterator<Item = &'c mut Compiled>) {
    let mut seen: BTreeSet<(String, u32, u32, Code, String)> = BTreeSet::new();
    for compiled in run {
        let Compiled { folder, compilation } = compiled;
        let Compilation {
            sources, diagnostics, ..
        } = compilation;
        let findings = Findings {
            sources,
            diagnostics: &[],
            folder,
        };
        diagnostics.retain(|diagnostic| match diagnostic.span() {
            None => true,
            Some(span) => {
                let path = findings.path(span.source);
                seen.insert((
                    path,
                    span.start,
                    span.end,
                    diagnostic.code,
                    diagnostic.message.ja.clone(),
                ))
            }
        });
    }
}

/// How a run is drawn for this user on this stream.
pub(super) fn human_options(console: &Console, stream: Stream, hints: human::Hints) -> human::Options {
    human::Options {
        lang: console.lang,
        colour: console.colour(stream),
        width: environment::width(),
        hints,
        ..human::Options::default()
    }
}

/// Whether some policy of the run has errors.
pub(super) fn any_errors(run: &[Compiled]) -> bool {
    run.iter().any(|compiled| compiled.compilation.has_errors())
}

/// Tells on standard error what was found, for commands whose standard output is something else. Silent about nothing.
pub(super) fn report(run: &[Compiled], console: &Console) -> Result<(), CliError> {
    let findings: Vec<Findings<'_>> = run.iter().map(Compiled::findings).collect();
    let worth_telling = |findings: &Findings<'_>| findings.diagnostics.iter().any(|d| d.level > Level::Hint);
    if !findings.iter().any(worth_telling) {
        return Ok(());
    }
    let options = human_options(console, Stream::Err, human::Hints::PassedOver);
    console.write(Stream::Err, &human::render(&findings, &options))
}
